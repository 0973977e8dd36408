"""``words.csv``: what each kind of word adds to our files, and what is told where a line is wrong."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from nlp_events.errors import ResourceError
from nlp_events.words.entries import Entry, additions_of, entries_of, is_verb

FIGURES, VERBS, PLACES, ORGANISATIONS = "layers/figures.yaml", "words/verbs.yaml", "places.csv", "organisations.csv"
SENTENCE = "Trois bergers ont été trucidés lundi."


def entry(kind: str, word: str, value: str = "", example: str = "") -> Entry:
    return Entry(kind=kind, word=word, value=value, example=example, path="own/words.csv", line=7)


def rule(**keys: Any) -> list[tuple[str, Any]]:
    return [(FIGURES, {"triggers": [{**keys, "examples": [SENTENCE]}]})]


@pytest.mark.parametrize(
    ("word", "value", "added"),
    [
        ("trucider", "killed", {"id": "own-trucider", "impact": "killed", "role": "object", "verbs": ["trucider"]}),
        ("périr", "killed subject", {"id": "own-périr", "impact": "killed", "role": "subject", "verbs": ["périr"]}),
        ("s'évader", "missing subject", {"id": "own-s'évader", "impact": "missing", "role": "subject",
                                         "verbs": ["s'évader"]}),
        ("trucidation", "killed", {"id": "own-trucidation", "impact": "killed", "role": "counted",
                                   "nouns": ["trucidation"]}),
        ("noyade", "killed action", {"id": "own-noyade", "impact": "killed", "role": "action", "nouns": ["noyade"]}),
        ("mordre la poussière", "killed subject", {"id": "own-mordre-la-poussière", "impact": "killed",
                                                   "role": "subject", "phrases": ["{mordre} la poussière"]}),
        ("se noyer", "killed subject", {"id": "own-se-noyer", "impact": "killed", "role": "subject",
                                        "nouns": ["se noyer"]}),
        ("mise à mort", "killed", {"id": "own-mise-à-mort", "impact": "killed", "role": "counted",
                                   "nouns": ["mise à mort"]}),
    ],
)  # fmt: skip
def test_a_trigger(word: str, value: str, added: dict[str, Any]) -> None:
    assert additions_of(entry("trigger", word, value, SENTENCE)) == rule(**added)


@pytest.mark.parametrize(
    ("kind", "word", "value", "added"),
    [
        ("saying", "claironner", "", (VERBS, {"saying": {"words": ["claironner"]}})),
        ("person", "orpailleur", "civilian", (FIGURES, {"persons": {"civilian": ["orpailleur"]}})),
        ("person", "orpailleur", "", (FIGURES, {"persons": {"other": ["orpailleur"]}})),
        ("thing", "bouée", "", (FIGURES, {"things": {"nouns": ["bouée"]}})),
        ("place", "Bandiakoro", "ML 12.61 -7.98", (PLACES, {
            "canonical": "Bandiakoro", "aliases": "", "country": "ML", "precision": "settlement", "latitude": "12.61",
            "longitude": "-7.98"})),
        ("place", "Bandiakoro|Bandia|Bandiakoro-Ville", "ML", (PLACES, {
            "canonical": "Bandiakoro", "aliases": "Bandia|Bandiakoro-Ville", "country": "ML",
            "precision": "settlement"})),
        ("organisation", "Comité de secours de Ségou|CSS", "ngo ML", (ORGANISATIONS, {
            "canonical": "Comité de secours de Ségou", "aliases": "CSS", "kind": "ngo", "country": "ML"})),
        ("organisation", "Veille sanitaire", "monitor", (ORGANISATIONS, {
            "canonical": "Veille sanitaire", "aliases": "", "kind": "monitor", "country": ""})),
    ],
)  # fmt: skip
def test_any_other_kind(kind: str, word: str, value: str, added: tuple[str, Any]) -> None:
    assert additions_of(entry(kind, word, value)) == [added]


@pytest.mark.parametrize(
    ("one", "problem", "remedy"),
    [
        (entry("noun", "bouée"), "there is no kind 'noun'.", "Write one of trigger, saying, person, thing, place, org"),
        (entry("thing", ""), "has no word.", "Write one, as a dictionary has it."),
        (entry("trigger", "trucider", "dead", SENTENCE), "'dead' is no impact.", "Write one of killed, injured"),
        (entry("trigger", "trucider", "", SENTENCE), "'' is no impact.", "Write one of killed"),
        (
            entry("trigger", "trucider", "killed agent", SENTENCE),
            "'agent' is no role.",
            "object, subject, counted, act",
        ),
        (entry("trigger", "trucider", "killed"), "a trigger needs an example.", "Write a sentence in which it counts"),
        (entry("person", "orpailleur", "miner"), "'miner' is no category.", "Write one of civilian"),
        (entry("place", "Bandiakoro", "ML 12.61"), "'ML 12.61' is no country with degrees.", "Write «ML 12.6 -8.0»"),
        (entry("place", "Bandiakoro", "ML 1 2 3"), "'ML 1 2 3' is no country with degrees.", "or «ML»"),
        (entry("organisation", "CSS", "club ML"), "'club' is no kind of organisation.", "Write one of government"),
    ],
)
def test_what_is_wrong_names_file_line_and_remedy(one: Entry, problem: str, remedy: str) -> None:
    with pytest.raises(ResourceError) as caught:
        additions_of(one)
    assert str(caught.value).startswith(f"own/words.csv, line 7: {problem} ")
    assert remedy in str(caught.value)


def test_a_word_added_from_python_is_named_by_its_kind() -> None:
    one = Entry(kind="person", word="orpailleur", value="miner", example="", path="words.add", line=0)
    with pytest.raises(ResourceError, match=r"^words\.add, person: 'miner' is no category"):
        additions_of(one)


@pytest.mark.parametrize(
    ("word", "verb"),
    [("tuer", True), ("trucider", True), ("zigouiller", True), ("mer", False), ("boucher", True), ("tweetoter", True),
     ("surflir", True), ("hangar", False), ("orpailleur", False), ("cimetière", False)],
)  # fmt: skip
def test_infinitives_are_told_from_nouns(word: str, verb: bool) -> None:
    assert is_verb(word) is verb


HEAD = "kind;word;value;example\n"


def test_a_file_is_read_with_its_lines(tmp_path: Path) -> None:
    path = tmp_path / "words.csv"
    people = "person;orpailleur;civilian; Six orpailleurs sont morts. \n"
    text = f"# mine\n{HEAD}\n#thing;seau;;\n thing ; bouée ;;\n;;;\n{people}"
    path.write_text(text, encoding="utf-8")
    assert entries_of(path) == [
        Entry(kind="thing", word="bouée", value="", example="", path=str(path), line=5),
        Entry(kind="person", word="orpailleur", value="civilian", example="Six orpailleurs sont morts.",
              path=str(path), line=7),
    ]  # fmt: skip


def test_columns_may_lack_and_stand_in_any_order(tmp_path: Path) -> None:
    path = tmp_path / "words.csv"
    path.write_text("word,kind\nbouée,thing\n", encoding="utf-8")
    assert entries_of(path) == [Entry(kind="thing", word="bouée", value="", example="", path=str(path), line=2)]


def test_no_file_has_no_entries(tmp_path: Path) -> None:
    assert entries_of(tmp_path / "words.csv") == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "kind;word;sense\nthing;bouée;x\n",
            "line 2: has a column 'sense'. The columns are kind, word, value",
        ),
        (f"{HEAD}saying;dire;;Deux morts; a dit le maire.\n", "line 2: has a column None. The columns are .*; quote a"),
        (f"{HEAD}thing;bouée;;\nthink;seau;;\n", "line 3: there is no kind 'think'"),
        (f"{HEAD};bouée;;\n", "line 2: there is no kind ''"),
        (f'{HEAD}thing;"bouée;;\n', "line 2: cannot be read as CSV"),
    ],
)
def test_a_wrong_line_is_told_with_its_number(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "words.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ResourceError, match=message) as caught:
        entries_of(path)
    assert caught.value.file == str(path)
