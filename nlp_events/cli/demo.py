"""The command ``demo``."""

from __future__ import annotations

from typing import Annotated

import typer

from nlp_events.cli.options import PageLanguage


def demo(
    *,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="DIR", help="Folder to write: a new one, or an empty one.")
    ] = "nlp-events-demo",
    lang: PageLanguage = None,
) -> None:
    """Write sample articles and what is made of them into a folder: records, incidents, a table, a map, a report."""
    from nlp_events.commands.demonstration import run_demo
    from nlp_events.commands.wording import language

    raise typer.Exit(run_demo(output, lang or language()))
