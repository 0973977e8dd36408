"""A progress bar for long loops: in a notebook as a widget or text, elsewhere on standard error."""

from __future__ import annotations

from collections.abc import Iterable, Sized
from typing import TypeVar

Item = TypeVar("Item")


def with_progress(items: Iterable[Item], given: object, *, shown: bool) -> Iterable[Item]:
    """The items, counted on a progress bar as they pass, if it is to be ``shown``.

    Args:
        items: one for each of what was given.
        given: what was given; its length is the whole, where it has one.
        shown: False for no bar.
    """
    if not shown:
        return items
    from tqdm.auto import tqdm  # spaCy brings it; it finds out whether this is a notebook

    bar: Iterable[Item] = tqdm(items, total=len(given) if isinstance(given, Sized) else None, unit=" articles")
    return bar
