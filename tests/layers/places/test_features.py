"""The facts from which a figure's place is chosen."""

from __future__ import annotations

import pytest

from nlp_events.layers.places.features import PlaceFacts
from nlp_events.layers.places.rules import Name, Scene
from nlp_events.text.folding import fold
from nlp_events.text.sentences import split_sentences

TEXT = (
    "Mali : douze morts à Gao\n"
    "Douze soldats ont été tués mardi à Gao, dans le nord du Mali, selon un officier. À Kidal, rien.\n"
    "Le président a parlé depuis Bamako."
)
KINDS = {"Mali": "country", "Gao": "settlement", "Kidal": "settlement", "Bamako": "settlement"}
ROLES = {"Mali": "wider", "Gao": "locative", "Kidal": "locative", "Bamako": "speaker"}


def names(text: str) -> list[Name]:
    title = text.index("\n")
    starts = sorted((at, name) for name in KINDS for at in range(len(text)) if text.startswith(name, at))
    return [
        Name(
            start=at, end=at + len(name), canonical=name, country="ML", latitude=None, longitude=None,
            precision=KINDS[name], zone="title" if at < title else "body", role=ROLES[name],  # type: ignore[arg-type]
        )
        for at, name in starts
    ]  # fmt: skip


def scene(text: str, figure: str, **changes: object) -> Scene:
    start = text.index(figure)
    sentence = next(one for one in split_sentences(text) if one[0] <= start < one[1])
    values: dict[str, object] = {
        "start": start, "end": start + len(figure), "trigger": (start, start + len(figure)), "sentence": sentence,
        "impact": "killed", "scope": "event", "flow": None, "zone": "body", "number": 12, "national": False,
        "floor": sentence[0], "ceiling": sentence[1], "clause": sentence, "there": None, "source": None,
        "is_part": False, "worldwide": False,
    }  # fmt: skip
    return Scene(**(values | changes))  # type: ignore[arg-type]


def facts_of(name: str, occurrence: int, **changes: object) -> set[str]:
    found = names(TEXT)
    own = [at for at, one in enumerate(found) if one.canonical == name][occurrence]
    facts = PlaceFacts(fold(TEXT), found, split_sentences(TEXT), "ML")
    return set(facts.of(scene(TEXT, "Douze soldats", **changes), [own])[0])


@pytest.mark.parametrize(
    ("name", "occurrence", "expected"),
    [
        (
            "Gao",
            1,
            {"at=own after", "after rank=0", "role=locative", "kind=settlement", "word=à", "titled kind=settlement"},
        ),
        ("Mali", 1, {"at=own after", "after rank=1", "after commas=1", "holds=2 kind=country", "word=du"}),
        ("Gao", 0, {"at=title", "apart=-1", "zone=title"}),
        ("Kidal", 0, {"at=par 1", "opens after", "apart=1"}),
        ("Bamako", 0, {"at=after", "role=speaker", "lines=1", "word=depuis"}),
    ],
)
def test_where_a_name_stands(name: str, occurrence: int, expected: set[str]) -> None:
    assert expected <= facts_of(name, occurrence)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"ceiling": 60}, "beyond next"),
        ({"national": True}, "national kind=settlement"),
        ({"worldwide": True}, "worldwide kind=settlement"),
        ({"number": 300_000}, "kind=settlement size=huge"),
        ({"is_part": True}, "after part"),
        ({"clause": (0, 30)}, "at=own after other clause"),
        ({"source": (0, 100)}, "source"),
        ({"scope": "cumulative"}, "kind=settlement scope=cumulative"),
    ],
)
def test_what_a_figure_changes(changes: dict[str, object], expected: str) -> None:
    assert expected not in facts_of("Gao", 1)
    assert expected in facts_of("Gao", 1, **changes)


def test_no_place_knows_what_the_sentence_names() -> None:
    facts = PlaceFacts(fold(TEXT), names(TEXT), split_sentences(TEXT), "ML")
    assert "none own=settlement" in facts.of(scene(TEXT, "Douze soldats"), [])[0]
    assert PlaceFacts("rien", [], [(0, 4)], None).of(scene("rien", "rien"), []) == [
        ["none", "none own=-", "none scope=event", "none zone=body", "none impact=killed"]
    ]


def test_the_pronoun_looks_back_to_the_last_name() -> None:
    there = TEXT.index("Kidal")
    assert "there" in facts_of("Mali", 1, there=there)
    assert "before there" in facts_of("Gao", 1, there=there)


def test_a_country_of_its_own_is_abroad() -> None:
    found = names(TEXT)
    facts = PlaceFacts(fold(TEXT), found, split_sentences(TEXT), "NE").of(scene(TEXT, "Douze soldats"), [1])
    assert "abroad kind=settlement" in facts[0]


NESTED = """Laos : treize morts dans un accident de car

Deux jours après un drame à Bamako, un car est tombé dans un ravin au Laos. Treize ouvriers ont péri au Laos.

Le car était parti de Kasi. Les secours sont arrivés à Kasi dans la nuit."""


def nested(names: list[tuple[str, int, str, str]], figure: str) -> dict[tuple[str, int], set[str]]:
    found, counts = [], {}
    for name, at, precision, country in names:
        start = [one for one in range(len(NESTED)) if NESTED.startswith(name, one)][at]
        found.append(
            Name(
                start=start, end=start + len(name), canonical=name, country=country, latitude=None, longitude=None,
                precision=precision, zone="title" if start < NESTED.index("\n") else "body", role="locative",  # type: ignore[arg-type]
            )
        )  # fmt: skip
        counts[name, at] = len(found) - 1
    facts = PlaceFacts(fold(NESTED), found, split_sentences(NESTED), "LA")
    rows = facts.of(scene(NESTED, figure), range(len(found)))
    return {key: set(rows[index]) for key, index in counts.items()}


def test_a_town_of_the_country_that_the_sentence_names_lies_within() -> None:
    towns = [("Bamako", 0, "settlement", "ML"), ("Laos", 2, "country", "LA")]
    found = nested([*towns, ("Kasi", 0, "settlement", "LA"), ("Kasi", 1, "settlement", "LA")], "Treize ouvriers")
    assert {"within own kind=country", "first within own", "only within own"} <= found["Kasi", 0]
    assert "first within own" not in found["Kasi", 1]
    assert {"outer own kind=country", "outer own holds=1"} <= found["Laos", 2]
    assert "outside own" in found["Bamako", 0]


def test_a_sentence_without_a_place_looks_to_the_title() -> None:
    found = nested([("Laos", 0, "country", "LA"), ("Kasi", 0, "settlement", "LA")], "Treize ouvriers")
    assert "first within title" in found["Kasi", 0]
    assert "outer title kind=country" in found["Laos", 0]


def test_a_town_lies_within_no_other() -> None:
    found = nested([("Bamako", 0, "settlement", "ML"), ("Kasi", 0, "settlement", "LA")], "Treize ouvriers")
    assert not any(fact.startswith(("within", "outer", "outside")) for facts in found.values() for fact in facts)
