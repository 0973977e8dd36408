"""The command ``check``."""

from __future__ import annotations

from typing import Annotated

import typer


def check(
    folder: Annotated[str, typer.Argument(metavar="DIR", help="Folder of words that are added to ours.")],
) -> None:
    """Validate a folder of words, file by file, and run the examples of its words and of all rules."""
    from nlp_events.commands.checking import run_check

    raise typer.Exit(run_check(folder))
