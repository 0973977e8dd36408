"""Component ``nlp_events_times``: when it happened to them, and which time a figure speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import NamedTuple

from spacy.tokens import Doc

from nlp_events.component import Component
from nlp_events.decisions import Choice, Reasons, confidence, load_scorer, value_facts
from nlp_events.extensions import DATES, FIGURES, discourse_of, put_on, text_of, value_on, values_of, zones_of
from nlp_events.layers.times.features import Candidate, DateFacts, Figure
from nlp_events.layers.times.rules import Cues, usable
from nlp_events.layers.times.scopes import SCOPES, ScopeFacts, holds
from nlp_events.networks.reader import ArticleReader, Candidates, Likelies, is_large
from nlp_events.text.evidence import inferred, prove, span_of, told
from nlp_events.text.folding import fold
from nlp_events.text.sentences import split_sentences
from nlp_events.values import DateValue, FigureValue, Scope
from nlp_events.words.store import SHIPPED, Words

# Dates this far into a text are likely those of the news itself.
LEAD = 1_000
# Characters before and after a sentence in which its date is looked for besides the lead.
REACH = 2_000
# The rules of a date and of a scope: the learned decisions, by the names of their files of weights.
DECISION = "decisions/dates"
SCOPE_DECISION = "decisions/scopes"


@dataclass(frozen=True, slots=True)
class DateQuestion:
    """Which date a figure has: the candidates, the last of which is none, and the facts of each.

    ``likely`` is what the network over the article says of each, None where it says nothing.
    """

    figure: Figure
    candidates: Sequence[Candidate]
    facts: Sequence[Sequence[str]]
    likely: Sequence[float] | None = None

    @property
    def dates(self) -> list[str | None]:
        """The date of each candidate."""
        return [one.written for one in self.candidates]

    def without(self, day: str) -> DateQuestion:
        """The question without the candidates that are a day or begin with it."""
        return self._of([at for at, date in enumerate(self.dates) if (date or "").partition("/")[0] != day])

    def open(self) -> DateQuestion:
        """The question with «no date» for its only candidate."""
        return self._of([len(self.candidates) - 1])

    def _of(self, kept: Sequence[int]) -> DateQuestion:
        likely = None if self.likely is None else [self.likely[at] for at in kept]
        return DateQuestion(self.figure, [self.candidates[at] for at in kept], [self.facts[at] for at in kept], likely)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """A question with the candidates that its answer leaves, the answer, and the scope that follows from it.

    ``mention`` is the date chosen, where it stands in the figure's own sentence.
    """

    question: DateQuestion
    choice: Choice
    mention: DateValue | None
    scope: Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedArticle:
    """What the dates of an article's figures hang on."""

    cues: Cues
    facts: DateFacts
    scopes: ScopeFacts
    published: str | None


class Times(Component):
    """Fills in ``date`` and ``scope`` of ``span._.figure`` and their evidence.

    Args:
        words: the words and rules.
        decisions: a folder of weights of one's own, which go before the shipped ones; None for those alone.
    """

    def __init__(self, words: Words = SHIPPED, decisions: str | None = None) -> None:
        super().__init__(words)
        self.scorer = load_scorer("dates", decisions)
        self.scopes = load_scorer("scopes")
        self.reader = ArticleReader()

    def annotate(self, doc: Doc) -> Doc:
        """Date the figures of a Doc."""
        spans = doc.spans.get(FIGURES, ())
        if not spans:
            return doc
        article, questions = self.questions(doc)
        figures: dict[str, FigureValue] = {}
        for span, question in zip(spans, questions, strict=True):
            figure = value_on(span, "figure").copy()
            self._date(article, figure, question)
            figures[figure["key"]] = figure
            whole = figures.get(figure["part_of"] or "")
            if whole is not None and span_of(figure, "date") is None:
                _copy_date(whole, figure)
            put_on(span, "figure", figure)
        return doc

    def questions(self, doc: Doc) -> tuple[DatedArticle, Iterable[DateQuestion]]:
        """What the dates of a Doc hang on, and for each of its figures in their order which dates it may have.

        The questions of a Doc with many figures are made while they are gone through.
        """
        if is_large(doc):
            article = self._article(doc)
            return article, self._in_pieces(doc, article)
        draft, told = self.reader.answered("date", doc, self._draft)
        return draft.article, _answered(draft, told)

    def foresee(self, docs: Sequence[Doc]) -> None:
        """Ask the network for the questions of all documents of a batch at once."""
        self.reader.foresee("date", docs, self._draft)

    def _draft(self, doc: Doc) -> _Draft:
        """The questions of a Doc without what the network says."""
        return _asked(self._article(doc), values_of(doc, FIGURES))

    def _in_pieces(self, doc: Doc, article: DatedArticle) -> Iterator[DateQuestion]:
        """The questions of a large Doc, those of some figures at a time."""
        figures = list(values_of(doc, FIGURES))
        for draft, likely in self.reader.in_pieces("date", doc, figures, partial(_asked, article)):
            yield from _answered(draft, likely)

    def reasons(self, doc: Doc) -> dict[str, Reasons]:
        """For each figure of a Doc, by its key, why its date is chosen; for a Doc as it was before."""
        found = {}
        article, questions = self.questions(doc)
        for figure, asked in zip(values_of(doc, FIGURES), questions, strict=True):
            question = self._settled(article, asked).question
            dates = question.dates
            found[figure["key"]] = self.scorer.explained(question.facts, dates, dates, question.likely)
        return found

    def _article(self, doc: Doc) -> DatedArticle:
        text, zones = text_of(doc), zones_of(doc)
        dates = [
            (value, zone)
            for span, value in zip(doc.spans.get(DATES, ()), values_of(doc, DATES), strict=True)
            if (zone := zones.at(span.start_char)) != "related" and usable(value)
        ]
        cues = Cues(fold(text), discourse_of(doc), self.words)
        published = (doc._.article or {}).get("published")
        facts = DateFacts(cues, dates, split_sentences(text, self.words), published)
        return DatedArticle(
            cues=cues, facts=facts, scopes=ScopeFacts(cues, facts, published),
            published=published,
        )  # fmt: skip

    def _date(self, article: DatedArticle, figure: FigureValue, question: DateQuestion) -> None:
        settled = self._settled(article, question)
        written, mention = settled.question.candidates[settled.choice.index].written, settled.mention
        figure["scope"] = settled.scope
        prove(figure, "scope", inferred(SCOPE_DECISION))
        figure["date"] = written
        figure["date_confidence"] = None if written is None else confidence(settled.choice.probability)
        if mention is not None:
            prove(figure, "date", told(mention["start"], mention["end"], DECISION))
        elif written is not None:
            prove(figure, "date", inferred(DECISION))

    def scope_questions(self, doc: Doc) -> list[list[list[str]]]:
        """For each figure of a Doc, in their order, what holds of each of ``SCOPES``."""
        article, questions = self.questions(doc)
        facts = [article.scopes.of(one.figure, one.candidates[self._choice(one).index]) for one in questions]
        return [value_facts(SCOPES, one) for one in facts]

    def _choice(self, question: DateQuestion) -> Choice:
        return self.scorer.choose(question.facts, question.dates, question.likely)

    def _settled(self, article: DatedArticle, question: DateQuestion) -> Settled:
        """The answer to a question, asked again without the candidates that cannot be, seen from the answer."""
        figure, choice = question.figure, self._choice(question)
        chosen = question.candidates[choice.index]
        scope = self._scope(article, figure, chosen)
        if scope == "background" and chosen.written is not None and chosen.written == article.published:
            # What is told as an earlier happening did not happen on the day of the news.
            question = question.without(chosen.written)
            choice = self._choice(question)
        date = article.facts.told(question.candidates[choice.index])[0]
        own = date is not None and holds(figure.sentence, date)
        of_head = date is not None and figure.head is not None and holds(figure.head, date)
        if figure.certainty == "possible" and not own and not of_head:
            # What is feared has no day yet, unless its own sentence gives one.
            question = question.open()
            choice, date, own = self._choice(question), None, False
        return Settled(question=question, choice=choice, mention=date if own else None, scope=scope)

    def _scope(self, article: DatedArticle, figure: Figure, date: Candidate) -> Scope:
        told = article.scopes.explicit(figure, date)
        return told or SCOPES[self.scopes.choose_value(SCOPES, article.scopes.of(figure, date)).index]


class _Draft(NamedTuple):
    """What the dates of a document hang on, its questions as far as facts go, and the same for the network."""

    article: DatedArticle
    questions: list[DateQuestion]
    asked: list[Candidates]


def _asked(article: DatedArticle, figures: Sequence[FigureValue]) -> _Draft:
    """The questions of some of an article's figures."""
    draft = _Draft(article, [], [])
    for value in figures:
        figure = _figure(article.cues, value)
        candidates = list(article.facts.candidates(figure, REACH, LEAD))
        question = DateQuestion(figure, candidates, article.facts.facts(figure, candidates))
        spans = [None if one.mention is None else article.facts.span(one.mention) for one in candidates]
        draft.questions.append(question)
        draft.asked.append(Candidates(value, spans, question.facts, question.dates))
    return draft


def _answered(draft: _Draft, told: Likelies) -> list[DateQuestion]:
    """The questions of a draft with what the network says."""
    return [replace(one, likely=likely) for one, likely in zip(draft.questions, told, strict=True)]


def _figure(cues: Cues, figure: FigureValue) -> Figure:
    return Figure(
        start=figure["start"], end=figure["end"], trigger=(figure["trigger_start"], figure["trigger_end"]),
        sentence=(figure["sentence_start"], figure["sentence_end"]), impact=figure["impact"],
        certainty=figure["certainty"], flow=figure["flow"], zone=figure["zone"],
        is_part=figure["part_of"] is not None,
        number=(figure["min"] if figure["min"] is not None else figure["max"]) or 0, head=cues.heading(figure["start"]),
    )  # fmt: skip


def _copy_date(whole: FigureValue, part: FigureValue) -> None:
    """A part without a date in its own sentence has what its whole has."""
    part["date"], part["scope"] = whole["date"], whole["scope"]
    part["date_confidence"] = whole["date_confidence"]
    prove(part, "scope", inferred("whole"))
    if part["date"] is not None:
        prove(part, "date", inferred("whole"))
    else:
        part["evidence"] = {slot: one for slot, one in part["evidence"].items() if slot != "date"}
