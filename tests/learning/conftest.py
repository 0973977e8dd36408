"""The articles of ``made``, processed once."""

from __future__ import annotations

import pytest
from spacy.language import Language

from nlp_events.pipeline import process
from nlp_events.values import Article, ArticleResult
from tests.learning.made import articles


@pytest.fixture(scope="session")
def results(nlp: Language) -> list[ArticleResult]:
    """Two records of each article: killed, injured."""
    given = [Article(doc_id=one["doc_id"], text=one["text"], published=one["published"]) for one in articles()]
    found = list(process(given, nlp))
    assert {tuple(event.impact for event in one.events) for one in found} == {("killed", "injured")}
    return found
