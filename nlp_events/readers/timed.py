"""Reading that is given up when it takes too long, in a process of its own, which can be ended at any moment.

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
from nlp_events.readers.notes import DateColumn, Remark
from nlp_events.readers.options import ReadOptions
from nlp_events.readers.sources import Source

Answer = list[Found | Remark | DateColumn] | InputError

Reader = Callable[[BufferedReader, Source, ReadOptions], Iterator[Found | Remark | DateColumn]]

_REMEDY = "or save its text as a .txt file."

_NO_MEMORY = f"takes more memory to read than there is. Split it, {_REMEDY}"


class TimedReader:
    """Reads files of one article each in another process, which starts with the first and is kept for the next.

    Args:
        seconds: what one file may take.
    """

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._child: Child | None = None

    def read(self, reader: str, data: bytes, source: Source, options: ReadOptions) -> list[Found | Remark | DateColumn]:
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
        try:
            answer = self._answer(child, (reader, data, source, options))
        except (EOFError, OSError) as error:
            child.process.join()
            how = f"exit code {child.process.exitcode}"
            self.end()
            problem = f"ended the process that read it ({how}). Please report it with the file, {_REMEDY}"
            raise InputError(source.name, "failed", problem) from error
        except BaseException:
            self.end()  # else the next file would be given the answer to this one
            raise
        if answer is None:
            self.end()
            problem = f"took longer than {self._seconds:g} seconds to read. Allow more with --max-seconds, {_REMEDY}"
            raise InputError(source.name, "timeout", problem)
        if isinstance(answer, InputError):
            raise answer
        return answer

    def _answer(self, child: Child, request: object) -> list[Found | Remark | DateColumn] | InputError | None:
        """What the process answers; None when it takes too long."""
        child.connection.send(request)
        child.connection.recv()  # it has loaded what it reads with: from here on the time counts
        if not child.connection.poll(self._seconds):
            return None
        return cast("list[Found | Remark | DateColumn] | InputError", child.connection.recv())

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
            with ended_after(seconds):
                connection.send(_read(reader, data, source, options))
    except (EOFError, OSError):
        return  # the parent has gone


def _read(reader: Reader, data: bytes, source: Source, options: ReadOptions) -> Answer:
    try:
        return list(reader(BufferedReader(BytesIO(data)), source, options))
    except MemoryError:
        return InputError(source.name, "failed", _NO_MEMORY)
    except Exception as error:  # noqa: BLE001 - else the process would end, with a traceback that names no file
        return unexpected(source.name, error)
