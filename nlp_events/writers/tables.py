"""From records and incidents to a table in memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from nlp_events.errors import NlpEventsError
from nlp_events.given import items_of, refused
from nlp_events.text.days import days_of
from nlp_events.values import ArticleResult, Event, Incident
from nlp_events.writers.columns import ARTICLE, FRAME, Column
from nlp_events.writers.incident_rows import INCIDENT_TABLE, rows_of
from nlp_events.writers.records import record_row

if TYPE_CHECKING:
    from geopandas import GeoDataFrame
    from pandas import DataFrame

COLUMNS = tuple(FRAME)
_ARTICLE = tuple(name for name in FRAME if name in ARTICLE and name != "doc_id")

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
        For records, a frame with ``doc_id``, the ``title``, ``published``, ``site`` and ``duplicate_of`` of the article
        (of results; records alone do not know them), then the other fields of ``Event``, in their order, and behind
        ``date`` its days: ``date_first``, ``date_last``, ``date_grain``. Bounds are nullable integers, offsets
        integers, coordinates floats, days datetimes of whole seconds, enumerations categories, texts strings,
        ``mentions`` and ``evidence`` objects. Without a record it has the same columns and types and no row. For
        incidents, the columns of the CSV file that ``nlp-events incidents`` writes, with types in the same way.

    Raises:
        InputError: it is none of these, as a path, a table, or records among incidents.
    """
    return _frame_for("to_frame", events)


def to_geodataframe(events: Iterable[Event] | Iterable[ArticleResult] | Iterable[Incident]) -> GeoDataFrame:
    """The table of ``to_frame`` with a point for each row whose place is known, for geopandas.

    Args:
        events: as in ``to_frame``.

    Returns:
        The frame with a column ``geometry`` in WGS 84 (EPSG:4326), empty where there are no coordinates.

    Raises:
        InputError: as in ``to_frame``.
        NlpEventsError: geopandas is not installed.
    """
    try:
        import geopandas
    except ModuleNotFoundError as error:
        remedy = 'Install it with: pip install "nlp-events[geo]".'
        raise NlpEventsError(f"to_geodataframe: needs geopandas ({error}). {remedy}") from error
    frame = _frame_for("to_geodataframe", events)
    points = geopandas.GeoSeries.from_xy(frame["longitude"], frame["latitude"], crs="EPSG:4326")
    known = frame["longitude"].notna() & frame["latitude"].notna()
    found: GeoDataFrame = geopandas.GeoDataFrame(frame, geometry=points.where(known, None))
    return found


def _frame_for(caller: str, events: object) -> DataFrame:
    alone = isinstance(events, Event | ArticleResult | Incident)
    rows: list[Any] = [events] if alone else list(items_of(caller, events, _REMEDY))
    for row in rows:
        if not isinstance(row, Incident if isinstance(rows[0], Incident) else Event | ArticleResult):
            raise refused(caller, row, _REMEDY)
    if rows and isinstance(rows[0], Incident):
        return _frame(INCIDENT_TABLE, [one for row in rows for one in rows_of(row)])
    return _frame(FRAME, [one for row in rows for one in _records(row)])


def _records(row: Event | ArticleResult) -> Iterator[dict[str, Any]]:
    known = {name: getattr(row, name, None) for name in _ARTICLE}
    for event in row.events if isinstance(row, ArticleResult) else (row,):
        yield {"doc_id": event.doc_id} | known | record_row(event)


def _frame(columns: Mapping[str, Column], rows: Sequence[dict[str, Any]]) -> DataFrame:
    import pandas as pd  # Imported here: it takes longer to load than all the rest of the command line.

    series = {}
    for name, column in columns.items():
        values = [row[name] for row in rows]
        if column.kind == "date":
            values = [days_of(value)[0] for value in values]
        series[name] = pd.Series(values, dtype=_type_of(column))
    frame: DataFrame = pd.DataFrame(series)
    return frame


def _type_of(column: Column) -> Any:
    """The type of pandas; days in seconds, as those of nanoseconds end in 1677."""
    from pandas import CategoricalDtype

    if column.words:
        return CategoricalDtype(list(column.words))
    whole = "Int64" if column.optional else "int64"
    kinds = {"integer": whole, "number": "float64", "date": "datetime64[s]", "nested": "object"}
    kinds["boolean"] = "boolean" if column.optional else "bool"
    return kinds.get(column.kind, "string")
