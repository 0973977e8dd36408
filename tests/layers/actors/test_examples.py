"""The wordings of ``actors.yaml``: what they find, and what they leave alone."""

from __future__ import annotations

import pytest

from nlp_events.layers.actors.model import load_actors
from nlp_events.words.wordings import wordings_of

WORDINGS = dict(wordings_of(load_actors()))
EXAMPLES = [(name, example.lower()) for name, one in WORDINGS.items() for example in one.examples]
NON_EXAMPLES = [(name, example.lower()) for name, one in WORDINGS.items() for example in one.non_examples]


@pytest.mark.parametrize(("name", "example"), EXAMPLES)
def test_an_example_is_found(name: str, example: str) -> None:
    regex = WORDINGS[name].regex
    assert regex.match(example) if name.startswith("behind.") else regex.search(example)


@pytest.mark.parametrize(("name", "example"), NON_EXAMPLES)
def test_a_non_example_is_not(name: str, example: str) -> None:
    assert WORDINGS[name].regex.search(example) is None
