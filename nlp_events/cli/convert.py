"""The command ``convert``."""

from __future__ import annotations

from typing import Annotated

import typer

from nlp_events.cli.options import DataPackage, Excel, Overwrite


def convert(
    source: Annotated[
        str, typer.Argument(metavar="IN", help="Results (.jsonl .csv .parquet .sqlite) or incidents (.jsonl).")
    ],
    target: Annotated[
        str, typer.Argument(metavar="OUT", help="File to write, of any of these, or .xlsx, .geojson, .gexf.")
    ],
    *,
    layout: Annotated[
        str | None,
        typer.Option(
            "--to",
            metavar="LAYOUT",
            help="Columns of another project: hxl, acled, ucdp, idmc, emdat (.csv); or geojson, gexf; or, of results "
            "with texts, for annotators: labelstudio (.json), doccano (.jsonl), brat, cas (a new folder, or a .zip).",
        ),
    ] = None,
    excel: Excel = False,
    datapackage: DataPackage = False,
    overwrite: Overwrite = False,
) -> None:
    """Convert results or incidents into another format or layout, and say what is left out."""
    from nlp_events.commands.converting import ConvertOptions, run_convert

    options = ConvertOptions(layout=layout, excel=excel, datapackage=datapackage, overwrite=overwrite)
    raise typer.Exit(run_convert(source, target, options))
