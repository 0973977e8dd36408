"""Exports of Factiva and Nexis, of all their forms."""

from __future__ import annotations

import io
from collections.abc import Iterable

from tests.readers.made_europresse import Story

STORIES = (
    Story(
        "Un car tombe dans un ravin près de Tessala",
        (
            "Douze passagers ont été tués jeudi soir, selon les secours.",
            "Trente blessés ont été évacués vers l'hôpital de Mirande.",
        ),
        "2023-05-12",
        "12 mai 2023",
        "La Gazette du Levant",
        "GAZLEV0020230512ej5c0000f",
    ),
    Story(
        "Crue de la Sorve : trois morts",
        ("La crue a fait trois morts à Bréville.", "Quelque 1 200 habitants ont été évacués, a dit le préfet."),
        "2023-02-03",
        "3 février 2023",
        "Le Courrier des Rives",
        "COURIV0020230203ej230000g",
    ),
    Story(
        "Deux pompiers blessés dans l'incendie d'un entrepôt",
        ("Deux pompiers ont été blessés dans l'incendie d'un entrepôt à Valmont.",),
        "2022-11-30",
        "30 novembre 2022",
        "L'Écho de l'Ouest",
        "ECHOUE0020221130eibu0000h",
    ),
)


def factiva(stories: Iterable[Story] = STORIES) -> bytes:
    """The form with headlines and lines."""
    return _page(_article(story) for story in stories)


def _article(story: Story) -> str:
    body = "".join(f'<p class="articleParagraph frarticleParagraph">{line}</p>' for line in story.body)
    body = body.replace("blessés", "<b>blessés</b>")
    return (
        f'<div class="article frArticle"><div>Monde</div><div id="hd"><span class="frHeadline">'
        f"{story.title}</span></div>"
        f'<div class="author">Anne Dorval</div><div>1 213 mots</div><div>{story.written}</div><div>10:32</div>'
        f"<div>{story.paper}</div><div>GAZLEV</div><div>4</div><div>Français</div>"
        f"<div>© 2023 {story.paper}. Tous droits réservés.</div>{body}<p>Document {story.number}</p>"
        "</div><br/><span></span>"
    )


def factiva_table(stories: Iterable[Story] = STORIES) -> bytes:
    """The form with a table of fields."""
    return _page(_table(story) for story in stories)


def _table(story: Story) -> str:
    first, *others = story.body or ("",)
    fields = {
        "HD": f"<b class='frHeadline'>{story.title}</b>",
        "WC": "213 mots",
        "PD": story.written,
        "ET": "10:32",
        "SN": story.paper,
        "LA": "Français",
        "CY": "© Tous droits réservés",
        "LP": f'<p class="articleParagraph frarticleParagraph">{first}</p>',
        "TD": "".join(f'<p class="articleParagraph frarticleParagraph">{line}</p>' for line in others),
        "RE": "fra : France | medz : Mediterranean",
        "AN": f"<br/>Document {story.number}",
    }
    rows = "".join(
        f'<tr><td class="index"><b>{code}</b>&nbsp;</td><td>{value}</td></tr>' for code, value in fields.items()
    )
    return f'<span></span><div class="article frArticle"><table>{rows}</table><br/></div><br/>'


def _page(articles: Iterable[str]) -> bytes:
    style = "".join(f".a{number}{{margin:0}}" for number in range(9000))
    foot = '<div id="pageFooter"><span class="copyright">&copy; 2023 Factiva, Inc. Tous droits réservés.</span></div>'
    head = f"<!DOCTYPE html>\n<html><head><title>Factiva</title><style>{style}</style></head><body><h1>Factiva</h1>"
    return f"{head}{''.join(articles)}{foot}</body></html>".encode()


def factiva_lines(stories: Iterable[Story] = STORIES) -> list[str]:
    """What an RTF or DOCX file of Factiva has as lines."""
    lines = ["Factiva RTF Display Format", ""]
    for story in stories:
        lines += ["Monde", story.title, "", "Anne Dorval", "1 213 mots", story.written, "10:32", story.paper, "GAZLEV"]
        lines += ["4", "Français", f"© 2023 {story.paper}. Tous droits réservés.", "", *story.body, ""]
        lines += [f"Document {story.number}", "", ""]
    return [*lines, "Search Summary", "Text crue or car"]


def nexis_text(stories: tuple[Story, ...] = STORIES, french: bool = False) -> bytes:
    """The text files of LexisNexis, with lines of 60 characters; the French ones reserve rights above the paper."""
    import textwrap

    parts = ["\n\n\nDownload Request: Selected Items: 1-3\nTime Of Request: Friday, March 20, 2018\n\n\n"]
    for number, story in enumerate(stories, start=1):
        body = "\n\n".join(textwrap.fill(line, 60) for line in story.body)
        mark = f"Document {number} de {len(stories)}" if french else f"{number} of {len(stories)} DOCUMENTS"
        rights = f"           Copyright 2023 {story.paper}\n             Tous droits réservés\n\n"
        byline, length = ("SIGNATURE", "LONGUEUR") if french else ("BYLINE", "LENGTH")
        parts.append(
            f"                     {mark}\n\n\n{rights if french else ''}              {story.paper}\n\n"
            f"             {story.written} vendredi\n                Edition 1;\n\n"
            f"{textwrap.fill(story.title, 30)}\n\n{byline}: Anne Dorval\n\n{length}: 213 mots\n\n\n"
            f"{body}\n\nLOAD-DATE: January 11, 2024\n\nLANGUAGE: FRENCH; FRANÇAIS\n\nPUBLICATION-TYPE: Newspaper\n\n\n"
            f"{'' if french else rights}"
        )
    return "".join(parts).replace("\n", "\r\n").encode()


def nexis_lines(stories: Iterable[Story] = STORIES) -> list[str]:
    """The paragraphs of a DOCX file of Nexis Uni, with its cover."""
    stories = list(stories)
    lines = ["Date and Time: vendredi 1 décembre 2023 10:00:00 CET", f"Documents ({len(stories)})"]
    lines += [f"{number}. {story.title}" for number, story in enumerate(stories, start=1)]
    for story in stories:
        lines += [
            "",
            story.title,
            story.paper,
            f"{story.written} vendredi 10:20 AM GMT",
            f"Copyright 2023 {story.paper}",
        ]
        lines += [
            "Tous droits réservés",
            "Highlight: Le préfet est sur place.",
            "Section: MONDE; Pg. 4",
            "Length: 213 mots",
            "Byline: Anne Dorval",
            "Body",
        ]
        lines += ["", *story.body, "Load-Date: May 13, 2023", "", "End of Document"]
    return lines


def rtf(lines: Iterable[str]) -> bytes:
    """An RTF file of lines, with a link, a foot and a picture."""
    body = "".join(f"{{{_escaped(line)}\\par}}\n" for line in lines)
    link = r"{\field{\*\fldinst{HYPERLINK \"#toc0\"}}{\fldrslt{\ul Sommaire}}}\par" + "\n"
    foot = r"{\footer\pard Page 1 of 9 \'a9 2023 Factiva, Inc.\par}" + "\n"
    head = r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fnil\fcharset0 Arial;}}{\pict\pngblip 8950}" + "\n"
    return (head + foot + link + body + "}").encode("ascii")


def _escaped(line: str) -> str:
    escaped = line.replace("\\", r"\\").replace("{", r"\{").replace("}", r"\}")
    return "".join(char if char.isascii() else f"\\u{ord(char)}?" for char in escaped)


def docx(*parts: str | list[list[str]]) -> bytes:
    """A DOCX file of paragraphs, and of tables, which are lists of rows."""
    from docx import Document

    document = Document()
    for part in parts:
        if isinstance(part, str):
            document.add_paragraph(part)
            continue
        table = document.add_table(len(part), len(part[0]))
        for row, cells in zip(table.rows, part, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()
