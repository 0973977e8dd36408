"""Rows of CSV that are wrong, and those around them."""

from __future__ import annotations

import logging
import time

import pytest

from nlp_events.readers import ReadOptions, read
from nlp_events.values import Article

DEFECT = "a.csv:{row}: opens a quote in line {line} that is never closed: the lines after it were read as rows."


def found_in(tmp_path, data, **options):
    (tmp_path / "a.csv").write_bytes(data if isinstance(data, bytes) else data.encode())
    return list(read([tmp_path / "a.csv"], options=ReadOptions(**options)))


def shown(found):
    """Ids and texts, and of failures the reason."""
    return [(one.doc_id, one.text if isinstance(one, Article) else one.status) for one in found]


class TestQuoteThatIsNeverClosed:
    """It costs its own row, whatever follows."""

    @pytest.mark.parametrize(
        "after",
        [
            "b,Trois morts\nc,Un mort\n",
            'b,Trois morts\nc,"Un mort"\n',
            'b,"Trois morts"\nc,"Un\nmort"\n',
            'b,"Trois ""morts"""\nc,Un mort',
            'b,il a dit "non"\nc,Un mort\n',
        ],
    )
    def test_rows_after_it_are_read(self, tmp_path, after):
        found = found_in(tmp_path, f'doc_id,text\nz,Quatre morts\na,"Deux morts\n{after}')
        assert [one.doc_id for one in found] == ["z", "a.csv:3", "b", "c"]
        assert DEFECT.format(row=3, line=3) in found[1].error
        assert {found[2].text, found[3].text} <= {
            "Trois morts", "Un mort", "Un\nmort", 'Trois "morts"', 'il a dit "non"',
        }  # fmt: skip

    def test_line_is_that_of_the_quote_and_not_of_the_row(self, tmp_path):
        first, bad, last = found_in(tmp_path, 'text,title\n"Deux\nmorts",a\n"Un\nmort","b\nTrois morts,c\n')
        assert (first.text, last.text, last.title) == ("Deux\nmorts", "Trois morts", "c")
        assert DEFECT.format(row=3, line=5) in bad.error

    def test_in_the_last_line(self, tmp_path):
        good, bad = found_in(tmp_path, 'text,title\nDeux morts,a\n"Un mort,b')
        assert (good.text, bad.status, bad.doc_id) == ("Deux morts", "row", "a.csv:3")
        assert "in line 3" in bad.error

    def test_row_that_is_longer_than_an_article(self, tmp_path):
        rows = "".join(f"Un mort {number:03}\n" for number in range(200))
        bad, *others = found_in(tmp_path, f'text\n"Deux morts\n{rows}', max_bytes=1000)
        assert (bad.doc_id, bad.status) == ("a.csv:2", "row")
        assert [one.text for one in others] == rows.splitlines()

    def test_many_of_them_cost_time_that_grows_with_their_number(self, tmp_path):
        seconds = []
        for size in (2_000, 8_000):
            started = time.process_time()
            found = found_in(tmp_path, "text,n\n" + 'Un mort,1\n"Deux morts,2\n"Trois ""morts"" hier,3\n' * size)
            seconds.append(time.process_time() - started)
            assert sum(isinstance(one, Article) for one in found) >= size
        assert seconds[1] < 10 * max(seconds[0], 0.05)

    @pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-8-sig"])
    def test_in_other_encodings(self, tmp_path, encoding):
        data = 'text\n"Évacués\nDeux tués à Gao\n'.encode(encoding)
        bad, good = found_in(tmp_path, data)
        assert (bad.status, good.text) == ("row", "Deux tués à Gao")


@pytest.mark.parametrize(
    ("row", "text"),
    [
        ('"Il a dit "non" hier",x', 'Il a dit non" hier"'),
        ('"Deux morts" ,x', "Deux morts "),
        ('Le "Monde",x', 'Le "Monde"'),
        ('"Deux\nmorts","Le "Monde""', "Deux\nmorts"),
        ('"Le "Monde"","deux\nlignes"', 'Le Monde""'),
    ],
)
def test_quote_inside_a_cell_is_read_as_most_programs_do(tmp_path, row, text):
    first, second = found_in(tmp_path, f"text,title\n{row}\nTrois morts,y\n")
    assert (first.text, second.text) == (text, "Trois morts")


def test_nul_byte_costs_its_row(tmp_path):
    rows = b"Deux\0 morts,a\nTrois morts,b\n"
    filler = b"Un mort,c\n" * 50_000
    *_, bad, good = found_in(tmp_path, b"text,title\n" + filler + rows)
    assert (bad.status, good.text) == ("binary", "Trois morts")
    assert "NUL" in bad.error or "no row of CSV" in bad.error


def test_header_that_stands_twice_is_no_article_and_told(tmp_path, caplog):
    with caplog.at_level(logging.WARNING, "nlp_events"):
        found = found_in(tmp_path, "doc_id,text\na,Deux morts\ndoc_id,text\nb,Un mort\ndoc_id,text\n")
    assert shown(found) == [("a", "Deux morts"), ("b", "Un mort")]
    (told,) = (record.getMessage() for record in caplog.records)
    assert told == f"{tmp_path}/a.csv: the header stands 2 more times among the rows."


@pytest.mark.parametrize("name", ["text", "doc_id", "title", "published"])
def test_column_that_stands_twice(tmp_path, name):
    (bad,) = found_in(tmp_path, f"text,doc_id,title,published,{name}\nDeux morts,a,b,,c\n")
    assert (bad.doc_id, bad.status) == ("a.csv", "column")
    assert f"has 2 columns '{name}'. Keep one" in bad.error


def test_other_columns_may_stand_twice(tmp_path):
    assert shown(found_in(tmp_path, "x,text,x\n1,Deux morts,2\n")) == [("a.csv:2", "Deux morts")]


def test_lines_that_end_in_returns_alone(tmp_path):
    data = 'doc_id,text\ra,"Évacués à\rGao"\rb,Deux morts\r'.encode("cp1252")
    assert shown(found_in(tmp_path, data)) == [("a", "Évacués à\nGao"), ("b", "Deux morts")]


def test_rows_that_are_ragged(tmp_path):
    found = found_in(tmp_path, "doc_id,text,title\na\nb,Deux morts\nc,Un mort,t,x\nd,Un mort,t,,\n")
    assert shown(found) == [("a", "missing"), ("b", "Deux morts"), ("c", "row"), ("d", "Un mort")]
