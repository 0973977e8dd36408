import sys

import pytest

from nlp_events.readers import read
from nlp_events.readers.pdf import joined
from tests.readers.making import pdf

LINES = (
    "Province du Tamani : rapport de situation",
    "Environ 14 500 personnes ont été déplacées par les affrontements depuis le 2",
    "septembre, selon le comité de coordination. Six agents humanitaires ont été",
    "enlevés le 15 septembre sur l'axe Goura-Tamani.",
    "• Deux centres de santé ont été pillés.",
)


def report(path, data):
    path.write_bytes(data)
    (found,) = read([path])
    return found


def test_lines_are_joined_to_paragraphs(tmp_path):
    found = report(tmp_path / "sitrep.pdf", pdf(LINES, ["Page deux (annexe)"]))
    assert found.text == (
        "Province du Tamani : rapport de situation\n"
        "Environ 14 500 personnes ont été déplacées par les affrontements depuis le 2 septembre, selon le comité de "
        "coordination. Six agents humanitaires ont été enlevés le 15 septembre sur l'axe Goura-Tamani.\n"
        "• Deux centres de santé ont été pillés.\n\n\n"
        "Page deux (annexe)"
    )
    assert found.doc_id == "sitrep.pdf"


@pytest.mark.parametrize(
    ("name", "made", "day"),
    [
        ("sitrep-2023-09-19.pdf", "D:20230925120000Z", "2023-09-19"),
        ("sitrep.pdf", "D:20230925120000Z", "2023-09-25"),
        ("sitrep.pdf", "25 septembre 2023", "2023-09-25"),
        ("sitrep.pdf", "jamais", None),
        ("sitrep.pdf", "D:nonsense", None),
        ("sitrep.pdf", None, None),
    ],
)
def test_day_of_the_name_then_of_the_file(tmp_path, name, made, day):
    assert report(tmp_path / name, pdf(LINES, made=made)).published == day


@pytest.mark.parametrize(
    ("page", "text"),
    [
        (
            "On compte en tout vingt-\ndeux morts, et des blessés.",
            "On compte en tout vingt-deux morts, et des blessés.\n",
        ),
        ("Ils ont été dépla-\ncés par la crue.", "Ils ont été dépla-cés par la crue.\n"),
        ("Des blessés ont été bles-\nsés par des tirs hier.", "Des blessés ont été blessés par des tirs hier.\n"),
        ("Bilan :\ndouze morts", "Bilan :\ndouze morts\n"),
        (
            "Titre\nUne longue ligne qui remplit la page entière",
            "Titre\nUne longue ligne qui remplit la page entière\n",
        ),
        ("Une ligne assez longue –\n– puis une autre", "Une ligne assez longue –\n– puis une autre\n"),
        ("Une ligne de tirets -\n12 345 678 901 234 567", "Une ligne de tirets -\n12 345 678 901 234 567\n"),
        ("", ""),
    ],
)
def test_which_lines_go_on(page, text):
    assert joined(page) == text


def test_drawing_is_bounded(tmp_path, monkeypatch):
    monkeypatch.setattr("nlp_events.readers.pdf.MOST_STEPS", 20)
    assert report(tmp_path / "a.pdf", pdf(["a"] * 5)).text.startswith("a")
    found = report(tmp_path / "b.pdf", pdf(["a"] * 5, ["a"] * 5))
    assert (found.status, found.doc_id) == ("long", "b.pdf")
    assert "steps" in found.error


def test_without_pypdf_the_extra_is_named(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pypdf", None)
    found = report(tmp_path / "a.pdf", pdf(LINES))
    assert (found.status, found.doc_id) == ("extra", "a.pdf")
    assert 'pip install "nlp-events[pdf]"' in found.error
