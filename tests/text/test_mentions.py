"""One record a fact, and totals."""

from __future__ import annotations

from typing import Any

import pytest

from nlp_events.resources.links import TollRule, load_links
from nlp_events.text.folding import fold
from nlp_events.text.mentions import absorb, is_earlier, is_total, merge, parts_of_total, toll_of

RULES = load_links().tolls


def figure(key: int, low: int | None, high: int | None, modifier: str = "exact", **changes: Any) -> dict[str, Any]:
    values: dict[str, Any] = {
        "key": str(key),
        "impact": "killed",
        "start": key,
        "end": key + 5,
        "min": low,
        "max": high,
        "modifier": modifier,
        "unit": "person",
        "rule": "counted/killed-counted",
        "who": "civils",
        "who_category": "civilian",
        "zone": "body",
        "sentence_start": key - 5,
        "sentence_end": key + 50,
        "mentions": [[key, key + 5]],
        "certainty": "asserted",
        "scope": "event",
        "evidence": {},
    }
    empty = ("part_of", "supersedes", "source", "source_canonical", "source_type", "cause", "date", "place")
    where = ("place_canonical", "place_role", "country", "latitude", "longitude")
    values |= dict.fromkeys((*empty, *where))
    return values | changes


@pytest.mark.parametrize(
    ("first", "second", "merged"),
    [
        (figure(10, 12, 12, zone="title"), figure(100, 12, 12), {"100": "10"}),
        (figure(10, 20, None, "vague", zone="title"), figure(100, 36, None, "at_least"), {"10": "100"}),
        (figure(10, 100, 100, "approx", zone="title"), figure(100, 91, None, "at_least"), {"10": "100"}),
        (figure(10, 12, 12), figure(100, 15, 15), {}),
        (figure(10, 12, 12), figure(100, 12, 12, impact="injured"), {}),
        (figure(10, 12, 12), figure(100, 12, 12, unit="household"), {}),
        (figure(10, 12, 12), figure(100, 12, 12, scope="background"), {}),
        (figure(10, 12, 12, country="ML"), figure(100, 12, 12, country="IQ"), {}),
        (figure(10, 12, 12, certainty="denied"), figure(100, 12, 12), {}),
        (figure(10, 12, 12), figure(12, 12, 12, sentence_start=5), {}),
        (figure(10, 1, 1, who="policier", who_category="security_force"), figure(100, 1, 1, who_category="child"), {}),
        (figure(10, 37, 37, impact="casualties"), figure(100, 37, 37), {"10": "100"}),
        (figure(10, 900, 900), figure(100, 20, None, "vague"), {"100": "10"}),
        (figure(10, 5000, 5000), figure(100, 20, None, "vague"), {}),
    ],
)
def test_what_states_the_same_fact(first: dict[str, Any], second: dict[str, Any], merged: dict[str, str]) -> None:
    assert merge([first, second]) == merged  # type: ignore[list-item]


def test_a_restatement_fills_in_what_the_figure_lacks() -> None:
    title, body = figure(10, 12, 12, zone="title"), figure(100, 12, 12, source="la police", date="2019-05-14")
    body["evidence"] = {"source": [120, 129], "date": [130, 135]}
    absorb(title, body)  # type: ignore[arg-type]
    assert (title["source"], title["date"]) == ("la police", "2019-05-14")
    assert title["mentions"] == [[10, 15], [100, 105]]
    assert title["evidence"] == {"source": [120, 129], "date": [130, 135]}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.toll)
def test_toll_words_fire_on_their_examples(rule: TollRule) -> None:
    for example in rule.examples:
        assert toll_of(fold(example), 0, len(example)) == rule.toll


def test_toll_is_silent_without_its_words() -> None:
    assert toll_of("le raid a fait 12 morts.", 0, 24) is None


def test_earlier_and_total() -> None:
    earlier, total = "un premier bilan faisait état de 31 tués", "ces deux attentats ont fait 40 morts"
    assert is_earlier(earlier, 0, len(earlier))
    assert not is_earlier(total, 0, len(total))
    assert is_total(total, 0, len(total))
    assert not is_total(earlier, 0, len(earlier))


def test_the_parts_of_a_total_add_up() -> None:
    parts = [figure(10, 27, 27), figure(60, 16, 16)]
    total = figure(200, 43, 43)
    assert parts_of_total(total, [*parts, total]) == parts  # type: ignore[list-item]
    other = figure(200, 50, 50)
    assert parts_of_total(other, [*parts, other]) == []  # type: ignore[list-item]
