"""Exports of several articles in a form that cannot be cut: they are told, and never read as one."""

from __future__ import annotations

import re

from nlp_events.errors import InputError
from nlp_events.readers.pieces import labels
from nlp_events.readers.sources import Source

_EUROPRESSE = re.compile(r"\w·((?:19|20)[0-9]{6}·[^\s·]{1,40}·[^\s·]{1,40})")
_FACTIVA = re.compile(r"(?m)^[ \t]*\w{4,12} ([A-Z0-9]{3,20}(?:19|20)[0-9]{6}[a-z0-9]{4,16})[ \t]*$")
_NEXIS = re.compile(r"(?m)^[ \t]*(?:[0-9]{1,5} of [0-9]{1,5} DOCUMENTS|Do[ck]umento? [0-9]{1,5} \w{2,3} [0-9]{1,5})\b")


def require_one(text: str, source: Source) -> None:
    """Refuse a text that holds the ids or marks of several articles of a press database.

    Raises:
        InputError: it looks like an export.
    """
    ends = sum(line.strip().casefold() in labels("nexis_end") for line in text.splitlines()) if "ocument" in text else 0
    names = [set(pattern.findall(text)) for pattern, sign in _NAMES if sign in text]
    number = max([ends, *map(len, names)])
    if number > 1:
        problem = f"looks like an export of about {number} articles, in a form that cannot be cut."
        raise InputError(source.name, "export", f"{problem} Export it as HTML, RTF or DOCX.")


_NAMES = ((_EUROPRESSE, "·"), (_FACTIVA, "ocument"), (_NEXIS, "DOCUMENTS"), (_NEXIS, "ument"))
"""What names an article, and a sign without which it is not looked for."""
