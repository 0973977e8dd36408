"""Finding every date of a text and resolving it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cached_property

from nlp_events.layers.dates.calendar import Reading
from nlp_events.layers.dates.context import Context, Tense
from nlp_events.layers.dates.events import Events
from nlp_events.layers.dates.grammar import Grammar, Source
from nlp_events.layers.dates.intervals import pair, together
from nlp_events.layers.dates.misprints import is_torn
from nlp_events.layers.dates.model import DateResources, load_dates
from nlp_events.layers.dates.node import Node
from nlp_events.layers.dates.resolution import resolution_of
from nlp_events.text.datelines import LONGEST, dateline_at
from nlp_events.text.folding import fold
from nlp_events.values import DateValue
from nlp_events.words.store import SHIPPED, Words, derived

HEADER = 600  # characters at the top in which a line may tell when the article was published
DASH_INSIDE = re.compile(r"[–—](?:(?<=[\w.]–)(?=\w)|(?<=\w [–—])(?= \d))")
"""The longer dash where it stands for a hyphen («3–5 mai», «1936 – 1939»)."""
LISTED = ("first", "second", "third")  # the slots of a list besides «last»


class DateFinder:
    """Finds and resolves the date expressions of French news texts; holds nothing of the texts it has read.

    Args:
        resources: the date layer.
        words: the words and rules, for datelines.
    """

    def __init__(self, resources: DateResources, words: Words = SHIPPED) -> None:
        self.resources = resources
        self.words = words
        self.resolution = resolution_of(self.resources)

    @cached_property
    def grammar(self) -> Grammar:
        """The compiled rules."""
        return Grammar(self.resources)

    def find(self, text: str, published: str | None = None) -> list[DateValue]:
        """The dates of a text, in its order, without overlaps.

        Args:
            text: the article as it was given.
            published: its ISO day («2016-11-03», a time behind it is ignored); None if unknown, in which case a full
                date in a dateline serves.

        Returns:
            One value an expression; offsets are code points of ``text``. What nothing anchors keeps «X» for the
            unknown part: «XXXX-11-01», «XXXX-XX-XX» for a weekday.

        Raises:
            ValueError: ``published`` is no ISO day.
        """
        folded = DASH_INSIDE.sub("-", fold(text))
        source = Source(text, folded)
        runs = self.grammar.lexicon.runs(folded, torn=is_torn(text))
        nodes = [node for run in runs for node in self.grammar.nodes(run, source)]
        day = self._own_day(folded, nodes) if published is None else date.fromisoformat(published[:10])
        events = Events(folded, self.resources, self.resolution.resolve)
        return list(self._values(nodes, Context(day, tense=Tense(folded, self.resources, text)), events))

    def _own_day(self, folded: str, nodes: list[Node]) -> date | None:
        """The day of publication as the text tells it: in a dateline, else in a line of its own near the top."""
        return self._dateline_day(folded, nodes) or self._header_day(folded, nodes)

    def _header_day(self, folded: str, nodes: list[Node]) -> date | None:
        for node in nodes:
            if node.start > HEADER:
                return None
            begin = folded.rfind("\n", 0, node.start) + 1
            line = folded[begin : node.start]
            ends = self.resources.date_ends.regex.match(folded, node.end)
            if (ends and self.resources.date_alone.regex.match(line)) or self.resources.publication.regex.match(line):
                reading = self.resolution.resolve(node, Context())
                if reading is not None and reading.grain == "day" and reading.first_day is not None:
                    return reading.first_day
        return None

    def _dateline_day(self, folded: str, nodes: list[Node]) -> date | None:
        """The first full day that stands in a dateline («24 février 2018 . –»)."""
        for node in nodes:
            begin = folded.rfind("\n", 0, node.start) + 1
            dateline = dateline_at(folded, begin, self.words) if node.end - begin <= LONGEST else None
            if dateline and dateline.day and dateline.day[0] <= node.start and node.end <= dateline.day[1]:
                reading = self.resolution.resolve(node, Context())
                if reading is not None and reading.grain == "day" and reading.first_day is not None:
                    return reading.first_day
        return None

    def _values(self, nodes: list[Node], context: Context, events: Events) -> Iterator[DateValue]:
        for index, node in enumerate(nodes):
            if node.rule.options.get("from") == "event":
                context = context._replace(event=events.day(nodes, index, context))
            for part, reading in self._readings(node, context):
                context = after(part, reading, context)
                events.tell(part, reading)
                yield value_of(part, reading)

    def _readings(self, node: Node, context: Context) -> Iterator[tuple[Node, Reading]]:
        if node.rule.kind != "list":
            reading = self.resolution.resolve(node, context)
            if reading is not None:
                yield node, reading
            elif "written" in node.slots:  # «en mai, la semaine dernière»: two dates
                for part in filter(None, (node.node("written"), node.node("of"))):
                    if node.rule.kind == "twice" and not part.rule.alone:
                        continue  # «mardi, maintenant»
                    for told, reading in self._readings(part, context):
                        context = after(told, reading, context)
                        yield told, reading
            return
        parts = self._list_parts(node, context)
        whole = None if is_each(node) else together([reading for _, reading in parts], node.option("close") or 0)
        if whole is not None:
            yield node, whole
        else:
            yield from parts

    def _list_parts(self, node: Node, context: Context) -> list[tuple[Node, Reading]]:
        readings = {name: pair(self.resolution, name, node, context)[0] for name in LISTED if name in node.slots}
        readings["last"] = self.resolution.resolve(node.node("last"), context)
        return [(self._part(node, name), reading) for name, reading in readings.items() if reading is not None]

    def _part(self, node: Node, name: str) -> Node:
        start, end = node.places[name]
        return node._replace(start=start, end=end)


def is_each(node: Node) -> bool:
    """Whether a list of months stays one date each: «mai et juin derniers» counts each of them from publication."""
    last = node.node("last")
    return last is not None and last.rule.gives == "month" and last.direction is not None


def after(node: Node, reading: Reading, context: Context) -> Context:
    """The context of what follows a date: the story stands at its last day."""
    last = reading.last_day
    if last is None or reading.first is None:
        return context
    # Without a story «dans la nuit» may be the night before publication, and the morning the same day.
    overnight = context.story is not None and "overnight" in node.slots
    story = last if reading.grain == "day" else context.story
    dated = last if "weekday" in node.slots and node.rule.kind == "calendar" else context.dated
    first = reading.first_day or last
    of_era = reading.grain == "day" and reading.anchor in (None, context.era and context.era[0].isoformat())
    era = (last, node.end) if of_era else context.era
    about = first + (last - first) / 2
    return context._replace(told=last, story=story, overnight=overnight, about=about, dated=dated, era=era)


def value_of(node: Node, reading: Reading) -> DateValue:
    """The JSON-native value of a resolved node."""
    first, last = reading.first_day, reading.last_day
    return DateValue(
        start=node.start,
        end=node.end,
        value=reading.value,
        first=None if first is None else first.isoformat(),
        last=None if last is None else last.isoformat(),
        grain=reading.grain,
        modifier=reading.modifier,
        anchor=reading.anchor,
        rule=node.rule.id,
    )


@derived
def finder_of(words: Words) -> DateFinder:
    """The finder of the dates by these words and rules, made once."""
    return DateFinder(load_dates(words), words)


def find_dates(text: str, *, published: str | None = None, words: Words = SHIPPED) -> list[DateValue]:
    """The dates of a text: see ``DateFinder.find``.

    Args:
        text: the article as it was given.
        published: its ISO day, None if unknown.
        words: the words and rules.
    """
    return finder_of(words).find(text, published)
