"""Teaser labels and service text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nlp_events.layers.zones.lines import Line
from nlp_events.layers.zones.model import Label, LineRule, ZoneWords
from nlp_events.text.folding import fold
from nlp_events.words.branches import united

_LINES = 256
"""Lines whose rule is remembered: a page asks for that of each line several times."""


class Rules:
    """Rules over one line, the first that matches wins."""

    def __init__(self, rules: Sequence[LineRule]) -> None:
        self._rules = rules
        # Few lines have one of them: asked for at one go, they spare asking each.
        self._any = re.compile(united(rule.pattern for rule in rules))
        self._known: dict[str, tuple[LineRule | None]] = {}

    def first(self, line: Line) -> LineRule | None:
        """The rule that takes the line, or None."""
        known = self._known.get(line.text)
        if known is None:
            if len(self._known) >= _LINES:
                self._known.clear()
            known = self._known[line.text] = (self._searched(line),)
        return known[0]

    def _searched(self, line: Line) -> LineRule | None:
        if self._any.search(line.folded) is None:
            return None
        length = len(line.text)
        return next((rule for rule in self._rules if length <= rule.most and rule.regex.search(line.folded)), None)


class Labels:
    """Teaser labels and service text on one line."""

    def __init__(self, words: ZoneWords) -> None:
        self._exact: dict[str, Label] = {word: label for label in words.labels for word in label.words}
        names = _alternatives([*self._exact, *words.inline_media])
        signs = _alternatives(words.signs)
        self._edge = "".join(words.signs) + " .…"
        self._inline = re.compile(rf"(?:{names}) ?(?:{signs})(?=[ «\"]).|[\[(](?:{names})[\])] ?(?:{signs})? ?\S")
        self._stopped = re.compile(rf"(?:{names})\. \S")
        opened = [word for label in words.labels if label.open for word in label.words]
        self._open = re.compile(rf"(?:{_alternatives(opened)}) \S")
        within = rf"(?:{_alternatives(opened)}) ?:? [^()\[\]\n]"
        self._within = re.compile(
            rf"[(\[]{within}{{3,160}}[)\]]|(?<=[.!?»\"] )(?:{_alternatives(opened)}) ?: [^.!?\n]{{3,300}}(?:[.!?]|\Z)"
        )
        self._service = Rules(words.service)

    def exact(self, line: Line) -> Label | None:
        """The label that the line is."""
        return self._exact.get(line.folded.strip(self._edge)) if len(line.folded) < 60 else None

    def inline(self, line: Line) -> bool:
        """A label, a sign and a headline: «CARTE - …», «[VIDÉO] …», «Lire aussi : …», «EN IMAGES. …»."""
        if self._inline.match(line.folded):
            return True
        stopped = self._stopped.match(line.folded)
        return stopped is not None and line.text.partition(".")[0].isupper()

    def opens(self, line: Line) -> bool:
        """A label and a headline with no sign between: «Toute l'info sur la crise»."""
        return self._open.match(line.folded) is not None

    def service(self, line: Line) -> LineRule | None:
        """The rule that takes the line for newsletter, cookie, sharing, comment or credit text."""
        return self._service.first(line)

    def within(self, line: Line) -> Iterator[tuple[int, int]]:
        """Teasers inside a line of running text: «(lire aussi : …)», «… a-t-il dit. Lire aussi : …».

        Where a page was copied without its line breaks, headlines have no stop: what follows them, as far as the next
        stop, is lost with them.
        """
        for found in self._within.finditer(fold(line.text)):
            yield line.start + found.start(), line.start + found.end()


def _alternatives(words: Sequence[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
