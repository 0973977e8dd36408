"""What an item of a list of news says of its own happening."""

import pytest

from nlp_events.merging import incidents
from nlp_events.merging.list_items import (
    ListItems,
    is_labelled,
    looks_back,
    own_records,
    paragraph_of,
    paragraphs_without,
)
from tests.merging.made import article, record

TEXT = (
    "Le tour du continent\n\n"
    "NIGER. Un car est tombé dans un ravin près de Maradi : neuf morts.\n\n"
    "MALI. Des combats ont fait douze morts mardi à Gao.\n"
)
CAR, FIGHT = TEXT.index("neuf"), TEXT.index("douze")


def place(name, country, precision):
    return {"label": "LOC", "start": TEXT.index(name), "country": country, "place_precision": precision}


ROW = {
    "text": TEXT,
    "dates": [{"start": TEXT.index("mardi"), "first": "2023-05-02", "last": "2023-05-02"}],
    "entities": [place("NIGER", "NE", "country"), place("MALI", "ML", "country"), place("Gao", "ML", "settlement")],
}


def told(at, **changes):
    evidence = {slot: {"span": span} for slot, span in changes.pop("spans", {}).items()}
    return record(9, start=at, evidence=evidence, **changes)


@pytest.mark.parametrize(
    ("event", "slot", "value"),
    [
        # What another item lends is not known; what the own paragraph says, or no words say, stays.
        (told(CAR, cause="armed_conflict", spans={"cause": (FIGHT - 20, FIGHT)}), "cause", None),
        (told(FIGHT, cause="armed_conflict", spans={"cause": (FIGHT - 20, FIGHT)}), "cause", "armed_conflict"),
        (told(CAR, cause="armed_conflict", spans={"cause": None}), "cause", "armed_conflict"),
        (told(CAR, date="2023-05-02"), "date", None),
        (told(FIGHT, date="2023-05-02"), "date", "2023-05-02"),
        (told(FIGHT, date="2023-05"), "date", "2023-05"),
        (told(CAR, place="Bagdad", spans={"place": (FIGHT, FIGHT + 3)}), "place", None),
        (told(CAR, place="Bagdad", spans={"place": (FIGHT, FIGHT + 3)}), "country", "NE"),
        # The land that the paragraph names goes before that of a town of the same name elsewhere.
        (told(CAR, place="Tripoli", spans={"place": (CAR, CAR + 3)}), "country", "NE"),
        (told(CAR, place="Tripoli", spans={"place": (CAR, CAR + 3)}), "latitude", None),
        (told(CAR, place="Maradi", spans={"place": (CAR, CAR + 3)}), "latitude", 13.5),
    ],
)
def test_an_item_has_what_its_paragraph_says(event, slot, value):
    assert ListItems(ROW).own(event)[slot] == value


def test_without_text_and_where_nothing_is_lent_a_record_is_as_it_was():
    event = told(FIGHT, date="2023-05-02", place=None)
    assert ListItems(ROW | {"text": None}).own(told(CAR, date="2023-05-02"))["date"] == "2023-05-02"
    assert ListItems(ROW).own(event) is event


def test_the_last_paragraph_ends_with_the_text():
    assert paragraph_of("un\ndeux", 4) == (3, 7)
    assert paragraph_of("un\ndeux", 1) == (0, 2)


def test_paragraphs_that_hold_no_record_and_are_long_enough_to_tell_some():
    headline, long = "Le tour de la semaine " * 5, "Le pont de Baqouba a été rouvert aux piétons. " * 2
    text = f"{headline}\n\n{long}\nUn mot.\n{long}"
    first, second = text.index(long), text.rindex(long)
    assert list(paragraphs_without(text, [[{"start": 3}]])) == [(first, first + len(long)), (second, len(text))]
    assert list(paragraphs_without(text, [[{"start": first + 5}], [{"start": 3}]])) == [(second, len(text))]


def dated(text, first, last=None, grain="day", start=0):
    return {"text": text, "start": start, "first": first, "last": last or first, "grain": grain}


MARCH, JULY = dated("le 4 mars", "2023-03-04"), dated("le 9 juillet", "2024-07-09")
FRIDAY = dated("vendredi", "2023-12-15")


@pytest.mark.parametrize(
    ("dates", "back"),
    [
        ([dated("l'année 2023", "2023-01-01", "2023-12-31", "year")], True),
        ([dated("l'année 2024", "2024-01-01", "2024-12-31", "year")], False),
        ([dated("depuis 2021", "2021-01-01", "2021-12-31", "year")], False),
        ([dated("depuis mars", "2023-03-01") | {"last": None}], False),
        ([MARCH, JULY, FRIDAY], True),
        ([MARCH, FRIDAY], False),
        ([dated("en novembre", "2023-11-01", "2023-11-30", "month")], False),
        ([], False),
    ],
)
def test_a_list_of_a_year_names_it_or_days_of_other_seasons(dates, back):
    assert looks_back({"published": "2023-12-18", "dates": dates}) == back
    assert not looks_back({"published": None, "dates": dates})


@pytest.mark.parametrize(
    ("text", "day", "kept"),
    [
        # «Le 4 mars … Du 6 au 7 …»: of that month, whatever the day of publication makes of it.
        ("Du 6 au 7", "2023-12-06", False),
        ("ce jour", "2023-12-18", False),
        ("le 6 mai", "2023-05-06", True),
    ],
)
def test_in_a_list_of_a_year_a_day_without_its_month_is_none(text, day, kept):
    row = ROW | {"published": "2023-12-18", "dates": [MARCH, JULY, dated(text, day, start=FIGHT)]}
    assert ListItems(row).own(told(FIGHT, date=day))["date"] == (day if kept else None)
    week = row | {"dates": [FRIDAY, dated(text, day, start=FIGHT)]}
    assert ListItems(week).own(told(FIGHT, date=day))["date"] == day


YEAR = (
    "Une année de peines\n\n"
    "Mars. Un car de pèlerins verse dans un oued près de Maradi, sur une piste refaite à neuf : neuf morts, le 4.\n\n"
    "9 mai, Gao. Une grenade roule sous un étal du marché : douze morts, et personne ne revendique l'attentat.\n\n"
    "Il y aura encore six morts à l'hôpital, après des semaines de soins, et une quête pour les familles.\n\n"
    "Juillet, Zinder. La pluie emporte un pont de bois et ceux qui le passaient : sept morts, à la nuit tombée.\n"
)
PILGRIMS, MARKET, LATER, BRIDGE = (YEAR.index(f"{number} morts") for number in ("neuf", "douze", "six", "sept"))


def seen(text, first, last=None, grain="day"):
    return {"text": text, "start": YEAR.index(text), "first": first, "last": last or first, "grain": grain}


def at(name, country, precision):
    town = {"label": "LOC", "start": YEAR.index(name), "canonical": name, "country": country, "zone": "body"}
    return town | {"place_precision": precision, "kind": None}


LABELLED = {
    "text": YEAR,
    "published": "2023-12-28",
    "dates": [
        seen("Mars", "2024-03-01", "2024-03-31", "month"),
        seen("9 mai", "2024-05-09"),
        seen("Juillet", "2023-07-01", "2023-07-31", "month"),
    ],
    "entities": [at("Maradi", "NE", "settlement"), at("Gao", "ML", "settlement"), at("Zinder", "NE", "settlement")],
}


def test_a_list_is_told_by_labels_of_places_or_of_seasons():
    assert is_labelled(LABELLED)
    assert not is_labelled(LABELLED | {"dates": LABELLED["dates"][:2]})
    assert not is_labelled(LABELLED | {"text": None})
    # A diary of some days tells of one happening.
    diary = [
        one | {"first": f"2023-05-0{day}", "last": f"2023-05-0{day}"} for day, one in enumerate(LABELLED["dates"], 1)
    ]
    assert not is_labelled(LABELLED | {"dates": diary})


def test_places_of_their_own_lead_the_paragraphs_of_a_list():
    long = "Des pluies ont fait neuf morts dans la nuit, et des ponts de bois ont été emportés par les eaux."
    text = f"En bref\n\nNIGER. {long}\n\nMALI. {long}\n\nTCHAD. {long}\n"
    names = (("NIGER", "NE"), ("MALI", "ML"), ("TCHAD", "TD"))
    lands = [{"label": "LOC", "country": country, "start": text.index(name)} for name, country in names]
    assert is_labelled({"text": text, "entities": lands})
    assert not is_labelled({"text": text, "entities": lands[:2]})
    # The towns of one land may be those of one disaster.
    assert not is_labelled({"text": text, "entities": [one | {"country": "NE"} for one in lands]})
    inside = [one | {"start": one["start"] + 20} for one in lands]
    assert not is_labelled({"text": text, "entities": inside})


@pytest.mark.parametrize(
    ("start", "day", "kept"),
    [
        # What has not been yet was in the year that the list looks back on.
        (MARKET, "2024-05-09", "2023-05-09"),
        (PILGRIMS, "2023-12-04", "2023-03-01/2023-03-31"),
        (LATER, None, "2023-05-09"),
        (BRIDGE, "2023-07-14", "2023-07-14"),
    ],
)
def test_an_item_has_the_day_of_its_label(start, day, kept):
    assert ListItems(LABELLED).own(record(9, start=start, date=day))["date"] == kept


def test_where_a_place_is_lent_the_places_of_the_item_tell_the_land():
    lent = record(9, start=MARKET, place="Bagdad", evidence={"place": {"span": (PILGRIMS, PILGRIMS + 4)}})
    assert ListItems(LABELLED).own(lent)["country"] == "ML"


def test_records_of_two_items_are_no_happening():
    bus, bomb, later = (record(9, start=start) for start in (PILGRIMS, MARKET, LATER))
    assert [len(part) for part in own_records(LABELLED, [[bus, bomb, later]])] == [1, 2]
    unlabelled = LABELLED | {"dates": []}
    assert [len(part) for part in own_records(unlabelled, [[bus, bomb, later]])] == [3]


def test_in_a_list_of_a_year_two_days_of_an_item_are_two_happenings():
    more = {**LABELLED, "dates": [*LABELLED["dates"], seen("semaines", "2023-06-02")]}
    bomb, wounded, later = (
        record(12, start=MARKET, date="2023-05-09"),
        record(4, start=MARKET, date="2023-05-09", impact="injured"),
        record(6, start=LATER, date="2023-06-02"),
    )
    assert [len(part) for part in own_records(more, [[bomb, wounded, later]])] == [2, 1]
    week = more | {"published": "2023-06-04", "dates": more["dates"][1:]}
    towns = [*week["entities"], at("Mars", "NE", "region"), at("Juillet", "NE", "region"), at("9 mai", "ML", "region")]
    assert [len(part) for part in own_records(week | {"entities": towns}, [[bomb, wounded, later]])] == [3]


def test_items_that_are_taken_apart_are_of_incidents_of_their_own():
    numbers = ((9, PILGRIMS), (12, MARKET), (7, BRIDGE))
    records = (record(number, start=start, place=None) for number, start in numbers)
    row = article("a", None, *records) | LABELLED
    found = list(incidents([row]))
    assert [[one.best for one in incident.impacts] for incident in found] == [[9], [12], [7]]
    assert {incident.articles[0].tellings for incident in found} == {("a-t",)}
