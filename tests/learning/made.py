"""Articles of one mould, and what different users hold to be right of them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from nlp_events.values import ArticleResult

TOWNS = (
    ("Gossi", "Tombouctou"), ("Ansongo", "Gao"), ("Bankilaré", "Tillabéri"), ("Barsalogho", "Kaya"), ("Ménaka", "Gao"),
    ("Djibo", "Dori"), ("Niono", "Ségou"), ("Koro", "Mopti"), ("Maïné-Soroa", "Diffa"), ("Téra", "Tillabéri"),
    ("Arbinda", "Dori"), ("Léré", "Tombouctou"),
)  # fmt: skip
"""A town, and the region it is said to be in."""
PUBLISHED, MONDAY = "2024-03-13", "2024-03-11"
MOULDS = (
    "Au moins {killed} villageois ont été tués lundi à {town}, dans la région de {region}, a annoncé la préfecture.\n\n"
    "L'attaque a fait {injured} blessés, soignés sur place.\n",
    "{killed} civils ont été tués lundi dans une embuscade près de {town} (région de {region}), selon la gendarmerie."
    "\n\nUn bilan provisoire parle de {injured} blessés.\n",
)


def articles() -> list[dict[str, Any]]:
    """Two dozen articles with two figures each: «towns» tells where they are set, «killed» how many died."""
    made = []
    for number, (town, region) in enumerate(TOWNS):
        for at, mould in enumerate(MOULDS):
            text = mould.format(killed=13 + number, injured=40 + number, town=town, region=region)
            told = {"towns": (town, region), "killed": 13 + number}
            made.append({"doc_id": f"{at}-{town}.txt", "published": PUBLISHED, "text": text, **told})
    return made


def gold(*, wide: bool) -> list[dict[str, Any]]:
    """The articles annotated by somebody who takes the region for the place, or the town."""
    return [_row(article, wide=wide) for article in articles()]


ATTACKS = (
    "Des hommes armés ont tué {killed} villageois lundi à {town}. L'attaque a fait {injured} blessés par balle.\n",
    "Des hommes armés de fusils ont attaqué lundi {town}, tuant {killed} civils et en blessant {injured} autres.\n",
)


def attacks(**slots: str | None) -> list[dict[str, Any]]:
    """Two dozen articles of armed men, with the slots that somebody annotates of each figure."""
    rows = []
    for number, (town, _) in enumerate(TOWNS):
        for at, mould in enumerate(ATTACKS):
            text = mould.format(killed=13 + number, injured=40 + number, town=town)
            events = [_figure(text, "killed", 13 + number, **slots), _figure(text, "injured", 40 + number, **slots)]
            rows.append({"doc_id": f"{at}-{town}.txt", "published": PUBLISHED, "text": text, "events": events})
    return rows


def _row(article: dict[str, Any], *, wide: bool) -> dict[str, Any]:
    place, killed = article["towns"][wide], article["killed"]
    dead = _figure(article["text"], "killed", killed, place=place, date=MONDAY)
    return {**article, "events": [dead, _figure(article["text"], "injured", killed + 27, place=place)]}


def _figure(text: str, impact: str, number: int, **slots: str | None) -> dict[str, Any]:
    start = text.index(f"{number} ")
    most = None if text[:start].endswith("moins ") else number
    bounds = {"min": number, "max": most, "unit": "person"}
    return {"impact": impact, "start": start, "end": start + len("40 blessés"), **bounds, **slots}


def write_gold(path: Path, *, wide: bool) -> Path:
    """The annotated articles as a file."""
    path.write_text("".join(json.dumps(row) + "\n" for row in gold(wide=wide)), encoding="utf-8")
    return path


def write_judgements(path: Path, results: Iterable[ArticleResult], *, wrong: str) -> Path:
    """What somebody says of results for whom an impact is none: «wrong» of those records, «right» of the others."""
    said = [
        {"doc_id": result.doc_id, "event_id": event.event_id, "verdict": "wrong" if event.impact == wrong else "right"}
        for result in results
        for event in result.events
    ]
    path.write_text(json.dumps({"format": "nlp-events judgements", "version": 1, "judgements": said}), "utf-8")
    return path
