"""Component ``nlp_events_causes``: what kind of happening each figure belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from nlp_events.component import Component
from nlp_events.decisions import Reasons, load_scorer
from nlp_events.extensions import FIGURES, put_on, text_of, value_on, values_of, zones_of
from nlp_events.layers.causes.features import ALONE, TOLD, CauseFacts, CauseQuestion, Strongest
from nlp_events.layers.causes.reading import CauseReader
from nlp_events.layers.causes.rules import find_causes
from nlp_events.text.evidence import inferred, prove, told
from nlp_events.text.folding import fold
from nlp_events.text.sentences import split_sentences
from nlp_events.values import Cause, FigureValue
from nlp_events.words.store import SHIPPED, Words

# The rule of a cause that no word shows: the learned decision, by the name of its file of weights.
DECISION = "decisions/causes"
# How probable a kind of happening has to be of which the article has no known word. Cross-validated, of those supposed
# from 0.5 to 0.6 half are right in the corpus, and «none» as often.
SUPPOSED = 0.6
# The same in a text of fewer characters than SHORT: a sentence or two are about nothing but what they say. From 0.5 to
# 0.8, of those of our gold 18 of 48 are right, and «none» of 35.
SUPPOSED_IN_SHORT, SHORT = 0.8, 400
# Figures of a document that the network is asked about at a time.
PIECE = 256
# How probable another has to be than the one that a sure word of the figure's own sentence tells.
OUTWEIGHED = 0.7


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question, and the words that may show its answer."""

    question: CauseQuestion
    shown: Strongest


class Causes(Component):
    """Fills in ``cause`` of ``span._.figure`` and its evidence.

    Args:
        words: the words and rules.
    """

    def __init__(self, words: Words = SHIPPED) -> None:
        super().__init__(words)
        self.scorer = load_scorer("causes")
        self.reader = CauseReader()

    def annotate(self, doc: Doc) -> Doc:
        """Tell the causes of the figures of a Doc."""
        spans = doc.spans.get(FIGURES, ())
        supposed = SUPPOSED if len(text_of(doc)) >= SHORT else SUPPOSED_IN_SHORT
        for span, asked in zip(spans, self._asked(doc), strict=True):
            cause = self._cause(asked.question, supposed)
            if cause is not None:
                figure: FigureValue = value_on(span, "figure").copy()
                figure["cause"] = cause
                cue = asked.shown.of(cause, figure)
                prove(figure, "cause", inferred(DECISION) if cue is None else told(cue.start, cue.end, cue.rule))
                put_on(span, "figure", figure)
        return doc

    def _cause(self, question: CauseQuestion, supposed: float) -> Cause | None:
        """The answer to a question; ``supposed`` is how probable a kind has to be that no word tells.

        A kind that no word tells has to be surer than others, and one that the figure's own sentence contradicts:
        several happenings of one article are told apart by their sentences.
        """
        choice = self.scorer.choose_value(question.causes, question.common, question.own, question.likely)
        own = next((cause for cause, facts in zip(question.causes, question.own, strict=True) if ALONE in facts), None)
        if own is not None and choice.probability < OUTWEIGHED:
            return own
        untold = TOLD not in question.own[choice.index]
        return None if untold and choice.probability < supposed else question.causes[choice.index]

    def questions(self, doc: Doc) -> list[CauseQuestion]:
        """For each figure of a Doc, in their order, which kinds of happenings it may belong to."""
        return [asked.question for asked in self._asked(doc)]

    def reasons(self, doc: Doc) -> dict[str, Reasons]:
        """For each figure of a Doc, by its key, why its cause is chosen; for a Doc as it was before."""
        found = {}
        for figure, question in zip(values_of(doc, FIGURES), self.questions(doc), strict=True):
            found[figure["key"]] = self.scorer.explained(
                question.facts, question.causes, question.causes, question.likely
            )
        return found

    def _asked(self, doc: Doc) -> Iterator[_Asked]:
        """The question of each figure of a Doc, made some at a time: those of a long text would fill the memory."""
        figures: list[FigureValue] = values_of(doc, FIGURES)
        if not figures:
            return
        text = text_of(doc)
        folded = fold(text)
        every = find_causes(folded, self.words)
        zones = zones_of(doc)
        title = next(zones.of("title"), (0, 0))
        own = [cue for cue in every if zones.at(cue.start) != "related"]
        sentences = split_sentences(text, self.words)
        article = CauseFacts(folded, own, sentences, title), Strongest(own)
        # What is told of another article hangs on its words as well.
        related = any(figure["zone"] == "related" for figure in figures)
        others = (CauseFacts(folded, every, sentences, title), Strongest(every)) if related else article
        for begin in range(0, len(figures), PIECE):
            part = figures[begin : begin + PIECE]
            read = [others if figure["zone"] == "related" else article for figure in part]
            asked = [facts.asked(figure) for (facts, _), figure in zip(read, part, strict=True)]
            likely = self.reader.likely(doc, asked)
            for figure, (facts, shown), one in zip(part, read, likely, strict=True):
                yield _Asked(replace(facts.of(figure), likely=one), shown)
