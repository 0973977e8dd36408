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
        target: the file; what stands there is replaced, and stays if the block fails.

    Yields:
        The path to write to.

    Raises:
        NlpEventsError: it cannot be written.
    """
    target = target.resolve()
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        yield part
        with part.open("rb+") as stream:
            os.fsync(stream.fileno())
        part.replace(target)
    except OSError as error:
        problem = f"cannot be written ({error.strerror}). Name a file in a folder that exists and is yours to write."
        raise NlpEventsError(f"{target}: {problem}") from error
    finally:
        with suppress(OSError):  # on a disk that cannot be written there is none
            part.unlink(missing_ok=True)
