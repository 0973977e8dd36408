"""A pipeline without components, to put figures into documents by hand."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

from nlp_events.extensions import register

register()


@pytest.fixture(scope="module")
def blank() -> Language:
    return spacy.blank("fr")
