"""Component ``nlp_events_places``: where it happened to them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import NamedTuple

from spacy.tokens import Doc

from nlp_events.component import Component
from nlp_events.decisions import Reasons, confidence, load_scorer
from nlp_events.extensions import FIGURES, discourse_of, put_on, text_of, value_on, values_of
from nlp_events.gazetteer import Gazetteer
from nlp_events.layers.places.countries import PLACED, told_country
from nlp_events.layers.places.features import PlaceFacts
from nlp_events.layers.places.naming import Naming
from nlp_events.layers.places.pairs import pairings, shared_out
from nlp_events.layers.places.roles import antecedent, clause_of, is_national, is_worldwide
from nlp_events.layers.places.rules import AT_DESTINATION, Name, Pairing, Scene
from nlp_events.networks.reader import ArticleReader, Candidates, Likelies, is_large
from nlp_events.text.discourse import Discourse
from nlp_events.text.evidence import DEFAULT, inferred, prove, span_of, told
from nlp_events.text.folding import fold
from nlp_events.text.layout import in_reach
from nlp_events.text.sentences import split_sentences
from nlp_events.values import FigureValue, PlaceRole
from nlp_events.words.store import SHIPPED, Words

# The lead: names this far into a text are likely those of the news itself.
LEAD = 600
# Characters before and after a sentence in which its place is looked for besides the title and the lead.
REACH = 3_000
# Characters of « et » between two figures that are told in one breath, and of the second one's participle.
AND, PARTICIPLE = 4, 12
# So many people of a nation are told of the country, not of the town that is named nearby.
LARGE = 100_000
# The rule of a place: the learned decision, by the name of its file of weights.
DECISION = "decisions/places"
# Slots that are filled together, and have evidence.
SLOTS = ("place", "place_role", "country")

# Shorter words that are adjectives of nationality are mostly others.
_WORD = re.compile(r"[\w-]{5,}")


@dataclass(frozen=True, slots=True)
class PlaceQuestion:
    """Which name is the place of a figure.

    ``indices`` are names of the article, ``candidates`` the facts of each and at last those of «no place», ``groups``
    the canonical name of each and None. ``likely`` is what the network over the article says of each, None where it
    says nothing.
    """

    indices: Sequence[int]
    candidates: Sequence[Sequence[str]]
    groups: Sequence[str | None]
    likely: Sequence[float] | None = None


class Places(Component):
    """Fills in the place slots of ``span._.figure`` and their evidence.

    Args:
        words: the words and rules.
        decisions: a folder of weights of one's own, which go before the shipped ones; None for those alone.
        places: a CSV file of places of one's own, as the layer of entities has it.
    """

    def __init__(self, words: Words = SHIPPED, decisions: str | None = None, places: str | None = None) -> None:
        super().__init__(words)
        self.gazetteer = Gazetteer(words, places)
        self.naming = Naming(self.gazetteer, words)
        self.scorer = load_scorer("places", decisions)
        self.reader = ArticleReader()

    def annotate(self, doc: Doc) -> Doc:
        """Place the figures of a Doc."""
        spans = doc.spans.get(FIGURES, ())
        if not spans:
            return doc
        figures: dict[str, FigureValue] = {}
        names, _, questions = self.questions(doc)
        told = told_country(text_of(doc), names, self.gazetteer, self.words)
        for span, question in zip(spans, questions, strict=True):
            figure = value_on(span, "figure").copy()
            self._place(text_of(doc), figure, names, question)
            whole = figures.get(figure["part_of"] or "")
            if whole is not None and not self._is_own(figure):
                _copy_place(whole, figure)
            if told is not None and self._has_no_land(figure):
                figure["country"] = told[0]
                prove(figure, "country", inferred(told[1]))
            figures[figure["key"]] = figure
            put_on(span, "figure", figure)
        return doc

    def _has_no_land(self, figure: FigureValue) -> bool:
        """Whether a figure has no country yet, but must lie in one: not at sea, and not wherever the war goes on."""
        at_sea = self.gazetteer.wordings.is_borderless(figure["place_canonical"] or "")
        return figure["country"] is None and figure["scope"] != "cumulative" and not at_sea

    def questions(self, doc: Doc) -> tuple[list[Name], str | None, Iterable[PlaceQuestion]]:
        """The names of a Doc, the country it is about, and for each figure which of the names may be its place.

        The questions of a Doc with many figures are made while they are gone through.
        """
        if is_large(doc):
            article = self._article(doc)
            return article.names, article.country, self._in_pieces(doc, article)
        draft, told = self.reader.answered("place", doc, self._draft)
        return draft.names, draft.country, _answered(draft, told)

    def foresee(self, docs: Sequence[Doc]) -> None:
        """Ask the network for the questions of all documents of a batch at once."""
        self.reader.foresee("place", docs, self._draft)

    def _draft(self, doc: Doc) -> _Draft:
        """The questions of a Doc without what the network says."""
        article = self._article(doc)
        return self._asked(article, article.figures)

    def _in_pieces(self, doc: Doc, article: _Placed) -> Iterator[PlaceQuestion]:
        """The questions of a large Doc, those of some figures at a time."""
        for draft, likely in self.reader.in_pieces("place", doc, article.figures, partial(self._asked, article)):
            yield from _answered(draft, likely)

    def _article(self, doc: Doc) -> _Placed:
        """What the places of an article's figures hang on."""
        text = text_of(doc)
        folded, names, figures = fold(text), self.naming.names(doc), list(values_of(doc, FIGURES))
        country, paired = self._country(text, names), pairings(folded, figures, names, self.words)
        return _Placed(
            folded=folded, names=names, country=country, figures=figures, discourse=discourse_of(doc),
            facts=PlaceFacts(folded, names, split_sentences(text, self.words), country), bounds=_bounds(figures),
            paired=paired, shared=shared_out(figures, paired),
        )  # fmt: skip

    def _asked(self, article: _Placed, figures: Sequence[FigureValue]) -> _Draft:
        """The questions of some of an article's figures."""
        names, draft = article.names, _Draft(article.names, article.country, [], [])
        for figure in figures:
            key = figure["key"]
            scene = self._scene(article.folded, figure, article.bounds[key], article.discourse)
            scene = replace(scene, pairing=article.paired.get(key), shared=article.shared.get(key, ()))
            indices = in_reach(names, scene.sentence, lead=LEAD, reach=REACH)
            groups = [*(names[at].canonical for at in indices), None]
            question = PlaceQuestion(indices, article.facts.of(scene, indices), groups)
            spans = [*((names[at].start, names[at].end) for at in indices), None]
            draft.questions.append(question)
            draft.asked.append(Candidates(figure, spans, question.candidates, groups))
        return draft

    def reasons(self, doc: Doc) -> dict[str, Reasons]:
        """For each figure of a Doc, by its key, why its place is chosen; for a Doc as it was before."""
        names, _, questions = self.questions(doc)
        text, found = text_of(doc), {}
        for figure, question in zip(values_of(doc, FIGURES), questions, strict=True):
            written = [*(text[names[at].start : names[at].end] for at in question.indices), None]
            found[figure["key"]] = self.scorer.explained(question.candidates, question.groups, written, question.likely)
        return found

    def _scene(self, folded: str, figure: FigureValue, bounds: tuple[int, int], discourse: Discourse) -> Scene:
        sentence = (figure["sentence_start"], figure["sentence_end"])
        source = span_of(figure, "source")
        number = (figure["min"] if figure["min"] is not None else figure["max"]) or 0
        return Scene(
            start=figure["start"], end=figure["end"], trigger=(figure["trigger_start"], figure["trigger_end"]),
            sentence=sentence, impact=figure["impact"], scope=figure["scope"], flow=figure["flow"], zone=figure["zone"],
            number=number, national=self._is_national(folded, figure), floor=bounds[0], ceiling=bounds[1],
            clause=clause_of(sentence, figure["start"], figure["end"], discourse),
            there=antecedent(folded, *sentence, self.words),
            source=(source[0], source[1]) if source else None, is_part=figure["part_of"] is not None,
            worldwide=is_worldwide(folded, *sentence, self.words),
        )  # fmt: skip

    def _is_national(self, folded: str, figure: FigureValue) -> bool:
        """Whether a figure is of a whole country: by its sentence, or by counting a nation («900 000 Kényans»)."""
        if is_national(folded, figure["sentence_start"], figure["sentence_end"], self.words):
            return True
        who = figure["who"] or ""
        large = (figure["min"] or figure["max"] or 0) >= LARGE
        return large and who[:1].isupper() and self.gazetteer.country_of_demonym(who) is not None

    def _country(self, text: str, names: list[Name]) -> str | None:
        """The country an article is about: of its places, then of its adjectives («le ministre tanzanien»)."""
        votes: Counter[str] = Counter()
        for name in names:
            if name.country and name.role != "speaker" and name.label in PLACED:
                votes[name.country] += 3
        votes.update(self.gazetteer.countries_of_demonyms(Counter(_WORD.findall(text))))
        return max(sorted(votes), key=lambda code: votes[code]) if votes else None

    def _place(self, text: str, figure: FigureValue, names: list[Name], question: PlaceQuestion) -> None:
        choice = self.scorer.choose(question.candidates, question.groups, question.likely)
        if choice.index == len(question.indices):
            return
        name = names[question.indices[choice.index]]
        figure["place"] = text[name.start : name.end]
        figure["place_canonical"] = name.canonical
        figure["country"], figure["place_precision"] = name.country, name.precision
        figure["latitude"], figure["longitude"] = name.latitude, name.longitude
        figure["place_role"] = _role(figure, name)
        figure["place_confidence"] = confidence(choice.probability)
        prove(figure, "place", told(name.start, name.end, DECISION))
        prove(figure, "place_role", inferred("flow" if figure["flow"] else DEFAULT))
        if name.country is not None:
            prove(figure, "country", inferred(name.told_by))

    @staticmethod
    def _is_own(figure: FigureValue) -> bool:
        """Whether the place stands in the figure's own sentence, close by."""
        place = span_of(figure, "place")
        return place is not None and figure["sentence_start"] <= place[0] < figure["sentence_end"]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Placed:
    """An article as far as the places of its figures hang on it, read once."""

    folded: str
    names: list[Name]
    country: str | None
    figures: Sequence[FigureValue]
    discourse: Discourse
    facts: PlaceFacts
    bounds: Mapping[str, tuple[int, int]]
    paired: Mapping[str, Pairing]
    shared: Mapping[str, set[int]]


class _Draft(NamedTuple):
    """The names of a document, its country, its questions as far as facts go, and the same for the network."""

    names: list[Name]
    country: str | None
    questions: list[PlaceQuestion]
    asked: list[Candidates]


def _answered(draft: _Draft, told: Likelies) -> list[PlaceQuestion]:
    """The questions of a draft with what the network says."""
    return [replace(one, likely=likely) for one, likely in zip(draft.questions, told, strict=True)]


def _bounds(figures: list[FigureValue]) -> dict[str, tuple[int, int]]:
    """For each figure, where the one before it in its sentence ends and the one after it begins."""
    bounds: dict[str, tuple[int, int]] = {}
    by_sentence: dict[int, list[FigureValue]] = defaultdict(list)
    for figure in figures:
        by_sentence[figure["sentence_start"]].append(figure)
    for figure in figures:
        sentence = figure["sentence_start"]
        others = [one for one in by_sentence[sentence] if not _share(one, figure)]
        before = [one["end"] for one in others if one["start"] < figure["start"]]
        after = sorted((one for one in others if one["start"] > figure["start"]), key=_figure_start)
        bounds[figure["key"]] = (max(before, default=sentence), _ceiling(figure, after))
    return bounds


def _ceiling(figure: FigureValue, after: list[FigureValue]) -> int:
    """Where the next figure begins that is not told in one breath with it («sept tués et trois blessés à Gao»)."""
    end = max(figure["end"], figure["trigger_end"])
    for one in after:
        if one["start"] - end != AND or one["trigger_end"] - one["end"] > PARTICIPLE:
            return one["start"]
        end = max(one["end"], one["trigger_end"])
    return figure["sentence_end"]


def _figure_start(figure: FigureValue) -> int:
    return figure["start"]


def _share(one: FigureValue, other: FigureValue) -> bool:
    """Whether two figures hang on one trigger, so that what follows the second is said of the first as well."""
    return one["trigger_start"] == other["trigger_start"]


def _role(figure: FigureValue, name: Name) -> PlaceRole:
    if figure["flow"] is None:
        return "event"
    if figure["impact"] in AT_DESTINATION or name.role == "destination":
        return "destination"
    return "origin"


def _copy_place(whole: FigureValue, part: FigureValue) -> None:
    """A part without a place in its own sentence has what its whole has."""
    part["place"], part["place_canonical"], part["place_role"] = (
        whole["place"],
        whole["place_canonical"],
        whole["place_role"],
    )
    part["country"], part["place_precision"] = whole["country"], whole["place_precision"]
    part["latitude"], part["longitude"] = whole["latitude"], whole["longitude"]
    part["place_confidence"] = whole["place_confidence"]
    own = {slot: one for slot, one in part["evidence"].items() if slot not in SLOTS}
    part["evidence"] = own | {slot: whole["evidence"][slot] for slot in SLOTS if slot in whole["evidence"]}
