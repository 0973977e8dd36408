"""Feeds, mails, crawls and chats, made in memory."""

from __future__ import annotations

from email.message import EmailMessage

from tests.readers.making import gzipped

ONE = "Deux soldats ont été tués mercredi à Gao, a annoncé l'armée malienne."
TWO = "Trois cents familles ont fui les inondations à Niamey, selon la protection civile."
THREE = "Un bateau de migrants a chaviré au large de Sfax, faisant douze morts."
TEXTS = (ONE, TWO, THREE)
DAYS = ("2023-03-08", "2023-07-14", "2023-11-30")

RFC = ("Wed, 08 Mar 2023 10:00:00 +0100", "Fri, 14 Jul 2023 23:30:00 -0500", "Thu, 30 Nov 2023 08:00:00 GMT")


def rss(items, head="", namespace='xmlns:content="http://purl.org/rss/1.0/modules/content/"'):
    channel = f"<channel><title>La Voix &amp; Cie</title>{items}</channel>"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{head}<rss version="2.0" {namespace}>{channel}</rss>'


def item(number, day, body=None):
    whole = f"<content:encoded><![CDATA[<p>{TEXTS[number]}</p><p>Suite.</p>]]></content:encoded>"
    text = "<description>Court.</description>" + (whole if body is None else body)
    return f"<item><title>Titre {number}</title><guid>urn:a:{number}</guid><pubDate>{day}</pubDate>{text}</item>"


def message(number, *, html=None, plain=True, **headers):
    made = EmailMessage()
    made["From"] = headers.get("sender", "Alertes Sahel <alerte@sahel.example>")
    made["Subject"] = f"Alerte nº {number}"
    made["Date"] = headers.get("date", RFC[number])
    made["Message-ID"] = f"<{number}@sahel.example>"
    if plain:
        made.set_content(f"{TEXTS[number]}\n\n> Cité d'un autre.\n")
    if html:
        made.add_alternative(html, subtype="html") if plain else made.set_content(html, subtype="html")
    return made


PAGE = """<html><head><title>Titre {n}</title>
<meta property="article:published_time" content="{day}T10:00:00+01:00"></head><body><nav>Accueil</nav>
<article><h1>Titre {n}</h1><p>{text} Le bilan a été confirmé par deux sources hospitalières.</p></article>
</body></html>"""


def warc(*pages, packed=True):
    data = b""
    for address, body, kind in pages:
        answer = b"HTTP/1.1 200 OK\r\nContent-Type: %s\r\n\r\n%s" % (kind.encode(), body)
        head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2023-12-24T10:00:00Z\r\n"
        head += f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
        record = head.encode() + answer + b"\r\n\r\n"
        data += gzipped(record) if packed else record
    return data


def pages():
    return [
        (f"http://www.voix.example/{n}", PAGE.format(n=n, day=day, text=text).encode(), "text/html; charset=utf-8")
        for n, (day, text) in enumerate(zip(DAYS, TEXTS, strict=True))
    ]


IPHONE = (
    "\u200e[08/03/2023 10:15:32] Groupe Sahel: \u200eLes messages sont chiffrés.\n"
    f"[08/03/2023 10:16:00] Awa Diop: {ONE}\nSuite : en cours.\n"
    "[08/03/2023 10:17:00] Awa Diop: \u200eimage absente\n"
    f"[14/07/2023 23:59:59] +227 90 00 00 00: {TWO}\n"
)
ANDROID = (
    "08/03/2023, 10:15 - Les messages sont chiffrés de bout en bout.\n"
    f"08/03/2023 à 10:16 - Awa Diop: {ONE}\nSuite : en cours.\n"
    "08/03/2023 à 10:17 - Awa Diop: <Médias omis>\n"
    "09/03/2023 à 10:17 - Awa Diop a quitté le groupe\n"
    f"14/07/2023 à 23:59 - Moussa: {TWO}\n"
)
