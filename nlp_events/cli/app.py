"""All commands, put together."""

from __future__ import annotations

from typing import Annotated

import typer

from nlp_events.cli.check import check
from nlp_events.cli.convert import convert
from nlp_events.cli.demo import demo
from nlp_events.cli.extract import extract
from nlp_events.cli.incidents import incidents
from nlp_events.cli.learn import learn
from nlp_events.cli.options import EXIT_CODES
from nlp_events.cli.report import report
from nlp_events.cli.schema import schema
from nlp_events.cli.score import gold, score
from nlp_events.cli.show import explain, show
from nlp_events.cli.translation import OPTION, SpokenGroup
from nlp_events.cli.words import WORDS
from nlp_events.commands.wording import LANGUAGES

APP = typer.Typer(
    cls=SpokenGroup,
    help="French news articles in, event records out.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@APP.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    *,
    version: Annotated[
        bool, typer.Option("--version", help="Print the versions of the library, its model and its words, and exit.")
    ] = False,
    lang: Annotated[
        str | None,
        typer.Option(OPTION, metavar="en|fr", help="Language of help and messages; else that of the locale."),
    ] = None,
) -> None:
    """French news articles in, event records out."""
    if lang is not None and lang not in LANGUAGES:
        raise typer.BadParameter(f"there is no language {lang!r}. Take one of: {', '.join(LANGUAGES)}.")
    if version:
        from nlp_events.commands.versions import version_lines

        typer.echo("\n".join(version_lines()))
        raise typer.Exit
    if context.invoked_subcommand is None:
        raise typer.Exit(2)


APP.command(epilog=EXIT_CODES)(extract)
APP.command(epilog="Exit code: 0 all done, 1 some files could not be read, 2 nothing was done.")(incidents)
APP.command(epilog="Exit code: 0 done, 2 nothing was written.")(convert)
APP.command(epilog=EXIT_CODES)(show)
APP.command(epilog=EXIT_CODES)(explain)
APP.command(epilog="Exit code: 0 all shown, 1 some lines could not be read, 2 nothing was written.")(report)
APP.command(epilog="Exit code: 0 scored, 1 some lines could not be read, 2 nothing was scored.")(score)
APP.command(epilog="Exit code: 0 all written, 1 some articles are not annotated whole, 2 nothing was written.")(gold)
APP.command(epilog="Exit code: 0 written, 1 written without lines that could not be read, 2 nothing was written.")(
    learn
)
APP.command(epilog="Exit code: 0 all written, 2 nothing was written.")(demo)
APP.command()(schema)
APP.command(epilog="Exit code: 0 all right, 1 an example failed, 2 a file is wrong.")(check)
APP.add_typer(WORDS, name="words")
