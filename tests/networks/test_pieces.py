"""A document with many figures is asked in pieces, and answered as at once."""

from __future__ import annotations

import pytest
from spacy.language import Language

from nlp_events import process
from nlp_events.networks import reader
from nlp_events.values import Article

TEXT = (
    "Mali : trente morts en deux jours\n"
    "Une attaque a fait douze morts lundi à Gao, dans le nord du pays, selon le gouverneur. Les morts de mardi : "
    "Kati (8), Ségou (6) et Kayes (4). Trois cents habitants ont fui Ménaka vers Gao le 3 mai.\n"
    "En mars, neuf soldats avaient péri à Kidal. Deux journalistes ont été enlevés dimanche près de Mopti."
)


def test_figures_in_pieces_give_the_same_records(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    article = Article(doc_id="a", text=TEXT, published="2022-05-05")
    at_once = list(process([article], nlp))
    monkeypatch.setattr(reader, "PIECE", 2)
    in_pieces = list(process([article], nlp))
    assert len(at_once[0].events) > 2 * 2
    assert in_pieces == at_once
