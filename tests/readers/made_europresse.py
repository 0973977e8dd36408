"""Exports of Europresse, of both forms."""

from __future__ import annotations

from typing import NamedTuple


class Story(NamedTuple):
    """One article of an export."""

    title: str
    body: tuple[str, ...]
    day: str
    written: str
    paper: str
    number: str


STORIES = (
    Story(
        "Un car tombe dans un ravin près de Tessala",
        ("Douze passagers ont été tués jeudi soir.", "Trente blessés ont été évacués vers Mirande."),
        "2023-05-12",
        "International, vendredi 12 mai 2023 213 mots, p. 4",
        "La Gazette du Levant, no. 8123",
        "news·20230512·GZ·0123456",
    ),
    Story(
        "Crue de la Sorve : trois morts",
        ("La crue a fait trois morts à Bréville.", "Quelque 1 200 habitants ont été évacués."),
        "2023-02-03",
        "Régions, vendredi 3 février 2023 98 mots",
        "Le Courrier des Rives (site web)",
        "news·20230203·CRW·kx77",
    ),
    Story(
        "Incendie d'un entrepôt à Valmont",
        ("Deux pompiers ont été blessés dans l'incendie.",),
        "2022-11-30",
        "mercredi 30 novembre 2022 55 mots, p. 11",
        "L'Écho de l'Ouest, no. 402",
        "news·20221130·EO·995",
    ),
)

TEASER = "Lire aussi : Séisme au Kerman, 40 morts"


def article(story: Story) -> str:
    """An ``<article>`` of today's form, with marks of a search, a teaser and a footer."""
    body = "".join(f"<p>{line}</p>" for line in story.body).replace("morts", "m<mark>or</mark>ts")
    body += f"<p>{TEASER}</p>" if body else ""
    return (
        '<article><header><div class="rdp__DocPublicationName">'
        f'<span class="DocPublicationName"><img src="logo.png"/> {story.paper}\n        Actualité</span></div>'
        f'<div class="rdp__DocHeader"><span class="DocHeader">{story.written}</span></div>'
        '<div class="titreArticle"><p class="rdp__kicker">Drame</p>'
        f'<p class="titreArticleVisu rdp__articletitle">{story.title}</p></div>'
        '<div class="docAuthors"><p class="sm-margin-bottomNews">Anne Dorval</p></div></header>'
        f'<section><div class="DocText clearfix"><div class="docOcurrContainer">{body}'
        f"<p>© 2023 {story.paper}. Tous droits réservés.</p></div></div></section>"
        '<footer class="rdp__public"><div class="rdp__tableFooter"><small>© 2023 Le vendeur. Tous droits réservés.'
        f'</small><div class="publiC-lblNodoc">{story.number}</div></div></footer></article>'
    )


def old_article(story: Story) -> str:
    """A table of the form before 2015."""
    body = "<br><br>".join(story.body)
    return (
        f'<table><tbody><tr><td><span class="DocPublicationName">{story.paper}</span><br>'
        f'<span class="DocHeader">{story.written.partition(",")[0]}</span><br>'
        f'<span class="DocHeader">{story.written.partition(", ")[2]}</span><br>'
        f'<span class="TitreArticleVisu">{story.title}</span><br><br>{body}<br><br>'
        "Tous droits réservés : 2023 Le vendeur<br>"
        f'<span id="ucPubliC_lblNodoc">{story.number}</span><br>'
        '</td></tr><tr><td class="txtCertificat">Certificat émis le 1 juin 2023 à Université</td></tr></tbody></table>'
    )


def page(*articles: str, charset: str = "utf-8", style: str = "") -> bytes:
    """A saved page."""
    head = (
        f'<!DOCTYPE html>\n<html><head><meta charset="{charset}"><title>Sauvegarde</title><style>{style}</style></head>'
    )
    return f"{head}<body>\n{''.join(articles)}\n</body></html>".encode(charset)


def europresse(stories: tuple[Story, ...] = STORIES) -> bytes:
    return page(*map(article, stories))


def old_europresse(stories: tuple[Story, ...] = STORIES, charset: str = "cp1252") -> bytes:
    return page(*map(old_article, stories), charset=charset)
