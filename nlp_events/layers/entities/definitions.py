"""Organisations that a text itself gives an acronym, in brackets, whatever a recogniser makes of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from nlp_events.layers.entities.mention import Mention
from nlp_events.text.folding import fold
from nlp_events.text.name_keys import cached_key
from nlp_events.values import Span

DEFINED = "definition"
"""The rule of a mention that is found here."""

# «… de Kaolack (AMIK)»: at least two capitals or a capital and small letters that go on as a word («Conasur»).
_BEHIND = re.compile(
    r"(?<=\w)(?: \((?P<acronym>[A-ZÀ-Þ][\w-]{1,9})\)|, (?:\w{1,3}['’ ]){0,2}(?P<bare>[A-Z]{3,9})(?=[,.]))"
)
_BEFORE = re.compile(
    r"(?<![\w-])(?P<acronym>[A-Z]{2,9})(?: \(|, (?:\w{1,3}['’ ])?)(?P<long>[^\W\d_][^(),.\n]{5,100})(?=[),.])"
)
_BARRIER = re.compile(r"[\n\r;:!?«»\"“”()\[\]/|…,]|\s[-–—]\s|\.\s")
_WORD = re.compile(r"[^\W_]+")
_WINDOW = 140
"""Characters before a bracket in which the name begins."""
_SMALL = 3
"""Letters up to which a word gives no letter to an acronym and counts as none of a name."""
_UNUSED = 3
"""Longer words at the end of a name, the last one with a letter among them («… du Burkina Faso»)."""
_LEAST = 2
"""Longer words that a name must have."""


def defined(text: str, heads: Set[str], breakers: Set[str] = frozenset()) -> Iterator[Mention]:
    """Names in the text right before an acronym in brackets, or in brackets behind one, that give its letters.

    Args:
        text: the text.
        heads: keys of the words with which the name of an organisation begins («association», «front»).
        breakers: the words, folded, that no name holds («dit», «que»).

    Returns:
        The names and the acronyms beside them, which are other names of them.
    """
    for match in _BEHIND.finditer(text):
        begin = _begin(text, max(0, match.start() - _WINDOW), match.start())
        acronym = "acronym" if match["acronym"] else "bare"
        start = _start(text[begin : match.start()], match[acronym], heads)
        if start is not None and breakers.isdisjoint(_keys(text[begin + start : match.start()])):
            yield from _pair(text, (begin + start, match.start()), match.span(acronym))
    for match in _BEFORE.finditer(text):
        long = match["long"]
        if not _BARRIER.search(long) and _start(long, match["acronym"], heads) == 0:
            yield from _pair(text, match.span("long"), match.span("acronym"))


def _keys(name: str) -> Iterator[str]:
    """The words of a name with their accents: «à la consolidation» has no «a»."""
    return map(fold, _WORD.findall(name))


def _pair(text: str, long: Span, acronym: Span) -> Iterator[Mention]:
    """A name and its acronym, which is another name of it."""
    name = text[slice(*long)]
    yield Mention(*long, "ORG", DEFINED, name)
    yield Mention(*acronym, "ORG", DEFINED, text[slice(*acronym)], alias_of=name)


def _begin(text: str, least: int, end: int) -> int:
    """Where the clause before a bracket begins."""
    return max((barrier.end() for barrier in _BARRIER.finditer(text, least, end)), default=least)


def _start(before: str, acronym: str, heads: Set[str]) -> int | None:
    """Where the name begins that gives an acronym its letters, in order, the first one to its first word.

    The letters of «AMIK» are found from the last one on, as Schwartz and Hearst («A simple algorithm for identifying
    abbreviation definitions», 2003) do; half of them begin words, a third of «Conasur». None for no such name.
    """
    letters = cached_key(acronym).replace(" ", "")
    words = [match for match in _WORD.finditer(before) if len(match.group()) > _SMALL]
    nearest = 2 * len(letters) + 1
    for at in range(len(words) - _LEAST, max(-1, len(words) - nearest), -1):
        head, name = words[at], words[at:]
        key = cached_key(head.group())
        if key not in heads or key[0] != letters[0]:
            continue
        if gives([cached_key(word.group()) for word in name], letters, 2 if acronym.isupper() else 3):
            return head.start()
    return None


def gives(words: list[str], letters: str, each: int) -> bool:
    """Whether the letters stand in the words in order, the first one and one of so many as initials."""
    initials, at, word = 0, 0, 0
    for letter in letters:
        nxt = next((index for index in range(word + (at > 0), len(words)) if words[index][0] == letter), None)
        if nxt is not None and (at > 0 or nxt == 0):
            word, at, initials = nxt, 1, initials + 1
            continue
        inner = words[word].find(letter, at) if word < len(words) else -1
        if inner < 0:
            return False
        at = inner + 1
    return each * initials >= len(letters) and len(words) - word <= _UNUSED
