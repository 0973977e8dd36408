"""All kinds of files that are read, in one table: how each is known, and the reader it has.

A reader is a function «module:function» of an open stream, its ``Source`` and the ``ReadOptions``, which yields what is
found: an article, or what stands in the place of one. A new kind is a module and a line here.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_PLACE = "nlp_events.readers."

_MOST_BEGIN = 16 * 1024
"""Bytes in which a file begins as its kind does: comments and a declaration may be before the root of XML."""


class Kind(NamedTuple):
    """One kind of files.

    Attributes:
        name: what messages and the documentation call it.
        reader: «module:function» in this package; the module is imported when a file needs it.
        endings: of files that are taken for it where their bytes tell nothing else; none for those known by content.
        begins: how its bytes begin, after blanks and a byte-order mark; None where only the ending tells.
        holds: what stands somewhere in its first bytes; None for nothing in particular.
        among: endings of files that are looked at for it, "" for none at all; an empty one for all.
        timed: a few bytes of it can be slow to read without end.
    """

    name: str
    reader: str
    endings: tuple[str, ...] = ()
    begins: re.Pattern[bytes] | None = None
    holds: re.Pattern[bytes] | None = None
    among: tuple[str, ...] = ()
    timed: bool = False

    def is_known_by(self, suffix: str, head: bytes) -> bool:
        """Whether the first bytes of a file tell that it is of this kind.

        Args:
            suffix: the ending of its name.
            head: its first bytes, as ``plain_head`` gives them.
        """
        if self.begins is None or (self.among and suffix not in self.among):
            return False
        begins = self.begins.match(head, 0, _MOST_BEGIN) is not None
        return begins and (self.holds is None or self.holds.search(head) is not None)


_MARKUP = re.compile(rb"<")
_ANY = re.compile(rb"")
_TEXTS = ("", ".txt")
_OFFICE = ("", ".docx", ".docm", ".odt", ".xlsx", ".xlsm")
_PACKAGE = re.compile(rb"PK\x03\x04.{26}(?:\[Content_Types\]\.xml|_rels/|docProps/|word/|xl/)", re.DOTALL)
_ODT = re.compile(rb"PK\x03\x04.{26}mimetype.{0,60}application/vnd\.oasis\.opendocument\.text", re.DOTALL)
_STARS = re.compile(rb"(?:\*{4}|[0-9]{4})[ \t]+\*[^\s*_]{1,60}_\S")
_FACTIVA_CLASS = re.compile(rb"""\bclass\s?=\s?["']?(?:article )?[a-z]{2}Article\b""")
_FACTIVA_ID = re.compile(rb"(?m)^[ \t]*\w{4,12} [A-Z0-9]{3,20}(?:19|20)[0-9]{6}[a-z0-9]{4,16}[ \t\r]*$")
_NEXIS_MARKS = rb"[0-9]{1,5} of [0-9]{1,5} DOCUMENTS|Do[ck]umento? [0-9]{1,5} \w{2,3} [0-9]{1,5}|End of Document"
_NEXIS = re.compile(rb"(?m)^[ \t]*(?:" + _NEXIS_MARKS + rb")[ \t\r]*$")
_MAIL = ("", ".eml", ".mbox")
_HEADERS = re.compile(rb"[A-Z][\w-]{1,60}:")
_MESSAGE = re.compile(rb"(?mi)^(?:message-id|mime-version|received|return-path):")
_POSTMARK = re.compile(rb"From \S{1,200} [^\n]{1,100}\r?\n[\w-]{1,60}:")
_SAVED = re.compile(rb"(?mi)^content-type:\s{0,3}multipart/related")
_SAID = re.compile(
    rb"(?m)^(?:\xe2\x80\x8e)?\[?[0-9]{1,2}[/.][0-9]{1,2}[/.][0-9]{2,4}[^\n]{5,26}"
    rb"(?:\]|-|\xe2\x80\x93) [^:\n]{0,79}[^:\s]: "
)
"""Who has written: a name and a colon right behind it, where a news ticker has none, or a blank before it."""

_CHAT = re.compile(
    rb"(?:\xe2\x80\x8e)?(?:\[[0-9]{1,2}[/.][0-9]{1,2}[/.][0-9]{2,4}[^\]\n]{5,25}\] "
    rb"|[0-9]{1,2}[/.][0-9]{1,2}[/.][0-9]{2,4},?\s[^\n]{4,20} (?:-|\xe2\x80\x93) )"
)


def _root(names: bytes) -> re.Pattern[bytes]:
    """XML with a root of one of some names, behind a declaration, comments and a document type without entities."""
    before = rb"(?:\s|<\?[^>]{0,500}>|<!--(?:[^-]|-[^-]){0,2000}-->|<!DOCTYPE[^>\[]{0,500}>)*"
    return re.compile(before + rb"<(?:[\w.-]{1,40}:)?(?:" + names + rb")[\s/>]")


KINDS = (
    Kind("Europresse", "europresse:read_europresse", begins=_MARKUP, holds=re.compile(rb"DocPublicationName")),
    Kind("Factiva", "factiva:read_factiva", begins=_MARKUP, holds=_FACTIVA_CLASS),
    Kind("NewsML-G2", "xml_files:read_newsml", begins=_root(rb"newsMessage|newsItem")),
    Kind("NITF", "xml_files:read_nitf", begins=_root(rb"nitf")),
    Kind("TEI", "xml_files:read_tei", begins=_root(rb"TEI|TEI\.2|teiCorpus")),
    Kind("TXM", "xml_files:read_txm", begins=_root(rb"corpus|txm|text")),
    Kind("feed", "feeds:read_feed", (".rss", ".atom"), _root(rb"rss|feed|RDF"), timed=True),
    Kind("WARC", "crawls:read_warc", (".warc",), re.compile(rb"WARC/[01]\.[0-9]{1,2}\r?\n")),
    Kind("MHTML", "mail:read_mhtml", (".mhtml", ".mht"), _HEADERS, _SAVED, ("", ".mhtml", ".mht", ".eml")),
    Kind("mbox", "mail:read_mbox", (".mbox",), _POSTMARK, among=_MAIL),
    Kind("mail", "mail:read_mail", (".eml",), _HEADERS, _MESSAGE, _MAIL),
    Kind("WhatsApp", "chats:read_whatsapp", begins=_CHAT, holds=_SAID, among=_TEXTS),
    Kind("Factiva lines", "factiva:read_factiva_lines", begins=_ANY, holds=_FACTIVA_ID, among=(".txt",)),
    Kind("Nexis", "nexis:read_nexis", begins=_ANY, holds=_NEXIS, among=(".txt",)),
    Kind(
        "IRaMuTeQ",
        "corpora:read_iramuteq",
        begins=re.compile(rb"(?:\*{4}|[0-9]{4})[ \t]+\*[^\s*_]{1,60}_\S"),
        among=_TEXTS,
    ),
    Kind("Lexico", "corpora:read_lexico", begins=re.compile(rb"<\w{1,40}=[^<>\n]{0,300}>"), among=_TEXTS),
    Kind("DOCX", "word:read_docx", (".docx", ".docm"), _PACKAGE, re.compile(rb"word/document"), _OFFICE, timed=True),
    Kind("ODT", "open_documents:read_odt", (".odt",), _ODT, None, _OFFICE, timed=True),
    Kind("XLSX", "excel:read_xlsx", (".xlsx", ".xlsm"), _PACKAGE, re.compile(rb"xl/workbook"), _OFFICE, timed=True),
    Kind("RTF", "rich_text:read_rtf", (".rtf",), re.compile(rb"\{\\rtf"), timed=True),
    Kind("text", "plain:read_text", (".txt", ".md")),
    Kind("page", "pages:read_page", (".html", ".htm"), timed=True),
    Kind("JSON", "json_files:read_json", (".json",)),
    Kind("JSON Lines", "json_lines:read_lines", (".jsonl", ".ndjson")),
    Kind("CSV", "tables:read_csv", (".csv", ".tsv")),
    Kind("Parquet", "parquet:read_parquet", (".parquet",)),
    Kind("PDF", "pdf:read_pdf", (".pdf",), timed=True),
)
"""Those that are known by content come first, in the order in which they are asked."""

BY_ENDING = {ending: kind for kind in KINDS for ending in kind.endings}

_BEFORE = b"\xef\xbb\xbf \t\r\n"
_WIDE = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}


def reader_of(kind: Kind) -> str:
    """The full name of its reader, «package.module:function»."""
    return kind.reader if kind.reader.count(".") else _PLACE + kind.reader


def plain_head(head: bytes) -> bytes:
    """The first bytes of a file from its first letter on, those of UTF-16 in UTF-8."""
    wide = _WIDE.get(head[:2])
    if wide is not None:
        head = head[2:].decode(wide, "ignore").encode("utf-8", "ignore")
    return head.lstrip(_BEFORE)


def kind_of(suffix: str, head: bytes) -> Kind | None:
    """The kind of a file; None where neither its bytes nor its ending tell one.

    Args:
        suffix: the ending of its name, in small letters with its dot; "" for one that tells nothing.
        head: its first bytes.
    """
    head = plain_head(head)
    return next((kind for kind in KINDS if kind.is_known_by(suffix, head)), None) or BY_ENDING.get(suffix)
