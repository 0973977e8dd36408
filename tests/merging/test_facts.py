"""What ties an article without a figure to an incident, and what does not."""

import pytest

from nlp_events.layers.links.happening_model import load_happenings
from nlp_events.merging.comparison import Comparer
from nlp_events.merging.from_records import articles_of
from nlp_events.merging.model import load_merging
from nlp_events.merging.profiles import Profile
from nlp_events.merging.rarity import Rarity
from nlp_events.merging.weighing import Weigher
from tests.merging.made import PLACES, article, record

RULES = load_merging()
TOLD = "Le boudin a éclaté, les naufragés se sont agrippés aux bidons, le passeur s'est noyé avec la boussole."


def town(canonical):
    slots = dict(zip(("country", "latitude", "longitude", "place_precision"), PLACES[canonical], strict=True))
    return {"canonical": canonical, "start": 100, "zone": "body", "label": "LOC", "kind": None} | slots


def telling(doc_id, title, towns, *records):
    text = f"{title}\n{TOLD}"
    entities = [town(one) for one in towns]
    row = article(doc_id, "2023-05-04", *records, title=None, text=text, entities=entities)
    (made,) = articles_of([row])
    return made.tellings[0][0]


@pytest.mark.parametrize(("towns", "tied"), [(["Tripoli"], True), (["Zinder"], False), ([], False)])
def test_an_article_without_a_figure_is_tied_by_the_town_that_both_name_besides_their_words(towns, tied):
    profile = Profile("x", 0, "event")
    profile.add(telling("a", "Drame en mer", ["Tripoli"], record(17, place="Tripoli", cause="shipwreck")))
    weigher = Weigher(Comparer(RULES, load_happenings()), RULES, Rarity())
    facts = weigher.facts(telling("b", "Un juriste raconte", towns), profile)
    assert ("untied" not in facts) == tied
