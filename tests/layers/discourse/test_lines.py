"""Datelines and list lines."""

from __future__ import annotations

from nlp_events.layers.discourse.lines import find_lines
from nlp_events.text.folding import fold

LIST = "Bilan de mardi\n\nDeux attaques :\n- Gao : 12 morts\n- Kidal : trois blessés\nLe marché a rouvert.\n1. Lomé"


def test_a_line_of_a_list_has_the_line_above_the_list_as_heading() -> None:
    found = [one for one in find_lines(fold(LIST)) if one["kind"] == "list_line"]
    lines = [(LIST[one["start"] : one["end"]], LIST[slice(*one["parts"]["heading"])]) for one in found]
    assert lines == [
        ("- Gao : 12 morts", "Deux attaques :"),
        ("- Kidal : trois blessés", "Deux attaques :"),
        ("1. Lomé", "Le marché a rouvert."),
    ]


def test_a_list_without_a_line_above_has_no_heading() -> None:
    assert list(find_lines("\n- gao\n- kidal")) == []


def test_a_dateline_names_its_town_and_day() -> None:
    text = "Un pont cède\nGAO, 3 mai 2019 (AFP) - Un pont a cédé."
    (found,) = find_lines(fold(text))
    assert text[found["start"] : found["end"]] == "GAO, 3 mai 2019 (AFP) - "
    assert {name: text[slice(*part)] for name, part in found["parts"].items()} == {"town": "GAO", "day": "3 mai 2019"}
    assert (found["kind"], found["rule"]) == ("dateline", "of_day")
