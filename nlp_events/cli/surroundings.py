"""What the shell gives a command: standard streams, which may be closed, and signals. Imports next to nothing."""

from __future__ import annotations

import os
import signal
import sys


def leave_quietly() -> None:
    """An interrupt ends this process without a traceback; a command that has something to put away says so later."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # else whoever started it has said otherwise
        signal.signal(signal.SIGINT, signal.SIG_DFL)


def hold_streams() -> None:
    """Put something in the place of standard streams that are closed, in their order.

    A file that is opened would else get the number of the stream, and what other code writes there. To read from a
    closed standard input, or to write to a closed standard output, fails, for both are opened the wrong way round.
    Messages that nobody can see are lost.
    """
    for name, flag, mode in (("stdin", os.O_WRONLY, "r"), ("stdout", os.O_RDONLY, "w"), ("stderr", os.O_WRONLY, "w")):
        if getattr(sys, name) is None:
            # What has no number yet takes the lowest that is free: that of the stream.
            descriptor = os.open(os.devnull, flag)
            setattr(sys, name, open(descriptor, mode, encoding="utf-8"))  # noqa: SIM115, PTH123 - for good
