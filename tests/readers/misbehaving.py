"""Readers that misbehave on purpose; here, where another process can import them."""

import builtins
import os
import time

from nlp_events.errors import InputError
from nlp_events.readers.plain import read_text
from nlp_events.values import Article


def hangs(stream, source, options):
    if stream.peek().startswith(b"slow"):
        time.sleep(600)
    yield from read_text(stream, source, options)


def dies(stream, source, options):
    os._exit(7)


def refuses(stream, source, options):
    raise InputError(source.name, "pdf", "is no PDF. Save it anew.")
    yield


def raises(stream, source, options):
    """An article of the first line, then the error that the second one names."""
    text, name = stream.read().decode().split("\n")
    if text:
        yield Article(doc_id=f"{source.doc_id}:1", text=text)
    raise getattr(builtins, name)(*((5, "Input/output error") if name == "OSError" else ("on purpose",)))
