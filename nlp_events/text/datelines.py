"""Datelines: where and when a report was written, at the head of a line («BAMAKO, 16 fév 2016 (AFP) - »).

One definition for all: the zones tell a headline from the first line of a body by it, dates are anchored by it, and no
happening is dated, placed or told by what stands in it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from nlp_events.words.loader import Resource
from nlp_events.words.store import SHIPPED, Words
from nlp_events.words.wordings import Wording

LONGEST = 160
"""Characters of a line that are read for a dateline; the longest pattern takes no more."""

_MARKS = (" -", ")", ",", "–", "—")
"""Signs of which every dateline has one."""


class DatelineResources(Resource):
    """The whole of ``datelines.yaml``; the first that fits is the dateline of a line."""

    of_day: Wording
    of_day_and_stop: Wording
    of_agency: Wording
    of_town: Wording


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline at [start, end), with its town and its day as [start, end), None where it names none.

    ``rule`` is the pattern's name. ``is_certain`` tells one with a day or an agency from a bare town, which may open a
    headline as well («Mali - Douze morts»).
    """

    start: int
    end: int
    town: tuple[int, int] | None
    day: tuple[int, int] | None
    is_certain: bool
    rule: str


def load_datelines(words: Words = SHIPPED) -> DatelineResources:
    """Read ``datelines.yaml`` (see ``load_yaml``)."""
    return words.resource(DatelineResources, "layers/datelines.yaml")


def dateline_at(folded: str, start: int, words: Words = SHIPPED) -> Dateline | None:
    """The dateline of the line that begins at an offset.

    Args:
        folded: a folded text.
        start: where one of its lines begins.
        words: the words and rules.

    Returns:
        The dateline in offsets of the text, None where the line begins with none.
    """
    head = folded[start : start + LONGEST].partition("\n")[0]
    if not any(mark in head for mark in _MARKS):
        return None
    found = _dateline_of(head, words)
    if found is None or start == 0:
        return found
    town, day = (part and (start + part[0], start + part[1]) for part in (found.town, found.day))
    return Dateline(start, start + found.end, town, day, found.is_certain, found.rule)


def _found(head: str, words: Words) -> Dateline | None:
    rules = load_datelines(words)
    for name in DatelineResources.model_fields:
        found = getattr(rules, name).regex.match(head)
        if found is not None:
            named = found.groupdict()
            town, day = (_stretch(found, part) if named.get(part) else None for part in ("town", "day"))
            return Dateline(0, found.end(), town, day, name != "of_town", name)
    return None


# Four components ask for that of a line, the first of them for a batch of documents before the others begin with it.
_dateline_of = lru_cache(maxsize=2048)(_found)


def _stretch(found: re.Match[str], part: str) -> tuple[int, int]:
    return found.start(part), found.start(part) + len(found[part].rstrip())
