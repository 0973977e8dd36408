"""What the network over articles is asked of a Doc, and what its answer changes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from nlp_events.extensions import FIGURES, values_of
from nlp_events.networks.articles import NOWHERE, ArticleNetwork
from nlp_events.networks.reader import ArticleReader, Candidates
from tests.networks.drawn import network

TEXT = (
    "Inondation à Ségou\nUne crue a tué 12 pêcheurs lundi près de Markala. Le préfet Oumar Diarra s'est rendu à Ségou."
)


@pytest.fixture
def doc(nlp: Language) -> Doc:
    return nlp(TEXT)


def candidates(doc: Doc, *names: str) -> list[Candidates]:
    """The one figure with some words of the text, and «none», for candidates."""
    [figure] = values_of(doc, FIGURES)
    spans = [*((TEXT.index(name), TEXT.index(name) + len(name)) for name in names), None]
    return [Candidates(figure, spans, [["heads"]] * len(spans), [*names, None])]


def words(doc: Doc, span: tuple[int, int]) -> str:
    return doc[span[0] : span[1]].text


def test_offsets_become_tokens(doc: Doc) -> None:
    [asked] = ArticleReader.asked(doc, candidates(doc, "Markala", "Oumar Diarra"))
    assert words(doc, asked.figure) == "12 pêcheurs"
    assert words(doc, asked.trigger) == "tué"
    assert [words(doc, span) for span in asked.spans[:2]] == ["Markala", "Oumar Diarra"]
    assert asked.spans[2] == NOWHERE


def test_what_each_token_is(doc: Doc) -> None:
    _, flags = ArticleReader.rows(doc)
    told = {number: " ".join(token.text for token in doc if flags[token.i, number]) for number in range(1, 9)}
    assert told[1] == "12 pêcheurs"
    assert told[2] == "tué"
    assert told[3].split() == ["Ségou", "Markala", "Ségou"]
    assert told[5] == "Oumar Diarra"
    assert told[6] == "lundi"
    assert told[7].split() == ["Inondation", "Une", "Le"]
    assert told[8] == "Inondation à Ségou"
    assert flags[0, 9] == 0 < flags[1, 9] < flags[-1, 9] < 1


def test_no_token_is_read_twice(doc: Doc, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    states = ArticleNetwork.states

    def counted(self: ArticleNetwork, rows: Any, flags: Any, wanted: Any) -> Any:
        read.append(" ".join(token.text for token in doc if wanted[token.i]))
        return states(self, rows, flags, wanted)

    monkeypatch.setattr(ArticleNetwork, "states", counted)
    own = network()
    ArticleReader(lambda: own).likely("date", [(doc, candidates(doc, "lundi"))])
    again = ArticleReader(lambda: own).likely("place", [(doc, candidates(doc, "lundi", "Markala"))])
    assert read == ["tué 12 pêcheurs lundi", "Markala"]
    assert ArticleReader(network).likely("place", [(doc, candidates(doc, "lundi", "Markala"))]) == again
    assert read[2:] == ["tué 12 pêcheurs lundi Markala"]


def test_without_the_vectors_nothing_is_said(doc: Doc) -> None:
    bare = spacy.blank("fr")(TEXT)
    assert ArticleReader(network).likely("place", [(bare, candidates(doc, "Markala"))]) == [[None]]
    assert ArticleReader(None).likely("place", [(doc, candidates(doc, "Markala"))]) == [[None]]


class Sure(ArticleReader):
    """A reader that holds those candidates for certain that hold some words."""

    def __init__(self, text: str, wanted: str) -> None:
        super().__init__(None)
        self._text, self._wanted = text, wanted

    def likely(self, slot: str, every: Any) -> list[list[list[float] | None]]:
        return [[self._of(one) for one in asked] for _, asked in every]

    def _of(self, one: Candidates) -> list[float] | None:
        at = [span is not None and self._wanted in self._text[slice(*span)] for span in one.spans]
        return [0.0 if right else -99.0 for right in at]


@pytest.fixture
def restored(nlp: Language) -> Iterator[None]:
    """The readers of the pipeline, put back behind the test."""
    parts: list[Any] = [nlp.get_pipe(name) for name in ("nlp_events_times", "nlp_events_places")]
    before = [part.reader for part in parts]
    yield
    for part, reader in zip(parts, before, strict=True):
        part.reader = reader


@pytest.mark.usefixtures("restored")
@pytest.mark.parametrize("wanted", ["Markala", "Ségou"])
def test_what_the_network_is_sure_of_is_the_place(nlp: Language, wanted: str) -> None:
    part: Any = nlp.get_pipe("nlp_events_places")
    part.reader = Sure(TEXT, wanted)
    [event] = nlp(TEXT)._.events
    assert event.place == wanted
    assert any(term[0] == "context" for one in part.reasons(nlp(TEXT)).values() for term in one.terms)


@pytest.mark.usefixtures("restored")
def test_what_the_network_is_sure_of_is_the_date(nlp: Language) -> None:
    text = "Le 3 mai 2021, une crue a tué 12 pêcheurs près de Markala. Le village a rouvert son école le 5 juin 2021."
    part: Any = nlp.get_pipe("nlp_events_times")
    for wanted, date in (("5 juin", "2021-06-05"), ("3 mai", "2021-05-03")):
        part.reader = Sure(text, wanted)
        [event] = nlp(text)._.events
        assert event.date == date


def test_what_is_said_of_an_article_is_the_same_among_others(nlp: Language) -> None:
    texts = [
        TEXT,
        "Rien à signaler.",
        "Au moins 40 civils ont fui Kidal mardi.\nÀ Gao, 3 enfants ont péri samedi, selon la mairie.",
        "Deux mineurs sont morts le 4 mars 2020 à Kati.   \t   \n Ils étaient de Sikasso.",
    ]
    own = network()
    docs = [nlp(text) for text in texts]
    asked = []
    for doc in docs:
        names = [(span.start_char, span.end_char) for span in doc.ents]
        asked.append(
            [
                Candidates(figure, [*names, None], [[]] * (len(names) + 1), [*names, None])
                for figure in values_of(doc, FIGURES)
            ]
        )
    together = ArticleReader(lambda: own).likely("place", list(zip(docs, asked, strict=True)))
    again = network()
    alone = [ArticleReader(lambda: again).likely("place", [one])[0] for one in zip(docs, asked, strict=True)]
    assert together == alone
    assert [len(one) for one in alone] == [1, 0, 2, 1]


def test_records_do_not_hang_on_the_batch(nlp: Language) -> None:
    texts = [
        TEXT,
        "Au moins 40 civils ont fui Kidal mardi.\nÀ Gao, 3 enfants ont péri samedi.",
        TEXT.replace("12", "7"),
    ]
    alone = [nlp(text)._.events for text in texts]
    assert [doc._.events for doc in nlp.pipe(texts, batch_size=3)] == alone
    assert all(alone)
