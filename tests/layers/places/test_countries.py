"""The country of a place that no source knows, and whose country it is not."""

from __future__ import annotations

import pytest
from spacy.language import Language

import nlp_events


def country(text: str, nlp: Language) -> tuple[str | None, str | None, str | None]:
    """The place of the only record, its country and the rule of that."""
    (event,) = nlp_events.extract(text, nlp)
    evidence = (event.evidence or {}).get("country")
    return event.place, event.country, evidence["rule"] if evidence else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Douze civils ont été tués à Zougala, au Mali.", ("ML", "of_apposition")),
        ("Douze civils ont été tués à Zougala, dans le Nord-Kivu.", ("CD", "of_apposition")),
        ("Mali : douze morts à Zougala\n\nDouze civils ont été tués lundi à Zougala.", ("ML", "of_headline")),
        (
            "OUAGADOUGOU, 5 mars (AFP) - Douze civils ont été tués à Zougala, a annoncé un élu.",
            ("BF", "of_dateline"),
        ),
        (
            "Une patrouille est tombée lundi dans une embuscade.\n\nDouze civils ont été tués à Zougala. "
            "Le village se trouve dans la région de Ménaka, où d'autres attaques ont eu lieu.",
            ("ML", "of_places"),
        ),
        (
            "Selon le ministère nigérian de la Défense, douze villageois ont été tués à Zougala.",
            ("NG", "of_adjective"),
        ),
        ("Deux touristes français ont été tués lundi à Zougala.", (None, None)),
        ("Israël a bombardé Zougala, faisant douze morts.", (None, None)),
        ("L'armée israélienne a tué douze personnes à Zougala.", (None, None)),
        ("Douze civils ont été tués à Zougala, près de la frontière soudanaise.", (None, None)),
    ],
)
def test_an_unknown_place_lies_where_the_article_says(
    text: str, expected: tuple[str | None, str | None], nlp: Language
) -> None:
    assert country(text, nlp) == ("Zougala", *expected)


@pytest.mark.parametrize(
    ("text", "place", "land"),
    [
        ("Deux touristes français ont été tués lundi à Kouré.", "Kouré", "NE"),
        ("Londres a condamné l'attaque qui a tué 12 personnes à Goma.", "Goma", "CD"),
        ("Douze morts ont été comptés le jour de la Tabaski à Gao.", "Gao", "ML"),
        ("L'opération Barkhane a tué douze jihadistes près de Ménaka.", "Ménaka", "ML"),
        ("Quatre marins ont été blessés en Méditerranée, selon les autorités italiennes.", "Méditerranée", None),
        ("Une pirogue a chaviré sur le fleuve Niger, faisant 60 morts.", "fleuve Niger", None),
        ("Un ferry a coulé en mer de Dongo, faisant 60 morts.", "mer de Dongo", None),
    ],
)
def test_a_known_place_keeps_its_country(text: str, place: str, land: str | None, nlp: Language) -> None:
    assert country(text, nlp)[:2] == (place, land)
