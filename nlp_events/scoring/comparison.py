"""Results compared with annotated articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from nlp_events.scoring.counts import FIGURES, Difference, Scores
from nlp_events.scoring.readings import Gold, accepted, accepted_keys, key_of, pair, same_name
from nlp_events.values import ArticleResult, Event

SLOTS = ("certainty", "cause", "place", "country", "date", "source", "scope", "flow")
NAMES = ("place", "source")
"""Slots that hold a name, which is right when it shares its words with the annotated one, as written or canonical."""
LINKS = ("part_of", "supersedes")


def score(annotated: Iterable[Mapping[str, Any]], results: Mapping[str, ArticleResult]) -> Scores:
    """Compare results with annotated articles, paired by ``doc_id``.

    A record is right when impact, bounds and unit are, or a reading that the annotation also allows. Slots are then
    counted on the right ones, where the annotation has them; a link where one side has one.

    Args:
        annotated: articles with «doc_id» and «events», as ``read_annotated`` gives them.
        results: results by ``doc_id``; an article without one is answered by nothing.
    """
    scores = Scores()
    for row in annotated:
        scores.articles += 1
        result = results.get(row["doc_id"])
        if result is None or result.error is not None:
            scores.unanswered.append(row["doc_id"])
        _add(scores, row, result.events if result is not None else ())
    return scores


def _add(scores: Scores, row: Mapping[str, Any], events: Sequence[Event]) -> None:
    doc_id, golds = row["doc_id"], row["events"]
    found = pair(golds, events)
    names = (FIGURES, *([f"phenomenon:{row['phenomenon']}"] if "phenomenon" in row else []))
    for gold, event in found.pairs:
        for name in (*names, f"impact:{gold['impact']}"):
            scores.tallies[name].right += 1
        for slot, right in _slots(gold, event, golds, events):
            scores.slots[slot].add(right=right)
            if not right:
                got = getattr(event, slot)
                scores.differences.append(
                    Difference(doc_id=doc_id, kind=slot, text=event.text, expected=gold[slot], found=got)
                )
    for gold in found.missed:
        for name in (*names, f"impact:{gold['impact']}"):
            scores.tallies[name].missed += 1
        expected = (gold["impact"], gold.get("min"), gold.get("max"), gold.get("unit") or "person")
        scores.differences.append(
            Difference(doc_id=doc_id, kind="missed", text=str(gold.get("text")), expected=expected, found=None)
        )
    for event in found.extra:
        for name in (*names, f"impact:{event.impact}"):
            scores.tallies[name].extra += 1
        scores.differences.append(
            Difference(doc_id=doc_id, kind="extra", text=event.text, expected=None, found=key_of(event))
        )


def _slots(gold: Gold, event: Event, golds: Sequence[Gold], events: Sequence[Event]) -> Iterator[tuple[str, bool]]:
    for slot in SLOTS:
        if slot in gold:
            yield slot, _is_right(slot, gold, event)
    for link in LINKS:
        if link in gold and (gold[link] or getattr(event, link)):
            yield link, _leads_right(link, gold, event, golds, events)


def _is_right(slot: str, gold: Gold, event: Event) -> bool:
    if slot not in NAMES:
        return getattr(event, slot) in accepted(gold, slot)
    names = (getattr(event, slot), getattr(event, f"{slot}_canonical"))
    return any(same_name(wanted, name) for wanted in accepted(gold, slot) for name in names)


def _leads_right(link: str, gold: Gold, event: Event, golds: Sequence[Gold], events: Sequence[Event]) -> bool:
    """Whether the record is linked with the record of the figure that the annotated one is linked with."""
    end = next((one for one in events if one.event_id == getattr(event, link)), None)
    wanted = [one for one in golds if one.get("id") and one["id"] in accepted(gold, link)]
    return end is not None and any(key_of(end) in accepted_keys(one) for one in wanted)
