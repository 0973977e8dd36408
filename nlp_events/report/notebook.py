"""An article in a notebook: names, dates and figures coloured, each figure with its record."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any, TypeAlias, cast

from markupsafe import Markup
from spacy.tokens import Doc

from nlp_events.errors import InputError
from nlp_events.extensions import SPAN_GROUPS
from nlp_events.given import refused
from nlp_events.markup import card
from nlp_events.report.evidence import spans_of, told_at
from nlp_events.report.spans import Segment, segments
from nlp_events.report.story_table import story_table
from nlp_events.report.templates import template
from nlp_events.report.terminal import bounds
from nlp_events.report.wordings import PAGE, named, wordings
from nlp_events.results import result_of
from nlp_events.values import Article, ArticleResult, Event, Incident, records_table

SLOTS = (
    "who",
    "place",
    "date",
    "source",
    "certainty",
    "cause",
    "actor",
    "actor_status",
    "means",
    "scope",
    "toll",
    "flow",
)
"""What a figure's card tells besides its impact and bounds, in this order."""

Name = tuple[str, int]
"""What covers a stretch: a kind, and the number of the record that it belongs to (-1 for none)."""


class Html:
    """A piece of HTML that a notebook shows when it is the value of a cell; ``str`` gives the HTML."""

    def __init__(self, html: str) -> None:
        self._html = html

    def __str__(self) -> str:
        return self._html

    def _repr_html_(self) -> str:
        return self._html


REMEDY = (
    "Give a text, an article, a Doc that a pipeline of nlp_events has annotated (nlp = nlp_events.load(); nlp(text)), "
    "a result, a record, an incident, or a list of these."
)

Shown: TypeAlias = "Doc | ArticleResult | Event | Incident"
"""What can be shown by itself."""


def shown(ones: Iterable[object], *, lang: str = "en") -> Html:
    """What ``nlp_events.display`` shows, when all that is to be read has been read; records in a row are one table.

    Args:
        ones: Docs, results, records and incidents; one stands below the other.
        lang: language of the words around an article.

    Raises:
        InputError: one is none of these.
        NlpEventsError: there is no such language.
    """
    wordings(lang)
    groups = groupby(ones, key=lambda one: isinstance(one, Event))
    pieces = [piece for are_records, group in groups for piece in _pieces(list(group), lang, records=are_records)]
    return Html("\n".join(pieces))


def _pieces(ones: list[object], lang: str, *, records: bool) -> Iterator[str]:
    if records and len(ones) > 1:
        yield records_table(cast("list[Event]", ones))
    else:
        yield from (_one(one, lang) for one in ones)


def _one(one: object, lang: str) -> str:
    if isinstance(one, Incident):
        return one._repr_html_() + story_table(one, lang=lang)
    if isinstance(one, Event):
        return one._repr_html_()
    if isinstance(one, ArticleResult):
        return _of_result(one, lang)
    if not isinstance(one, Doc):
        raise refused("display", one, REMEDY)
    if len(one) and one.spans.keys().isdisjoint(SPAN_GROUPS):
        raise InputError("display", "type", f"no pipeline of nlp_events has annotated this Doc. {REMEDY}")
    meta = one._.article or {}
    title, published = meta.get("title"), meta.get("published")
    article = Article(doc_id=meta.get("doc_id") or "", text=one.text, title=title, published=published)
    return article_html(article, result_of(article, one), lang=lang)


def _of_result(result: ArticleResult, lang: str) -> str:
    if result.error is not None or result.text is None:
        return card(result.doc_id, [("status", result.status), ("error", result.error)])
    article = Article(doc_id=result.doc_id, text=result.text, title=result.title, published=result.published)
    return article_html(article, result, lang=lang)


def article_html(article: Article, result: ArticleResult, *, lang: str = "en") -> str:
    """The HTML that ``display`` shows, from an article and what was found in it; arguments as there."""
    words = wordings(lang)
    # The same article twice on a page has the same rules twice, which does no harm; another one may not share them.
    key = hashlib.sha256(f"{article.doc_id}\n{article.text}".encode("utf-8", "replace")).hexdigest()[:10]
    return template("notebook.html.jinja").render(
        key=f"nlp-events-{key}",
        style=Markup((PAGE / "notebook.css").read_text(encoding="utf-8")),  # noqa: S704 - our own file
        words=words,
        article=article,
        runs=list(_runs(article.text, result)),
        cards=[_card(article.text, event, words) for event in result.events],
    )


def _runs(text: str, result: ArticleResult) -> Iterator[dict[str, Any]]:
    """The text in stretches of the same figures, each of them in pieces of the same colours."""
    cut = segments(len(text), _spans(result))
    for figures, run in groupby(cut, key=_figures):
        yield {"figures": figures, "pieces": [_piece(text, segment) for segment in run]}


def _spans(result: ArticleResult) -> Iterator[tuple[int, int, Name]]:
    for start, end in result.related:
        yield start, end, ("related", -1)
    for found in result.entities:
        yield found["start"], found["end"], (found["label"], -1)
    for day in result.dates:
        yield day["start"], day["end"], ("date", -1)
    for number, event in enumerate(result.events):
        for start, end in spans_of(event.evidence).values():
            yield start, end, ("evidence", number)
        for start, end in event.mentions:
            yield start, end, ("figure", number)


def _figures(segment: Segment[Name]) -> tuple[int, ...]:
    return tuple(number for kind, number in segment.names if kind == "figure")


def _piece(text: str, segment: Segment[Name]) -> dict[str, Any]:
    kinds = [kind for kind, number in segment.names if number < 0]
    evidence = [f"e{number}" for kind, number in segment.names if kind == "evidence"]
    return {"text": text[segment.start : segment.end], "classes": " ".join(dict.fromkeys([*kinds, *evidence]))}


def _card(text: str, event: Event, words: dict[str, Any]) -> dict[str, Any]:
    rows = [
        (words["slots"][slot], named(words, slot, getattr(event, slot)), _quoted(text, event, slot), _sure(event, slot))
        for slot in SLOTS
    ]
    return {
        "head": f"{named(words, 'impact', event.impact)} {bounds(event)}",
        "sure": sureness(event.confidence),
        "modifier": named(words, "modifier", event.modifier),
        "rows": [row for row in rows if row[1] != "None"],
        "rule": event.rule,
    }


def _sure(event: Event, slot: str) -> str:
    return sureness(getattr(event, f"{slot}_confidence", None))


def sureness(confidence: float | None) -> str:
    """«97 %»; nothing where it is not known."""
    return "" if confidence is None else f"{confidence:.0%}".replace("%", "\u00a0%")


def _quoted(text: str, event: Event, slot: str) -> str:
    """The words that a slot was filled from, where they say more than the slot itself."""
    place = told_at(event, slot)
    quote = text[slice(*place)] if place else ""
    return "" if quote == getattr(event, slot) else quote
