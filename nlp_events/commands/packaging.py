"""``--datapackage``: a description of the columns beside a CSV or SQLite file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from nlp_events.commands.outputs import check_output
from nlp_events.commands.running import tell
from nlp_events.errors import NlpEventsError
from nlp_events.writers import datapackage
from nlp_events.writers.datapackage import NAME
from nlp_events.writers.delimited import EXCEL, PLAIN
from nlp_events.writers.formats import STANDARD_OUTPUT, SUFFIXES
from nlp_events.writers.whole import is_stream

if TYPE_CHECKING:
    from nlp_events.writers.layouts import Layout


def check_package(output: str, inputs: Sequence[str], *, overwrite: bool) -> None:
    """See that a description may be written beside an output, before anything is opened.

    Raises:
        NlpEventsError: the output is no CSV or SQLite file, or a description is there already.
    """
    path = Path(output)
    name = SUFFIXES.get(path.suffix.lower())
    if output == STANDARD_OUTPUT or is_stream(path) or name not in ("csv", "sqlite"):
        raise NlpEventsError(f"{output}: a datapackage.json describes a .csv or .sqlite file. Name one.")
    check_output(str(path.with_name(NAME)), inputs, overwrite=overwrite)


def write_description(
    output: str, of: Literal["records", "incidents"], *, layout: Layout | None = None, excel: bool = False
) -> None:
    """Write the description of an output beside it.

    Args:
        output: the file.
        of: what it holds.
        layout: the layout it has, if it has one.
        excel: whether it is written for Excel.
    """
    path, dialect = Path(output), EXCEL if excel else PLAIN
    if layout is not None:
        found = datapackage.layout_csv(path.name, layout.columns, len(layout.under), layout.row, dialect)
    elif path.suffix.lower() == ".csv":
        describe = datapackage.records_csv if of == "records" else datapackage.incidents_csv
        found = describe(path.name, dialect)
    else:
        found = (datapackage.records_sqlite if of == "records" else datapackage.incidents_sqlite)(path.name)
    datapackage.write_package(path, found)
    tell(f"{path.with_name(NAME)}: describes {path.name}")
