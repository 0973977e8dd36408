import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp_events.layers.figures.phrases import TOKEN, Phrases

TABLE = Phrases(insertable=frozenset({"lundi", "tous"}))
for phrase, value in (("perdu la vie", "a"), ("perdu", "b"), ("tué", "c"), ("tué", "d"), ("perdu la tête", "e")):
    TABLE.add(tuple(phrase.split()), value)
TABLE.sort()


@pytest.mark.parametrize(
    ("text", "length", "values"),
    [
        ("perdu la vie", 3, ["a"]),
        ("perdu lundi la vie", 4, ["a"]),
        ("perdu tous lundi la tête", 5, ["e"]),
        ("perdu tous lundi tous la vie", 1, ["b"]),
        ("perdu la", 1, ["b"]),
        ("tué", 1, ["c", "d"]),
        ("tué la vie", 1, ["c", "d"]),
        ("vie", 0, []),
    ],
)
def test_the_longest_phrase_with_all_its_values(text, length, values):
    assert TABLE.match(text.split(), 0) == (length, values)


@given(st.text(alphabet="ab1_-'’ .é", max_size=12))
def test_tokens_are_words_with_their_apostrophe_words_and_signs(text):
    assert TOKEN.findall(text) == re.findall(r"\w+(?:-\w+)*'|\w+(?:-\w+)*|[^\w\s]", text)
