"""The report in a browser."""

import csv
import io
import json
import time
from dataclasses import replace

import pytest

from nlp_events.report.evidence import spans_of
from nlp_events.report.standalone import report_html
from nlp_events.values import ArticleResult
from tests.synthetic import failed, many

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
KABUL = "2021-03-12-attentat-kaboul.txt"


def rows(page, table="records"):
    return page.locator(f"#table-{table} tbody tr[data-at]")


def column(page, name, table="records"):
    return [cell.strip() for cell in page.locator(f"#table-{table} tbody tr[data-at] td.{name}").all_inner_texts()]


def count(page, tab="records"):
    return int(page.inner_text(f"#number-{tab}").replace(",", ""))


def until(true, seconds=10):
    """Wait for something; the page's policy lets no string be run in it, so that the browser cannot."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end
        time.sleep(0.05)


def choose(page, facet, *names):
    page.click(f"#menu-{facet} summary")
    for name in names:
        page.locator(f"#menu-{facet} label", has=page.locator(".name", has_text=name)).first.click()
    page.click(f"#menu-{facet} summary")


def downloaded(page, button):
    with page.expect_download() as waiting:
        page.get_by_role("button", name=button).click()
    with open(waiting.value.path(), encoding="utf-8") as stream:  # noqa: PTH123 - a path of the browser's
        return stream.read()


class TestOverview:
    def test_counts_are_those_of_the_results(self, opened, sample_page, samples):
        page = opened(sample_page)
        records = sum(len(result.events) for result in samples)
        assert page.inner_text("#summary") == f"9 articles · {records} records · 1 incident · 1 not read"
        tiles = page.locator("#tiles").inner_text().split("\n")
        assert tiles[:4] == [str(records), "records", "9", "articles"]
        assert page.title() == "Event records"

    def test_a_bar_filters_all_that_is_shown(self, opened, sample_page, samples):
        page = opened(sample_page)
        killed = sum(event.impact == "killed" for result in samples for event in result.events)
        page.locator("#bars-impact button", has_text="killed").click()
        assert count(page) == killed
        assert page.locator("#bars-impact button[aria-pressed=true]").inner_text().split("\n")[0] == "killed"
        assert page.locator(".chip").inner_text().startswith("Impact: killed")
        page.click(".chip")
        assert count(page) == sum(len(result.events) for result in samples)

    def test_a_circle_of_the_map_and_a_bar_of_the_time_line_filter(self, opened, sample_page, samples):
        page = opened(sample_page)
        while page.locator("g.cluster[aria-label*='Kaboul']").count():
            page.locator("g.cluster[aria-label*='Kaboul']").focus()
            page.keyboard.press("Enter")  # comes nearer
        page.locator("g.place[aria-label^='Kaboul']").focus()
        page.keyboard.press("Enter")
        page.click("#tab-records")
        assert set(column(page, "place")) == {"Kaboul, Afghanistan"}
        page.click("text=Clear all")
        page.click("#tab-overview")
        page.locator(".bin[aria-label^='March 2021']").click()
        page.click("#tab-records")
        assert {date[:7] for date in column(page, "date")} == {"2021-03"}

    def test_the_time_line_counts_every_dated_record(self, opened, sample_page, samples):
        page = opened(sample_page)
        labels = page.eval_on_selector_all(".bin", "bins => bins.map(bin => bin.getAttribute('aria-label'))")
        total = sum(int(label.split(": ")[1].split(" ")[0]) for label in labels)
        undated = sum(event.date is None for result in samples for event in result.events)
        assert total == sum(len(result.events) for result in samples) - undated
        assert f"without a date: {undated}" in page.inner_text("#time")


class TestTable:
    def test_sorts_numbers_as_numbers_and_what_is_not_told_last(self, opened, sample_page):
        page = opened(sample_page)
        page.click("#tab-records")
        page.click("#table-records th[data-column=figure] button")
        numbers = page.evaluate(
            "[...document.querySelectorAll('#table-records td.figure')].map(cell => cell.textContent)"
        )
        found = [int("".join(char for char in text.split("–")[0] if char.isdigit())) for text in numbers]
        assert found == sorted(found, reverse=True)
        assert found[0] > 100_000
        assert page.get_attribute("#table-records th[data-column=figure]", "aria-sort") == "descending"
        page.click("#table-records th[data-column=source] button")
        sources = column(page, "source")
        assert sources[0]
        assert "" not in sources[: sources.index("") if "" in sources else len(sources)]

    def test_searches_without_accents_and_filters_together(self, opened, sample_page):
        page = opened(sample_page)
        page.click("#tab-records")
        page.fill("#search", "seisme bingol")
        until(lambda: count(page) < 60)
        assert "Türkiye" in " ".join(column(page, "place"))
        choose(page, "impact", "killed")
        assert set(column(page, "impact")) == {"killed"}
        page.fill("#search", "zzz")
        page.wait_for_selector("text=Nothing matches")
        page.click("text=Clear all")
        assert page.input_value("#search") == ""

    def test_every_row_can_be_reached_by_key(self, opened, sample_page, samples):
        page = opened(sample_page)
        page.click("#tab-records")
        total = sum(len(result.events) for result in samples)
        rows(page).first.focus()
        assert page.get_attribute("tr[aria-selected=true]", "aria-rowindex") == "2"
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        assert page.get_attribute("tr[aria-selected=true]", "aria-rowindex") == "4"
        page.keyboard.press("End")
        assert page.get_attribute("tr[aria-selected=true]", "aria-rowindex") == str(total + 1)
        assert page.evaluate("document.activeElement.dataset.at") == str(total - 1)
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.className") == "pane"
        page.keyboard.press("Escape")
        assert page.evaluate("document.activeElement.dataset.at") == str(total - 1)
        page.keyboard.press("/")
        assert page.evaluate("document.activeElement.id") == "search"

    def test_days_can_be_given(self, opened, sample_page):
        page = opened(sample_page)
        page.click("#tab-records")
        page.fill("#from", "2020-01-01")
        page.fill("#to", "2020-12-31")
        page.keyboard.press("Enter")
        dates = column(page, "date")
        assert dates
        assert all(date.startswith("2020") for date in dates)

    def test_a_filter_that_leaves_nothing_says_so(self, opened, sample_page):
        page = opened(sample_page)
        page.fill("#search", "rien de tel")
        page.wait_for_selector("#bars-impact >> text=No record matches")


class TestArticle:
    def test_the_evidence_that_is_marked_is_that_of_the_record(self, opened, sample_page, samples):
        page = opened(sample_page)
        page.click("#tab-records")
        page.fill("#search", KABUL)
        result = next(one for one in samples if one.doc_id == KABUL)
        until(lambda: count(page) == len(result.events))
        for event in result.events:
            page.click(f"#table-records tr[data-key='{event.event_id}']")
            for slot, (start, end) in spans_of(event.evidence).items():
                marked = "".join(page.locator(f"#view-records [data-slots~='{slot}']").all_text_contents())
                assert marked == result.text[start:end], (event.text, slot)
            chosen = page.evaluate(
                "[...document.querySelectorAll('#view-records .chosen-figure')].map(e => e.textContent).join('')"
            )
            assert chosen == event.text
            assert page.inner_text("#view-records .badge.rule code") == event.rule
        text = page.evaluate("document.querySelector('#view-records .text').textContent")
        assert text == result.text

    def test_a_figure_in_the_text_opens_its_record(self, opened, sample_page, samples):
        page = opened(sample_page)
        result = next(one for one in samples if one.doc_id == KABUL)
        page.click("#tab-documents")
        page.click(f"#table-documents tr[data-key='{KABUL}']")
        event = next(one for one in result.events if one.impact == "injured")
        page.locator(f"#view-documents mark[data-event~='{event.event_id}']").first.focus()
        page.keyboard.press("Enter")
        assert page.inner_text("#view-documents .record h3").startswith(str(event.min))
        assert event.source in page.inner_text("#view-documents .record")

    def test_links_between_figures_lead_there(self, opened, sample_page, samples):
        page = opened(sample_page)
        part = next(event for result in samples for event in result.events if event.part_of)
        page.click("#tab-records")
        page.fill("#search", part.sentence[:40])
        until(lambda: count(page) < 20)
        page.click(f"#table-records tr[data-key='{part.event_id}']")
        page.locator("#view-records dl .link").first.click()
        page.wait_for_selector(f"#view-records mark.chosen[data-event~='{part.part_of}']")

    def test_names_and_dates_are_shown_when_asked_for(self, opened, sample_page):
        page = opened(sample_page)
        page.click("#tab-documents")
        page.click(f"#table-documents tr[data-key='{KABUL}']")
        assert page.locator("#view-documents .entity").count() == 0
        page.click("#view-documents .layers label:nth-of-type(2)")
        assert "Kaboul" in page.locator("#view-documents .entity.LOC").all_inner_texts()
        page.click("#view-documents .layers label:nth-of-type(3)")
        assert "novembre 2020" in page.locator("#view-documents .text .date").all_inner_texts()

    def test_what_belongs_to_other_articles_is_grey(self, opened, sample_page):
        page = opened(sample_page)
        page.click("#tab-documents")
        page.click(f"#table-documents tr[data-key='{KABUL}']")
        grey = "".join(page.locator("#view-documents .related").all_text_contents())
        assert "gâteau au yaourt" in grey

    def test_a_failed_article_shows_why(self, opened, sample_page):
        page = opened(sample_page)
        page.click("#tab-documents")
        assert page.locator("#table-documents tr[data-key='casse.txt']").count() == 0
        page.click("#tab-failed")
        assert page.inner_text("#tab-failed") == "Not read 1"
        assert [cell.strip() for cell in column(page, "doc", "failed")] == ["casse.txt"]
        assert failed().error in page.inner_text("#view-failed .failed-note")
        assert "binary file" in page.inner_text("#view-failed .failed-note")

    def test_without_the_text_the_sentences_are_shown(self, opened, samples, tmp_path):
        result = next(one for one in samples if one.doc_id == KABUL)
        path = tmp_path / "report.html"
        path.write_text(report_html([replace(result, text=None)]), encoding="utf-8")
        page = opened(path)
        page.click("#tab-records")
        event = result.events[0]
        page.click(f"#table-records tr[data-key='{event.event_id}']")
        chosen = page.locator("#view-records .chosen-figure").all_text_contents()
        assert "".join(chosen) == event.text
        assert "--with-text" in page.inner_text("#view-records .article")

    def test_offsets_count_characters_beyond_the_basic_plane_once(self, opened, nlp, tmp_path):
        from nlp_events.pipeline import process
        from nlp_events.values import Article

        text = "🔴 Mali : 😀 Douze soldats ont été tués lundi à Gao, selon l'armée malienne.\n"
        results = list(process([Article(doc_id="a", text=text, published="2019-05-14")], nlp))
        path = tmp_path / "report.html"
        path.write_text(report_html(results), encoding="utf-8")
        page = opened(path)
        page.click("#tab-records")
        page.click("#table-records tr[data-at='0']")
        assert "".join(page.locator("#view-records .chosen-figure").all_text_contents()) == results[0].events[0].text


class TestIncidents:
    def test_an_incident_tells_what_was_said_when_and_by_whom(self, opened, sample_page, samples):
        page = opened(sample_page)
        page.click("#tab-incidents")
        assert rows(page, "incidents").count() == 1
        rows(page, "incidents").first.click()
        pane = page.locator("#view-incidents .pane")
        assert "latest of the most authoritative source" in pane.inner_text()
        assert "sources disagree" in pane.inner_text()
        assert pane.locator(".history li").count() == 2
        pane.locator(".history .link").first.click()
        assert page.get_attribute("#tab-records", "aria-selected") == "true"
        assert page.locator("#view-records .record").count() == 1
        page.locator("#view-records dl .link", has_text="attack").last.click()
        page.get_by_role("button", name="Show its records").click()
        assert count(page) == 2


class TestDownloads:
    def test_csv_holds_the_rows_that_are_shown_and_no_formula(self, opened, samples, tmp_path):
        result = next(one for one in samples if one.doc_id == KABUL)
        bad = replace(result.events[0], source='=HYPERLINK("http://x")', who="@SUM(1)", place="-2+3", longitude=-5.5)
        path = tmp_path / "report.html"
        path.write_text(report_html([replace(result, events=(bad, *result.events[1:]))]), encoding="utf-8")
        page = opened(path)
        page.click("#tab-records")
        choose(page, "impact", "killed")
        text = downloaded(page, "Table (CSV)")
        assert text.startswith("\ufeff")
        table = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
        assert len(table) == sum(event.impact == "killed" for event in result.events)
        assert table[0]["source"] == '\'=HYPERLINK("http://x")'
        assert (table[0]["who"], table[0]["place"], table[0]["longitude"]) == ("'@SUM(1)", "'-2+3", "-5.5")
        assert table[0]["doc_id"] == KABUL
        assert table[0]["sentence"] == bad.sentence

    def test_json_holds_whole_records(self, opened, sample_page, samples):
        page = opened(sample_page)
        page.click("#tab-records")
        found = json.loads(downloaded(page, "Records (JSON)"))
        events = [event for result in samples for event in result.events]
        assert len(found) == len(events)
        assert found[0] == json.loads(json.dumps({name: getattr(events[0], name) for name in found[0]}))
        assert set(found[0]) == set(type(events[0]).__slots__)

    @pytest.mark.parametrize("tab", ["documents", "failed"])
    def test_articles_can_be_downloaded(self, opened, sample_page, samples, tab):
        page = opened(sample_page)
        page.click(f"#tab-{tab}")
        table = list(csv.DictReader(io.StringIO(downloaded(page, "Table (CSV)").removeprefix("\ufeff"))))
        told = [(one["doc_id"], one["error"]) for one in table]
        expected = {"documents": [(one.doc_id, "") for one in samples], "failed": [("casse.txt", failed().error)]}
        assert told == expected[tab]


class TestJudgements:
    def test_verdicts_are_kept_shown_and_downloaded(self, opened, sample_page, samples, tmp_path):
        page = opened(sample_page)
        page.click("#tab-records")
        rows(page).nth(0).click()
        page.keyboard.press("r")
        page.keyboard.press("j")
        page.keyboard.press("w")
        page.keyboard.press("j")
        page.keyboard.press("a")
        page.fill("dialog [name=min]", "4")
        page.select_option("dialog [name=certainty]", "denied")
        page.fill("dialog [name=note]", "lu trop vite")
        page.click("dialog.amend .main")
        assert column(page, "judged")[:3] == ["right", "wrong", "amended"]
        read = json.loads(downloaded(page, "Judgements (JSON)"))
        events = samples[0].events
        assert read["format"] == "nlp-events judgements"
        assert [one["verdict"] for one in read["judgements"]] == ["right", "wrong", "amended"]
        assert [one["event_id"] for one in read["judgements"]] == [event.event_id for event in events[:3]]
        assert read["judgements"][2]["changes"] == {"min": 4, "certainty": "denied"}
        assert read["judgements"][2]["note"] == "lu trop vite"
        choose(page, "verdict", "wrong")
        assert count(page) == 1
        page.reload()
        page.wait_for_selector("html[data-ready]")
        assert column(page, "judged")[:3] == ["right", "wrong", "amended"]

    def test_judgements_can_be_taken_up_again(self, opened, sample_page, samples, tmp_path):
        event = samples[0].events[0]
        file = tmp_path / "judgements.json"
        other = {"doc_id": "x", "event_id": "y", "verdict": "right"}
        mine = {
            "doc_id": samples[0].doc_id,
            "event_id": event.event_id,
            "verdict": "amended",
            "changes": {"min": 3, "__proto__": 1},
        }
        file.write_text(json.dumps({"format": "nlp-events judgements", "version": 1, "judgements": [mine, other]}))
        page = opened(sample_page)
        page.click("#tab-records")
        page.set_input_files("#load", file)
        page.wait_for_selector("text=1 judgements read; 1 belong to other records.")
        assert column(page, "judged")[0] == "amended"
        file.write_text("[1]")
        page.set_input_files("#load", file)
        page.wait_for_selector("#view-records >> text=This is no file of judgements.")

    def test_a_verdict_can_be_taken_back(self, opened, sample_page):
        page = opened(sample_page)
        page.click("#tab-records")
        rows(page).nth(0).click()
        page.click(".verdict.right")
        assert page.get_attribute(".verdict.right", "aria-pressed") == "true"
        page.click(".verdict.right")
        assert column(page, "judged")[0] == ""


class TestHostile:
    TEXT = (
        "</script></style><script>alert(1)</script> javascript:alert(1) <img src=x onerror=alert(1)>\n"
        "\u202eDouze soldats ont été tués à Gao\u202c, selon l'armée malienne. \u2067Fin\u2069 \x1b[31m\n"
    )

    def test_a_hostile_article_shows_as_text(self, opened, nlp, tmp_path):
        from nlp_events.pipeline import process
        from nlp_events.values import Article

        article = Article(
            doc_id="<b>x</b>\u202e.txt", title="<script>alert(2)</script>", text=self.TEXT, published="2021-01-02"
        )
        (result,) = process([article], nlp)
        event = replace(result.events[0], source="<img src=x onerror=alert(3)>", place="\u202eGao<script>")
        path = tmp_path / "report.html"
        path.write_text(report_html([replace(result, events=(event,))], title="<i>t</i>"), encoding="utf-8")
        page = opened(path)
        dialogs = []
        page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
        page.click("#tab-records")
        page.click("#table-records tr[data-at='0']")
        assert page.evaluate("document.querySelector('#view-records .text').textContent") == self.TEXT
        assert page.locator("#view-records :is(img, b, i, script)").count() == 0
        assert page.locator("script").count() == 4
        assert "<script>alert(2)</script>" in page.inner_text("#view-records h2")
        assert page.locator("#view-records .text .control").count() == 5
        isolated = page.evaluate("getComputedStyle(document.querySelector('#view-records .text .control')).unicodeBidi")
        assert isolated == "isolate"
        assert dialogs == []

    def test_the_policy_stops_script_and_style_in_line(self, browser, sample_page):
        page = browser.new_page()
        page.goto(sample_page.as_uri())
        page.wait_for_selector("html[data-ready]")
        page.evaluate("""() => {
            const script = document.createElement("script");
            try { script.text = "window.ran = true"; document.body.append(script); } catch { /* trusted types */ }
            try { document.body.innerHTML += "<p>"; } catch { window.refused = true; }
            document.body.setAttribute("style", "color: red");
        }""")
        assert page.evaluate("[window.ran, window.refused]") == [None, True]
        assert page.evaluate("getComputedStyle(document.body).color") != "rgb(255, 0, 0)"
        page.close()


class TestLooks:
    @pytest.mark.parametrize("scheme", ["light", "dark"])
    @pytest.mark.parametrize("options", [{}, PHONE], ids=["desk", "phone"])
    def test_axe_finds_nothing_serious(self, browser, sample_page, scheme, options):
        axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed").Axe()
        context = browser.new_context(color_scheme=scheme, bypass_csp=True, **options)
        page = context.new_page()
        page.goto(sample_page.as_uri())
        page.wait_for_selector("html[data-ready]")
        for tab in ("overview", "records", "incidents", "documents", "queue", "failed"):
            page.click(f"#tab-{tab}")
            if tab != "overview":
                rows(page, tab).nth(0).click()
            found = axe.run(page).response["violations"]
            bad = [
                (one["id"], one["nodes"][0]["html"][:200]) for one in found if one["impact"] in ("serious", "critical")
            ]
            assert bad == [], tab
            if options and tab != "overview":
                page.click(f"#view-{tab} .back")
        page.click("#open-help")
        bad = [one["id"] for one in axe.run(page).response["violations"] if one["impact"] in ("serious", "critical")]
        assert bad == []
        context.close()

    def test_on_a_phone_nothing_is_wider_than_the_screen(self, opened, sample_page):
        page = opened(sample_page, **PHONE)
        for tab in ("overview", "records", "incidents", "documents", "queue", "failed"):
            page.click(f"#tab-{tab}")
            assert page.evaluate("document.documentElement.scrollWidth") <= 390
            assert page.evaluate("document.querySelector('main').scrollWidth") <= 390
        page.click("#tab-records")
        rows(page).nth(1).click()
        assert page.is_visible("#view-records .record")
        assert not page.is_visible("#table-records")
        page.click("#view-records .back")
        assert page.is_visible("#table-records")

    def test_the_reader_can_change_light_and_dark(self, opened, sample_page):
        page = opened(sample_page, color_scheme="light")
        colour = "getComputedStyle(document.body).backgroundColor"
        light = page.evaluate(colour)
        page.click("#theme")
        assert page.evaluate(colour) != light
        page.click("#theme")
        assert page.evaluate(colour) == light

    def test_paper_holds_every_row(self, opened, sample_page, samples):
        page = opened(sample_page)
        page.click("#tab-records")
        rows(page).nth(2).click()
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert rows(page).count() == sum(len(result.events) for result in samples)
        page.emulate_media(media="print")
        page.set_viewport_size({"width": 790, "height": 1100})  # a sheet of A4 is as narrow as a phone's screen
        assert not page.is_visible(".tools")
        assert page.is_visible("#table-records td.source")
        page.emulate_media(media="screen")
        page.set_viewport_size({"width": 1400, "height": 900})
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        assert rows(page).count() < sum(len(result.events) for result in samples)

    def test_french_page_is_french(self, opened, samples, tmp_path):
        path = tmp_path / "report.html"
        path.write_text(report_html(samples, lang="fr"), encoding="utf-8")
        page = opened(path, locale="en-US")
        assert page.get_attribute("html", "lang") == "fr"
        assert "Vue d’ensemble" in page.inner_text("#tab-overview")
        assert "Afghanistan" in page.inner_text("#bars-country")
        assert "Turquie" in page.inner_text("#bars-country")


def test_two_thousand_articles_are_searched_sorted_and_filtered(opened, samples, tmp_path):
    results = list(many(samples, 2000))
    path = tmp_path / "report.html"
    path.write_text(report_html(results), encoding="utf-8")
    page = opened(path)
    events = [event for result in results for event in result.events]
    assert count(page) == len(events)
    page.click("#tab-records")
    assert rows(page).count() < 80
    page.click("#table-records th[data-column=date] button")
    assert column(page, "date")[0] == max(
        event.date.split("/")[0] for event in events if event.date and event.date[0] == "2"
    )
    choose(page, "impact", "detained")
    assert count(page) == sum(event.impact == "detained" for event in events)
    page.fill("#search", "0100/")
    until(lambda: count(page) < 20)
    rows(page).first.click()
    assert page.inner_text("#view-records .pane-head .id").startswith("0100/")


def test_a_page_without_records_says_so(opened, tmp_path):
    path = tmp_path / "report.html"
    path.write_text(
        report_html([ArticleResult(doc_id="a.txt", title=None, published=None, text="Rien.")]), encoding="utf-8"
    )
    page = opened(path)
    assert "No record matches" in page.inner_text("#time")
    page.click("#tab-documents")
    rows(page, "documents").first.click()
    assert "No record in this article." in page.inner_text("#view-documents .pane")
