"""The command ``check``."""

from __future__ import annotations

from typing import Annotated

import typer


def check(
    folder: Annotated[str, typer.Argument(metavar="DIR", help="Folder of language resources (YAML and CSV files).")],
) -> None:
    """Validate a folder of language resources, file by file, and run the examples of its rules."""
    from nlp_events.commands.checking import run_check

    raise typer.Exit(run_check(folder))
