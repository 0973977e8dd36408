from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp_events.gazetteer import Gazetteer
from nlp_events.gazetteer.geonames import settlements
from nlp_events.resources.entities import load_places, name_key


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer()


@pytest.mark.parametrize(
    ("name", "country", "precision"),
    [
        ("Mossoul", "IQ", "settlement"),
        ("MOSSOUL", "IQ", "settlement"),
        ("Hodeïda", "YE", "settlement"),
        ("Alep", "SY", "settlement"),
        ("Le Caire", "EG", "settlement"),
        ("Londres", "GB", "settlement"),
        ("N’Djamena", "TD", "settlement"),
        ("Tananarive", "MG", "settlement"),
        ("Irak", "IQ", "country"),
        ("États-Unis", "US", "country"),
        ("ETATS-UNIS", "US", "country"),
        ("RDC", "CD", "country"),
        ("Centrafrique", "CF", "country"),
        ("Birmanie", "MM", "country"),
        ("Royaume-Uni", "GB", "country"),
        ("Côte d’Ivoire", "CI", "country"),
        ("Ghouta orientale", "SY", "region"),
        ("Nord-Kivu", "CD", "region"),
        ("Rakhine", "MM", "region"),
        ("Haute-Savoie", "FR", "region"),
        ("Sahel", None, "area"),
        ("mer Noire", None, "area"),
    ],
)
def test_finds_french_names(gazetteer: Gazetteer, name: str, country: str | None, precision: str) -> None:
    place = gazetteer.lookup(name)
    assert place is not None
    assert (place.country, place.precision) == (country, precision)
    assert (place.latitude is None) == (precision == "area")


@pytest.mark.parametrize(
    ("name", "context", "country"),
    [
        ("Tripoli", (), "LY"),
        ("Tripoli", ("LB", "SY"), "LB"),
        ("Valence", (), "FR"),
        ("Valence", ("ES",), "ES"),
        ("Congo", ("CG",), "CG"),
        ("Saint-Louis", ("SN",), "SN"),
        ("Hyderabad", ("PK",), "PK"),
        ("Sahel", ("ML",), None),
        ("Sahel", ("BF",), "BF"),
        ("Nord", ("HT",), "HT"),
        ("Guillestre", ("FR", "IT"), "FR"),
        ("Hambourg", ("FR", "IT"), "DE"),
    ],
)
def test_context_settles_namesakes(gazetteer: Gazetteer, name: str, context: tuple[str, ...], country: str) -> None:
    place = gazetteer.lookup(name, context_countries=context)
    assert place is not None
    assert place.country == country


@pytest.mark.parametrize(
    ("description", "country"),
    [
        ("nord de la Syrie", "SY"),
        ("vieille ville de Mossoul", "IQ"),
        ("environs de Kidal", "ML"),
        ("au large de la Crète", "GR"),
        ("centre de l’Italie", "IT"),
        ("Mossoul-Ouest", "IQ"),
        ("Alep Est", "SY"),
        ("18e arrondissement de Paris", "FR"),
        ("nord de la zone", None),
        ("Maison de Mossoul", None),
    ],
)
def test_reduces_descriptions(gazetteer: Gazetteer, description: str, country: str | None) -> None:
    place = gazetteer.lookup(description)
    assert (place.country if place else None) == country


def test_names_a_town_in_french_whatever_the_spelling(gazetteer: Gazetteer) -> None:
    names = {place.name for spelling in ("Mosul", "Mossoul") if (place := gazetteer.lookup(spelling))}
    assert names == {"Mossoul"}


def test_a_small_town_is_not_sought_abroad(gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup("Guillestre", context_countries=["ML"]) is None


def test_reads_small_settlements_when_needed(gazetteer: Gazetteer) -> None:
    place = gazetteer.lookup("Guillestre")
    assert place is not None
    assert place.country == "FR"
    assert place.population < 15_000


@pytest.mark.parametrize("name", ["", " ", "Zyxwvut", "l'", "!!"])
def test_does_not_know(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.lookup(name) is None


@pytest.mark.parametrize(
    ("adjective", "country"),
    [
        ("irakienne", "IQ"), ("Irakiens", "IQ"), ("burkinabè", "BF"), ("sud-soudanais", "SS"), ("turques", "TR"),
        ("nigérian", "NG"), ("nigérien", "NE"), ("congolaises", "CD"), ("grecques", "GR"), ("bleu", None),
    ],
)  # fmt: skip
def test_demonyms(gazetteer: Gazetteer, adjective: str, country: str | None) -> None:
    assert gazetteer.country_of_demonym(adjective) == country


def test_every_listed_name_is_found_with_its_country(gazetteer: Gazetteer) -> None:
    wrong = [
        (name, row.country)
        for row in load_places()
        for name in (row.canonical, *row.aliases)
        if all(place.country != row.country for place in gazetteer.candidates(name))
    ]
    assert wrong == []


def test_looks_up_a_hundred_thousand_names_a_second(gazetteer: Gazetteer) -> None:
    names = ["Mossoul", "Irak", "Nord-Kivu", "Tripoli", "Bagdad"] * 2_000
    gazetteer.lookup("Bagdad")
    began = time.perf_counter()
    for name in names:
        gazetteer.lookup(name)
    # A quarter of the aim, for a busy machine.
    assert len(names) / (time.perf_counter() - began) > 25_000


def test_reads_alternate_names_without_parsing_the_file() -> None:
    row = next(row for row in settlements(15_000) if row.name == "Mosul")
    assert row.country == "IQ"
    assert "Mossoul" in row.alternates


@given(st.text(max_size=30))
@settings(max_examples=100, deadline=None)
def test_any_name_is_safe(name: str) -> None:
    assert Gazetteer_SHARED.lookup(name) == Gazetteer_SHARED.lookup(name)
    assert name_key(name_key(name)) == name_key(name)


Gazetteer_SHARED = Gazetteer()
