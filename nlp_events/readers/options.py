"""How inputs are read: what a caller may set."""

from __future__ import annotations

from dataclasses import dataclass

MOST_CHARS = 300_000
"""Characters of the longest text that is taken for one article: a book, where a news article has 2 000 to 20 000."""

MOST_BYTES = 64 * 1024 * 1024
"""Bytes of one article (a text file, a JSON line, a page) that are held in memory; no article comes near it."""

Names = str | tuple[str, ...]
"""One name of a column or key, or several of which the first that is there counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """How ``read`` reads.

    Attributes:
        published: date of publication (see ``publication_day``) that replaces what the inputs say; None to take theirs.
        text_field: the key (JSON) or column (CSV, Parquet) that holds the text of an article; a path with dots
            («fields.body») leads into objects. Of several, the first that a file has. «*.csv=Contenu» is for the files
            that the pattern fits. None given: it is told by its name, from the table in ``reading.yaml``.
        id_field: the one that holds its ``doc_id``; without it an article is named after its file and place in it.
        date_field: the one that holds its date of publication, in any French or English form.
        title_field: the one that holds its title.
        source_field: the one that holds the site or paper it appeared in.
        records: the key or path below which a JSON file has its list of articles; None to tell it by its name.
        preset: what JSON files and tables are («telegram»), a name in ``reading.yaml``; None to tell it by what is in
            them.
        date_format: the form of dates of publication, as in ``written_day``; None to tell it by each of them.
        fix_encoding: mend text that was decoded in the wrong encoding before it came here; else it is only reported.
        max_chars: characters of the longest text that is taken for one article.
        max_bytes: bytes of one article that are held in memory, at the most.
        max_seconds: seconds that reading one article of a page, PDF or office file may take, which is then done in a
            process of its own; None to read them in this process, without a limit. A script that sets it needs
            «if __name__ == "__main__":», as for all processes of its own.
        stdin_format: what standard input holds, as an ending without its dot («csv»); None to tell by its first bytes.
    """

    published: str | None = None
    text_field: Names = ()
    id_field: Names = ()
    date_field: Names = ()
    title_field: Names = ()
    source_field: Names = ()
    records: str | None = None
    preset: str | None = None
    date_format: str | None = None
    fix_encoding: bool = False
    max_chars: int = MOST_CHARS
    max_bytes: int = MOST_BYTES
    max_seconds: float | None = None
    stdin_format: str | None = None


STANDARD = ReadOptions()
