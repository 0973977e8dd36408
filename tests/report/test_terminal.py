import io
from dataclasses import replace

import pytest
from rich.console import Console

from nlp_events.report.terminal import bounds, highlighted, printable, show, table
from nlp_events.values import Article, ArticleResult

TEXT = "Deux [bold]soldats[/bold] tués à Gao\n\nLire aussi\nTrois morts à Kidal\n"
ARTICLE = Article(doc_id="gao.txt", text=TEXT, published="2021-03-12")


def result(**slots):
    entity = {"label": "LOC", "start": 33, "end": 36}
    day = {"start": 0, "end": 4}
    given = {"entities": (entity,), "dates": (day,), "related": ((38, len(TEXT)),)} | slots
    return ArticleResult(doc_id="gao.txt", title=None, published=None, error=None, **given)


def test_spans_are_coloured_and_the_text_is_the_article():
    text = highlighted(ARTICLE, result())
    assert text.plain == TEXT
    assert [(span.start, span.end, span.style) for span in text.spans] == [
        (38, len(TEXT), "dim"), (33, 36, "green"), (0, 4, "cyan"),
    ]  # fmt: skip


def test_markup_in_an_article_is_text():
    out = io.StringIO()
    show(ARTICLE, result(), Console(file=out, width=100))
    assert "[bold]soldats[/bold]" in out.getvalue()
    assert "no records" in out.getvalue()
    assert "\x1b" not in out.getvalue()


@pytest.mark.parametrize("char", ["\x1b", "\x07", "\x00", "\x9b", "\u202e", "\u2066", "\x7f", "\u2028"])
def test_control_characters_are_shown_not_obeyed(char):
    shown = printable(f"a{char}b")
    assert char not in shown
    assert len(shown) == 3


@pytest.mark.parametrize(("text", "shown"), [("a\r\nb", "a \nb"), ("a\rb", "a\nb"), ("a\n\tb", "a\n\tb")])
def test_line_ends_keep_their_length(text, shown):
    assert printable(text) == shown


def test_table_has_a_row_a_record(nlp):
    import nlp_events

    events = tuple(nlp_events.extract("Deux soldats ont été tués à Gao, a indiqué l'armée malienne.", nlp))
    out = io.StringIO()
    Console(file=out, width=160).print(table(events))
    assert "killed" in out.getvalue()
    assert "Gao" in out.getvalue()
    assert [bounds(event) for event in events] == ["2"]
    shown = [bounds(replace(events[0], min=low, max=high)) for low, high in ((2, None), (None, 5), (3, 5))]
    assert shown == ["≥ 2", "≤ 5", "3–5"]
