"""Sentences by punctuation and line ends."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp_events.text.sentences import sentence_at, split_sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le pont a cédé. Six personnes sont mortes.", ["Le pont a cédé.", "Six personnes sont mortes."]),
        ("Mali : 12 morts\nUne mine a explosé.", ["Mali : 12 morts", "Une mine a explosé."]),
        (
            "M. Kone et Mme. Diop ont témoigné. La cour a tranché.",
            ["M. Kone et Mme. Diop ont témoigné.", "La cour a tranché."],
        ),
        (
            "Le bilan est de 1.200 morts à 3,5 km. Rien d'autre.",
            ["Le bilan est de 1.200 morts à 3,5 km.", "Rien d'autre."],
        ),
        ("« Nous fuyons. » La route est coupée.", ["« Nous fuyons. »", "La route est coupée."]),
        ("Qui a tiré ? On l'ignore…", ["Qui a tiré ?", "On l'ignore…"]),
        ("Le 3 janv. 2019, il neige.", ["Le 3 janv. 2019, il neige."]),
        ("Le 9 sept. 2019, il neige.", ["Le 9 sept. 2019, il neige."]),
        ("Le raid en a tué sept. Deux civils sont sauvés.", ["Le raid en a tué sept.", "Deux civils sont sauvés."]),
        ("  \n\n ", []),
        (
            "Les pluies ont emporté douze\nvillageois. Le pont a cédé.",
            ["Les pluies ont emporté douze\nvillageois.", "Le pont a cédé."],
        ),
        ("Bilan :\nonze morts", ["Bilan :", "onze morts"]),
    ],
)
def test_split(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in split_sentences(text)] == expected


@given(st.text(alphabet=st.sampled_from("aZ. \n!?»«12é…"), max_size=120))
def test_sentences_are_in_order_within_bounds_and_lose_no_letter(text: str) -> None:
    spans = split_sentences(text)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
    kept = "".join(text[start:end] for start, end in spans)
    assert sorted(char for char in kept if not char.isspace()) == sorted(char for char in text if not char.isspace())


def test_sentence_at_an_offset() -> None:
    spans = [(0, 10), (12, 20)]
    assert [sentence_at(spans, offset) for offset in (0, 9, 12, 25)] == [0, 0, 1, 1]


@pytest.mark.parametrize("sign", [".", "?", "…", ".»", '" ', ". (", ") ", "« ", "\n«", "!) "])
def test_the_time_of_many_signs_grows_with_their_number(sign: str) -> None:
    def cost(count: int) -> float:
        text = f"Fin. {sign * count}fin"
        started = time.process_time()
        split_sentences(text)
        return time.process_time() - started

    cost(100)
    assert cost(40_000) < 0.2 + 10 * min(cost(10_000) for _ in range(2))


def test_a_sentence_ends_behind_all_of_its_signs() -> None:
    text = 'Fuyez !!!... » ") « (Tous.) Ils courent. »'
    assert [text[start:end] for start, end in split_sentences(text)] == [
        'Fuyez !!!... » ")',
        "« (Tous.)",
        "Ils courent. »",
    ]
