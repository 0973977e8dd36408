"""The command ``convert``."""

from __future__ import annotations

from typing import Annotated

import typer

from nlp_events.cli.options import Overwrite


def convert(
    source: Annotated[str, typer.Argument(metavar="IN", help="Results: .jsonl, .csv, .parquet or .sqlite.")],
    target: Annotated[str, typer.Argument(metavar="OUT", help="File to write, of any of these, or .geojson.")],
    *,
    layout: Annotated[
        str | None,
        typer.Option(
            "--to", metavar="LAYOUT", help="Columns of another project: hxl, acled, ucdp, idmc, emdat (.csv)."
        ),
    ] = None,
    overwrite: Overwrite = False,
) -> None:
    """Convert results into another format or layout, and say what is left out."""
    from nlp_events.commands.converting import run_convert

    raise typer.Exit(run_convert(source, target, layout, overwrite=overwrite))
