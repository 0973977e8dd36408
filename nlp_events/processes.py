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
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any

_ENDING = {getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)}
ORPHANED = 3
"""Exit code of a process whose parent has gone."""
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
        try:
            with _quiet_start():
                self.process.start()
        except BaseException:  # a signal that came meanwhile: nobody else knows of the process
            if self.process.pid is not None:
                self.process.kill()
            raise
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
    """What a child takes over at its start: no interrupts, and one thread for matrices, so that N do not fight.

    A child that is still starting would answer one with a traceback.
    """
    name = "OPENBLAS_NUM_THREADS"
    before = os.environ.get(name)
    os.environ.setdefault(name, "1")
    try:
        with _signals_held():
            yield
    finally:
        if before is None:
            del os.environ[name]


@contextmanager
def _signals_held() -> Iterator[None]:
    """Hold back signals that end this process; a child is born with them held back, until ``leave_interrupts``.

    A mask is a thread's: with others about, as matrices have, the system hands the signal to one of those, and Python's
    handler would still run here, before the child has been told what to do. So the handlers wait too.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    # The tracker is started with the first child, and would let the signals through again.
    resource_tracker.ensure_running()
    with _handlers_waiting():
        before = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDING)
        try:
            yield
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _handlers_waiting() -> Iterator[None]:
    """In the main thread: what Python does on a signal that ends is done after the block."""
    came: list[int] = []
    handlers = {}
    if threading.current_thread() is threading.main_thread():
        handlers = {number: handler for number in _ENDING if callable(handler := signal.getsignal(number))}
    for number in handlers:
        signal.signal(number, lambda number, _: came.append(number))
    try:
        yield
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)
        for number in came[:1]:
            signal.raise_signal(number)


def leave_interrupts() -> None:
    """In a child: an interrupt is the parent's, which ends this process; of a parent that is killed it takes notice."""
    for number in {signal.SIGINT, *_ENDING} - {signal.SIGTERM}:
        signal.signal(number, signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDING)
    end_with_parent()


def end_with_parent() -> None:
    """In a child: end when the parent has ended, whatever this process is doing."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: BaseProcess) -> None:
    parent.join()
    os._exit(ORPHANED)


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
