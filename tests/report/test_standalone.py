import base64
import gzip
import hashlib
import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from nlp_events.report.packing import BLOCK
from nlp_events.report.standalone import report_html
from tests.synthetic import failed, incident, sample_results

HOSTILE = "</script><script>alert(1)</script><!--<script> </style><img src=x onerror=alert(1)> \u2028 \u202e &amp;"


class Page(HTMLParser):
    """The elements of a page, with the text of scripts and styles."""

    def __init__(self, html):
        super().__init__()
        self.elements, self.open = [], False
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.elements.append([tag, dict(attrs), ""])
        self.open = True

    def handle_data(self, data):
        if self.open:
            self.elements[-1][2] += data

    def handle_endtag(self, tag):
        self.open = False

    def of(self, tag):
        return [element for element in self.elements if element[0] == tag]

    def packed(self, name):
        return next(text for _, attributes, text in self.of("script") if attributes.get("id") == name)

    def data(self, name):
        return "\n".join(gzip.decompress(base64.b64decode(line)).decode() for line in self.packed(name).splitlines())


@pytest.fixture(scope="module")
def samples(nlp):
    return sample_results(nlp)


@pytest.fixture(scope="module")
def html(samples):
    return report_html([*samples, failed()], [incident(samples[5].events[:2])], lang="fr")


def test_only_its_own_style_and_script_may_run(html):
    page = Page(html)
    (policy,) = [attributes["content"] for _, attributes, _ in page.of("meta") if "http-equiv" in attributes]
    directives = dict(part.split(" ", 1) for part in policy.split("; "))
    assert directives["default-src"] == "'none'"
    (script,) = [text for _, attributes, text in page.of("script") if "type" not in attributes]
    for name, text in (("script-src", script), ("style-src", page.of("style")[0][2])):
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert directives[name] == f"'sha256-{digest}'"
    assert "unsafe" not in policy


def test_nothing_is_loaded_from_elsewhere_and_no_handler_is_in_line(html):
    page = Page(html)
    for tag, attributes, _ in page.elements:
        assert not {"src", "srcset", "style"} & set(attributes), tag
        assert not [name for name in attributes if name.startswith("on")], tag
        assert attributes.get("href", "#").startswith("#"), tag
    style, script = (
        page.of("style")[0][2],
        next(text for _, attributes, text in page.of("script") if "type" not in attributes),
    )
    assert not re.search(r"url\(|@import", style)
    assert not re.search(r"\beval\b|innerHTML|outerHTML|insertAdjacentHTML|document\.write|fetch\(|XMLHttp", script)


def test_data_is_that_of_the_results(html, samples):
    page = Page(html)
    data = json.loads(page.data("data"))
    assert [head[0] for head in data["articles"]] == [*(result.doc_id for result in samples), "casse.txt"]
    assert {len(column) for column in data["columns"]} == {sum(len(result.events) for result in samples)}
    assert data["countries"]["TR"] == "Turquie"
    assert len(page.data("articles").strip().split("\n")) == len(samples) + 1
    assert page.of("html")[0][1]["lang"] == "fr"


def test_a_hostile_article_ends_no_element(samples):
    bad = replace(samples[0], doc_id=HOSTILE, title=HOSTILE, text=HOSTILE + samples[0].text)
    page = Page(report_html([bad], title=HOSTILE))
    assert len(page.of("script")) == 4
    assert not page.of("img")
    assert json.loads(page.data("data"))["articles"][0][0] == HOSTILE
    assert json.loads(page.data("articles"))["pieces"][0][1].startswith(HOSTILE)
    assert page.of("title")[0][2].startswith("</script>")
    for name in ("data", "sentences", "articles"):
        assert re.fullmatch(r"[A-Za-z0-9+/=\n]+", page.packed(name))


def test_half_a_character_of_a_file_name_can_be_written(samples):
    html = report_html([replace(samples[0], doc_id="caf\udce9.txt")])
    assert json.loads(Page(html).data("data"))["articles"][0][0] == "caf\udce9.txt"
    html.encode()


def test_articles_stand_in_blocks(samples):
    results = [replace(samples[0], doc_id=f"{number}.txt") for number in range(BLOCK + 1)]
    page = Page(report_html(results))
    first, second = page.packed("articles").splitlines()
    lines = gzip.decompress(base64.b64decode(first)).decode().splitlines()
    assert (len(lines), json.loads(page.data("data"))["block"]) == (BLOCK, BLOCK)
    assert json.loads(gzip.decompress(base64.b64decode(second)))["pieces"] == [[0, samples[0].text]]


def test_the_page_is_shown_before_its_articles_are_read(html):
    assert html.index('id="data"') < html.index('"use strict"') < html.index('id="articles"')


def test_the_same_results_give_the_same_page(samples):
    assert report_html(samples) == report_html(list(samples))


@pytest.mark.parametrize("tab", ["incidents", "failed"])
def test_there_is_a_tab_where_there_is_anything_in_it(html, samples, tab):
    assert f'id="tab-{tab}"' in html
    assert f'id="tab-{tab}"' not in report_html(samples[:1])


def test_no_results_give_a_page():
    html = report_html([])
    assert not any(json.loads(Page(html).data("data"))["columns"])
    assert 'id="tab-queue"' not in html
