"""The commands ``score`` and ``gold``."""

from __future__ import annotations

from typing import Annotated

import typer

from nlp_events.cli.options import Overwrite

Judgements = Annotated[
    str | None,
    typer.Option("--judgements", metavar="FILE", help="Judgements downloaded from the report of the results."),
]


def score(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="[GOLD] RESULTS", help="Annotated articles, and results; RESULTS alone with judgements."
        ),
    ],
    *,
    judgements: Judgements = None,
    errors: Annotated[int, typer.Option(min=0, metavar="N", help="Also print the first N differences.")] = 0,
    json: Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")] = False,
) -> None:
    """Print how right results are: against annotated articles, or as an analyst judged them in the report."""
    from nlp_events.commands.scoring import run_score, run_score_judgements

    if len(files) != (1 if judgements else 2):
        raise typer.BadParameter("give GOLD and RESULTS, or RESULTS and --judgements FILE")
    if judgements:
        raise typer.Exit(run_score_judgements(files[0], judgements, as_json=json))
    raise typer.Exit(run_score(files[0], files[1], errors=errors, as_json=json))


def gold(
    source: Annotated[
        str,
        typer.Argument(
            metavar="FILE",
            help="What Label Studio (.json), doccano (.jsonl) or brat (folder or .zip) exports; or, with judgements, "
            "results with their texts (extract --with-text).",
        ),
    ],
    *,
    judgements: Judgements = None,
    output: Annotated[str, typer.Option("--output", "-o", metavar="OUT.jsonl", help="File to write.")] = "gold.jsonl",
    overwrite: Overwrite = False,
) -> None:
    """Write annotated articles out of annotated or judged ones, to score other results against and to learn from."""
    if judgements is None:
        from nlp_events.commands.annotating import run_gold_of_export

        raise typer.Exit(run_gold_of_export(source, output, overwrite=overwrite))
    from nlp_events.commands.scoring import run_gold

    raise typer.Exit(run_gold(source, judgements, output, overwrite=overwrite))
