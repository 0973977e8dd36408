"""Web pages: the article of each, without what stands around it."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator
from io import BufferedReader
from itertools import islice
from typing import TYPE_CHECKING, Any

from trafilatura import bare_extraction
from trafilatura.utils import load_html

from nlp_events.errors import InputError
from nlp_events.readers.articles import Found
from nlp_events.readers.days import day_in
from nlp_events.readers.decoded import declared_encoding
from nlp_events.readers.fragments import MOST_ELEMENTS
from nlp_events.readers.options import ReadOptions
from nlp_events.readers.several import require_one
from nlp_events.readers.sources import Source, whole
from nlp_events.text.decoding import decode
from nlp_events.values import Article

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MOST_BYTES = 16 * 1024 * 1024
"""Bytes of a page. One of 66 000 elements took 8 seconds to read, and the time grows faster than their number."""

_HEAD = 4096
_ENTITY = re.compile(r"<!ENTITY", re.IGNORECASE)
_SENTENCE = re.compile(r"""[.!?…]["»”)\s]*$""")
_LAYOUT = ("table", "tbody", "thead", "tr", "td", "th")
_BLOCKS = (*_LAYOUT, "p", "div", "li", "ul", "ol", "dd", "dt", "section", "article", "blockquote", "br")
MOST_BLOCKS = 4_000
"""Blocks of text up to which pages with hardly a long paragraph are read a second and third time in other ways, whose
time grows with the square of the number: 24 000 blocks of one letter took 46 seconds."""
_ASIDE = ("aside", "nav", "footer", "figure", "form")
_LEAST_STANDFIRST = 60
"""Characters from which a sentence between headline and story is a standfirst, and not a byline or a time."""

_LEAST_STORY = 300
"""Characters in the paragraphs of an article from which it is more than a teaser."""

_REMARKS = ("comment", "teaser", "card", "related")
"""What the classes of articles are called that stand beside the one of a page."""

_NEAR = 10
"""Paragraphs after the headline among which the story begins."""

_DATES = {"original_date": True, "extensive_search": False, "max_date": "2999-12-31"}
"""Dates that the page declares, never any date that it holds; and none by today's clock."""

for _name in ("trafilatura", "htmldate"):  # what they have to say of a page is in our own message
    logging.getLogger(_name).addHandler(logging.NullHandler())


def read_page(stream: BufferedReader, source: Source, options: ReadOptions) -> Iterator[Found]:
    """The article of a page: headline, standfirst, paragraphs, lists and tables, a line each.

    Navigation, cookie notices, readers' comments and most teasers are cut; the teasers that are left are for the zones
    to tell. Title, date and site are those that the page declares; a date in the file's name stands in for the second.
    """
    data = whole(stream, source, min(options.max_bytes, MOST_BYTES))
    text = decode(data, source.name, declared=declared_encoding(data))
    if _ENTITY.search(text[:_HEAD]):
        raise InputError(source.name, "entities", "defines entities of its own, as attacks do. Save the page as HTML.")
    try:
        page = _extracted(text, source)
    except InputError:
        raise
    except Exception as error:  # parsers of other people's pages may fail in any way, and one page must not end a run
        problem = f"is no page that can be read ({type(error).__name__}: {error}). Save its text as a .txt file."
        raise InputError(source.name, "page", problem) from error
    yield Article(
        doc_id=source.doc_id,
        text=page["text"],
        title=page["title"],
        published=options.published or page["date"] or day_in(source.file_name),
        site=page["site"],
    )


def _extracted(text: str, source: Source) -> dict[str, Any]:
    tree = load_html(text)
    if tree is None:
        raise InputError(source.name, "empty", "holds no page. Save the page again, or leave it out.")
    if next(islice(tree.iter(), MOST_ELEMENTS, None), None) is not None:
        problem = f"has more than {MOST_ELEMENTS} elements, too many for one article. Save its text as a .txt file."
        raise InputError(source.name, "long", problem)
    _require_one(tree, source)
    _unwrap_layout(tree)
    many = next(islice(tree.iter(*_BLOCKS), MOST_BLOCKS, None), None) is not None
    # Recall: what is lost here is lost for good, while a teaser that is left is told by its zone.
    found: Any = bare_extraction(
        tree, favor_recall=True, include_comments=False, with_metadata=True, date_extraction_params=_DATES, fast=many
    )
    body = (found.text or "").strip() if found is not None else ""
    if not body:
        problem = "holds no article: a cookie wall, a redirect, or a page that scripts fill in. Save the page as shown."
        raise InputError(source.name, "empty", problem)
    require_one(body, source)
    title = _line(found.title or "") or None
    parts = [*_opening(tree, title, body), body]
    return {"text": "\n\n".join(parts), "title": title, "date": found.date, "site": found.sitename or found.hostname}


def _require_one(tree: HtmlElement, source: Source) -> None:
    """Refuse a page of several articles side by side: a page of one has others as teasers, of a line or two."""
    beside = Counter(one.getparent() for one in tree.iter("article") if _is_story(one))
    number = max(beside.values(), default=0)
    if number > 1:
        problem = f"looks like an export of about {number} articles, of no kind that can be cut. Save them one by one."
        raise InputError(source.name, "export", problem)


def _is_story(article: HtmlElement) -> bool:
    named = f"{article.get('class')} {article.get('id')}".casefold()
    length = sum(len(_line(one.text_content())) for one in article.iter("p"))
    return length >= _LEAST_STORY and not any(name in named for name in _REMARKS)


def _unwrap_layout(tree: HtmlElement) -> None:
    """Turn tables that lay out a page into blocks: their cells hold headlines and paragraphs, not figures."""
    tables = [table for table in tree.iter("table") if next(table.iter("p", "h1", "h2", "article"), None) is not None]
    for table in tables:
        table.tag = "div"
        for row in (*table.iterchildren("tr"), *(row for part in table.iterchildren("tbody") for row in part)):
            row.tag = "div"
            for cell in row.iterchildren("td", "th"):
                cell.tag = "div"


def _opening(tree: HtmlElement, title: str | None, body: str) -> Iterator[str]:
    """The headline and the standfirst, where the body does not begin with them."""
    if title and not _line(body[:1000].split("\n", 1)[0]).startswith(title):
        yield title
    headline = next(tree.iter("h1"), None)
    if headline is not None:
        yield from _standfirst(headline, _line(body))


def _standfirst(headline: HtmlElement, body: str) -> list[str]:
    """The sentences between a headline and the first one of the body; none where they do not follow one another."""
    found: list[str] = []
    for element in headline.xpath("following::*[self::p or self::h2]")[:_NEAR]:
        text = _line(element.text_content())
        aside = any(parent.tag in _ASIDE for parent in element.iterancestors())
        if aside or len(text) < _LEAST_STANDFIRST or not _SENTENCE.search(text):
            continue
        if text[:_LEAST_STANDFIRST] in body:
            return found
        found.append(text)
    return []


def _line(text: str) -> str:
    return " ".join(text.split())
