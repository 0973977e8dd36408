import json
from dataclasses import replace

import pytest

from nlp_events.errors import InputError
from nlp_events.scoring.comparison import score
from nlp_events.scoring.counts import FIGURES
from nlp_events.scoring.judgements import Judgement, annotated_rows, judged_rows, precision, read_judgements


def said(result, *verdicts):
    """A judgement of each record: a verdict, or the changes of an amendment."""
    for event, verdict in zip(result.events, verdicts, strict=False):
        amended = isinstance(verdict, dict)
        yield Judgement(
            doc_id=result.doc_id,
            event_id=event.event_id,
            verdict="amended" if amended else verdict,
            changes=verdict if amended else {},
        )


def test_precision_by_impact_and_slot(result):
    found = precision([result], said(result, "right", "wrong", {"place": "Kidal"}))
    assert (found.figures[FIGURES].right, found.figures[FIGURES].of) == (2, 3)
    assert (found.figures["impact:killed"].right, found.figures["impact:killed"].of) == (1, 2)
    assert (found.slots["place"].right, found.slots["place"].of) == (1, 2)
    assert (found.slots["date"].right, found.slots["date"].of) == (2, 2)


def test_an_amended_bound_makes_the_figure_wrong(result):
    found = precision([result], said(result, {"min": 13, "max": 13, "place": "Kidal"}))
    assert (found.figures[FIGURES].right, found.figures[FIGURES].of) == (0, 1)
    assert not found.slots


def test_judgements_of_other_results_are_counted_apart(result):
    other = Judgement(doc_id="x", event_id="y", verdict="right")
    found = precision([result], [other, *said(result, "right")])
    assert (found.unknown, found.figures[FIGURES].of) == (1, 1)


def test_judged_articles_become_annotation_that_can_be_scored(result):
    ((doc_id, row),) = annotated_rows([result], said(result, {"place": "Kidal"}, "right", "wrong"))
    assert doc_id == "gao.txt"
    assert row["text"] == result.text
    killed, officers, _ = result.events
    assert [one["id"] for one in row["events"]] == [killed.event_id, officers.event_id]
    assert row["events"][0]["place"] == "Kidal"
    assert row["events"][1]["part_of"] == killed.event_id
    found = score([row], {result.doc_id: result})
    assert (found.tallies[FIGURES].right, found.tallies[FIGURES].extra) == (2, 1)
    assert [one.kind for one in found.differences if one.kind != "extra"] == ["place"]


def test_a_link_to_a_wrong_record_leads_nowhere(result):
    ((_, row),) = annotated_rows([result], said(result, "wrong", "right", "right"))
    assert row["events"][0]["part_of"] is None


def test_an_article_that_is_not_judged_whole_is_none(result):
    assert list(annotated_rows([result], said(result, "right", "right"))) == [("gao.txt", None)]
    assert list(annotated_rows([result], [])) == []


def test_an_article_that_is_judged_in_part_tells_what_was_judged(result):
    (row,) = judged_rows([result, replace(result, doc_id="other.txt")], list(said(result, {"place": "Kidal"}, "wrong")))
    killed, officers, _ = result.events
    assert [(one["id"], one["place"]) for one in row["events"]] == [(killed.event_id, "Kidal")]
    assert [(one["id"], one["start"]) for one in row["wrong"]] == [(officers.event_id, officers.start)]
    assert (row["doc_id"], row["text"], row["title"]) == ("gao.txt", result.text, result.title)


def test_annotation_needs_the_text(result):
    with pytest.raises(InputError, match="--with-text"):
        list(annotated_rows([replace(result, text=None)], said(result, "right", "right", "right")))


def test_judgements_are_read_from_the_file_of_the_report(tmp_path):
    path = tmp_path / "judgements.json"
    one = {"doc_id": "a", "event_id": "b", "text": "12", "verdict": "amended", "changes": {"min": 3}, "note": ""}
    path.write_text(json.dumps({"format": "nlp-events judgements", "version": 1, "judgements": [one]}))
    assert read_judgements(path) == [Judgement(doc_id="a", event_id="b", verdict="amended", changes={"min": 3})]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("{", "cannot be read as JSON"),
        ("[]", "is no file of judgements"),
        ('{"format": "nlp-events judgements", "judgements": [{"doc_id": "a"}]}', "judgement 1: has no doc_id"),
        (
            '{"format": "nlp-events judgements", "judgements": [{"doc_id": "a", "event_id": "b", "verdict": "amended", '
            '"changes": {"x": 1}}]}',
            "'x', which is no field",
        ),
    ],
)
def test_another_file_is_refused(tmp_path, content, words):
    path = tmp_path / "judgements.json"
    path.write_text(content)
    with pytest.raises(InputError, match=words):
        read_judgements(path)
    with pytest.raises(InputError, match="no such file"):
        read_judgements(tmp_path / "none.json")
