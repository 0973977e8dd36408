"""The HTML templates, which escape what is put into them."""

from __future__ import annotations

import re
from functools import lru_cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup, escape

from nlp_events.report.wordings import PAGE

CONTROLS = re.compile("([\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069])")
"""Characters that a reader cannot see or that turn round what stands after them."""


@lru_cache
def template(name: str) -> Template:
    """A template of the folder ``page``."""
    loader = FileSystemLoader(PAGE)
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["visible"] = visible
    return environment.get_template(name)


def visible(text: str) -> Markup:
    """A text as HTML in which characters that turn text round or cannot be seen are shown, and turn nothing round.

    The text stays as it is; each such character stands in an isolated element that names its code point.
    """
    pieces = CONTROLS.split(text)
    shown = "".join(
        f'<span class="control" title="U+{ord(piece):04X}">{escape(piece)}</span>' if odd else escape(piece)
        for odd, piece in zip([False, True] * len(pieces), pieces, strict=False)
    )
    return Markup(shown)  # noqa: S704 - each piece is escaped above
