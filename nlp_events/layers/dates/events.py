"""The day of what a text counts from: «trois jours après le naufrage», where the text has dated the wreck."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from nlp_events.layers.dates.calendar import Reading
from nlp_events.layers.dates.context import Context
from nlp_events.layers.dates.model import DateResources
from nlp_events.layers.dates.node import Node

LATEST = 12
"""Earlier mentions of a happening that are looked at for its day."""
_ENDS = ".!?\n"


class Events:
    """The happenings of one text with their days, as far as it has been read.

    Args:
        folded: the folded text.
        resources: the date layer.
        resolve: what an expression means in its context.
    """

    def __init__(
        self, folded: str, resources: DateResources, resolve: Callable[[Node | None, Context], Reading | None]
    ) -> None:
        self._folded, self._resources, self._resolve = folded, resources, resolve
        self._told: list[tuple[int, date]] = []

    def tell(self, node: Node, reading: Reading) -> None:
        """Take note of a day of the text."""
        if reading.grain == "day" and reading.last_day is not None:
            self._told.append((node.start, reading.last_day))

    def day(self, nodes: Sequence[Node], index: int, context: Context) -> date | None:
        """The day of the happening that an expression counts from; None where the text does not tell it.

        Args:
            nodes: the expressions of the text in order.
            index: which of them it is.
            context: its context.
        """
        node = nodes[index]
        named = self._resources.event_named.regex.match(self._folded, node.end)
        if named is None:
            return None
        following = nodes[index + 1] if index + 1 < len(nodes) else None
        if following is not None and self._is_of(node.end, following.start):
            reading = self._resolve(following, context)
            return None if reading is None else reading.first_day
        told, day = self._earlier(named["noun"], node.start)
        return day if told else self._last_told(named["noun"])

    def _is_of(self, start: int, end: int) -> bool:
        """«après l'attentat du 13 novembre»: the happening has its own date."""
        return self._resources.event_dated.regex.fullmatch(self._folded, start, end) is not None

    def _earlier(self, noun: str, end: int) -> tuple[bool, date | None]:
        """Whether the text has named it before, and the day told in the sentence of the nearest mention with one."""
        named = False
        at = end
        for _ in range(LATEST):
            at = self._folded.rfind(noun, 0, at)
            if at < 0:
                break
            named = True
            first = max(self._folded.rfind(sign, 0, at) for sign in _ENDS) + 1
            last = min((place for sign in _ENDS if (place := self._folded.find(sign, at)) >= 0), default=end)
            days = [day for start, day in self._told if first <= start < last]
            if days:
                return True, days[0]
        return named, None

    def _last_told(self, noun: str) -> date | None:
        """What the text has not called so before («le drame», «le naufrage») is the last happening told."""
        return self._told[-1][1] if self._told and self._resources.event_any.regex.fullmatch(noun) else None
