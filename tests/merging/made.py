"""Rows of records made by hand, as ``nlp-events extract`` writes them."""

from __future__ import annotations

from typing import Any

PLACES = {
    "Baqouba": ("IQ", 33.75, 44.64, "settlement"), "Bagdad": ("IQ", 33.34, 44.4, "settlement"),
    "Mossoul": ("IQ", 36.34, 43.12, "settlement"), "Irak": ("IQ", 33.0, 44.0, "country"),
    "Khan Bani Saad": ("IQ", 33.57, 44.54, "settlement"), "Tripoli": ("LY", 32.89, 13.19, "settlement"),
    "Tripoli (Liban)": ("LB", 34.43, 35.84, "settlement"), "Maradi": ("NE", 13.5, 7.1, "settlement"),
    "Zinder": ("NE", 13.81, 8.99, "settlement"), "Niger": ("NE", 17.6, 8.1, "country"),
    "océan Atlantique": (None, None, None, "area"), "Canaries": ("ES", 28.0, -15.5, "region"),
}  # fmt: skip


def record(number: int | None, **changes: Any) -> dict[str, Any]:
    """A record of one article; ``telling`` stands for its ``incident_id``, and is made one of the article's own."""
    place = changes.pop("place", "Baqouba")
    country, latitude, longitude, precision = PLACES.get(place, (None, None, None, None))
    return {
        "impact": "killed", "text": f"{number} morts", "start": 100, "end": 110, "min": number, "max": number,
        "modifier": "exact", "unit": "person", "who": "civils", "who_category": "civilian", "trigger": "morts",
        "place": place, "place_canonical": place and place.removesuffix(" (Liban)"), "country": country,
        "latitude": latitude, "longitude": longitude, "place_precision": precision, "date": None, "source": None,
        "source_canonical": None, "source_type": None, "certainty": "asserted", "cause": "attack", "scope": "event",
        "flow": None, "part_of": None, "supersedes": None, "toll": None, "zone": "body", "sentence": "", "telling": "t",
    } | changes  # fmt: skip


def article(doc_id: str, published: str | None, *records: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """An article with its records; ``part_of`` and ``supersedes`` name the place of another record, from 0."""
    events = []
    for number, one in enumerate(records):
        links = {slot: None if one[slot] is None else f"{doc_id}-{one[slot]}" for slot in ("part_of", "supersedes")}
        own = {"event_id": f"{doc_id}-{number}", "incident_id": f"{doc_id}-{one['telling']}"}
        sentence = one["sentence"] or f"{doc_id} : {one['text']}, d'après la dépêche {doc_id}."
        events.append({**one, **links, **own, "sentence": sentence})
    row = {"doc_id": doc_id, "title": f"Titre {doc_id}", "published": published, "entities": [], "events": events}
    return row | changes


def name(canonical: str, start: int = 100) -> dict[str, Any]:
    """An entity of an article."""
    return {"canonical": canonical, "start": start, "zone": "body", "label": "ORG", "kind": None}
