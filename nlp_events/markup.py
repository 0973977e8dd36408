"""Small tables as HTML, for whatever a notebook shows: in its colours, light or dark."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

_TABLE = "border-collapse:collapse;font-size:.92em;max-width:46em"
_WIDE = "border-collapse:collapse;font-size:.92em"
_CAPTION = "text-align:left;font-weight:bold;caption-side:top;color:inherit"
_NAME = "text-align:left;vertical-align:top;font-weight:normal;opacity:.7;padding:.1em 1em .1em 0;white-space:nowrap"
_VALUE = "text-align:left;vertical-align:top;padding:.1em 0;unicode-bidi:isolate"
_HEAD = "text-align:left;opacity:.7;padding:.1em 1em .1em 0"
_CELL = "text-align:left;vertical-align:top;padding:.1em 1em .1em 0;unicode-bidi:isolate"


def card(
    title: str, rows: Iterable[tuple[str, object]], *, more: tuple[str, Iterable[tuple[str, object]]] | None = None
) -> str:
    """An HTML table with a caption, one line a name; everything is escaped.

    Args:
        title: the caption.
        rows: (name, value); a value that is None or empty has no line.
        more: what is shown when it is asked for: its name, and rows again; None for nothing.
    """
    shown = f'<table style="{_TABLE}">{_caption(title)}<tbody>{_lines(rows)}</tbody></table>'
    if more is None:
        return shown
    name, others = more
    inner = f'<table style="{_TABLE}"><tbody>{_lines(others)}</tbody></table>'
    return f'{shown}<details style="font-size:.92em"><summary>{escape(name)}</summary>{inner}</details>'


def table(title: str, heads: Sequence[str], rows: Iterable[Sequence[object]], *, left_out: int = 0) -> str:
    """An HTML table with a caption and a line of heads; everything is escaped.

    Args:
        title: the caption.
        heads: the names of the columns.
        rows: their values; one that is None or empty is an empty cell.
        left_out: how many rows there are besides, which a last line tells.
    """
    head = "".join(f'<th scope="col" style="{_HEAD}">{escape(name)}</th>' for name in heads)
    body = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in rows)
    if left_out:
        body += f'<tr><td colspan="{len(heads)}" style="{_HEAD}">… +{left_out}</td></tr>'
    return f'<table style="{_WIDE}">{_caption(title)}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def _caption(title: str) -> str:
    return f'<caption style="{_CAPTION}">{escape(title)}</caption>'


def _lines(rows: Iterable[tuple[str, object]]) -> str:
    return "".join(_line(name, _written(value)) for name, value in rows if value not in (None, "", (), {}))


def _line(name: str, value: str) -> str:
    return f'<tr><th scope="row" style="{_NAME}">{escape(name)}</th><td style="{_VALUE}">{escape(value)}</td></tr>'


def _cell(value: object) -> str:
    return f'<td style="{_CELL}">{"" if value is None else escape(_written(value))}</td>'


def _written(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} {_written(one)}" for name, one in value.items())
    if isinstance(value, tuple):
        pair = len(value) == 2 and all(isinstance(one, int) for one in value)
        return f"{value[0]}–{value[1]}" if pair else ", ".join(_written(one) for one in value)
    return str(value)
