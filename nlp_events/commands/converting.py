"""``nlp-events convert``: results from one format into another, or into a layout that is loaded elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from nlp_events.commands.outputs import check_output
from nlp_events.commands.running import DONE, Tally, exit_code, tell
from nlp_events.errors import NlpEventsError
from nlp_events.values import ArticleResult

LOST = {
    "jsonl": None,
    "sqlite": None,
    "csv": "entities, dates, articles that were done and have no record, texts",
    "parquet": "entities, dates, articles that were done and have no record, texts",
}
"""Format → what is lost in it."""
TABLES = (".csv", ".parquet")


def run_convert(source: str, target: str, layout: str | None, *, overwrite: bool = False) -> int:
    """Convert a file of results; see the command's help."""

    def run() -> int:
        from nlp_events.writers.formats import format_of, has_text, read_results, write_results

        chosen, lost = _chosen(Path(target), layout)
        check_output(target, [source], overwrite=overwrite)
        tally = Tally()
        results = _counted(read_results(source), tally)
        write_results(
            results,
            target,
            layout=chosen,
            with_text=chosen is None and format_of(Path(target)) == "jsonl" and has_text(source),
        )
        tell(f"{target}: {tally.records} records of {tally.read} articles" + (f"; left out: {lost}" if lost else ""))
        if Path(source).suffix.lower() in TABLES and lost is None:
            tell(f"{source}: a table of records has no entities, dates, or articles without a record to give")
        return DONE

    return exit_code(run)


def _chosen(target: Path, layout: str | None) -> tuple[str | None, str | None]:
    """The layout, None for a plain format, and what is lost."""
    from nlp_events.writers.formats import format_of
    from nlp_events.writers.layouts import LAYOUTS

    if layout is None and target.suffix.lower() == ".geojson":
        layout = "geojson"
    if layout is None:
        return None, LOST[format_of(target)]
    if layout not in LAYOUTS:
        raise NlpEventsError(f"there is no layout {layout!r}. Choose from {', '.join(LAYOUTS)}.")
    known = LAYOUTS[layout]
    if target.suffix.lower() != known.suffix:
        raise NlpEventsError(f"{target}: the layout {layout} is a {known.suffix} file. Name one.")
    return layout, f"{known.lost} (a row is {known.row})"


def _counted(results: Iterable[ArticleResult], tally: Tally) -> Iterator[ArticleResult]:
    for result in results:
        tally.add(result)
        yield result
