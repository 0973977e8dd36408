"""What a function was given in the place of what it takes: said in words, with the remedy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from os import PathLike
from typing import Any

from nlp_events.errors import InputError
from nlp_events.values import Article, ArticleResult, Event, Incident

_NAMES = {"spacy": "spaCy", "numpy": "NumPy", "pyarrow": "PyArrow"}
"""How a library writes itself, where its module is not called so."""

_UNNAMED = ("builtins", "nlp_events", "_io", "__main__")
"""Modules whose things need no name of a library."""

_HINTS = {
    "bytes": "Decode it first: data.decode(). ",
    "Doc": "Its records are doc._.events, its text is doc.text. ",
}
"""What to do with a thing that is close to what is wanted, by the name of its type."""

_SHOWN = 60
"""Characters of a text that a message shows."""


def described(value: object) -> str:
    """What a value is, as a message says it."""
    if isinstance(value, str):
        return f"the text {value[:_SHOWN]!r}" + ("…" if len(value) > _SHOWN else "")
    if isinstance(value, PathLike):
        return f"the path {str(value)!r}"
    if value is None or isinstance(value, int | float):
        return repr(value)
    library, *others = dict.fromkeys(base.__module__.partition(".")[0] for base in type(value).__mro__)
    if library in _UNNAMED and "spacy" in others:
        library = "spacy"  # a language of ours is one of spaCy's
    kind = type(value).__name__
    name = kind if library in _UNNAMED else f"{_NAMES.get(library, library)} {kind}"
    return f"{'an' if name[0] in 'AEIOaeio' else 'a'} {name}"


def refused(source: str, value: object, remedy: str) -> InputError:
    """The error that says what was given and what to give."""
    hint = _HINTS.get(type(value).__name__, "")
    return InputError(source, "type", f"{described(value)} is not what it takes. {hint}{remedy}")


def is_table(value: object) -> bool:
    """Whether a value is a table of pandas, polars or pyarrow, told by what it can do: none of them is imported."""
    return (hasattr(value, "columns") or hasattr(value, "column_names")) and hasattr(value, "shape")


def is_of_spacy(value: object) -> bool:
    """Whether a value is a Doc, a Span, a pipeline, or anything else of spaCy's."""
    return type(value).__module__.partition(".")[0] == "spacy" or hasattr(value, "pipe_names")


def items_of(caller: str, value: Iterable[Any] | object, remedy: str) -> Iterator[Any]:
    """The items of what should be an iterable of articles, results or records.

    Args:
        caller: the function it was given to, for messages.
        value: what was given.
        remedy: what to give instead.

    Raises:
        InputError: it is none, or one whose items would be characters, bytes, column names, tokens or lines.
    """
    whole = (str, bytes, bytearray, Mapping, PathLike, Article, ArticleResult, Event, Incident)
    if isinstance(value, whole) or is_table(value) or is_of_spacy(value) or hasattr(value, "read"):
        raise refused(caller, value, remedy)
    try:
        return iter(value)  # type: ignore[call-overload, no-any-return]  # what is no iterable is refused here
    except TypeError:
        raise refused(caller, value, remedy) from None
