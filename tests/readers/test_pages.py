import time
from pathlib import Path

import pytest

from nlp_events.pipeline import process
from nlp_events.readers import read

PAGES = Path(__file__).parent / "pages"


def page(name):
    (found,) = read([PAGES / name])
    return found


@pytest.mark.parametrize(
    ("name", "published", "site", "title"),
    [
        ("news_article.html", "2022-04-05", "Le Courrier des Grands Lacs", "Glissement de terrain à Kavumo"),
        ("old_site.html", "2006-08-17", None, "Un car tombe dans un ravin près de Tessala"),
        ("situation_report.html", "2023-09-19", "Réseau Abri", "Province du Tamani"),
        ("inline_teasers.html", "2020-09-08", "L'Écho du fleuve", "Crue du Saloum-Est"),
        ("comments.html", "2019-11-03", "La Gazette de la Seille", "Fusillade devant un bar"),
    ],
)
def test_title_day_and_site_are_those_that_the_page_declares(name, published, site, title):
    found = page(name)
    assert (found.doc_id, found.published, found.site) == (name, published, site)
    assert found.title.startswith(title)
    assert found.text.startswith(found.title)
    assert found.text.count(found.title) == 1


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("news_article.html", ["dans la nuit de dimanche à lundi", "plus de 1 200 personnes", "tué onze habitants"]),
        ("old_site.html", ["Vingt-deux passagers", "« Les freins ont lâché"]),
        ("situation_report.html", ["- Six agents humanitaires", "| Goura | 1 350 | 8 100 |", "d'eau potable"]),
        ("inline_teasers.html", ["les secours manquent de pirogues", "140 familles", "l'eau potable."]),
        ("comments.html", ["Deux hommes ont été blessés", "conférence de presse."]),
    ],
)
def test_article_is_there_whole(name, kept):
    text = page(name).text
    for words in kept:
        assert words in text


@pytest.mark.parametrize(
    ("name", "cut"),
    [
        ("news_article.html", ["cookies", "250 morts", "38 morts", "64 morts", "45 000 abonnés", "©", "Accueil"]),
        ("old_site.html", ["Culture", "|"]),
        ("comments.html", ["4 morts", "vingtaine"]),
        ("inline_teasers.html", ["18 morts", "Football", "cookies", "S'abonner", "Par Awa"]),
    ],
)
def test_what_stands_around_it_is_cut(name, cut):
    text = page(name).text
    for words in cut:
        assert words not in text


def test_headline_standfirst_and_story_are_lines_of_their_own():
    lines = page("news_article.html").text.splitlines()
    assert lines[0] == "Glissement de terrain à Kavumo : au moins 17 morts"
    assert lines[2].startswith("Une colline")
    assert lines[4].startswith("Au moins 17 personnes")


def test_offsets_are_those_of_the_extracted_text(nlp):
    articles = [found for found in read([PAGES]) if hasattr(found, "text") and found.text]
    for article, result in zip(articles, process(articles, nlp), strict=True):
        assert result.events
        for event in result.events:
            assert article.text[event.start : event.end] == event.text


def test_teasers_between_paragraphs_are_those_of_other_articles(nlp):
    article = page("inline_teasers.html")
    (result,) = process([article], nlp)
    related = [article.text[start:end] for start, end in result.related]
    assert [line.split(" : ")[0] for line in related] == ["Lire aussi", "À lire également"]
    assert {64, 9}.isdisjoint(event.min for event in result.events)
    assert 31 in {event.min for event in result.events}


def test_relative_dates_are_resolved_on_the_day_the_page_declares_and_its_site_is_kept(nlp):
    (result,) = process([page("news_article.html")], nlp)
    assert result.site == "Le Courrier des Grands Lacs"
    assert {event.date for event in result.events if event.impact == "injured"} == {"2022-04-04"}


BODY = "<p>Deux soldats ont été tués mercredi à Gao, a annoncé l'armée malienne, qui a ouvert une enquête.</p>"


def test_day_in_the_name_stands_in_for_one_declared(tmp_path):
    (tmp_path / "2021-03-12-gao.html").write_text(f"<html><body><h1>Gao</h1>{BODY}</body></html>", encoding="utf-8")
    (found,) = read([tmp_path])
    assert found.published == "2021-03-12"


def test_day_of_the_footer_is_not_that_of_the_page(tmp_path):
    html = f"<html><body><h1>Gao</h1>{BODY}<footer>Mis à jour le 1er février 2024. © 2025</footer></body></html>"
    (tmp_path / "gao.html").write_text(html, encoding="utf-8")
    (found,) = read([tmp_path])
    assert found.published is None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(tmp_path, encoding):
    (tmp_path / "gao.htm").write_bytes(f"<html><body><h1>Gao</h1>{BODY}</body></html>".encode(encoding))
    (found,) = read([tmp_path])
    assert "Deux soldats ont été tués" in found.text


def test_declared_encoding_is_taken_where_it_is_no_utf_8(tmp_path):
    html = f'<html><head><meta charset="mac_roman"></head><body><h1>Gao</h1>{BODY}</body></html>'
    (tmp_path / "gao.html").write_bytes(html.encode("mac_roman"))
    (found,) = read([tmp_path])
    assert "Deux soldats ont été tués" in found.text


@pytest.mark.parametrize("declared", ["no-such-encoding", "utf-8", "hex"])
def test_wrong_declaration_is_passed_over(tmp_path, declared):
    html = f'<html><head><meta charset="{declared}"></head><body><h1>Gao</h1>{BODY}</body></html>'
    (tmp_path / "gao.html").write_bytes(html.encode("cp1252"))
    (found,) = read([tmp_path])
    assert "Deux soldats ont été tués" in found.text


@pytest.mark.parametrize("block", ["<div><p>a</p></div>", "<ul><li>a</li></ul>", "<table><tr><td>a</td></tr></table>"])
def test_time_does_not_grow_with_the_square_of_short_blocks(tmp_path, block):
    (tmp_path / "a.html").write_text(f"<html><body><h1>Gao</h1>{BODY}{block * 16_000}</body></html>", encoding="utf-8")
    started = time.process_time()
    (found,) = read([tmp_path])
    assert time.process_time() - started < 12  # 1 to 3 on one core of 2024, where it took 20 to 46
    assert "Deux soldats" in found.text


STORY = (
    "<article class='{}'><h2>Crue de la Sorve</h2>"
    + "<p>"
    + "La crue a fait trois morts à Bréville. " * 9
    + "</p></article>"
)
TEASER = "<article><h3>Séisme au Kerman</h3><p>Quarante morts.</p></article>"


@pytest.mark.parametrize("number", [2, 50])
def test_articles_side_by_side_never_become_one(tmp_path, number):
    (tmp_path / "a.html").write_text(f"<html><body><div>{STORY.format('story') * number}</div></body></html>")
    (found,) = read([tmp_path])
    assert found.status == "export"
    assert f"a.html: looks like an export of about {number} articles" in found.error


@pytest.mark.parametrize("others", [TEASER * 3, STORY.format("comment-body") * 3, STORY.format("card") * 2])
def test_teasers_and_comments_beside_an_article_leave_it_one(tmp_path, others):
    (tmp_path / "a.html").write_text(f"<html><body><div>{STORY.format('story')}{others}</div></body></html>")
    (found,) = read([tmp_path])
    assert "trois morts à Bréville" in found.text
