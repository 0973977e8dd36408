import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.lang.fr.tokenizer_exceptions import TOKEN_MATCH

from nlp_events.alternation import factored

LETTERS = "[" + "".join(map(chr, range(ord("a"), ord("z") + 1))) + "".join(map(chr, range(0xE0, 0x24F))) + "]"
MANY = "[" + LETTERS[1:-1] + "A-Z]"
OFTEN = "(?iu)" + "|".join(
    f"(?:^{head}{LETTERS}{LETTERS}*$)" for head in ("ex-", "anti-", "r[ée]-", "(?:re)?doubles?-")
)
STOCK = TOKEN_MATCH.__self__
OURS = re.compile(factored(STOCK.pattern))
PIECES = [
    "anti", "États", "premier", "grand", "entr", "ch", "r", "saut", "de", "sur", "uni", "ministr", "l", "La Chapelle",
    "aux", "-", "-", "–", "'", "’", "é", "ß", "ſ", "K", "İ", "Σ", "1", ".", " ", "\n", "", "tiis", "z", "yeuter",
]  # fmt: skip


def test_what_alternatives_end_in_is_written_once() -> None:
    assert factored(OFTEN) == f"(?iu)(?:^(?:ex-|anti-|r[ée]-|(?:re)?doubles?-){LETTERS}{LETTERS}*$)"


def test_so_is_what_they_begin_with() -> None:
    pattern = f"(?iu)(?:^{MANY}+-de-{MANY}+$)|(?:^{MANY}+-sur-{MANY}+$)|(?:^x-{LETTERS}+$)"
    assert factored(pattern) == f"(?iu)(?:^{MANY}+(?:-de-|-sur-){MANY}+$)|(?:^(?:x-){LETTERS}+$)"


@pytest.mark.parametrize(
    "pattern",
    [
        "",
        "(?iu)(?:^a$)|(?:^b$)",
        OFTEN.removeprefix("(?iu)"),
        OFTEN + "|x",
        f"(?iu)(?:^(a|b){LETTERS}$)|(?:^c{LETTERS}$)",
        f"(?iu)(?:^a|b{LETTERS}$)|(?:^c{LETTERS}$)",
        f"(?iu)(?:^{LETTERS}{{2,}}a$)|(?:^{LETTERS}{{2,}}b$)",
        f"(?iu)(?:^{LETTERS}+?a$)|(?:^{LETTERS}+?b$)",
        f"(?iu)(?:^\\){LETTERS}$)|(?:^c{LETTERS}$)",
        f"(?iu)(?:^(?=a){LETTERS}$)|(?:^c{LETTERS}$)",
        f"(?iu)(?:^(?:a{LETTERS}$)|(?:^c){LETTERS}$)",
    ],
)
def test_another_form_stays_as_it_is(pattern: str) -> None:
    assert factored(pattern) == pattern


def test_spacys_exceptions_become_short() -> None:
    assert len(STOCK.pattern) > 1_000_000
    assert len(OURS.pattern) < 30_000


@settings(deadline=None, max_examples=1_500)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=7).map("".join))
def test_they_fit_the_same_words(word: str) -> None:
    assert bool(OURS.match(word)) == bool(STOCK.match(word))


@pytest.mark.parametrize(
    ("word", "fits"),
    [
        ("anti-terroriste", True), ("ANTI-TERRORISTE", True), ("anti-", False), ("états-unis", True),
        ("États-Unis\n", True), ("premier-ministre", True), ("saut-de-ski", True), ("pet-en-l'air", True),
        ("entr'abattre", True), ("prud'hommes", True), ("porte-parole", True), ("Bankilaré", False), ("a-t-il", False),
    ],
)  # fmt: skip
def test_words_that_stay_whole(word: str, fits: bool) -> None:
    assert bool(OURS.match(word)) == bool(STOCK.match(word)) == fits
