"""Which articles are put together, and which are not."""

import io
from itertools import permutations
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import nlp_events
from nlp_events.errors import InputError, NlpEventsError
from nlp_events.incident_files import to_line
from nlp_events.merging import incidents
from nlp_events.values import Event
from tests.merging.made import article, name, record

MAY_3 = {"date": "2023-05-03"}
NAMES = [name("marché de Wajihiya"), name("brigade des Deux-Fleuves")]
MAY_8 = {"date": "2023-05-08"}
FLOOD = {"cause": "flood"}
SHIPWRECK = {"cause": "shipwreck"}


def together(rows, **options):
    """The articles of each incident, in order."""
    return [[one.doc_id for one in incident.articles] for incident in incidents(rows, **options)]


def test_public_name_is_the_function():
    assert nlp_events.incidents is incidents


@pytest.mark.parametrize(
    "given",
    [
        "records.jsonl",
        Path("records.jsonl"),
        None,
        7,
        article("a", None),
        pd.DataFrame([article("a", None)]),
        io.StringIO("{}"),
    ],
)
def test_what_is_no_rows_is_refused_at_once(given):
    with pytest.raises(InputError, match=r"^incidents: .* is not what it takes. Give results .*read_records"):
        incidents(given)


@pytest.mark.parametrize("row", ["records.jsonl", None, 7, ["a"]])
def test_what_is_no_row_is_refused(row):
    with pytest.raises(InputError, match=r"^incidents: .* is not what it takes. Give results"):
        list(incidents([row]))


def test_no_record_no_incident():
    assert together([]) == []
    assert together([article("a", "2023-05-03"), {"doc_id": "b", "events": [], "error": "empty"}]) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (record(17, **MAY_3), record(26, **MAY_3)),
        (record(17, **MAY_3), record(26, place="Irak", **MAY_3, supersedes=None) | {"min": 17, "max": 17}),
        (record(17, **MAY_3), record(17, date=None)),
        (record(17, **MAY_3), record(17, date="2023-05-04")),
        (record(17, **MAY_3), record(17, cause="armed_conflict", **MAY_3)),
        (record(17, **MAY_3), record(17, cause=None, **MAY_3)),
        (record(17, **MAY_3), record(17, place="Khan Bani Saad", **MAY_3)),
        (record(12, place="Maradi", **FLOOD), record(12, place="Niger", **FLOOD)),
        (record(15, place="océan Atlantique", **SHIPWRECK), record(15, place="Canaries", **SHIPWRECK)),
    ],
)
def test_one_happening(first, second):
    assert together([article("a", "2023-05-04", first), article("b", "2023-05-05", second)]) == [["a", "b"]]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (record(26, **MAY_3), record(9, **MAY_8)),
        (record(17, **MAY_3), record(12, place="Mossoul", **MAY_3)),
        (record(17, place="Tripoli", **MAY_3), record(17, place="Tripoli (Liban)", **MAY_3)),
        (record(17, **MAY_3), record(3, cause="transport_accident", **MAY_3)),
        (record(17, place="Irak", **MAY_3), record(40, place="Irak", **MAY_3)),
        (record(17, **MAY_3), record(90, date="2023-01-01/..", scope="cumulative")),
        (record(17, **MAY_3), record(150, date="2018-07", scope="background")),
        (record(17, **MAY_3), record(4, date=None, scope="background")),
    ],
)
def test_two_happenings(first, second):
    assert together([article("a", "2023-05-04", first), article("b", "2023-05-09", second)]) == [["a"], ["b"]]


def test_an_anniversary_joins_what_it_looks_back_to():
    rows = [
        article("old", "2023-05-03", record(26, **MAY_3)),
        article("other", "2023-05-08", record(9, **MAY_8)),
        article("year", "2024-05-03", record(26, date="2023-05-03", scope="background")),
        article("vague", "2024-01-03", record(26, scope="background")),
    ]
    assert together(rows) == [["old", "vague", "year"], ["other"]]


def test_an_anniversary_that_tells_its_own_day_joins_what_it_is_of():
    words = {"title": "Gare de Baqouba : les noms des victimes lus sur le quai des Palmiers"}
    names = {"entities": [name("quai des Palmiers"), name("Yacoub Sermaki", 200)]}
    news = article("news", "2023-05-04", record(26, **MAY_3), **words, **names)
    year = article("year", "2024-05-03", record(26, date="2024-05-03"), **words, **names)
    later = article("later", "2024-08-12", record(26, date="2024-08-12"), **words, **names)
    assert together([news, year]) == [["news", "year"]]
    assert together([news, later]) == [["news"], ["later"]]


@pytest.mark.parametrize(("day", "joined"), [("2023-05-03", 1), ("2023-05-01", 2)])
def test_news_of_one_day_that_tell_of_two_days_tell_of_two_happenings(day, joined):
    slide = {"cause": "landslide", "place": "Canaries"}
    first = article("first", "2023-05-04", record(6, **MAY_3, **slide))
    second = article("second", "2023-05-04", record(2, date=day, **slide))
    assert len(together([first, second])) == joined


def test_two_years_apart_is_another_happening_though_all_else_is_alike():
    words = {"title": "Séisme à Bagdad : les secours cherchent des survivants"}
    names = {"entities": [name("Croissant-Rouge"), name("Protection civile", 200)]}
    first = record(27, place="Bagdad", date="2021-02-09", cause="earthquake")
    second = record(31, place="Bagdad", date="2023-05-03", cause="earthquake")
    rows = [article("a", "2021-02-11", first, **words, **names), article("b", "2023-05-04", second, **words, **names)]
    assert together(rows) == [["a"], ["b"]]


def test_an_earlier_toll_is_a_tie():
    rows = [
        article("a", "2023-05-03", record(240, place="Irak", **MAY_3)),
        article("b", "2023-05-04", record(260, supersedes=1, date=None), record(240, date=None)),
    ]
    (incident,) = incidents(rows)
    assert "killed 240 in both" in incident.articles[1].merge_reason


def test_what_one_article_tells_apart_stays_apart():
    rows = [article("a", "2023-05-03", record(17, **MAY_3), record(6, telling="u", **MAY_3))]
    assert together(rows) == [["a"], ["a"]]


def test_unlike_happenings_are_not_chained_by_one_between():
    """The second article fits the first and the third, which do not fit each other."""
    rows = [
        article("a", "2023-05-03", record(17, **MAY_3)),
        article("b", "2023-05-05", record(17, date="2023-05-05")),
        article("c", "2023-05-08", record(17, date="2023-05-07")),
        article("d", "2023-05-10", record(17, date="2023-05-09")),
        article("e", "2023-05-12", record(17, date="2023-05-12")),
    ]
    assert ["a", "e"] not in [found[:1] + found[-1:] for found in together(rows)]
    assert len(together(rows)) > 1


def test_names_and_headlines_tie_what_places_and_days_leave_open():
    market = {"title": "Explosion au marché de Hibhib", "entities": [name("Marché de Hibhib"), name("Cheikh Saadoun")]}
    one = article("a", "2023-05-03", record(17, place="Irak", **MAY_3), **market)
    two = article("b", "2023-05-03", record(20, place="Irak", **MAY_3), **market)
    other = article("c", "2023-05-03", record(20, place="Irak", **MAY_3))
    assert together([one, other]) == [["a"], ["c"]]
    (incident,) = incidents([one, two])
    assert "cheikh saadoun" in incident.articles[1].merge_reason


NEWS = (
    "Le bac Étoile du Sud a coulé mercredi près de Baqouba. Dix-sept corps ont été repêchés, dit le capitaine"
    " Yacoub Sermaki."
)
PORTRAIT = (
    "Yacoub Sermaki, le capitaine de l'Étoile du Sud\nDepuis le naufrage de l'Étoile du Sud, le capitaine Sermaki"
    " ne dort plus."
    " Il a plongé pour repêcher les passagers du bac, près de Baqouba, jusqu'aux derniers corps."
)
OTHER = "Le prix du bac augmente\nLes élèves passeront le bac en juin, dit le ministre Adel Karam."


def telling(doc_id, published, text, *records, names=()):
    """An article with its text; the names stand in its lead."""
    row = article(doc_id, published, *records, entities=[name(one) for one in names])
    return row | {"title": None, "text": text}


def follow_ups():
    crew = ("Étoile du Sud", "Yacoub Sermaki")
    return [
        telling(
            "news",
            "2023-05-04",
            f"Naufrage de l'Étoile du Sud\n{NEWS}",
            record(17, cause="shipwreck", **MAY_3),
            names=crew,
        ),
        telling("portrait", None, PORTRAIT, names=crew),
        telling("other", "2023-05-05", OTHER, names=["Adel Karam"]),
    ]


def test_an_article_without_a_figure_joins_by_name_and_headline():
    (incident,) = incidents(follow_ups())
    assert [(one.doc_id, len(one.tellings)) for one in incident.articles] == [("news", 1), ("portrait", 0)]
    assert "sermaki" in incident.articles[1].merge_reason


def test_articles_without_a_figure_alone_are_no_incident():
    assert together(follow_ups()[1:]) == []


def test_an_article_on_something_else_only_mentions():
    back = record(26, start=2_000, scope="background", telling="u", **MAY_3)
    rows = [
        article("news", "2023-05-04", record(26, **MAY_3)),
        article("later", "2023-08-04", record(3, place="Mossoul", date="2023-08-03"), back),
    ]
    first, second = incidents(rows)
    assert [[one.doc_id for one in part] for part in (first.articles, first.mentioned)] == [["news"], ["later"]]
    assert [one.doc_id for one in second.articles] == ["later"]
    assert [one.doc_id for one in first.impacts[0].history] == ["news", "later"]


@pytest.mark.parametrize(("ours", "theirs", "joined"), [("Lorena", "Lorena", 1), ("Lorena", "Nadine", 2)])
def test_another_storm_is_another_happening(ours, theirs, joined):
    rows = [
        article("a", "2023-05-03", record(17, cause="storm", **MAY_3), title=f"L'ouragan {ours} touche Baqouba"),
        article("b", "2023-05-04", record(17, cause="storm", **MAY_3), title=f"L'ouragan {theirs} a fait 17 morts"),
    ]
    assert len(together(rows)) == joined


@pytest.mark.parametrize(
    ("cause", "title", "joined"),
    [
        ("transport_accident", "La tempête Nadine a fait deux morts près de Baqouba", 2),
        ("transport_accident", "Une tempête a fait deux morts près de Baqouba", 1),
        ("earthquake", "La tempête Nadine suit le séisme de Baqouba", 1),
        ("flood", "La tempête Nadine a fait deux morts près de Baqouba", 1),
    ],
)
def test_a_named_storm_is_no_accident_that_never_names_it(cause, title, joined):
    first, second = record(2, cause=cause, **MAY_3), record(2, cause=cause, **MAY_3)
    rows = [article("a", "2023-05-03", first), article("b", "2023-05-04", second, title=title)]
    assert len(together(rows)) == joined
    called = article("a", "2023-05-03", first, entities=[name("Nadine")])
    assert len(together([called, rows[1]])) == 1


COPY = "Dix-sept personnes ont été tuées mercredi matin par une voiture piégée sur un marché aux légumes de Bakouba."


def storm(doc_id, day, text):
    told = record(8, place="Canaries", date=day, cause="storm")
    row = article(doc_id, day, told, entities=[name("Protection civile"), name("Yacoub Sermaki")])
    return row | {"title": None, "text": text}


@pytest.mark.parametrize(
    ("day", "text", "joined"),
    [
        ("2023-05-22", "La tempête Nadine frappe les Canaries\nElle suit la tempête Lorena.", 2),
        ("2023-05-05", "La tempête Lorena s'éloigne des Canaries\nLa tempête Nadine la suit.", 1),
    ],
)
def test_a_storm_named_beside_one_of_weeks_ago_is_another(day, text, joined):
    rows = [storm("a", "2023-05-03", "La tempête Lorena frappe les Canaries"), storm("b", day, text)]
    assert len(together(rows)) == joined


def copies():
    sentence = {"sentence": COPY, **MAY_3}
    return [
        article("afp", "2023-05-03", record(17, **sentence)),
        article("site", "2023-05-03", record(17, **sentence)),
        article("late", "2023-05-09", record(17, **sentence)),
        article("update", "2023-05-04", record(26, **sentence)),
    ]


def test_copies_are_one_voice():
    (incident,) = incidents(copies())
    assert [(one.doc_id, one.copy_of) for one in incident.articles] == [
        ("afp", None), ("site", "afp"), ("update", None), ("late", "afp"),
    ]  # fmt: skip
    (killed,) = incident.impacts
    assert (killed.best, killed.best_event_id) == (26, "update-0")
    assert [one.repeated for one in killed.history] == [False, True, False, True]
    assert incident.articles[1].merge_reason == "a copy of afp"


def test_copies_by_their_whole_text_where_it_is_there():
    rows = [row | {"text": f"{row['doc_id']} " * 40} for row in copies()]
    (incident,) = incidents(rows)
    assert [one.copy_of for one in incident.articles] == [None] * 4


def test_an_incident_has_place_days_cause_and_title():
    rows = [
        article("a", "2023-05-04", record(17, place="Irak", date=None), title=None),
        article("b", "2023-05-04", record(17, **MAY_3)),
        article("c", "2023-05-05", record(17, **MAY_3)),
    ]
    (incident,) = incidents(rows)
    assert (incident.place, incident.country, incident.latitude) == ("Baqouba", "IQ", 33.75)
    assert (incident.first, incident.last, incident.cause) == ("2023-05-03", "2023-05-03", "attack")
    assert incident.title == "Titre b"


@pytest.mark.parametrize(
    ("sure", "place", "day"), [(0.9, "Baqouba", "2023-05-03"), (0.3, "Khan Bani Saad", "2023-05-02")]
)
def test_place_and_day_have_the_votes_of_their_articles_by_how_sure_they_are(sure, place, day):
    """Two articles that are not sure of a place and a day are outvoted by one that is."""
    ours = {"place": "Baqouba", "date": "2023-05-03", "place_confidence": sure, "date_confidence": sure}
    theirs = {"place": "Khan Bani Saad", "date": "2023-05-02", "place_confidence": 0.95, "date_confidence": 0.95}
    rows = [
        article("a", "2023-05-03", record(41, **ours), entities=NAMES),
        article("b", "2023-05-04", record(41, **theirs), entities=NAMES),
        article("c", "2023-05-05", record(41, **ours), entities=NAMES),
    ]
    (incident,) = incidents(rows)
    assert (incident.place, incident.first) == (place, day)


def test_days_nobody_tells_are_unknown():
    (incident,) = incidents([article("a", "2023-05-04", record(17), title=None)])
    assert (incident.first, incident.last, incident.title) == (None, None, "Baqouba")


def test_households_stay_households():
    rows = [
        article(
            "a", "2023-05-04", record(7400, impact="displaced", unit="household"), record(44000, impact="displaced")
        )
    ]
    (incident,) = incidents(rows)
    assert [(one.unit, one.best) for one in incident.impacts] == [("household", 7400), ("person", 44000)]


def test_figures_come_out_as_they_went_in():
    row = article("a", "2023-05-04", record(17, modifier="at_least", max=None, who="soldats", source="l'armée"))
    ((reading,),) = (impact.history for incident in incidents([row]) for impact in incident.impacts)
    for field in ("text", "min", "max", "modifier", "who", "who_category", "source", "certainty", "scope"):
        assert getattr(reading, field) == row["events"][0][field]


def story():
    return [
        article("a", "2023-05-03", record(11, modifier="at_least", max=None, **MAY_3)),
        article("b", "2023-05-03", record(17, **MAY_3), record(40, impact="injured", **MAY_3)),
        article("c", "2023-05-04", record(26, supersedes=1), record(17)),
        article("d", "2023-05-08", record(9, **MAY_8), record(26, telling="u", scope="background", **MAY_3)),
        article("e", "2023-05-09", record(9, **MAY_8)),
    ]


def lines(rows, **options):
    return [to_line(incident) for incident in incidents(rows, **options)]


def test_any_order_gives_the_same_bytes():
    expected = lines(story())
    assert len(expected) == 2
    for order in permutations(story()):
        assert lines(order) == expected


@settings(max_examples=12, deadline=None)
@given(st.permutations(story() + copies()))
def test_any_order_of_many_gives_the_same_bytes(rows):
    assert lines(rows) == lines(story() + copies())


def test_new_articles_join_old_incidents(tmp_path):
    store = tmp_path / "incidents.duckdb"
    first = list(incidents(story()[:3], store=store))
    assert lines(story()[3:4], store=store)
    assert lines(story()[4:], store=store) == lines(story())
    assert [one.incident_id for one in first] == [one.incident_id for one in incidents([], store=store)][:1]


def test_copies_of_articles_in_the_store_are_found(tmp_path):
    store = tmp_path / "incidents.duckdb"
    list(incidents(copies()[:1], store=store))
    (incident,) = incidents(copies()[1:], store=store)
    assert [one.copy_of for one in incident.articles] == [None, "afp", None, "afp"]


def test_what_is_in_the_store_stays_as_it_is(tmp_path, caplog):
    store = tmp_path / "incidents.duckdb"
    before = lines(story(), store=store)
    assert lines(story(), store=store) == before
    assert not caplog.records
    assert lines([article("a", "2023-05-03", record(99))], store=store) == before
    assert "1 articles say something else" in caplog.text


def test_two_articles_of_one_name_are_one_whichever_comes_first(caplog):
    rows = [article("a", "2023-05-03", record(17, **MAY_3)), article("a", "2023-05-03", record(18, **MAY_3))]
    assert lines(rows) == lines(rows[::-1])
    assert "1 articles say something else" in caplog.text


def test_a_run_that_ended_early_is_taken_up(tmp_path):
    store = tmp_path / "incidents.duckdb"
    list(incidents(story()[:2], store=store))
    wrong = tmp_path / "wrong.yaml"
    wrong.mkdir()

    def breaking():
        yield from story()[2:4]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(incidents(breaking(), store=store))
    assert lines(story(), store=store) == lines(story())


def test_a_store_that_is_none_is_refused(tmp_path):
    store = tmp_path / "notes.duckdb"
    store.write_text("notes")
    with pytest.raises(NlpEventsError, match=r"notes\.duckdb: cannot be used as a store"):
        list(incidents(story(), store=store))


def test_single_events_do_without_day_and_title():
    row = article("a", None, record(17, **MAY_3))["events"][0]
    known = {"doc_id": "a", "end": 110, "trigger_start": 0, "trigger_end": 5, "place_role": None, "mentions": ()}
    fields = {key: value for key, value in row.items() if key != "telling"}
    event = Event(**fields | known | {"rule": "r", "evidence": {}})
    (incident,) = incidents([event])
    assert (incident.title, incident.impacts[0].best) == ("Baqouba, 2023-05-03", 17)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"events": []}, 'a row has no "doc_id"'),
        ({"doc_id": "a"}, 'a: has no "events"'),
        ({"doc_id": "a", "events": [{}]}, "a: is no row of records"),
        (article("a", "hier", record(17)), "a: is no row of records"),
        (article("a", None, record(17) | {"date": 3}), "a: is no row of records"),
    ],
)
def test_a_row_that_is_none_is_told(row, words):
    with pytest.raises(InputError, match=words):
        list(incidents([row]))


@pytest.mark.parametrize(
    ("published", "own", "best"),
    [
        ("2023-05-12", record(17, start=5, **MAY_3), 43),
        # Where its news counts the injured, and long after, what it tells beside is not of it.
        ("2023-05-12", record(3, impact="injured", start=5, **MAY_3), 3),
        ("2023-09-12", record(17, start=5, **MAY_3), 2),
    ],
)
def test_what_an_article_tells_beside_its_news_counts_where_that_tells_nothing(published, own, best, tmp_path):
    beside = record(43, impact="injured", telling="u", **MAY_3, start=900)
    rows = [
        article("a", "2023-05-04", record(17, **MAY_3), record(2, impact="injured", **MAY_3), entities=NAMES),
        article("b", published, own, beside, entities=NAMES, title="Titre a"),
    ]
    news, apart = incidents(rows)
    joined = tmp_path / "join.csv"
    joined.write_text(f"incident_id,into\n{apart.incident_id},{news.incident_id}\n", encoding="utf-8")
    (found,) = incidents(rows, join=joined)
    assert [one.best for one in found.impacts if one.impact == "injured"] == [best]
