"""A file inside a file that another reader reads: a page of a crawl, of a saved page or of a mail."""

from __future__ import annotations

from dataclasses import dataclass, replace

from nlp_events.readers.articles import Found
from nlp_events.readers.sources import Source
from nlp_events.values import Article


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Bytes of a kind of their own, and what is known of them besides.

    Attributes:
        data: the bytes.
        suffix: the ending that their reader has.
        place: what comes after the names of the file in theirs (":3").
        own_id: the ``doc_id`` of the article in them; "" for one by its place.
        title: for an article that has none.
        published: the day YYYY-MM-DD for an article that has none.
        site: likewise.
        hollow: one without an article is nothing to be told each time: crawls hold lists and menus.
    """

    data: bytes
    suffix: str
    place: str = ""
    own_id: str = ""
    title: str = ""
    published: str | None = None
    site: str = ""
    hollow: bool = False

    def source(self, source: Source) -> Source:
        """Its names in a file."""
        return Source(f"{source.name}{self.place}", f"{source.doc_id}{self.place}", source.depth + 1)

    def completed(self, found: Found) -> Found:
        """An article of it with what it lacks."""
        if not isinstance(found, Article):
            return replace(found, doc_id=self.own_id or found.doc_id)
        return replace(
            found,
            doc_id=self.own_id or found.doc_id,
            title=found.title or self.title or None,
            published=found.published or self.published,
            site=found.site or self.site or None,
        )
