"""A progress line on standard error: how many, how fast, how long still."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from nlp_events.commands.running import Tally
from nlp_events.commands.wording import said

ONE_ARTICLE = (".txt", ".md", ".html", ".htm", ".pdf")
"""Endings of files that hold one article each."""
BLOCK = 1 << 20


@contextmanager
def progress(tally: Tally, inputs: Sequence[str], *, shown: bool) -> Iterator[Callable[[], None]]:
    """Show a progress line while the block runs, if it is ``shown``; yields the function that brings it up to date."""
    if not shown or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    text = TextColumn("{task.description}", markup=False)
    rate = TextColumn("{task.fields[rate]}", markup=False)
    # No bar: with it, the times are cut off in a window of 80 columns.
    columns = (SpinnerColumn(), text, rate, TimeElapsedColumn(), TextColumn(said("left")), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as line:
        task = line.add_task(said("loading the pipeline"), total=expected(inputs), rate="")

        def report() -> None:
            speed = line.tasks[0].speed
            rate = "" if speed is None else f"{speed:.1f}/s"
            line.update(task, description=said(str(tally)), completed=tally.read, rate=rate)

        yield report


def expected(inputs: Iterable[str]) -> int | None:
    """How many articles the inputs hold; None where that is not told quickly, without reading them."""
    total = 0
    for name in inputs:
        path = Path(name)
        files = (one for one in path.rglob("*") if one.is_file()) if path.is_dir() else [path]
        for file in files:
            number = _expected_in(file)
            if number is None:
                return None
            total += number
    return total


def _expected_in(file: Path) -> int | None:
    suffix = file.suffix.lower()
    if suffix in ONE_ARTICLE:
        return 1
    if suffix != ".jsonl" or not file.is_file():
        return None
    with file.open("rb") as stream:
        return sum(block.count(b"\n") for block in iter(lambda: stream.read(BLOCK), b""))
