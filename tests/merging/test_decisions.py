"""What an analyst takes apart and puts together."""

import pytest

from nlp_events.errors import InputError
from nlp_events.merging import incidents
from nlp_events.merging.clustering import incident_id_of
from tests.merging.made import article, record

DAY = {"date": "2023-05-03"}
ROWS = [
    article("a", "2023-05-03", record(17, **DAY)),
    article("b", "2023-05-04", record(26, **DAY)),
    article("c", "2023-05-05", record(5, place="Mossoul", **DAY)),
]
FIRST, THIRD = incident_id_of("a-t"), incident_id_of("c-t")


@pytest.fixture
def decided(tmp_path):
    """Incidents of the rows by an analyst's two files: (incident id, articles)."""

    def decide(*, split=(), join=()):
        files = {}
        for name, header, lines in (("split", "incident_id,doc_id", split), ("join", "incident_id,into", join)):
            if lines:
                files[name] = tmp_path / f"{name}.csv"
                files[name].write_text("\n".join([header, *lines]) + "\n", encoding="utf-8")
        return [(one.incident_id, [each.doc_id for each in one.articles]) for one in incidents(ROWS, **files)]

    return decide


def test_without_decisions(decided):
    assert decided() == [(FIRST, ["a", "b"]), (THIRD, ["c"])]


def test_a_split_takes_an_article_out(decided):
    assert decided(split=[f"{FIRST},b"]) == [(FIRST, ["a"]), (incident_id_of("b-t"), ["b"]), (THIRD, ["c"])]


def test_the_others_keep_the_id_when_the_first_article_goes(decided):
    found = decided(split=[f"{FIRST},a"])
    assert sorted(articles for _, articles in found) == [["a"], ["b"], ["c"]]
    assert (FIRST, ["b"]) in found


def test_a_join_makes_one_of_two(decided):
    assert decided(join=[f"{THIRD},{FIRST}"]) == [(FIRST, ["a", "b", "c"])]


def test_a_join_may_name_what_a_split_has_made(decided):
    new = incident_id_of("b-t")
    assert decided(split=[f"{FIRST},b"], join=[f"{new},{THIRD}"]) == [(FIRST, ["a"]), (THIRD, ["b", "c"])]


def test_joins_in_a_row_end_at_the_last(decided):
    new = incident_id_of("b-t")
    found = decided(split=[f"{FIRST},b"], join=[f"{new},{THIRD}", f"{THIRD},{FIRST}"])
    assert found == [(FIRST, ["a", "b", "c"])]


def test_a_decision_is_the_reason(tmp_path):
    join = tmp_path / "join.csv"
    join.write_text(f"incident_id,into,note\n{THIRD},{FIRST},same bomb\n", encoding="utf-8")
    (incident,) = incidents(ROWS, join=join)
    assert incident.articles[2].merge_reason == "joined by the analyst"
    assert incident.impacts[0].best == 26


@pytest.mark.parametrize(
    ("kind", "lines", "words"),
    [
        ("split", ["0000,b"], r"split\.csv:2: there is no incident 0000"),
        ("split", [f"{FIRST},c"], f"the incident {FIRST} has no article c"),
        ("split", [f"{THIRD},c"], f"c is the only article of {THIRD}"),
        ("split", [f"{FIRST},b", f"{FIRST},b"], r"split\.csv:3: the same line"),
        ("split", [f"{FIRST},"], "one cell each"),
        ("split", [f"{FIRST},b,c"], "one cell each"),
        ("join", [f"0000,{FIRST}"], r"join\.csv:2: there is no incident 0000"),
        ("join", [f"{FIRST},0000"], "there is no incident 0000"),
        ("join", [f"{FIRST},{FIRST}"], "is joined into itself"),
        ("join", [f"{FIRST},{THIRD}", f"{THIRD},{FIRST}"], "is joined into itself"),
        ("join", [f"{FIRST},{THIRD}", f"{FIRST},0000"], "is joined a second time"),
    ],
)
def test_a_wrong_decision_is_told(decided, kind, lines, words):
    with pytest.raises(InputError, match=words):
        decided(**{kind: lines})


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"incident,article\n", "has the columns incident, article. Give it incident_id, doc_id"),
        (b"", "has the columns none"),
        (b"incident_id,doc_id\n\xff\xfe,x\n", "cannot be read as CSV"),
    ],
)
def test_a_wrong_file_is_told(tmp_path, content, words):
    path = tmp_path / "split.csv"
    path.write_bytes(content)
    with pytest.raises(InputError, match=words):
        list(incidents(ROWS, split=path))


def test_a_file_that_is_missing_is_told(tmp_path):
    with pytest.raises(InputError, match="no such file"):
        list(incidents(ROWS, join=tmp_path / "join.csv"))


def test_decisions_are_not_kept_in_the_store(tmp_path):
    join = tmp_path / "join.csv"
    join.write_text(f"incident_id,into\n{THIRD},{FIRST}\n", encoding="utf-8")
    store = tmp_path / "incidents.duckdb"
    assert len(list(incidents(ROWS, store=store, join=join))) == 1
    assert len(list(incidents([], store=store))) == 2
