"""Look-up tables of the figures: verbs by infinitive, nouns by lemma, all forms made."""

from __future__ import annotations

from pathlib import Path

import pytest

from nlp_events.errors import ResourceError
from nlp_events.layers.figures.lexicon import load_lexicon
from nlp_events.layers.figures.phrases import Form, Phrases, tokens_of
from nlp_events.layers.figures.rules import find_figures
from nlp_events.layers.quantities.rules import find_quantities
from nlp_events.words.store import Words

LEXICON = load_lexicon()


def found(table: Phrases, phrase: str) -> set[tuple[str, str | None, str]]:
    words = tokens_of(phrase)
    entries = table.by_first.get(words[0], [])
    forms = [value for entry, value in entries if entry == words]
    return {(form.trigger.id, form.tense, form.number) for form in forms if isinstance(form, Form)}


@pytest.mark.parametrize(
    ("phrase", "form"),
    [
        ("tuèrent", ("killed-verb", "past", "any")),
        ("noient", ("killed-verb", "present", "any")),
        ("mortes", ("killed-verb-subject", "participle", "plural")),
        ("perdraient la vie", ("killed-phrase-subject", "conditional", "any")),
        ("bat à mort", ("killed-verb-phrase", "present", "any")),
        ("secourues", ("rescued-verb", "participle", "plural")),
        ("vint en aide à", ("rescued-aid", "past", "any")),
        ("jettent sur les routes", ("displaced-driven-out", "present", "any")),
        ("prises au piège", ("affected-verb", None, "any")),
        ("disparaitre", ("missing-verb", "infinitive", "any")),
    ],
)
def test_verbs_have_their_forms(phrase: str, form: tuple[str, str | None, str]) -> None:
    assert form in found(LEXICON.verbs, phrase)


def test_a_participle_of_both_numbers_is_in_both() -> None:
    numbers = {number for trigger, _, number in found(LEXICON.verbs, "pris en otage") if trigger == "abducted-verb"}
    assert numbers == {"singular", "plural"}


@pytest.mark.parametrize("phrase", ["périt", "fuit"])
def test_a_form_of_present_and_past_is_one_trigger(phrase: str) -> None:
    assert {tense for _, tense, _ in found(LEXICON.verbs, phrase)} == {"present"}


@pytest.mark.parametrize("phrase", ["libére", "prendu la route", "dégagait", "secouri"])
def test_no_form_is_made_that_french_has_not(phrase: str) -> None:
    assert found(LEXICON.verbs, phrase) == set()


@pytest.mark.parametrize(
    ("noun", "who"),
    [("cheminots", "civilian"), ("coiffeuse", "civilian"), ("casques bleus", "security_force"), ("mineur", "child")],
)
def test_nouns_of_people_have_singular_and_plural(noun: str, who: str) -> None:
    words = tokens_of(noun)
    assert LEXICON.persons.match(list(words), 0) == (len(words), [who])


def test_a_plural_alone_has_no_singular() -> None:
    assert {"mains", "canards", "canard"} <= LEXICON.things
    assert "main" not in LEXICON.things


@pytest.mark.parametrize(
    ("text", "impact"),
    [
        ("Les pompiers secoururent douze plaisanciers.", "rescued"),
        ("Les garde-côtes récupèrent neuf plaisanciers à bord d'une vedette.", "rescued"),
        ("La crue jette 300 familles à la rue.", "homeless"),
        ("L'incendie menaçait 200 riverains.", "affected"),
    ],
)
def test_forms_that_were_wrong_or_missing_fire(text: str, impact: str) -> None:
    readings, _ = find_figures(text, find_quantities(text)[0])
    assert [reading.impact for reading in readings] == [impact]


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("{poignarder.plural} à mort", "no part of a verb is named «plural»"),
        ("{tuxyoz} à mort", "«tuxyoz» is no verb whose forms are known"),
    ],
)
def test_what_is_no_verb_or_part_is_told(tmp_path: Path, phrase: str, words: str) -> None:
    rule = f"triggers: [{{id: a, impact: killed, role: object, phrases: ['{phrase}'], examples: [a]}}]"
    (tmp_path / "figures.yaml").write_text(rule, encoding="utf-8")
    with pytest.raises(ResourceError, match=words):
        load_lexicon(Words(tmp_path))
