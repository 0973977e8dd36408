"""Readers that misbehave on purpose; here, where another process can import them."""

import os
import time

from nlp_events.errors import InputError
from nlp_events.readers.plain import read_text


def hangs(stream, source, options):
    if stream.peek().startswith(b"slow"):
        time.sleep(600)
    yield from read_text(stream, source, options)


def dies(stream, source, options):
    os._exit(7)


def refuses(stream, source, options):
    raise InputError(source.name, "pdf", "is no PDF. Save it anew.")
    yield
