"""From files, folders and standard input to articles, one at a time.

What cannot be read is no exception but an ``ArticleResult`` with its ``error`` set, in the place the article would have
had: the run goes on, and the output still has a line for it.

A ``doc_id`` is the article's own (``id_field``), or says where it is: ``folder/file.txt`` below the folder or pattern
that was given, ``file.csv:12`` for a row (the header is row 1), ``file.parquet:12`` and ``file.json:12`` for the
twelfth, ``path/file.jsonl:12`` for a line, ``archive.zip/member.txt`` for a member. Of several files with one such
name, those after the first are called by their paths.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from nlp_events.errors import InputError
from nlp_events.readers.articles import Found, Noted, article_of, failed, failure, readable
from nlp_events.readers.days import publication_day
from nlp_events.readers.duplicates import Duplicates
from nlp_events.readers.fields import preset_named
from nlp_events.readers.inputs import Inputs, stdin_suffix
from nlp_events.readers.notes import Notes
from nlp_events.readers.options import MOST_CHARS, STANDARD, ReadOptions
from nlp_events.readers.seen import FreeIds
from nlp_events.readers.written_dates import checked_format
from nlp_events.values import Article

__all__ = ["MOST_CHARS", "Found", "Notes", "ReadOptions", "article_of", "failed", "failure", "publication_day", "read"]


def read(
    inputs: Iterable[str | Path],
    *,
    options: ReadOptions = STANDARD,
    published: str | None = None,
    without: Iterable[Path] = (),
    notes: Notes | None = None,
) -> Iterator[Found]:
    """Read articles lazily, in the order of the inputs; the files of a folder in the order of their paths.

    Args:
        inputs: files, folders (searched at every depth), patterns («2021/**/*.txt») and «-» for standard input, whose
            first bytes tell what it is. One article each: «.txt», «.md», «.html», «.htm», «.pdf», «.docx», «.odt»,
            «.rtf». Several: «.json», «.jsonl», «.csv», «.parquet», «.xlsx», and exports of press databases, corpora and
            agencies, which are known by their content (``readers.kinds.KINDS``). All of these in «.zip», «.tar»,
            «.tar.gz», «.tgz», and packed as «.gz».
        options: how they are read.
        published: short for options with that ``published``.
        without: files that are passed over in folders and patterns, as the output of this very run.
        notes: where it is counted how many articles have no date and which files were left out; None for nowhere.

    Yields:
        An ``Article``, or an ``ArticleResult`` with ``error`` for one that cannot be read. No ``doc_id`` comes twice.

    Raises:
        InputError: ``published`` is not a date, ``date_format`` no form of dates, ``preset`` none, or
            ``stdin_format`` no format.
    """
    chosen = replace(options, published=publication_day(published or options.published, "published"))
    checked_format(chosen.date_format)
    preset_named(chosen.preset)
    stdin_suffix(chosen)
    return _with_originals(_unique(Inputs([str(name) for name in inputs], chosen, list(without), notes).read()))


def _with_originals(found: Iterator[Found]) -> Iterator[Found]:
    """The articles; one that was read before, from another database, with the ``doc_id`` it had there."""
    known = Duplicates()
    for one in found:
        original = known.original_of(one) if isinstance(one, Article) else None
        yield one if original is None else replace(one, duplicate_of=original)


def _unique(found: Iterator[Found]) -> Iterator[Found]:
    free = FreeIds()
    for one in found:
        doc_id = readable(one.doc_id)
        own = free.take(doc_id)
        if isinstance(one, Noted):
            if own != doc_id and one.place:  # its id was guessed, and is none
                doc_id = own = free.take(readable(one.place))
            one = one.article()
        if own == doc_id:
            yield one if doc_id == one.doc_id else replace(one, doc_id=doc_id)
            continue
        problem = "another article before it has this doc_id. Give each its own, or leave the second one out."
        yield failure(own, InputError(doc_id, "duplicate", problem))
