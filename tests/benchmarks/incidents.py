"""What merging gains over less, and how its time grows with the number of records. Run by hand; no test.

usage: python -m tests.benchmarks.incidents [RECORDS ...]      default 10000 100000 1000000

The gain is measured on the gold of ``tests/gold``; the time on made-up rows of records, each size in a process of its
own, so that its most memory is its own.
"""

from __future__ import annotations

import json
import random
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from typing import Any

from nlp_events.merging import incidents
from nlp_events.values import ArticleResult
from tests.incident_scores import Pairs, gold_of, measure_across, results_of, rows_of

SIZES = (10_000, 100_000, 1_000_000)
COUNTRIES = ("AF", "BF", "CD", "CM", "CO", "EC", "EG", "HT", "ID", "IN", "IQ", "IR", "LB", "LY", "ML", "MX", "NE", "NG")
CAUSES = ("attack", "armed_conflict", "flood", "transport_accident", "earthquake", "fire", "shipwreck", "crime")
TOWNS = 120  # of each country
FIRST = date(2014, 1, 1).toordinal()
DAYS = 3_650
ARTICLES = (1, 1, 1, 2, 2, 3, 4, 6, 9, 14)
"""Articles of a happening, each number as often as the others: few are told often."""


def rows(records: int) -> Iterator[dict[str, Any]]:
    """Made-up rows of two records an article; a tenth of the articles are copies, a tenth name the country only."""
    made = random.Random(7)  # noqa: S311 - no secret
    towns = {country: [(made.uniform(0, 30), made.uniform(0, 30)) for _ in range(TOWNS)] for country in COUNTRIES}
    number = 0
    while True:
        country, cause, day = made.choice(COUNTRIES), made.choice(CAUSES), FIRST + made.randrange(DAYS)
        town = made.randrange(TOWNS)
        toll = 1 + int(made.expovariate(1 / 15))
        sentence = ""
        for article in range(made.choice(ARTICLES)):
            delay = article // 3
            toll += made.randrange(4) if made.random() < 0.5 else 0
            copied = sentence and made.random() < 0.1
            words = " ".join(f"mot{made.randrange(5_000)}" for _ in range(25))
            sentence = sentence if copied else f"{toll} morts à Ville-{country}-{town} : {words}"
            place = country if made.random() < 0.1 else f"Ville-{country}-{town}"
            where = (place, country, *towns[country][town])
            yield _row(f"doc-{number}", day + delay, day, where, (toll, cause, sentence))
            number += 1
            if 2 * number >= records:
                return


def _row(
    doc_id: str, published: int, day: int, where: tuple[str, str, float, float], what: tuple[int, str, str]
) -> dict[str, Any]:
    toll, cause, sentence = what
    place, country, latitude, longitude = where
    common = {
        "incident_id": f"{doc_id}-t", "modifier": "exact", "unit": "person", "who": "civils", "trigger": "tués",
        "who_category": "civilian", "place": place, "place_canonical": place, "country": country,
        "latitude": latitude, "longitude": longitude, "date": date.fromordinal(day).isoformat(), "source": "la police",
        "source_canonical": None, "source_type": "security_forces", "certainty": "asserted", "cause": cause,
        "scope": "event", "flow": None, "part_of": None, "supersedes": None, "toll": None, "zone": "body",
        "sentence": sentence, "place_precision": "settlement",
    }  # fmt: skip
    figures = (("killed", toll), ("injured", 3 * toll))
    events = [
        common
        | {"event_id": f"{doc_id}-{impact}", "impact": impact, "text": f"{number}", "start": 10, "min": number}
        | {"max": number}
        for impact, number in figures
    ]
    names = [f"nom {country} {toll % 5}", "agence"]
    entities = [{"canonical": name, "start": 5, "zone": "body", "label": "ORG", "kind": None} for name in names]
    return {
        "doc_id": doc_id, "title": f"Titre {doc_id}", "published": date.fromordinal(published).isoformat(),
        "error": None, "entities": entities, "events": events,
    }  # fmt: skip


def gain() -> None:
    """Print pairwise F on the gold without merging, by place and day, and with merging."""
    import nlp_events

    gold_rows, happenings = rows_of("incidents.jsonl"), rows_of("incidents_gold.jsonl")
    results = results_of(gold_rows, nlp_events.load())
    gold = gold_of(gold_rows, results)
    print("no merging           ", json.dumps(_pairs(gold, results, by_place_and_day=False)))
    print("same place and day   ", json.dumps(_pairs(gold, results, by_place_and_day=True)))
    print("incidents            ", json.dumps(measure_across(gold_rows, happenings, list(incidents(results)), results)))


def _pairs(gold: dict[str, str], results: list[ArticleResult], *, by_place_and_day: bool) -> dict[str, float]:
    events = [event for result in results for event in result.events]
    found = {
        event.event_id: f"{event.place_canonical} {event.country} {event.date}"
        if by_place_and_day and event.date and event.place
        else event.incident_id
        for event in events
    }
    pairs = Pairs()
    pairs.add(gold, found)
    return pairs.scores()


def timed(records: int) -> None:
    """Print the time and most memory of one size."""
    start = time.perf_counter()
    found = articles = 0
    for incident in incidents(rows(records)):
        found += 1
        articles += len(incident.articles)
    spent = time.perf_counter() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    print(
        f"{records:9} records, {articles} articles: {found} incidents in {spent:.1f} s ({time.process_time():.1f} s of"
        f" processors), most memory {memory:.2f} GB"
    )


def main() -> None:
    """Print the gain, then time against size."""
    if sys.argv[1:2] == ["--one"]:
        timed(int(sys.argv[2]))
        return
    gain()
    for size in map(int, sys.argv[1:] or SIZES):
        subprocess.run([sys.executable, "-m", "tests.benchmarks.incidents", "--one", str(size)], check=True)  # noqa: S603


if __name__ == "__main__":
    main()
