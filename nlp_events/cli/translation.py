"""The command line in the user's language: help, usage errors and the option ``--lang``."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from functools import partial
from io import StringIO
from typing import Any, cast

import typer
from typer.core import TyperGroup

from nlp_events.commands.wording import ENGLISH, LANGUAGES, language, said, spoken

OPTION = "--lang"
_EXTRA = re.compile(r"(?P<text>.*?)(?P<extra>  \\?\[[^\[\]]+\])?", re.DOTALL)
"""A line of help, and what Typer adds to it: «[default: text]», «[required]», in some versions with a backslash."""
_USAGE_ERROR = cast("type[Exception]", typer.BadParameter.__base__)
"""What Typer raises for a wrong command line; Typer gives it no name of its own."""
_ERROR = "Error: "
_Formatter: Any = typer.Context.formatter_class


class SpokenFormatter(_Formatter):  # type: ignore[misc]  # Typer's own, which has no public name
    """Help whose headings and remarks are in the language that commands speak."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The line of usage."""
        super().write_usage(prog, args.replace("[OPTIONS]", said("[OPTIONS]")), prefix or said("Usage: "))

    def write_heading(self, heading: str) -> None:
        """A heading; the writer of headings adds the colon."""
        super().write_heading(said(heading))

    def write_dl(self, rows: Sequence[tuple[str, str]], *args: Any, **options: Any) -> None:
        """A list of options or commands with their help."""
        super().write_dl([(name, _with_extra(text)) for name, text in rows], *args, **options)


class SpokenContext(typer.Context):
    """A context whose help is written in the language that commands speak."""

    formatter_class = SpokenFormatter


class SpokenGroup(TyperGroup):
    """All commands; speaks the language of ``--lang`` before the command, or that of the user's locale."""

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,  # noqa: FBT001, FBT002 - Typer's own
        windows_expand_args: bool = True,  # noqa: FBT001, FBT002 - as above
        **extra: Any,
    ) -> Any:
        """Run a command line; in another language than English, its errors are told here."""
        run = partial(super().main, args, prog_name, complete_var, windows_expand_args=windows_expand_args, **extra)
        with spoken(asked(sys.argv[1:] if args is None else args)):
            if language() == ENGLISH:
                return run(standalone_mode=standalone_mode)
            translate(self)
            try:
                code = run(standalone_mode=False)
            except _USAGE_ERROR as error:
                if not standalone_mode:
                    raise
                sys.stderr.write(_shown(error))
                sys.exit(2)
            return sys.exit(code or 0) if standalone_mode else code


def asked(args: Sequence[str]) -> str | None:
    """The language that a command line asks for before its command; None for none, or for one that there is not."""
    for at, arg in enumerate(args):
        if not arg.startswith("-"):
            break
        name, equals, value = arg.partition("=")
        if name == OPTION:
            code = value if equals else next(iter(args[at + 1 :]), "")
            return code if code in LANGUAGES else None
    return None


def translate(command: Any) -> None:
    """Put the help of a command, and of all below it, into the language that commands speak."""
    command.context_class = SpokenContext
    for name in ("help", "short_help", "epilog"):
        setattr(command, name, _said(getattr(command, name)))
    for parameter in command.params:
        parameter.help = _said(getattr(parameter, "help", None))
    for one in getattr(command, "commands", {}).values():
        translate(one)


def _said(text: str | None) -> str | None:
    return None if text is None else said(text)


def _with_extra(text: str) -> str:
    found = _EXTRA.fullmatch(text)
    if found is None or found["extra"] is None:
        return said(text)
    name, colon, value = found["extra"].strip(" \\[]").partition(": ")
    return f"{said(found['text'])}  [{said(name + colon)}{value}]"


def _shown(error: Any) -> str:
    """What Typer shows of an error, line by line."""
    stream = StringIO()
    error.show(file=stream)
    return "".join(f"{_said_line(line)}\n" for line in stream.getvalue().splitlines())


def _said_line(line: str) -> str:
    rest = line.removeprefix(_ERROR)
    return said(line) if rest == line else said(_ERROR) + said(rest)
