"""The commands ``words init`` and ``words show``."""

from __future__ import annotations

from typing import Annotated

import typer

from nlp_events.cli.options import WordsFolder

WORDS = typer.Typer(
    no_args_is_help=True, rich_markup_mode=None, help="Words of your own: templates, and what is there."
)


@WORDS.command(epilog="Exit code: 0 written, 2 nothing was overwritten.")
def init(folder: Annotated[str, typer.Argument(metavar="DIR", help="A folder, new or without such files.")]) -> None:
    """Write commented templates for words of your own into a folder; use it with --words, prove it with check."""
    from nlp_events.commands.wordlists import run_init

    raise typer.Exit(run_init(folder))


@WORDS.command(epilog="Exit code: 0 found, 1 the word stands nowhere, 2 a file is wrong.")
def show(
    word: Annotated[str, typer.Argument(metavar="WORD", help="A word, in any of its forms.")],
    words: WordsFolder = None,
) -> None:
    """Print where a word stands, its forms, and what it does."""
    from nlp_events.commands.wordlists import run_show

    raise typer.Exit(run_show(word, words))
