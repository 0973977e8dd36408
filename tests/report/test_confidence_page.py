"""How sure records are, in a browser, and what is to review."""

from dataclasses import replace

import pytest

from nlp_events.report.standalone import report_html
from nlp_events.values import ArticleResult
from tests.writers.made import REVIEW, event

TEXT = "Deux soldats ont été tués à Gao. Trois soldats tués à Kidal. Un soldat tué à Mopti. Trois otages en scène."
AT = TEXT.index("Trois otages")
SHARES = {0: 0.97, 33: 0.6, 61: None}
"""Where a record begins → how sure it is."""
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}


def made(confident=True, review=True):
    """An article with a sure record, a doubtful one, one of an earlier version, and one that may be one."""
    events = tuple(
        event(number, doc_id="gao.txt", start=start, end=start + 12, text=TEXT[start : start + 12], evidence={},
              sentence=TEXT[start : TEXT.index(".", start) + 1],
              min=number, mentions=((start, start + 12),), confidence=share if confident else None,
              place_confidence=0.8 if confident else None)
        for number, (start, share) in enumerate(SHARES.items(), start=1)
    )  # fmt: skip
    offer = REVIEW | {"start": AT, "end": AT + 12, "text": "Trois otages", "sentence": "Trois otages en scène."}
    return ArticleResult(
        doc_id="gao.txt", title=None, published=None, text=TEXT, events=events, review=(offer,) if review else ()
    )


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    path = tmp_path_factory.mktemp("sure") / "report.html"
    path.write_text(report_html([made()]), encoding="utf-8")
    return path


@pytest.fixture
def page(opened, path):
    page = opened(path)
    page.click("#tab-records")
    return page


def column(page, name, table="records"):
    return [cell.strip() for cell in page.locator(f"#table-{table} tr[data-at] td.{name}").all_inner_texts()]


def test_the_table_tells_it_and_sorts_by_it_with_what_is_not_told_last(page):
    assert column(page, "sureness") == ["97%", "60%", ""]
    page.click("#table-records th[data-column=confidence] button")
    assert column(page, "sureness") == ["97%", "60%", ""]
    page.focus("#table-records th[data-column=confidence] button")
    page.keyboard.press("Enter")
    assert column(page, "sureness") == ["60%", "97%", ""]
    assert page.get_attribute("#table-records th[data-column=confidence]", "aria-sort") == "ascending"
    assert [page.locator(f"#table-records .badge.{level}").count() for level in ("sure", "likely")] == [1, 1]


def test_it_filters_by_the_least_and_can_be_taken_away(page):
    assert page.get_by_label("Confidence").locator("option").all_inner_texts() == [
        "all", "from 50%", "from 80%", "sure: from 90%",
    ]  # fmt: skip
    for least, found in (("0.5", ["97%", "60%"]), ("0.9", ["97%"])):
        page.select_option("#sure", least)
        assert column(page, "sureness") == found
    assert page.inner_text("#number-records") == "1"
    assert page.locator(".chip").inner_text().startswith("Confidence ≥ 90%")
    page.click(".chip")
    assert page.input_value("#sure") == "0"
    assert len(column(page, "sureness")) == 3
    page.select_option("#sure", "0.8")
    page.click("text=Clear all")
    assert (page.input_value("#sure"), len(column(page, "sureness"))) == ("0", 3)


def test_it_is_chosen_with_the_keyboard(page):
    page.focus("#sure")
    page.keyboard.press("End")
    assert column(page, "sureness") == ["97%"]


def test_the_record_tells_it_and_that_of_its_slots(page):
    page.locator("#table-records tr[data-at]").nth(0).click()
    card = page.inner_text("#view-records .record")
    assert "97%" in card
    assert "Gao, Mali · 80%" in card
    page.locator("#table-records tr[data-at]").nth(2).click()
    assert "null" not in page.inner_text("#view-records .record")


def test_downloads_have_it(page):
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Table (CSV)").click()
    with open(waiting.value.path(), encoding="utf-8") as stream:  # noqa: PTH123 - a path of the browser's
        head, first, *_ = stream.read().splitlines()
    assert dict(zip(head.lstrip("\ufeff").split(","), first.split(","), strict=False))["doc_id"] == "gao.txt"
    assert {"confidence", "place_confidence", "date_confidence"} < set(head.split(","))


def test_what_may_be_a_record_is_in_a_list_of_its_own(page):
    assert page.inner_text("#tab-review") == "To review 1"
    page.keyboard.press("4")
    assert column(page, "title", "review") == ["Trois otages en scène."]
    assert column(page, "sureness", "review") == ["21%"]
    page.locator("#table-review tr[data-at]").focus()
    page.keyboard.press("Enter")
    assert page.inner_text("#view-review .offered") == "Trois otages"
    assert "Refused: too improbable" in page.inner_text("#view-review .record")
    assert page.locator("#view-review .judge").count() == 0
    page.fill("#search", "kidal")
    page.locator("#table-review td.note").wait_for()
    assert page.inner_text("#number-review") == "0"


def test_it_stands_below_the_records_of_its_article(page):
    page.click("#tab-documents")
    page.locator("#table-documents tr[data-at]").click()
    page.locator("#view-documents .record-list button", has_text="abducted").click()
    assert page.inner_text("#view-documents .offered") == "Trois otages"


def test_without_any_there_is_neither_filter_nor_list(opened, tmp_path):
    (tmp_path / "old.html").write_text(report_html([made(confident=False, review=False)]), encoding="utf-8")
    page = opened(tmp_path / "old.html")
    page.click("#tab-records")
    assert column(page, "sureness") == ["", "", ""]
    assert page.locator("#sure").count() == page.locator("#tab-review").count() == 0


@pytest.mark.parametrize("options", [{}, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(browser, path, scheme, options):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed").Axe()
    context = browser.new_context(color_scheme=scheme, bypass_csp=True, **options)
    page = context.new_page()
    page.goto(path.as_uri())
    page.wait_for_selector("html[data-ready]")
    for tab in ("records", "review"):
        page.click(f"#tab-{tab}")
        page.locator(f"#table-{tab} tr[data-at]").nth(0).click()
        found = axe.run(page).response["violations"]
        bad = [one for one in found if one["impact"] in ("serious", "critical")]
        assert [(one["id"], one["nodes"][0]["html"][:200]) for one in bad] == []
        if options:
            page.click(f"#view-{tab} .back")
            assert page.evaluate("document.documentElement.scrollWidth") <= 390
    context.close()


def test_without_the_text_its_sentence_is_shown(opened, tmp_path):
    (tmp_path / "bare.html").write_text(report_html([replace(made(), text=None)]), encoding="utf-8")
    page = opened(tmp_path / "bare.html")
    page.click("#tab-review")
    page.locator("#table-review tr[data-at]").click()
    assert page.inner_text("#view-review .offered") == "Trois otages"
