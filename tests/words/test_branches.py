import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp_events.words.branches import alternatives, first_letter, united

PATTERNS = [
    ["ab?c", "ab", "b"],
    ["(?:a|b(?:c|d))c|d", "bcd?"],
    ["(?:a|b)?c", "(?:ab|c){2}d", "(?:a|)b"],
    [r"(?<!a)b|\bc", "(?=a)ab", "a(?!b)"],
    [r"[a|)]b|[]b]c|[^]a]d", r"a\|b|\)c", "[^)]c"],
    ["a*b", "a+", "a{2}c", "(?:a|b+)+d", ""],
]


@pytest.mark.parametrize("patterns", PATTERNS)
@given(text=st.text(alphabet="abcd|)]", max_size=8))
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


def test_first_letter():
    assert first_letter("mort") == "m"


@pytest.mark.parametrize("alternative", ["m?ort", r"\bmort", "[mt]ort", "", "(?=m)ort"])
def test_no_one_first_letter(alternative):
    assert first_letter(alternative) == ""
