"""Corpora of textometry, and office files."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

BODIES = (
    ("Douze passagers ont été tués jeudi soir à Tessala.", "Trente blessés ont été évacués."),
    ("La crue a fait trois morts à Bréville.",),
    ("Deux pompiers ont été blessés à Valmont.", "L'incendie est éteint."),
)
DAYS = ("2023-05-12", "2023-02-03", "2022-11-30")
PAPERS = ("Gazette du Levant", "Courrier des Rives", "Écho de l'Ouest")
IDS = ("gaz-1", "riv-2", "echo-3")


def iramuteq(written: Sequence[str] = DAYS, ids: Sequence[str] = IDS) -> bytes:
    parts = []
    for body, day, paper, name in zip(BODIES, written, PAPERS, ids, strict=True):
        head = f"**** *source_{paper.replace(' ', '_')} *date_{day} *am_{day[:7]} *id_{name}"
        parts.append("\n".join([head, "-*corps", *body]))
    return ("\n\n".join(parts) + "\n").encode()


def lexico(end: str = "\n") -> bytes:
    """Paper and day as tags that hold on; here the second text is of the paper of the first."""
    parts = []
    papers = (PAPERS[0], None, PAPERS[2])
    for body, day, paper, name in zip(BODIES, DAYS, papers, IDS, strict=True):
        head = [f"<date={day}>", *([f"<journal={paper}>"] if paper else []), f'<id="{name}">']
        parts.append(end.join([*head[:1], "".join(head[1:]), *(f"§ {line}" for line in body)]))
    return end.join(parts).encode()


def xlsx(*sheets: Sequence[Sequence[object]]) -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    for number, rows in enumerate(sheets, start=1):
        sheet = book.create_sheet(f"Feuille {number}")
        for row in rows:
            sheet.append(list(row))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


_NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "table")
)


def odt(*parts: str | list[list[str]], head: str = "") -> bytes:
    """An ODT file of paragraphs, and of tables, which are lists of rows; ``head`` stands before its root."""
    body = "".join(_paragraph(part) if isinstance(part, str) else _table(part) for part in parts)
    note = "<text:note><text:note-body><text:p>40 morts</text:p></text:note-body></text:note>"
    content = f"<office:document-content {_NAMES}><office:body><office:text>{body}<text:p>{note}</text:p></office:text>"
    return package(
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", f"{head}{content}</office:body></office:document-content>".encode()),
    )


def _paragraph(text: str) -> str:
    return f"<text:p>{escape(text).replace('morts', '<text:span>m</text:span>orts')}</text:p>"


def _table(rows: Iterable[Iterable[str]]) -> str:
    cells = ("".join(f"<table:table-cell>{_paragraph(cell)}</table:table-cell>" for cell in row) for row in rows)
    edge = '<table:table-cell table:number-columns-repeated="16384"/>'
    return f"<table:table>{''.join(f'<table:table-row>{row}{edge}</table:table-row>' for row in cells)}</table:table>"


def package(*parts: tuple[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts:
            archive.writestr(name, data, zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED)
    return stream.getvalue()
