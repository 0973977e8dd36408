"""What of a record an annotator sees and changes, and figures made whole of what was marked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from types import NoneType
from typing import Any, get_args, get_type_hints

from nlp_events.errors import InputError
from nlp_events.layers.quantities.rules import QuantityFinder
from nlp_events.scoring.comparison import LINKS
from nlp_events.scoring.judgements import ANNOTATED, annotated_as_found
from nlp_events.scoring.missed import modifier_of
from nlp_events.values import ArticleResult, Event, Impact

Row = dict[str, Any]
"""An annotated article, or a figure of it."""

IMPACTS: tuple[str, ...] = get_args(Impact)
NUMBERS = ("min", "max")
USUAL = {"unit": "person", "certainty": "asserted", "scope": "event"}
"""What a slot holds that nobody has filled in; others are then empty."""
WORDS = ("place", "source")
"""Slots whose words stand in the article, and can be marked there."""
_OF_THE_SPAN = ("impact", "text", "start", "end")


def _choices() -> dict[str, tuple[str, ...]]:
    """The slots that hold one of a few words → these; all others of an annotated figure are texts."""
    hints = get_type_hints(Event)
    found = {}
    for name in ANNOTATED:
        kinds = [kind for kind in get_args(hints[name]) if kind is not NoneType]
        # A «Literal | None» has the literal as its part, a bare literal has its words.
        words = kinds if all(isinstance(kind, str) for kind in kinds) else get_args(kinds[0])
        if words and name not in _OF_THE_SPAN:
            found[name] = tuple(words)
    return found


CHOICES = _choices()
TEXTS = tuple(name for name in ANNOTATED if name not in (*_OF_THE_SPAN, *NUMBERS, *CHOICES, *LINKS))
"""Slots that hold a text of any kind."""
SLOTS = (*NUMBERS, *CHOICES, *TEXTS)
"""All slots of a marked figure, beside its impact and its links."""


def article_of(result: ArticleResult, made_by: str) -> Row:
    """An article for annotators, its records as they were found: an annotated article, its «title» and who «made_by».

    Each figure also has its «confidence», and the «spans» of its words in the article, as far as they are known.

    Args:
        result: what the article gave, with its text.
        made_by: the name and version of what found it.

    Raises:
        InputError: the result holds no text.
    """
    row = annotated_as_found(result)
    for figure, event in zip(row["events"], result.events, strict=True):
        spans = {name: event.evidence[name]["span"] for name in WORDS if name in event.evidence}
        figure |= {"confidence": event.confidence, "spans": {name: span for name, span in spans.items() if span}}
    return row | {"made_by": made_by}


def filled(figure: Mapping[str, Any], names: tuple[str, ...] = SLOTS) -> Row:
    """The slots of a figure that hold something."""
    return {name: figure[name] for name in names if figure.get(name) is not None}


def annotated(source: str, row: Row, figures: list[Row]) -> Row:
    """An annotated article out of its name, day, title and text, and its figures.

    Args:
        source: where it was read, for messages.
        row: «doc_id», «published», «title» and «text».
        figures: each with «id», «start», «end», «impact» and the slots and links that are told.

    Raises:
        InputError: a figure is none; it says which and what to do.
    """
    ids = {figure["id"] for figure in figures}
    whole = [_whole(f"{source}, {row['doc_id']}", row["text"], figure, ids) for figure in figures]
    return row | {"events": sorted(whole, key=lambda one: (one["start"], one["end"]))}


def _whole(source: str, text: str, figure: Row, ids: set[str]) -> Row:
    start, end = figure["start"], figure["end"]
    if not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(text)):
        problem = f"a figure stands at {start} to {end}, which is not in the text. Mark it again."
        raise InputError(source, "offsets", problem)
    where = f"{source}, «{text[start:end]}»"
    told = {name: _value(where, name, figure.get(name)) for name in ("impact", *SLOTS)}
    told = {name: USUAL.get(name) if value is None else value for name, value in told.items()}
    told |= {"id": figure["id"], "text": text[start:end], "start": start, "end": end}
    told |= {link: figure[link] if figure.get(link) in ids else None for link in LINKS}
    return {name: (told | _bounds(where, told))[name] for name in ("id", *ANNOTATED)}


def _value(source: str, name: str, value: Any) -> Any:
    """The value of a slot, checked; an empty text is none."""
    if value is None or value == "":
        return None
    known = IMPACTS if name == "impact" else CHOICES.get(name)
    if known is not None and value not in known:
        problem = f"has {name} {value!r}, which is none of: {', '.join(known)}. Choose one of them."
        raise InputError(source, "choice", problem)
    if name not in NUMBERS:
        return value
    try:
        return int(str(value).removesuffix(".0"))
    except ValueError as error:
        raise InputError(source, "bounds", f"has {name} {value!r}, which is no whole number. Write digits.") from error


def _bounds(source: str, told: Row) -> Row:
    """Bounds and modifier: those that are told, else what the marked words say."""
    if told["min"] is None and told["max"] is None:
        found, _ = _finder()(told["text"])
        if not found:
            problem = "has no number that can be read. Give it min or max, or mark the number too."
            raise InputError(source, "bounds", problem)
        told = told | {name: None if found[0][name] is None else int(found[0][name]) for name in NUMBERS}
        told["modifier"] = told["modifier"] or found[0]["modifier"]
    modifier = told["modifier"] or modifier_of(told["min"], told["max"])
    return {name: told[name] for name in NUMBERS} | {"modifier": modifier}


@cache
def _finder() -> Callable[[str], Any]:
    return QuantityFinder()
