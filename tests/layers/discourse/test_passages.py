"""The words by which a sentence looks back."""

from __future__ import annotations

import pytest

from nlp_events.layers.discourse.passages import find_passages
from nlp_events.text.folding import fold


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Un obus a tué deux enfants.", []),
        ("Il y a deux ans, un éboulement a tué 30 villageois.", ["earlier"]),
        ("Un premier obus avait tué deux enfants.", ["pluperfect"]),
        ("L'an dernier, un obus avait tué deux enfants.", ["earlier", "pluperfect"]),
        ("L'an dernier, un premier bilan avait fait état de neuf morts.", ["pluperfect of_story"]),
        ("Deux hommes avaient été tués la veille.", ["pluperfect of_story"]),
        ("Ce raid survient après une explosion qui a fait 26 morts.", ["looking_back"]),
    ],
)
def test_what_looks_back(text: str, kinds: list[str]) -> None:
    found = list(find_passages(fold(text), 0, len(text)))
    assert [" ".join((one["kind"], *one["traits"])) for one in found] == kinds


def test_the_words_end_before_what_is_told() -> None:
    text = "Il survient longtemps après un raid, et longtemps après une trêve."
    (found,) = find_passages(fold(text), 0, len(text))
    assert text[found["start"] : found["end"]] == "survient longtemps après"
