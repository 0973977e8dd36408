"""The time line of an incident in the page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from nlp_events.incident_objects import to_dict
from nlp_events.report.standalone import report_html
from nlp_events.values import ArticleResult
from tests.timelines.made import article, said, told
from tests.writers.made import event

BAD = '<img src=x onerror="document.title=1">'
STORY = told(
    said("2023-05-03", "a", 1200, BAD), said("2023-05-04", "b", 1500, "l'hôpital", actor="Al-Chabab",
    actor_status="claimed"), said("2023-05-05", "c", 40, certainty="denied"), said(None, "d", 9, part=True),
    best="b-1500", mentioned=(article("e", "2023-05-06", title=BAD),),
)  # fmt: skip
RESULTS = [
    ArticleResult(
        doc_id=name, title=f"Titre {name}", published=day, text="Douze morts à Gao.",
        events=(event(1, doc_id=name, event_id=f"{name}-{number}", start=0, end=5),),
    )
    for name, day, number in (("a", "2023-05-03", 1200), ("b", "2023-05-04", 1500))
]  # fmt: skip


def shown(opened, tmp_path, story, **options):
    path = tmp_path / "report.html"
    path.write_text(report_html(RESULTS, [to_dict(story)], **options), encoding="utf-8")
    page = opened(path)
    page.click("#tab-incidents")
    return page


def entries(page):
    return page.locator(".story > ol > li")


class TestTimeLine:
    def test_it_tells_what_was_said_when_and_what_changed(self, opened, tmp_path):
        page = shown(opened, tmp_path, STORY)
        assert page.locator(".story h3").inner_text() == "Time line"
        said_now = [text.split("\n")[0] for text in entries(page).all_inner_texts()]
        assert [one.split(" ")[0] for one in said_now] == ["2023-05-03", "2023-05-04", "2023-05-05", "2023-05-06", "no"]
        assert page.locator(".story .change").all_inner_texts() == [
            "first told", "raised from 1,200 to 1,500", "denied", "part of a larger figure",
        ]  # fmt: skip
        assert "1,500 killed" in page.locator(".story li.best").inner_text()
        assert "best toll" in page.locator(".story li.best").inner_text()
        assert "claimed by: Al-Chabab" in entries(page).nth(1).inner_text()
        assert "mentions it, without a figure" in entries(page).nth(3).inner_text()
        assert "mostly about something else" in entries(page).nth(3).inner_text()
        assert page.locator(".history").count() == 0

    def test_it_is_told_in_french(self, opened, tmp_path):
        page = shown(opened, tmp_path, STORY, lang="fr")
        text = page.locator(".story").inner_text()
        assert "relevé de 1 200 à 1 500".replace(" 200", "\u202f200").replace(" 500", "\u202f500") in text
        assert "sans date de publication" in text
        assert "parle surtout d’autre chose" in text

    def test_nothing_of_an_article_is_markup(self, opened, tmp_path):
        page = shown(opened, tmp_path, STORY)
        assert BAD in entries(page).nth(0).inner_text()
        assert BAD in entries(page).nth(3).inner_text()
        assert page.locator(".story img").count() == 0
        assert page.title() != "1"

    def test_articles_and_figures_lead_to_their_places(self, opened, tmp_path):
        page = shown(opened, tmp_path, STORY)
        page.locator(".story .told-by .link").nth(1).press("Enter")
        assert page.get_attribute("#tab-documents", "aria-selected") == "true"
        assert page.locator("#view-documents h2").inner_text() == "Titre b"
        page.click("#tab-incidents")
        page.locator(".story li.best .link").press("Enter")
        assert page.get_attribute("#tab-records", "aria-selected") == "true"
        assert page.locator("#table-records tr[aria-selected=true]").get_attribute("data-key") == "b-1500"

    def test_what_one_article_tells_has_a_history_instead(self, opened, tmp_path):
        page = shown(opened, tmp_path, told(said("2023-05-03", "a", 12)))
        assert page.locator(".story").count() == 0
        assert page.locator(".history li").count() == 1

    def test_of_many_articles_the_rest_is_drawn_when_it_is_asked_for(self, opened, tmp_path):
        many = told(*(said(f"2023-05-{1 + number // 10:02d}", f"d{number}", 12) for number in range(150)))
        page = shown(opened, tmp_path, many)
        assert entries(page).count() == 100
        page.locator(".story .rest", has_text="150").press("Enter")
        assert entries(page).count() == 150
        assert page.locator(".story .rest").count() == 0

    def test_on_paper_all_of_it_is_there(self, opened, tmp_path):
        many = told(*(said(f"2023-05-{1 + number // 10:02d}", f"d{number}", 12) for number in range(150)))
        page = shown(opened, tmp_path, many)
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert entries(page).count() == 150

    @pytest.mark.parametrize("scheme", ["light", "dark"])
    def test_axe_finds_nothing_serious(self, browser, tmp_path, scheme):
        axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed").Axe()
        path = tmp_path / "report.html"
        contested = replace(STORY, impacts=(replace(STORY.impacts[0], conflict=("a-1200", "b-1500")),))
        path.write_text(report_html(RESULTS, [to_dict(contested)]), encoding="utf-8")
        context = browser.new_context(color_scheme=scheme, bypass_csp=True)
        page = context.new_page()
        page.goto(path.as_uri())
        page.wait_for_selector("html[data-ready]")
        page.click("#tab-incidents")
        found = axe.run(page).response["violations"]
        assert [one["id"] for one in found if one["impact"] in ("serious", "critical")] == []
        context.close()
