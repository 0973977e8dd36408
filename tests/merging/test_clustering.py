"""Where a telling goes, by what its article tells besides."""

import pytest

from nlp_events.decisions.scorer import Scorer
from nlp_events.merging.clustering import Clustering
from nlp_events.merging.from_records import articles_of
from tests.merging.made import article, name, record

DAY = {"date": "2023-05-03"}
MARKET = "Le marché de Baqouba a été visé par une bombe"
NAMES = [name("marché de Wajihiya"), name("Yacoub Sermaki"), name("brigade des Deux-Fleuves"), name("Zawra Ciment")]
AGREEING = Scorer(weights={"figures>=1.5": 3.0})
"""Joins whatever nothing speaks against, and most of all what tells the same figures."""


def telling(*records, doc_id="b", **changes):
    (made,) = articles_of([article(doc_id, "2023-05-04", *records, **changes)])
    return made.tellings[0][0]


def placed(own, others, scorer=AGREEING):
    """Whether news of an article joins the incident that is there."""
    clustering = Clustering(scorer=scorer)
    there = clustering.place(
        telling(record(240, **DAY), record(240, impact="injured", **DAY), doc_id="a", title=MARKET, entities=NAMES),
        None,
    )
    return clustering.place(own, None, others).incident_id == there.incident_id


NEWS = telling(record(31, telling="u", **DAY), title="Raid sur Baqouba")
SAME, OTHER = telling(record(240, telling="v", **DAY)), telling(record(26, telling="v", **DAY))


@pytest.mark.parametrize(
    ("others", "joined"),
    [
        ([], True),
        ([SAME], False),
        ([OTHER], True),
        # Who was hurt and who was killed may be of one happening.
        ([telling(record(240, telling="v", impact="injured", **DAY))], True),
        ([telling(record(240, telling="v", scope="background", **DAY))], True),
    ],
)
def test_news_does_not_join_what_its_article_tells_apart_and_fits_much_better(others, joined):
    assert placed(NEWS, others) == joined
    assert placed(NEWS, others, Scorer(weights={"figures>=1.5": 1.0}))


def test_a_headline_does_not_join_what_its_article_looks_back_to():
    where = {"country": "IQ", "latitude": 33.75, "longitude": 44.64, "place_precision": "settlement"}
    places = [{"canonical": "Baqouba", "start": 5, "zone": "title", "label": "LOC", "kind": None, **where}]
    headline = telling(title=MARKET, entities=[*places, *NAMES])
    back = telling(record(240, telling="v", scope="background", **DAY))
    even = Scorer(weights={"named=0": 0.0})
    assert placed(headline, [], even)
    assert not placed(headline, [back], even)
    assert placed(headline, [SAME], even)
    assert placed(headline, [back], Scorer(weights={"scope=background": -1.0}))
