"""Texts as cells of a CSV file that a spreadsheet will open."""

from __future__ import annotations

import re
import sys
from typing import Any

_DANGEROUS = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")
"""How a cell begins that a spreadsheet takes for a formula (OWASP, «CSV injection»)."""

QUOTE = "'"


def cell(value: Any) -> Any:
    """A value for a CSV writer: numbers stay numbers, None an empty cell, and no text begins like a formula.

    A text that does is given an apostrophe in front, which spreadsheets read as «this is text»; ``text_of`` takes it
    away again.
    """
    if not isinstance(value, str):
        return value
    if sys.version_info < (3, 11):  # whose module csv cannot write it
        value = value.replace("\0", "\ufffd")
    return QUOTE + value if _DANGEROUS.match(value) else value


def text_of(content: str) -> str | None:
    """The text that ``cell`` made a cell of; None for an empty one."""
    if content.startswith(QUOTE) and _DANGEROUS.match(content):
        return content[1:]
    return content or None
