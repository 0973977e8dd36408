"""Who says so: the attributions of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp_events.layers.discourse.model import AttributionRule, Cues, DiscourseResources, load_discourse
from nlp_events.text.datelines import dateline_at
from nlp_events.values import DiscourseTrait, DiscourseValue
from nlp_events.words.branches import united
from nlp_events.words.store import SHIPPED, Words, derived

LONGEST_SOURCE = 120
"""Characters of the longest name: a longer one is a clause that was not cut where it should have been."""
BEHIND_VERB = 30
"""Characters behind a verb that tell whether it is one of saying («a lancé une offensive»)."""


@derived
def _cueless(words: Words) -> re.Pattern[str]:
    """What fits where one of the rules does that need no cue: in few sentences, each tried at one go for all."""
    return re.compile(united(rule.pattern for rule in load_discourse(words).attributions if not rule.needs))


def find_attributions(folded: str, start: int, end: int, words: Words = SHIPPED) -> list[DiscourseValue]:
    """Every attribution in a sentence.

    Args:
        folded: the folded text of the article.
        start: where the sentence begins.
        end: where it ends, exclusive.
        words: the words and rules.

    Returns:
        The attributions in text order, each from its cue to the end of speaker and verb; then the places where the
        speaker of the sentence before goes on.
    """
    rules = load_discourse(words)
    begin = _behind_dateline(folded, start, end, words)
    sentence = folded[begin:end]
    cues = {name: getattr(rules.cues, name).led.search(sentence) is not None for name in Cues.model_fields}
    cueless = _cueless(words).search(sentence) is not None
    found: list[DiscourseValue] = []
    for rule in rules.attributions:
        if all(cues[cue] for cue in rule.needs) if rule.needs else cueless:
            match = rule.regex.search(sentence)
            found += [] if match is None else _of_rule(rule, match, begin, rules)
    found.sort(key=lambda one: (one["start"], one["parts"]["speaker"][0]))
    going_on = rules.same_speaker.regex.search(folded[start:end])
    if going_on is not None:
        found.append(_going_on(start + going_on.start(), start + going_on.end()))
    return found


def _behind_dateline(folded: str, start: int, end: int, words: Words) -> int:
    """Where a sentence begins behind a dateline: nothing in it speaks."""
    if start > 0 and folded[start - 1] != "\n":
        return start
    dateline = dateline_at(folded, start, words)
    return start if dateline is None else min(end, dateline.end)


def _of_rule(
    rule: AttributionRule, first: re.Match[str], begin: int, rules: DiscourseResources
) -> Iterator[DiscourseValue]:
    sentence = first.string
    match: re.Match[str] | None = first
    while match is not None:
        name = cut(sentence, *match.span("source"), rules)
        if name is not None and not (rule.clause and _says_nothing(match, name, rules)):
            yield _attribution(rule, match, name, begin, rules)
        # Go on behind the name itself: what the pattern read beyond it may hold the next attribution.
        match = rule.regex.search(sentence, max(match.start() + 1, name[1] if name else match.end()))


def _says_nothing(match: re.Match[str], name: tuple[int, int], rules: DiscourseResources) -> bool:
    """Whether the subject is no speaker, or its verb with what follows is none of saying."""
    subject, told = match.string[slice(*name)], match.string[name[0] : match.end("verb") + BEHIND_VERB]
    return any((rules.not_speakers.led.search(subject), rules.not_saying.led.search(told)))


def _attribution(
    rule: AttributionRule, match: re.Match[str], name: tuple[int, int], begin: int, rules: DiscourseResources
) -> DiscourseValue:
    speaker = match.string[slice(*name)]
    told: dict[DiscourseTrait, bool] = {
        rule.side: True,
        "beats": rule.beats,
        "agency": rules.agencies.regex.match(speaker) is not None,
        "said_before": rules.said_before.regex.match(speaker) is not None,
    }
    parts = {"speaker": [begin + name[0], begin + name[1]]}
    if "verb" in match.re.groupindex:
        parts["verb"] = [begin + match.start("verb"), begin + match.end("verb")]
    return {
        "start": begin + match.start(), "end": max(end for _, end in parts.values()), "kind": "attribution",
        "parts": parts, "traits": [trait for trait, is_so in told.items() if is_so], "rule": rule.id,
    }  # fmt: skip


def _going_on(start: int, end: int) -> DiscourseValue:
    return {"start": start, "end": end, "kind": "same_speaker", "parts": {}, "traits": [], "rule": "same_speaker"}


def cut(sentence: str, start: int, end: int, rules: DiscourseResources) -> tuple[int, int] | None:
    """Cut a raw match at [start, end) to the source itself; None when nobody is left."""
    while lead := rules.leads.regex.match(sentence[start:end]):
        start += lead.end()
    stop = rules.stops.regex.search(sentence, start + 1, end)
    if stop is not None:
        end = min(end, stop.start())
    part = sentence[start:end]
    start += len(part) - len(part.lstrip(" ,"))
    end = start + len(part.strip(" ,"))
    name = sentence[start:end]
    if len(name) < 3 or len(name) > LONGEST_SOURCE or rules.nobodies.regex.match(name):
        return None
    return start, end
