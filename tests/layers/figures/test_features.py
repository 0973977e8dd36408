"""The facts by which a proposed figure is accepted or refused."""

from __future__ import annotations

from typing import Any

import pytest

from nlp_events.layers.figures.features import FigureFacts, topic_facts
from nlp_events.text.folding import fold
from nlp_events.words.nouns import shipped_nouns

TEXT = "Douze soldats, selon l'armée, ont été tués à Gao."


def figure(**changes: Any) -> Any:
    values = {
        "impact": "killed", "rule": "passive/killed", "trigger": "tués", "trigger_start": TEXT.index("tués"),
        "trigger_end": TEXT.index("tués") + 4, "min": 12, "max": 12, "who": "soldats", "modifier": "exact",
        "zone": "body", "unit": "person", "who_category": "security_force", "part_of": None, "supersedes": None,
        "start": 0, "end": 13, "sentence_start": 0, "sentence_end": len(TEXT),
        "evidence": {"quantity": {"span": [0, 5], "rule": "quantity_words"}},
    }  # fmt: skip
    return values | changes


def facts(topic: float = 0.0, **changes: Any) -> set[str]:
    own = figure(**changes)
    return set(FigureFacts(fold(TEXT), [own], topic, shipped_nouns()).of(own))


def test_words_trigger_and_what_stands_between() -> None:
    expected = {
        "impact=killed", "kind=passive", "trigger=tués", "who=soldat", "right=selon", "near=armée", "left=-",
        "side=after commas=2", "size=few", "alike=1", "others=0",
    }  # fmt: skip
    assert expected <= facts()


@pytest.mark.parametrize(("number", "size"), [(1, "one"), (2, "few"), (150, "hundreds"), (2_000_000, "millions")])
def test_the_size_of_a_figure(number: int, size: str) -> None:
    assert f"size={size}" in facts(min=number, max=None)
    assert f"size={size}" in facts(min=None, max=number)


def test_nobody_named_is_told() -> None:
    assert "who=-" in facts(who=None)


def test_who_is_brought_in_without_a_numeral_is_told() -> None:
    evidence = {"quantity": {"span": [0, 2], "rule": "brought-in"}}
    assert {"brought in", "brought in rule=passive/killed"} <= facts(evidence=evidence)
    assert not any(fact.startswith("brought in") for fact in facts())


@pytest.mark.parametrize(("topic", "steps"), [(-9.0, 1), (0.0, 4), (1.6, 5), (99.0, 7)])
def test_the_topic_is_told_in_steps(topic: float, steps: int) -> None:
    assert sum(fact.startswith("topic>=") for fact in facts(topic)) == steps


@pytest.mark.parametrize(
    ("who", "expected", "absent"),
    [
        ("soldats", {"noun 0=people"}, "thing impact=killed"),
        ("radars", {"noun 0=thing", "thing impact=killed"}, "noun 0=people"),
        ("jeunes lynx", {"noun 1=thing", "thing impact=killed"}, "noun 1=people"),
        (None, {"behind=-"}, "noun 0=None"),
    ],
)
def test_whether_people_or_things_are_counted(who: str | None, expected: set[str], absent: str) -> None:
    found = facts(who=who)
    assert expected <= found
    assert absent not in found


def test_a_trigger_before_its_figure() -> None:
    assert "side=before far=1" in facts(start=40, end=45, trigger_start=20, trigger_end=24)


def test_the_words_of_an_article_are_cut_to_stems() -> None:
    assert topic_facts("des soldats, un soldat et 12 tués") == [
        "word=des", "word=et", "word=soldat", "word=tués", "word=un",
    ]  # fmt: skip


def test_the_words_of_an_article_are_told_once_in_order_or_those_alone_that_are_asked_for() -> None:
    text = "le raid, le raid a tué un berger"
    assert topic_facts(text) == ["word=berger", "word=le", "word=raid", "word=tué", "word=un"]
    assert topic_facts(text, {"word=un", "word=raid", "word=otage"}) == ["word=raid", "word=un"]
