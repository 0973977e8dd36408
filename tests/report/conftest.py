"""A browser for the tests of the page; without one they are skipped, with the reason."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator

import pytest
from spacy.language import Language

from nlp_events.report.standalone import report_html
from nlp_events.values import ArticleResult
from tests.synthetic import failed, incident, sample_results

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@pytest.fixture(scope="session")
def browser() -> Iterator:
    """Chromium of the system, without a window."""
    api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine: apt-get install chromium")
    with api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def samples(nlp: Language) -> list[ArticleResult]:
    """What is in the sample articles."""
    return sample_results(nlp)


@pytest.fixture(scope="session")
def sample_page(samples: list[ArticleResult], tmp_path_factory: pytest.TempPathFactory):
    """The report of the sample articles, one that failed, and an incident."""
    told = next(result for result in samples if "kaboul" in result.doc_id)
    told_killed = [event for event in told.events if event.impact == "killed"][:2]
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_text(report_html([*samples, failed()], [incident(told_killed)]), encoding="utf-8")
    return path


@pytest.fixture
def opened(browser) -> Iterator[Callable]:
    """A function that opens a file in a page of its own, and fails in the end if the console had anything to say."""
    contexts, said = [], []

    def open_page(path, **options):
        context = browser.new_context(**({"viewport": {"width": 1400, "height": 900}} | options))
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("request", lambda request: said.append(request.url) if request.url.startswith("http") else None)
        page.goto(path.as_uri())
        page.wait_for_selector("html[data-ready]")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert said == []
