"""How much a word counts: by its rule, by where it stands, and when it is said again."""

from __future__ import annotations

import pytest

from nlp_events.layers.causes.rules import CauseCue, CauseFinder, find_causes

SENTENCE, NEIGHBOURS = (100, 200), (50, 250)


def cue(start: int, cause: str, weight: float = 1.0, rule: str | None = None) -> CauseCue:
    return CauseCue(start, start + 5, cause, weight, rule or f"{cause}-{start}")


@pytest.mark.parametrize(
    ("cues", "best"),
    [
        pytest.param(
            [cue(60, "fire", 2.3), cue(120, "flood")], 120, id="its sentence beats 2.3 times in the one before"
        ),
        pytest.param([cue(60, "fire", 2.5), cue(120, "flood")], 60, id="but not 2.5 times"),
        pytest.param([cue(120, "flood"), cue(210, "fire", 3.9)], 210, id="behind, 3.9 times wins"),
        pytest.param([cue(120, "flood"), cue(210, "fire", 3.1)], 120, id="3.1 times does not"),
        pytest.param([cue(60, "flood"), cue(210, "fire", 1.3)], 60, id="before beats 1.3 times behind"),
        pytest.param([cue(60, "flood"), cue(210, "fire", 1.5)], 210, id="but not 1.5 times"),
        pytest.param([cue(40, "fire", 12.0), cue(120, "flood")], 120, id="far off, even 12 times gives way"),
        pytest.param([cue(40, "fire", 13.0), cue(120, "flood")], 40, id="13 times does not"),
        pytest.param([cue(120, "flood"), cue(250, "fire", 12.0)], 120, id="where the neighbour ends is far"),
        pytest.param([cue(50, "flood"), cue(260, "fire", 5.0)], 50, id="where the neighbour begins is near"),
        pytest.param([cue(100, "flood"), cue(99, "fire", 2.0)], 100, id="the first character is in the sentence"),
        pytest.param([cue(199, "flood"), cue(200, "fire", 3.0)], 199, id="the last is, the one behind it is not"),
        pytest.param([cue(5, "flood"), cue(40, "fire", 5.0)], 5, id="the title counts five times the rest"),
        pytest.param([cue(5, "flood"), cue(40, "fire", 5.3)], 40, id="not 5.3 times"),
        pytest.param([cue(10, "flood"), cue(40, "fire", 1.1)], 40, id="where the title ends is no title"),
        pytest.param([cue(0, "flood"), cue(40, "fire", 4.0)], 0, id="where it begins is"),
        pytest.param(
            [cue(20, "flood", 1, "a"), cue(30, "flood", 1, "a"), cue(40, "fire", 1.2)], 20, id="again adds 0.3"
        ),
        pytest.param([cue(20, "flood", 1, "a"), cue(30, "flood", 1, "a"), cue(40, "fire", 1.4)], 40, id="and no more"),
        pytest.param([cue(20, "flood"), cue(30, "flood"), cue(40, "fire", 1.9)], 20, id="two rules add up"),
        pytest.param([cue(20, "flood"), cue(30, "flood", 2.0), cue(40, "fire", 2.5)], 30, id="the strongest is shown"),
        pytest.param([cue(20, "storm"), cue(30, "flood")], 30, id="a tie falls by the name"),
        pytest.param([cue(60, "flood", 1.0), cue(120, "flood", 0.5)], 120, id="near the nearer is shown"),
        pytest.param([cue(120, "flood", 1.0), cue(130, "flood", 1.0)], 120, id="of two alike the first"),
    ],
)
def test_the_strongest_cause_with_its_strongest_word(cues: list[CauseCue], best: int) -> None:
    found = CauseFinder(sorted(cues, key=lambda one: one.start), (0, 10)).cause_of(SENTENCE, NEIGHBOURS)
    assert found is not None
    assert found.start == best


def test_without_a_title_nothing_is_in_it() -> None:
    found = CauseFinder([cue(0, "flood"), cue(40, "fire", 1.1)], (0, 0)).cause_of(SENTENCE, NEIGHBOURS)
    assert found == cue(40, "fire", 1.1)


def test_no_word_no_cause() -> None:
    assert CauseFinder([], (0, 10)).cause_of(SENTENCE, NEIGHBOURS) is None


def test_cues_stand_in_the_order_of_the_text() -> None:
    text = "une crue, un séisme, une crue"
    assert [(one.start, one.end, one.cause) for one in find_causes(text)] == [
        (4, 8, "flood"), (13, 19, "earthquake"), (25, 29, "flood"),
    ]  # fmt: skip
