"""The clauses of a sentence."""

from __future__ import annotations

import pytest

from nlp_events.layers.discourse.clauses import find_clauses
from nlp_events.text.folding import fold


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("Trois morts à Gao", []),
        ("Trois morts à Gao ; deux blessés à Kidal", [("semicolon", "; deux blessés à Kidal")]),
        ("Trois morts à Gao, dont deux enfants", [("part", "dont deux enfants")]),
        ("Trois morts à Gao alors que Kidal est calme", [("contrast", "alors que Kidal est calme")]),
        ("Trois morts à Gao alors qu'ils dormaient", [("join", "alors qu'ils dormaient")]),
        ("Gao : trois morts, mais aucun blessé", [("mark", ": trois morts"), ("join", ", mais aucun blessé")]),
        ("M. Ba compte 3.000 morts. Lui", [("stop", ". Ba compte 3"), ("mark", ".000 morts"), ("stop", ". Lui")]),
    ],
)
def test_a_clause_reaches_from_its_border_to_the_next(text: str, clauses: list[tuple[str, str]]) -> None:
    found = list(find_clauses(fold(text), 0, len(text)))
    assert [(one["traits"][0], text[one["start"] : one["end"]]) for one in found] == clauses
    assert all(one["parts"]["border"][0] == one["start"] for one in found)


def test_a_relative_between_commas() -> None:
    text = "Le ministre, qui souhaiterait partir, déplore douze morts."
    (relative,) = find_clauses(fold(text), 0, len(text) - 1)
    assert (relative["kind"], text[relative["start"] : relative["end"]]) == ("relative", ", qui souhaiterait partir")
