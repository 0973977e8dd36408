"""The facts from which a figure's cause is chosen."""

from __future__ import annotations

from typing import Any

import pytest

from nlp_events.layers.causes.features import CauseFacts, Strongest
from nlp_events.layers.causes.rules import find_causes
from nlp_events.text.folding import fold
from nlp_events.text.sentences import split_sentences

TEXT = (
    "Séisme au nord : six morts\n"
    "La terre a tremblé lundi. Le séisme a tué six personnes dans un camp. Un orage a suivi. Le maire est venu.\n"
    "L'an passé, une inondation avait frappé la ville."
)
TITLE = (0, TEXT.index("\n"))


def figure(words: str = "six personnes", trigger: str = "tué", **changes: Any) -> Any:
    start, at = TEXT.rindex(words), TEXT.index(trigger)
    sentence = next(one for one in split_sentences(TEXT) if one[0] <= start < one[1])
    values = {
        "start": start, "end": start + len(words), "trigger": trigger, "trigger_start": at,
        "trigger_end": at + len(trigger), "sentence_start": sentence[0], "sentence_end": sentence[1],
        "impact": "killed", "who_category": None,
    }  # fmt: skip
    return values | changes


def article(text: str = TEXT) -> CauseFacts:
    folded = fold(text)
    return CauseFacts(folded, find_causes(folded), split_sentences(text), TITLE)


def facts_of(cause: str | None, **changes: Any) -> set[str]:
    question = article().of(figure(**changes))
    return set(question.facts[list(question.causes).index(cause)])


def test_the_kinds_in_question_are_those_told_those_that_need_no_word_and_none() -> None:
    assert article().of(figure()).causes == ("attack", "crime", "earthquake", "flood", "other", "storm", "unrest", None)


@pytest.mark.parametrize(
    ("cause", "expected"),
    [
        ("earthquake", {"here rule=quake", "here said=séisme", "nearest", "only here", "first", "most", "told"}),
        (
            "earthquake",
            {
                "before",
                "before said=a tremblé",
                "here sure",
                "only sure here",
                "title rule=quake",
                "titled=séisme of=earthquake",
            },
        ),
        ("earthquake", {"impact=killed of=earthquake", "who=None of=earthquake", "trigger=tué of=earthquake"}),
        ("storm", {"after", "after rule=wind", "share=1"}),
        ("flood", {"else", "else rule=water", "near=camp of=flood"}),
        (None, {"of=None", "impact=killed of=None"}),
    ],
)
def test_what_holds_of_a_cause(cause: str | None, expected: set[str]) -> None:
    assert expected <= facts_of(cause)


@pytest.mark.parametrize(("cause", "absent"), [("storm", {"here", "before", "most", "first"}), ("crime", {"told"})])
def test_what_does_not_hold(cause: str, absent: set[str]) -> None:
    assert not absent & facts_of(cause)


def test_a_word_that_is_the_trigger_itself() -> None:
    changes = {"trigger_start": TEXT.index("Le séisme") + 3, "trigger_end": TEXT.index("Le séisme") + 9}
    assert "trigger" in facts_of("earthquake", **changes)


@pytest.mark.parametrize(
    ("cause", "words"), [("earthquake", "séisme"), ("flood", "inondation"), ("crime", None), (None, None)]
)
def test_the_word_that_shows_a_cause(cause: Any, words: str | None) -> None:
    cue = Strongest(find_causes(fold(TEXT))).of(cause, figure())
    assert (None if cue is None else TEXT[cue.start : cue.end]) == words


def test_words_of_the_figures_own_sentence_show_it_first() -> None:
    cue = Strongest(find_causes(fold(TEXT))).of("earthquake", figure())
    assert cue is not None
    assert cue.start == TEXT.index("Le séisme") + 3


def test_far_words_tell_what_near_ones_do_not_take_away() -> None:
    """Of several words that are alike some stand near the figure, some far from it."""
    assert "else rule=quake" not in facts_of("earthquake")
    question = article(f"{TEXT} Un autre séisme, au sud, n'avait touché personne. Le séisme fut bref.").of(figure())
    own = question.own[list(question.causes).index("earthquake")]
    assert {"here rule=quake", "else rule=quake", "else said=séisme"} <= set(own)
    assert "else title" not in own
    assert len(own) == len(set(own))


@pytest.mark.parametrize("far", [0, 40])
def test_where_a_word_stands_hangs_on_no_others(far: int) -> None:
    question = article(TEXT + " Une pluie est tombée. Un incendie a éclaté." * far).of(figure())
    own = set(question.own[list(question.causes).index("storm")])
    assert {"after", "after rule=wind"} <= own
    assert not {"here", "before"} & own
