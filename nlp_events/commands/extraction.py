"""``nlp-events extract``: files and folders of articles in, one file of records out."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from nlp_events.commands.running import DONE, SOME_FAILED, Options, Tally, articles_of, exit_code, pipeline_of, tell
from nlp_events.values import ArticleResult


def run_extract(inputs: Sequence[str], output: str, options: Options) -> int:
    """Extract records from all inputs into one JSON Lines file; see the command's help."""

    def run() -> int:
        from nlp_events.writers import writing

        tally = Tally()
        with (
            writing(output, with_text=options.with_text) as write,
            _progress(tally, shown=_is_shown(output, options)) as report,
        ):
            for result in _results(inputs, options):
                write(result)
                tally.add(result)
                if result.error is not None:
                    tell(result.error)
                report()
        if not options.quiet:
            tell(str(tally))
        return SOME_FAILED if tally.failed else DONE

    return exit_code(run)


def _results(inputs: Sequence[str], options: Options) -> Iterator[ArticleResult]:
    if options.jobs > 1:
        # Read when numpy is imported, just below: else every process starts a thread for each core.
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from nlp_events.pipeline import LONGEST, process

    articles = articles_of(inputs, options)
    nlp = pipeline_of(options)
    if options.jobs > 1 and hasattr(os, "register_at_fork"):
        # Worker processes leave an interrupt to the parent, which then ends them; else each would print a traceback.
        os.register_at_fork(after_in_child=lambda: signal.signal(signal.SIGINT, signal.SIG_IGN))
    longest = options.reading.max_chars if options.reading else LONGEST
    return process(articles, nlp, n_process=options.jobs, max_chars=longest)


@contextmanager
def _progress(tally: Tally, *, shown: bool) -> Iterator[Callable[[], None]]:
    """A progress line on standard error while the block runs; yields the function that brings it up to date."""
    if not shown:
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as progress:
        task = progress.add_task("loading the pipeline")
        yield lambda: progress.update(task, description=str(tally))


def _is_shown(output: str, options: Options) -> bool:
    on_screen = output == "-" and sys.stdout.isatty()
    return sys.stderr.isatty() and not options.quiet and not on_screen
