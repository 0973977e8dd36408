"""Take the pictures of the report of the sample articles: ``python docs/screenshots.py``, with Chromium."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import nlp_events
from nlp_events.pipeline import process
from nlp_events.readers import read
from nlp_events.report.standalone import report_html

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"


def main() -> None:
    """Write the pictures."""
    from playwright.sync_api import sync_playwright

    articles = read([ROOT / "notebooks" / "articles", ROOT / "notebooks" / "dispatches"])
    html = report_html(process(articles, nlp_events.load()))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder) / "report.html"
        path.write_text(html, encoding="utf-8")
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        desk = {"viewport": {"width": 1360, "height": 850}}
        page = _opened(chromium, path, **desk)
        page.screenshot(path=IMAGES / "report-overview.png")
        page.click("#tab-records")
        page.fill("#search", "kaboul")
        page.wait_for_timeout(400)
        page.click("#table-records tr[data-at='0']")
        page.screenshot(path=IMAGES / "report-records.png")
        phone = {"viewport": {"width": 390, "height": 780}, "device_scale_factor": 1.5, "color_scheme": "dark"}
        page = _opened(chromium, path, **phone)
        page.screenshot(path=IMAGES / "report-phone.png")
        chromium.close()


def _opened(chromium, path: Path, **options):
    page = chromium.new_context(**options).new_page()
    page.goto(path.as_uri())
    page.wait_for_selector("html[data-ready]")
    return page


if __name__ == "__main__":
    main()
