"""``nlp-events extract``: files and folders of articles in, one file of records out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Literal

from nlp_events.commands.grouped import Grouped
from nlp_events.commands.outputs import check_run, named
from nlp_events.commands.packaging import check_package, write_description
from nlp_events.commands.progress import progress
from nlp_events.commands.running import DONE, SOME_FAILED, Options, Tally, articles_of, exit_code, tell
from nlp_events.commands.streams import drop, output_error
from nlp_events.errors import NlpEventsError
from nlp_events.readers.notes import Notes
from nlp_events.writers.formats import STANDARD_OUTPUT, excel_dialect, format_of
from nlp_events.writers.whole import is_stream

if TYPE_CHECKING:
    from nlp_events.batch import Journal, Recipe, Row

WITHOUT_TEXT = ("csv", "parquet", "xlsx", "geojson", "gexf")
"""Formats that have no place for the text of an article."""


@dataclass(frozen=True, kw_only=True)
class RunOptions:
    """How a run goes.

    Attributes:
        jobs: number of processes; None for one, on Ray for one a core.
        address: of a Ray cluster; None for this machine.
        max_seconds: seconds that one article may take; 0 for no limit.
        resume: go on from what an earlier run has done.
        overwrite: start anew even where a file or an unfinished run would be lost.
        on_error: what follows an article that fails.
        with_text: keep the text in the output.
        excel: write a CSV file as Excel opens it.
        datapackage: describe the output's columns beside it.
        quiet: no progress line and no summary.
        ignore_unknown: files of a folder that nothing reads are no failure.
    """

    jobs: int | None = None
    address: str | None = None
    max_seconds: float = 300.0
    resume: bool = False
    overwrite: bool = False
    on_error: Literal["skip", "stop"] = "skip"
    with_text: bool = False
    excel: bool = False
    datapackage: bool = False
    quiet: bool = False
    ignore_unknown: bool = False


def run_extract(inputs: Sequence[str], output: str, options: Options, running: RunOptions) -> int:
    """Extract records from all inputs into one file; see the command's help."""
    tally = Tally()
    output = named(output)

    def run() -> int:
        _check(inputs, output, options, running)
        notes = Notes()
        with _started(inputs, output, options, running, notes) as rows:
            shown = not (running.quiet or (output == STANDARD_OUTPUT and sys.stdout.isatty()))
            with progress(tally, inputs, shown=shown) as report:
                _follow(rows, tally, report, running)
        if running.datapackage and Path(output).is_file():
            write_description(output, "records", excel=running.excel)
        return _summed_up(tally, notes, running)

    return exit_code(run, interrupted=lambda: _interrupted(output))


def _check(inputs: Sequence[str], output: str, options: Options, running: RunOptions) -> None:
    """Refuse what would be lost, before anything is opened."""
    base = options.base if Path(options.base).is_dir() else None
    beside = (options.aliases, options.places, options.words, options.decisions, base)
    if running.excel:
        excel_dialect(output)
    if running.datapackage:
        check_package(output, inputs, overwrite=running.resume or running.overwrite)
    check_run(output, inputs, beside=beside, goes_on=running.resume or running.overwrite)


def _follow(rows: Iterator[Row], tally: Tally, report: Callable[[], None], running: RunOptions) -> None:
    stopped = False
    grouped = Grouped(tell)
    try:
        for row in rows:
            tally.count(row.status, row.records)
            stopped = row.error is not None and running.on_error == "stop"
            if row.error is not None:
                grouped.add(row.error)
            report()
    finally:
        grouped.end()
    if stopped:
        tell("stopped there, as --on-error stop says. Mend the input and go on with --resume.")


def _summed_up(tally: Tally, notes: Notes, running: RunOptions) -> int:
    """The last lines of a run, and its exit code."""
    unknown = bool(notes.left_out) and not running.ignore_unknown
    if not running.quiet:
        for line in notes.lines:
            tell(f"{line}.")
        if unknown:
            tell("--ignore-unknown makes files of other kinds no failure.")
        tell(str(tally))
    return SOME_FAILED if tally.failed or unknown else DONE


@contextmanager
def _started(
    inputs: Sequence[str], output: str, options: Options, running: RunOptions, notes: Notes
) -> Iterator[Generator[Row, None, None]]:
    """The rows of a run as they come; the output is given back, and all processes ended, with the block."""
    from nlp_events.batch import run_to_file, run_to_stream

    recipe = recipe_of(options, running)
    articles = articles_of(inputs, options, without=[Path(output)], notes=notes)
    stop = running.on_error == "stop"
    if _is_stream(output):
        if running.resume:
            raise NlpEventsError(f"{output}: only a file can be resumed. Name one with -o, or leave out --resume.")
        with (
            _stream(output) as stream,
            closing(run_to_stream(articles, stream, recipe, jobs=running.jobs or 1, stop=stop)) as rows,
        ):
            yield rows
        return
    with (
        closing(_journal(Path(output).resolve(), recipe, options, running)) as journal,
        closing(run_to_file(articles, journal, recipe, jobs=running.jobs or 1, stop=stop)) as rows,
    ):
        yield rows


def recipe_of(options: Options, running: RunOptions) -> Recipe:
    """How articles are processed, as the options say."""
    from nlp_events.batch import Recipe
    from nlp_events.decisions import checked_confidence

    return Recipe(
        base=options.base,
        aliases=options.aliases,
        places=options.places,
        words=options.words,
        decisions=options.decisions,
        min_confidence=checked_confidence(options.min_confidence),
        max_chars=options.read_options().max_chars,
        max_seconds=running.max_seconds or None,
        with_text=running.with_text,
        excel=running.excel,
    )


def _journal(target: Path, recipe: Recipe, options: Options, running: RunOptions) -> Journal:
    from nlp_events.batch import Journal, configuration

    name = format_of(target)
    if running.with_text and name in WITHOUT_TEXT:
        raise NlpEventsError(
            f"{target}: a table of records has no place for texts. Write .jsonl or .sqlite --with-text."
        )
    return Journal(
        target,
        configuration(recipe, options.read_options()),
        grows=name == "jsonl",
        resume=running.resume,
        overwrite=running.overwrite,
    )


def _is_stream(output: str) -> bool:
    """Whether the output is written as it comes: standard output, a device, a pipe."""
    return output == STANDARD_OUTPUT or is_stream(Path(output))


@contextmanager
def _stream(output: str) -> Iterator[BinaryIO]:
    try:
        if output == STANDARD_OUTPUT:
            yield sys.stdout.buffer
            sys.stdout.buffer.flush()
        else:
            with Path(output).open("wb") as stream:
                yield stream
    except BrokenPipeError:
        raise
    except OSError as error:
        if output == STANDARD_OUTPUT:
            drop(sys.stdout)
            raise output_error(error) from error
        raise NlpEventsError(f"{output}: cannot be written ({error.strerror}). Name another output.") from error


def _interrupted(output: str) -> str:
    from nlp_events.batch.state import state_folder

    if _is_stream(output):
        return "interrupted"
    if not state_folder(Path(output).resolve()).exists():
        return "interrupted; no file was written"
    return "interrupted; what is done is kept, and the same command with --resume goes on from there"
