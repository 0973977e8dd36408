"""A limit of seconds on a piece of work: in this very thread where the clock can interrupt it, else in a process.

Measured (CPython 3.11): a signal ends a regular expression that would run for ever, since it asks for signals as it
backtracks; the matcher, spaCy and numpy never hold it for more than a moment otherwise. So the main thread of a POSIX
system needs no process. A thread is never told of a signal, Windows has no such clock, and a clock that the caller has
wound up is the caller's: there the work goes to a process of its own, which can be ended.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable
from functools import partial
from multiprocessing.connection import Connection
from typing import Any, Generic, TypeVar

from nlp_events.errors import NlpEventsError
from nlp_events.processes import Child, ended_after, leave_interrupts

AGAIN = 1.0
"""Seconds after which the clock rings again: what it interrupts may have swallowed it, as a finaliser does."""

LEAST = 0.001
"""Seconds of the shortest limit: the clock takes 0 for «never»."""

LOOK = 5.0
"""Seconds between two looks of a process at whether its parent is there: a copy of the parent holds both ends of the
connection, so that it is not told."""

Given = TypeVar("Given")
Made = TypeVar("Made")


class TooLong(BaseException):
    """The work took longer than its limit. No ``Exception``, so that nothing on the way takes it for one of its own."""


class Ended(BaseException):
    """The process that did the work has ended; says how."""


def checked_seconds(seconds: float | None) -> float | None:
    """A limit as the caller gave it.

    Raises:
        NlpEventsError: it is no positive number.
    """
    if seconds is None:
        return None
    if isinstance(seconds, bool) or not isinstance(seconds, int | float) or not 0 < seconds <= threading.TIMEOUT_MAX:
        problem = f"max_seconds is {seconds!r}, no positive number of seconds"
        raise NlpEventsError(f"{problem}. Give one, or None for no limit.")
    return max(float(seconds), LEAST)


def can_interrupt() -> bool:
    """Whether ``in_time`` works here: in the main thread of a POSIX system whose clock nobody else has wound up."""
    if sys.platform == "win32" or threading.current_thread() is not threading.main_thread():
        return False
    # A handler that is none of Python's could not be put back.
    return signal.getsignal(signal.SIGALRM) is not None and signal.getitimer(signal.ITIMER_REAL)[0] == 0.0


class _Alarm:
    """What rings."""

    def __init__(self) -> None:
        self.on = True

    def __call__(self, *_: object) -> None:
        if self.on:
            raise TooLong


def in_time(seconds: float, run: Callable[[], Made]) -> Made:
    """Run something, and interrupt it when it takes too long; only where ``can_interrupt`` says so.

    The caller's own handler of SIGALRM is put back.

    Raises:
        TooLong: it took longer.
    """
    if sys.platform == "win32":
        raise TooLong  # for the type checker: there is no such clock
    alarm = _Alarm()
    before = signal.signal(signal.SIGALRM, alarm)
    try:
        try:
            signal.setitimer(signal.ITIMER_REAL, seconds, AGAIN)
            return run()
        finally:
            alarm.on = False
    finally:  # once more, for it may have rung on the way to the line before
        alarm.on = False
        signal.setitimer(signal.ITIMER_REAL, 0.0)
        signal.signal(signal.SIGALRM, before)


class Apart(Generic[Given, Made]):
    """A function in a process of its own, which is ended when one call takes too long, and begun anew with the next.

    Args:
        run: the function; it can be pickled where processes are no copies of this one.
        seconds: the limit of one call, None for none.
    """

    def __init__(self, run: Callable[[Given], Made], seconds: float | None) -> None:
        self._run = run
        self._seconds = seconds
        self._child: Child | None = None

    def start(self) -> None:
        """Start the process if there is none; of the kind that is usual here, as ``n_process`` does."""
        if self._child is None:
            self._child = Child(_work, self._run, self._seconds, method=None)

    def __call__(self, given: Given) -> Made:
        """What the function makes of something.

        Raises:
            TooLong: it took longer.
            Ended: the process has ended.
            NlpEventsError: the function has raised it.
        """
        self.start()
        try:
            made: Made | NlpEventsError = self._answer(given)
        except BaseException:
            self.end()  # else the next call would be given the answer to this one
            raise
        if isinstance(made, NlpEventsError):
            raise made
        return made

    def _answer(self, given: Given) -> Any:
        child = self._child
        if child is None:
            raise Ended("it was never started")
        try:
            child.connection.send(given)
            child.connection.recv()  # it has what it works with: from here on the time counts
            if not child.connection.poll(self._seconds):
                raise TooLong
            return child.connection.recv()
        except (EOFError, OSError) as error:
            child.process.join()
            raise Ended(f"exit code {child.process.exitcode}") from error

    def end(self) -> None:
        """End the process; without effect when there is none."""
        if self._child is not None:
            self._child.end()
            self._child = None


def _work(connection: Connection, run: Callable[[Any], Any], seconds: float | None) -> None:
    """Answer until the parent hangs up or has gone."""
    leave_interrupts()
    parent = os.getppid()
    try:
        while True:
            while not connection.poll(LOOK):
                if os.getppid() != parent:
                    return
            given = connection.recv()
            connection.send(None)
            with ended_after(seconds):
                connection.send(_made(partial(run, given)))
    except (EOFError, OSError):
        return  # the parent has gone


def _made(run: Callable[[], Any]) -> Any:
    try:
        return run()
    except NlpEventsError as error:
        return error
