from __future__ import annotations

import pytest
from spacy.language import Language

from nlp_events.pipeline import process
from nlp_events.values import Article, ArticleResult

TEXT = """Mali : 12 soldats tués à Gao

BAMAKO, 14 mai 2019 - Douze soldats, dont trois officiers, ont été tués lundi à Gao, selon l'armée malienne.
Vingt civils ont été blessés.
"""


@pytest.fixture(scope="session")
def result(nlp: Language) -> ArticleResult:
    """Three records: 12 killed, 3 of them officers, and 20 injured."""
    (found,) = process([Article(doc_id="gao.txt", text=TEXT, published="2019-05-14")], nlp)
    assert [(event.impact, event.min) for event in found.events] == [("killed", 12), ("killed", 3), ("injured", 20)]
    return found
