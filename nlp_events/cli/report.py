"""The command ``report``."""

from __future__ import annotations

from typing import Annotated

import typer

from nlp_events.cli.options import Overwrite, PageLanguage


def report(
    results: Annotated[
        list[str],
        typer.Argument(metavar="RESULTS...", help="Files that extract wrote (JSON Lines); - for standard input."),
    ],
    *,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="OUT.html", help="File to write; - for standard output.")
    ] = "report.html",
    incidents: Annotated[
        list[str] | None, typer.Option("--incidents", metavar="FILE", help="Incidents of these results (JSON Lines).")
    ] = None,
    lang: PageLanguage = None,
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="Title of the page.")] = None,
    overwrite: Overwrite = False,
) -> None:
    """Write one HTML page to look at: overview, map, tables, each article with its evidence; no network needed."""
    from nlp_events.commands.reporting import ReportOptions, run_report
    from nlp_events.commands.wording import language

    options = ReportOptions(incidents=incidents or (), lang=lang or language(), title=title, overwrite=overwrite)
    raise typer.Exit(run_report(results, output, options))
