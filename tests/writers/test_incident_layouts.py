"""Incidents in the columns of other projects: a row a happening, with its best toll."""

import csv
from dataclasses import replace

import pytest

from nlp_events.writers.layouts import LAYOUTS, write_layout
from tests.test_incident_files import ARMY, ARTICLE, IMPACT, INCIDENT, READING, SHABAB


def impact(kind, best, *readings, **slots):
    """An impact whose best reading is the first of some, each with slots of its own."""
    history = tuple(
        replace(READING, **{"event_id": f"{kind}{number}", "text": f"{best} personnes", "min": best, "max": best} | one)
        for number, one in enumerate(readings or ({},))
    )
    chosen = {"low": best, "high": best, "best": best, "best_event_id": f"{kind}0", "history": history}
    return replace(IMPACT, impact=kind, **chosen | slots)


def incident(*impacts, **slots):
    """An incident of two articles, in Goma."""
    known = {"place": "Goma", "country": "CD", "latitude": -1.67, "longitude": 29.22}
    articles = (ARTICLE, replace(ARTICLE, doc_id="b", published="2023-05-05", title="Bilan revu"))
    return replace(INCIDENT, impacts=impacts or (IMPACT,), articles=articles, **known | slots)


def table(layout, incidents, folder):
    """The rows of a layout and what was left out."""
    known = LAYOUTS[layout]
    written = write_layout(known, known.of_incidents(incidents), folder / "out.csv")
    with (folder / "out.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream)), written


@pytest.fixture
def only(tmp_path):
    """The one row of an incident in a layout, its empty cells left out."""

    def row(layout, one):
        rows, _ = table(layout, [one], tmp_path)
        return {name: value for name, value in rows[-1].items() if value}

    return row


@pytest.mark.parametrize("layout", sorted(LAYOUTS))
def test_a_happening_told_by_two_articles_is_one_row(tmp_path, layout):
    cause = "flood" if layout == "emdat" else "attack"
    told = incident(IMPACT, impact("displaced", 500), cause=cause)
    rows, written = table(layout, [told], tmp_path)
    assert len(rows) - len(LAYOUTS[layout].under) == written.rows == 1
    assert not written.left_out


class TestAcled:
    def test_its_best_toll_with_rule_source_and_day(self, only):
        row = only("acled", incident(replace(IMPACT, best_rule="not_fallen", low=12, high=26)))
        assert (row["event_id_cnty"], row["event_date"], row["fatalities"]) == ("i1", "2023-05-03", "17")
        assert (row["country"], row["location"], row["geo_precision"]) == (
            "Democratic Republic of the Congo",
            "Goma",
            "1",
        )
        assert (row["latitude"], row["source"]) == ("-1.67", "la police")
        assert row["notes"] == ("Attentat à Bakouba | killed: 17 (not_fallen: «17 morts», la police, 2023-05-03)")

    def test_tens_are_ten(self, only):
        assert only("acled", incident(impact("killed", 20, {"modifier": "vague"})))["fatalities"] == "10"

    def test_nobody_told_dead_is_zero(self, only):
        assert only("acled", incident(impact("injured", 4)))["fatalities"] == "0"

    @pytest.mark.parametrize("slots", [{"cause": "flood"}, {"scope": "cumulative"}])
    def test_what_is_no_happening_of_violence_is_no_row(self, tmp_path, slots):
        rows, written = table("acled", [incident(**slots)], tmp_path)
        assert (rows, written.left_out) == ([], {})

    @pytest.mark.parametrize(
        ("slots", "missing"),
        [
            ({"first": None, "last": None}, "event_date"),
            ({"last": "2023-12-31"}, "event_date"),
            ({"country": None}, "country"),
        ],
    )
    def test_what_it_needs_is_left_out_and_counted(self, tmp_path, slots, missing):
        rows, written = table("acled", [incident(**slots), incident()], tmp_path)
        assert (len(rows), dict(written.left_out)) == (1, {missing: 1})


class TestUcdp:
    def test_bounds_civilians_and_sources(self, only):
        parts = (
            {"source": "l'armée"},
            {"part": True, "who_category": "child", "min": 5, "max": 5},
            {"part": True, "who_category": "woman", "min": 9, "max": 9, "doc_id": "b"},
            {"source": "un témoin", "doc_id": "b"},
        )
        row = only("ucdp", incident(impact("killed", 17, *parts, low=12, high=26)))
        assert (row["best"], row["low"], row["high"]) == ("17", "12", "26")
        assert (row["deaths_civilians"], row["deaths_unknown"]) == ("5", "12")
        assert (row["number_of_sources"], row["source_original"]) == ("3", "l'armée; la police; un témoin")
        assert (row["source_article"], row["source_date"]) == ("a; b", "2023-05-03")
        assert (row["where_prec"], row["geom_wkt"], row["date_prec"]) == ("1", "POINT (29.22 -1.67)", "1")

    def test_all_civilians(self, only):
        assert only("ucdp", incident(impact("killed", 17, {"who_category": "civilian"})))["deaths_civilians"] == "17"

    @pytest.mark.parametrize("killed", [0, None])
    def test_without_a_death_it_is_left_out_and_counted(self, tmp_path, killed):
        rows, written = table("ucdp", [incident(impact("killed", killed), impact("injured", 3))], tmp_path)
        assert (rows, dict(written.left_out)) == ([], {"best": 1})


GANG = replace(SHABAB, name="des bandits", actor_id=None, actor_type="gang", actor_status="told", conflict=False)
CIVILIANS = impact("killed", 17, {}, {"who": "civils", "who_category": "civilian"})


class TestActors:
    def test_acled_has_who_claims_it_and_who_was_hit(self, only):
        row = only("acled", incident(CIVILIANS, actors=(SHABAB, GANG, ARMY)))
        assert (row["actor1"], row["inter1"], row["actor2"], row["inter2"]) == ("Al-Chabab", "2", "civils", "7")
        assert (row["interaction"], row["civilian_targeting"]) == ("27", "Civilian targeting")
        assert row["assoc_actor_1"] == "des bandits", "whom others contradict is no ally"
        assert row["notes"].endswith(
            "actors: Al-Chabab (claimed, in conflict); des bandits (told); Armée (Somalie) (claimed, in conflict)"
        )

    def test_ucdp_has_sides_and_type(self, only):
        soldiers = impact("killed", 17, {"who": "soldats", "who_category": "security_force"})
        row = only("ucdp", incident(soldiers, actors=(SHABAB,)))
        assert (row["type_of_violence"], row["side_a"], row["side_b"]) == ("1", "soldats", "Al-Chabab")
        row = only("ucdp", incident(CIVILIANS, actors=(SHABAB,)))
        assert (row["type_of_violence"], row["side_a"], row["side_b"]) == ("3", "Al-Chabab", "civils")

    @pytest.mark.parametrize("changes", [{"actor_status": "denied"}, {"impacts": ("detained",)}])
    def test_who_denies_it_or_made_arrests_is_no_side(self, only, changes):
        one = incident(CIVILIANS, actors=(replace(SHABAB, **changes),))
        assert not {"actor1", "actor2", "inter1"} & set(only("acled", one))
        assert not {"side_a", "side_b", "type_of_violence"} & set(only("ucdp", one))


class TestIdmc:
    def test_one_figure_a_happening(self, only):
        stock = impact("displaced", 900, flow="stock")
        households = impact("displaced", 80, {"modifier": "at_least"}, unit="household", flow="flow")
        row = only("idmc", incident(stock, impact("evacuated", 200, flow="flow"), households, impact("homeless", 5)))
        assert (row["Figure term"], row["Figure unit"], row["Reported figures"]) == ("Displaced", "Household", "80")
        assert (row["Figure category"], row["Quantifier"]) == ("Internal Displacements", "More than or equal")
        assert "Total figures" not in row
        assert (row["Start date"], row["Event ID"], row["Event name"]) == ("2023-05-03", "i1", "Attentat à Bakouba")
        assert row["Locations coordinates"] == "-1.67, 29.22"

    def test_a_stock_is_of_the_day_it_was_told(self, only):
        row = only("idmc", incident(impact("displaced", 900, {"as_of": "2023-06-01"}, flow="stock"), cause="flood"))
        assert (row["Figure category"], row["Stock date"], row["Year"]) == ("IDPs", "2023-06-01", "2023")
        assert (row["Stock reporting date"], row["Event start date"]) == ("2023-06-01", "2023-05-03")
        assert (row["Hazard type"], row["Total figures"]) == ("Flood", "900")

    def test_what_is_only_feared_is_left_out_and_counted(self, tmp_path):
        rows, written = table("idmc", [incident(impact("displaced", None)), incident()], tmp_path)
        assert (rows, dict(written.left_out)) == ([], {"Reported figures": 1})


class TestEmdat:
    def test_its_own_sums_of_best_tolls(self, only):
        tolls = (impact("killed", 12), impact("missing", 3), impact("injured", 40), impact("displaced", 7_000))
        row = only("emdat", incident(*tolls, cause="flood", first="2023-05-01", last="2023-05-31"))
        assert (row["Total Deaths"], row["No. Affected"], row["Total Affected"]) == ("15", "7000", "7040")
        assert (row["ISO"], row["Start Year"], row["Start Month"], row.get("Start Day")) == ("COD", "2023", "5", None)
        assert (row["End Month"], row.get("End Day"), row["Latitude"]) == ("5", None, "-1.67")

    @pytest.mark.parametrize(
        ("first", "last", "start", "end"),
        [
            ("2023-05-03", "2023-05-31", ("2023", "5", "3"), ("2023", "5", "31")),
            ("2023-01-01", "2023-12-31", ("2023", None, None), ("2023", None, None)),
            ("2023-02-01", "2023-02-28", ("2023", "2", None), ("2023", "2", None)),
            ("2023-05-01", "2023-06-30", ("2023", "5", "1"), ("2023", "6", "30")),
            ("2023-05-03", None, ("2023", "5", "3"), (None, None, None)),
        ],
    )
    def test_days_as_they_were_told(self, only, first, last, start, end):
        row = only("emdat", incident(cause="storm", first=first, last=last))
        assert tuple(row.get(f"Start {part}") for part in ("Year", "Month", "Day")) == start
        assert tuple(row.get(f"End {part}") for part in ("Year", "Month", "Day")) == end

    def test_without_a_year_it_is_left_out_and_counted(self, tmp_path):
        rows, written = table("emdat", [incident(cause="flood", first=None, last=None)], tmp_path)
        assert (rows, dict(written.left_out)) == ([], {"Start Year": 1})


class TestHxl:
    def test_best_tolls_under_their_tags(self, tmp_path):
        told = incident(IMPACT, impact("injured", 40, best_rule="final"), first=None, last=None)
        (tags, row), _ = table("hxl", [told], tmp_path)
        assert (tags["killed"], tags["best_rules"], tags["admin1"]) == ("#affected+killed", "#meta+rule", "#adm1+name")
        assert (row["killed"], row["injured"], row["min"]) == ("17", "40", "")
        assert row["best_rules"] == "injured: final; killed: latest_authoritative"
        assert (row["iso3"], row["voices"], row["doc_id"], row["source"]) == ("COD", "2", "a; b", "la police")


@pytest.mark.parametrize(
    ("place", "country", "latitude", "precision"),
    [("Goma", "CD", -1.67, "1"), ("Nord-Kivu", "CD", -1.0, "3"), (None, "CD", -2.9, "3"), ("Zzyzzy", "CD", -2.9, "3"),
     ("Zzyzzy", "CD", None, None)],
)  # fmt: skip
def test_precision_is_that_of_the_gazetteer(only, place, country, latitude, precision):
    row = only("acled", incident(place=place, country=country, latitude=latitude))
    assert row.get("geo_precision") == precision


@pytest.mark.parametrize(
    ("place", "point", "region"),
    [
        ("Goma", (-1.67, 29.22), "Nord Kivu"), ("Nord-Kivu", (-0.45, 29.3), "Nord Kivu"), ("Kivu", (-2.0, 28.5), None),
        (None, (-2.9, 23.6), None), ("Goma", (None, None), None),
    ],
)  # fmt: skip
def test_first_level_is_filled_where_it_is_known(tmp_path, only, place, point, region):
    one = incident(place=place, latitude=point[0], longitude=point[1])
    assert only("acled", one).get("admin1") == region
    assert only("hxl", one).get("admin1") == region
    rows, _ = table("ucdp", [one], tmp_path)
    assert [row["adm_1"] or None for row in rows] == ([region] if point[0] else [])
