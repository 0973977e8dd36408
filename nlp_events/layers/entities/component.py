"""The component: mentions found, labels settled, names made canonical, written on the document."""

from __future__ import annotations

from spacy.tokens import Doc, Span

from nlp_events.component import Component
from nlp_events.extensions import put_on, text_of
from nlp_events.gazetteer import Gazetteer
from nlp_events.layers.entities.labels import Labels
from nlp_events.layers.entities.mentions import Finder, without_overlaps
from nlp_events.layers.entities.naming import Naming
from nlp_events.layers.entities.people import People, family_names, named_so, without_parts
from nlp_events.layers.entities.variants import PersonNames
from nlp_events.words.store import SHIPPED, Words


class Entities(Component):
    """Rewrites ``doc.ents`` (PER, LOC, ORG) and sets ``span._.entity`` on each.

    Works on what a recogniser left in ``doc.ents``; without one, the names of the tables are found all the same.

    Args:
        resources: a folder whose files replace the shipped ones, file by file; None for those.
        aliases: a CSV file of organisations with the columns of ``organisations.csv``, added to the shipped ones and
            preferred to them; None for none.
        places: likewise a CSV file of places with the columns of ``places.csv``.

    Raises:
        ResourceError: one of the files is wrong.
    """

    def __init__(self, words: Words = SHIPPED, aliases: str | None = None, places: str | None = None) -> None:
        super().__init__(words)
        self._arguments = (words, aliases, places)
        gazetteer = Gazetteer(words, places)
        self._finder = Finder(gazetteer, words, aliases, places)
        persons = PersonNames(self._finder.words)  # one for all, since it remembers the names it has read
        self._labels = Labels(self._finder.words, gazetteer, persons)
        self._people = People(self._finder.words, persons)
        self._naming = Naming(gazetteer, self._finder, persons)

    def __reduce__(self) -> tuple[type[Entities], tuple[Words, str | None, str | None]]:
        # Another process reads the tables for itself; sending them would cost more.
        return type(self), self._arguments

    def annotate(self, doc: Doc) -> Doc:
        """Set the entities of one document."""
        text = text_of(doc)
        found = self._finder.mentions(doc)
        told = [*self._people.aliases(text, found)]
        listed_names = [alias for alias in self._people.known(text, found) if alias.name not in {a.of for a in told}]
        known = without_parts(named_so(text, listed_names), found)
        said = [*named_so(text, told)]
        others = [*known, *family_names(text, [*said, *found], self._naming.family_key)]
        if said or others:
            listed = [mention for mention in found if mention.organisation]
            found = without_overlaps([*said, *listed, *others, *found])
        self._labels.vote(text, found)
        self._finder.with_first_names(doc, found)
        placed = [
            (mention, span)
            for mention in found
            if (span := doc.char_span(mention.start, mention.end, label=mention.label)) is not None
        ]
        mentions = [mention for mention, _ in placed]
        spans = [Span(doc, span.start, span.end, label=mention.label) for mention, span in placed]
        doc.ents = spans
        for span, value in zip(spans, self._naming.values(text, mentions), strict=True):
            put_on(span, "entity", value)
        return doc
