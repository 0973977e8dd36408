import builtins
import json
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp_events.errors import InputError, NlpEventsError
from nlp_events.values import ArticleResult, Incident, IncidentArticle, IncidentImpact
from nlp_events.writers import COLUMNS, from_dict, to_dict, to_frame, to_line
from nlp_events.writers.columns import DATED
from nlp_events.writers.incident_rows import INCIDENT_COLUMNS
from nlp_events.writers.tables import to_geodataframe
from tests.writers.made import EVENT, FAILED, RESULT, REVIEW, event

ARTICLE_KEYS = ["doc_id", "title", "published", "site", "duplicate_of"]
# The contract, field by field: a change here is a change for every user.
RECORD_KEYS = [
    "event_id", "incident_id", "impact", "text", "start", "end", "min", "max", "modifier", "unit", "who",
    "who_category", "trigger", "trigger_start", "trigger_end", "place", "place_canonical", "country", "latitude",
    "longitude", "date", "source", "source_canonical", "certainty", "cause", "scope", "flow", "place_role",
    "source_type", "part_of", "supersedes", "toll", "mentions", "zone", "sentence", "rule", "evidence",
    "place_precision", "confidence", "place_confidence", "date_confidence",
    "actor", "actor_canonical", "actor_id", "actor_type", "actor_status", "means", "actor_confidence",
]  # fmt: skip


def test_line_has_the_keys_of_the_contract_in_its_order():
    data = json.loads(to_line(RESULT))
    assert list(data) == [
        "doc_id",
        "title",
        "published",
        "site",
        "status",
        "error",
        "entities",
        "dates",
        "events",
        "review",
    ]
    assert list(data["events"][0]) == RECORD_KEYS
    assert data["events"][0]["mentions"] == [[0, 21]]
    assert data["events"][0]["evidence"] == {"place": {"span": [37, 40], "rule": "locative"}}


def test_line_is_utf_8_and_one_line():
    line = to_line(RESULT)
    assert "tués".encode() in line
    assert line.count(b"\n") == 1
    assert line.endswith(b"\n")


def test_failed_article_has_a_line():
    assert to_dict(FAILED) == {
        "doc_id": "b.txt", "title": None, "published": None, "site": None, "status": "empty",
        "error": "b.txt: the file is empty.",
        "entities": [], "dates": [], "events": [], "review": [],
    }  # fmt: skip


def test_text_is_kept_when_asked_for():
    data = to_dict(replace(RESULT, text="Au moins deux soldats", related=((3, 9),)), with_text=True)
    assert list(data)[-2:] == ["text", "related"]
    assert (data["text"], data["related"]) == ("Au moins deux soldats", [(3, 9)])
    assert to_dict(FAILED, with_text=True)["text"] is None


@pytest.mark.parametrize(
    "result",
    [RESULT, FAILED, replace(RESULT, review=(REVIEW,)), replace(RESULT, site="RFI", text="Deux", related=((0, 2),))],
)
def test_a_line_is_read_back(result):
    assert from_dict(json.loads(to_line(result, with_text=True))) == result


def test_a_record_of_an_earlier_version_has_no_confidence():
    data = to_dict(RESULT)
    data["events"] = [{name: value for name, value in data["events"][0].items() if "confidence" not in name}]
    del data["review"]
    (event,) = from_dict(data).events
    assert from_dict(data).review == ()
    assert (event.confidence, event.place_confidence, event.date_confidence) == (None, None, None)
    assert replace(event, confidence=EVENT.confidence, place_confidence=EVENT.place_confidence) == EVENT


@given(st.text(st.characters()))
def test_any_name_makes_a_line(doc_id):
    json.loads(to_line(ArticleResult(doc_id=doc_id, title=None, published=None, error=None)))


def test_what_is_no_json_is_refused():
    with pytest.raises(ValueError, match="not JSON compliant"):
        to_line(replace(RESULT, entities=({"latitude": float("nan")},)))


def test_frame_has_one_row_a_figure_and_the_right_types():
    frame = to_frame(iter([EVENT, EVENT]))
    assert len(frame) == 2
    assert tuple(frame.columns) == COLUMNS
    assert [name for name in COLUMNS if name not in DATED] == [*ARTICLE_KEYS, *RECORD_KEYS, "page"]
    types = {name: str(kind) for name, kind in frame.dtypes.items()}
    assert types["min"] == types["max"] == "Int64"
    assert types["start"] == "int64"
    assert types["latitude"] == types["confidence"] == types["date_confidence"] == "float64"
    assert types["impact"] == types["certainty"] == types["cause"] == "category"
    assert types["who"] == types["doc_id"] == types["date"] == types["source"]
    assert types["who"].startswith("str")
    assert frame["min"].tolist() == [2, 2]
    assert frame["max"].isna().all()
    assert frame["source"].isna().all()
    assert frame["mentions"][0] == ((0, 21),)
    assert "killed" in frame["impact"].cat.categories


def test_frame_without_records_has_the_same_types():
    frame = to_frame([])
    assert len(frame) == 0
    assert frame.dtypes.equals(to_frame([EVENT]).dtypes)


def test_unknown_coordinates_are_missing():
    frame = to_frame([replace(EVENT, latitude=None, longitude=None, cause=None)])
    assert frame["latitude"].isna().all()
    assert str(frame["latitude"].dtype) == "float64"
    assert frame["cause"].isna().all()


INCIDENT = Incident(
    incident_id="i1", title="Gao", place="Gao", country="ML", latitude=None, longitude=None, first="2021-03-12",
    last=None, cause="attack", scope="event",
    impacts=tuple(
        IncidentImpact(
            impact=impact, unit="person", flow=None, low=2, high=None, best=2, best_rule="latest_authoritative",
            best_event_id="e1", conflict=("e1", "e2"), history=(),
        )
        for impact in ("killed", "injured")
    ),
    articles=(
        IncidentArticle(
            doc_id="gao.txt", published=None, title=None, tellings=("i1",), copy_of=None, score=None, merge_reason=""
        ),
    ),
)  # fmt: skip


def test_frame_of_incidents_has_a_row_an_impact():
    frame = to_frame(iter([INCIDENT]))
    assert tuple(frame.columns) == INCIDENT_COLUMNS
    assert frame["impact"].tolist() == ["killed", "injured"]
    assert (frame["title"].tolist(), frame["doc_ids"].tolist()) == (["Gao"] * 2, ["gao.txt"] * 2)
    assert frame["conflict"].tolist() == ["e1 | e2"] * 2
    assert [frame[name].tolist() for name in ("low", "best", "voices")] == [[2, 2], [2, 2], [1, 1]]
    assert frame["high"].isna().all()
    types = {name: str(frame[name].dtype) for name in ("best", "latitude", "cause", "best_rule", "scope")}
    assert types == {
        "best": "Int64", "latitude": "float64", "cause": "category", "best_rule": "category", "scope": "category",
    }  # fmt: skip


def test_frame_has_days_that_are_days():
    dates = ["2021-03-12", "2021-02", "../2016-08", "XXXX-11-01", "0079-10", None]
    frame = to_frame([event(number, date=date) for number, date in enumerate(dates)])
    assert {name: str(frame[name].dtype) for name in DATED} == {
        "date_first": "datetime64[s]", "date_last": "datetime64[s]", "date_grain": "category",
    }  # fmt: skip
    firsts = [None if day is pd.NaT else day.date().isoformat() for day in frame["date_first"]]
    assert firsts == ["2021-03-12", "2021-02-01", None, None, "0079-10-01", None]
    assert frame["date_last"][2] == pd.Timestamp("2016-08-31")
    assert frame["date_grain"].tolist()[:5] == ["day", "month", "interval", "day", "month"]
    assert frame["date"].tolist()[:5] == dates[:5]


def test_frame_of_results_has_their_records_and_what_is_known_of_their_articles():
    frame = to_frame([replace(RESULT, title="Gao", site="Radio Sahel"), FAILED])
    own = ["title", "published", "site"]
    assert frame.drop(columns=own).equals(to_frame([EVENT]).drop(columns=own))
    assert frame[own].values.tolist() == [["Gao", pd.Timestamp("2021-03-12"), "Radio Sahel"]]
    assert to_frame([EVENT])[own].isna().all(axis=None)


def test_days_of_incidents_are_days():
    frame = to_frame([INCIDENT])
    assert str(frame["first"].dtype) == str(frame["last"].dtype) == "datetime64[s]"
    assert frame["first"].tolist() == [pd.Timestamp("2021-03-12")] * 2
    assert frame["last"].isna().all()


class TestGeodataframe:
    """``to_geodataframe``, which geopandas reads and writes."""

    @pytest.fixture(autouse=True)
    def needed(self):
        pytest.importorskip("geopandas", reason="geopandas is an extra: nlp-events[geo]")

    def test_points_are_places_in_degrees(self):
        frame = to_geodataframe([event(1, latitude=-4.5, longitude=16.0), event(2, latitude=None)])
        assert frame.crs.to_epsg() == 4326
        assert (frame.geometry[0].x, frame.geometry[0].y) == (16.0, -4.5)
        assert frame.geometry[1] is None
        assert frame.drop(columns="geometry").equals(to_frame([event(1, latitude=-4.5, longitude=16.0),
                                                               event(2, latitude=None)]))  # fmt: skip

    def test_incidents_have_points_too(self):
        frame = to_geodataframe(replace(INCIDENT, latitude=16.27, longitude=-0.04))
        assert frame.geometry.x.tolist() == [-0.04, -0.04]

    def test_gis_opens_what_geopandas_writes_of_it(self, tmp_path):
        import geopandas

        to_geodataframe([event(1, date="2021-02/.."), event(2, latitude=None)]).to_file(tmp_path / "a.gpkg")
        frame = geopandas.read_file(tmp_path / "a.gpkg")
        assert frame["date_first"].tolist() == [pd.Timestamp("2021-02-01"), pd.Timestamp("2021-03-12")]
        assert (frame.geometry[0].x, frame.geometry[1], frame["impact"][0]) == (-0.04, None, "killed")

    def test_without_a_row_it_is_one_too(self):
        assert to_geodataframe([]).geometry.empty

    def test_what_is_none_is_refused_by_its_own_name(self):
        with pytest.raises(InputError, match=r"^to_geodataframe: the text 'records\.jsonl'"):
            to_geodataframe("records.jsonl")


def test_without_geopandas_the_remedy_is_told(monkeypatch):
    known = builtins.__import__

    def without(name, *rest):
        if name == "geopandas":
            raise ModuleNotFoundError("No module named 'geopandas'")
        return known(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(NlpEventsError, match=r'needs geopandas .* pip install "nlp-events\[geo\]"'):
        to_geodataframe([EVENT])


@pytest.mark.parametrize("one", [EVENT, RESULT, INCIDENT])
def test_frame_of_one_alone(one):
    assert to_frame(one).equals(to_frame([one]))


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("records.jsonl", "the text 'records.jsonl' is not what it takes. Give records"),
        (Path("records.jsonl"), "the path 'records.jsonl'"),
        (None, "None is not"),
        (7, "7 is not"),
        (["records.jsonl"], "the text 'records.jsonl'"),
        ([EVENT, INCIDENT], "an Incident is not"),
        ([INCIDENT, EVENT], "an Event is not"),
        ([{"impact": "killed"}], "a dict is not"),
        ({"impact": ["killed"]}, "a dict is not"),
        (pd.DataFrame({"impact": ["killed"]}), "a pandas DataFrame is not"),
    ],
)
def test_frame_of_something_else_is_refused(given, words):
    with pytest.raises(InputError, match=r"^to_frame: .* Give records .* or incidents") as caught:
        to_frame(given)
    assert words in str(caught.value)
