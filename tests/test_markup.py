from html.parser import HTMLParser

import nlp_events
from nlp_events.markup import card


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
    texts = parsed(event._repr_html_()).texts
    assert texts[0] == "killed · Deux soldats"
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
