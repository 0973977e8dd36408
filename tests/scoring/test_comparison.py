from dataclasses import replace

import pytest

from nlp_events.scoring.comparison import score


def annotated(result, **changes):
    """The records of a result as annotation, the first one changed."""
    fields = ("impact", "text", "start", "end", "min", "max", "unit", "place", "date", "source", "certainty", "part_of")
    events = [{"id": event.event_id} | {name: getattr(event, name) for name in fields} for event in result.events]
    events[0] |= changes
    return {"doc_id": result.doc_id, "text": result.text, "events": events}


def scores(result, **changes):
    return score([annotated(result, **changes)], {result.doc_id: result})


def test_a_result_is_right_against_itself(result):
    found = scores(result)
    assert (found.tallies["figures"].precision, found.tallies["figures"].recall) == (1, 1)
    assert found.tallies["impact:killed"].right == 2
    assert {slot: share.share for slot, share in found.slots.items()} == dict.fromkeys(
        ("certainty", "date", "part_of", "place", "source"), 1
    )
    assert found.slots["part_of"].of == 1
    assert found.differences == []


@pytest.mark.parametrize(
    ("changes", "slot"),
    [({"place": "Kidal"}, "place"), ({"date": "2019-05-12"}, "date"), ({"certainty": "denied"}, "certainty")],
)
def test_a_wrong_slot_is_counted_and_told(result, changes, slot):
    found = scores(result, **changes)
    assert (found.slots[slot].right, found.slots[slot].of) == (2, 3)
    (one,) = found.differences
    assert (one.kind, one.expected, one.found) == (slot, changes[slot], getattr(result.events[0], slot))


def test_other_values_that_are_allowed_are_right(result):
    assert scores(result, place="Kidal", place_also=["Gao"]).differences == []
    assert scores(result, certainty="denied", certainty_also=["asserted"]).differences == []


def test_a_wrong_figure_is_missed_and_extra(result):
    found = scores(result, min=13, max=13)
    assert (found.tallies["figures"].missed, found.tallies["figures"].extra) == (1, 1)
    assert [one.kind for one in found.differences] == ["part_of", "missed", "extra"]
    assert "place" in found.slots


def test_a_link_that_leads_elsewhere_is_wrong(result):
    killed, officers, injured = result.events
    other = replace(officers, part_of=injured.event_id)
    found = score([annotated(result)], {result.doc_id: replace(result, events=(killed, other, injured))})
    assert found.slots["part_of"].right == 0


@pytest.mark.parametrize("results", [{}, "failed"])
def test_an_article_without_a_result_is_missed(result, results):
    if results == "failed":
        results = {result.doc_id: replace(result, events=(), status="failed", error="gao.txt: failed")}
    found = score([annotated(result)], results)
    assert found.unanswered == ["gao.txt"]
    assert found.tallies["figures"].missed == 3


def test_phenomena_are_counted_where_they_are_named(result):
    found = score([annotated(result) | {"phenomenon": "partof"}], {result.doc_id: result})
    assert found.tallies["phenomenon:partof"].right == 3
