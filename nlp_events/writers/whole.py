"""Files that appear whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from nlp_events.errors import NlpEventsError


@contextmanager
def whole_file(target: Path) -> Iterator[Path]:
    """Give a new path beside a file, which takes the file's place when the block has ended well.

    Args:
        target: the file; what stands there is replaced, and stays if the block fails. A device or a pipe is written to
            as it is.

    Yields:
        The path to write to.

    Raises:
        NlpEventsError: it cannot be written.
    """
    if is_stream(target):
        with _told(target):
            yield target
        return
    with _told(target):
        target = Path(os.path.realpath(target))  # unlike «resolve», it ends where links form a circle
        part = target.with_name(f".{target.name}.{os.getpid()}.part")
        try:
            yield part
            with part.open("rb+") as stream:
                os.fsync(stream.fileno())
            part.replace(target)
        finally:
            with suppress(OSError):  # on a disk that cannot be written there is none
                part.unlink(missing_ok=True)


@contextmanager
def _told(target: Path) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise  # the reader of a pipe has gone, as it may
    except OSError as error:
        problem = f"cannot be written ({error.strerror}). Name a file in a folder that exists and is yours to write."
        raise NlpEventsError(f"{target}: {problem}") from error


def is_stream(target: Path) -> bool:
    """Whether a path is written as it comes: a device or a pipe."""
    return target.exists() and not target.is_file() and not target.is_dir()


def check_free(target: Path) -> None:
    """Refuse a file that holds something: nobody has said that it may go.

    Raises:
        NlpEventsError: it does.
    """
    if target.is_file() and target.stat().st_size:
        raise NlpEventsError(f"{target}: is there already. Replace it with --overwrite, or name another output.")
