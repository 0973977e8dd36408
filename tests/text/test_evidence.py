"""Evidence of a slot: words that say it, or none, and the rule that took it."""

from __future__ import annotations

from nlp_events.text.evidence import DEFAULT, inferred, prove, span_of, told


def test_evidence_in_words_and_without() -> None:
    assert told(3, 9, "flood") == {"span": [3, 9], "rule": "flood"}
    assert inferred(DEFAULT) == {"span": None, "rule": "default"}


def test_evidence_is_put_into_one_figure_alone() -> None:
    shared = {"quantity": told(0, 4, "cardinal")}
    one, other = {"evidence": shared}, {"evidence": shared}
    prove(one, "cause", told(10, 14, "flood"))
    prove(one, "quantity", inferred("sum"))
    assert one["evidence"] == {"quantity": inferred("sum"), "cause": told(10, 14, "flood")}
    assert other["evidence"] is shared
    assert shared == {"quantity": told(0, 4, "cardinal")}


def test_the_words_of_a_slot() -> None:
    figure = {"evidence": {"quantity": told(0, 4, "cardinal"), "certainty": inferred(DEFAULT)}}
    assert [span_of(figure, slot) for slot in ("quantity", "certainty", "cause")] == [[0, 4], None, None]
