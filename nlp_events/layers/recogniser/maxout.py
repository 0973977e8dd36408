"""The greatest of several pieces, each a block of its own: found without jumping through memory.

spaCy's weights have the pieces of a unit side by side; encoder and decoder put them in blocks once, when they are made.
"""

from __future__ import annotations

import numpy
from numpy.typing import NDArray

Floats = NDArray[numpy.float32]


def greatest(pieces: Floats, units: int) -> Floats:
    """For each row, the greatest piece of each unit.

    Args:
        pieces: (rows, pieces × units), the first pieces of all units, then the second …
        units: how many units there are.
    """
    found = pieces[:, :units]
    for begin in range(units, pieces.shape[1], units):
        found = numpy.maximum(found, pieces[:, begin : begin + units])
    return found
