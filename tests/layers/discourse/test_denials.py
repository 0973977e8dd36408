"""Sentences that deny what the one before them tells, and who denies."""

from __future__ import annotations

import pytest

from nlp_events.layers.discourse.rules import find_discourse
from nlp_events.text.folding import fold
from nlp_events.text.sentences import split_sentences

TOLD = "Une radio a parlé de douze morts. "


def deniers(text: str) -> list[str]:
    pieces = find_discourse(fold(text), split_sentences(text))
    return [text[slice(*one["parts"]["speaker"])] for one in pieces if one["kind"] == "denial"]


@pytest.mark.parametrize(
    ("denial", "speaker"),
    [
        ("C'est faux, répond le préfet de Gao.", "le préfet de Gao"),
        ("« Mensonge », a tranché le maire.", "le maire"),
        ("Ce nombre est faux, précise la mairie, qui en compte neuf.", "la mairie"),
        ("La gendarmerie le dément.", "La gendarmerie"),
        ("Le gouverneur, Awa Ba, l'a formellement démenti lundi.", "Le gouverneur"),
        ("Le ministre a qualifié ce chiffre de « fable ».", "Le ministre"),
    ],
)
def test_who_denies(denial: str, speaker: str) -> None:
    assert deniers(TOLD + denial) == [speaker]


@pytest.mark.parametrize(
    "following",
    [
        "Le préfet dément avoir fui.",
        "De faux billets ont été saisis, a dit la police.",
        "C'est faux.",
        "Le maire a qualifié le drame de terrible.",
    ],
)
def test_what_denies_nothing(following: str) -> None:
    assert deniers(TOLD + following) == []


def test_the_first_sentence_denies_nothing() -> None:
    assert deniers("C'est faux, répond le préfet.") == []
