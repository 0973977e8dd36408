"""Signals that end a command: what is open is put away, and the exit code says which one it was."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

ENDING = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))
"""An interrupt; what «kill», «timeout» and service managers send; the end of a terminal."""


class Stopped(KeyboardInterrupt):
    """A signal has asked for the end.

    Attributes:
        code: the exit code that says so: 130, 143 or 129.
    """

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.code = 128 + number


@contextmanager
def stopped_by_signals() -> Iterator[None]:
    """In the block a signal that ends raises ``Stopped``; a second one ends the process at once.

    One that is ignored, as under «nohup», stays ignored. In a thread, which cannot ask for signals, nothing changes.
    """
    before = {}
    if threading.current_thread() is threading.main_thread():
        for number in ENDING:
            if signal.getsignal(number) in (signal.SIG_DFL, signal.default_int_handler):
                before[number] = signal.signal(number, _stop)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _stop(number: int, _: FrameType | None) -> None:
    for one in ENDING:
        if signal.getsignal(one) is _stop:
            signal.signal(one, signal.SIG_DFL)
    raise Stopped(number)
