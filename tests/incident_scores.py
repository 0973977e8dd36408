"""Measure the grouping of figures into incidents on the gold of our own.

usage: python -m tests.incident_scores [dev|held] [--write]      prints the scores; --write sets the floors below them

``happenings.jsonl``: articles that tell of several happenings; in ``incidents.jsonl`` 120 articles tell of those of
``incidents_gold.jsonl``. Each gold figure is a stretch of text with the happening it belongs to; an article's other
figures belong to its own ``happening``. Pairs are those of the records that the pipeline finds: what it misses or
reads wrong costs no pair, but it costs the best tolls.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Any

from spacy.language import Language

from nlp_events.merging import incidents
from nlp_events.pipeline import process
from nlp_events.values import Article, ArticleResult, Event, Incident, Reading
from tests.gold_scores import FLOORS, GOLD, MARGIN, sha256

FILES = ("happenings.jsonl", "incidents.jsonl", "incidents_gold.jsonl")
HALVES = ("dev", "held")


def rows_of(name: str, half: str | None = None) -> list[dict[str, Any]]:
    """The rows of a gold file, of one half («dev», «held») or of both."""
    lines = (GOLD / name).read_text(encoding="utf-8").splitlines()
    return [row for row in map(json.loads, lines) if half in (None, row["half"])]


def results_of(rows: Iterable[dict[str, Any]], nlp: Language) -> list[ArticleResult]:
    """The articles of gold rows, through the pipeline."""
    articles = (Article(doc_id=row["doc_id"], text=row["text"], published=row["published"]) for row in rows)
    return list(process(articles, nlp))


def labels_of(row: dict[str, Any], events: Iterable[Event]) -> dict[str, str]:
    """Event id → gold happening, of the records that have one."""
    labels = {}
    for event in events:
        own = next((one for place in event.mentions for one in row["figures"] if _overlap(one, place)), None)
        label = own["happening"] if own else row.get("happening")
        if label is not None:
            labels[event.event_id] = label
    return labels


def _overlap(figure: dict[str, Any], place: tuple[int, int]) -> bool:
    return bool(figure["start"] < place[1] and place[0] < figure["end"])


class Pairs:
    """Pairs of records that are together in the gold, in the output, or in both."""

    def __init__(self) -> None:
        self.count: Counter[str] = Counter()

    def add(self, gold: dict[str, str], found: dict[str, str]) -> None:
        """Count the pairs of the records in both mappings of event id → group."""
        for first, second in combinations(sorted(gold.keys() & found.keys()), 2):
            together = gold[first] == gold[second], found[first] == found[second]
            self.count[{(True, True): "right", (True, False): "missed", (False, True): "extra"}.get(together, "")] += 1

    def scores(self) -> dict[str, float]:
        """Precision, recall and F."""
        right, missed, extra = (self.count[name] for name in ("right", "missed", "extra"))
        return {
            "precision": round(right / max(1, right + extra), 4),
            "recall": round(right / max(1, right + missed), 4),
            "f": round(2 * right / max(1, 2 * right + missed + extra), 4),
        }


def measure_in_document(rows: list[dict[str, Any]], results: list[ArticleResult]) -> dict[str, float]:
    """Pairwise scores of ``incident_id`` over articles, and the share of articles with every pair right."""
    pairs = Pairs()
    whole = 0
    for row, result in zip(rows, results, strict=True):
        one = Pairs()
        one.add(labels_of(row, result.events), {event.event_id: event.incident_id for event in result.events})
        pairs.count += one.count
        whole += not one.count["missed"] + one.count["extra"]
    return pairs.scores() | {"articles": round(whole / len(rows), 4)}


def measure_across(
    rows: list[dict[str, Any]], happenings: list[dict[str, Any]], found: list[Incident], results: list[ArticleResult]
) -> dict[str, float]:
    """Pairwise scores over all records of all articles, and the share of best tolls and of conflicts that are right."""
    gold = gold_of(rows, results)
    incident_of = {one.event_id: incident for incident in found for one in readings_of(incident)}
    pairs = Pairs()
    pairs.add(gold, {event_id: incident.incident_id for event_id, incident in incident_of.items()})
    tolls = [right for happening in happenings for right, _ in check_tolls(happening, gold, incident_of)]
    conflicts = [right for happening in happenings for right in check_conflicts(happening, gold, incident_of)]
    return pairs.scores() | {
        "best": round(sum(tolls) / len(tolls), 4),
        "conflict": round(sum(conflicts) / len(conflicts), 4),
    }


def gold_of(rows: list[dict[str, Any]], results: list[ArticleResult]) -> dict[str, str]:
    """Event id → gold happening, over all articles."""
    labels: dict[str, str] = {}
    for row, result in zip(rows, results, strict=True):
        labels |= labels_of(row, result.events)
    return labels


def readings_of(incident: Incident) -> Iterator[Reading]:
    """All readings of an incident."""
    return (reading for impact in incident.impacts for reading in impact.history)


def incident_of_happening(label: str, gold: dict[str, str], incident_of: dict[str, Incident]) -> Incident | None:
    """The incident that holds most records of a happening."""
    own = [incident_of[event_id] for event_id, one in gold.items() if one == label]
    counts = Counter(incident.incident_id for incident in own)
    return max(own, key=lambda one: (counts[one.incident_id], one.incident_id), default=None)


def check_tolls(
    happening: dict[str, Any], gold: dict[str, str], incident_of: dict[str, Incident]
) -> Iterator[tuple[bool, str]]:
    """For each gold toll of a happening, whether its incident's best is right, and what it is."""
    incident = incident_of_happening(happening["happening"], gold, incident_of)
    for toll in happening["best"]:
        impacts = incident.impacts if incident else ()
        found = [one for one in impacts if one.impact in toll["impacts"] and one.unit == toll["unit"]]
        right = any(one.best == toll["best"] for one in found)
        yield right, f"{happening['happening']} {toll} but {[(one.impact, one.best, one.best_rule) for one in found]}"


def check_conflicts(
    happening: dict[str, Any], gold: dict[str, str], incident_of: dict[str, Incident]
) -> Iterator[bool]:
    """For each gold toll of a happening, whether a conflict is told just where there is one."""
    incident = incident_of_happening(happening["happening"], gold, incident_of)
    for toll in happening["best"]:
        impacts = incident.impacts if incident else ()
        found = [one for one in impacts if one.impact in toll["impacts"] and one.unit == toll["unit"]]
        yield any(one.conflict for one in found) == toll["conflict"]


def measure(nlp: Language, half: str) -> dict[str, float]:
    """All scores of one half, as they are gated."""
    rows = rows_of("happenings.jsonl", half)
    inside = measure_in_document(rows, results_of(rows, nlp))
    rows, happenings = rows_of("incidents.jsonl", half), rows_of("incidents_gold.jsonl", half)
    results = results_of(rows, nlp)
    across = measure_across(rows, happenings, list(incidents(results)), results)
    named = {f"in_document:{name}": score for name, score in inside.items()}
    return named | {f"across:{name}": score for name, score in across.items()}


def floors_of(nlp: Language) -> dict[str, Any]:
    """The entry of the floors: the hash of the gold, and each score less the margin."""
    floors = {
        f"{half}:{name}": round(max(0.0, score - MARGIN), 3)
        for half in HALVES
        for name, score in measure(nlp, half).items()
    }
    return {"sha256": gold_hash(), "floors": floors}


def gold_hash() -> str:
    """Hexadecimal digest of the three gold files."""
    return hashlib.sha256("".join(sha256(GOLD / name) for name in FILES).encode()).hexdigest()


def main() -> None:
    """Print the scores, and write the floors when asked."""
    import nlp_events

    nlp = nlp_events.load()
    for half in [one for one in sys.argv[1:] if one in HALVES] or HALVES:
        print(half, json.dumps(measure(nlp, half), indent=1))
    if "--write" in sys.argv:
        floors = json.loads(FLOORS.read_text(encoding="utf-8")) | {"incidents": floors_of(nlp)}
        FLOORS.write_text(json.dumps(floors, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
