import re

from nlp_events.layers.zones import labels
from nlp_events.layers.zones.labels import Rules
from nlp_events.layers.zones.lines import Line, read_lines
from nlp_events.layers.zones.model import LineRule

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
