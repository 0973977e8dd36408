"""What ties an article without a figure to an incident, and what does not."""

from dataclasses import replace

import pytest

from nlp_events.decisions.scorer import Scorer
from nlp_events.layers.links.happening_model import load_happenings
from nlp_events.merging.comparison import Comparer
from nlp_events.merging.from_records import articles_of
from nlp_events.merging.model import load_merging
from nlp_events.merging.profiles import Profile
from nlp_events.merging.rarity import Rarity
from nlp_events.merging.weighing import Weigher
from tests.merging.made import PLACES, article, name, record

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


def facts_of(*told):
    """The facts of the last of some articles with an incident that holds the others."""
    *others, own = [made.tellings[0][0] for made in articles_of(told)]
    profile = Profile("x", 0, "event")
    for one in others:
        profile.add(one)
    return Weigher(Comparer(RULES, load_happenings()), RULES, Rarity()).facts(own, profile)


def day(number, month=5):
    return {"date": f"2023-{month:02}-{number:02}"}


BOTH = [record(5, **day(3)), record(20, impact="injured", **day(3))]
MARKET = article("a", "2023-05-04", *BOTH, entities=[town("Baqouba")])


@pytest.mark.parametrize(
    ("own", "names", "other"),
    [
        ({"place": "Maradi", **day(5)}, [town("Maradi")], True),
        ({"place": "Maradi", **day(5)}, [town("Maradi"), town("Baqouba")], False),
        # A flood of the same day may be of both countries, and a place be taken for one far away.
        ({"place": "Maradi", **day(3)}, [town("Maradi")], False),
        ({"place": "Mossoul", **day(5)}, [town("Mossoul")], False),
    ],
)
def test_another_country_on_another_day_without_a_name_in_common_is_another_happening(own, names, other):
    flash = article("b", "2023-05-05", record(5, **own), record(20, impact="injured", **own), entities=names)
    assert ("other_land" in facts_of(MARKET, flash)) == other


SMALLER = [record(2, **day(27)), record(9, impact="injured", **day(27))]


def looking_back(*records):
    """An article of 27 May that names the third too."""
    text = "Gare de Baqouba : une bombe\nLe 3 mai, le marché avait été visé."
    dates = [{"start": 30, "text": "3 mai", "first": "2023-05-03", "last": "2023-05-03", "grain": "day"}]
    return article("b", "2023-05-27", *records, title=None, text=text, dates=dates, entities=[town("Baqouba")])


@pytest.mark.parametrize(
    ("records", "other"),
    [
        (SMALLER, True),
        # The same numbers: the day is that of a burial.
        ([record(5, **day(27)), record(20, impact="injured", **day(27))], False),
        ([record(2, **day(3)), record(9, impact="injured", **day(3))], False),
    ],
)
def test_news_of_its_own_day_that_looks_back_to_another_is_of_another_happening(records, other):
    facts = facts_of(MARKET, looking_back(*records))
    assert ("other_time" in facts) == other
    assert any(fact.startswith("linked") for fact in facts) or not other


RARE = [name("quai des Palmiers"), name("Yacoub Sermaki", 200)]


@pytest.mark.parametrize(
    ("killed", "names", "published", "other"),
    [
        (5, RARE, "2023-09-20", False),
        (5, [], "2023-09-20", True),
        (8, RARE, "2023-09-20", True),
        # More than a year after it is no anniversary either.
        (5, RARE, "2024-09-20", True),
    ],
)
def test_an_equal_number_and_a_rare_name_outweigh_days_far_apart(killed, names, published, other):
    news = article("a", "2023-05-04", record(5, **day(3)), entities=RARE)
    verdict = article("b", published, record(killed, date=published), entities=names)
    assert ("other_time" in facts_of(news, verdict)) == other


@pytest.mark.parametrize(("published", "other"), [("2024-04-30", False), ("2024-06-01", True)])
def test_news_without_a_day_is_not_of_what_happened_more_than_a_year_before(published, other):
    news = article("b", published, record(5), title="Un attentat fait cinq morts")
    assert ("other_time" in facts_of(MARKET, news)) == other


@pytest.mark.parametrize(("cause", "other"), [("armed_conflict", False), ("attack", True)])
def test_a_battle_is_as_near_as_its_last_day(cause, other):
    def told(doc_id, at, number):
        return article(doc_id, f"2023-05-{at:02}", record(number, cause=cause, **day(at)))

    assert ("other_time" in facts_of(told("a", 3, 5), told("b", 3, 6), told("c", 14, 30), told("d", 25, 60))) == other


@pytest.mark.parametrize(("own_news", "joins"), [(True, False), (False, True)])
def test_news_of_its_own_day_that_must_not_join_speaks_for_its_whole_incident(own_news, joins):
    market, apart = (made.tellings[0][0] for made in articles_of([MARKET, looking_back(*SMALLER)]))
    profile = Profile("x", 0, "event")
    profile.add(market)
    weigher = Weigher(Comparer(RULES, load_happenings()), RULES, Rarity(), Scorer(weights={"always": 1.0}))
    news = replace(apart, own_news=own_news)
    mean = weigher.mean([news, *[replace(market, doc_id="c")] * 7], profile)
    assert (mean > RULES.unite) == joins


@pytest.mark.parametrize(
    ("own", "title", "other"),
    [
        (day(6), "Un corps trouvé dans un puits", True),
        (day(6), "Un attentat à Baqouba", True),
        (day(4), "Un corps trouvé dans un puits", False),
    ],
)
def test_news_of_the_days_after_with_a_day_of_its_own_in_other_words_is_of_another_happening(own, title, other):
    body = article("a", "2023-05-03", record(1, **day(3)), title="Une fusillade", entities=[town("Baqouba")])
    later = article("b", "2023-05-06", record(1, **own), title=title, entities=[town("Baqouba")])
    assert ("other_day" in facts_of(body, later)) == other


@pytest.mark.parametrize(
    ("own_news", "published", "other"),
    [
        (True, "2023-09-01", False),
        (True, "2024-02-01", True),
        (False, "2024-02-01", False),
    ],
)
def test_news_without_a_figure_is_not_of_what_was_told_long_before(own_news, published, other):
    profile = Profile("x", 0, "event")
    (market,) = articles_of([MARKET])
    profile.add(market.tellings[0][0])
    towns = [town("Mossoul"), town("Zinder")]
    row = article("b", published, title=None, text=f"Une offensive en Irak\n{TOLD}", entities=towns)
    (made,) = articles_of([row])
    news = replace(made.tellings[0][0], own_news=own_news)
    facts = Weigher(Comparer(RULES, load_happenings()), RULES, Rarity()).facts(news, profile)
    assert ("other_time" in facts) == other
