"""XML of agencies and corpora."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple
from xml.sax.saxutils import escape

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


class Story(NamedTuple):
    """One article."""

    title: str
    body: tuple[str, ...]
    day: str
    paper: str
    number: str


STORIES = (
    Story(
        "Un car tombe dans un ravin près de Tessala",
        ("Douze passagers ont été tués jeudi soir.", "Trente blessés ont été évacués."),
        "2023-05-12",
        "Agence du Levant",
        "adl-12",
    ),
    Story("Crue de la Sorve", ("La crue a fait trois morts à Bréville.",), "2023-02-03", "Gazette & Cie", "adl-13"),
    Story("Incendie à Valmont", ("Deux pompiers ont été blessés.",), "2022-11-30", "Agence du Levant", "adl-14"),
)


def _paragraphs(story: Story) -> str:
    return "".join(f"<p>{escape(line).replace('morts', '<em>m</em>orts')}</p>" for line in story.body)


def newsml(stories: Iterable[Story] = STORIES, picture: bool = True) -> bytes:
    """A message of NewsML-G2, with XHTML inside and an item of a picture."""
    items = [
        f'<newsItem guid="urn:newsml:adl:{one.number}" version="1"><itemMeta><provider literal="{escape(one.paper)}"/>'
        f"<versionCreated>2024-01-01T00:00:00Z</versionCreated></itemMeta><contentMeta>"
        f"<contentCreated>{one.day}T23:30:00+02:00</contentCreated><headline>{escape(one.title)}</headline></contentMeta>"
        f'<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml">'
        f"<head><title>x</title></head><body>{_paragraphs(one)}</body></html></inlineXML></contentSet></newsItem>"
        for one in stories
    ]
    if picture:
        items.insert(1, '<newsItem guid="p"><contentSet><remoteContent href="a.jpg"/></contentSet></newsItem>')
    body = f'<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>{"".join(items)}</itemSet></newsMessage>'
    return (DECLARATION + body).encode()


def nitf(stories: Iterable[Story] = STORIES) -> bytes:
    """Stories of NITF, in one root where there are several."""
    parts = [
        f'<nitf><head><title>x</title><docdata><doc-id id-string="{one.number}"/>'
        f'<date.issue norm="{one.day.replace("-", "")}T103000Z"/></docdata></head><body><body.head><hedline>'
        f"<hl1>{escape(one.title)}</hl1></hedline><distributor>{escape(one.paper)}</distributor></body.head>"
        f"<body.content>{_paragraphs(one)}<media><media-caption>40 morts</media-caption></media></body.content>"
        "</body></nitf>"
        for one in stories
    ]
    root = "<!-- Agence - du Levant -->" + (parts[0] if len(parts) == 1 else f"<nitf>{''.join(parts)}</nitf>")
    return (DECLARATION + '<!DOCTYPE nitf SYSTEM "nitf-3-4.dtd">\n' + root).encode()


def tei(stories: Iterable[Story] = STORIES) -> bytes:
    parts = [
        f'<TEI xml:id="{one.number}"><teiHeader><fileDesc><titleStmt><title>{escape(one.title)}</title></titleStmt>'
        f'<publicationStmt><date when="{one.day}"/></publicationStmt><sourceDesc><bibl>'
        f'<title level="j">{escape(one.paper)}</title></bibl></sourceDesc></fileDesc></teiHeader>'
        f"<text><body><head>{escape(one.title)}</head><div>{_paragraphs(one)}<note>40 morts</note></div>"
        "</body></text></TEI>"
        for one in stories
    ]
    return (DECLARATION + f'<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">{"".join(parts)}</teiCorpus>').encode()


def txm(stories: Iterable[Story] = STORIES, name: str = "text") -> bytes:
    parts = [
        f'<{name} id="{one.number}" date="{one.day}" journal="{escape(one.paper)}" titre="{one.title}">'
        f"{_paragraphs(one)}</{name}>"
        for one in stories
    ]
    return (DECLARATION + f"<corpus>{''.join(parts)}</corpus>").encode()


def table(delimiter: str = ";", names: Iterable[str] = ("texte1", "texte2", "texte3")) -> bytes:
    """The ``metadata.csv`` of a folder for TXM."""
    rows = [["id", "date", "journal", "titre"]]
    rows += [[name, one.day, one.paper, one.title] for name, one in zip(names, STORIES, strict=False)]
    return "".join(delimiter.join(f'"{cell}"' for cell in row) + "\n" for row in rows).encode("cp1252")
