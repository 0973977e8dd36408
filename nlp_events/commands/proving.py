"""The examples of words that users add: each word does in its sentence what it was added for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from nlp_events.values import ArticleResult
from nlp_events.words.entries import SEPARATOR, Entry
from nlp_events.words.lexicon import forms_of
from nlp_events.words.store import Words

Proof = Callable[[Entry, ArticleResult], bool]


def unproved(words: Words) -> Iterator[str]:
    """One message for each word whose example does not show what the word was added for.

    Args:
        words: the words, with those that were added one by one; those without an example are passed over.

    Raises:
        ModelError: the base pipeline is not installed.
    """
    entries = [entry for entry in words.entries if entry.example]
    if not entries:
        return
    from nlp_events.pipeline import load
    from nlp_events.processing import process
    from nlp_events.values import Article

    articles = [Article(doc_id=f"{at}", text=entry.example) for at, entry in enumerate(entries)]
    for entry, result in zip(entries, process(articles, load(words=words)), strict=True):
        if not PROOFS[entry.kind](entry, result):
            found = ", ".join(f"{event.text!r} {event.impact}" for event in result.events) or "no record"
            where = f"{entry.path}, line {entry.line}"
            yield f"{where}: «{entry.example}» does not show {entry.kind} «{entry.word}»; it gives {found}."


def _trigger(entry: Entry, result: ArticleResult) -> bool:
    return any(event.impact == entry.value.split()[0] for event in result.events)


def _saying(_: Entry, result: ArticleResult) -> bool:
    return any(event.source for event in result.events)


def _person(entry: Entry, result: ArticleResult) -> bool:
    forms = {form.text for form in forms_of(entry.word, "N")}
    return any(form in (event.who or "") for event in result.events for form in forms)


def _thing(_: Entry, result: ArticleResult) -> bool:
    return not result.events


def _place(entry: Entry, result: ArticleResult) -> bool:
    names = entry.word.split(SEPARATOR)
    return any(name in (event.place or "") for event in result.events for name in names)


def _organisation(entry: Entry, result: ArticleResult) -> bool:
    canonical = entry.word.partition(SEPARATOR)[0]
    return any(entity["canonical"] == canonical for entity in result.entities)


PROOFS: Mapping[str, Proof] = {
    "trigger": _trigger, "saying": _saying, "person": _person, "thing": _thing, "place": _place,
    "organisation": _organisation,
}  # fmt: skip
"""Kind of a word → whether what was found in its example shows what it was added for."""
