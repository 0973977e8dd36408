"""What the network that tells causes says of the figures of a Doc."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

import numpy
from spacy.attrs import IS_ALPHA, LENGTH
from spacy.tokens import Doc

from nlp_events.decisions.scorer import SHIPPED
from nlp_events.layers.causes.features import Asked
from nlp_events.layers.causes.network import NONE, CauseNetwork, Reading, read_causes
from nlp_events.networks.words import knows_words_of, word_rows

_SHORT = 2
"""Letters of words that tell nothing of what a text is about."""


@lru_cache(maxsize=1)
def shipped_causes() -> CauseNetwork:
    """The network that is shipped.

    Raises:
        ResourceError: its file is missing or damaged.
    """
    return read_causes(SHIPPED / "causes.npz")


class CauseReader:
    """Asks a network what figures are about.

    Args:
        network: gives the weights when first asked; None to say nothing.
    """

    def __init__(self, network: Callable[[], CauseNetwork] | None = shipped_causes) -> None:
        self.network = network

    def likely(self, doc: Doc, asked: Sequence[Asked]) -> list[list[float] | None]:
        """For each figure how probable each of its causes is, as a logarithm; None where nothing is known.

        Args:
            doc: the document.
            asked: its figures, or some of them.
        """
        if self.network is None or not asked or not knows_words_of(doc):
            return [None] * len(asked)
        network = self.network()
        told = network.likely(reading_of(doc, asked), [one.facts for one in asked])
        columns = network.columns
        # A cause that the network does not know is as unlikely as its most unlikely one.
        return [
            [float(row[columns[cause or NONE]] if (cause or NONE) in columns else row.min()) for cause in one.causes]
            for one, row in zip(asked, told, strict=True)
        ]


def reading_of(doc: Doc, asked: Sequence[Asked]) -> Reading:
    """The stretches of figures in words that say what the text is about: letters alone, longer than articles are."""
    rows = word_rows(doc)
    table: Any = doc.to_array([IS_ALPHA, LENGTH])
    kept = numpy.flatnonzero((table[:, 0] > 0) & (table[:, 1] > _SHORT) & (rows.words >= 0))
    bounds = numpy.array([stretch for one in asked for stretch in one.stretches], dtype="int64")
    told = numpy.searchsorted(rows.starts[kept], bounds)
    return Reading(rows.words[kept], [*map(tuple, told.tolist())])
