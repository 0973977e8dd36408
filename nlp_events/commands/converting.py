"""``nlp-events convert``: results or incidents into another format, or into a layout that is loaded elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from nlp_events.commands.annotating import convert_for_tool
from nlp_events.commands.outputs import check_output
from nlp_events.commands.packaging import check_package, write_description
from nlp_events.commands.running import DONE, Tally, exit_code, tell
from nlp_events.errors import NlpEventsError
from nlp_events.values import ArticleResult, Incident

if TYPE_CHECKING:
    from nlp_events.writers.layouts import Layout, Row, Written

_TABLE = "entities, dates, what is to review, articles that were done and have no record, texts"
LOST = {
    "jsonl": None,
    "sqlite": None,
    "csv": _TABLE,
    "parquet": _TABLE,
    "xlsx": "entities, dates, what is to review, offsets, rules, evidence, other mentions, texts",
    "geojson": "entities, dates, what is to review, articles without a record, texts",
    "gexf": "running totals, all figures but the best toll of the dead, texts",
}
"""Format → what is lost of results in it."""
LOST_OF_INCIDENTS = {
    "jsonl": None,
    "sqlite": "the article's own happenings (tellings)",
    "csv": "the history of each toll, and why an article is of it",
    "parquet": "the history of each toll, and why an article is of it",
    "xlsx": "the history of each toll",
    "geojson": "the history of each toll, and why an article is of it",
    "gexf": "running totals, all tolls but the best of the dead",
}
"""The same of incidents."""
TABLES = (".csv", ".parquet")
_BY_ENDING = ("geojson", "gexf")
"""Formats that ``--to`` names too."""


@dataclass(frozen=True, kw_only=True)
class ConvertOptions:
    """Options of the command; see its help."""

    layout: str | None = None
    excel: bool = False
    datapackage: bool = False
    overwrite: bool = False


def run_convert(source: str, target: str, options: ConvertOptions) -> int:
    """Convert a file of results or incidents; see the command's help."""

    def run() -> int:
        from nlp_events.annotators.tools import TOOLS
        from nlp_events.incident_files import holds_incidents
        from nlp_events.writers.formats import excel_dialect

        if options.layout in TOOLS:
            _check_plain(target, options)
            return convert_for_tool(source, target, options.layout, overwrite=options.overwrite)
        layout = _layout_of(target, options.layout)
        if options.excel:
            excel_dialect(target)
        check_output(target, [source], overwrite=options.overwrite)
        if options.datapackage:
            check_package(target, [source], overwrite=options.overwrite)
        merged = holds_incidents(source)
        (_convert_incidents if merged else _convert_results)(source, target, layout, options)
        if options.datapackage:
            write_description(target, "incidents" if merged else "records", layout=layout, excel=options.excel)
        return DONE

    return exit_code(run)


def _check_plain(target: str, options: ConvertOptions) -> None:
    """Refuse what only tables have."""
    if options.excel or options.datapackage:
        what = "excel" if options.excel else "datapackage"
        raise NlpEventsError(f"{target}: is no table, for which --{what} is. Leave the option out.")


def _layout_of(target: str, name: str | None) -> Layout | None:
    """The layout of a name; None for a plain format.

    Raises:
        NlpEventsError: there is no such layout, or the file's ending is not known or not that of the layout.
    """
    from nlp_events.annotators.tools import TOOLS
    from nlp_events.writers.formats import format_of
    from nlp_events.writers.layouts import LAYOUTS

    known = dict.fromkeys(LAYOUTS, "csv") | {name: name for name in _BY_ENDING}
    if name is None:
        format_of(Path(target))
        return None
    if name not in known:
        raise NlpEventsError(f"there is no layout {name!r}. Choose from {', '.join((*known, *TOOLS))}.")
    if Path(target).suffix.lower() != f".{known[name]}":
        raise NlpEventsError(f"{target}: the layout {name} is a .{known[name]} file. Name one.")
    return LAYOUTS.get(name)


def _convert_results(source: str, target: str, layout: Layout | None, options: ConvertOptions) -> None:
    from nlp_events.writers.formats import format_of, has_text, read_results, write_results

    tally = Tally()
    results = _counted(read_results(source), tally)
    if layout is not None:
        written = _write(layout, layout.of_records(results), target, excel=options.excel)
        tell(f"{target}: {written}, of {tally.records} records of {tally.read} articles; {_lost(layout)}")
        tell(
            f"{source}: holds records of single articles, so that a happening told by several may be counted more than"
            f" once. Put them together first: nlp-events incidents {source} -o incidents.jsonl"
        )
        return
    name = format_of(Path(target))
    with_text = name == "jsonl" and has_text(source)
    write_results(results, target, with_text=with_text, excel=options.excel)
    lost = LOST[name]
    tell(f"{target}: {tally.records} records of {tally.read} articles" + (f"; left out: {lost}" if lost else ""))
    if Path(source).suffix.lower() in TABLES and lost is None:
        tell(f"{source}: a table of records has no entities, dates, or articles without a record to give")


def _convert_incidents(source: str, target: str, layout: Layout | None, options: ConvertOptions) -> None:
    from nlp_events.incident_files import read_incidents, write_incidents
    from nlp_events.writers.formats import format_of

    counted: list[int] = [0]
    incidents = _numbered(read_incidents(source), counted)
    if layout is not None:
        written = _write(layout, layout.of_incidents(incidents), target, excel=options.excel)
        tell(f"{target}: {written}, of {counted[0]} incidents; {_lost(layout)}")
        return
    write_incidents(incidents, target, excel=options.excel)
    lost = LOST_OF_INCIDENTS[format_of(Path(target))]
    tell(f"{target}: {counted[0]} incidents" + (f"; left out: {lost}" if lost else ""))


def _write(layout: Layout, rows: Iterator[Row], target: str, *, excel: bool) -> Written:
    from nlp_events.writers.delimited import EXCEL, PLAIN
    from nlp_events.writers.layouts import write_layout
    from nlp_events.writers.whole import whole_file

    with whole_file(Path(target)) as path:
        return write_layout(layout, rows, path, dialect=EXCEL if excel else PLAIN)


def _lost(layout: Layout) -> str:
    return f"left out: {layout.lost} (a row is {layout.row})"


def _counted(results: Iterable[ArticleResult], tally: Tally) -> Iterator[ArticleResult]:
    for result in results:
        tally.add(result)
        yield result


def _numbered(incidents: Iterable[Incident], counted: list[int]) -> Iterator[Incident]:
    for incident in incidents:
        counted[0] += 1
        yield incident
