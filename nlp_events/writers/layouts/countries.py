"""Codes and English names of countries, by the ISO 3166-1 alpha-2 code that records hold."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Country:
    """A country's ISO 3166-1 codes and English short name; all None for an unknown one."""

    iso2: str | None = None
    iso3: str | None = None
    numeric: int | None = None
    name: str | None = None


def country_of(iso2: str | None) -> Country:
    """The country of a code; without one, or with an unknown one, a country of which nothing else is known."""
    return _countries().get(iso2 or "", Country(iso2))


@lru_cache(maxsize=1)
def _countries() -> dict[str, Country]:
    table = files("nlp_events.writers.layouts") / "countries.csv"
    with table.open(encoding="utf-8") as stream:
        return {
            row["iso2"]: Country(row["iso2"], row["iso3"], int(row["numeric"]) if row["numeric"] else None, row["name"])
            for row in csv.DictReader(stream)
        }
