"""Annotated articles, run once as far as nothing hangs on what is learned."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from nlp_events.extensions import doc_of

FOLDS = 5
"""Parts of the articles, each answered by weights that were made of the others."""
LATE = (
    "nlp_events_sources", "nlp_events_certainty", "nlp_events_causes", "nlp_events_times", "nlp_events_places",
    "nlp_events_actors", "nlp_events_links",
)  # fmt: skip
"""Components that hang on what is learned; those before them run once."""
PROPOSES = "nlp_events_figures"
"""The component whose proposals are decided about."""
BATCH = 32
"""Articles that a component sees at a time."""


@dataclass(frozen=True)
class Annotated:
    """An article with its gold, and its Doc before the late components, no figure refused, as bytes."""

    source: str
    row: Mapping[str, Any]
    doc: bytes
    fold: int

    @property
    def doc_id(self) -> str:
        """Its name."""
        return str(self.row["doc_id"])

    def restored(self, nlp: Language) -> Doc:
        """The Doc anew: components change it in place."""
        return Doc(nlp.vocab).from_bytes(self.doc)


def annotated(source: str, rows: Sequence[Mapping[str, Any]], nlp: Language) -> list[Annotated]:
    """Articles run through the components before the late ones, with every figure that rules propose."""
    docs = []
    for row in rows:
        doc = doc_of(row["text"], nlp)
        doc._.article = {"doc_id": row["doc_id"], "title": row.get("title"), "published": row.get("published")}
        docs.append(doc)
    with _accepting(nlp), nlp.select_pipes(disable=list(LATE)):
        done = list(nlp.pipe(docs, batch_size=BATCH))
    return [Annotated(source, row, doc.to_bytes(), fold_of(row["doc_id"])) for row, doc in zip(rows, done, strict=True)]


@contextmanager
def _accepting(nlp: Language) -> Iterator[None]:
    """While articles run: no figure is refused as improbable, and none found that no rule read."""
    figures = component(nlp, PROPOSES)
    figures.decides = False
    try:
        yield
    finally:
        figures.decides = True


def fold_of(doc_id: str) -> int:
    """The fold of an article, by its name alone."""
    return int(hashlib.sha256(doc_id.encode()).hexdigest(), 16) % FOLDS


def component(nlp: Language, name: str) -> Any:
    """A component of the pipeline as it is."""
    return nlp.get_pipe(name)
