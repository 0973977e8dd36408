"""Judging in a browser: the queue, and figures that were missed."""

import json

import pytest

from nlp_events.report.standalone import report_html
from nlp_events.scoring.judgements import judged_rows, read_judgements
from nlp_events.values import ArticleResult
from tests.report.test_confidence_page import made
from tests.writers.made import event

PER_BAND = 12
BANDS = (0.3, 0.6, 0.85, 0.93, 0.99)
TEXT = "Gao 🔴 : Deux soldats ont été tués lundi. Selon la mairie, au moins 1 200 habitants ont fui vers Ansongo.\n"


def judged_text(page):
    with page.expect_download() as waiting:
        page.locator(f"#view-{page.get_attribute('[role=tab][aria-selected=true]', 'data-tab')}").get_by_role(
            "button", name="Judgements (JSON)"
        ).click()
    return json.loads(waiting.value.path().read_text(encoding="utf-8"))


def open_at(opened, path, tab, results):
    path.write_text(report_html(results), encoding="utf-8")
    page = opened(path)
    page.click(f"#tab-{tab}")
    return page


def graded():
    """Sixty records, as many of each level of confidence, those of one level in a row."""
    events = tuple(
        event(number + 1, doc_id="a.txt", confidence=share, min=number + 1, max=number + 1, evidence={})
        for number, share in enumerate(share for share in BANDS for _ in range(PER_BAND))
    )
    return [ArticleResult(doc_id="a.txt", title=None, published=None, events=events)]


@pytest.fixture
def queue(opened, tmp_path):
    """The queue of sixty records."""
    return open_at(opened, tmp_path / "queue.html", "queue", graded())


def keys(page):
    rows = page.locator("#table-queue tr[data-at]")
    return [row.get_attribute("data-key") for row in rows.all()]


class TestQueue:
    def test_as_many_are_drawn_of_each_level_and_the_first_is_open(self, queue):
        assert queue.inner_text("#count-queue") == "0 of 20 judged"
        shares = [cell.inner_text() for cell in queue.locator("#table-queue td.sureness").all()]
        assert sorted(shares) == sorted(["30%", "60%", "85%", "93%", "99%"] * 4)
        assert shares != sorted(shares)
        assert queue.get_attribute("#table-queue tr[aria-selected=true]", "data-at") == "0"
        assert queue.locator("#view-queue .record").count() == 1

    def test_each_judgement_opens_the_next_and_is_exported(self, queue):
        drawn = keys(queue)
        for key in "rwr":
            queue.keyboard.press(key)
        assert queue.get_attribute("#table-queue tr[aria-selected=true]", "data-at") == "3"
        assert queue.inner_text("#count-queue") == "3 of 20 judged"
        assert "of 1 right" in queue.inner_text("#queue-bands") or "of 2 right" in queue.inner_text("#queue-bands")
        said = {one["event_id"]: one["verdict"] for one in judged_text(queue)["judgements"]}
        assert said == dict(zip(drawn, ("right", "wrong", "right"), strict=False))

    def test_it_is_there_after_a_reload_and_another_draw_leaves_out_what_is_judged(self, queue):
        drawn = keys(queue)
        queue.keyboard.press("r")
        queue.reload()
        queue.wait_for_selector("html[data-ready]")
        assert keys(queue) == drawn
        queue.select_option("#queue-size", "50")
        queue.get_by_role("button", name="Draw anew").click()
        assert queue.inner_text("#count-queue") == "0 of 50 judged"
        assert drawn[0] not in keys(queue)

    def test_it_is_drawn_among_what_the_filters_leave(self, queue):
        queue.select_option("#sure", "0.9")
        queue.get_by_role("button", name="Draw anew").click()
        assert {cell.inner_text() for cell in queue.locator("#table-queue td.sureness").all()} == {"93%", "99%"}

    def test_in_the_end_it_says_so(self, queue):
        queue.select_option("#queue-size", "10")
        queue.get_by_role("button", name="Draw anew").click()
        for _ in range(10):
            queue.keyboard.press("r")
        queue.locator("#view-queue .notice", has_text="Everything in the queue is judged").wait_for()


@pytest.fixture
def article():
    """An article of which a figure is in no record."""
    start = TEXT.index("Deux soldats")
    one = event(1, doc_id="gao.txt", start=start, end=start + 12, text="Deux soldats", evidence={})
    return ArticleResult(doc_id="gao.txt", title=None, published=None, text=TEXT, events=(one,))


def mark(page, words):
    """Mark words in the article, as with a mouse."""
    page.evaluate(
        """(words) => {
          const piece = document.querySelector("#view-records .piece");
          const walker = document.createTreeWalker(piece, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const at = walker.currentNode.data.indexOf(words);
            if (at < 0) continue;
            getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + words.length);
          }
        }""",
        words,
    )


class TestMissed:
    WORDS = "au moins 1 200 habitants"

    def test_words_that_are_marked_become_a_figure_that_learn_and_gold_read(self, opened, tmp_path, article):
        page = open_at(opened, tmp_path / "r.html", "records", [article])
        mark(page, f" {self.WORDS} ")
        page.click("#mark-missed")
        assert page.input_value("dialog [name=text]") == self.WORDS
        assert page.input_value("dialog [name=min]") == "1200"
        page.select_option("dialog [name=impact]", "displaced")
        page.fill("dialog [name=max]", "")
        page.fill("dialog [name=place]", "Gao")
        page.click("dialog.amend .main")
        assert page.inner_text("#view-records .missed") == self.WORDS
        told = judged_text(page)
        assert told["judgements"] == []
        path = tmp_path / "judgements.json"
        path.write_text(json.dumps(told), encoding="utf-8")
        (row,) = judged_rows([article], read_judgements(path))
        (figure,) = row["events"]
        at = TEXT.index(self.WORDS)
        assert (figure["text"], figure["start"], figure["end"]) == (self.WORDS, at, at + len(self.WORDS))
        assert [figure[name] for name in ("impact", "min", "max", "modifier", "place", "unit")] == [
            "displaced", 1200, None, "at_least", "Gao", "person",
        ]  # fmt: skip

    def test_by_key_its_words_are_typed_and_must_stand_in_the_article(self, opened, tmp_path, article):
        page = open_at(opened, tmp_path / "r.html", "records", [article])
        page.keyboard.press("m")
        page.fill("dialog [name=text]", "trois cents habitants")
        page.fill("dialog [name=min]", "1200")
        page.click("dialog.amend .main")
        assert page.locator("dialog.amend").count() == 1
        assert page.evaluate("document.querySelector('dialog [name=text]').validationMessage") == (
            "The article does not have these words."
        )
        page.fill("dialog [name=text]", self.WORDS)
        page.fill("dialog [name=min]", "")
        page.click("dialog.amend .main")
        assert page.evaluate("document.querySelector('dialog [name=min]').validationMessage") == (
            "Give at least one number."
        )
        page.fill("dialog [name=min]", "1200")
        page.click("dialog.amend .main")
        assert judged_text(page)["missed"][0]["start"] == TEXT.index(self.WORDS)

    def test_it_is_kept_and_can_be_taken_back(self, opened, tmp_path, article):
        page = open_at(opened, tmp_path / "r.html", "records", [article])
        mark(page, "habitants")
        page.keyboard.press("m")
        page.fill("dialog [name=min]", "3")
        page.fill("dialog [name=max]", "3")
        page.click("dialog.amend .main")
        page.reload()
        page.wait_for_selector("html[data-ready]")
        assert page.inner_text("#view-records .missed") == "habitants"
        page.locator("#view-records .record-list", has_text="Missed figures").get_by_role("button").click()
        assert page.locator("#view-records .missed").count() == 0
        assert judged_text(page)["missed"] == []

    def test_they_are_taken_in_with_judgements(self, opened, tmp_path, article):
        at = TEXT.index("habitants")
        told = {"doc_id": "gao.txt", "start": at, "end": at + 9, "text": "habitants", "impact": "missing", "min": 1}
        file = tmp_path / "judgements.json"
        file.write_text(json.dumps({"format": "nlp-events judgements", "version": 1, "judgements": [],
                                    "missed": [told, told | {"doc_id": "other"}]}))  # fmt: skip
        page = open_at(opened, tmp_path / "r.html", "records", [article])
        page.set_input_files("#load", file)
        page.wait_for_selector("text=1 judgements read; 1 belong to other records.")
        assert page.inner_text("#view-records .missed") == "habitants"

    def test_what_is_to_review_can_be_one(self, opened, tmp_path):
        page = open_at(opened, tmp_path / "r.html", "review", [made()])
        page.get_by_role("button", name="It is a record that was missed").click()
        assert page.input_value("dialog [name=text]") == "Trois otages"
        assert page.input_value("dialog [name=impact]") == "abducted"
        page.click("dialog.amend .main")
        page.click("#tab-records")
        assert [one["text"] for one in judged_text(page)["missed"]] == ["Trois otages"]
