"""Which lines of a copied news page are its headline, its body, or other articles' teasers and service text.

A teaser label may be followed by body text at once, its link lost in copying. So a label decides nothing alone: the
shape of the lines below it does (a headline: short, no final full stop), and whether they name what the article names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nlp_events.layers.zones.labels import Labels, Rules
from nlp_events.layers.zones.lines import Line, read_lines
from nlp_events.layers.zones.model import load_zones
from nlp_events.layers.zones.reading import Reading
from nlp_events.layers.zones.shapes import Shapes
from nlp_events.text.datelines import dateline_at
from nlp_events.text.folding import fold
from nlp_events.values import Zone, ZoneValue
from nlp_events.words.store import SHIPPED, Words, derived

_NAME = re.compile(r"[A-ZÀ-Ý][\w'’-]{2,}")
_HEAD = 12
"""Lines at the top of a page among which the title is looked for, below menus and cookie text."""

ZoneSpan = tuple[int, int, ZoneValue]
_Kind = tuple[Zone, str]


class ZoneFinder:
    """Finds zones with one set of language resources.

    Args:
        words: the words and rules.

    Raises:
        ResourceError: the folder's file is not valid.
    """

    def __init__(self, words: Words = SHIPPED) -> None:
        self._words = load_zones(words)
        self._all_words = words
        self._shapes = Shapes(self._words)
        self._labels = Labels(self._words)
        self._bylines = Rules(self._words.bylines)
        self._common = frozenset(self._words.common_names)

    def __call__(self, text: str) -> list[ZoneSpan]:
        """Find the zones of a text.

        Args:
            text: any text.

        Returns:
            (start, end, value) of each run of lines of one zone and rule, in order. Together they cover every line that
            is not blank; a teaser inside a line cuts it in three.
        """
        lines = self._lines(text)
        kinds = self._title(lines)
        self._read(lines, kinds)
        self._trailing(lines, kinds)
        return _merged(self._pieces(lines, kinds))

    def _lines(self, text: str) -> list[Line]:
        return read_lines(text, self._words.bullets.regex)

    # --- title

    def _title(self, lines: list[Line]) -> list[_Kind | None]:
        """Headline and standfirst; None for the lines still to be read."""
        kinds: list[_Kind | None] = [None] * len(lines)
        first = next((number for number, line in enumerate(lines[:_HEAD]) if not self._is_above_title(line)), None)
        if first is None or not self._is_title(lines, first):
            return kinds
        kinds[first] = ("title", "title_first_line")
        following = first + 1
        if following < len(lines) - 1 and self._is_kicker(lines[first]) and self._can_be_title(lines[following]):
            kinds[following] = ("title", "title_under_kicker")
            following += 1
        if self._is_standfirst(lines, following):
            kinds[following] = ("title", "title_standfirst")
        return kinds

    def _is_above_title(self, line: Line) -> bool:
        return self._is_byline(line) or self._labels.service(line) is not None

    def _can_be_title(self, line: Line) -> bool:
        return self._shapes.is_headline(line) and not self._is_opening(line) and not line.bulleted

    def _is_title(self, lines: Sequence[Line], number: int) -> bool:
        line, below = lines[number], lines[number + 1 :]
        if not below or self._is_opening(line) or line.bulleted or self._labels.exact(line):
            return False
        if self._shapes.is_headline(line):
            return True
        return self._shapes.is_short_sentence(line) and any(self._is_running(other) for other in below)

    def _is_teaser(self, line: Line) -> bool:
        return bool(self._labels.exact(line) or self._labels.inline(line) or self._labels.service(line))

    def _is_running(self, line: Line) -> bool:
        """Running text rather than a headline or a label."""
        return not self._shapes.is_headline(line) and not self._is_teaser(line)

    def _is_kicker(self, line: Line) -> bool:
        words = len(line.text.split())
        short = words <= self._words.title_places_words or (
            line.text.isupper() and words <= self._words.subheading_words
        )
        return short and not any(map(str.isdigit, line.text))

    def _is_standfirst(self, lines: Sequence[Line], number: int) -> bool:
        if number >= len(lines) - 1:
            return False
        line, following = lines[number], lines[number + 1]
        if (
            len(line.text) > 2 * self._words.headline_most
            or line.bulleted
            or self._is_opening(line)
            or self._is_teaser(line)
        ):
            return False
        if self._is_opening(following) and self._shapes.sentences(line) <= 3:
            return True
        if not line.after_blank and following.after_blank and self._shapes.sentences(line) <= 2:
            return any(self._is_running(other) for other in lines[number + 1 :])
        long = len(line.text.split()) > self._words.subheading_words
        return long and self._shapes.is_headline(line) and self._is_running(following)

    def _is_opening(self, line: Line) -> bool:
        if self._is_byline(line):
            return True
        dateline = dateline_at(line.folded, 0, self._all_words)
        return dateline is not None and dateline.is_certain

    def _is_byline(self, line: Line) -> bool:
        return self._bylines.first(line) is not None

    # --- body and related

    def _read(self, lines: list[Line], kinds: list[_Kind | None]) -> None:
        """Fill in the lines below the title, one after the other."""
        reading = Reading()
        names = self._names(lines)
        for number, line in enumerate(lines):
            if kinds[number] is None:
                kinds[number] = self._line(lines, number, line, reading, names)

    def _line(self, lines: Sequence[Line], number: int, line: Line, reading: Reading, names: frozenset[str]) -> _Kind:
        label = self._labels.exact(line)
        if label:
            reading.announce(label.follows)
            return "related", label.id
        if reading.state == "end":
            return "related", "readers_comment"
        service = self._labels.service(line)
        if service:
            return "related", service.id
        headline = self._shapes.is_headline(line) or self._shapes.is_short_sentence(line)
        if headline and self._labels.inline(line):
            return "related", "label_inline"
        if self._shapes.is_headline(line) and self._labels.opens(line):
            return "related", "label_open"
        return self._below_label(lines, number, reading, names)

    def _below_label(self, lines: Sequence[Line], number: int, reading: Reading, names: frozenset[str]) -> _Kind:
        line = lines[number]
        if reading.state == "list" and not self._returns(line, names, reading.links):
            reading.links += 1
            return "related", "list_headline"
        if reading.state == "next" and self._is_link(lines, number, reading.links, names):
            reading.links += 1
            return "related", "label_link"
        reading.state = "body"
        reading.article = reading.article or self._is_running(line)
        return "body", "body_text"

    def _is_link(self, lines: Sequence[Line], number: int, links: int, names: frozenset[str]) -> bool:
        """Whether a line below «Lire aussi» is its link; a short sub-heading above running text is the article's."""
        line = lines[number]
        if not self._shapes.is_headline(line):
            foreign = self._shapes.is_short_sentence(line) and not self._shared(line, names)
            return foreign and (links == 0 or line.bulleted)
        if links == 0 or line.bulleted or not self._shapes.is_subheading(line):
            return True
        following = lines[number + 1] if number + 1 < len(lines) else None
        return following is None or not self._is_running(following)

    def _returns(self, line: Line, names: frozenset[str], links: int) -> bool:
        """A paragraph below a list of links, or in its place, that speaks of what the article speaks of."""
        if line.bulleted or not self._shapes.is_paragraph(line):
            return False
        shared = self._shared(line, names)
        if links == 0 and shared:
            return True
        return shared > 1 or (shared > 0 and len(line.text) > self._words.paragraph_least * 5 // 3)

    def _names(self, lines: Sequence[Line]) -> frozenset[str]:
        """The capitalised words of the article: of all lines above the first label; of paragraphs if none is above."""
        first = next((number for number, line in enumerate(lines) if number and self._is_teaser(line)), len(lines))
        own = list(lines[:first])
        if not any(self._shapes.is_paragraph(line) for line in own):
            own += [line for line in lines[first:] if self._shapes.is_paragraph(line)]
        return frozenset(name for line in own for name in self._capitals(line))

    def _capitals(self, line: Line) -> set[str]:
        found = (name.strip("'-") for name in fold(" ".join(_NAME.findall(line.text))).split())
        return {name for name in found if name not in self._common and "'" not in name[:3]}

    def _shared(self, line: Line, names: frozenset[str]) -> int:
        return len(self._capitals(line) & names)

    def _trailing(self, lines: Sequence[Line], kinds: list[_Kind | None]) -> None:
        """Other articles' headlines at the end of a page whose label was lost in copying."""
        run: list[int] = []
        number = len(lines) - 1
        while number > 0 and self._may_trail(lines[number], kinds[number]):
            run += [number] if kinds[number] == ("body", "body_text") else []
            number -= 1
        if len(run) < 2 or number < 1 or lines[number].text.endswith(":"):
            return
        names = frozenset(name for line in lines[: number + 1] for name in self._capitals(line))
        foreign = sum(1 for position in run if not self._shared(lines[position], names))
        if foreign * 2 > len(run) and any(self._is_running(line) for line in lines[: number + 1]):
            for position in run:
                kinds[position] = ("related", "trailing_headlines")

    def _may_trail(self, line: Line, kind: _Kind | None) -> bool:
        if kind is None or kind[0] == "title":
            return False
        return kind[0] == "related" or (
            self._shapes.is_headline(line) and not line.bulleted and len(line.text.split()) > 4
        )

    def _pieces(self, lines: Sequence[Line], kinds: Sequence[_Kind | None]) -> Iterator[ZoneSpan]:
        for line, kind in zip(lines, kinds, strict=True):
            zone, rule = kind or ("body", "body_text")
            start = line.start
            for inner_start, inner_end in self._labels.within(line) if zone == "body" else ():
                if inner_start > start:
                    yield start, inner_start, {"zone": zone, "rule": rule}
                yield inner_start, inner_end, {"zone": "related", "rule": "label_within"}
                start = inner_end
            if start < line.end:
                yield start, line.end, {"zone": zone, "rule": rule}


def _merged(pieces: Iterator[ZoneSpan]) -> list[ZoneSpan]:
    runs: list[ZoneSpan] = []
    for start, end, value in pieces:
        if runs and runs[-1][2] == value:
            runs[-1] = (runs[-1][0], end, value)
        else:
            runs.append((start, end, value))
    return runs


@derived
def _finder(words: Words) -> ZoneFinder:
    return ZoneFinder(words)


def find_zones(text: str, words: Words = SHIPPED) -> list[ZoneSpan]:
    """The zones of a text: see ``ZoneFinder``.

    Args:
        text: any text.
        words: the words and rules.

    Returns:
        (start, end, value) of each run of lines, in order.

    Raises:
        ResourceError: the folder's file is not valid.
    """
    return _finder(words)(text)
