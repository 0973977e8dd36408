"""The vectors of words before their context, computed once a word.

In the recogniser's network they hang on the word alone (its norm, prefix, suffix, shape and static vector), and most
words of a text have been there a moment ago. So does what the first layer of the context reads of a word, as the one
before, the word itself and the one after, before it adds up the three.
"""

from __future__ import annotations

from collections.abc import Sequence
from threading import Lock
from typing import Any, NamedTuple

import numpy
from numpy.typing import NDArray
from spacy.attrs import NORM, ORTH
from spacy.tokens import Doc
from spacy.vocab import Vocab

from nlp_events.layers.recogniser.maxout import Floats

Hashes = NDArray[numpy.uint64]
Places = NDArray[numpy.int64]

_CAPACITY = 32_768
"""Words whose vectors are kept, 12 MB; all are let go when there is no room for the next ones."""

_READ = 8_192
"""Words of which is kept what the first layer reads, 28 MB: those that came first, and so come most often."""

_SPREAD = numpy.uint64(0x9E3779B97F4A7C15)
"""An odd number that spreads one hash over the bits of another."""


class Words(NamedTuple):
    """The tokens of some documents by their distinct words; row 0 is no word but zeros, for what lies between texts."""

    vectors: Floats
    """(distinct words + 1, width)"""
    read: Floats
    """(distinct words + 1, 3 × the first layer's pieces): read of it as the word before, the word itself, the next."""
    places: Places
    """(tokens) the row of each token."""


class WordEmbedding:
    """Vectors of words without their context.

    Args:
        embed: the first layer of the recogniser's ``Tok2Vec``: hashed features and a static vector, mixed.
        vocab: where the static vectors are.
        reading: (width, 3 × pieces) the weights of the first layer of the context, as ``Encoder.reading`` has them.
    """

    def __init__(self, embed: Any, vocab: Vocab, reading: Floats) -> None:
        self._arguments = (embed, vocab, reading)
        features, self._mix = embed.layers[0], embed.layers[1].layers[0]
        hashed, self._static = features.layers
        self._columns: list[int] = hashed.layers[0].attrs["columns"]
        self._hashed = hashed.layers[2].layers[0]
        self._vocab = vocab
        self._reading = reading
        self._lock = Lock()
        self._rows: dict[int, int] = {}
        # Filled, so that its memory is taken at once and not word by word over a long run.
        self._table: Floats = numpy.full((_CAPACITY, embed.get_dim("nO")), 0, dtype="float32")
        self._read: Floats = numpy.zeros((_READ, reading.shape[1]), dtype="float32")

    def __reduce__(self) -> tuple[type[WordEmbedding], tuple[Any, Vocab, Floats]]:
        # Another process fills a table of its own.
        return type(self), self._arguments

    def __call__(self, docs: Sequence[Doc]) -> Words:
        """The words of documents that follow one another."""
        columns = [ORTH, NORM, *self._columns]
        tokens: Hashes = numpy.concatenate([doc.to_array(columns) for doc in docs]).astype(numpy.uint64, copy=False)
        # The tokenizer may give one spelling another norm where it is part of a contraction.
        keys, first, place = numpy.unique(tokens[:, 0] * _SPREAD ^ tokens[:, 1], return_index=True, return_inverse=True)
        vectors = numpy.zeros((len(keys) + 1, self._table.shape[1]), dtype="float32")
        read = numpy.zeros((len(keys) + 1, self._read.shape[1]), dtype="float32")
        with self._lock:
            rows = self._known(keys.tolist(), tokens[first])
            vectors[1:] = self._table[rows]
            kept = rows < len(self._read)
            read[1:][kept] = self._read[rows[kept]]
        read[1:][~kept] = vectors[1:][~kept] @ self._reading
        return Words(vectors, read, place + 1)

    def _known(self, keys: list[int], words: Hashes) -> Places:
        """The rows of words in the table, those that are new put in."""
        new = [index for index, key in enumerate(keys) if key not in self._rows]
        if len(self._rows) + len(new) > _CAPACITY:
            self._rows.clear()
            new = list(range(len(keys)))
            if len(new) > len(self._table):  # a document of more words than were to be kept
                self._table = numpy.zeros((len(new), self._table.shape[1]), dtype="float32")
        if new:
            at = len(self._rows)
            computed = self._table[at : at + len(new)] = self._computed(words[new])
            room = self._read[at : at + len(new)]
            room[:] = computed[: len(room)] @ self._reading
            self._rows.update((keys[index], at + order) for order, index in enumerate(new))
        return numpy.fromiter((self._rows[key] for key in keys), dtype="int64", count=len(keys))

    def _computed(self, words: Hashes) -> Floats:
        hashed = self._hashed.predict(numpy.ascontiguousarray(words[:, 2:]))
        vectors = self._vocab.vectors
        rows = vectors.find(keys=numpy.ascontiguousarray(words[:, 0]))
        static = self._static.ops.gemm(vectors.data[rows], self._static.get_param("W"), trans2=True)
        static[rows < 0] = 0
        mixed: Floats = self._mix.predict(numpy.hstack((hashed, static)))
        return mixed
