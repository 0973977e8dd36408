"""When a happening was, by what an article says of it: and what a list, a trial or a slip of a day leaves open."""

from datetime import date

import pytest

from nlp_events.layers.links.happening_model import load_happenings
from nlp_events.merging.comparison import Comparer
from nlp_events.merging.from_records import YEAR, articles_of
from nlp_events.merging.likeness import Query, Vocabulary
from nlp_events.merging.model import load_merging
from nlp_events.merging.profiles import Index, Profile
from nlp_events.merging.rarity import Rarity
from nlp_events.merging.rows import row_of
from nlp_events.values import ArticleResult
from tests.merging.made import article, record

PUBLISHED = "2023-05-04"
BOMB = "Une bombe a explosé à Baqouba\n\nBAGDAD - Une bombe a fait neuf morts sur un marché."
TRIAL = "Les poseurs de bombe de Baqouba condamnés\n\nBAGDAD - Le tribunal a rendu son verdict."
HELD = record(3, impact="detained", date="2023-05-03")


def tellings(*records, text=BOMB, published=PUBLISHED, **changes):
    (one,) = articles_of([article("a", published, *records, text=text, title=None, **changes)])
    return [telling for telling, _ in one.tellings]


def day(value):
    return date.fromisoformat(value).toordinal()


def named(value, start=20):
    return {"text": value, "start": start, "zone": "body", "first": value, "last": value}


@pytest.mark.parametrize(
    ("one", "text", "dated", "first"),
    [
        (record(9, date="2023-05-03"), BOMB, "told", "2023-05-03"),
        (record(9), BOMB, "guessed", "2023-05-01"),
        # What has happened did not happen later than it was told: the day is read wrongly.
        (record(9, date="2023-11-24"), BOMB, "guessed", "2023-05-01"),
        (record(9, date="2023-05-05"), BOMB, "told", "2023-05-05"),
        # The day of an arrest or of a verdict is not that of the deed.
        (HELD, BOMB, "told", "2023-05-03"),
        (HELD, TRIAL, "before", None),
        (record(9), TRIAL, "before", None),
        (record(9, date="2023-05-03"), TRIAL, "before", None),
        (record(9, date="2022-11-03"), TRIAL, "told", "2022-11-03"),
    ],
)
def test_when_it_was(one, text, dated, first):
    (telling,) = tellings(one, text=text)
    expected = day(PUBLISHED) - YEAR if first is None else day(first)
    assert (telling.dated, telling.first) == (dated, expected)


def test_without_a_day_of_publication_what_follows_has_none():
    assert [(one.dated, one.first) for one in tellings(HELD, text=TRIAL, published=None)] == [("none", None)]


def test_an_anniversary_is_within_the_year_before():
    (telling,) = tellings(text=TRIAL, published="2024-05-03")
    assert telling.dated == "before"
    assert telling.first <= day("2023-05-03")


def test_the_day_of_another_happening_of_the_article_ties_it_to_nothing():
    other = record(14, telling="o", date="2023-05-01", start=400, place="Mossoul")
    dates = [named("2023-05-01"), named("2023-04-12")]
    own, aside = tellings(record(9, date="2023-05-03"), other, dates=dates)
    assert own.own_news
    assert own.days == {day("2023-04-12")}
    assert day("2023-05-01") in aside.days
    assert day("2023-05-01") in tellings(record(9, date="2023-05-03"), other, dates=dates, text=TRIAL)[0].days


def test_own_news_is_placed_first():
    aside = record(26, telling="o", date="2021-05-01", scope="background", start=5)
    assert [one.own_news for one in tellings(aside, record(9, date="2023-05-03", start=30))] == [True, False]


def test_results_and_rows_tell_the_same():
    row = article("a", PUBLISHED, text=BOMB)
    result = ArticleResult(doc_id="a", title=None, published=PUBLISHED, text=BOMB, dates=(named("2023-04-12"),))
    assert [one["first"] for one in row_of(result)["dates"]] == ["2023-04-12"]
    (made,) = articles_of([result])
    assert made.tellings[0][0].days == {day("2023-04-12")}
    assert row_of(row) is row


def test_names_that_stand_in_news_of_all_kinds_tie_nothing():
    told = (("Croix-Rouge", "ORG", "CICR"), ("Zawra Ciment", "ORG", None), ("Ali Zoubi", "PER", None))
    names = [
        {"canonical": name, "start": 100, "zone": "body", "label": label, "kind": None, "known_id": known}
        for name, label, known in told
    ]
    assert tellings(record(9), entities=names)[0].names == {"zawra ciment", "ali zoubi"}


def weighed(ours, theirs):
    query, profile = Query(ours, Vocabulary(Rarity())), Profile("x", 0, "event")
    profile.add(theirs)
    return query, profile


def test_the_days_around_publication_are_no_look_back():
    (ours,) = tellings(record(9), dates=[named("2023-05-03"), named("2023-05-04"), named("2023-03-01")])
    query, profile = weighed(ours, ours)
    assert query.around == {day("2023-03-01"), day("2023-02-28")}
    assert profile.days == {day("2023-03-01")}


def test_a_place_that_is_not_on_the_map_is_a_name():
    market = {"canonical": "Souk Zoubir", "start": 100, "zone": "body", "label": "LOC", "kind": None, "country": None}
    town = market | {"canonical": "Baqouba", "country": "IQ"}
    (ours,) = tellings(record(9, place="Souk Zoubir"), entities=[market, town])
    (theirs,) = tellings(record(9), entities=[market, town])
    query, profile = weighed(ours, theirs)
    assert query.likeness(profile).names == ("souk zoubir",)


def test_a_slip_of_one_article_is_no_cause_and_a_list_tells_none():
    profile = Profile("x", 0, "event")
    for cause in ["attack"] * 5 + ["fire"]:
        profile.add(tellings(record(9, cause=cause))[0])
    assert profile.likely_causes == {"attack"}
    profile.add(tellings(record(9, cause="fire"))[0])
    assert profile.likely_causes == {"attack", "fire"}


def test_one_name_in_two_lands_is_one_place_where_both_articles_name_a_land():
    comparer = Comparer(load_merging(), load_happenings())

    def points(lands):
        entity = {"start": 100, "zone": "body", "label": "LOC", "kind": None, "canonical": "Liban", "country": "LB"}
        (ours,) = tellings(record(9, place="Tripoli"), entities=[entity] if lands else [])
        (theirs,) = tellings(record(9, place="Tripoli (Liban)"), entities=[entity])
        _, profile = weighed(ours, theirs)
        return next(one.points for one in comparer.compare(ours, profile).points if one.feature == "place")

    assert points(lands=True) == load_merging().place.within
    assert points(lands=False) == load_merging().place.abroad


def test_without_a_figure_what_follows_is_looked_for_by_words_and_names_alone():
    index = Index(load_merging(), load_happenings(), Rarity())
    (bomb,) = tellings(record(9, date="2023-05-03"))
    (trial,) = tellings(text=TRIAL)
    profile = Profile("x", 0, "event")
    profile.add(bomb)
    index.add(profile, bomb)
    assert index.candidates(bomb) == [profile]
    assert index.candidates(trial) == []


ITEMS = [
    ("Maradi", "NE", "La bombe"),
    ("Gao", "ML", "Le bus"),
    ("Tripoli", "LY", "Le canot"),
    ("Bagdad", "IQ", "Le feu"),
]


def round_up(**changes):
    """A list of four pieces of news, of the last of which no figure is told."""
    lines = [
        f"{town}. {what} de {town}, dont on a beaucoup parlé dans tout le pays et au-delà." for town, _, what in ITEMS
    ]
    text = "\n".join(["Ce qui s'est passé ailleurs", *lines])
    records = [
        record(number, telling=town, place=None, country=land, start=text.index(f"{town}."), date=None)
        for number, (town, land, _) in enumerate(ITEMS[:3], start=6)
    ]
    entities = [
        {"canonical": town, "start": text.index(f"{town}."), "zone": "body", "label": "LOC", "kind": None}
        | {"country": land, "latitude": 0.0, "longitude": 0.0, "place_precision": "settlement"}
        for town, land, _ in ITEMS
    ]
    return tellings(*records, text=text, entities=entities, **changes)


def test_an_item_of_a_list_without_a_figure_is_told_too():
    found = round_up()
    assert [len(one.marks) for one in found] == [1, 1, 1, 0]
    item = found[-1]
    assert (item.names, [place.name for place in item.places], item.lands) == ({"bagdad"}, ["Bagdad"], {"IQ"})
    assert (item.own_news, item.items, item.scope) == (False, 3, "event")
    assert len({one.telling_id for one in found}) == 4


def test_an_item_without_a_day_is_of_the_days_or_of_the_year_that_the_list_is_of():
    assert {(one.dated, one.last - one.first) for one in round_up()} == {("guessed", 10)}
    year = {"text": "l'année 2023", "start": 0, "zone": "body", "first": "2023-01-01", "last": "2023-12-31"}
    back = round_up(published="2023-12-30", dates=[year | {"grain": "year"}])
    assert {(one.dated, one.last - one.first) for one in back} == {("before", YEAR)}
    assert {one.dated for one in round_up(published=None)} == {"none"}


def test_an_arrest_beside_somebody_hurt_on_that_day_has_its_day():
    arrest = HELD | {"telling": "u", "zone": "title", "start": 5}
    text = "Un homme arrêté à Baqouba\n\nBAGDAD - Neuf morts mercredi. L'auteur présumé a été arrêté."
    for hurt, dated in (
        (record(9, date="2023-05-03"), "told"),
        (record(9, date="2023-04-03"), "before"),
        (record(9, date="2023-05-03", scope="background"), "before"),
        (record(9, date="2023-05-03", start=900), "before"),
        (record(9, impact="rescued", date="2023-05-03"), "before"),
    ):
        assert tellings(arrest, hurt, text=text)[0].dated == dated


def test_news_without_a_figure_is_where_its_headline_says_and_what_follows_where_the_lead_says_too():
    def places(title, lead):
        text = f"{title}\n{lead}"
        towns = [
            {"canonical": town, "start": text.index(town), "zone": "body", "label": "LOC", "kind": None}
            | {"country": "IQ", "latitude": 33.0, "longitude": 44.0, "place_precision": "settlement"}
            for town in ("Bagdad", "Baqouba")
        ]
        (telling,) = tellings(text=text, entities=towns)
        return [place.name for place in telling.places]

    after = "Depuis la bombe de Baqouba, des policiers viennent tous les soirs."
    assert places("La mosquée de Bagdad évacuée", after) == ["Bagdad"]
    assert places("La mosquée évacuée", f"À Bagdad. {after}") == ["Bagdad", "Baqouba"]
    assert places("Bagdad vote la loi sur les marchés", after) == ["Bagdad", "Baqouba"]
