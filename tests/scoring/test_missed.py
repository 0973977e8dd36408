"""Figures that were missed, from the file of the report to annotated articles."""

import json

import pytest

from nlp_events.errors import InputError
from nlp_events.scoring.comparison import score
from nlp_events.scoring.counts import FIGURES
from nlp_events.scoring.judgements import ANNOTATED, Judgement, annotated_rows, judged_rows, precision, read_judgements
from tests.scoring.conftest import TEXT

AT = TEXT.index("BAMAKO")
MISSED = {"doc_id": "gao.txt", "start": AT, "end": AT + 6, "text": "BAMAKO", "impact": "missing", "min": 4, "max": 4}


@pytest.fixture
def read(tmp_path):
    """A function that reads a file of judgements with some figures that were missed."""

    def of(*figures, judgements=()):
        path = tmp_path / "judgements.json"
        data = {"format": "nlp-events judgements", "version": 1, "judgements": list(judgements)}
        path.write_text(json.dumps(data | {"missed": list(figures)}), encoding="utf-8")
        return read_judgements(path)

    return of


def right(result):
    return [{"doc_id": result.doc_id, "event_id": one.event_id, "verdict": "right"} for one in result.events]


def test_a_missed_figure_has_every_field_and_says_the_usual_where_it_is_silent(read):
    (one,) = read(MISSED | {"place": "Bamako", "certainty": "possible", "note": "titre"})
    assert (one.doc_id, one.verdict, one.event_id) == ("gao.txt", "missed", f"missed-{AT}-{AT + 6}-missing")
    assert list(one.changes) == ["doc_id", *ANNOTATED]
    told = {name: one.changes[name] for name in ("place", "certainty", "unit", "modifier", "scope", "source")}
    assert told == {"place": "Bamako", "certainty": "possible", "unit": "person", "modifier": "exact",
                    "scope": "event", "source": None}  # fmt: skip


def test_it_is_part_of_the_annotation_of_its_article_in_the_order_of_the_text(read, result):
    ((_, row),) = annotated_rows([result], read(MISSED, judgements=right(result)))
    assert [one["text"] for one in row["events"]][1] == "BAMAKO"
    assert [one["start"] for one in row["events"]] == sorted(one["start"] for one in row["events"])
    assert set(row["events"][1]) == {"id", *ANNOTATED}
    found = score([row], {result.doc_id: result}).tallies[FIGURES]
    assert (found.right, found.missed, found.extra) == (3, 1, 0)


def test_an_article_of_which_only_what_was_missed_is_told_is_one_to_learn_from(read, result):
    (row,) = judged_rows([result], read(MISSED))
    assert [one["impact"] for one in row["events"]] == ["missing"]
    assert row["wrong"] == []
    assert list(annotated_rows([result], read(MISSED))) == [("gao.txt", None)]


def test_it_does_not_count_in_precision(read, result):
    found = precision([result], read(MISSED, judgements=right(result)))
    assert (found.figures[FIGURES].right, found.figures[FIGURES].of, found.unknown) == (3, 3, 0)


def test_a_figure_of_another_text_is_told(read, result):
    with pytest.raises(InputError, match=r"gao\.txt: has not «Bamako» at .* Mark it again"):
        list(judged_rows([result], read(MISSED | {"text": "Bamako"})))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"doc_id": None}, "missed figure 1: has no doc_id"),
        ({"impact": "dead"}, "has no impact of: killed, injured"),
        ({"colour": "red"}, "'colour', which is no field of a record"),
        ({"end": AT}, "which is no place"),
        ({"start": True}, "which is no place"),
        ({"min": None, "max": None}, "Give min, max or both"),
        ({"min": 5}, "bounds 5 and 4"),
        ({"max": "4"}, "as whole numbers"),
    ],
)
def test_what_is_no_figure_is_refused(read, change, words):
    with pytest.raises(InputError, match=words):
        read(MISSED | change)


@pytest.mark.parametrize(
    ("bounds", "modifier"),
    [
        ({"max": None}, "at_least"),
        ({"min": None}, "at_most"),
        ({"max": 6}, "range"),
        ({"modifier": "approx"}, "approx"),
    ],
)
def test_bounds_say_how_they_are_meant_where_nothing_else_does(read, bounds, modifier):
    (one,) = read(MISSED | bounds)
    assert one.changes["modifier"] == modifier


def test_verdicts_of_records_are_those_of_before(read):
    with pytest.raises(InputError, match="has no doc_id, event_id or verdict"):
        read(judgements=[{"doc_id": "a", "event_id": "b", "verdict": "missed"}])
    assert read(judgements=[{"doc_id": "a", "event_id": "b", "verdict": "wrong"}]) == [
        Judgement(doc_id="a", event_id="b", verdict="wrong")
    ]
