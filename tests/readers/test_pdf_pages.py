"""Pages of reports: where they begin, what they repeat, columns."""

from __future__ import annotations

import pytest

from nlp_events.readers import read
from nlp_events.readers.pdf_pages import Columns, without_repeated
from nlp_events.results import result_of
from nlp_events.values import Article, ArticleResult
from nlp_events.writers import from_dict, to_dict
from tests.readers.making import pdf

BODY = (
    "Environ 14 500 personnes ont été déplacées par les crues.",
    "Six agents humanitaires ont été enlevés à Goura.",
    "Un bateau a chaviré près de Tamani, faisant douze morts.",
    "Deux écoles ont été pillées.",
)


def pages(number=4):
    return [
        (
            "Rapport de situation no 12",
            f"Situation {chr(64 + place)}",
            BODY[place % 4],
            f"Page {place + 1} sur {number}",
        )
        for place in range(number)
    ]


def test_heads_and_feet_that_pages_repeat_are_left_out_and_pages_kept(tmp_path):
    (tmp_path / "sitrep.pdf").write_bytes(pdf(*pages()))
    (found,) = read([tmp_path / "sitrep.pdf"])
    assert found.text.count("Rapport de situation") == 1
    assert "sur 4" not in found.text
    assert [
        found.text[start:end].split("\n")[-2 if place < 3 else -1] for place, (start, end) in enumerate(found.pages)
    ] == list(BODY)
    assert found.text[slice(*found.pages[0])].startswith("Rapport de situation no 12")


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ([], []),
        (["a\nb"], ["a\nb"]),
        (["Titre\n1", "Titre\n2"], ["Titre\n1", "Titre\n2"]),
        (["Bulletin\nUn\n1", "Bulletin\nDeux\n2", "Bulletin\nTrois\n3"], ["Bulletin\nUn", "Deux", "Trois"]),
        (["Un\n- 1 -", "Deux\n- 2 -", "Trois\n- iii -", "Fin."], ["Un", "Deux", "Trois", "Fin."]),
        (["a\nb\n12 morts\nc\nd"] * 3, ["a\nb\n12 morts", "12 morts", "12 morts"]),
        (["", "", ""], ["", "", ""]),
    ],
)
def test_which_lines_are_repeated(given, kept):
    assert without_repeated(given) == kept


class TestColumns:
    """Columns by where their lines are drawn."""

    LEFT = tuple(f"La rivière est sortie de son lit au jour {n}," for n in range(8))
    RIGHT = tuple(f"Les secours ont compté les sinistrés de {n}" for n in range(8))

    def drawn(self, order, right=310.0):
        columns = Columns(595.0)
        visit = columns.visitor()
        for text, x, y in order:
            visit(text, [1, 0, 0, 1, 0, 0], [1, 0, 0, 1, x if x < 300 else right, y], None, 9.0)
        return columns.text()

    def rows(self, left, right):
        for place, (one, two) in enumerate(zip(left, right, strict=True)):
            yield one, 60.0, 700.0 - 12 * place
            yield two, 310.0, 700.0 - 12 * place

    def test_drawn_line_by_line_are_put_one_after_the_other(self):
        assert self.drawn(self.rows(self.LEFT, self.RIGHT)) == "\n".join([*self.LEFT, *self.RIGHT])

    def test_drawn_one_after_the_other_stay(self):
        rows = sorted(self.rows(self.LEFT, self.RIGHT), key=lambda one: one[1])
        assert self.drawn(rows) is None

    def test_table_is_read_row_by_row(self):
        assert self.drawn(self.rows(["Morts", "Blessés"] * 4, ["12", "30"] * 4)) is None

    def test_one_column(self):
        assert self.drawn((text, 60.0, 700.0 - n) for n, text in enumerate(self.LEFT)) is None

    def test_lines_across_the_page_are_no_column(self):
        wide = [f"{line} {line}" for line in self.LEFT]
        assert self.drawn(self.rows(wide, self.RIGHT)) is None


def test_record_has_its_page(nlp):
    text = "Deux soldats ont été tués à Gao.\n\nTrois civils ont été enlevés mardi à Djibo."
    article = Article(doc_id="a", text=text, pages=((0, 32), (34, len(text))))
    result = result_of(article, nlp(text))
    assert [event.page for event in result.events] == [1, 2]
    row = to_dict(result)
    assert (row["pages"], [record["page"] for record in row["events"]]) == ([(0, 32), (34, len(text))], [1, 2])
    assert from_dict(row).pages == article.pages
    plain = to_dict(result_of(Article(doc_id="a", text=text), nlp(text)))
    assert "pages" not in plain
    assert all("page" not in record for record in plain["events"])
    assert isinstance(from_dict(plain), ArticleResult)
