import pytest

from nlp_events.layers.links.happenings import group
from nlp_events.layers.links.mentions import WHERE
from nlp_events.text.days import days_of
from nlp_events.text.distance import kilometres
from nlp_events.text.evidence import told
from nlp_events.text.folding import fold

PLACES = {
    "Kaboul": ("AF", 34.53, 69.17), "Jalalabad": ("AF", 34.43, 70.45), "Derna": ("LY", 32.77, 22.64),
    "Tripoli": ("LY", 32.88, 13.19), "Libye": ("LY", 27.0, 17.0), "Maradi": ("NE", 13.5, 7.1),
    "Lokoja": ("NG", 7.8, 6.7), "Bénoué": ("NG", 7.3, 8.7),
}  # fmt: skip


class Story:
    """An article of sentences, each with one figure, as the pipes leave them."""

    def __init__(self):
        self.text = ""
        self.figures = []

    def tell(self, sentence, number, *, place=None, impact="killed", cause="attack", **changes):
        """Add a sentence with a figure; its place and cause are its own where the sentence names them."""
        start = len(self.text)
        self.text += sentence
        at = self.text.index(str(number), start)
        country, latitude, longitude = PLACES.get(place, (None, None, None))
        evidence = {"quantity": told(at, at + len(str(number)), "digits")}
        for slot, word in (("place", place), ("cause", changes.pop("cue", None)), ("date", changes.pop("day", None))):
            if word and word in sentence:
                begin = self.text.index(word, start)
                evidence[slot] = told(begin, begin + len(word), "by_hand")
        figure = {
            "key": str(at), "happening": str(at), "impact": impact, "start": at, "end": at + len(str(number)),
            "min": number, "max": number, "modifier": "exact", "unit": "person", "zone": "body",
            "sentence_start": start, "sentence_end": len(self.text), "evidence": evidence, "part_of": None,
            "supersedes": None, "mentions": [[at, at + len(str(number))]], "certainty": "asserted", "scope": "event",
            "cause": cause, "date": None, "place": place, "place_canonical": place,
            "place_precision": ("country" if place == "Libye" else "settlement") if place else None,
            **dict(zip(WHERE, (country, latitude, longitude), strict=True)),
        } | changes  # fmt: skip
        self.figures.append(figure)
        return figure["key"]

    def groups(self):
        """The numbers that are together, in the order of the text."""
        firsts = group(self.figures, fold(self.text))
        together = {}
        for figure in self.figures:
            together.setdefault(firsts[figure["key"]], []).append(figure["min"])
        return list(together.values())


@pytest.fixture
def story():
    return Story()


def test_figures_of_one_paragraph_are_of_one_happening(story):
    story.tell("Une bombe a tué 12 policiers à Kaboul. ", 12, place="Kaboul")
    story.tell("On compte 30 blessés.", 30, impact="injured")
    assert story.groups() == [[12, 30]]


def test_another_attack_elsewhere_is_another_happening(story):
    story.tell("Une bombe a tué 12 policiers à Kaboul. ", 12, place="Kaboul")
    story.tell("A Jalalabad, 3 juges ont été abattus. ", 3, place="Jalalabad")
    story.tell("Elle a fait 4 blessés.", 4, impact="injured", place="Jalalabad")
    assert story.groups() == [[12], [3, 4]]


def test_words_for_another_attack_turn_to_it_in_the_same_town(story):
    story.tell("Une bombe a tué 12 policiers à Kaboul. ", 12, place="Kaboul")
    story.tell("Un autre attentat a fait 5 morts.", 5, place="Kaboul")
    assert story.groups() == [[12], [5]]


def test_a_flood_in_two_towns_of_a_country_is_one(story):
    story.tell("Les crues ont fait 12 morts à Lokoja. ", 12, place="Lokoja", cause="flood")
    story.tell("Dans le Bénoué, 9 personnes se sont noyées.", 9, place="Bénoué", cause="storm")
    story.tell("\nA Maradi, 8 personnes sont mortes sous les pluies.", 8, place="Maradi", cause="flood")
    assert story.groups() == [[12, 9], [8]]


def test_a_town_lies_in_its_country(story):
    story.tell("La tempête a fait 2300 morts en Libye. ", 2300, place="Libye", cause="armed_conflict")
    story.tell("A Derna, 900 corps ont été retrouvés.", 900, place="Derna", cause="armed_conflict")
    assert story.groups() == [[2300, 900]]


def test_background_hangs_on_its_own(story):
    story.tell("Une bombe a tué 12 policiers à Kaboul. ", 12, place="Kaboul")
    story.tell("En 2017, un camion piégé y avait fait 150 morts. ", 150, scope="background", date="2017")
    story.tell("On compte 30 blessés.", 30, impact="injured")
    assert story.groups() == [[12, 30], [150]]


def test_two_happenings_of_the_past_are_two(story):
    story.tell("En 2017, un camion avait fait 150 morts. ", 150, scope="background", date="2017", place="Kaboul")
    story.tell("En 2019, une bombe avait fait 63 morts.", 63, scope="background", date="2019", place="Kaboul")
    assert story.groups() == [[150], [63]]


def test_a_running_total_of_the_war_is_not_the_strike(story):
    story.tell("La frappe a tué 16 civils à Tripoli. ", 16, place="Tripoli", date="2020-04-12")
    story.tell("Depuis 2019, 900 civils ont été tués.", 900, scope="cumulative", date="2019/..")
    assert story.groups() == [[16], [900]]


def test_a_count_since_the_day_it_began_is_of_the_happening(story):
    story.tell("La crue a fait 16 morts lundi à Tripoli. ", 16, place="Tripoli", date="2020-04-12", cause="flood")
    told = {"impact": "displaced", "date": "2020-04-12/..", "cause": "flood"}
    story.tell("Depuis lundi, 900 habitants ont fui.", 900, **told)
    assert story.groups() == [[16, 900]]


def test_other_days_are_other_happenings(story):
    story.tell("Une bombe a fait 12 morts lundi à Kaboul. ", 12, place="Kaboul", day="lundi", date="2020-04-06")
    story.tell("Une bombe a fait 4 morts vendredi à Kaboul.", 4, place="Kaboul", day="vendredi", date="2020-04-10")
    assert story.groups() == [[12], [4]]


def test_hostages_are_freed_later(story):
    told = {"place": "Kaboul", "impact": "abducted"}
    story.tell("Des hommes ont enlevé 40 élèves lundi à Kaboul. ", 40, day="lundi", date="2020-04-06", **told)
    told = {"place": "Kaboul", "impact": "rescued"}
    story.tell("On a libéré 28 élèves vendredi à Kaboul.", 28, day="vendredi", date="2020-04-10", **told)
    assert story.groups() == [[40, 28]]


def test_items_of_a_list_are_apart(story):
    story.tell("GHANA - La collision a fait 55 morts.\n", 55, cause="transport_accident")
    story.tell("CHINE - L'incendie d'un car a fait 26 morts.\n", 26, cause="transport_accident")
    assert story.groups() == [[55], [26]]


def test_parts_and_earlier_tolls_go_with_theirs(story):
    whole = story.tell("Une bombe a tué 12 policiers à Kaboul. ", 12, place="Kaboul")
    story.tell("A Jalalabad, 3 juges ont été abattus. ", 3, place="Jalalabad")
    story.tell("Parmi les morts de Kaboul, 5 femmes. ", 5, part_of=whole, place="Jalalabad")
    old = story.tell("Le premier bilan était de 9 morts.", 9, place="Jalalabad")
    story.figures[0]["supersedes"] = old
    assert story.groups() == [[12, 5, 9], [3]]


def test_links_in_a_ring_end(story):
    first = story.tell("Une bombe a tué 12 policiers. ", 12)
    second = story.tell("Elle a tué 9 hommes.", 9, part_of=first)
    story.figures[0]["part_of"] = second
    assert story.groups() == [[12, 9]]


def test_a_sum_of_two_attacks_is_neither(story):
    story.tell("Deux attentats font 23 morts\n", 23, place="Kaboul", zone="title")
    story.tell("Une bombe a fait 17 morts à Kaboul. ", 17, place="Kaboul")
    story.tell("Un autre attentat a fait 6 morts à Jalalabad.", 6, place="Jalalabad")
    assert sorted(story.groups()) == [[6], [17], [23]]


def test_a_sum_over_a_flooded_land_joins_its_parts(story):
    story.tell("Les inondations font 20 morts\n", 20, place="Lokoja", cause="flood", zone="title")
    story.tell("Au Nigeria, les crues ont fait 12 morts à Lokoja. ", 12, place="Lokoja", cause="flood")
    story.tell("Par ailleurs, la crue a fait 8 morts à Maradi.", 8, place="Maradi", cause="flood")
    assert story.groups() == [[20, 12, 8]]


def test_a_long_text_takes_time_in_proportion(story):
    for number in range(2, 1500):
        story.tell(f"Une bombe a tué {number} hommes à Kaboul.\n", number, place="Kaboul")
    assert len(story.groups()) == 1


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2016-11-01", "2016-11-01", "2016-11-01"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2014", "2014-01-01", "2014-12-31"),
        ("2016-10-17/..", "2016-10-17", None),
        ("../2016", None, "2016-12-31"),
        ("2016-10/2016-11", "2016-10-01", "2016-11-30"),
        ("XXXX-11-01", None, None),
        ("2016-13", None, None),
        ("0000", None, None),
        (None, None, None),
    ],
)
def test_days(value, first, last):
    assert tuple(day and day.isoformat() for day in days_of(value)) == (first, last)


def test_kilometres():
    assert kilometres((48.8566, 2.3522), (50.8503, 4.3517)) == pytest.approx(264, abs=1)
    assert kilometres((0.0, 0.0), (0.0, 180.0)) == pytest.approx(20015, abs=1)
    assert kilometres((None, 2.0), (50.0, 4.0)) is None
