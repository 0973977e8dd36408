"""Measure the pipeline on the gold of our own (``tests/gold``).

usage: python -m tests.gold_scores [--write]      prints the scores; --write sets the floors 0.01 below them

A record is right when impact, bounds and unit are right, or a reading that a gold «*_also» field allows; the slots are
then counted on the right ones, where the gold has them. What the gold marks «optional» counts neither way.
"""

from __future__ import annotations

import hashlib
import itertools
import json
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from spacy.language import Language

from nlp_events.pipeline import process
from nlp_events.values import Article, Event

GOLD = Path(__file__).parent / "gold"
RECORDS = ("articles.jsonl", "phenomena.jsonl")
"""The gold of records; that of incidents is measured by ``incident_scores.py``."""
FLOORS = Path(__file__).parent / "floors.json"
MARGIN = 0.01
SLOTS = ("certainty", "cause", "place", "country", "date", "source", "scope", "flow")
NAMES = ("place", "source")
SMALL_WORDS = {"le", "la", "les", "l", "un", "une", "des", "de", "du", "d", "en", "a", "au", "aux"}


def sha256(path: Path) -> str:
    """Hexadecimal digest of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def measure(path: Path, nlp: Language) -> dict[str, float]:
    """Scores of one gold file: «events» (F), precision, recall, each slot, and «phenomenon:…» (F) where named."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    articles = [Article(doc_id=row["doc_id"], text=row["text"], published=row.get("published")) for row in rows]
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    slots: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for row, result in zip(rows, process(articles, nlp), strict=True):
        pairs, missed, extra = _pair(row["events"], list(result.events))
        for name in ("events", *([f"phenomenon:{row['phenomenon']}"] if "phenomenon" in row else [])):
            counts[name].update(right=len(pairs), missed=len(missed), extra=len(extra))
        for gold, event in pairs:
            for slot, right in _slots(gold, event, row["events"], result.events):
                slots[slot][0] += right
                slots[slot][1] += 1
    scores = {name: _f(count) for name, count in counts.items() if count["right"] + count["missed"]}
    scores["precision"] = counts["events"]["right"] / max(1, counts["events"]["right"] + counts["events"]["extra"])
    scores["recall"] = counts["events"]["right"] / max(1, counts["events"]["right"] + counts["events"]["missed"])
    return {name: round(value, 4) for name, value in scores.items()} | {
        f"slot:{slot}": round(right / of, 4) for slot, (right, of) in sorted(slots.items())
    }


def _f(count: Counter[str]) -> float:
    return 2 * count["right"] / (2 * count["right"] + count["missed"] + count["extra"])


def _keys(gold: dict[str, Any]) -> set[tuple[Any, ...]]:
    fields = ("impact", "min", "max", "unit")
    values = [(gold.get(field), *gold.get(field + "_also", ())) for field in fields]
    keys = set(itertools.product(*values))
    number = gold["max"] if gold.get("min") is None else gold["min"]
    bounds = {
        "exact": (number, number),
        "approx": (number, number),
        "at_least": (number, None),
        "at_most": (None, number),
    }
    for modifier in gold.get("modifier_also", ()):
        if modifier in bounds:
            keys |= {(impact, *bounds[modifier], unit) for impact, _, _, unit in keys}
    return keys


def _key(event: Event) -> tuple[Any, ...]:
    return event.impact, event.min, event.max, event.unit


def _overlap(gold: dict[str, Any], event: Event) -> bool:
    return bool(gold["start"] < event.end and event.start < gold["end"])


def _pair(
    golds: list[dict[str, Any]], events: list[Event]
) -> tuple[list[tuple[dict[str, Any], Event]], list[Any], list[Any]]:
    """One to one, the same text first; what is optional or said again counts neither way."""
    wanted = [gold for gold in golds if not gold.get("optional")]
    spare = [gold for gold in golds if gold.get("optional")]
    pairs = []
    for on_the_spot in (True, False):
        for gold in list(wanted):
            hit = next((e for e in events if _key(e) in _keys(gold) and (_overlap(gold, e) or not on_the_spot)), None)
            if hit is not None:
                wanted.remove(gold)
                events.remove(hit)
                pairs.append((gold, hit))
    known = {key for gold in [*(gold for gold, _ in pairs), *spare] for key in _keys(gold)}
    extra = [e for e in events if _key(e) not in known and not any(_overlap(gold, e) for gold in spare)]
    return pairs, wanted, extra


def _slots(
    gold: dict[str, Any], event: Event, golds: list[dict[str, Any]], events: tuple[Event, ...]
) -> Iterator[tuple[str, bool]]:
    for slot in SLOTS:
        if slot in gold:
            accepted = [gold[slot], *gold.get(slot + "_also", ())]
            got = getattr(event, slot)
            names = [got, getattr(event, slot + "_canonical")] if slot in NAMES else [got]
            yield (
                slot,
                any(_same(wanted, name) if slot in NAMES else wanted == name for wanted in accepted for name in names),
            )
    for link in ("part_of", "supersedes"):
        if link in gold and (gold[link] or getattr(event, link)):
            end = next((one for one in events if one.event_id == getattr(event, link)), None)
            ends = [
                one for one in golds if one.get("id") in (gold[link], *gold.get(link + "_also", ())) and one.get("id")
            ]
            yield link, end is not None and any(_key(end) in _keys(one) for one in ends)


def _same(wanted: str | None, got: str | None) -> bool:
    """Whether two names share half of their words."""
    if not wanted or not got:
        return not wanted and not got
    first, second = _words(wanted), _words(got)
    common = sum((Counter(first) & Counter(second)).values())
    return 2 * common >= 0.5 * (len(first) + len(second))


def _words(name: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(char if char.isalnum() else " " for char in plain if not unicodedata.combining(char))
    return [word for word in letters.split() if word not in SMALL_WORDS]


def main() -> None:
    """Print the scores, and write the floors when asked."""
    import nlp_events

    nlp = nlp_events.load()
    floors = {}
    for path in (GOLD / name for name in RECORDS):
        scores = measure(path, nlp)
        print(path.name, json.dumps(scores, indent=1))
        gated = {name: round(max(0.0, score - MARGIN), 3) for name, score in scores.items()}
        floors[path.name] = {"sha256": sha256(path), "floors": gated}
    if "--write" in sys.argv:
        FLOORS.write_text(json.dumps(floors, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
