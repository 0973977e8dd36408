"""«Neuf morts et autant de blessés»: a quantity that says no number, but the one before it again, or its double."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nlp_events.layers.quantities.model import Numerals
from nlp_events.values import QuantityValue

_REACH = 60
"""Characters between a number and the «autant» that takes it up, at most."""
_END = re.compile(r"[.;:!?\n]")
_TAKEN_UP = frozenset({"number", "range", "vague"})


class Equals:
    """Finds the quantities that are as large as the one before them, or so many times as large.

    Args:
        numerals: the layer.
    """

    def __init__(self, numerals: Numerals) -> None:
        self._as_many, self._multiples = numerals.as_many.regex, numerals.multiples

    def find(self, folded: str, quantities: Sequence[QuantityValue]) -> Iterator[QuantityValue]:
        """The quantities that take up another one, in text order.

        Args:
            folded: the folded text.
            quantities: what its numbers say, in text order.

        Yields:
            The bounds and the modifier of the number before, at the word that takes it up.
        """
        for found in self._as_many.finditer(folded):
            start, end = found.span()
            before = next((one for one in reversed(quantities) if one["end"] <= start), None)
            if before is None or before["kind"] not in _TAKEN_UP or start - before["end"] > _REACH:
                continue
            if _END.search(folded, before["end"], start):
                continue
            times = self._multiples[found.group()]
            yield {
                **before, "start": start, "end": end, "number_start": start, "number_end": end,
                "min": _times(before["min"], times), "max": _times(before["max"], times), "rule": "quantity_as_many",
            }  # fmt: skip


def _times(bound: float | None, times: int) -> float | None:
    return None if bound is None else bound * times
