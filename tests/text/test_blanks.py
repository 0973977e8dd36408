"""Long runs of blanks as one, and the way between the two texts."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp_events.text.blanks import narrowed

BLANKS = " \t\v\f\u00a0\u2007\u2009\u202f\u3000"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12 morts    à Gao", "12 morts à Gao"),
        ("12\u00a0\u00a0\u00a0\u00a0morts \t \v\u3000à Gao", "12\u00a0morts à Gao"),
        ("    Gao     \nTessalit     12", " Gao \nTessalit 12"),
        ("Titre\n\n\n\n\nCorps", "Titre\n\n\nCorps"),
        ("Titre\r\n\r\n\r\n\r\n\r\n  Corps", "Titre\r\n\r\n\r\nCorps"),
        ("Titre\n     \n \n   \n      \n Corps", "Titre\n \n \n   Corps"),
        ("a\r\r\r\r\rb\u2028\u2028\u2028\u2028c", "a\r\r\rb\u2028\u2028\u2028c"),
    ],
)
def test_a_long_run_is_its_first_blank_and_line_ends_are_three_at_most(text: str, expected: str) -> None:
    seen = narrowed(text)
    assert seen is not None
    assert seen.text == expected


@pytest.mark.parametrize("text", ["", "12 morts   à Gao", "Titre\r\n\r\n\r\nCorps", "a \n  \n b", "x" * 5_000])
def test_nothing_to_do_for_ordinary_texts(text: str) -> None:
    assert narrowed(text) is None


@pytest.mark.parametrize("blank", BLANKS)
def test_words_are_found_again(blank: str) -> None:
    text = f"Tessalit{blank * 7}12{blank * 900}morts{blank * 4}selon l'armée"
    seen = narrowed(text)
    assert seen is not None
    for word in ("Tessalit", "12", "morts", "selon l'armée"):
        start, end = (seen.wide(seen.text.index(word)), seen.wide(seen.text.index(word) + len(word)))
        assert text[start:end] == word
        assert seen.text[seen.narrow(start) : seen.narrow(end)] == word


def test_an_offset_among_the_blanks_is_behind_the_one_that_stays() -> None:
    seen = narrowed("ab      cd")
    assert seen is not None
    assert [seen.narrow(offset) for offset in range(11)] == [0, 1, 2, 3, 3, 3, 3, 3, 3, 4, 5]
    assert [seen.wide(offset) for offset in range(6)] == [0, 1, 2, 8, 9, 10]


@given(
    st.lists(st.sampled_from(["a", " ", "     ", "\t\t\t\t", "\n", "\r\n", "\n\n\n\n", "\u2028", "12"])).map("".join)
)
def test_offsets_go_there_and_back_and_words_stay(text: str) -> None:
    seen = narrowed(text)
    if seen is None:
        return
    assert seen.text.split() == text.split()
    assert narrowed(seen.text) is None
    places = [seen.wide(offset) for offset in range(len(seen.text) + 1)]
    assert places == sorted(set(places))
    assert [seen.narrow(place) for place in places] == list(range(len(seen.text) + 1))
    assert "".join(text[place] for place in places[:-1]) == seen.text


def test_time_grows_with_the_text() -> None:
    def cost(count: int) -> float:
        text = ("a" + " " * 7 + "\n" + "\t" * 900 + "\r\n\r") * count
        started = time.process_time()
        narrowed(text)
        return time.process_time() - started

    cost(10)
    assert cost(1_600) < 0.05 + 8 * cost(400)
