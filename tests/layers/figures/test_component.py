"""The component on a document with nothing but quantities: every slot of a figure, and why it holds what it holds."""

from __future__ import annotations

from typing import Any

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, SpanGroup

from nlp_events.decisions import Scorer
from nlp_events.errors import NlpEventsError
from nlp_events.extensions import FIGURES, REFUSALS, ZONES

EMPTY = {
    "part_of": None, "supersedes": None, "toll": None, "source": None, "source_canonical": None, "source_type": None,
    "cause": None, "date": None, "place": None, "place_canonical": None, "place_role": None, "country": None,
    "latitude": None, "longitude": None, "place_precision": None, "place_confidence": None, "date_confidence": None,
    "actor": None, "actor_canonical": None, "actor_id": None, "actor_type": None, "actor_status": None, "means": None,
    "actor_confidence": None,
    "flow": None, "certainty": "asserted",
    "scope": "event", "unit": "person", "zone": "body",
}  # fmt: skip
BY_DEFAULT = {"span": None, "rule": "default"}


@pytest.fixture(scope="module")
def blank() -> Language:
    nlp = spacy.blank("fr")
    nlp.add_pipe("nlp_events_quantities")
    nlp.add_pipe("nlp_events_figures")
    return nlp


def figures(doc: Doc) -> list[dict[str, Any]]:
    return [span._.figure for span in doc.spans[FIGURES]]


def without_confidence(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What rules read: how sure it is, the weights say."""
    return [{name: value for name, value in one.items() if name != "confidence"} for one in found]


def test_a_counted_noun_and_its_verb(blank: Language) -> None:
    doc = blank("Lundi, au moins douze soldats ont été tués.")
    assert without_confidence(figures(doc)) == [
        EMPTY
        | {
            "key": "7-29", "happening": "7-29", "impact": "killed", "start": 7, "end": 29, "min": 12, "max": None,
            "modifier": "at_least", "who": "soldats", "who_category": "security_force", "trigger": "tués",
            "trigger_start": 38, "trigger_end": 42, "sentence_start": 0, "sentence_end": 43,
            "rule": "passive/killed-verb", "mentions": [[7, 29]],
            "evidence": {
                "quantity": {"span": [7, 21], "rule": "quantity_words_at_least"},
                "trigger": {"span": [38, 42], "rule": "killed-verb"},
                "who": {"span": [22, 29], "rule": "counted_noun"},
                "who_category": {"span": None, "rule": "noun"},
                "certainty": BY_DEFAULT, "scope": BY_DEFAULT,
            },
        }
    ]  # fmt: skip
    assert [span.text for span in doc.spans[FIGURES]] == ["au moins douze soldats"]


TWO = "La crue a fait neuf morts à Gao. Sur scène, trois otages tiennent l'affiche."
SCORER = Scorer(weights={"trigger=morts": 2.0, "trigger=otages": -1.0}, threshold=0.4)
"""By which the dead of ``TWO`` are probable (0.88), and the hostages are not (0.27)."""


def judged(text: str, least: float | None) -> Doc:
    nlp = spacy.blank("fr")
    nlp.add_pipe("nlp_events_quantities")
    component: Any = nlp.add_pipe("nlp_events_figures", config={"min_confidence": least})
    component.scorer = SCORER
    return nlp(text)


def test_every_figure_tells_how_sure_it_is() -> None:
    assert [(one["min"], one["confidence"]) for one in figures(judged(TWO, 0.0))] == [(9, 0.88), (3, 0.27)]


@pytest.mark.parametrize(
    ("least", "kept", "reasons"),
    [
        (None, [9], ["improbable"]),
        (0.0, [9, 3], []),
        (0.27, [9, 3], []),
        (0.28, [9], ["improbable"]),
        (0.88, [9], ["improbable"]),
        (1, [], ["below_confidence", "improbable"]),
    ],
)
def test_what_is_less_sure_than_asked_for_is_refused(least: float | None, kept: list[int], reasons: list[str]) -> None:
    doc = judged(TWO, least)
    assert [one["min"] for one in figures(doc)] == kept
    assert [span._.refusal["reason"] for span in doc.spans[REFUSALS]] == reasons


def test_a_refusal_keeps_the_figure_it_refused() -> None:
    doc = judged(TWO, None)
    (refusal,) = [span._.refusal for span in doc.spans[REFUSALS]]
    figure = refusal["figure"]
    assert (figure["min"], figure["impact"], figure["confidence"]) == (3, "abducted", 0.27)


@pytest.mark.parametrize("least", [-0.1, 1.01])
def test_a_confidence_that_is_none_is_refused(least: float) -> None:
    with pytest.raises(NlpEventsError, match=r"min_confidence is \S+\. Give a number from 0 to 1"):
        spacy.blank("fr").add_pipe("nlp_events_figures", config={"min_confidence": least})


def test_a_noun_that_is_its_own_trigger(blank: Language) -> None:
    (figure,) = figures(blank("La crue a fait neuf morts."))
    assert (figure["trigger"], figure["trigger_start"], figure["trigger_end"]) == ("morts", 20, 25)
    assert (figure["who"], figure["who_category"]) == ("morts", None)
    assert "who_category" not in figure["evidence"]
    assert figure["evidence"]["trigger"] == {"span": [20, 25], "rule": "killed-counted"}


def test_households_on_the_move(blank: Language) -> None:
    (figure,) = figures(blank("Trente familles ont été déplacées."))
    assert (figure["unit"], figure["flow"], figure["who"]) == ("household", "flow", "familles")
    assert figure["evidence"]["flow"] == {"span": None, "rule": figure["evidence"]["trigger"]["rule"]}


@pytest.mark.parametrize(
    ("text", "flow"),
    [
        ("Trois cents habitants ont fui : ils vivent à Gao.", "flow"),
        ("Trois cents habitants ont fui, ils vivent à Gao.", "flow"),
        ("Trois cents habitants ont fui ; ils vivent à Gao.", "flow"),
        ("Le pays compte 2 000 déplacés.", "stock"),
        ("Le camp abrite 300 familles.", "stock"),
        ("Le camp a accueilli 300 familles.", "flow"),
        ("Deux mille déplacés sont arrivés hier.", "flow"),
        ("La région compte 8 250 ménages déplacés.", "stock"),
        ("Deux mille habitants sont déplacés.", "stock"),
        ("Deux mille habitants étaient déplacés.", "stock"),
        ("Deux mille habitants ont été déplacés.", "flow"),
        ("Cent familles sont rentrées.", "flow"),
        ("Douze soldats sont morts.", None),
    ],
)
def test_those_who_left_and_those_who_are_away(blank: Language, text: str, flow: str | None) -> None:
    (figure,) = figures(blank(text))
    assert figure["flow"] == flow


def test_a_number_without_a_noun(blank: Language) -> None:
    whole, part = figures(blank("La bombe a tué 40 civils, dont 12 à Gao."))
    assert part["part_of"] == whole["key"] == "15-24"
    assert part["evidence"]["part_of"] == {"span": None, "rule": part["rule"]}
    assert (part["who"], part["key"], whole["part_of"]) == (None, "31-33", None)
    assert "who" not in part["evidence"]
    assert part["who_category"] == "civilian"
    assert part["evidence"]["who_category"] == {"span": None, "rule": part["rule"]}


def test_a_toll_that_replaces_another(blank: Language) -> None:
    old, new = figures(blank("Le bilan est passé de 12 à 19 morts."))
    assert (old["min"], new["min"], new["supersedes"], old["supersedes"]) == (12, 19, old["key"], None)
    assert new["evidence"]["supersedes"] == {"span": None, "rule": new["rule"]}


def test_a_figure_that_the_sentence_rejects(blank: Language) -> None:
    first, second = figures(blank("L'explosion a fait quatre morts, et non sept."))
    assert [one["certainty"] for one in (first, second)] == ["asserted", "denied"]
    assert second["evidence"]["certainty"] == {"span": None, "rule": "rejected"}
    assert second["sentence_end"] == 45


def test_the_zone_is_that_of_its_place(blank: Language) -> None:
    doc = blank.make_doc("Mali : neuf morts\nLa crue a fait neuf morts.")
    title = doc.char_span(0, 17)
    title._.zone = {"zone": "title"}
    doc.spans[ZONES] = SpanGroup(doc, name=ZONES, spans=[title])
    assert [one["zone"] for one in figures(blank(doc))] == ["title", "title"]
    body = doc.char_span(18, len(doc.text))
    body._.zone = {"zone": "body"}
    doc.spans[ZONES] = SpanGroup(doc, name=ZONES, spans=[title, body])
    assert [one["zone"] for one in figures(blank(doc))] == ["title", "body"]


def test_refusals_join_those_that_are_there(blank: Language) -> None:
    doc = blank("En 2019, le solde de la crue était de -12 morts à 3 km d'ici.")
    assert [(span.text, span._.refusal["reason"]) for span in doc.spans[REFUSALS]] == [
        ("2019", "year"), ("3 km", "distance"), ("-12 morts", "negative"),
    ]  # fmt: skip
    assert figures(doc) == []


@pytest.mark.parametrize("text", ["", " ", "Il pleut."])
def test_nothing_to_find(blank: Language, text: str) -> None:
    doc = blank(text)
    assert (list(doc.spans[FIGURES]), list(doc.spans[REFUSALS])) == ([], [])


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("Lundi, un couple a été tué à Lyon.", (2, 2)),
        ("Lundi, le couple a été tué à Lyon.", (2, 2)),
        ("Lundi, un trio de braqueurs a été tué à Lyon.", (3, 3)),
        ("Lundi, au moins trois couples ont été tués à Lyon.", (6, None)),
        ("Lundi, trois civils ont été tués à Lyon.", (3, 3)),
    ],
)
def test_a_couple_is_two(blank: Language, text: str, bounds: tuple[int, int | None]) -> None:
    (found,) = figures(blank(text))
    assert (found["min"], found["max"]) == bounds
