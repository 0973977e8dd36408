"""``datapackage.json`` beside a CSV or SQLite file: what its columns are, for Frictionless and whoever reads the data.

Data Package 1.0 (https://specs.frictionlessdata.io), which version 2 reads too. The tables of a SQLite file are
resources of one path, told apart by ``dialect.table``. The same file gives the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from nlp_events.writers.columns import TABLE, Column
from nlp_events.writers.delimited import PLAIN, Dialect
from nlp_events.writers.descriptions import DESCRIPTIONS
from nlp_events.writers.incident_database import FOREIGN as INCIDENT_FOREIGN
from nlp_events.writers.incident_database import TABLES as INCIDENT_TABLES
from nlp_events.writers.incident_rows import INCIDENT_TABLE
from nlp_events.writers.schema import FOREIGN, KEYED
from nlp_events.writers.whole import whole_file

NAME = "datapackage.json"
_BLOCK = 1 << 20
_TYPES = {"text": "string", "nested": "any"}
"""Kind of a column → type of a field, where they differ."""
_JSON = {"mentions": "array", "evidence": "object"}
Resource = dict[str, Any]


def write_package(path: Path, resources: Sequence[Resource]) -> None:
    """Write the package of a file beside it.

    Args:
        path: the file, which is there.
        resources: what it holds, as the functions below describe it.
    """
    said = "Figures are what articles say, not what is verified."
    known = {"bytes": path.stat().st_size, "hash": f"sha256:{_digest(path)}"}
    package = {
        "profile": "tabular-data-package" if path.suffix.lower() == ".csv" else "data-package",
        "name": _slug(path.stem),
        "title": path.name,
        "description": f"Written by nlp-events {version('nlp-events')}. {said}",
        "resources": [resource | known for resource in resources],
    }
    with whole_file(path.with_name(NAME)) as part:
        part.write_text(json.dumps(package, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def records_csv(name: str, dialect: Dialect = PLAIN) -> list[Resource]:
    """The table of records."""
    return [_csv(name, TABLE, dialect, "A row a record, and one for each article that failed.")]


def incidents_csv(name: str, dialect: Dialect = PLAIN) -> list[Resource]:
    """The table of the impacts of incidents."""
    return [_csv(name, INCIDENT_TABLE, dialect, "A row an impact of an incident.")]


def layout_csv(name: str, columns: Sequence[str], under: int, row: str, dialect: Dialect = PLAIN) -> list[Resource]:
    """The columns of another project, whose types are its own to say.

    Args:
        name: of the file.
        columns: its columns.
        under: how many lines stand under the first that are no data.
        row: what a row is.
        dialect: how it is written.
    """
    found = _csv(name, dict.fromkeys(columns, Column("nested")), dialect, f"A row is {row}.")
    if under:
        found["dialect"]["commentRows"] = list(range(2, under + 2))
    for one in found["schema"]["fields"]:
        one.pop("description", None)
    return [found]


def records_sqlite(name: str) -> list[Resource]:
    """The tables of a SQLite file of results."""
    return [_table(name, table, columns, FOREIGN[table], "id") for table, columns in KEYED.items()]


def incidents_sqlite(name: str) -> list[Resource]:
    """The tables of a SQLite file of incidents."""
    keys = {"incidents": "incident_id", "impacts": "impact_id"}
    return [
        _table(name, table, columns, INCIDENT_FOREIGN[table], keys.get(table))
        for table, columns in INCIDENT_TABLES.items()
    ]


def _csv(name: str, columns: Mapping[str, Column], dialect: Dialect, description: str) -> Resource:
    fields = [_field(name, column, _JSON.get(name)) for name, column in columns.items()]
    for field in fields:
        if field["type"] == "number" and dialect.decimal != ".":
            field["decimalChar"] = dialect.decimal
    return {
        "profile": "tabular-data-resource",
        "name": _slug(Path(name).stem),
        "path": name,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": dialect.encoding,
        "description": description,
        "dialect": {"delimiter": dialect.delimiter, "lineTerminator": "\r\n", "doubleQuote": True},
        "schema": {"fields": fields, "missingValues": [""]},
    }


def _table(
    name: str, table: str, columns: Mapping[str, Column], foreign: Mapping[str, tuple[str, str]], key: str | None
) -> Resource:
    keys = [
        {"fields": [column], "reference": {"resource": other, "fields": [field]}}
        for column, (other, field) in foreign.items()
    ]
    schema: dict[str, Any] = {"fields": [_field(name, column, None) for name, column in columns.items()]}
    return {
        "name": table,
        "path": name,
        "format": "sqlite",
        "mediatype": "application/vnd.sqlite3",
        "dialect": {"table": table},
        "schema": schema | ({"primaryKey": [key]} if key else {}) | ({"foreignKeys": keys} if keys else {}),
    }


def _field(name: str, column: Column, kind: str | None) -> dict[str, Any]:
    field: dict[str, Any] = {"name": name, "type": kind or _TYPES.get(column.kind, column.kind)}
    if name in DESCRIPTIONS:
        field["description"] = DESCRIPTIONS[name]
    limits: dict[str, Any] = {} if column.optional else {"required": True}
    if column.words:
        limits["enum"] = list(column.words)
    return field | ({"constraints": limits} if limits else {})


def _slug(name: str) -> str:
    """A name as packages and resources have it."""
    return re.sub(r"[^a-z0-9._-]+", "-", name.lower()).strip("-") or "data"


def _digest(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while block := stream.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()
