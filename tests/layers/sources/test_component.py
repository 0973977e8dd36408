"""Figures credited to the speaker of their quotation."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language


@pytest.fixture(scope="module")
def crediting() -> Language:
    """Only what sources need: no model."""
    pipeline = spacy.blank("fr")
    for name in ("quantities", "discourse", "figures", "sources"):
        pipeline.add_pipe(f"nlp_events_{name}")
    return pipeline


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("« Tout a brûlé. Douze voisins ont péri. Rien ne vient », a déclaré le maire.", "le maire"),
        ("Le maire a déclaré : « Tout a brûlé. Douze voisins ont péri. »", "Le maire"),
        ("« Tout a brûlé. Selon la police, douze voisins ont péri. Rien ne vient », a dit le maire.", "la police"),
        # Who spoke right before is chosen though no wording says so; who is only mentioned is not.
        ("« Tout a brûlé », a déclaré le maire. Douze voisins ont péri.", "le maire"),
        ("La préfecture est fermée. Douze voisins ont péri. Rien ne vient.", None),
        ("La mairie tient une liste, a dit le maire. La pluie dure. Il en annonce douze morts.", "le maire"),
        ("Le maire a annoncé la crue. La même source parle de douze morts.", "Le maire"),
        ("Une radio a parlé de douze morts. « Pure invention », a répliqué le maire.", "le maire"),
        ("Une radio a parlé de douze morts. Le maire dément avoir fui.", "Une radio"),
    ],
)
def test_a_figure_in_a_quotation(crediting: Language, text: str, source: str | None) -> None:
    doc = crediting(text)
    (span,) = doc.spans["nlp_events_figures"]
    assert span._.figure["source"] == source
