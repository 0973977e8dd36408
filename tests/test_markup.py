from dataclasses import replace
from html.parser import HTMLParser

import pytest

import nlp_events
from nlp_events.markup import card, table
from nlp_events.pipeline import process
from nlp_events.values import Article, Records


class Texts(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.texts = [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)

    def handle_data(self, data):
        self.texts.append(data)


def parsed(html):
    parser = Texts()
    parser.feed(html)
    return parser


def test_values_are_text_and_unknown_ones_have_no_line():
    html = card("<b>", [("place", "<script>alert(1)</script>"), ("date", None), ("evidence", {}), ("min", 0)])
    page = parsed(html)
    assert page.texts == ["<b>", "place", "<script>alert(1)</script>", "min", "0"]
    assert "script" not in page.tags


def test_an_event_shows_its_slots_and_where_they_stand(nlp):
    (event,) = nlp_events.extract("Deux soldats ont été tués à Gao, a indiqué l'armée malienne.", nlp)
    html = event._repr_html_()
    short, more = html.split("<details")
    said = parsed(short).texts
    assert said[0] == "killed · Deux soldats"
    assert dict(zip(said[1::2], said[2::2], strict=True)) == {
        "figure": "2", "who": "soldats", "place": "Gao", "country": "ML", "source": "l'armée malienne",
        "certainty": "asserted", "cause": "other", "scope": "event", "sentence": event.sentence,
    } | ({"cause": event.cause} if event.cause else {})  # fmt: skip
    texts = parsed(f"<details{more}").texts
    assert texts[0] == "all fields"
    shown = dict(zip(texts[1::2], texts[2::2], strict=True))
    assert shown["place"] == "Gao"
    assert shown["mentions"] == "0–12"
    assert "quantity 0–4 quantity_words" in shown["evidence"]
    assert "certainty default" in shown["evidence"]
    assert "part_of" not in shown


def test_an_incident_shows_its_best_tolls(nlp):
    text = "Un séisme a fait au moins 12 morts lundi à Bingöl, selon l'Afad."
    (incident,) = nlp_events.incidents(nlp_events.extract(text, nlp, published="2020-02-11"))
    page = parsed(incident._repr_html_()).texts
    shown = dict(zip(page[1::2], page[2::2], strict=True))
    assert page[0] == incident.title
    assert shown["killed (person)"] == "12, low 12, high –, latest_authoritative"
    assert (shown["place"], shown["articles"]) == ("Bingöl", "1")


@pytest.mark.parametrize(
    ("low", "high", "bounds"), [(12, 12, "12"), (12, None, "≥ 12"), (None, 12, "≤ 12"), (3, 5, "3–5"), (0, 0, "0")]
)
def test_bounds_are_those_of_a_reader(nlp, low, high, bounds):
    (event,) = nlp_events.extract("Deux soldats ont été tués à Gao.", nlp)
    assert replace(event, min=low, max=high).bounds == bounds


def test_records_of_a_doc_are_a_table_of_the_first_of_them(nlp):
    doc = nlp("Deux soldats ont été tués à Gao. Cinq civils ont été blessés.")
    assert isinstance(doc._.events, list)
    rows = parsed(doc._.events._repr_html_())
    assert rows.tags.count("tr") == 3
    assert rows.texts[0] == "2 records"
    assert {"killed", "Deux soldats", "injured", "5", "Gao"} <= set(rows.texts)
    many = Records(doc._.events[:1] * 120)
    assert parsed(many._repr_html_()).tags.count("tr") == 52
    assert parsed(many._repr_html_()).texts[-1] == "… +70"


def test_cells_are_text():
    page = parsed(table("<b>", ["a"], [["<script>"], [None], [(0, 2)]], left_out=0))
    assert page.texts == ["<b>", "a", "<script>", "0–2"]
    assert "script" not in page.tags


def test_a_result_is_its_article_and_its_records(nlp):
    good, bad = process([Article(doc_id="a.txt", text="Deux morts à Gao."), Article(doc_id="b.txt", text="")], nlp)
    assert {"a.txt", "done", "1 records", "Gao"} <= set(parsed(good._repr_html_()).texts)
    told = parsed(bad._repr_html_())
    assert {"b.txt", "empty"} <= set(told.texts)
    assert told.tags.count("table") == 1
