from dataclasses import replace
from html.parser import HTMLParser

import pytest

from nlp_events import display
from nlp_events.errors import NlpEventsError
from nlp_events.report.story_table import MOST_ROWS, story_table
from tests.timelines.made import article, at_least, said, told

STORY = told(
    at_least("2023-05-03", "a", 12, "la police"),
    said("2023-05-04", "b", 15, "l'hôpital", actor="Al-Chabab", actor_status="claimed"),
    said("2023-05-05", "c", 30, "une ONG"),
    best="b-15", conflict=("b-15", "c-30"), mentioned=(article("d", None),),
)  # fmt: skip


class Cells(HTMLParser):
    """The rows of a table."""

    def __init__(self, html):
        super().__init__()
        self.rows = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")

    def handle_data(self, data):
        if self.rows:
            self.rows[-1][-1] += data


CHANGES = {
    "en": (
        "first told", "raised from ≥ 12 to 15 · claimed by: Al-Chabab · best toll", "contradicts 15 (l'hôpital)",
        "mentions it, without a figure",
    ),
    "fr": (
        "premier chiffre", "relevé de ≥ 12 à 15 · revendiqué : Al-Chabab · retenu", "contredit 15 (l'hôpital)",
        "en parle sans chiffre",
    ),
}  # fmt: skip
UNDATED = {"en": "no date of publication", "fr": "sans date de publication"}


@pytest.mark.parametrize(("lang", "killed"), [("en", "killed"), ("fr", "tués")])
def test_a_row_is_what_an_article_says_and_what_it_changes(lang, killed):
    found = Cells(story_table(STORY, lang=lang)).rows
    assert [row[-1] for row in found[1:]] == list(CHANGES[lang])
    assert found[1][:4] == ["2023-05-03", "Titre a", "la police", f"≥ 12 {killed}"]
    assert found[4][:4] == [UNDATED[lang], "Titre d", "", ""]


def test_households_are_no_persons():
    impact = replace(STORY.impacts[0], impact="displaced", unit="household")
    found = Cells(story_table(replace(STORY, impacts=(impact,)))).rows
    assert found[2][3:] == ["15 households displaced", "raised from ≥ 12 households to 15 households"
                            " · claimed by: Al-Chabab · best toll"]  # fmt: skip


def test_everything_is_escaped():
    bad = '<script>alert("1")</script>{before}'
    history = (said("2023-05-03", "a", 12, bad), said("2023-05-04", "b", 15, bad, actor=bad, actor_status="told"))
    html = story_table(told(*history, articles=(article("a", None, title=bad), article("b", None, title=bad))))
    assert "<script" not in html
    assert html.count("&lt;script&gt;") == 5


def test_what_one_article_tells_has_none():
    assert story_table(told(said("2023-05-03", "a", 12))) == ""
    assert story_table(told()) == ""


def test_of_many_rows_the_first_are_shown():
    many = told(*(said("2023-05-03", f"d{number}", 12) for number in range(MOST_ROWS + 20)))
    assert Cells(story_table(many)).rows[-1] == ["… +20"]


def test_display_shows_it_below_the_incident():
    assert str(display(STORY, lang="fr")) == STORY._repr_html_() + story_table(STORY, lang="fr")
    with pytest.raises(NlpEventsError):
        display(STORY, lang="de")
