import json
from dataclasses import fields

from nlp_events.incident_files import to_line
from nlp_events.values import Incident, IncidentArticle, IncidentImpact, Reading

READING = Reading(
    event_id="e1", doc_id="a", as_of="2023-05-03", text="17 morts", min=17, max=17, modifier="exact", who=None,
    who_category=None, source="la police", source_type="security_forces", certainty="asserted", scope="event",
    toll=None, part=False, superseded=False, repeated=False,
)  # fmt: skip
IMPACT = IncidentImpact(
    impact="killed", unit="person", flow=None, low=17, high=17, best=17, best_rule="latest_authoritative",
    best_event_id="e1", conflict=(), history=(READING,),
)  # fmt: skip
ARTICLE = IncidentArticle(
    doc_id="a", published="2023-05-03", title="Attentat à Bakouba", tellings=("t1",), copy_of=None, score=None,
    merge_reason="the first article",
)  # fmt: skip
INCIDENT = Incident(
    incident_id="i1", title="Attentat à Bakouba", place="Bakouba", country="IQ", latitude=33.75, longitude=44.64,
    first="2023-05-03", last="2023-05-03", cause="attack", scope="event", impacts=(IMPACT,), articles=(ARTICLE,),
)  # fmt: skip


def test_the_line_of_an_incident_has_its_fields_in_order():
    row = json.loads(to_line(INCIDENT))
    assert list(row) == [field.name for field in fields(Incident)]
    assert row["impacts"][0]["history"][0] == {
        "event_id": "e1", "doc_id": "a", "as_of": "2023-05-03", "text": "17 morts", "min": 17, "max": 17,
        "modifier": "exact", "who": None, "who_category": None, "source": "la police",
        "source_type": "security_forces", "certainty": "asserted", "scope": "event", "toll": None, "part": False,
        "superseded": False, "repeated": False,
    }  # fmt: skip
    assert row["articles"][0]["merge_reason"] == "the first article"


def test_a_line_is_one_line_of_utf8():
    line = to_line(INCIDENT)
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1
    assert "à" in line.decode()
