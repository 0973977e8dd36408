"""One definition of a dateline."""

from __future__ import annotations

import pytest

from nlp_events.text.datelines import LONGEST, dateline_at
from nlp_events.text.folding import fold


@pytest.mark.parametrize(
    ("line", "town", "day", "is_certain"),
    [
        ("BUCAREST - Un car a versé.", "BUCAREST", None, False),
        ("Beyrouth (Liban) — Un obus est tombé.", "Beyrouth", None, False),
        ("Beyrouth (AFP) Un obus est tombé.", "Beyrouth", None, True),
        ("LIMA, 3 mai 2017 (AFP) - Un car est tombé.", "LIMA", "3 mai 2017", True),
        ("Le Caire, lundi – Un car est tombé.", "Le Caire", "lundi", True),
        ("Gao, le 18 janvier – Le marché a rouvert.", "Gao", "le 18 janvier", True),
        ("Gao (Mali), 18 janvier. Le marché a rouvert.", "Gao", "18 janvier", True),
        ("Maiduguri (13 janvier) – Deux mille familles ont fui.", "Maiduguri", "13 janvier", True),
        ("24 février 2018 . – Un séisme a frappé la côte.", None, "24 février 2018", True),
        ("24 février 2018, 10 h 00 UTC . –", None, "24 février 2018", True),
        ("24 aout 2018, Lomé . – Le port est fermé.", None, "24 aout 2018", True),
        ("Kolda, 3 mars, de notre envoyé spécial — La route est coupée.", "Kolda", "3 mars", True),
        ("DJIBOUTI, 24 févr. 2016 (agence)- Le port est fermé.", "DJIBOUTI", "24 févr. 2016", True),
    ],
)
def test_what_a_dateline_names(line: str, town: str | None, day: str | None, is_certain: bool) -> None:
    text = f"Le port est fermé\n{line}"
    found = dateline_at(fold(text), text.index("\n") + 1)
    assert found is not None
    assert [part and text[slice(*part)] for part in (found.town, found.day)] == [town, day]
    assert found.is_certain is is_certain
    assert text[found.start] == line[0]


@pytest.mark.parametrize(
    "line",
    [
        "Un obus est tombé, selon la police.",
        "Le car est tombé le 3 mai 2017 dans un ravin.",
        "Deux soldats (un blessé grave) ont été soignés.",
        "Deux soldats ont été tués à Gao, le 18 janvier. Le marché a rouvert.",
        "La réunion aura lieu le 9 mars. Les débats seront publics.",
        "",
    ],
)
def test_what_is_none(line: str) -> None:
    assert dateline_at(fold(line), 0) is None


def test_no_more_is_read_than_a_dateline_has() -> None:
    assert dateline_at("gao" + " " * LONGEST + "- le marché", 0) is None
