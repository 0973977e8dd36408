import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp_events.words.branches import Led, alternatives, begins_word, first_letters, united

PATTERNS = [
    ["ab?c", "ab", "b"],
    ["(?:a|b(?:c|d))c|d", "bcd?"],
    ["(?:a|b)?c", "(?:ab|c){2}d", "(?:a|)b"],
    [r"(?<!a)b|\bc", "(?=a)ab", "a(?!b)"],
    [r"[a|)]b|[]b]c|[^]a]d", r"a\|b|\)c", "[^)]c"],
    [r"\u0061b|\u0062c", r"\x61c|\x62a|\141d", r"\|a|\|b"],
    ["a*b", "a+", "a{2}c", "(?:a|b+)+d", ""],
    [r"\b(?:ab|a|b(?:c|d)?)c?|\bd", r"a\b(?:|b)", r"\W(?:ab|ac)", r"\b(?:\||a)b"],
]


@pytest.mark.parametrize("patterns", PATTERNS)
@given(text=st.text(alphabet="abcd|)] ", max_size=8))
def test_fits_where_one_of_the_patterns_fits(patterns, text):
    fitting = [at for at in range(len(text) + 1) if any(re.compile(one).match(text, at) for one in patterns)]
    together = re.compile(f"(?:{united(patterns)})")
    assert [at for at in range(len(text) + 1) if together.match(text, at)] == fitting


def test_first_letters_are_shared():
    assert united(["mort|mois", "tué", "morte?"]) == "m(?:o(?:r(?:t(?:|e?))|is))|tué"


def test_a_group_at_the_beginning_is_taken_apart():
    assert [*alternatives([r"(?:pan|mur(?:s|aille)) a cédé|(?:la )?digue"])] == [
        "pan a cédé", "mur(?:s|aille) a cédé", "(?:la )?digue",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("alternative", "letters"), [("mort", "mo"), ("m", "m"), ("mo?rt", "m"), ("m[ou]rt", "m"), ("mur(?:s|aille)", "mu")]
)
def test_first_letters(alternative, letters):
    assert first_letters(alternative, 2) == letters


@pytest.mark.parametrize("alternative", ["m?ort", r"\bmort", "[mt]ort", "", "(?=m)ort", "m{0}ort"])
def test_no_certain_first_letter(alternative):
    assert first_letters(alternative, 2) == ""


@pytest.mark.parametrize(
    "pattern",
    [
        "mort",
        r"\w+",
        "(?:un|deux) morts?",
        "m?ort",
        r"\b(?!la)mort",
        "[dlà]es",
        "(?P<who>il|elle)?s?e",
        r"(?:l'|\d)*mort",
    ],
)
def test_begins_word(pattern):
    assert begins_word(pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        "",
        "m?",
        "mort|",
        r"\W",
        "(?: un)?mort",
        "'?mort",
        "(?:mort| )",
        "[l' ]es",
        "(?=mort)",
        "(?:m{0,2}|o)-",
        "[^m]ort",
        r"\(",
    ],
)
def test_begins_no_word_for_sure(pattern):
    assert not begins_word(pattern)


def test_behind_a_border_only_beginnings_of_words_are_tried():
    assert united([r"\b(?:mort|tué)|\btuent"]) == r"\b(?=\w)(?:mort|t(?:u(?:é|ent)))"
    assert united([r"\b(?:mort|-)s"]) == r"\b(?:morts|-s)"


LED = [r"(?P<one>\ba|b+c)(?P<two>d)?", r"(?:(?P<one>a)|ab|[bc]d?)+?c", r"(?<!a)\b(?:a|ab)c|(?:x?a){2}|(?:x?a)b"]


@pytest.mark.parametrize("pattern", LED)
@given(text=st.text(alphabet="abcdx ", max_size=12), start=st.integers(0, 12), end=st.integers(0, 12))
def test_led_finds_what_a_pattern_finds_alone(pattern, text, start, end):
    led, alone = Led(pattern), re.compile(pattern)
    assert [told(one) for one in led.finditer(text)] == [told(one) for one in alone.finditer(text)]
    assert told(led.search(text, start, end)) == told(alone.search(text, start, end))


def told(match):
    return match and (match.span(), match.groupdict(), match.lastgroup)


def test_a_group_that_several_begin_with_is_shared():
    given = ["(?:le |un )?mort", "(?:le |un )?tué", "[xy]{2}a", "[xy]{2}b"]
    assert united(given) == "(?:le |un )?(?:mort|tué)|[xy]{2}(?:a|b)"


def test_what_is_long_behind_a_group_is_written_once():
    assert united([f"(?:mort|mois|tué){'s' * 40}"]) == f"(?:m(?:o(?:rt|is))|tué){'s' * 40}"
