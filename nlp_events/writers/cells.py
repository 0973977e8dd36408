"""Texts as cells of files that a spreadsheet will open."""

from __future__ import annotations

import re
import sys
from typing import Any

_DANGEROUS = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")
"""How a cell begins that a spreadsheet takes for a formula (OWASP, «CSV injection»)."""
_POINT = re.compile(r"-?[0-9]+(?:\.[0-9]+)?, -?[0-9]+(?:\.[0-9]+)?")
"""A latitude and a longitude, of the south too («-3.4, 29.3»): no formula, whatever sign is in front."""
NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""A sign that XML, and so a workbook, has no form for."""

QUOTE = "'"


def cell(value: Any, *, decimal: str = ".") -> Any:
    """A value for a CSV writer: numbers stay numbers, None an empty cell, and no text begins like a formula.

    A text that does is given an apostrophe in front, which spreadsheets read as «this is text»; ``text_of`` takes it
    away again.

    Args:
        value: what is known.
        decimal: the sign before the decimals of a number.
    """
    if isinstance(value, float) and decimal != ".":
        return str(value).replace(".", decimal)
    if not isinstance(value, str):
        return value
    if sys.version_info < (3, 11):  # whose module csv cannot write it
        value = value.replace("\0", "\ufffd")
    return QUOTE + value if _DANGEROUS.match(value) and not _POINT.fullmatch(value) else value


def text_of(content: str) -> str | None:
    """The text that ``cell`` made a cell of; None for an empty one."""
    if content.startswith(QUOTE) and _DANGEROUS.match(content):
        return content[1:]
    return content or None
