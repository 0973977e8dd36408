"""A figure as it begins: what its own sentence tells, and the slots that the layers after this one fill in."""

from __future__ import annotations

from dataclasses import dataclass, field

from nlp_events.layers.figures.items import Item
from nlp_events.layers.figures.lexicon import Lexicon
from nlp_events.text.evidence import DEFAULT, inferred, told
from nlp_events.values import Certainty, Evidence, FigureValue, Flow, Impact, QuantityValue, WhoCategory, Zone


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a sentence tells of those whom a number counts.

    ``rule`` is that of the figure, ``trigger_rule`` that of the word at ``trigger``. ``evidence`` is of links and of
    the certainty, where they are told.
    """

    item: Item
    quantity: QuantityValue
    sentence: tuple[int, int]
    impact: Impact
    rule: str
    trigger: tuple[int, int]
    trigger_rule: str
    zone: Zone
    flow: Flow | None
    household: bool
    who_category: WhoCategory | None
    certainty: Certainty = "asserted"
    part_of: str | None = None
    supersedes: str | None = None
    evidence: dict[str, Evidence] = field(default_factory=dict)


def key_of(item: Item) -> str:
    """The name of a figure inside its document, by what it counts."""
    return f"{item.start}-{item.end}"


def value_of(one: Told, text: str, lexicon: Lexicon, confidence: float | None = None) -> FigureValue:
    """The figure of what is told.

    Args:
        one: what is told.
        text: the article.
        lexicon: the tables; a couple counts two, a trio three.
        confidence: how sure it is, None where that is not known yet.
    """
    item, quantity = one.item, one.quantity
    heads = lexicon.resources.words.heads.get(item.noun, 1)
    return {
        "key": key_of(item), "happening": key_of(item), "impact": one.impact, "start": item.start, "end": item.end,
        "min": _whole(quantity["min"], heads), "max": _whole(quantity["max"], heads),
        "modifier": quantity["modifier"], "unit": "household" if one.household else "person",
        "who": text[slice(*_who(item))] if item.noun else None, "who_category": one.who_category,
        "trigger": text[slice(*one.trigger)], "trigger_start": one.trigger[0], "trigger_end": one.trigger[1],
        "zone": one.zone, "sentence_start": one.sentence[0], "sentence_end": one.sentence[1], "rule": one.rule,
        "evidence": _evidence(one), "flow": one.flow, "part_of": one.part_of, "supersedes": one.supersedes,
        "toll": None, "mentions": [[item.start, item.end]], "certainty": one.certainty, "scope": "event",
        "source": None, "source_canonical": None, "source_type": None, "cause": None, "date": None,
        "place": None, "place_canonical": None, "place_role": None, "country": None,
        "latitude": None, "longitude": None, "place_precision": None,
        "confidence": confidence, "place_confidence": None, "date_confidence": None,
        "actor": None, "actor_canonical": None, "actor_id": None, "actor_type": None, "actor_status": None,
        "means": None, "actor_confidence": None,
    }  # fmt: skip


def _who(item: Item) -> tuple[int, int]:
    return item.noun_start, item.end


def _evidence(one: Told) -> dict[str, Evidence]:
    """Why the slots hold what they hold that a figure has from its own sentence."""
    item, quantity = one.item, one.quantity
    found = {
        "quantity": told(quantity["start"], quantity["end"], quantity["rule"]),
        "trigger": told(*one.trigger, one.trigger_rule),
        "certainty": inferred(DEFAULT),
        "scope": inferred(DEFAULT),
    }
    if item.noun:
        found["who"] = told(*_who(item), "counted_noun")
    if one.who_category is not None:
        found["who_category"] = inferred("noun" if item.noun else one.rule)
    if one.flow is not None:
        found["flow"] = inferred(one.trigger_rule)
    return found | one.evidence


def _whole(bound: float | None, heads: int) -> int | None:
    return None if bound is None else round(bound * heads)
