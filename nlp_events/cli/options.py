"""Arguments and options that more than one command has."""

from __future__ import annotations

from typing import Annotated

import typer

EXIT_CODES = "Exit code: 0 all done, 1 some articles could not be read or processed, 2 nothing was done."

File = Annotated[str, typer.Argument(metavar="FILE", help="A .txt or .jsonl file, or - for standard input.")]
Published = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="Publication date (YYYY-MM-DD) of all articles, instead of their own."),
]
Base = Annotated[str, typer.Option(metavar="PIPELINE", help="French spaCy pipeline to build on: a name or a path.")]
Resources = Annotated[
    str | None, typer.Option(metavar="DIR", help="Folder of language resources that replace the shipped ones.")
]
Aliases = Annotated[
    str | None, typer.Option(metavar="FILE.csv", help="Organisations of your own and their names, which win.")
]
