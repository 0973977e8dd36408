"""Results made by hand."""

from dataclasses import replace

from nlp_events.values import ArticleResult, Event, ReviewValue

EVENT = Event(
    doc_id="gao.txt", event_id="e1", incident_id="i1", impact="killed", text="au moins deux soldats", start=0, end=21,
    min=2, max=None, modifier="at_least", unit="person", who="soldats", who_category="security_force", trigger="tués",
    trigger_start=30, trigger_end=34, place="Gao", place_canonical="Gao", country="ML", latitude=16.27, longitude=-0.04,
    date="2021-03-12", source=None, source_canonical=None, certainty="asserted", cause="attack", scope="event",
    flow=None, place_role="event", source_type=None, part_of=None, supersedes=None, toll=None, mentions=((0, 21),),
    zone="body", sentence="Au moins deux soldats ont été tués à Gao.", rule="killed",
        evidence={"place": {"span": [37, 40], "rule": "locative"}}, confidence=0.97, place_confidence=0.8,
)  # fmt: skip
RESULT = ArticleResult(
    doc_id="gao.txt", title=None, published="2021-03-12", error=None, entities=({"text": "Gao"},), events=(EVENT,)
)
REVIEW: ReviewValue = {
    "text": "trois otages", "start": 50, "end": 62, "impact": "abducted", "min": 3, "max": None, "modifier": "exact",
    "unit": "person", "who": None, "trigger": "otages", "zone": "body", "sentence": "Trois otages tiennent l'affiche.",
    "confidence": 0.21, "reason": "improbable", "rule": "counted/abducted-counted",
}  # fmt: skip
FAILED = ArticleResult(doc_id="b.txt", title=None, published=None, status="empty", error="b.txt: the file is empty.")


def event(number=1, **slots):
    """The record, with an id of its own and other slots."""
    return replace(EVENT, **{"event_id": f"e{number}"} | slots)


def article(*events, name="gao.txt", **fields):
    """A result with these records."""
    named = tuple(replace(one, doc_id=name) for one in events)
    return ArticleResult(doc_id=name, **{"title": None, "published": "2021-03-12"} | fields, events=named)
