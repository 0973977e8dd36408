"""What an item of a list of news says of its own happening."""

import pytest

from nlp_events.merging.list_items import ListItems, looks_back, paragraph_of, paragraphs_without
from tests.merging.made import record

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
