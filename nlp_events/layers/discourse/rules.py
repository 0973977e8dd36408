"""The discourse of a whole text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from nlp_events.layers.discourse.attributions import find_attributions
from nlp_events.layers.discourse.clauses import find_clauses
from nlp_events.layers.discourse.days import find_days, give_days
from nlp_events.layers.discourse.denials import find_denials
from nlp_events.layers.discourse.lines import find_lines
from nlp_events.layers.discourse.model import load_discourse
from nlp_events.layers.discourse.passages import find_passages
from nlp_events.layers.discourse.quotations import find_quotations, give_speakers
from nlp_events.text.discourse import SPEAKER_BACK, VOICE_BACK, VOICE_ON
from nlp_events.text.sentences import sentence_at
from nlp_events.values import DiscourseValue
from nlp_events.words.store import SHIPPED, Words

Stretch = tuple[int, int]


def find_discourse(
    folded: str,
    sentences: Sequence[Stretch],
    *,
    dates: Sequence[Stretch] = (),
    numbers: Sequence[int] | None = None,
    words: Words = SHIPPED,
) -> list[DiscourseValue]:
    """Every piece of the discourse of a text.

    Args:
        folded: the folded text of the article.
        sentences: [start, end) of each of its sentences.
        dates: [start, end) of each of its dates.
        numbers: where each of its numbers begins; the clauses of a sentence without one are left out, and what is said
            in it, unless the next one goes on with its speaker. None where the numbers are not known: then all is read.
        words: the words and rules.

    Returns:
        The pieces by where they begin; those of one kind that begin together keep the order they were found in.
    """
    days = list(find_days(folded, dates, sentences, words)) if sentences else []
    said = _Said(folded, sentences, words)
    counting = range(len(sentences)) if numbers is None else _counting(folded, sentences, numbers, words)
    quotations = find_quotations(folded, words)
    for at in (*counting, *_edges(quotations, sentences, counting)):
        said.read(at)
    denials = list(find_denials(folded, sentences, said.of, words))
    found = said.found
    give_speakers(quotations, found, folded)
    clauses = (one for at in counting for one in find_clauses(folded, *sentences[at], words))
    passages = (one for sentence in sentences for one in find_passages(folded, *sentence, words))
    give_days([one for one in found if one["kind"] == "attribution"], days)
    voices = said.voices({near for at in counting for near in range(at - VOICE_BACK, at + VOICE_ON + 1)})
    pieces = (*find_lines(folded, words), *days, *quotations, *denials, *found, *voices, *clauses, *passages)
    return sorted(pieces, key=lambda one: one["start"])


def _counting(folded: str, sentences: Sequence[Stretch], numbers: Sequence[int], words: Words) -> list[int]:
    """The sentences that count somebody or something, «l'un des» without a number included."""
    others = (match.start() for match in load_discourse(words).one_of.regex.finditer(folded))
    return sorted({sentence_at(sentences, start) for start in (*numbers, *others)}) if sentences else []


def _edges(
    quotations: Sequence[DiscourseValue], sentences: Sequence[Stretch], counting: Sequence[int]
) -> Iterator[int]:
    """The sentences that tell whose the quotations are in which something is counted, beside those that count."""
    for quotation in quotations:
        first, last = (sentence_at(sentences, offset) for offset in (quotation["start"], quotation["end"]))
        if any(first <= at <= last for at in counting):
            yield from {first, sentence_at(sentences, quotation["end"] - 1), last}


class _Said:
    """What is said in the sentences that are read, each once."""

    def __init__(self, folded: str, sentences: Sequence[Stretch], words: Words) -> None:
        self._folded, self._sentences, self._words = folded, sentences, words
        self._read: dict[int, list[DiscourseValue]] = {}

    @property
    def found(self) -> list[DiscourseValue]:
        """All of it, sentence by sentence."""
        return [one for at in sorted(self._read) for one in self._read[at]]

    def of(self, at: int) -> list[DiscourseValue]:
        """What is said in one sentence."""
        self.read(at)
        return self._read[at]

    def voices(self, near: Set[int]) -> Iterator[DiscourseValue]:
        """Who speaks in those of some sentences that were not read: nothing that is counted is theirs for certain."""
        for at in sorted(near - self._read.keys()):
            if 0 <= at < len(self._sentences):
                for one in find_attributions(self._folded, *self._sentences[at], self._words):
                    if one["kind"] == "attribution":
                        yield {**one, "kind": "voice"}

    def read(self, at: int) -> None:
        """Read a sentence, and those before it where its speaker goes on, back to where one is named."""
        if at in self._read:
            return
        for back in range(at, max(-1, at - 1 - SPEAKER_BACK), -1):
            if back not in self._read:
                self._read[back] = find_attributions(self._folded, *self._sentences[back], self._words)
            if not _goes_on(self._read[back], first=back == at):
                return


def _goes_on(found: Sequence[DiscourseValue], *, first: bool) -> bool:
    """Whether the speaker of a sentence is to be sought in the one before."""
    if not found:
        return not first
    return any(one["kind"] == "same_speaker" or "said_before" in one["traits"] for one in found)
