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


PHRASES = st.lists(st.lists(st.sampled_from("abt"), min_size=1, max_size=4).map(tuple), max_size=8)


def tried_one_by_one(table: Phrases, tokens: list[str]) -> tuple[int, list[str]]:
    """What stands at the beginning, by every sequence of the table in its order."""
    length, found = 0, []
    for words, value in table.by_first.get(tokens[0], []):
        if len(words) < length:
            break
        if (reached := table._reach(words, tokens, 0)) and reached >= length:
            length = reached
            found.append(value)
    return length, found


@given(PHRASES, st.lists(st.sampled_from("abt"), min_size=1, max_size=7))
def test_the_second_word_leads_to_what_trying_all_finds(phrases, tokens):
    table = Phrases(insertable=frozenset("t"))
    for number, words in enumerate(phrases):
        table.add(words, str(number))
    table.sort()
    assert table.match(tokens, 0) == tried_one_by_one(table, tokens)
