"""The corpus of our own is what its datasheet says: offsets, values, links, halves, counts, no copies."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from typing import Any, get_args

import pytest

from nlp_events.scoring.annotated import read_annotated
from nlp_events.values import (
    Cause,
    Certainty,
    Flow,
    Impact,
    Label,
    Modifier,
    PlaceRole,
    Scope,
    SourceType,
    Toll,
    Unit,
    WhoCategory,
)
from tests.conftest import ROOT

CORPUS = ROOT / "models" / "corpus"
ACTOR_TYPES = {"state_force", "police", "armed_group", "gang", "crowd", "individual", "unknown", "other"}
ACTOR_STATUS = {"told", "claimed", "attributed", "denied"}
MEANS = {
    *("bomb", "suicide_bomb", "vehicle_bomb", "air_strike", "drone", "shelling", "firearm", "blade", "vehicle", "mine"),
    *("fire", "beating", "chemical", "execution", "other"),
}
ENUMS: dict[str, set[str]] = {
    "impact": set(get_args(Impact)),
    "modifier": set(get_args(Modifier)),
    "unit": set(get_args(Unit)),
    "who_category": set(get_args(WhoCategory)),
    "certainty": set(get_args(Certainty)),
    "cause": set(get_args(Cause)),
    "scope": set(get_args(Scope)),
    "flow": set(get_args(Flow)),
    "place_role": set(get_args(PlaceRole)),
    "source_type": set(get_args(SourceType)),
    "toll": set(get_args(Toll)),
    "actor_type": ACTOR_TYPES,
    "actor_status": ACTOR_STATUS,
    "means": MEANS,
}
NEVER_EMPTY = {"impact", "modifier", "unit", "certainty", "scope"}
DAY = r"(?:\d{4}|XXXX)(?:-\d\d(?:-\d\d)?)?"
DATE = re.compile(rf"{DAY}|(?:{DAY}|\.\.)/(?:{DAY}|\.\.)")
RUN = 8


@pytest.fixture(scope="module")
def rows() -> list[dict[str, Any]]:
    return read_annotated(CORPUS)


@pytest.fixture(scope="module")
def figures(rows: list[dict[str, Any]]) -> list[tuple[str, dict[str, Any]]]:
    return [(row["doc_id"], event) for row in rows for event in row["events"]]


def test_spans_are_slices(rows: list[dict[str, Any]]) -> None:
    for row in rows:
        for span in (*row["events"], *row.get("entities", ())):
            assert row["text"][span["start"] : span["end"]] == span["text"], (row["doc_id"], span["text"])


UNNAMED = 9_700
"""From the text of this number on, which came last, names are not annotated."""


def test_names_are_spans_of_the_texts_before_they_were_annotated(rows: list[dict[str, Any]]) -> None:
    lines = (CORPUS / "names" / "names.jsonl").read_text(encoding="utf-8").splitlines()
    named = [json.loads(line) for line in lines]
    texts = {row["doc_id"]: row["text"] for row in rows}
    assert [row["doc_id"] for row in named] == [doc_id for doc_id in texts if int(doc_id[1:]) < UNNAMED]
    for row in named:
        text, at = texts[row["doc_id"]], 0
        for name in row["entities"]:
            start, end = name["start"], name["end"]
            assert at <= start < end <= len(text), (row["doc_id"], start)
            assert text[start:end] == text[start:end].strip(), (row["doc_id"], start)
            assert name["label"] in {*get_args(Label), "MISC"}, (row["doc_id"], start)
            at = end


def test_slots_stand_in_the_text(rows: list[dict[str, Any]]) -> None:
    for row in rows:
        text = row["text"].casefold()
        for event in row["events"]:
            for slot in ("who", "trigger", "place", "source", "actor"):
                assert (event.get(slot) or "").casefold() in text, (row["doc_id"], event["id"], slot)


def test_values_are_those_of_the_record(figures: list[tuple[str, dict[str, Any]]]) -> None:
    for doc_id, event in figures:
        for slot, values in ENUMS.items():
            given = {event.get(slot), *event.get(f"{slot}_also", ())} - {None}
            assert given <= values, (doc_id, event["id"], slot)
        assert all(event[slot] is not None for slot in NEVER_EMPTY)
        for date in {event["date"], *event.get("date_also", ())} - {None}:
            assert DATE.fullmatch(date), (doc_id, event["id"], date)
        for country in {event["country"], *event.get("country_also", ())} - {None}:
            assert re.fullmatch("[A-Z]{2}", country), (doc_id, event["id"], country)


def test_bounds_are_those_of_the_modifier(figures: list[tuple[str, dict[str, Any]]]) -> None:
    for doc_id, event in figures:
        low, high = event["min"], event["max"]
        fits = {
            "exact": low is not None and low == high,
            "approx": low is not None and low == high,
            "at_least": low is not None and high is None,
            "vague": low is not None and high is None,
            "at_most": low is None and high is not None,
            "range": low is not None and high is not None and low < high,
        }
        assert fits[event["modifier"]], (doc_id, event["id"], event["modifier"], low, high)
        assert (low or 0) >= 0


def test_links_lead_to_figures_of_the_text_and_never_back(rows: list[dict[str, Any]]) -> None:
    for row in rows:
        by_id = {event["id"]: event for event in row["events"]}
        assert len(by_id) == len(row["events"]), row["doc_id"]
        for link in ("part_of", "supersedes"):
            for event in row["events"]:
                seen, at = set(), event
                while at[link] is not None:
                    assert at[link] in by_id, (row["doc_id"], at["id"])
                    assert at["id"] not in seen, (row["doc_id"], at["id"])
                    seen.add(at["id"])
                    at = by_id[at[link]]


def test_halves_are_by_text_and_a_fifth_of_each_genre_is_held(rows: list[dict[str, Any]]) -> None:
    assert len({row["doc_id"] for row in rows}) == len(rows)
    assert {row["half"] for row in rows} == {"train", "held"}
    files = [read_annotated(CORPUS / name) for name in ("long.jsonl", "light.jsonl")]
    later = {row["doc_id"]: row["half"] for file in files for row in file}
    assert set(later.values()) == {"train"}  # the held half stays what it was, so that versions can be compared
    first = [row for row in rows if row["doc_id"] not in later]
    genres = {row["genre"] for row in first}
    shares = {genre: Counter(row["half"] for row in first if row["genre"] == genre) for genre in genres}
    assert set(shares) == {"news", "humanitarian", "odd", "press"}
    for half in shares.values():
        assert 0.19 <= half["held"] / half.total() <= 0.21
    held = read_annotated(CORPUS, half="held")
    assert [row["doc_id"] for row in held] == [row["doc_id"] for row in rows if row["half"] == "held"]


def test_it_has_what_it_was_made_for(rows: list[dict[str, Any]], figures: list[tuple[str, dict[str, Any]]]) -> None:
    assert len(rows) >= 1200
    assert len(figures) >= 4000
    assert sum(row["genre"] == "press" and not row["events"] for row in rows) >= 300
    impacts = Counter(event["impact"] for _, event in figures)
    assert {impact for impact in get_args(Impact) if impacts[impact] < 150} == set()
    certainties = Counter(event["certainty"] for _, event in figures)
    assert {name for name in get_args(Certainty) if certainties[name] < 120} == set()
    scopes = Counter(event["scope"] for _, event in figures)
    assert min(scopes["cumulative"], scopes["background"]) >= 300
    assert sum(event["part_of"] is not None for _, event in figures) >= 700
    assert sum(event["supersedes"] is not None for _, event in figures) >= 150
    assert sum("actors" in row["layers"] for row in rows) >= 300
    assert sum("entities" in row for row in rows) >= 300
    assert {label for row in rows for one in row.get("entities", ()) for label in (one["label"],)} == set(
        get_args(Label)
    )


def test_no_two_texts_share_an_opening_or_a_run_of_words(rows: list[dict[str, Any]]) -> None:
    runs: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for row in rows:
        words = re.findall(r"\w+", row["text"].casefold())
        for at in range(len(words) - RUN + 1):
            runs[tuple(words[at : at + RUN])].add(row["doc_id"])
        runs[("opening", *words[:5])].add(row["doc_id"])
    assert {run: where for run, where in runs.items() if len(where) > 1} == {}
