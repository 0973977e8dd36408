"""The corpus of stories is what its card says: articles and happenings that fit together, halves that do not touch."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any, get_args

import pytest

from nlp_events.values import Cause, Impact, Unit
from tests.story_scores import HALVES, STORIES, measure, rows_of


def every(name: str) -> list[dict[str, Any]]:
    return [row for half in HALVES for row in rows_of(name, half)]


@pytest.fixture(scope="module")
def articles() -> dict[str, dict[str, Any]]:
    return {row["doc_id"]: row for row in every("articles")}


def test_it_has_what_it_was_made_for(articles: dict[str, dict[str, Any]]) -> None:
    gold = every("gold")
    assert (len(articles), len(gold)) == (392, 88)
    assert min(len(row["articles"]) for row in gold) >= 2
    tolls = [toll for row in gold for toll in row["best"]]
    assert (len(tolls), sum(toll["conflict"] for toll in tolls)) == (203, 16)
    several = Counter(doc_id for row in gold for doc_id in row["articles"])
    assert sum(count >= 4 for count in several.values()) >= 10
    assert sum(row["published"] is None for row in articles.values()) == 26
    assert {half: len(rows_of("articles", half)) for half in HALVES} == {"train": 254, "held": 138}
    assert sum(len(row["text"].split()) for row in articles.values()) == 88_913


@pytest.mark.parametrize("name", ["gold", "second"])
def test_happenings_name_articles_of_their_half(articles: dict[str, dict[str, Any]], name: str) -> None:
    for row in every(name):
        named = [*row["articles"], *row["mentioned_in"]]
        assert len(set(named)) == len(named)
        assert {articles[doc_id]["half"] for doc_id in named} == {row["half"]}


def test_values_are_those_of_the_record() -> None:
    names = {row["happening"]: row["half"] for row in every("gold")}
    for row in every("gold"):
        assert row["cause"] in get_args(Cause)
        assert all(re.fullmatch("[A-Z]{2}", country) for country in row["countries"])
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", row["first_day"])
        assert row["first_day"] <= row["last_day"]
        assert {names[other] for other in row["not_same"]} <= {row["half"]}
        for toll in row["best"]:
            assert set(toll["impacts"]) <= set(get_args(Impact))
            assert toll["unit"] in get_args(Unit)
            assert toll["best"] >= 0


def test_two_readers_agree() -> None:
    gold, second = every("gold"), every("second")
    pairs = [
        {frozenset((a, b)) for row in rows for a in row["articles"] for b in row["articles"]} for rows in (gold, second)
    ]
    share = len(pairs[0] & pairs[1]) / max(map(len, pairs))
    assert share > 0.95


def test_nothing_found_is_nothing_right() -> None:
    assert measure(rows_of("gold", "train"), []) == {"precision": 0, "recall": 0, "f": 0, "best": 0, "conflict": 0.9179}
    assert STORIES.is_dir()
