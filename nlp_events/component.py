"""Components that see a batch of documents through before the next component begins.

Document by document through all of them, each component finds its tables and compiled patterns pushed out of the
processor's cache by the others: batches of 32 articles take 4 % less time in all (measured on 74 news texts).
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from spacy.tokens import Doc
from spacy.util import minibatch, raise_error

from nlp_events.extensions import take_context
from nlp_events.narrowing import through_narrow
from nlp_events.words.store import SHIPPED, Words

ErrorHandler = Callable[[str, Any, list[Doc], Exception], None]
"""What spaCy calls when a component fails: with its name, the component, the documents and the exception."""


class Component(ABC):
    """A component of a pipeline.

    Args:
        words: the words and rules it works with.
    """

    _handler: ErrorHandler = staticmethod(raise_error)
    words: Words = SHIPPED  # of a user's component that makes itself in its own way

    def __init__(self, words: Words = SHIPPED) -> None:
        self.words = words

    @property
    def components(self) -> Sequence[Any]:
        """The components it runs one after the other: itself, where it is not made of others."""
        return (self,)

    def __call__(self, doc: Doc) -> Doc:
        """Process one document in place; a long run of blanks in its text counts as one blank."""
        take_context(doc)
        return through_narrow(doc, self.annotate)

    @abstractmethod
    def annotate(self, doc: Doc) -> Doc:
        """Process one document in place as it is."""

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 32) -> Iterator[Doc]:
        """Process a stream of documents in their order, ``batch_size`` at a time.

        A document on which the component fails goes to the error handler, which raises unless spaCy's
        ``nlp.set_error_handler`` was given another; then it is left out.
        """
        for batch in minibatch(stream, batch_size):  # type: ignore[no-untyped-call]  # spaCy has no types for it
            self.foresee(batch)
            yield from [doc for doc in batch if self._processed(doc)]

    def foresee(self, docs: Sequence[Doc]) -> None:  # noqa: B027 - few components have something to do here
        """Do for a batch what costs less for all at once, before its documents are processed one by one.

        Raises nothing that is a document's fault, which is told when its turn has come.
        """

    def _processed(self, doc: Doc) -> bool:
        try:
            self(doc)
        except Exception as error:  # noqa: BLE001 - whatever it is, spaCy's handler decides
            self._handler(type(self).__name__, self, [doc], error)
            return False
        return True

    def set_error_handler(self, error_handler: ErrorHandler) -> None:
        """Let a function decide what becomes of a document that the component fails on; spaCy calls this."""
        self._handler = error_handler

    def get_error_handler(self) -> ErrorHandler:
        """The function that decides it."""
        return self._handler
