"""Reading the report: nothing cut without its full form, rows chosen, time folded, places together, keys."""

from dataclasses import replace

import pytest

from nlp_events.report.standalone import report_html
from nlp_events.values import ArticleResult
from tests.report.test_confidence_page import made
from tests.synthetic import failed, incident
from tests.writers.made import event

LONG = "Nong Bua Lamphu Sud, sous-district de Na Klang Ouest"
NUMBER = {"min": 1_234_567_890, "max": 1_987_654_321, "modifier": "range", "text": "plus d'un milliard"}


def page_of(opened, tmp_path, events, **options):
    path = tmp_path / "report.html"
    result = ArticleResult(doc_id="gao.txt", title=None, published="2021-03-12", events=tuple(events))
    path.write_text(report_html([result]), encoding="utf-8")
    return opened(path, **options)


def cut(page, cells):
    """The cells that are cut of those that are seen."""
    return page.eval_on_selector_all(
        cells, "cells => cells.filter(one => one.offsetParent && one.scrollWidth > one.clientWidth + 1).length"
    )


class TestFullForms:
    @pytest.fixture
    def events(self):
        long = {"place": LONG, "place_canonical": LONG, "date": "2020-12-31/2021-03-01"}
        return [event(1), event(2, **long, **NUMBER), event(3, unit="household", **NUMBER)]

    @pytest.mark.parametrize("width", [400, 1000, 1600])
    def test_no_number_or_date_is_cut(self, opened, tmp_path, events, width):
        page = page_of(opened, tmp_path, events, viewport={"width": width, "height": 800})
        page.click("#tab-records")
        assert cut(page, "#table-records :is(td.figure, td.date, td.impact, td.sureness)") == 0
        assert "1,234,567,890–1,987,654,321" in page.locator("#table-records td.figure").nth(1).inner_text()
        assert page.evaluate("document.querySelector('#table-records tr[data-at]').offsetWidth") <= width
        heights = page.eval_on_selector_all("#table-records tr[data-at]", "rows => rows.map(one => one.offsetHeight)")
        assert len(set(heights)) == 1

    def test_a_place_that_is_cut_is_told_in_full_to_who_points_at_it_or_comes_by_key(self, opened, tmp_path, events):
        page = page_of(opened, tmp_path, events, viewport={"width": 1300, "height": 800})
        page.click("#tab-records")
        assert cut(page, "#table-records td.place") == 1
        page.hover("#table-records tr[data-at='1'] td.place")
        assert page.inner_text("#tip") == f"{LONG}, Mali"
        page.hover("#table-records tr[data-at='1'] td.impact")
        assert not page.is_visible("#tip")
        page.focus("#table-records tr[data-at='0']")
        page.keyboard.press("ArrowDown")
        assert page.inner_text("#tip") == f"Where: {LONG}, Mali"
        page.keyboard.press("Escape")
        assert not page.is_visible("#tip")

    def test_a_column_can_be_made_wider_by_key_and_by_pointer(self, opened, tmp_path, events):
        page = page_of(opened, tmp_path, events, viewport={"width": 1300, "height": 800})
        page.click("#tab-records")
        width = "document.querySelector('th[data-column=place]').offsetWidth"
        before = page.evaluate(width)
        page.focus("th[data-column=place] button")
        page.keyboard.press("Shift+ArrowRight")
        assert page.evaluate(width) >= before + 15
        at = page.locator("th[data-column=place] .grip").bounding_box()
        page.mouse.move(at["x"] + 4, at["y"] + 8)
        page.mouse.down()
        page.mouse.move(at["x"] + 404, at["y"] + 8)
        page.mouse.up()
        assert page.evaluate(width) >= before + 250
        assert cut(page, "#table-records td.place") == 0


class TestPanes:
    @pytest.fixture
    def page(self, opened, tmp_path):
        path = tmp_path / "report.html"
        result = made()
        path.write_text(report_html([result, failed()], [incident(result.events[:1])]), encoding="utf-8")
        return opened(path)

    @pytest.mark.parametrize(
        ("tab", "shown"),
        [
            ("records", ".record"),
            ("incidents", ".impact-card"),
            ("documents", ".record-list"),
            ("review", ".offered"),
            ("queue", ".record"),
            ("failed", ".failed-note"),
        ],
    )
    def test_each_tab_opens_with_its_first_row_and_a_pane_of_its_own(self, page, tab, shown):
        page.click(f"#tab-{tab}")
        assert page.get_attribute(f"#table-{tab} tr[aria-selected=true]", "data-at") == "0"
        assert page.locator(f"#view-{tab} .pane {shown}").count()

    def test_a_key_judges_what_is_seen_and_nothing_in_another_tab(self, page):
        page.click("#tab-records")
        page.click("#tab-documents")
        page.keyboard.press("r")
        page.click("#tab-records")
        assert page.locator("#table-records .badge.right").count() == 0
        page.keyboard.press("r")
        assert page.locator("#table-records .badge.right").count() == 1

    def test_what_was_judged_elsewhere_is_seen_in_every_pane(self, page):
        page.click("#tab-queue")
        page.click("#tab-records")
        for _ in range(3):
            page.keyboard.press("w")
            page.keyboard.press("j")
        page.click("#tab-queue")
        assert page.get_attribute("#view-queue .verdict.wrong", "aria-pressed") == "true"

    def test_when_the_filters_leave_nothing_the_pane_says_so(self, page):
        page.click("#tab-records")
        page.fill("#search", "rien de tel")
        page.locator("#view-records .pane .note", has_text="Nothing matches").wait_for()
        assert page.locator("#view-records .record").count() == 0

    def test_the_first_row_stays_the_first_until_one_is_chosen(self, page):
        page.click("#tab-records")
        page.click("#table-records th[data-column=figure] button")
        assert page.get_attribute("#table-records tr[aria-selected=true]", "data-key") == "e3"
        page.click("#table-records tr[data-key=e2]")
        page.click("#table-records th[data-column=figure] button")
        assert page.get_attribute("#table-records tr[aria-selected=true]", "data-key") == "e2"

    def test_the_keys_of_the_help_are_those_of_this_page(self, page):
        page.keyboard.press("?")
        said = page.inner_text("dialog[open] .keys").split("\n")
        assert "1 2 3 4 5 6 7" in said
        assert "Overview, Records, Incidents, Articles, To review, To judge, Not read" in said
        page.keyboard.press("Escape")
        assert page.locator("dialog[open]").count() == 0
        page.keyboard.press("7")
        assert page.get_attribute("#tab-failed", "aria-selected") == "true"


class TestTime:
    DAYS = ("1775", "1912-04-15", *(f"2016-{month:02d}-{day:02d}" for month in (9, 10, 11) for day in range(1, 6)))

    @pytest.fixture
    def page(self, opened, tmp_path):
        events = [event(number, date=day) for number, day in enumerate(self.DAYS)]
        return page_of(opened, tmp_path, [*events, event(99, date="2016")])

    def labels(self, page):
        return page.eval_on_selector_all("g.bin", "bins => bins.map(bin => bin.getAttribute('aria-label'))")

    def test_the_far_past_is_one_bar_before_the_months_in_question(self, page):
        assert self.labels(page) == [
            "before September 2016: 2 records",
            "September 2016: 5 records",
            "October 2016: 5 records",
            "November 2016: 5 records",
        ]
        assert page.inner_text("#time .axis-name").startswith("Records a month")
        assert "only the year or month is told: 1" in page.inner_text("#time .legend")

    def test_it_unfolds_and_folds_again(self, page):
        page.click("#fold")
        assert page.inner_text("#time .axis-name").startswith("Records a decade")
        assert [label.split(":")[0] for label in self.labels(page)] == ["1770–1779", "1910–1919", "2010–2019"]
        page.locator("g.bin").nth(1).focus()
        page.keyboard.press("Enter")
        assert (page.input_value("#from"), page.input_value("#to")) == ("1910-01-01", "1919-12-31")
        page.click("text=Clear all")
        page.click("#fold")
        page.locator("g.fold").focus()
        page.keyboard.press("Enter")
        assert len(self.labels(page)) == 3

    def test_what_lies_close_together_is_not_folded(self, opened, tmp_path):
        events = [event(number, date=f"2021-03-{number + 1:02d}") for number in range(20)]
        page = page_of(opened, tmp_path, events)
        assert page.locator("#fold").count() == 0
        assert self.labels(page)[0] == "Mar 1, 2021: 1 record"


class TestMap:
    NEAR = ((16.27, -0.04, "Gao"), (16.4, 0.1, "Forgho"), (16.9, -0.3, "Bourem"), (12.65, -8.0, "Bamako"))

    def test_places_that_would_cover_one_another_are_one_circle_that_comes_nearer(self, opened, tmp_path):
        events = [
            event(number, latitude=north, longitude=east, place=name, place_canonical=name)
            for number, (north, east, name) in enumerate(self.NEAR)
        ]
        far = replace(event(9, place="Kaboul", place_canonical="Kaboul", country="AF"), latitude=34.5, longitude=69.2)
        page = page_of(opened, tmp_path, [*events, far])
        clusters = page.locator("g.cluster")
        assert clusters.first.get_attribute("aria-label").endswith("records")
        assert "Gao, Mali" in clusters.first.get_attribute("aria-label")
        before = page.get_attribute("svg.world", "viewBox")
        clusters.first.focus()
        assert "Gao, Mali" in page.inner_text("#tip")
        page.keyboard.press("Enter")
        assert page.get_attribute("svg.world", "viewBox") != before
        assert page.locator("g.place").count() > 1


def test_articles_beyond_the_first_blocks_are_unpacked_when_they_are_looked_at(opened, tmp_path):
    results = [replace(made(), doc_id=f"{number:03d}.txt") for number in range(450)]
    results = [replace(one, events=tuple(replace(event, doc_id=one.doc_id) for event in one.events)) for one in results]
    path = tmp_path / "many.html"
    path.write_text(report_html(results), encoding="utf-8")
    page = opened(path)
    page.fill("#search", "mopti")
    page.locator(".chip").wait_for()
    assert page.inner_text("#number-records") == "450"
    page.click("text=Clear all")
    page.click("#tab-documents")
    page.locator("#table-documents tr[data-at='0']").focus()
    page.keyboard.press("End")
    page.locator("#view-documents .pane-head .id", has_text="449.txt").wait_for()
    page.locator("#view-documents mark").first.wait_for()
    assert page.text_content("#view-documents .text") == made().text
