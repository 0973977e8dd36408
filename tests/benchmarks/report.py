"""How long a report of many articles takes to write, and to open in a browser.

usage: python -m tests.benchmarks.report [ARTICLES]      2 000 by default; Chromium must be installed

A first view is the time from opening the file to the overview drawn, on the browser's own clock, with the page in no
cache but the system's; the median of five.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

import nlp_events
from nlp_events.report.standalone import report_html
from tests.synthetic import many, sample_results

TURNS = 5
PAINTED = (
    """() => new Promise(resolve => requestAnimationFrame(() => setTimeout(() => resolve(performance.now()), 0)))"""
)

SEARCH = """() => {
    const start = performance.now(), field = document.getElementById("search");
    field.value = "goma";
    field.dispatchEvent(new Event("input"));
    const wait = 120; // so long it waits for the next letter
    const drawn = (done) => requestAnimationFrame(() => setTimeout(() => done(performance.now() - start - wait), 0));
    return new Promise((done) => setTimeout(() => drawn(done), wait));
}"""
OPEN = """() => {
    const start = performance.now();
    document.querySelector("#table-records tr[data-at]").click();
    document.querySelector("#view-records .text").getBoundingClientRect();
    return performance.now() - start;
}"""


def main() -> None:
    """Print the size of the page and the times."""
    from playwright.sync_api import sync_playwright

    number = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    results = list(many(sample_results(nlp_events.load()), number))
    begin = time.perf_counter()
    html = report_html(results)
    took = time.perf_counter() - begin
    records = sum(len(result.events) for result in results)
    print(f"{number} articles, {records} records: written in {took:.1f} s, {len(html) / 1e6:.1f} MB")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder) / "report.html"
        path.write_text(html, encoding="utf-8")
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        views, searches, opens = zip(*(_times(chromium, path) for _ in range(TURNS)), strict=True)
        chromium.close()
    for name, times in (("first view", views), ("a search", searches), ("an article opened", opens)):
        print(f"{name}: {statistics.median(times):.2f} s ({min(times):.2f} – {max(times):.2f})")


def _times(chromium, path: Path) -> tuple[float, float, float]:
    """Seconds until the first view, of a search through all records, and until an article is shown."""
    page = chromium.new_page(viewport={"width": 1400, "height": 900})
    page.goto(path.as_uri())
    page.wait_for_selector("html[data-ready]")
    view = page.evaluate(PAINTED)
    search = page.evaluate(SEARCH)
    page.click("#tab-records")
    page.wait_for_selector("#view-records .text")
    opened = page.evaluate(OPEN)
    page.close()
    return view / 1000, search / 1000, opened / 1000


if __name__ == "__main__":
    main()
