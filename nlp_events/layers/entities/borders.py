"""Where a name begins and ends: repairs of the spans a recogniser gives."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from nlp_events.layers.entities.model import EntityWords
from nlp_events.text.folding import fold
from nlp_events.values import Label, Span

# A word takes its elision along («l'», «d'»); «J.-C.» and «U.S.» stay whole enough for the checks below.
_WORD = re.compile(r"[^\W_]+['’]?")
# What no name goes over: line ends, quotes, brackets, strong punctuation, a slash, a dash between spaces.
_BARRIER = re.compile(r"[\n\r;:!?«»\"“”()\[\]/|…,]|\s[-–—]\s|\.\s|\.\.")
_FIRST_INITIALS = re.compile(r"(?<![\w.-])(?:[A-ZÀ-Þ]h?\.[ \u00a0-]?){1,3}\Z")
_FIRST_WORD = re.compile(r"(?<![\w-])[A-ZÀ-Þ][\w-]+ \Z")
_FIRST_NAME = 24
"""Characters before a personal name in which the initials or the given name stand."""
_FULL = 2
"""Words of a full name: a given name and a family name."""
_COUNTRY_WORDS = 3
"""Words of the longest country name that is split off."""

_SENTENCE_OPENERS = frozenset('.!?\n\r:;«»"“”(-–—•')


class Borders:
    """Repairs spans.

    Args:
        words: the language's words.
        is_listed: whether a whole name stands in a table, article included («Le Caire», «L'Équipe»).
        is_country: whether a name is a country's.
    """

    def __init__(self, words: EntityWords, is_listed: Callable[[str], bool], is_country: Callable[[str], bool]) -> None:
        self._articles = frozenset(words.articles)
        self._opening = frozenset(words.opening_articles)
        self._breakers = frozenset(words.breakers)
        self._no_names = frozenset((*words.not_names, *words.breakers, *words.opening_articles))
        self._particles = frozenset(words.particles)
        self._outer_heads = words.outer_heads.by_label()
        self._loose_ends = frozenset(words.loose_ends)
        self._given_titles = frozenset(words.given_titles)
        self._titles = frozenset(title.rstrip(".") for title in words.titles)
        self._given = frozenset(name for names in words.given_names.values() for name in names)
        self._is_listed = is_listed
        self._is_country = is_country

    def pieces(self, text: str, start: int, end: int, label: Label) -> list[Span]:
        """The names inside a span.

        Args:
            text: the whole text.
            start: first code point of the span.
            end: one past its last code point.
            label: the span's label; it decides which lower-case words may stand inside.

        Returns:
            Half-open offsets within the span, in order; empty when nothing in it is a name.
        """
        found = []
        for words in self._runs(text, start, end, label):
            for part in [words] if label == "PER" else self._split_country(text, words):
                trimmed = self._trimmed(text, part, label)
                if trimmed and self._is_name(text, trimmed):
                    found.append((trimmed[0][0], _with_final_dot(text, trimmed[-1][1], end)))
        return found

    def first_name(self, text: str, start: int, least: int) -> int:
        """Where a personal name begins with the initials or the given name left out before it («J.-P. Morel»).

        Args:
            text: the whole text.
            start: where the recogniser has it begin.
            least: where the name before it ends.
        """
        if text[start - 1 : start] not in (" ", "-", ".", "\u00a0"):
            return start
        before = text[max(least, start - _FIRST_NAME) : start]
        match = _FIRST_INITIALS.search(before) or _FIRST_WORD.search(before)
        if match is None:
            return start
        first = fold(match.group().strip(" .\u00a0"))
        initials = "." in match.group()
        fits = first not in self._titles if initials else first in self._given
        return start - len(match.group()) if fits else start

    def _runs(self, text: str, start: int, end: int, label: Label) -> Iterator[list[Span]]:
        """Words of the span, cut at barriers and at lower-case words that no name of this label holds."""
        run: list[Span] = []
        for match in _WORD.finditer(text, start, end):
            if run and _BARRIER.search(text, _after(text, run[-1]), match.start() + 1):
                yield run
                run = []
            if self._cuts(text, match.span(), label):
                yield run
                run = []
            else:
                run.append(match.span())
        yield run

    def _cuts(self, text: str, word: Span, label: Label) -> bool:
        written = text[word[0] : word[1]]
        if not written[:1].islower():
            return False
        folded = fold(written)
        if label == "PER":
            return folded not in self._particles and not _glued(text, word)
        return folded in self._breakers

    def _split_country(self, text: str, words: list[Span]) -> Iterator[list[Span]]:
        """«Irak du Conseil …»: a country, a preposition, another name."""
        whole = text[words[0][0] : words[-1][1]] if words else ""
        for count in range(1, min(_COUNTRY_WORDS, len(words) - 2) + 1):
            name = text[words[0][0] : words[count - 1][1]]
            following = fold(text[words[count][0] : words[count][1]])
            capital = any(text[start].isupper() for start, _ in words[count + 1 :])
            if following in self._articles and capital and self._is_country(name) and not self._is_listed(whole):
                yield words[:count]
                yield words[count:]
                return
        yield words

    def _trimmed(self, text: str, words: list[Span], label: Label) -> list[Span]:
        first, last = 0, len(words)
        while first < last and self._is_loose_start(text, words[first:last], label):
            first += 1
        while last > first and self._is_loose_end(text, words[last - 1]):
            last -= 1
        return words[first:last]

    def _is_loose_start(self, text: str, words: list[Span], label: Label) -> bool:
        written = text[words[0][0] : words[0][1]]
        folded = fold(written)
        glued = text[words[0][1] : words[0][1] + 1] == "-"
        if glued or (label == "PER" and len(words) == _FULL and written[:1].isupper() and folded in self._given_titles):
            return False  # «Cheikh Diop»
        if len(words) > 1 and (written[:1].islower() or label == "PER") and folded in self._outer_heads[label]:
            return True
        if written[:1].islower():
            return folded in self._articles
        return folded in self._opening and len(words) > 1 and self._is_cut_article(text, words, label)

    def _is_cut_article(self, text: str, words: list[Span], label: Label) -> bool:
        """Whether a capital article opens the sentence rather than the name."""
        whole = text[words[0][0] : words[-1][1]]
        if self._is_listed(whole):
            return False
        before = text[max(0, words[0][0] - 8) : words[0][0]].rstrip(" \t\u00a0'’")
        opens = not before or before[-1] in _SENTENCE_OPENERS
        if text[words[0][1] - 1] in "'’":
            return opens or self._is_listed(text[words[1][0] : words[-1][1]])
        return opens and (label != "PER" or self._is_listed(text[words[1][0] : words[-1][1]]))

    def _is_loose_end(self, text: str, word: Span) -> bool:
        folded = fold(text[word[0] : word[1]])
        loose = folded in self._articles or folded in self._loose_ends or folded in self._breakers
        return text[word[0]].islower() and loose and not _glued(text, word)

    def _is_name(self, text: str, words: list[Span]) -> bool:
        name = text[words[0][0] : words[-1][1]]
        # «armée syrienne» is one without a capital; a single word needs it.
        written = len(words) > 1 or any(char.isupper() for char in name)
        return written and len(name) > 1 and fold(name) not in self._no_names


def _glued(text: str, word: Span) -> bool:
    """«Jong-un», «N'golo»: a lower-case part of the word before it."""
    return word[0] > 0 and text[word[0] - 1] in "-'’"


def _after(text: str, word: Span) -> int:
    """Where a barrier may begin; the point of «J.» and «St.» belongs to the name."""
    initial = text[word[0]].isupper() and word[1] - word[0] <= 2 and text[word[1] : word[1] + 1] == "."
    return word[1] + 1 if initial else word[1] - 1


def _with_final_dot(text: str, end: int, limit: int) -> int:
    """Keep the last point of «U.S.» and «Koffi N.» when the recogniser had it."""
    if end < limit and text[end] == "." and end >= 3 and text[end - 2] in ". ":
        return end + 1
    return end
