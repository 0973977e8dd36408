"""Who says so: the attributions of a sentence, and the one a figure is credited to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from nlp_events.layers.sources.model import SourceResources, load_sources
from nlp_events.text.datelines import dateline_at
from nlp_events.values import SourceType
from nlp_events.words.store import SHIPPED, Words

# A name longer than this is a clause that was not cut where it should have been.
LONGEST_SOURCE = 120


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution: the source at [start, end), the whole wording at [cue_start, cue_end)."""

    start: int
    end: int
    cue_start: int
    cue_end: int
    side: Literal["before", "after", "either"]
    beats: bool
    agency: bool
    rule: str


def find_attributions(folded: str, start: int, end: int, words: Words = SHIPPED) -> list[Attribution]:
    """Every attribution in a sentence.

    Args:
        folded: the folded text of the article.
        start: where the sentence begins.
        end: where it ends, exclusive.
        words: the words and rules.

    Returns:
        The attributions in text order; offsets are those of the whole text.
    """
    rules = load_sources(words)
    found: list[Attribution] = []
    if start == 0 or folded[start - 1] == "\n":
        dateline = dateline_at(folded, start, words)
        start = start if dateline is None else min(end, dateline.end)
    sentence = folded[start:end]
    for rule in rules.rules:
        if rule.needs is not None and rule.needs not in sentence:
            continue
        at = 0
        while (match := rule.regex.search(sentence, at)) is not None:
            name = _name(sentence, *match.span("source"), rules)
            # Go on behind the name itself: what the pattern read beyond it may hold the next attribution.
            at = max(match.start() + 1, name[1] if name else match.end())
            if name is None or (rule.clause and rules.not_speakers.regex.search(sentence[name[0] : name[1]])):
                continue
            agency = rules.agencies.regex.match(sentence[name[0] : name[1]]) is not None
            found.append(
                Attribution(
                    start + name[0], start + name[1], start + match.start(), start + name[1], rule.side, rule.beats,
                    agency, rule.id,
                )
            )  # fmt: skip
    return sorted(found, key=lambda one: (one.cue_start, one.start))


def _name(sentence: str, start: int, end: int, rules: SourceResources) -> tuple[int, int] | None:
    """Cut a raw match to the source itself; None when nobody is left."""
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


# A comma between a figure and a voice costs as much as this many characters: «240 selon A, 93 selon B».
COMMA_COST = 40


def attribution_of(folded: str, attributions: list[Attribution], start: int, end: int) -> Attribution | None:
    """The attribution a figure at [start, end) is credited to, None where the sentence names nobody for it."""
    fitting = [one for one in attributions if not (one.start < end and start < one.end) and _on_its_side(one, start)]
    if not fitting:
        return None
    return min(fitting, key=lambda one: (one.agency, not one.beats, _distance(folded, one, start, end)))


def _on_its_side(one: Attribution, start: int) -> bool:
    if one.side == "either":
        return True
    return one.cue_start > start if one.side == "before" else one.cue_start <= start


def _distance(folded: str, one: Attribution, start: int, end: int) -> int:
    between = folded[end : one.cue_start] if one.cue_start >= end else folded[one.end : start]
    return len(between) + COMMA_COST * any(mark in between for mark in ",;")


def goes_on(folded: str, start: int, end: int, words: Words = SHIPPED) -> bool:
    """Whether a sentence lets the speaker of the one before go on («elle a ajouté que»)."""
    return load_sources(words).pronoun_says.regex.search(folded[start:end]) is not None


def is_said_before(folded_name: str, words: Words = SHIPPED) -> bool:
    """Whether a source stands for one named before («ce chirurgien»)."""
    return load_sources(words).said_before.regex.match(folded_name) is not None


def source_type(folded_name: str, words: Words = SHIPPED) -> SourceType:
    """The type of a source by its words, «other» where none tells."""
    return next((kind for kind, words in load_sources(words).types.items() if words.regex.search(folded_name)), "other")
