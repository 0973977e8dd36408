"""Layouts that analysts load elsewhere: the columns of other projects, filled in as far as records go.

A column that a news article does not fill stays empty: nothing is guessed to please a layout, and a row without what
the layout needs is left out and counted. Each module says what is lost.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

from nlp_events.values import ArticleResult, Incident
from nlp_events.writers.delimited import PLAIN, Dialect, write_table
from nlp_events.writers.layouts import acled, emdat, hxl, idmc, ucdp

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout: its columns, lines under them, what a row is, what is lost, and what makes rows.

    ``needs`` are the columns without which there is no row.
    """

    row: str
    lost: str
    needs: tuple[str, ...]
    columns: tuple[str, ...]
    under: tuple[tuple[str, ...], ...]
    of_records: Callable[[Iterable[ArticleResult]], Iterator[Row]]
    of_incidents: Callable[[Iterable[Incident]], Iterator[Row]]


@dataclass(slots=True)
class Written:
    """How many rows there are, and how many were left out for want of which column."""

    rows: int = 0
    left_out: Counter[str] = field(default_factory=Counter)

    def __str__(self) -> str:
        missing = ", ".join(f"{number} without {name}" for name, number in sorted(self.left_out.items()))
        return f"{self.rows} rows" + (f"; rows left out: {missing}" if missing else "")


def write_layout(layout: Layout, rows: Iterable[Row], path: Path, *, dialect: Dialect = PLAIN) -> Written:
    """Write the rows of a layout to a CSV file, without those that lack what it needs."""
    written = Written()
    write_table(path, layout.columns, _whole(rows, layout.needs, written), *layout.under, dialect=dialect)
    return written


def _whole(rows: Iterable[Row], needs: tuple[str, ...], written: Written) -> Iterator[Row]:
    for row in rows:
        missing = next((name for name in needs if row.get(name) is None), None)
        if missing is not None:
            written.left_out[missing] += 1
            continue
        written.rows += 1
        yield row


def _layout(module: ModuleType) -> Layout:
    return Layout(
        row=module.ROW,
        lost=module.LOST,
        needs=module.NEEDS,
        columns=module.COLUMNS,
        under=getattr(module, "UNDER", ()),
        of_records=module.record_rows,
        of_incidents=module.incident_rows,
    )


LAYOUTS = {
    name: _layout(module)
    for name, module in (("hxl", hxl), ("acled", acled), ("ucdp", ucdp), ("idmc", idmc), ("emdat", emdat))
}
"""Name → layout."""
