"""What a notebook shows of an article, a record or an incident; texts are read first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from spacy.language import Language
from spacy.tokens import Doc

from nlp_events import factories
from nlp_events.errors import InputError
from nlp_events.given import items_of
from nlp_events.in_memory import Day, articles_of, day_of
from nlp_events.pipeline import standard
from nlp_events.processing import process
from nlp_events.report.notebook import REMEDY, Html, Shown, shown
from nlp_events.report.wordings import wordings
from nlp_events.values import Article, ArticleResult, Event, Incident

Text: TypeAlias = "str | Article | Mapping[str, object]"
"""What is read before it is shown."""


def display(
    doc: Shown | Text | Iterable[Shown | Text],
    nlp: Language | None = None,
    *,
    published: Day = None,
    lang: str = "en",
) -> Html:
    """An article with what was found in it, for a notebook: make it the last line of a cell.

    Names, dates and figures are coloured, what belongs to other articles is grey. Pointing at a figure, or going to it
    with the tabulator key, shows its record and outlines the evidence. No script runs and nothing is loaded. It is dark
    where the notebook or the system is.

    Args:
        doc: a text, an ``Article`` or a mapping as ``extract`` takes it, which is read first; a Doc that a pipeline of
            ours has annotated, or a result of ``process``; a record or an incident is a table of what is known of it,
            with its time line where several articles tell of it, and several records are one table; of several
            others, one stands below the other.
        nlp: the pipeline that reads, from ``load``; None for the standard one, loaded once.
        published: day of publication of what is read; a Doc is then read anew, for its dates hang on that day.
        lang: language of the words around the article, «en» or «fr».

    Returns:
        An object that a notebook shows; ``str`` of it is the HTML.

    Raises:
        InputError: it is none of these, as a path or a ``Doc`` of another pipeline; ``published`` is not a date, or is
            given for what is read already, as a record.
        ModelError: the standard pipeline cannot be loaded, or ``nlp`` is no pipeline with components of this library.
        NlpEventsError: there is no such language.
    """
    wordings(lang)
    day = day_of(published, "published")
    alone = isinstance(doc, str | Mapping | Article | Doc | ArticleResult | Event | Incident)
    ones: Iterable[object] = [doc] if alone else items_of("display", doc, REMEDY)
    return shown((one for given in ones for one in _read(given, nlp, day)), lang=lang)


def _read(given: object, nlp: Language | None, day: str | None) -> Iterator[object]:
    """What was given, if it is read already; else the result of reading it."""
    if isinstance(given, Doc) and day is not None:
        given = {"text": given.text, **{name: known for name, known in (given._.article or {}).items() if known}}
    if isinstance(given, str | Mapping | Article):
        articles = articles_of(given, day, caller="display")
        yield from process(articles, standard() if nlp is None else factories.require_ours(nlp, "display"))
        return
    if day is not None:
        problem = "published is for texts and Docs, and this was read already"
        raise InputError("display", "published", f"{problem}. Leave it out, or give the text.")
    yield given
