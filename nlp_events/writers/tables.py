"""From records and incidents to a table in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields
from typing import TYPE_CHECKING, Any, get_args

from nlp_events import values
from nlp_events.given import items_of, refused
from nlp_events.values import ArticleResult, Event, Incident
from nlp_events.writers.incident_rows import INCIDENT_COLUMNS, rows_of
from nlp_events.writers.records import NUMBERS

if TYPE_CHECKING:
    from pandas import DataFrame

COLUMNS = tuple(field.name for field in fields(Event))

_CATEGORIES = {
    "impact": values.Impact,
    "modifier": values.Modifier,
    "unit": values.Unit,
    "who_category": values.WhoCategory,
    "certainty": values.Certainty,
    "cause": values.Cause,
    "scope": values.Scope,
    "flow": values.Flow,
    "place_role": values.PlaceRole,
    "source_type": values.SourceType,
    "toll": values.Toll,
    "place_precision": values.PlacePrecision,
    "zone": values.Zone,
}
_TYPES = {
    **dict.fromkeys(("start", "end", "trigger_start", "trigger_end"), "int64"),
    **dict.fromkeys(("min", "max"), "Int64"),
    **dict.fromkeys(NUMBERS, "float64"),
    **dict.fromkeys(("mentions", "evidence"), "object"),
}
"""Column → pandas type; enumerations are categories and all others texts."""


_INCIDENT_TYPES = _TYPES | dict.fromkeys(("low", "high", "best", "voices"), "Int64")
_INCIDENT_CATEGORIES = {name: _CATEGORIES[name] for name in ("cause", "scope", "impact", "unit", "flow")}
_INCIDENT_CATEGORIES["best_rule"] = values.BestRule

_REMEDY = (
    "Give records (what nlp_events.extract yields, or doc._.events), results (what nlp_events.pipeline.process "
    "yields), or incidents (what nlp_events.incidents yields)."
)


def to_frame(events: Iterable[Event] | Iterable[ArticleResult] | Iterable[Incident]) -> DataFrame:
    """Put records or incidents into a table: one row a figure, or an impact of an incident.

    Args:
        events: what ``extract`` yields; or results, whose records are taken; or what ``incidents`` yields. One of them
            alone is a table of its own rows.

    Returns:
        For records, a frame with the fields of ``Event`` as columns, in their order: bounds as nullable integers,
        offsets as integers, coordinates as floats, enumerations as categories, texts as strings, ``mentions`` and
        ``evidence`` as objects. Without a record it has the same columns and types and no row. For incidents, the
        columns of the CSV file that ``nlp-events incidents`` writes, with types in the same way.

    Raises:
        InputError: it is none of these, as a path, a table, or records among incidents.
    """
    alone = isinstance(events, Event | ArticleResult | Incident)
    rows: list[Any] = [events] if alone else list(items_of("to_frame", events, _REMEDY))
    for row in rows:
        if not isinstance(row, Incident if isinstance(rows[0], Incident) else Event | ArticleResult):
            raise refused("to_frame", row, _REMEDY)
    if rows and isinstance(rows[0], Incident):
        return _frame(INCIDENT_COLUMNS, [one for row in rows for one in rows_of(row)], _incident_type)
    found = [event for row in rows for event in (row.events if isinstance(row, ArticleResult) else (row,))]
    return _frame(COLUMNS, [{name: getattr(event, name) for name in COLUMNS} for event in found], _record_type)


def _frame(columns: Sequence[str], rows: list[dict[str, Any]], type_of: Callable[[str], Any]) -> DataFrame:
    import pandas as pd  # Imported here: it takes longer to load than all the rest of the command line.

    frame: DataFrame = pd.DataFrame(
        {name: pd.Series([row[name] for row in rows], dtype=type_of(name)) for name in columns}
    )
    return frame


def _record_type(name: str) -> Any:
    return _type(name, _CATEGORIES, _TYPES)


def _incident_type(name: str) -> Any:
    return _type(name, _INCIDENT_CATEGORIES, _INCIDENT_TYPES)


def _type(name: str, categories: Mapping[str, Any], types: Mapping[str, str]) -> Any:
    from pandas import CategoricalDtype

    return CategoricalDtype(list(get_args(categories[name]))) if name in categories else types.get(name, "string")
