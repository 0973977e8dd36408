"""The report: one HTML file that holds everything it shows."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterable
from functools import lru_cache
from importlib.metadata import version
from typing import Any

from babel import Locale
from markupsafe import Markup

from nlp_events.report.outlines import OUTLINES
from nlp_events.report.packing import Packed, pack
from nlp_events.report.templates import template
from nlp_events.report.wordings import PAGE, wordings
from nlp_events.values import ArticleResult

_UNSAFE = re.compile("[<>&\u2028\u2029\ud800-\udfff]")


TABS = ("overview", "records", "incidents", "documents", "review")
"""The parts of the page."""
IF_ANY = ("incidents", "review")
"""Parts that are left out where there is nothing to show in them."""


def report_html(
    results: Iterable[ArticleResult],
    incidents: Iterable[dict[str, Any]] = (),
    *,
    lang: str = "en",
    title: str | None = None,
) -> str:
    """The report of results, as one HTML page that needs no other file and no network.

    Only the page's own style and script may run (Content-Security-Policy by hash); what was found in articles is data,
    which the script puts in as text. The same results give the same page.

    Args:
        results: articles in the order they are to be shown; those that were extracted with their text can be read
            whole, of the others the sentences of the records are shown.
        incidents: JSON objects of incidents, as ``nlp-events incidents`` writes them.
        lang: language of the page, «en» or «fr».
        title: its title; None for the standard one.

    Raises:
        NlpEventsError: there is no such language.
    """
    words = wordings(lang)
    packed = pack(results, incidents)
    world = json.loads(OUTLINES.read_text(encoding="utf-8"))
    style, script = _style(), _script()
    return template("report.html.jinja").render(
        language=lang,
        policy=_policy(style, script),
        title=title or words["page"]["title"],
        words=words,
        version=version("nlp-events"),
        credit=world["credit"],
        tabs=[tab for tab in TABS if tab not in IF_ANY or packed.data[tab]],
        style=Markup(style),  # noqa: S704 - our own file
        script=Markup(script),  # noqa: S704 - our own files
        data=Markup(_embedded(_data(packed, words, world, lang))),  # noqa: S704 - escaped by _embedded
        articles=Markup("\n".join(map(_safe, packed.articles))),  # noqa: S704 - escaped by _safe
    )


def _data(packed: Packed, words: dict[str, Any], world: dict[str, Any], lang: str) -> dict[str, Any]:
    names = Locale(lang).territories
    countries = sorted(packed.countries | {code for code in world["countries"] if len(code) == 2})
    key = hashlib.sha256("\n".join(packed.articles).encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return packed.data | {
        "key": key,
        "words": words,
        "countries": {code: names.get(code, code) for code in countries},
        "map": {"bounds": world["bounds"], "countries": world["countries"]},
    }


def _embedded(data: dict[str, Any]) -> str:
    return _safe(json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False))


def _safe(written: str) -> str:
    """JSON in which nothing ends a script element or a line, and no half of a character is left."""
    return _UNSAFE.sub(lambda found: f"\\u{ord(found.group()):04x}", written)


def _policy(style: str, script: str) -> str:
    """Nothing is loaded or sent, only this style and this script have an effect, and no string becomes markup."""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {_hash(script)}",
            f"style-src {_hash(style)}",
            "base-uri 'none'",
            "form-action 'none'",
            "trusted-types 'none'",
            "require-trusted-types-for 'script'",
        )
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@lru_cache
def _style() -> str:
    return (PAGE / "report.css").read_text(encoding="utf-8")


@lru_cache
def _script() -> str:
    """The parts of the script, in the order of their names, as one function, so that nothing of it is global."""
    parts = (path.read_text(encoding="utf-8") for path in sorted((PAGE / "script").glob("*.js")))
    return f'(() => {{\n"use strict";\n{"".join(parts)}}})();\n'
