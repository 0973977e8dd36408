"""The discourse on a Doc, and how layers read it."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from nlp_events.extensions import DISCOURSE, discourse_of


@pytest.fixture(scope="module")
def blank() -> Language:
    """The component alone."""
    pipeline = spacy.blank("fr")
    pipeline.add_pipe("nlp_events_discourse")
    return pipeline


def test_a_stretch_that_is_two_pieces_keeps_both(blank: Language) -> None:
    doc = blank("Deux villes :\n- Gao\n– Kidal –")
    spans = doc.spans[DISCOURSE]
    kinds = [[one["kind"] for one in span._.discourse] for span in spans]
    lines = (kind for own in kinds for kind in own if kind in ("dateline", "list_line"))
    assert sorted(lines) == ["dateline", "list_line", "list_line"]
    again = Doc(blank.vocab).from_bytes(doc.to_bytes())
    assert [span._.discourse for span in again.spans[DISCOURSE]] == [span._.discourse for span in spans]


def test_reading_is_renewed_with_the_group(blank: Language) -> None:
    doc = blank("Deux villes :\n- Gao")
    assert len(discourse_of(doc).of("list_line")) == 1
    doc.spans[DISCOURSE] = []
    assert discourse_of(doc).of("list_line") == []


def test_who_speaks_near_a_figure_is_a_voice() -> None:
    pipeline = spacy.blank("fr")
    for name in ("quantities", "discourse"):
        pipeline.add_pipe(f"nlp_events_{name}")
    far, near = "Le préfet a annoncé la crue. ", "Le maire a annoncé la pluie. "
    text = f"{far}{near}La nuit tombe. L'eau monte. Selon la police, douze voisins ont péri. {near}{far}"
    found = discourse_of(pipeline(text))
    told = {
        kind: [text[slice(*one["parts"]["speaker"])] for one in found.of(kind)] for kind in ("voice", "attribution")
    }
    assert told == {"voice": ["Le maire", "Le maire"], "attribution": ["la police"]}


def test_without_the_component_there_is_none() -> None:
    assert discourse_of(spacy.blank("fr")("- Gao")).of("list_line") == []


def test_offsets_are_those_of_a_text_with_long_runs_of_blanks(blank: Language) -> None:
    text = f"Deux{' ' * 60}villes :\n- Gao{' ' * 60}et Kidal"
    (line,) = discourse_of(blank(text)).of("list_line")
    assert text[line["start"] : line["end"]] == text.partition("\n")[2]
    assert text[slice(*line["parts"]["heading"])] == text.partition("\n")[0]
