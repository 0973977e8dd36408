"""The report: one HTML file that holds everything it shows."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable
from functools import lru_cache
from importlib.metadata import version
from typing import Any

from babel import Locale
from markupsafe import Markup

from nlp_events.report.outlines import OUTLINES
from nlp_events.report.packing import Packed, blocks, compressed, pack
from nlp_events.report.templates import template
from nlp_events.report.wordings import PAGE, wordings
from nlp_events.values import ArticleResult

TABS = ("overview", "records", "incidents", "documents", "review", "queue", "failed")
"""The parts of the page; all but the overview and the articles are left out where they have nothing to show."""
ALWAYS = ("overview", "records", "documents")
_FAILED = '(error) => { document.getElementById("loading")?.append(` ${error}`); throw error; }'
STYLES = ("report.css", "table.css", "judging.css")


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
        tabs=_tabs(packed),
        style=Markup(style),  # noqa: S704 - our own file
        script=Markup(script),  # noqa: S704 - our own files
        data=compressed(_json(_data(packed, words, world, lang))),
        sentences=compressed(_json(packed.sentences)),
        articles="\n".join(blocks(packed.articles)),
    )


def _tabs(packed: Packed) -> list[str]:
    data = packed.data
    there = {
        "incidents": data["incidents"],
        "review": data["review"],
        "queue": data["columns"][0],
        "failed": [head for head in data["articles"] if head[-1] is not None],
    }
    return [tab for tab in TABS if tab in ALWAYS or there[tab]]


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


def _json(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


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
    return "".join((PAGE / name).read_text(encoding="utf-8") for name in STYLES)


@lru_cache
def _script() -> str:
    """The parts of the script, in the order of their names, as one function, so that nothing of it is global.

    It waits for the data, which is unpacked beside it; what goes wrong meanwhile is told in the page.
    """
    parts = (path.read_text(encoding="utf-8") for path in sorted((PAGE / "script").glob("*.js")))
    return f'(async () => {{\n"use strict";\n{"".join(parts)}}})().catch({_FAILED});\n'
