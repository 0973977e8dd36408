"""Component ``nlp_events_sources``: who each figure is credited to."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from nlp_events.component import Component
from nlp_events.decisions import Reasons, load_scorer
from nlp_events.extensions import FIGURES, discourse_of, put_on, text_of, value_on, values_of
from nlp_events.layers.sources.features import SourceFacts
from nlp_events.layers.sources.model import load_sources
from nlp_events.layers.sources.rules import attributed, source_type
from nlp_events.layers.sources.voices import Voice, voices_of
from nlp_events.text.discourse import VOICE_BACK, VOICE_ON
from nlp_events.text.evidence import inferred, prove, told
from nlp_events.text.folding import fold
from nlp_events.text.sentences import sentence_at, split_sentences
from nlp_events.values import EntityValue, FigureValue
from nlp_events.words.store import SHIPPED, Words

DECISION = "decisions/sources"
"""The rule of a source whom no wording of attribution names: the learned decision, by the name of its weights."""


@dataclass(frozen=True, slots=True)
class SourceQuestion:
    """Who a figure is credited to: those who speak near it, the facts of each and at last those of «nobody»."""

    voices: Sequence[Voice]
    candidates: Sequence[Sequence[str]]

    @property
    def groups(self) -> list[str | None]:
        """Which of them are one and the same."""
        return [*(voice.group for voice in self.voices), None]


class Sources(Component):
    """Fills in ``source``, ``source_canonical`` and ``source_type`` of ``span._.figure``.

    Args:
        words: the words and rules.
        decisions: a folder of weights of one's own, which go before the shipped ones; None for those alone.
    """

    def __init__(self, words: Words = SHIPPED, decisions: str | None = None) -> None:
        super().__init__(words)
        self.scorer = load_scorer("sources", decisions)

    def annotate(self, doc: Doc) -> Doc:
        """Credit the figures of a Doc."""
        spans = doc.spans.get(FIGURES, ())
        if not spans:
            return doc
        text = text_of(doc)
        texts, speakers = (text, fold(text)), _Speakers(doc)
        for span, question in zip(spans, self.questions(doc), strict=True):
            choice = self.scorer.choose(question.candidates, question.groups)
            if choice.index < len(question.voices):
                self._credit(span, question.voices[choice.index], speakers, texts)
        return doc

    def questions(self, doc: Doc) -> Iterator[SourceQuestion]:
        """For each figure of a Doc, in their order, who may have said so; one at a time, for facts fill the memory."""
        figures: list[FigureValue] = values_of(doc, FIGURES)
        if not figures:
            return
        text, discourse = text_of(doc), discourse_of(doc)
        folded, order = fold(text), split_sentences(text, self.words)
        names = [(ent.start_char, ent.end_char) for ent in doc.ents if ent.label_ in ("ORG", "PER")]
        voices = voices_of(folded, discourse, names, self._nouns(folded, order, figures), self.words)
        labels = {ent.start_char: ent.label_ for ent in doc.ents}
        facts = SourceFacts((text, folded), voices, labels, order, discourse, figures, self.words)
        for figure in figures:
            said = attributed(folded, order, figure, discourse)
            yield SourceQuestion([voices[at] for at in facts.near(figure)], facts.of(figure, said))

    def _nouns(
        self, folded: str, order: Sequence[tuple[int, int]], figures: Sequence[FigureValue]
    ) -> list[tuple[int, int]]:
        """[start, end) of those who are told by a noun that speaks, in the sentences around figures."""
        here = {sentence_at(order, figure["start"]) for figure in figures}
        near = sorted({at for one in here for at in range(one - VOICE_BACK, one + VOICE_ON + 1)})
        noun = load_sources(self.words).noun.led
        return [match.span() for at in near if 0 <= at < len(order) for match in noun.finditer(folded, *order[at])]

    def reasons(self, doc: Doc) -> dict[str, Reasons]:
        """For each figure of a Doc, by its key, why its source is chosen; for a Doc as it was before."""
        text, found = text_of(doc), {}
        for figure, question in zip(values_of(doc, FIGURES), self.questions(doc), strict=True):
            written = [*(text[voice.start : voice.end] for voice in question.voices), None]
            found[figure["key"]] = self.scorer.explained(question.candidates, question.groups, written)
        return found

    def _credit(self, span: Span, voice: Voice, speakers: _Speakers, texts: tuple[str, str]) -> None:
        text, folded = texts
        start, end = voice.start, voice.end
        figure: FigureValue = value_on(span, "figure").copy()
        entity = speakers.first_in(start, end)
        figure["source"] = text[start:end]
        figure["source_canonical"] = entity["canonical"] if entity else None
        by_words = source_type(folded[start:end], self.words)
        known = entity["kind"] if by_words == "other" and entity else None
        figure["source_type"] = by_words if known is None else known
        prove(figure, "source", told(start, end, DECISION if voice.is_silent else voice.piece["rule"]))
        prove(figure, "source_type", inferred("known_organisation" if known else "words"))
        put_on(span, "figure", figure)


class _Speakers:
    """The people and organisations of a Doc by where they stand."""

    def __init__(self, doc: Doc) -> None:
        ents = [(ent, value_on(ent, "entity")) for ent in doc.ents if ent.label_ != "LOC"]
        self._values: list[EntityValue] = [value for _, value in ents if value]
        self._places = [(ent.start_char, ent.end_char) for ent, value in ents if value]

    def first_in(self, start: int, end: int) -> EntityValue | None:
        """The first one that lies in [start, end)."""
        for index in range(bisect_left(self._places, (start, 0)), len(self._places)):
            if self._places[index][0] >= end:
                break
            if self._places[index][1] <= end:
                return self._values[index]
        return None
