"""Reading that is given up when it takes too long, in a process of its own, which can be ended at any moment.

What is read arrives article by article, so that neither process holds more than one of them.

A few bytes of a PDF or a page can keep its parser busy for hours, and no parser can be asked to stop.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from io import BufferedReader, BytesIO
from multiprocessing.connection import Connection
from typing import cast

from nlp_events.errors import InputError
from nlp_events.processes import Child, ended_after, leave_interrupts
from nlp_events.readers.articles import Found, unexpected
from nlp_events.readers.notes import Said
from nlp_events.readers.options import ReadOptions
from nlp_events.readers.parts import Part
from nlp_events.readers.sources import Source

Read = Found | Said | Part
"""What a reader yields: what is found, what is to be said, a file in the file."""

Reader = Callable[[BufferedReader, Source, ReadOptions], Iterator[Read]]

_REMEDY = "or save its text as a .txt file."

_NO_MEMORY = f"takes more memory to read than there is. Split it, {_REMEDY}"


class TimedReader:
    """Reads files in another process, which starts with the first and is kept for the next.

    Args:
        seconds: what one article may take.
    """

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._child: Child | None = None

    def read(self, reader: str, data: bytes, source: Source, options: ReadOptions) -> Iterator[Read]:
        """What a reader makes of a file.

        Args:
            reader: as ``reader_named`` takes it.
            data: all bytes of the file.
            source: its names.
            options: how it is read.

        Raises:
            InputError: the reader refuses it, it takes too long, or it ends the process.
        """
        child = self._child = self._child or Child(_work, self._seconds)
        done = False
        try:
            child.connection.send((reader, data, source, options))
            child.connection.recv()  # it has loaded what it reads with: from here on the time counts
            while (answer := self._answer(child, source)) is not None:
                if isinstance(answer, InputError):
                    done = True
                    raise answer
                yield answer
            done = True
        except (EOFError, OSError) as error:
            raise self._ended(child, source) from error
        finally:
            if not done:
                self.end()  # else the next file would be given the answers to this one

    def _answer(self, child: Child, source: Source) -> Read | InputError | None:
        """What the process says next: an article, why there is none, or None after the last."""
        if not child.connection.poll(self._seconds):
            problem = f"took longer than {self._seconds:g} seconds to read. Allow more with --max-seconds, {_REMEDY}"
            raise InputError(source.name, "timeout", problem)
        return cast("Read | InputError | None", child.connection.recv())

    def _ended(self, child: Child, source: Source) -> InputError:
        child.process.join()
        how = f"exit code {child.process.exitcode}"
        problem = f"ended the process that read it ({how}). Please report it with the file, {_REMEDY}"
        return InputError(source.name, "failed", problem)

    def end(self) -> None:
        """End the process; without effect when there is none."""
        if self._child is not None:
            self._child.end()
            self._child = None


def reader_named(name: str) -> Reader:
    """The reader «module:function», its module loaded."""
    module, function = name.split(":")
    return cast("Reader", getattr(import_module(module), function))


def _work(connection: Connection, seconds: float) -> None:
    """Answer requests until the parent hangs up."""
    leave_interrupts()
    try:
        while True:
            name, data, source, options = connection.recv()
            reader = reader_named(name)
            connection.send(None)
            found = _read(reader, data, source, options)
            answer: Read | InputError | None = None
            while True:
                with ended_after(seconds):
                    answer = next(found, None)
                connection.send(answer)
                if answer is None or isinstance(answer, InputError):
                    break
    except (EOFError, OSError):
        return  # the parent has gone


def _read(reader: Reader, data: bytes, source: Source, options: ReadOptions) -> Iterator[Read | InputError]:
    try:
        yield from reader(BufferedReader(BytesIO(data)), source, options)
    except MemoryError:
        yield InputError(source.name, "failed", _NO_MEMORY)
    except Exception as error:  # noqa: BLE001 - else the process would end, with a traceback that names no file
        yield unexpected(source.name, error)
