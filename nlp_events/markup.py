"""A small table of names and values as HTML, for whatever a notebook shows."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

_TABLE = "border-collapse:collapse;font-size:.92em;max-width:46em"
_NAME = "text-align:left;vertical-align:top;font-weight:normal;opacity:.7;padding:.1em 1em .1em 0;white-space:nowrap"
_VALUE = "text-align:left;vertical-align:top;padding:.1em 0;unicode-bidi:isolate"


def card(title: str, rows: Iterable[tuple[str, object]]) -> str:
    """An HTML table with a caption, one line a name; everything is escaped.

    Args:
        title: the caption.
        rows: (name, value); a value that is None or empty has no line.
    """
    lines = "".join(_line(name, _written(value)) for name, value in rows if value not in (None, "", (), {}))
    caption = f'<caption style="text-align:left;font-weight:bold">{escape(title)}</caption>'
    return f'<table style="{_TABLE}">{caption}<tbody>{lines}</tbody></table>'


def _line(name: str, value: str) -> str:
    return f'<tr><th scope="row" style="{_NAME}">{escape(name)}</th><td style="{_VALUE}">{escape(value)}</td></tr>'


def _written(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} {_written(one)}" for name, one in value.items())
    if isinstance(value, tuple):
        pair = len(value) == 2 and all(isinstance(one, int) for one in value)
        return f"{value[0]}–{value[1]}" if pair else ", ".join(_written(one) for one in value)
    return str(value)
