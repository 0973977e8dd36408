"""What the pages take from elsewhere, so that it is written once.

``{{ readme: Heading }}`` is that section of the README, up to its next heading; ``{{ commands }}`` the help of every
command; ``{{ resources }}`` the files of French words with what their heads say.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
LANGUAGE = ROOT / "nlp_events" / "lang" / "fr"
_MARK = re.compile(r"^\{\{ (\w+)(?:: ([^}]+))? \}\}$", re.MULTILINE)
_LINK = re.compile(r"\[([^\]]+)\]\((?!https?:)[^)]+\)")


def on_page_markdown(markdown: str, **_: Any) -> str:
    """Fill in the marks of a page; MkDocs calls it for each."""
    makers = {"readme": _readme, "commands": _commands, "resources": _resources}
    return _MARK.sub(lambda found: makers[found[1]](found[2] or ""), markdown)


def _readme(heading: str) -> str:
    """A section of the README without its heading; links into the checkout become plain text."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    found = re.search(rf"^##+ {re.escape(heading)}\n(.*?)(?=^##+ |\Z)", text, re.MULTILINE | re.DOTALL)
    if found is None:
        raise ValueError(f"README.md has no section «{heading}», which a page of the documentation takes from it")
    return _LINK.sub(r"\1", re.sub(r"^<!--.*-->\n", "", found[1], flags=re.MULTILINE))


def _commands(_: str) -> str:
    """The help of each command, as it is printed."""
    import typer

    from nlp_events.cli.app import APP

    group = typer.main.get_command(APP)
    parts = []
    for name, command in sorted(group.commands.items()):  # type: ignore[attr-defined]
        context = typer.Context(command, info_name=f"nlp-events {name}", terminal_width=100, max_content_width=100)
        parts.append(f"## {name}\n\n```text\n{command.get_help(context)}\n```\n")
    return "\n".join(parts)


def _resources(_: str) -> str:
    """The files of French words and tables, each with the comment at its head or the columns of its first line."""
    parts = []
    for path in sorted(file for file in LANGUAGE.rglob("*") if file.is_file()):
        lines = path.read_text(encoding="utf-8").splitlines()
        if path.suffix == ".csv":
            said = f"A table with the columns `{'`, `'.join(lines[0].split(','))}`; {len(lines) - 1} rows."
        else:
            head = []
            for line in lines:
                if not line.startswith("#"):
                    break
                head.append(line.removeprefix("#").strip())
            said = "\n".join(head)
        parts.append(f"### {path.relative_to(LANGUAGE).as_posix()}\n\n{said}\n")
    return "\n".join(parts)
