"""First-level regions by point and by name."""

import pytest

from nlp_events.errors import ResourceError
from nlp_events.gazetteer import Gazetteer, regions
from nlp_events.gazetteer.regions import SHIPPED_REGIONS, region_at, region_named


@pytest.mark.parametrize(
    ("town", "country", "region"),
    [
        ("Gao", "ML", "Gao"), ("Ménaka", "ML", "Ménaka"), ("Goma", "CD", "Nord Kivu"), ("Djibo", "BF", "Sahel"),
        ("Bakouba", "IQ", "Diyālá"), ("Jérémie", "HT", "Grand'Anse"), ("Marseille", "FR", "Provence-Alpes-Côte d'Azur"),
        ("Mossoul", "IQ", "Nineveh"),
    ],
)  # fmt: skip
def test_region_of_a_town(town, country, region):
    place = Gazetteer().lookup(town, context_countries=[country])
    assert place.precision == "settlement"
    assert region_at(country, place.latitude, place.longitude) == region


@pytest.mark.parametrize(("country", "point"), [("ML", (21.0, -2.0)), ("ML", (48.85, 2.35)), ("XX", (1.0, 1.0))])
def test_far_from_any_settlement_there_is_none(country, point):
    assert region_at(country, *point) is None


@pytest.mark.parametrize(
    ("country", "name", "region"),
    [
        ("CD", "Nord-Kivu", "Nord Kivu"),
        ("ML", "segou", "Ségou"),
        ("NG", "Borno", "Borno State"),
        ("CD", "Kivu", None),
        ("ML", "Nord-Kivu", None),
        ("TD", "Ennedi", None),
        ("NG", "", None),
    ],
)
def test_region_of_a_name(country, name, region):
    assert region_named(country, name) == region


@pytest.mark.parametrize(
    "content", [b"", b"credit\n", b"credit\n{}\n", b'credit\n{"format": 0}\nx', b'c\n{"format": 1, "regions": []}\nx']
)
def test_a_broken_file_is_told(tmp_path, monkeypatch, content):
    path = tmp_path / "regions.bin"
    path.write_bytes(content)
    monkeypatch.setattr(regions, "SHIPPED_REGIONS", path)
    regions._regions.cache_clear()
    with pytest.raises(ResourceError, match=r"regions\.bin.*Install the package again"):
        regions._regions()


def test_the_file_is_small_and_names_its_source():
    assert SHIPPED_REGIONS.stat().st_size < 300_000
    assert SHIPPED_REGIONS.read_bytes().startswith(b"Regions of GeoNames (https://www.geonames.org), CC BY 4.0")
