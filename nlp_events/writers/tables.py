"""From records to a table in memory."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from typing import TYPE_CHECKING, Any, get_args

from nlp_events import values
from nlp_events.values import Event

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
    **dict.fromkeys(("latitude", "longitude"), "float64"),
    **dict.fromkeys(("mentions", "evidence"), "object"),
}
"""Column → pandas type; enumerations are categories and all others texts."""


def to_frame(events: Iterable[Event]) -> DataFrame:
    """Put records into a table, one row a figure.

    Args:
        events: what ``extract`` yields.

    Returns:
        A frame with the fields of ``Event`` as columns, in their order: bounds as nullable integers, offsets as
        integers, coordinates as floats, enumerations as categories, texts as strings, ``mentions`` and ``evidence`` as
        objects. Without a record it has the same columns and types and no row.
    """
    import pandas as pd  # Imported here: it takes longer to load than all the rest of the command line.

    rows = list(events)
    frame: DataFrame = pd.DataFrame(
        {name: pd.Series([getattr(row, name) for row in rows], dtype=_dtype(name)) for name in COLUMNS}
    )
    return frame


def _dtype(name: str) -> Any:
    from pandas import CategoricalDtype

    if name in _CATEGORIES:
        return CategoricalDtype(list(get_args(_CATEGORIES[name])))
    return _TYPES.get(name, "string")
