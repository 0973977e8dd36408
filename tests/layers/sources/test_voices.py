"""Those who may speak in an article."""

from __future__ import annotations

from typing import Any

from nlp_events.layers.sources.voices import voices_of
from nlp_events.text.discourse import Discourse

TEXT = "selon la police, douze voisins ont péri. le maire, awa ba, est venu. la croix-rouge aussi."


def span(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def piece(kind: str, words: str) -> Any:
    start, end = span(words)
    parts = {"speaker": [start, end]}
    return {"start": start, "end": end, "kind": kind, "parts": parts, "traits": [], "rule": "selon"}


def test_who_speaks_comes_before_who_is_only_mentioned() -> None:
    discourse = Discourse([piece("attribution", "la police")])
    found = voices_of(TEXT, discourse, [span("awa ba"), span("police")], [span("le maire"), span("la croix-rouge")])
    told = [(TEXT[one.start : one.end], one.is_silent, one.group) for one in found]
    assert told == [
        ("la police", False, "police"), ("le maire", True, "maire"), ("awa ba", True, "awa ba"),
        ("la croix-rouge", True, "croix-rouge"),
    ]  # fmt: skip


def test_a_place_is_told_once_by_the_surest_piece() -> None:
    discourse = Discourse([piece("attribution", "la police"), piece("quotation", "la police")])
    (one,) = voices_of(TEXT, discourse, [], [])
    assert one.piece["kind"] == "attribution"
    assert one.is_over(one.end - 1, one.end + 5)
    assert not one.is_over(one.end, one.end + 5)


def test_what_names_nobody_is_no_voice() -> None:
    quotation = piece("quotation", "la police") | {"parts": {}}
    assert voices_of(TEXT, Discourse([quotation]), [], []) == []
