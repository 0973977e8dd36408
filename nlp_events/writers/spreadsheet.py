"""Excel: a sheet of records, one of articles, one of happenings; numbers, days and filters ready for use.

For people, and not read back. Lost: entities, dates, what is to review, offsets, rules, evidence, other mentions,
texts. A happening is one of one article here; ``nlp-events incidents`` puts those of many articles together.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, get_args

from nlp_events.values import ArticleResult, Impact, Incident
from nlp_events.writers.columns import ARTICLE, RECORD, Column, dated
from nlp_events.writers.incident_rows import (
    DOER,
    HAPPENING,
    INCIDENT_TABLE,
    TELLING,
    doers_of,
    happening_of,
    rows_of,
    tellings_of,
)
from nlp_events.writers.layouts.happenings import Happening, happenings_of
from nlp_events.writers.records import record_row
from nlp_events.writers.schema import INCIDENT, TABLES
from nlp_events.writers.workbook import workbook

_FOR_PROGRAMS = ("start", "end", "trigger_start", "trigger_end", "rule")
_IMPACTS: tuple[Impact, ...] = get_args(Impact)
_NUMBER = Column("integer")
SHEETS = {
    "records": {name: column for name, column in ARTICLE.items() if name not in ("status", "error")}
    | {name: one for name, one in RECORD.items() if one.kind != "nested" and name not in _FOR_PROGRAMS},
    "articles": ARTICLE | {"records": _NUMBER},
    "incidents": dict(TABLES["incidents"])
    | {"doc_id": Column(), "records": _NUMBER}
    | dict.fromkeys(_IMPACTS, _NUMBER),
}
"""Sheet → its columns. An incident has its best toll of persons for each impact."""
INCIDENT_SHEETS = {"incidents": HAPPENING, "impacts": INCIDENT_TABLE, "articles": TELLING, "actors": DOER}
"""The same for incidents of many articles."""


def write_xlsx(results: Iterable[ArticleResult], path: Path) -> None:
    """Write results to an Excel workbook."""
    with workbook(path, SHEETS) as sheets:
        for result in results:
            article = {name: getattr(result, name) for name in ARTICLE}
            sheets["articles"].add(article | {"records": len(result.events)})
            for event in result.events:
                sheets["records"].add(article | record_row(event))
            for happening in happenings_of([result], cumulative=True):
                sheets["incidents"].add(_incident(happening))


def write_incident_xlsx(incidents: Iterable[Incident], path: Path) -> None:
    """Write incidents to an Excel workbook: a sheet of happenings, of impacts, of articles, of actors."""
    with workbook(path, INCIDENT_SHEETS) as sheets:
        for incident in incidents:
            sheets["incidents"].add(happening_of(incident))
            for row in rows_of(incident):
                sheets["impacts"].add(row)
            for row in tellings_of(incident):
                sheets["articles"].add(row)
            for row in doers_of(incident):
                sheets["actors"].add(row)


def _incident(happening: Happening) -> dict[str, Any]:
    first = happening.first_event
    known = {name: getattr(first, name) for name in INCIDENT} | dated(first.date)
    tolls = {impact: happening.best(impact) for impact in _IMPACTS}
    return known | {"doc_id": first.doc_id, "records": len(happening.events)} | tolls
