"""Where it happened to them, on a pipeline without a model: names are given by hand."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

PARTS = ("zones", "entities", "dates", "quantities", "figures", "certainty", "times", "places")


def placed(text: str, names: dict[str, str]) -> list[tuple[str | None, str | None]]:
    """(place, country) of each figure; ``names`` are labels of the names of the text."""
    pipeline = spacy.blank("fr")
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
        (
            "Un raid a tué 12 civils dans le nord du Mali, à Gao.",
            {"Mali": "LOC", "Gao": "LOC"},
            [("Gao", "ML")],
        ),
        (
            "Trois mineurs ont été tués à Gao ; à Kidal, deux femmes ont été blessées.",
            {"Gao": "LOC", "Kidal": "LOC"},
            [("Gao", "ML"), ("Kidal", "ML")],
        ),
    ],
)
def test_places(text: str, names: dict[str, str], expected: list[tuple[str | None, str | None]]) -> None:
    assert placed(text, names) == expected
