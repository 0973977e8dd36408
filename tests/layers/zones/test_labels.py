import re

import pytest

from nlp_events.layers.zones import labels
from nlp_events.layers.zones.labels import Rules
from nlp_events.layers.zones.lines import Line, read_lines
from nlp_events.layers.zones.model import LineRule, load_zones

SHORT = LineRule(id="short", pattern="^menu", most=8, examples=("Menu",))
LONG = LineRule(id="long", pattern="menu", examples=("Le menu du jour",))
NO_BULLET = re.compile("(?!)")


def line(text: str) -> Line:
    return read_lines(text, NO_BULLET)[0]


def test_the_first_rule_that_takes_a_line_wins_each_time_it_is_asked_for(monkeypatch) -> None:
    monkeypatch.setattr(labels, "_LINES", 2)
    rules = Rules([SHORT, LONG])
    expected = {"Menu": SHORT, "Menu du jour": LONG, "Un article": None, "MENU": SHORT}
    for text in [*expected, *reversed(expected), *expected]:
        assert rules.first(line(text)) == expected[text], text


def test_a_line_as_long_as_a_rule_allows_is_taken() -> None:
    rule = LineRule(id="short", pattern="^menu", most=8, examples=("Menu",))
    assert Rules([rule]).first(line("Menu 123")) is rule
    assert Rules([rule]).first(line("Menu 1234")) is None


def test_rules_are_asked_once_a_line_as_long_as_it_is_remembered(monkeypatch) -> None:
    monkeypatch.setattr(labels, "_LINES", 2)
    asked = []
    rules = Rules([])
    monkeypatch.setattr(rules, "_searched", lambda one: asked.append(one.text))
    for text in ("a", "b", "a", "b", "c", "c", "a"):
        rules.first(line(text))
    assert asked == ["a", "b", "c", "a"]


ALL = labels.Labels(load_zones())


@pytest.mark.parametrize(
    ("text", "exact", "inline", "opens"),
    [
        ("Lire aussi", True, False, False),
        ("» Lire aussi : ", True, False, False),
        ("LIRE AUSSI…", True, False, False),
        ("Lire aussi : crue au Tchad", False, True, True),
        ("[VIDÉO] La crue au Tchad", False, True, False),
        ("EN IMAGES. La crue au Tchad", False, True, False),
        ("En images. La crue au Tchad", False, False, False),
        ("Lire aussi la crue au Tchad", False, False, True),
        ("Crue au Tchad", False, False, False),
    ],
)
def test_a_label_is_a_line_or_begins_it(text: str, exact: bool, inline: bool, opens: bool) -> None:
    one = line(text)
    assert (ALL.exact(one) is not None, ALL.inline(one), ALL.opens(one)) == (exact, inline, opens)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Il pleut (lire aussi : crue au Tchad) à Gao.", ["(lire aussi : crue au Tchad)"]),
        ("Il pleut [Lire aussi crue au Tchad] à Gao.", ["[Lire aussi crue au Tchad]"]),
        ("Il pleut. Lire aussi : crue au Tchad", ["Lire aussi : crue au Tchad"]),
        (
            "Il pleut. Lire aussi : crue au Tchad 12 morts à Lomé On rit. Il neige.",
            ["Lire aussi : crue au Tchad 12 morts à Lomé On rit."],
        ),
        ("Il pleut, lire aussi : crue au Tchad", []),
        ("Il pleut (lire la crue).", []),
    ],
)
def test_a_teaser_inside_a_line(text: str, found: list[str]) -> None:
    page = f"Titre\n{text}"
    one = read_lines(page, NO_BULLET)[1]
    assert [page[start:end] for start, end in ALL.within(one)] == found
