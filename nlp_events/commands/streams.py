"""Standard streams that are closed or full, or whose reader has gone."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from io import UnsupportedOperation
from typing import IO, Any

from nlp_events.errors import NlpEventsError


def check_readable() -> None:
    """See that standard input can be read.

    Raises:
        NlpEventsError: it is closed, or a folder.
    """
    number = number_of(sys.stdin)
    if sys.stdin is None:
        raise _closed("input", "Give it something to read, or name a file.")
    if number is not None:
        try:
            os.read(number, 0)
        except OSError as error:
            raise _unusable("input", "read", error, "Give it something to read, or name a file.") from error


def check_writable() -> None:
    """See that standard output can be written.

    Raises:
        NlpEventsError: it is closed.
    """
    number = number_of(sys.stdout)
    if sys.stdout is None:
        raise _closed("output", "Open it, or name a file with -o where the command has it.")
    if number is not None:
        try:
            os.write(number, b"")
        except OSError as error:
            raise output_error(error) from error


def output_error(error: OSError) -> NlpEventsError:
    """What to say when standard output cannot be written."""
    return _unusable("output", "written", error, "Send it elsewhere, or name a file with -o where the command has it.")


def _unusable(name: str, done: str, error: OSError, remedy: str) -> NlpEventsError:
    if error.errno == errno.EBADF:
        return _closed(name, remedy)
    return NlpEventsError(f"standard {name}: cannot be {done} ({error.strerror}). {remedy}")


def _closed(name: str, remedy: str) -> NlpEventsError:
    return NlpEventsError(f"standard {name}: is closed. {remedy}")


def number_of(stream: IO[Any] | None) -> int | None:
    """The number of a stream; None for one that is no file of the system, or closed."""
    if stream is None:
        return None
    try:
        return stream.fileno()
    except (UnsupportedOperation, ValueError):
        return None


def drop(stream: IO[Any] | None) -> None:
    """Send what a stream still holds nowhere: Python would else complain of it once more at exit."""
    number = number_of(stream)
    if number is not None:
        with suppress(OSError):
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, number)
            os.close(nowhere)
