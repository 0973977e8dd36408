"""One record a fact, and totals."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp_events.layers.links.mentions import absorb, merge
from nlp_events.layers.links.model import TollRule, load_links
from nlp_events.layers.links.shares import is_earlier, is_total, parts_of_total, parts_raising, toll_of, whole_of_share
from nlp_events.text import evidence
from nlp_events.text.folding import fold

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
        "toll": None,
    }
    empty = ("part_of", "supersedes", "source", "source_canonical", "source_type", "cause", "date", "place")
    where = ("place_canonical", "place_role", "country", "latitude", "longitude", "place_precision")
    sure = ("confidence", "place_confidence", "date_confidence")
    values |= dict.fromkeys((*empty, *where, *sure))
    return values | changes


@pytest.mark.parametrize(
    ("first", "second", "merged"),
    [
        (figure(10, 12, 12, zone="title"), figure(100, 12, 12), {"100": "10"}),
        (figure(10, 20, None, "vague", zone="title"), figure(100, 36, None, "at_least"), {"10": "100"}),
        (figure(10, 100, 100, "approx", zone="title"), figure(100, 91, None, "at_least"), {"10": "100"}),
        (figure(10, 14, 14, zone="title"), figure(100, 14, None, "at_least"), {"10": "100"}),
        (figure(10, 14, None, "at_least"), figure(100, 14, 14), {"100": "10"}),
        (figure(10, 14, 14, "approx", zone="title"), figure(100, 14, 14), {"10": "100"}),
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
        # A headline and a standfirst, both of zone title: the specific one stands, of two alike the standfirst's.
        (figure(10, 2, None, "vague", zone="title"), figure(100, 9, 9, zone="title"), {"10": "100"}),
        (figure(10, 9, 9, zone="title"), figure(100, 2, None, "vague", zone="title"), {"100": "10"}),
        (figure(10, 30, None, "at_least", zone="title"), figure(100, 34, 34, zone="title"), {"10": "100"}),
        (figure(10, 9, 9, zone="title"), figure(100, 9, 9, zone="title"), {"10": "100"}),
        # «plusieurs dizaines de civils, entre 40 et 60,»: in apposition, without a noun of its own.
        (figure(10, 20, None, "vague"), figure(17, 40, 60, "range", sentence_start=5, who=None), {"10": "17"}),
        (figure(10, 30, 30, "approx"), figure(17, 32, 32, sentence_start=5, who=None), {"10": "17"}),
        (figure(10, 30, 30, "approx"), figure(17, 50, 50, sentence_start=5, who=None), {}),
        (figure(10, 30, 30), figure(17, 30, 30, sentence_start=5, who=None), {}),
        (figure(10, 20, None, "vague"), figure(17, 40, 60, "range", sentence_start=5), {}),
        (figure(10, 20, None, "vague"), figure(30, 40, 60, "range", sentence_start=5, who=None), {}),
    ],
)
def test_what_states_the_same_fact(first: dict[str, Any], second: dict[str, Any], merged: dict[str, str]) -> None:
    assert merge([first, second]) == merged  # type: ignore[list-item]


numbers = st.sampled_from(
    [(2, None, "vague"), (20, None, "vague"), (9, 9, "exact"), (10, 10, "approx"), (9, None, "at_least")]
)
told = st.tuples(
    numbers,
    st.sampled_from(["title", "body"]),
    st.sampled_from(["killed", "casualties"]),
    st.sampled_from(["event", "background"]),
)


@given(st.lists(told, max_size=12))
def test_every_restatement_ends_at_a_figure_that_stands(wordings: list[Any]) -> None:
    figures = [
        figure(60 * at, low, high, modifier, zone=zone, impact=impact, scope=scope)
        for at, ((low, high, modifier), zone, impact, scope) in enumerate(wordings)
    ]
    merged = merge(figures)  # type: ignore[arg-type]
    assert not set(merged) & set(merged.values())
    assert set(merged) | set(merged.values()) <= {one["key"] for one in figures}


def test_a_restatement_fills_in_what_the_figure_lacks() -> None:
    title, body = figure(10, 12, 12, zone="title"), figure(100, 12, 12, source="la police", date="2019-05-14")
    body["evidence"] = {"source": evidence.told(120, 129, "says"), "date": evidence.told(130, 135, "nearest")}
    absorb(title, body)  # type: ignore[arg-type]
    assert (title["source"], title["date"]) == ("la police", "2019-05-14")
    assert title["mentions"] == [[10, 15], [100, 105]]
    assert title["evidence"] == body["evidence"]


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        ({"confidence": 0.6}, {"confidence": 0.9}, 0.9),
        ({"confidence": 0.9}, {"confidence": 0.6}, 0.9),
        ({"confidence": 0.6, "min": 10, "max": None}, {"confidence": 0.9}, 0.6),
        ({"confidence": None}, {"confidence": 0.9}, 0.9),
        ({"confidence": None}, {"confidence": None}, None),
    ],
)
def test_what_is_told_twice_alike_is_as_sure_as_where_it_is_told_best(
    title: dict[str, Any], body: dict[str, Any], expected: float | None
) -> None:
    stands = figure(10, 12, 12) | title
    absorb(stands, figure(100, 12, 12) | body)  # type: ignore[arg-type]
    assert stands["confidence"] == expected


def test_place_and_date_of_a_mention_come_with_their_confidence() -> None:
    bare, told = figure(10, 12, 12), figure(100, 12, 12, date="2019-05-14", date_confidence=0.8)
    told |= {"place": "Gao", "place_confidence": 0.7}
    absorb(bare, told)  # type: ignore[arg-type]
    assert (bare["date_confidence"], bare["place_confidence"]) == (0.8, 0.7)


def test_a_mention_that_tells_place_and_date_itself_gives_its_confidence() -> None:
    title = figure(10, 12, 12, zone="title", date="2019-05", date_confidence=0.5, place="Mali", place_confidence=0.6)
    body = figure(100, 12, 12, date="2019-05-14", date_confidence=0.9, place="Gao", place_confidence=0.8)
    title["place_precision"], body["place_precision"] = "country", "settlement"
    body["evidence"] = {"place": evidence.told(110, 113, "near"), "date": evidence.told(120, 125, "near")}
    absorb(title, body)  # type: ignore[arg-type]
    assert (title["place"], title["place_confidence"]) == ("Gao", 0.8)
    assert title["place_precision"] == "settlement"
    assert (title["date"], title["date_confidence"]) == ("2019-05-14", 0.9)


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


SHARES = [
    ("Deux raids ont fait 60 morts lundi. Le plus meurtrier a tué 32 civils.", 60, 32, "killed", "0"),
    ("L'une de ces attaques a fait 12 morts.", 60, 12, "killed", "0"),
    ("Le plus grave a fait 80 morts.", 60, 80, "killed", None),
    ("Le plus grave a fait 12 blessés.", 60, 12, "injured", None),
    ("Un autre a fait 12 morts.", 60, 12, "killed", None),
]


@pytest.mark.parametrize(("text", "total", "number", "impact", "whole"), SHARES)
def test_the_worst_of_several_is_a_share(text, total, number, impact, whole):
    at = text.index(str(number))
    share = figure(at, number, number, impact=impact, sentence_start=text.rfind(". ", 0, at) + 1)
    earlier = figure(0, total, total, sentence_start=-100)
    assert whole_of_share(fold(text), share, [earlier]) == whole


@pytest.mark.parametrize(("told", "whole"), [("jusqu'à présent", "6"), ("lundi", None)])
def test_the_newly_found_are_a_share_of_a_running_total(told, whole):
    text = f"Vingt mineurs ont été remontés {told}. Six nouveaux rescapés sont sortis."
    at = text.index("Six")
    earlier = figure(6, 20, 20, impact="rescued", sentence_start=0, sentence_end=at)
    share = figure(at, 6, 6, impact="rescued", end=at + 22, sentence_start=at)
    assert whole_of_share(fold(text), share, [earlier]) == whole


@pytest.mark.parametrize(("verb", "parts"), [("ce qui porte le bilan à", ["0"]), ("après un raid qui a fait", [])])
def test_those_who_raise_a_total_are_a_part_of_it(verb, parts):
    text = f"Deux blessés ont succombé, {verb} 31 morts."
    more, total = figure(0, 2, 2, sentence_start=0), figure(text.index("31"), 31, 31, sentence_start=0)
    assert [one["key"] for one in parts_raising(fold(text), total, [more, total])] == parts


def test_a_headline_takes_the_update_its_sentence_tells():
    headline = figure(10, 23, 23, zone="title", toll=None)
    body = figure(100, 23, 23, supersedes="90", toll="revised_up")
    absorb(headline, body)
    assert (headline["supersedes"], headline["toll"]) == ("90", "revised_up")
