"""Processes of one's own: a signal never interrupts the start of one, whatever threads there are."""

import multiprocessing
import os
import signal
import threading
import time

import pytest

from nlp_events.commands.signals import Stopped, stopped_by_signals
from nlp_events.processes import Child


@pytest.fixture
def another_thread():
    """A thread that takes signals, as those that multiply matrices do."""
    end = threading.Event()
    thread = threading.Thread(target=end.wait)
    thread.start()
    yield
    end.set()
    thread.join()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
@pytest.mark.usefixtures("another_thread", "heard")
def test_a_child_is_told_its_work_before_a_signal_ends_this_process(monkeypatch, number):
    process = multiprocessing.get_context("spawn").Process
    start, told = process.start, []

    def slow_start(self):
        os.kill(os.getpid(), number)
        time.sleep(0.05)  # in which the handler would run
        start(self)
        told.append(self)

    monkeypatch.setattr(process, "start", slow_start)
    with pytest.raises(Stopped), stopped_by_signals():
        Child(time.sleep, 30)
    assert len(told) == 1
    told[0].join(10)
    assert told[0].exitcode == -signal.SIGKILL
