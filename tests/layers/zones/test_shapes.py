"""The look of a line: how many sentences, headline, short sentence, paragraph, sub-heading."""

from __future__ import annotations

import re

import pytest

from nlp_events.layers.zones.lines import Line, read_lines
from nlp_events.layers.zones.model import load_zones
from nlp_events.layers.zones.shapes import Shapes

SHAPES = Shapes(load_zones())


def line(text: str) -> Line:
    (found,) = read_lines(text, re.compile("(?!)"))
    return found


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("La crue monte", 1),
        ("La crue du fleuve monte depuis ce matin. Le pont tient.", 2),
        ("La crue du fleuve monte depuis ce matin! Le pont tient? On ne sait.", 3),
        ("Selon M. Diallo, la crue monte.", 1),
        ("Drôme. Carambolage sur la route de Valence", 1),
        ("La crue du fleuve monte depuis ce matin... Le pont tient.", 1),
        ("« La crue du fleuve monte depuis ce matin.» Le pont tient.", 2),
        ("La crue du fleuve monte depuis ce matin. le pont tient.", 1),
        ("La crue de 3.5 mètres monte. 12 maisons sont prises.", 2),
    ],
)
def test_sentences(text: str, count: int) -> None:
    assert SHAPES.sentences(line(text)) == count


@pytest.mark.parametrize(
    ("text", "stop"),
    [("Il pleut.", True), ("« Il pleut. »", True), ("« Il pleut ! ».", True), ("Il pleut", False), ("Il pleut…", False),
     ("Il pleut...", False), ("Il pleut !", False), ("Il pleut.)", True)],
)  # fmt: skip
def test_a_final_stop(text: str, stop: bool) -> None:
    assert SHAPES.ends_with_stop(line(text)) is stop


LONG = "La crue du fleuve a emporté le pont et les maisons de la rive, "


@pytest.mark.parametrize(
    ("text", "shapes"),
    [
        ("Crue au Tchad", "headline sub-heading"),
        ("Crue au Tchad : le pont tient", "headline"),
        ("Pourquoi la crue monte-t-elle ?", "headline"),
        ("Voici la liste :", ""),
        ("Il pleut sur Gao.", "short"),
        ("La crue du fleuve monte depuis ce matin. Le pont tient.", "paragraph"),
        (LONG * 5 + "a dit le maire.", "paragraph"),
        ("mot " * 40, "paragraph"),
    ],
)
def test_shapes(text: str, shapes: str) -> None:
    one = line(text)
    found = {
        "headline": SHAPES.is_headline(one),
        "short": SHAPES.is_short_sentence(one),
        "paragraph": SHAPES.is_paragraph(one),
        "sub-heading": SHAPES.is_subheading(one),
    }
    assert " ".join(name for name, holds in found.items() if holds) == shapes
