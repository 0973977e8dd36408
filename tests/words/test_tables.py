"""CSV tables as people write them: commas or semicolons, comments, empty cells, a decimal comma, no id."""

from __future__ import annotations

from pathlib import Path

import pytest

from nlp_events.errors import ResourceError
from nlp_events.words.loader import Resource, Word
from nlp_events.words.tables import lines_of, read_table, row_of


class Town(Resource):
    canonical: Word
    aliases: tuple[Word, ...] = ()
    latitude: float | None = None
    height: float = 0.0
    known_id: Word
    source: Word


class Pair(Resource):
    name: Word
    note: str | None = None


def town(path: Path, text: str) -> Town:
    path.write_text(text, encoding="utf-8")
    (found,) = read_table(Town, path)
    return found


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "towns.csv"


GAO = Town(canonical="Gao", aliases=("Gawgaw", "Kawkaw"), latitude=16.27, known_id="geonames:1", source="Babel")


@pytest.mark.parametrize(
    "text",
    [
        "canonical,aliases,latitude,known_id,source\nGao,Gawgaw|Kawkaw,16.27,geonames:1,Babel\n",
        "canonical;aliases;latitude;known_id;source\nGao;Gawgaw|Kawkaw;16,27;geonames:1;Babel\n",
        'canonical,aliases,latitude,known_id,source\nGao,Gawgaw|Kawkaw,"16,27",geonames:1,Babel\n',
        "# a;\ncanonical,aliases,latitude,known_id,source\n\n#Kidal,,\nGao,Gawgaw|Kawkaw,16.27,geonames:1,Babel\n\n",
        "source,known_id,latitude,aliases,canonical\nBabel,geonames:1,+16.27,Gawgaw | Kawkaw |, Gao \n",
        "canonical,aliases,latitude,known_id,source\r\nGao,Gawgaw|Kawkaw,16.27,geonames:1,Babel\r\n",
        "\ufeffcanonical,aliases,latitude,known_id,source\nGao,Gawgaw|Kawkaw,16.27,geonames:1,Babel",
    ],
    ids=["commas", "semicolons", "quoted", "comments", "order and blanks", "Windows", "mark"],
)
def test_one_row_in_many_writings(path: Path, text: str) -> None:
    assert town(path, text) == GAO


def test_empty_cells_and_missing_ones_are_left_to_the_defaults(path: Path) -> None:
    found = town(path, "canonical,aliases,latitude,height,known_id,source\nGao,, ,,a,b\n")
    assert found == Town(canonical="Gao", known_id="a", source="b")
    assert town(path, "canonical,known_id,source,latitude\nGao,a,b\n") == found


@pytest.mark.parametrize(("cell", "value"), [("-7,5", -7.5), ("12", 12.0), ("+3.25", 3.25)])
def test_degrees(path: Path, cell: str, value: float) -> None:
    found = town(path, f"canonical;latitude;height\nGao;{cell};{cell}\n")
    assert (found.latitude, found.height) == (value, value)


@pytest.mark.parametrize(
    ("name", "made"),
    [("Gao", "own:gao"), ("Saint-Louis d'en Haut", "own:saint-louis-d-en-haut"), ("«Ségou»", "own:ségou")],
)
def test_a_row_without_an_id_gets_one(path: Path, name: str, made: str) -> None:
    found = town(path, f"canonical\n{name}\n")
    assert (found.known_id, found.source) == (made, "own")


def test_an_id_or_source_that_is_told_stays(path: Path) -> None:
    assert town(path, "canonical,known_id\nGao,mine:1\n").known_id == "mine:1"
    assert town(path, "canonical,source\nGao,INSTAT\n").source == "INSTAT"


def test_a_table_that_has_no_ids_is_given_none(path: Path) -> None:
    path.write_text("name,note\nGao,\nKidal,au nord\n", encoding="utf-8")
    assert read_table(Pair, path) == (Pair(name="Gao"), Pair(name="Kidal", note="au nord"))


@pytest.mark.parametrize("text", ["", "\n\n", "# canonical\n", "canonical\n"])
def test_a_table_without_rows(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    assert read_table(Town, path) == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("canonical,altitude\nGao,3\n", r"towns\.csv, line 2\.altitude: Extra inputs are not permitted"),
        ("canonical,latitude\nGao,north\n", r"line 2\.latitude: Input should be a valid number"),
        ("canonical,latitude\nGao,1\n\n# a\nKidal,1.2.3\n", r"line 5\.latitude"),
        ("canonical\nGao,Kidal\n", r"line 2: has more cells than columns: \['Kidal'\]\. Quote a cell"),
        ("latitude\n3\n", r"line 2\.canonical: Field required"),
        ("a,b,a\n1,2,3\n", r"line 1: has two columns 'a'\. Keep one of them"),
        ("# x\na;b;b\n", r"line 2: has two columns 'b'"),
        ('canonical\nGao\n"Kidal\n', r"line 3: cannot be read as CSV .*Close its quotes, or double them"),
        ('canonical\nGao\n"Kidal"x\n', r"line 3: cannot be read as CSV"),
    ],
)
def test_a_wrong_table_is_refused_with_its_line(path: Path, text: str, message: str) -> None:
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ResourceError, match=message):
        read_table(Town, path)


def test_lines_count_comments_blanks_and_breaks_inside_cells(path: Path) -> None:
    path.write_text('# a\nname,note\n"Gao","au\nbord"\n\nKidal,x,y\n', encoding="utf-8")
    assert lines_of(path) == [
        (4, {"name": "Gao", "note": "au\nbord"}),
        (6, {"name": "Kidal", "note": "x", None: ["y"]}),
    ]


def test_commas_win_where_a_head_has_both(path: Path) -> None:
    path.write_text("name,no;te\nGao;a,b\n", encoding="utf-8")
    assert lines_of(path) == [(2, {"name": "Gao;a", "no;te": "b"})]


def test_one_line_by_itself_is_named_in_its_error() -> None:
    assert row_of(Pair, {"name": "Gao", "note": None}, Path("w.csv"), 3) == Pair(name="Gao")
    with pytest.raises(ResourceError, match=r"^w\.csv, line 3\.name: Field required"):
        row_of(Pair, {"note": "x"}, Path("w.csv"), 3)
