"""Cases of «is this telling of that incident?», out of articles whose happenings are known."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

from nlp_events.decisions.fitting import Case
from nlp_events.layers.links.happening_model import load_happenings
from nlp_events.merging.from_records import articles_of
from nlp_events.merging.profiles import Profile
from nlp_events.merging.rarity import stems_of
from nlp_events.merging.tellings import Telling, TellingArticle
from nlp_events.merging.weighing import Weigher

Row = dict[str, Any]
Labelled = list[tuple[Telling, str | None]]
"""Tellings in the order of publication, each with its happening; None where it is not known."""
SURE, AHEAD, OTHER = 3, 1, 3
"""Points that a telling of an article of several happenings needs with one, how far the next has to be behind, and how
far another one ahead makes the article's own doubtful."""
_SEED = 20
_NO_FIGURES = 0.2
"""What a case weighs in which nobody tells a figure: no incident comes of it."""


@dataclass(frozen=True)
class Source:
    """Articles with known happenings, and which of the pairs that are no match are taken into account.

    ``share`` of the easy ones is drawn, and they weigh as much more, up to three times. ``left_out`` tells pairs that
    nobody has judged.
    """

    name: str
    labelled: Labelled
    weight: float = 1.0
    share: float = 1.0
    left_out: Callable[[Telling, str], bool] = lambda _telling, _label: False


def in_order(articles: Iterable[TellingArticle]) -> list[TellingArticle]:
    """Articles as the store orders them: by day of publication, those without one last, and by name."""
    return sorted(articles, key=lambda one: (one.published is None, one.published or "", one.doc_id))


def tellings_of(rows: Iterable[Row]) -> list[Telling]:
    """The tellings of rows of records, in the order in which they are placed."""
    return [telling for article in in_order(articles_of(rows)) for telling, _ in article.tellings]


def cases_of(source: Source, weigher: Weigher) -> Iterator[Case]:
    """Each telling with the happenings told before it: whether it is of it."""
    draw = Random(_SEED)  # noqa: S311 - no secret
    profiles: dict[str, Profile] = {}
    for telling, label in source.labelled:
        if label is None:
            continue
        for other, profile in profiles.items():
            right = other == label
            if not right and (not _in_reach(telling, profile) or source.left_out(telling, other)):
                continue
            facts = weigher.facts(telling, profile)
            easy = not right and "top>=18" not in facts
            if easy and draw.random() > source.share:
                continue
            weight = source.weight * (min(3.0, 1 / source.share) if easy else 1.0)
            weight *= 1.0 if telling.marks or profile.with_figures else _NO_FIGURES
            yield Case([facts, ()], [right, not right], telling.doc_id, weight)
        profiles.setdefault(label, Profile(label, len(profiles), telling.scope)).add(telling)


def _in_reach(telling: Telling, profile: Profile) -> bool:
    """Whether the two would be compared: they share a name, a country, or rare words."""
    lands = {place.country for place in telling.places if place.country}
    theirs = {place.country for place in profile.places if place.country}
    return bool(telling.names & profile.names or lands & theirs or telling.lands & profile.lands)


def stories(folder: Path, half: str, records: Mapping[str, Row]) -> Labelled:
    """The tellings of ``models/corpus/stories``: those of an article of several happenings by what fits their gold."""
    read = [json.loads(line) for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    gold = [row for row in read if row["half"] == half]
    articles = [json.loads(line) for line in (folder / "articles.jsonl").read_text(encoding="utf-8").splitlines()]
    rows = [records[row["doc_id"]] for row in articles if row["half"] == half]
    return [(telling, _label(telling, gold)) for telling in tellings_of(rows)]


def _label(telling: Telling, gold: Sequence[Row]) -> str | None:
    own = [row for row in gold if telling.doc_id in row["articles"]]
    mentioned = [row for row in gold if telling.doc_id in row["mentioned_in"]]
    ranked = sorted(((_fit(telling, row), row["happening"]) for row in own + mentioned), reverse=True)
    if telling.own_news and len(own) == 1:
        label = str(own[0]["happening"])
        doubtful = ranked[0][1] != label and ranked[0][0] > _fit(telling, own[0]) + OTHER and telling.marks
        return None if doubtful else label
    if telling.own_news and (not own or not telling.marks):
        return f"article {telling.doc_id}"
    sure = ranked and ranked[0][0] >= SURE and (len(ranked) == 1 or ranked[0][0] >= ranked[1][0] + AHEAD)
    return ranked[0][1] if sure else None


def _fit(telling: Telling, row: Row) -> float:
    """How well a telling fits a happening of the gold, in points."""
    points = 0.0
    lands = {place.country for place in telling.places if place.country}
    if lands:
        points += 2 if lands & set(row["countries"]) else -3
    if telling.cause not in (None, "other") and row["cause"] != "other":
        points += 1 if load_happenings().are_kin(telling.cause, row["cause"]) else -2
    words = set(stems_of(f"{row['title']} {row['place']}"))
    points += 3 * any(words & set(stems_of(place.name)) for place in telling.places if place.kind != "country")
    points += min(2.0, len(words & set(telling.words)) / 2)
    if telling.dated == "told" and telling.first is not None and telling.last is not None:
        first, last = (date.fromisoformat(row[name]).toordinal() for name in ("first_day", "last_day"))
        points += 2 if first - 1 <= telling.last and telling.first <= last + 1 else -2
    tolls = {(impact, toll["best"]) for toll in row["best"] for impact in toll["impacts"] if toll["best"] > 2}
    return points + 2 * sum((mark.impact, mark.number) in tolls for mark in telling.marks)


def short_articles(folder: Path, half: str, records: Mapping[str, Row]) -> Labelled:
    """The tellings of ``tests/gold/incidents.jsonl``, whose figures name their happening."""
    articles = [json.loads(line) for line in (folder / "incidents.jsonl").read_text(encoding="utf-8").splitlines()]
    rows = {row["doc_id"]: row for row in articles if row["half"] == half}
    events = {event["incident_id"]: _own(rows[doc_id], event) for doc_id in rows for event in records[doc_id]["events"]}
    tellings = tellings_of(records[doc_id] for doc_id in rows)
    return [(telling, events.get(telling.telling_id, rows[telling.doc_id].get("happening"))) for telling in tellings]


def _own(row: Row, event: Row) -> str | None:
    """The happening of a record: that of the gold figure it overlaps, else the article's."""
    for figure in row["figures"]:
        if any(figure["start"] < end and start < figure["end"] for start, end in event["mentions"]):
            return str(figure["happening"])
    return row.get("happening")


def apart(rows: Iterable[Row], same: Mapping[str, str] | None = None) -> Labelled:
    """The tellings of articles that tell of one happening each, unless ``same`` names it for a ``doc_id``."""
    names = same or {}
    return [
        (telling, names.get(telling.doc_id, telling.doc_id) if telling.own_news else None)
        for telling in tellings_of(rows)
    ]
