import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pandas as pd
import pytest
import spacy

import nlp_events
from nlp_events.errors import InputError, NlpEventsError
from nlp_events.pipeline import process
from nlp_events.report.evidence import spans_of
from nlp_events.report.notebook import article_html
from nlp_events.values import Article, ArticleResult, Records, records_table

TEXT = """Mali : 12 soldats tués à Gao

BAMAKO, 14 mai 2019 - Douze soldats ont été tués lundi à Gao, selon l'armée malienne. Cinq civils ont été blessés.

Lire aussi
Niger : 17 militaires tués dans une embuscade
"""


class Shown(HTMLParser):
    """What of the article's element stands in which classes; the cards apart."""

    def __init__(self):
        super().__init__()
        self.stack, self.pieces, self.cards, self.tags = [], [], [], set()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.stack.append(dict(attrs).get("class") or "")

    def handle_endtag(self, tag):
        self.stack.pop()

    def handle_data(self, data):
        if "nlp-events-cards" in self.stack:
            self.cards.append(data)
        elif "nlp-events-text" in self.stack:
            self.pieces.append((data, " ".join(self.stack[2:]).split()))

    def text(self, name=None):
        return "".join(data for data, classes in self.pieces if name is None or name in classes)


def shown(html):
    parser = Shown()
    parser.feed(str(html))
    return parser


@pytest.fixture(scope="module")
def doc(nlp):
    return nlp(TEXT)


def test_the_text_is_whole_and_every_layer_is_marked(doc):
    page = shown(nlp_events.display(doc))
    assert page.text() == TEXT
    assert page.text("related").strip() == "Lire aussiNiger : 17 militaires tués dans une embuscade"
    assert "14 mai 2019" in page.text("date")
    assert "BAMAKO" in page.text("LOC")


def test_a_figure_carries_its_record_and_evidence(doc):
    page = shown(nlp_events.display(doc))
    killed, injured = doc._.events
    assert page.text("f0") == "".join(TEXT[slice(*place)] for place in sorted(killed.mentions))
    assert page.text("e1") == "".join(
        TEXT[at] for at in sorted({n for span in spans_of(injured.evidence).values() for n in range(*span)})
    )
    cards = " ".join(page.cards)
    assert "killed 12" in cards
    assert killed.rule in cards


def test_a_card_tells_how_sure_figure_place_and_date_are(doc):
    killed, _ = doc._.events
    cards = " ".join(shown(nlp_events.display(doc)).cards)
    assert f"Confidence {killed.confidence:.0%}".replace("%", "\u00a0%") in cards
    assert f"{killed.place_confidence:.0%}".replace("%", "\u00a0%") in cards
    old = [replace(one, confidence=None, place_confidence=None, date_confidence=None) for one in doc._.events]
    result = ArticleResult(doc_id="", title=None, published=None, text=TEXT, events=tuple(old))
    assert "%" not in " ".join(shown(nlp_events.display(result)).cards)


def test_the_words_around_it_are_in_the_language_asked_for(doc):
    assert "tués 12" in " ".join(shown(nlp_events.display(doc, lang="fr")).cards)
    with pytest.raises(NlpEventsError, match="Take one of: en, fr"):
        nlp_events.display(doc, lang="de")


def test_a_notebook_shows_it(doc):
    html = nlp_events.display(doc)
    assert html._repr_html_() == str(html)
    assert str(nlp_events.display(doc)) == str(html)


def test_a_hostile_article_is_text():
    text = "</div></style><script>alert(1)</script> <img src=x onerror=alert(1)> \u202e12 morts\u202c fin"
    result = ArticleResult(doc_id="x", title=None, published=None, error=None)
    html = article_html(Article(doc_id="x", text=text), result)
    page = shown(html)
    assert page.text() == text
    assert not page.tags & {"script", "img"}
    assert 'title="U+202E"' in html


def test_a_result_is_shown_as_its_doc_is(nlp):
    (result,) = process([Article(doc_id="mali.txt", text=TEXT, published="2019-05-14")], nlp)
    page = shown(nlp_events.display(result, lang="fr"))
    assert page.text() == TEXT
    assert "tués 12" in " ".join(page.cards)
    failed = ArticleResult(doc_id="vide.txt", title=None, published=None, status="empty", error="<b>vide</b>")
    assert "&lt;b&gt;vide&lt;/b&gt;" in str(nlp_events.display(failed))


def test_records_and_incidents_are_tables_one_below_the_other(nlp, doc):
    events = list(nlp_events.extract(TEXT, nlp, published="2019-05-14"))
    assert str(nlp_events.display(events)) == records_table(events) == Records(events)._repr_html_()
    assert str(nlp_events.display(events[0])) == events[0]._repr_html_()
    (incident,) = nlp_events.incidents(events)
    assert str(nlp_events.display(iter([incident]))) == incident._repr_html_()
    assert str(nlp_events.display([doc, doc])) == "\n".join([str(nlp_events.display(doc))] * 2)
    assert str(nlp_events.display([])) == ""


@pytest.mark.parametrize("given", [None, 7, [7], b"12 morts", pd.DataFrame({"text": [TEXT]})])
def test_something_else_is_refused(given):
    with pytest.raises(InputError, match=r"^display: .* is not what it takes. .*Give a text, an article, a Doc"):
        nlp_events.display(given)


def test_the_name_of_a_file_is_refused(nlp):
    with pytest.raises(InputError, match=r"^display: the text 'mali.txt' names a file"):
        nlp_events.display("mali.txt", nlp)


@pytest.mark.parametrize("given", [TEXT, {"text": TEXT}, Article(doc_id="x", text=TEXT), [TEXT]])
def test_a_text_is_read_first(given, nlp):
    page = shown(nlp_events.display(given, nlp, lang="fr"))
    assert page.text() == TEXT
    assert "tués 12" in " ".join(page.cards)


UNDATED = "Douze soldats ont été tués lundi à Gao, selon l'armée malienne."


@pytest.mark.parametrize("published", ["2019-05-14", date(2019, 5, 14), pd.Timestamp("2019-05-14 10:00")])
def test_the_day_of_publication_resolves_dates(nlp, published):
    for given in (UNDATED, {"text": UNDATED}, nlp(UNDATED)):
        assert "2019-05-13" in " ".join(shown(nlp_events.display(given, nlp, published=published)).cards)
    assert "2019-05-13" not in " ".join(shown(nlp_events.display(nlp(UNDATED))).cards)


def test_a_doc_that_is_read_anew_keeps_what_is_known_of_it(nlp):
    context = {"doc_id": "gao.txt", "title": "Mali", "published": "2019-01-01"}
    ((doc, _),) = nlp.pipe([(UNDATED, context)], as_tuples=True)
    again = str(nlp_events.display(doc, nlp, published="2019-05-14"))
    (result,) = process([Article(doc_id="gao.txt", title="Mali", text=UNDATED, published="2019-05-14")], nlp)
    assert again == str(nlp_events.display(result))


def test_a_day_of_publication_does_nothing_for_what_is_read(nlp, doc):
    for given in (doc._.events, doc._.events[0]):
        with pytest.raises(InputError, match=r"^display: published is for texts and Docs"):
            nlp_events.display(given, nlp, published="2019-05-14")
    with pytest.raises(InputError, match="is not a date"):
        nlp_events.display(UNDATED, nlp, published="le jour")


def test_the_card_is_dark_where_the_notebook_or_the_system_is(doc):
    html = str(nlp_events.display(doc))
    assert "@media (prefers-color-scheme: dark)" in html
    assert 'body[data-jp-theme-light="false"] .nlp-events' in html
    assert not re.findall(r"#[0-9a-f]{3,6}", html.rsplit("--mark", 1)[1].partition(";")[2].partition("</style>")[0])


def test_a_pipeline_and_a_doc_of_another_one_are_refused(nlp):
    with pytest.raises(InputError, match=r"a spaCy French is not what it takes"):
        nlp_events.display(nlp)
    with pytest.raises(InputError, match=r"no pipeline of nlp_events has annotated this Doc. Give a text"):
        nlp_events.display(spacy.blank("fr")(TEXT))
    assert str(nlp_events.display(nlp("")))
