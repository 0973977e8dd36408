"""The command ``incidents``."""

from __future__ import annotations

from typing import Annotated

import typer

from nlp_events.cli.options import DataPackage, Excel, Overwrite, WordsFolder


def incidents(
    inputs: Annotated[list[str], typer.Argument(metavar="RECORDS...", help="Files that extract or convert wrote.")],
    *,
    output: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            metavar="OUT",
            help="File to write: .jsonl, .csv, .xlsx, .sqlite, .parquet, .geojson, .gexf; - for standard output.",
        ),
    ] = "-",
    store: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="Keeps what was placed: new articles join old incidents, whose ids stay."),
    ] = None,
    split: Annotated[
        str | None,
        typer.Option(metavar="FILE.csv", help="incident_id,doc_id: articles to take out of an incident."),
    ] = None,
    join: Annotated[
        str | None, typer.Option(metavar="FILE.csv", help="incident_id,into: incidents that are one.")
    ] = None,
    timeline: Annotated[
        str | None,
        typer.Option(metavar="FILE.csv", help="Also the time lines: who said what when, and what it changed."),
    ] = None,
    words: WordsFolder = None,
    excel: Excel = False,
    datapackage: DataPackage = False,
    overwrite: Overwrite = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No summary.")] = False,
) -> None:
    """Put records of many articles together: one incident a happening, with its history and its best tolls."""
    from nlp_events.commands.incidents import IncidentOptions, run_incidents

    options = IncidentOptions(
        store=store,
        split=split,
        join=join,
        words=words,
        timeline=timeline,
        excel=excel,
        datapackage=datapackage,
        overwrite=overwrite,
        quiet=quiet,
    )
    raise typer.Exit(run_incidents(inputs, output, options))
