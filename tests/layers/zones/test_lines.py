"""Lines of a page: their borders, bullets, blank lines between them, and wrapped ones joined."""

from __future__ import annotations

import re

import pytest

from nlp_events.layers.zones.lines import LONGEST, Line, read_lines

BULLET = re.compile(r"[-•] ?|\d\. ")
LONG = "Les pluies de la nuit ont emporté le pont de la ville et"  # 56 characters, and goes on
FIFTY = "Le pont de la ville a été emporté dans la nuit par"


def texts(text: str) -> list[str]:
    return [line.text for line in read_lines(text, BULLET)]


def test_a_line_has_its_place_and_its_folded_text() -> None:
    assert read_lines("\n  - Été  à Gao \n\nFIN", BULLET) == [
        Line(3, 15, "- Été  à Gao", "été  à gao", bulleted=True, after_blank=False),
        Line(18, 21, "FIN", "fin", bulleted=False, after_blank=True),
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u0085", "\u2028", "\u2029"])
def test_every_kind_of_line_end(end: str) -> None:
    lines = read_lines(f"Un{end}Deux{end}{end}Trois{end} {end}Quatre", BULLET)
    assert [(line.text, line.after_blank) for line in lines] == [
        ("Un", False), ("Deux", False), ("Trois", True), ("Quatre", True),
    ]  # fmt: skip


def test_a_page_that_begins_with_blank_lines() -> None:
    assert [line.after_blank for line in read_lines("\n\nUn\nDeux", BULLET)] == [True, False]


@pytest.mark.parametrize("text", ["", " ", "\n \t\n"])
def test_nothing(text: str) -> None:
    assert read_lines(text, BULLET) == []


def test_patterns_see_the_beginning_of_a_long_line() -> None:
    (line,) = read_lines("- " + "a" * (LONGEST + 5), BULLET)
    assert (len(line.text), len(line.folded)) == (LONGEST + 7, LONGEST - 2)


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        (LONG, "la route du nord.", True),
        (LONG, "La route du nord.", False),
        (FIFTY, "la crue.", True),
        (FIFTY[:-1], "la crue.", False),
        *((f"{LONG}{mark}", "la route.", False) for mark in '.!?:;…»"'),
        (f"{LONG},", "la route.", True),
        (LONG, "\nla route du nord.", False),
        (LONG, "  la route du nord.", True),
        (LONG, "12 routes.", False),
    ],
)
def test_a_wrapped_line_is_joined(first: str, second: str, joined: bool) -> None:
    text = f"{first}\n{second}"
    assert len(texts(text)) == (1 if joined else 2)
    if joined:
        assert texts(text) == [text]


def test_three_lines_in_one() -> None:
    assert texts(f"{LONG}\n{LONG.lower()}\nla route.\nFin") == [f"{LONG}\n{LONG.lower()}\nla route.", "Fin"]


def wrapped(low: int, rest: int) -> str:
    """So many lines that go on in lower case, one that goes on with a capital, and so many short ones."""
    return "\n".join([f"{LONG}\nla route." for _ in range(low)] + [f"{LONG}\nGao attend."] + ["Fin."] * rest)


@pytest.mark.parametrize(
    ("low", "rest", "joined"),
    [(3, 1, True), (3, 2, False), (2, 0, False), (4, 2, True), (4, 3, False), (5, 4, False)],
)
def test_in_a_text_that_is_wrapped_capitals_go_on_too(low: int, rest: int, joined: bool) -> None:
    assert (f"{LONG}\nGao attend." in texts(wrapped(low, rest))) is joined
