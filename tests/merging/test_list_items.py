"""What an item of a list of news says of its own happening."""

import pytest

from nlp_events.merging.list_items import ListItems, paragraph_of
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
