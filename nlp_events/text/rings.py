"""Links between the figures of an article, kept free of rings: nothing is part of itself or replaces itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from nlp_events.values import FigureValue

Link = Literal["part_of", "supersedes"]

LINKS: tuple[Link, ...] = ("part_of", "supersedes")
"""The slots that name another figure."""


def open_rings(figures: Sequence[FigureValue]) -> None:
    """Take away the links by which a figure leads back to itself, whatever links it goes by.

    Args:
        figures: the figures of an article in text order, changed in place; links to none of them are left alone.
    """
    by_key = {figure["key"]: figure for figure in figures}
    for key, link in closing_links(by_key):
        by_key[key][link] = None


def closing_links(figures: Mapping[str, FigureValue]) -> list[tuple[str, Link]]:
    """The links that close a ring: without them there is none.

    Args:
        figures: key → figure, in text order.

    Returns:
        (key, slot) of each such link. Every figure is walked through once, so this ends, in linear time.
    """
    found: list[tuple[str, Link]] = []
    done: set[str] = set()
    for first in figures:
        # The figures from the first to where the walk is, and of each the links not yet followed.
        way, on_way = [(first, iter(LINKS))] if first not in done else [], {first}
        while way:
            key, links = way[-1]
            link = next(links, None)
            if link is None:
                way.pop()
                on_way.discard(key)
                done.add(key)
                continue
            target = figures[key][link]
            if target is None or target not in figures or target in done:
                continue
            if target in on_way:
                found.append((key, link))
            else:
                way.append((target, iter(LINKS)))
                on_way.add(target)
    return found
