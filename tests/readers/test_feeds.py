"""Feeds, mails, saved pages, crawls and chats: several articles a file, each with its own day, title, paper and id."""

from __future__ import annotations

import logging
from email.message import EmailMessage

import pytest

from nlp_events.readers import Notes, ReadOptions, read
from nlp_events.values import Article
from tests.readers.made_feeds import (
    ANDROID,
    DAYS,
    IPHONE,
    ONE,
    PAGE,
    RFC,
    TEXTS,
    TWO,
    item,
    message,
    pages,
    rss,
    warc,
)
from tests.readers.making import zipped


def found_in(path, data, **options):
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return list(read([path], options=ReadOptions(**options)))


def told(caplog):
    return [record.getMessage() for record in caplog.records]


class TestFeeds:
    """RSS and Atom."""

    @pytest.mark.parametrize("name", ["a.rss", "a.xml", "a"])
    def test_items_are_articles(self, tmp_path, name):
        found = found_in(tmp_path / name, rss("".join(item(number, day) for number, day in enumerate(RFC))))
        assert found == [
            Article(
                doc_id=f"urn:a:{number}",
                title=f"Titre {number}",
                text=f"Titre {number}\n\n{TEXTS[number]}\n\nSuite.",
                published=DAYS[number],
                site="La Voix & Cie",
            )
            for number in range(3)
        ]

    def test_atom(self, tmp_path):
        entries = "".join(
            f"<entry><id>tag:{n}</id><title>Titre {n}</title><updated>{day}T10:00:00Z</updated>"
            f'<content type="html">&lt;p&gt;{text}&lt;/p&gt;</content></entry>'
            for n, (day, text) in enumerate(zip(DAYS, TEXTS, strict=True))
        )
        feed = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>La Voix</title>{entries}</feed>'
        found = found_in(tmp_path / "a.atom", feed)
        assert [(one.doc_id, one.published, one.site) for one in found] == [
            (f"tag:{n}", day, "La Voix") for n, day in enumerate(DAYS)
        ]
        assert [one.text.partition("\n\n")[2] for one in found] == list(TEXTS)

    def test_summaries_are_told(self, tmp_path, caplog):
        with caplog.at_level(logging.WARNING, "nlp_events"):
            (found,) = found_in(tmp_path / "a.rss", rss(item(0, "hier", body="")))
        assert (found.text, found.published) == ("Titre 0\n\nCourt.", None)
        assert any("its items hold summaries or titles only" in one for one in told(caplog))
        assert any("'hier'" in one for one in told(caplog))

    def test_damaged_feed_is_told_and_what_is_whole_is_read(self, tmp_path, caplog):
        data = rss("".join(item(number, day) for number, day in enumerate(RFC)))
        with caplog.at_level(logging.WARNING, "nlp_events"):
            found = found_in(tmp_path / "a.rss", data[: data.index("Titre 2") - 60])
        assert [one.doc_id for one in found[:2]] == ["urn:a:0", "urn:a:1"]
        assert any("is damaged" in one for one in told(caplog))

    def test_entities_are_refused(self, tmp_path):
        head = '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>\n'
        (bad,) = found_in(tmp_path / "a.rss", rss(item(0, RFC[0]), head=head))
        assert bad.status == "entities"

    def test_no_items(self, tmp_path):
        (bad,) = found_in(tmp_path / "a.rss", rss(""))
        assert (bad.status, "holds no items" in bad.error) == ("feed", True)


class TestMail:
    """Messages, alone and in a folder of a mail program."""

    @pytest.mark.parametrize("name", ["a.eml", "a"])
    def test_message_is_an_article(self, tmp_path, name):
        (found,) = found_in(tmp_path / name, message(0).as_bytes())
        expected = Article(
            doc_id="0@sahel.example",
            title="Alerte nº 0",
            text=f"Alerte nº 0\n\n{ONE}",
            published=DAYS[0],
            site="Alertes Sahel",
        )
        assert found == expected

    @pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "cp1252"])
    def test_html_alone_and_its_encoding(self, tmp_path, charset):
        html = f"<html><body><table><tr><td><p>{ONE}</p></td><td>Sfax</td></tr></table></body></html>"
        made = message(1, plain=False)
        made.set_content(html, subtype="html", charset=charset)
        (found,) = found_in(tmp_path / "a.eml", made.as_bytes())
        assert found.text == f"Alerte nº 1\n\n{ONE}\n\nSfax"

    def test_lines_of_seventy_columns_are_paragraphs(self, tmp_path):
        made = message(0)
        first, rest = TWO[:58].rpartition(" ")[0], TWO[:58].rpartition(" ")[2] + TWO[58:]
        made.set_content(f"{first}\n{rest}\nSuite.\n\nFin.\n")
        (found,) = found_in(tmp_path / "a.eml", made.as_bytes())
        assert found.text.split("\n\n")[1:] == [TWO, "Suite.", "Fin."]

    def test_folder_of_messages(self, tmp_path):
        box = b"".join(
            b"From a@sahel.example Wed Mar  8 10:00:00 2023\n" + message(number).as_bytes() + b"\n"
            for number in range(3)
        )
        for name in ("a.mbox", "Boite"):
            found = found_in(tmp_path / name, box)
            assert [(one.doc_id, one.published) for one in found] == [
                (f"{number}@sahel.example", day) for number, day in enumerate(DAYS)
            ]
            assert [one.text.partition("\n\n")[2] for one in found] == list(TEXTS)

    def test_message_that_is_too_long_costs_itself(self, tmp_path, monkeypatch):
        monkeypatch.setattr("nlp_events.readers.mail.MOST_BYTES", 2_000)
        bodies = [message(0).as_bytes(), b"Subject: x\n\n" + b"a b c\n" * 1000, message(2).as_bytes()]
        box = b"".join(b"From a@b Wed Mar  8 10:00:00 2023\n" + body + b"\n" for body in bodies)
        first, bad, last = found_in(tmp_path / "a.mbox", box)
        assert (first.published, bad.status, bad.doc_id, last.published) == (DAYS[0], "long", "a.mbox:2", DAYS[2])

    def test_attachments_are_counted(self, tmp_path, caplog):
        made = message(0)
        made.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="rapport.pdf")
        with caplog.at_level(logging.WARNING, "nlp_events"):
            (found,) = found_in(tmp_path / "a.eml", made.as_bytes())
        assert found.text.endswith(ONE)
        assert any("1 attachment was left out" in one for one in told(caplog))

    def test_odd_headers_cost_nothing(self, tmp_path):
        heads = b"Subject: =?x?q?=\xff\r\nFrom: <<<,;\r\nDate: hier\r\nMessage-ID: []\r\nMIME-Version: 1\r\n\r\n"
        data = heads + ONE.encode()
        (found,) = found_in(tmp_path / "a.eml", data)
        assert ONE in found.text


class TestCrawls:
    """WARC and WACZ."""

    @pytest.mark.parametrize("name", ["a.warc.gz", "a.wacz", "a.zip"])
    def test_pages_are_articles(self, tmp_path, name):
        data = warc(*pages(), ("http://voix.example/logo", b"\x89PNG", "image/png"))
        if name != "a.warc.gz":
            listed = b'{"format": "json-pages-1.0"}\n{"text": "' + ONE.encode() + b'", "url": "http://x"}\n'
            others = () if name == "a.zip" else (("pages/pages.jsonl", listed), ("datapackage.json", b"{}"))
            data = zipped(("archive/data.warc.gz", data), *others)
        found = found_in(tmp_path / name, data)
        assert [(one.doc_id, one.published, one.title) for one in found] == [
            (f"http://www.voix.example/{n}", day, f"Titre {n}") for n, day in enumerate(DAYS)
        ]
        assert all(text in one.text and "Accueil" not in one.text for one, text in zip(found, TEXTS, strict=True))
        assert {one.site for one in found} == {"voix.example"}

    def test_page_without_a_day_has_that_of_the_crawl_which_is_told(self, tmp_path, caplog):
        undated = PAGE.format(n=0, day="", text=ONE).replace("article:published_time", "x").encode()
        with caplog.at_level(logging.WARNING, "nlp_events"):
            (found,) = found_in(tmp_path / "a.warc.gz", warc(("http://a.example/", undated, "text/html")))
        assert found.published == "2023-12-24"
        assert any("are dated by the day of the crawl" in one for one in told(caplog))

    def test_page_that_was_kept_twice(self, tmp_path):
        found = found_in(tmp_path / "a.warc.gz", warc(pages()[0], pages()[0]))
        assert [one.doc_id for one in found] == ["http://www.voix.example/0", "http://www.voix.example/0 (2023-12-24)"]

    def test_pages_without_an_article_are_counted(self, tmp_path):
        hollow = ("http://a.example/", b"<html><body></body></html>", "text/html")
        (tmp_path / "a.warc.gz").write_bytes(warc(pages()[0], hollow))
        notes = Notes()
        assert len(list(read([tmp_path], notes=notes))) == 1
        assert notes.lines == ["1 pages of crawls hold no article and were left out"]

    def test_damaged_crawl_is_read_up_to_the_damage(self, tmp_path):
        found = found_in(tmp_path / "a.warc", warc(*pages(), packed=False) + b"\x00\xff rien\r\n" * 50)
        assert [one.doc_id for one in found] == [*(f"http://www.voix.example/{n}" for n in range(3)), "a.warc:4"]
        assert (found[3].status, "is damaged from here on" in found[3].error) == ("warc", True)

    def test_record_of_a_wrong_length_is_told(self, tmp_path, caplog, capsys):
        data = warc(*pages(), packed=False).replace(b"Content-Length: 4", b"Content-Length: 3", 1)
        with caplog.at_level(logging.WARNING, "nlp_events"):
            found = found_in(tmp_path / "a.warc", data)
        assert [one.doc_id for one in found][:2] == ["http://www.voix.example/0", "http://www.voix.example/1"]
        assert any("a record whose length is wrong" in one for one in [*told(caplog), found[-1].error])
        assert capsys.readouterr().err == ""

    def test_texts_of_a_crawl(self, tmp_path):
        data = b"WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: http://a.example/b\r\n"
        data += b"WARC-Date: 2023-07-14T00:00:00Z\r\n"
        body = TWO.encode()
        data += b"Content-Type: text/plain\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n" % (len(body), body)
        (found,) = found_in(tmp_path / "a.warc", data)
        assert found == Article(doc_id="http://a.example/b", text=TWO, published="2023-07-14", site="a.example")


class TestSavedPage:
    """MHTML."""

    @pytest.mark.parametrize("name", ["a.mhtml", "a.mht", "a"])
    def test_page_is_read_as_a_page(self, tmp_path, name):
        made = EmailMessage()
        made["From"] = "<Saved by Blink>"
        made["Snapshot-Content-Location"] = "https://www.voix.example/1"
        made["Subject"] = "Titre 1"
        made["MIME-Version"] = "1.0"
        made.set_content(PAGE.format(n=1, day=DAYS[1], text=TWO), subtype="html", cte="quoted-printable")
        made.add_related(b"GIF89a", maintype="image", subtype="gif")
        (found,) = found_in(tmp_path / name, made.as_bytes())
        assert (found.doc_id, found.title, found.published) == (name, "Titre 1", DAYS[1])
        assert TWO in found.text


class TestChats:
    """WhatsApp, of both systems."""

    @pytest.mark.parametrize(("data", "places", "out"), [(IPHONE, (2, 3), 1), (ANDROID, (1, 2), 3)])
    def test_messages_are_articles(self, tmp_path, caplog, data, places, out):
        with caplog.at_level(logging.WARNING, "nlp_events"):
            found = found_in(tmp_path / "chat.txt", data)[-2:]
        assert [one.doc_id for one in found] == [f"chat.txt:{place}" for place in places]
        assert [one.text for one in found] == [f"{ONE}\n\nSuite : en cours.", TWO]
        assert [one.published for one in found] == ["2023-03-08", "2023-07-14"]
        assert found[0].site == "Awa Diop"
        assert any(f"{out} message" in one and "left out" in one for one in told(caplog))

    def test_form_of_the_caller(self, tmp_path):
        found = found_in(tmp_path / "chat.txt", f"3/8/23, 10:15 AM - Awa: {ONE}\n", date_format="%m/%d/%y")
        assert [one.published for one in found] == ["2023-03-08"]

    @pytest.mark.parametrize(
        "text", ["12/05/2023 - Gao. Deux morts.", "[Gao] Deux morts", "12/05/2023 10:15 - Gao : x"]
    )
    def test_text_that_is_no_chat(self, tmp_path, text):
        (found,) = found_in(tmp_path / "a.txt", text)
        assert (found.doc_id, found.text) == ("a.txt", text)


def test_all_kinds_in_one_folder(tmp_path):
    (tmp_path / "a.rss").write_text(rss("".join(item(number, day) for number, day in enumerate(RFC))))
    (tmp_path / "b.eml").write_bytes(message(0).as_bytes())
    (tmp_path / "c.warc.gz").write_bytes(warc(*pages()))
    (tmp_path / "d.txt").write_text(IPHONE)
    (tmp_path / "e.zip").write_bytes(zipped(("f.eml", message(1).as_bytes()), ("g.rss", b"<rss")))
    notes = Notes()
    found = list(read([tmp_path], options=ReadOptions(max_seconds=60.0), notes=notes))
    assert len([one for one in found if isinstance(one, Article)]) == 3 + 1 + 3 + 3 + 1
    assert [one.status for one in found if not isinstance(one, Article)] == ["feed"]
    assert notes.lines == []
