"""From a result to one line of JSON Lines, and back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from nlp_events.text.evidence import copied
from nlp_events.values import DONE, ArticleResult, Event, Evidence

_RECORD = tuple(field.name for field in fields(Event) if field.name != "doc_id")
"""A record stands inside its article's object, which holds the doc_id."""


def to_dict(result: ArticleResult, *, with_text: bool = False) -> dict[str, Any]:
    """The JSON object of one article, with the keys of the record's contract in its order.

    Args:
        result: what the article gave.
        with_text: also «text», which all offsets refer to (None where none could be read), and «related», the
            [start, end] of its parts that belong to other articles.
    """
    copy = {} if result.duplicate_of is None else {"duplicate_of": result.duplicate_of}
    data: dict[str, Any] = {
        "doc_id": result.doc_id,
        "title": result.title,
        "published": result.published,
        "site": result.site,
        **copy,
        "status": result.status,
        "error": result.error,
        "entities": list(result.entities),
        "dates": list(result.dates),
        "events": [record_of(event) for event in result.events],
        "review": list(result.review),
    }
    data |= {"pages": list(result.pages)} if result.pages else {}
    return data | ({"text": result.text, "related": list(result.related)} if with_text else {})


def to_line(result: ArticleResult, *, with_text: bool = False) -> bytes:
    """One line of JSON Lines in UTF-8, with its line end; ``with_text`` as in ``to_dict``."""
    line = json.dumps(to_dict(result, with_text=with_text), ensure_ascii=False, allow_nan=False) + "\n"
    return line.encode("utf-8", "replace")  # only a file name can hold what UTF-8 has no form for


def from_dict(data: dict[str, Any]) -> ArticleResult:
    """The result that ``to_dict`` made an object of; one of an earlier version may lack «site», «status» and «review».

    Raises:
        KeyError, TypeError, ValueError: it is no such object.
    """
    doc_id = data["doc_id"]
    return ArticleResult(
        doc_id=doc_id,
        title=data["title"],
        published=data["published"],
        site=data.get("site"),
        duplicate_of=data.get("duplicate_of"),
        pages=tuple((start, end) for start, end in data.get("pages", ())),
        status=data.get("status") or (DONE if data["error"] is None else "failed"),
        error=data["error"],
        text=data.get("text"),
        entities=tuple(data["entities"]),
        dates=tuple(data["dates"]),
        events=tuple(event_of(doc_id, record) for record in data["events"]),
        related=tuple((start, end) for start, end in data.get("related", ())),
        review=tuple(data.get("review", ())),
    )


def record_of(event: Event) -> dict[str, Any]:
    """The JSON object of one record, as it stands inside its article's; one of an article with pages has a «page»."""
    record = {name: getattr(event, name) for name in _RECORD}
    if event.page is None:
        del record["page"]
    return record


def evidence_of(written: Mapping[str, Any]) -> dict[str, Evidence]:
    """Evidence as a file has it; an earlier version wrote [start, end] alone."""
    return {
        slot: copied(one) if isinstance(one, Mapping) else {"span": list(one), "rule": ""}  # type: ignore[arg-type]
        for slot, one in written.items()
    }


def event_of(doc_id: str, record: dict[str, Any]) -> Event:
    """The record that ``record_of`` made an object of.

    Raises:
        KeyError, TypeError, ValueError: it is no such object.
    """
    known = {name: record[name] for name in _RECORD if name in record}  # an earlier version had fewer
    known["mentions"] = tuple((start, end) for start, end in record["mentions"])
    known["evidence"] = evidence_of(record["evidence"])
    return Event(doc_id=doc_id, **known)
