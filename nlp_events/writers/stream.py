"""JSON Lines into a file or to standard output, while results come."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import BinaryIO

from nlp_events.errors import NlpEventsError
from nlp_events.values import ArticleResult
from nlp_events.writers.rows import to_line

STANDARD_OUTPUT = "-"


@contextmanager
def writing(path: str | Path, *, with_text: bool = False) -> Iterator[Callable[[ArticleResult], None]]:
    """Write JSON Lines to a file that appears whole or not at all.

    Args:
        path: the file, which is replaced; «-» for standard output, which is written line by line.
        with_text: as in ``to_dict``.

    Yields:
        A function that writes one result.

    Raises:
        NlpEventsError: the file cannot be written.
    """
    if str(path) == STANDARD_OUTPUT:
        yield partial(_write, sys.stdout.buffer, with_text=with_text)
        sys.stdout.buffer.flush()
        return
    target = Path(path).resolve()
    # A device or a pipe is written as it is: replacing it by a file is not what anybody wants.
    whole = target.is_file() or not target.exists()
    with _opened(target.with_name(f".{target.name}.{os.getpid()}.part") if whole else target, path) as stream:
        yield partial(_write, stream, with_text=with_text)
    if whole:
        Path(stream.name).replace(target)


@contextmanager
def _opened(part: Path, path: str | Path) -> Iterator[BinaryIO]:
    try:
        stream = part.open("wb")
    except OSError as error:
        problem = f"cannot be written ({error.strerror}). Name a file in a folder that exists and is yours to write."
        raise NlpEventsError(f"{path}: {problem}") from error
    try:
        with stream:
            yield stream
    except BaseException:
        if part.name.endswith(".part"):
            part.unlink(missing_ok=True)
        raise


def _write(stream: BinaryIO, result: ArticleResult, *, with_text: bool) -> None:
    stream.write(to_line(result, with_text=with_text))
