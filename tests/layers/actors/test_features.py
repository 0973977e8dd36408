"""The facts from which a figure's actor and means are chosen, where an article has several figures and words."""

from __future__ import annotations

from itertools import pairwise

import pytest

from nlp_events.layers.actors.features import ActorFacts
from nlp_events.layers.actors.means import MeansFacts, find_means
from nlp_events.layers.actors.mentions import Mentions
from nlp_events.layers.actors.rules import Scene
from nlp_events.layers.actors.status import sides, sure_status
from nlp_events.layers.actors.subjects import Cast, Subjects
from nlp_events.text.discourse import Discourse
from nlp_events.text.layout import Layout
from nlp_events.text.sentences import split_sentences
from nlp_events.values import Impact
from nlp_events.words.store import SHIPPED

FINDER, SUBJECTS = Mentions(SHIPPED, lambda _: None), Subjects()
TEXT = (
    "Des bandits ont attaqué un hameau, tuant six paysans. La police a tué un suspect. Des bandits ont enlevé neuf "
    "bergers."
)


def scene(text: str, words: str, trigger: str, impact: Impact = "killed") -> Scene:
    start, at = text.index(words), text.index(trigger)
    sentence = next(one for one in split_sentences(text) if one[0] <= start < one[1])
    return Scene(
        start=start, end=start + len(words), trigger=(at, at + len(trigger)), sentence=sentence, impact=impact,
        cause="attack", scope="event", zone="body", who=None, source=None, is_part=False, floor=sentence[0],
        ceiling=sentence[1],
    )  # fmt: skip


PEASANTS, SUSPECT, HERDERS = (
    scene(TEXT, "six paysans", "tuant"),
    scene(TEXT, "un suspect", "tué"),
    scene(TEXT, "neuf bergers", "enlevé", "abducted"),
)


def told(asked: Scene, scenes: list[Scene]) -> dict[str, set[str]]:
    """The facts of each mention by its words, and of nobody."""
    layout = Layout(TEXT.lower(), split_sentences(TEXT))
    mentions = FINDER.find(layout.folded, (), lambda _: "body")
    cast = Cast(mentions, SUBJECTS.find(mentions, layout))
    facts = ActorFacts(cast, layout, Discourse(), scenes, [(one.start, one.end) for one in scenes])
    found = facts.of(asked, range(len(mentions)))
    names = [*(f"{TEXT[one.start : one.end]} {one.start}" for one in mentions), "nobody"]
    return dict(zip(names, map(set, found), strict=True))


@pytest.mark.parametrize(
    ("scenes", "expected", "absent"),
    [
        ([PEASANTS], {"only direct"}, {"direct of others"}),
        ([PEASANTS, SUSPECT], {"only direct"}, {"direct of others"}),
        ([PEASANTS, HERDERS], {"only direct", "direct of others", "direct of unlike"}, {"direct of alike"}),
        ([PEASANTS, SUSPECT, HERDERS], {"only direct", "direct of others mine"}, {"only direct of others"}),
    ],
)
def test_who_did_it_to_others_is_told_without_the_figure_itself(
    scenes: list[Scene], expected: set[str], absent: set[str]
) -> None:
    facts = told(PEASANTS, scenes)["Des bandits 0"]
    assert expected <= facts
    assert not absent & facts


def test_nobody_is_told_how_many_others_have_somebody() -> None:
    assert "none direct=1 others=0" in told(PEASANTS, [PEASANTS])["nobody"]
    assert {"none direct=1 others=2", "none alike=1"} <= told(PEASANTS, [PEASANTS, SUSPECT, HERDERS])["nobody"]


def test_who_is_counted_is_not_told_to_have_done_it() -> None:
    facts = next(own for name, own in told(SUSPECT, [SUSPECT]).items() if "suspect" in name)
    assert {"counted", "overlaps", "own side"} <= facts


def test_what_stands_between_is_counted_up_to_the_figure() -> None:
    facts = told(PEASANTS, [PEASANTS])["Des bandits 0"]
    assert {"before rank=0", "before commas=1"} <= facts


MEANS = (
    "Un fusil a été trouvé. Des tirs ont tué deux hommes. Un obus est tombé au nord. Un fusil était là, un fusil aussi."
)


@pytest.mark.parametrize(
    ("words", "trigger", "nearest"), [("deux hommes", "tué", "tirs"), ("Un obus", "tombé", "obus")]
)
def test_of_several_words_of_a_means_the_nearest_sentence_tells(words: str, trigger: str, nearest: str) -> None:
    layout = Layout(MEANS.lower(), split_sentences(MEANS))
    facts = MeansFacts(find_means(layout.folded, SHIPPED), layout, 0)
    found = facts.of(scene(MEANS, words, trigger))
    assert any(f"word={nearest}" in own for own in found)


def test_the_word_that_shows_a_means_is_the_one_nearest_to_the_figure() -> None:
    layout = Layout(MEANS.lower(), split_sentences(MEANS))
    cues = find_means(layout.folded, SHIPPED)
    facts = MeansFacts(cues, layout, 0)
    for means in facts.told:
        own = [cue for cue in cues if cue.means == means]
        for offset in range(len(MEANS)):
            assert facts.nearest_cue(means, offset) == min(own, key=lambda cue: abs(cue.start - offset))
        assert all(one.start < other.start for one, other in pairwise(own))


def test_what_one_mention_tells_holds_of_all_of_one_actor() -> None:
    text = "des rebelles ont tué six paysans. l'attaque a été revendiquée par des rebelles."
    mentions = FINDER.find(text, (), lambda _: "body")
    found = sides(mentions)
    assert set(found) == {one.group for one in mentions}
    assert sure_status(mentions[0], found[mentions[0].group]) == "claimed"
