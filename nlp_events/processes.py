"""Processes that work for this one, and can be ended at any moment on every system."""

from __future__ import annotations

import faulthandler
import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any

GRACE = 30.0
"""Seconds after the limit, at which the parent ends a process, until it ends itself: the parent may be gone."""


class Child:
    """A process, in general of its own interpreter, and the connection to it.

    Args:
        work: what runs in it: a function at the top of a module, which is given the other end of the connection.
        arguments: what else it is given; they can be pickled.
        method: how it is started, as ``multiprocessing`` calls it: «spawn» for an interpreter of its own, which every
            system has; None for the kind that is usual here, as «fork», a copy of this process made at once.

    Attributes:
        connection: to it.
        process: the process.
        deadline: when what it was last given should be done, on the clock of ``time.monotonic``; None for never.
    """

    def __init__(self, work: Callable[..., None], *arguments: Any, method: str | None = "spawn") -> None:
        context: Any = multiprocessing.get_context(method)
        self.connection: Connection
        self.connection, theirs = context.Pipe()
        self.process: BaseProcess = context.Process(target=work, args=(theirs, *arguments), daemon=True)
        with _quiet_start():
            self.process.start()
        theirs.close()  # so that the end of the process is the end of the connection
        self.deadline: float | None = None

    @property
    def is_late(self) -> bool:
        """Whether its deadline has passed."""
        return self.deadline is not None and time.monotonic() >= self.deadline

    def end(self) -> None:
        """End it, whatever it is doing."""
        self.process.kill()
        self.process.join()
        self.connection.close()


@contextmanager
def _quiet_start() -> Iterator[None]:
    """What a child takes over at its start: one thread for matrices, so that N processes do not fight; no interrupts.

    A child that is still starting would answer an interrupt with a traceback.
    """
    name = "OPENBLAS_NUM_THREADS"
    before = os.environ.get(name)
    os.environ.setdefault(name, "1")
    main = threading.current_thread() is threading.main_thread()
    handler = signal.signal(signal.SIGINT, signal.SIG_IGN) if main else None
    try:
        yield
    finally:
        if main:
            signal.signal(signal.SIGINT, handler)
        if before is None:
            del os.environ[name]


def leave_interrupts() -> None:
    """In a child: an interrupt is the parent's, which then ends this process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@contextmanager
def ended_after(seconds: float | None) -> Iterator[None]:
    """In a child: end this process some time after the parent should have done so, if the block is not done by then.

    Args:
        seconds: the limit, after which the parent ends it; None for no limit.
    """
    if seconds is None:
        yield
        return
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 - a device
        # A thread outside the interpreter, for the block may never give the interpreter back.
        faulthandler.dump_traceback_later(seconds + GRACE, exit=True, file=nowhere)
        try:
            yield
        finally:
            faulthandler.cancel_dump_traceback_later()
