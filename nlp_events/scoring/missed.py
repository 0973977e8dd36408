"""Figures that an analyst marked in an article because no record has them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias, get_args

from nlp_events.errors import InputError
from nlp_events.values import Impact

Fields: TypeAlias = "dict[str, Any]"

USUAL = {"unit": "person", "certainty": "asserted", "scope": "event"}
"""What a marked figure is that does not say otherwise."""


def missed_fields(data: Any, source: str, names: Sequence[str]) -> Fields:
    """The fields of a missed figure, each of ``names`` in this order, and its «doc_id».

    Args:
        data: what the file of judgements says of it.
        source: the file and its number there, for messages.
        names: the fields of an annotated figure.

    Raises:
        InputError: it has no article, no place in it, no impact or no number, or a field that records do not have.
    """
    if not isinstance(data, dict) or not isinstance(data.get("doc_id"), str):
        raise InputError(source, "type", "has no doc_id. Download the file from the report again.")
    other = next((name for name in data if name not in (*names, "doc_id", "note")), None)
    if other is not None:
        raise InputError(source, "type", f"has {other!r}, which is no field of a record. Take it out.")
    if data.get("impact") not in get_args(Impact):
        raise InputError(source, "choice", f"has no impact of: {', '.join(get_args(Impact))}. Choose one of them.")
    _check_numbers(data, source)
    usual = USUAL | {"modifier": modifier_of(data.get("min"), data.get("max"))}
    told = usual | {name: value for name, value in data.items() if value is not None}
    return {name: told.get(name) for name in ("doc_id", *names)}


def _check_numbers(data: Mapping[str, Any], source: str) -> None:
    numbers: list[Any] = [data.get(name) for name in ("start", "end", "min", "max")]
    start, end, low, high = numbers
    if not (_is_count(start) and _is_count(end) and start < end):
        raise InputError(source, "offsets", f"stands at {start} to {end}, which is no place. Mark it again.")
    told = [one for one in (low, high) if one is not None]
    if not told or not all(map(_is_count, told)) or told[0] > told[-1]:
        raise InputError(source, "bounds", f"has the bounds {low} and {high}. Give min, max or both, as whole numbers.")


def modifier_of(low: int | None, high: int | None) -> str:
    """The modifier that bounds have by themselves; None for an open one."""
    if low is None:
        return "at_most"
    if high is None:
        return "at_least"
    return "exact" if low == high else "range"


def _is_count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def with_missed(row: Fields, figures: Iterable[Mapping[str, Any]]) -> Fields:
    """An annotated article with figures that were missed in it, in the order of the text.

    Args:
        row: the article, with its text.
        figures: as ``missed_fields`` gives them.

    Raises:
        InputError: the text does not have the words of a figure where they were marked.
    """
    events = list(row["events"])
    for figure in figures:
        start, end, text = figure["start"], figure["end"], figure["text"]
        if row["text"][start:end] != text:
            problem = f"has not «{text}» at {start}, where it was marked as missed: its text is another. Mark it again."
            raise InputError(row["doc_id"], "offsets", problem)
        name = f"missed-{start}-{end}-{figure['impact']}"
        events.append({"id": name} | {field: value for field, value in figure.items() if field != "doc_id"})
    return row | {"events": sorted(events, key=lambda one: (one["start"], one["end"]))}
