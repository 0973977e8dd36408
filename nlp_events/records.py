"""A Doc with figures to detached, frozen event records."""

from __future__ import annotations

import hashlib

from spacy.tokens import Doc

from nlp_events.extensions import FIGURES, text_of, values_of
from nlp_events.text.evidence import copied
from nlp_events.text.nonsense import nonsense
from nlp_events.values import Event, FigureValue, Records, Span

# Ids are cut to this many hexadecimal digits: 48 bits, so that a collision inside one corpus is out of reach.
ID_LENGTH = 12


def events_of(doc: Doc, *, related: bool = False) -> Records:
    """The records of a Doc.

    Args:
        doc: a Doc that our pipeline has annotated; one without figures gives an empty list.
        related: also give figures that stand only in related zones (other articles' headlines, teasers).

    Returns:
        One ``Event`` a figure, in text order. ``event_id`` is made from the document's id and text place, so it is the
        same in every run. What ``text.nonsense`` refuses is left out.
    """
    figures = [figure for figure in values_of(doc, FIGURES) if figure]
    refused = {id(figure) for figure, _ in nonsense(figures)}
    kept = [one for one in figures if id(one) not in refused and (related or one["zone"] != "related")]
    doc_id = (doc._.article or {}).get("doc_id") or ""
    ids = {figure["key"]: _digest(doc_id, figure["key"], figure["impact"]) for figure in kept}
    text = text_of(doc)
    return Records(_event(text, doc_id, figure, ids) for figure in kept)


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:ID_LENGTH]


def _event(text: str, doc_id: str, figure: FigureValue, ids: dict[str, str]) -> Event:
    return Event(
        doc_id=doc_id,
        event_id=ids[figure["key"]],
        incident_id=_digest(doc_id, "incident", figure["happening"]),
        impact=figure["impact"],
        text=text[figure["start"] : figure["end"]],
        start=figure["start"],
        end=figure["end"],
        min=figure["min"],
        max=figure["max"],
        modifier=figure["modifier"],
        unit=figure["unit"],
        who=figure["who"],
        who_category=figure["who_category"],
        trigger=figure["trigger"],
        trigger_start=figure["trigger_start"],
        trigger_end=figure["trigger_end"],
        place=figure["place"],
        place_canonical=figure["place_canonical"],
        country=figure["country"],
        latitude=figure["latitude"],
        longitude=figure["longitude"],
        place_precision=figure["place_precision"],
        date=figure["date"],
        source=figure["source"],
        source_canonical=figure["source_canonical"],
        certainty=figure["certainty"],
        cause=figure["cause"],
        scope=figure["scope"],
        flow=figure["flow"],
        place_role=figure["place_role"],
        source_type=figure["source_type"],
        part_of=ids.get(figure["part_of"] or ""),
        supersedes=ids.get(figure["supersedes"] or ""),
        toll=figure["toll"],
        mentions=tuple(_pair(mention) for mention in figure["mentions"]),
        zone=figure["zone"],
        sentence=text[figure["sentence_start"] : figure["sentence_end"]],
        rule=figure["rule"],
        # A component of somebody's own, or of an earlier version, may say nothing of these.
        confidence=figure.get("confidence"),
        place_confidence=figure.get("place_confidence"),
        date_confidence=figure.get("date_confidence"),
        actor=figure.get("actor"),
        actor_canonical=figure.get("actor_canonical"),
        actor_id=figure.get("actor_id"),
        actor_type=figure.get("actor_type"),
        actor_status=figure.get("actor_status"),
        means=figure.get("means"),
        actor_confidence=figure.get("actor_confidence"),
        evidence={slot: copied(one) for slot, one in sorted(figure["evidence"].items())},
    )


def _pair(place: list[int]) -> Span:
    return place[0], place[1]
