"""Facts and choices in words."""

import json

import pytest

from nlp_events.decisions import Reasons
from nlp_events.decisions.scorer import SHIPPED
from nlp_events.report.facts import fact_wording, reasons_wording


@pytest.mark.parametrize(
    ("fact", "slot", "words"),
    [
        ("after rank=0", "place", "first name after the figure"),
        ("after rank=0", "date", "first date after the figure"),
        ("role=locative kind=settlement", "place", "locative (a town)"),
        ("at=own after other clause crowd", "place",
         "in the figure's sentence, after it (in another clause, the figure's sentence names places)"),
        ("kind=None size=few at=bef", "place", "on no map (few people, before the figure's sentence)"),
        ("word=près", "place", "behind the word «près»"),
        ("word=-", "place", "begins a line"),
        ("opened grain=week", "date", "read as open (a week)"),
        ("said", "date", "a day on which somebody spoke or counted"),
        ("none own=-", "place", "no place (the figure's sentence names no place)"),
        ("here rule=quake", "cause", "in the figure's sentence (words of the rule «quake»)"),
        ("titled=gilets of=unrest", "cause", "the title has «gilets…» (for «unrest»)"),
        ("said", "place", "said"),
        ("role=doer at=own after", "actor", "does it (in the figure's sentence, after it)"),
        ("once owner", "actor", "somewhere claims it"),
        ("ruled at=-1 line", "source", "words of attribution name it (the sentence before, another line)"),
        ("none conditional ruled=False", "source",
         "nobody (told in the conditional, words of attribution name nobody)"),
        ("paired lead=-", "place", "the name that a list pairs with the figure (a list)"),
        ("role=locative moon=full", "place", "role=locative moon=full"),
        ("", "date", ""),
    ],
)  # fmt: skip
def test_a_fact_is_told_in_words_or_as_it_is(fact, slot, words):
    assert fact_wording(fact, slot) == words


@pytest.mark.parametrize(
    ("question", "slot"),
    [("places", "place"), ("dates", "date"), ("sources", "source"), ("causes", "cause"), ("actors", "actor")],
)
def test_nearly_every_fact_that_weighs_has_words(question, slot):
    weights = json.loads((SHIPPED / f"{question}.json").read_text(encoding="utf-8"))["weights"]
    bare = [fact for fact in weights if fact_wording(fact, slot) == fact]
    assert len(bare) <= len(weights) / 10, bare


def why(**changes):
    known = {"chosen": "Khan Bani", "confidence": 0.91, "second": "Idleb", "behind": -0.44}
    return Reasons(**known | {"terms": (("after rank=0", 1.2), ("role=locative", -0.98))} | changes)


@pytest.mark.parametrize(
    ("reasons", "words"),
    [
        (why(), "Khan Bani, 0.91: first name after the figure +1.2, locative −1.0; second: Idleb −0.4"),
        (why(second=None), "Khan Bani, 0.91: first name after the figure +1.2, locative −1.0; second: none −0.4"),
        (why(second=None, behind=None, terms=()), "Khan Bani, 0.91"),
        (why(chosen=None, terms=(("none own=-", 0.2), ("apart=1", 0.01))),
         "none, 0.91: no place (the figure's sentence names no place) +0.2; second: Idleb −0.4"),
        (why(terms=(("at=tit", 0.2), ("at=title", 0.3)), behind=0.2),
         "Khan Bani, 0.91: in the title +0.5; second: Idleb +0.2"),
    ],
)  # fmt: skip
def test_a_choice_in_words(reasons, words):
    assert reasons_wording(reasons, "place") == words
