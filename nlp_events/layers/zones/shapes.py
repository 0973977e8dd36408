"""The look of one line: headline, sentence, paragraph."""

from __future__ import annotations

import re

from nlp_events.layers.zones.lines import LONGEST, Line
from nlp_events.layers.zones.model import ZoneWords

_SENTENCE_END = re.compile(r"(?<![.\s])[.!?](?=[»\"”')\]]?\s+[«\"“(]?\s?[A-ZÀ-Ý0-9])")
_FINAL_STOP = re.compile(r"\.\s?[»\"”')\]]*$|[!?][»\"”]?\s?\.$")


class Shapes:
    """The look of one line."""

    def __init__(self, words: ZoneWords) -> None:
        self._words = words
        self._abbreviation = re.compile(rf"(?:\A|[\s(«\"])(?:{'|'.join(words.abbreviations)})\Z")

    def sentences(self, line: Line) -> int:
        """How many sentences the line seems to hold; «M. Diallo» and «Drôme. Carambolage» end none."""
        text = line.text[:LONGEST]
        return 1 + sum(1 for end in _SENTENCE_END.finditer(text) if not self._no_end(text, end.start()))

    def _no_end(self, text: str, stop: int) -> bool:
        before = text[max(0, stop - 40) : stop]
        place = stop < 40 and before[:1].isupper() and len(before.split()) <= self._words.title_places_words
        return bool(place or self._abbreviation.search(before.lower()))

    def ends_with_stop(self, line: Line) -> bool:
        """A final full stop, inside or outside of quotes; «…» is none."""
        return bool(_FINAL_STOP.search(line.text[-6:])) and not line.text.endswith("...")

    def is_headline(self, line: Line) -> bool:
        """Short, one sentence, no final full stop, not a lead-in to a list."""
        return (
            len(line.text) <= self._words.headline_most
            and len(line.text.split()) <= self._words.headline_words
            and not line.text.endswith((":", ",", ";"))
            and not self.ends_with_stop(line)
            and self.sentences(line) == 1
        )

    def is_short_sentence(self, line: Line) -> bool:
        """One sentence with a full stop, of a headline's length."""
        return len(line.text) <= self._words.sentence_most and self.ends_with_stop(line) and self.sentences(line) == 1

    def is_paragraph(self, line: Line) -> bool:
        """Running text: long, or more than one sentence."""
        long = len(line.text) >= self._words.paragraph_least
        return not self.is_headline(line) and (long or self.sentences(line) > 1)

    def is_subheading(self, line: Line) -> bool:
        """A headline of few words without the pattern «Place : what happened»."""
        few = len(line.text.split()) <= self._words.subheading_words
        return few and ":" not in line.text and not line.text.endswith("?") and self.is_headline(line)
