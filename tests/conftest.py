"""What every test may use: the loaded pipeline, and the samples."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from spacy.language import Language

import nlp_events

ROOT = Path(__file__).resolve().parent.parent

os.environ["LANGUAGE"] = "en"  # messages, also those of other processes, whatever the locale is


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The standard pipeline; tests must leave it as it is."""
    return nlp_events.load()


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def samples(root: Path) -> Path:
    """The folder of sample articles."""
    return root / "notebooks" / "articles"


@pytest.fixture
def heard() -> Iterator[None]:
    """Signals as in a terminal, whatever runs these tests: «nohup» has SIGHUP ignored, a shell's «&» SIGINT."""
    before = signal.signal(signal.SIGHUP, signal.SIG_DFL), signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGHUP, before[0])
    signal.signal(signal.SIGINT, before[1])


@pytest.fixture
def fragile_nlp() -> Language:
    """A blank French pipeline with a component that fails on every text that holds «PANNE»."""
    import spacy

    name = "fragile_test_component"

    @Language.component(name)
    def fragile(doc):
        if "PANNE" in doc.text:
            raise RuntimeError("the component broke")
        return doc

    pipeline = spacy.blank("fr")
    pipeline.add_pipe("nlp_events_sentences")
    pipeline.add_pipe(name)
    return pipeline
