"""Where it happened to them,: names are given by hand."""

from __future__ import annotations

from typing import Any

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from nlp_events.layers.places.component import _copy_place
from nlp_events.text.evidence import told

PARTS = ("zones", "entities", "dates", "quantities", "discourse", "figures", "certainty", "times", "places")

PLACE = (
    "place", "place_canonical", "place_role", "country", "place_precision", "latitude", "longitude", "place_confidence",
)  # fmt: skip
MISJUDGED = pytest.mark.xfail(strict=True, reason="the learned choice among the names of a text this short is wrong")


def placed(nlp: Language, text: str, names: dict[str, str]) -> list[tuple[str | None, str | None]]:
    """(place, country) of each figure; ``names`` are labels of the names of the text, ``nlp`` has the vectors."""
    pipeline = spacy.blank("fr", vocab=nlp.vocab)
    ruler = pipeline.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": label, "pattern": name} for name, label in names.items()])  # type: ignore[attr-defined]
    for part in PARTS:
        pipeline.add_pipe(f"nlp_events_{part}")
    doc: Doc = pipeline(text)
    return [(span._.figure["place"], span._.figure["country"]) for span in doc.spans["nlp_events_figures"]]


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        (
            "L'explosion a blessé dix-huit ouvriers à Yenakiieve.",
            {"Yenakiieve": "PER"},
            [("Yenakiieve", "UA")],
        ),
        ("Douze soldats ont été remis à Ali.", {"Ali": "PER"}, []),
        (
            "Sept personnes ont été tuées et trois blessées lundi à Gao.",
            {"Gao": "LOC"},
            [("Gao", "ML"), ("Gao", "ML")],
        ),
        pytest.param(
            "Un raid a tué 12 civils dans le nord du Mali, à Gao.",
            {"Mali": "LOC", "Gao": "LOC"},
            [("Gao", "ML")],
            marks=MISJUDGED,
        ),
        (
            "Trois mineurs ont été tués à Gao ; à Kidal, deux femmes ont été blessées.",
            {"Gao": "LOC", "Kidal": "LOC"},
            [("Gao", "ML"), ("Kidal", "ML")],
        ),
        ("Mali : douze morts dans une embuscade à Ansongo", {"Mali": "LOC", "Ansongo": "LOC"}, [("Ansongo", "ML")]),
        pytest.param(
            "Kenya : douze morts ; un pont est fermé à Voi",
            {"Kenya": "LOC", "Voi": "LOC"},
            [("Kenya", "KE")],
            marks=MISJUDGED,
        ),
    ],
)
def test_places(nlp: Language, text: str, names: dict[str, str], expected: list[tuple[str | None, str | None]]) -> None:
    assert placed(nlp, text, names) == expected


def test_the_evidence_of_a_place_names_the_decision() -> None:
    pipeline = spacy.blank("fr")
    pipeline.add_pipe("entity_ruler").add_patterns([{"label": "LOC", "pattern": "Gao"}])  # type: ignore[attr-defined]
    for part in PARTS:
        pipeline.add_pipe(f"nlp_events_{part}")
    doc = pipeline("Un obus a tué douze soldats à Gao.")
    (span,) = doc.spans["nlp_events_figures"]
    evidence = span._.figure["evidence"]
    assert evidence["place"] == {"span": [30, 33], "rule": "decisions/places"}
    assert evidence["country"] == {"span": None, "rule": "of_place"}


def test_a_part_of_what_has_no_place_has_none_and_no_evidence_of_one() -> None:
    whole: Any = dict.fromkeys(PLACE) | {"evidence": {}}
    evidence = {slot: told(30, 33, "decisions/places") for slot in ("place", "place_role", "country", "date")}
    part: Any = dict.fromkeys(PLACE, "Gao") | {"evidence": evidence}
    _copy_place(whole, part)
    assert part["place"] is None
    assert set(part["evidence"]) == {"date"}
