"""The command ``schema``."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

import typer


class What(str, Enum):
    """What a schema is of."""

    ARTICLE = "article"
    INCIDENT = "incident"


def schema(
    what: Annotated[
        What, typer.Argument(metavar="[article|incident]", help="A line of extract, or a line of incidents.")
    ] = What.ARTICLE,
) -> None:
    """Print the JSON Schema of what is written: of the line of an article with its records, or of an incident."""
    from nlp_events.commands.schemas import run_schema

    raise typer.Exit(run_schema(what.value))
