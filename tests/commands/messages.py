"""Every message that the code makes, as templates, and every text of help: what a catalogue has to hold."""

import ast

import typer

from nlp_events.cli.app import APP

ROOMS = (
    "commands", "batch", "readers", "writers", "incident_files.py", "pipeline.py", "processing.py", "work.py",
    "text/decoding.py", "report/wordings.py", "limits.py", "scoring",
    "annotators",
)  # fmt: skip
"""Where messages are made that a user of the command line meets."""
MAKERS = ("tell", "failed", "failure", "said", "_closed", "_unusable")
PARTS = ("problem", "remedy", "message", "what", "rest", "how", "share", "told", "failed")
"""Names of variables that hold a part of a message."""


def templates(root):
    """The messages of the rooms, with empty braces for what is filled in → where they are made."""
    found = {}
    for room in ROOMS:
        place = root / "nlp_events" / room
        for path in sorted(place.rglob("*.py")) if place.is_dir() else [place]:
            for number, text in _messages(ast.parse(path.read_text(encoding="utf-8"))):
                found.setdefault(text.removeprefix("{}: "), f"{path.relative_to(root)}:{number}")
    return found


def _messages(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _makes_messages(node.func):
            given = [*node.args, *(one.value for one in node.keywords)]
        elif isinstance(node, ast.Assign) and _is_part(node.targets[0]):
            given = [node.value]
        elif isinstance(node, ast.FunctionDef) and node.name in ("__str__", "_interrupted"):
            given = [one.value for one in ast.walk(node) if isinstance(one, ast.Return)]
        else:
            continue
        for one in given:
            yield from ((node.lineno, text) for text in _texts(one) if _is_said(text))


def _makes_messages(function):
    name = getattr(function, "id", getattr(function, "attr", ""))
    return name.endswith("Error") or name in MAKERS


def _is_part(target):
    return isinstance(target, ast.Name) and target.id.lower().strip("_") in PARTS


def _is_said(text):
    """Whether there is something to translate: two words beside what is filled in."""
    words = text.replace("{}", " ").split()
    return len(words) > 1 and text[0] != ";" and not text.startswith(("pip ", "python ")) and text != "{}{}. {}"


def _texts(node):
    text = _text(node)
    if text is not None:
        yield text
    elif not (isinstance(node, ast.Call) and not _makes_messages(node.func)):
        for child in ast.iter_child_nodes(node):
            yield from _texts(child)


def _text(node):
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(one.value if isinstance(one, ast.Constant) else "{}" for one in node.values)
    return None


def helps():
    """Every text of help of every command."""
    return set(_helps(typer.main.get_command(APP)))


def _helps(command):
    yield from (text for text in (command.help, command.epilog) if text)
    yield from (one.help for one in command.params if getattr(one, "help", None))
    for one in getattr(command, "commands", {}).values():
        yield from _helps(one)


def _main():
    """Print what a catalogue lacks, to be added to it: ``python -m tests.commands.messages fr``."""
    import sys
    from pathlib import Path

    from nlp_events.commands.wording import FIELD, catalogue

    known = {FIELD.sub("{}", text) for text in catalogue(sys.argv[1])}
    for text in sorted((set(templates(Path.cwd())) | helps()) - known):
        written = text.replace("\\", "\\\\").replace('"', '\\"')
        print(f'\nmsgid "{written}"\nmsgstr ""')  # noqa: T201 - what it is for


if __name__ == "__main__":
    _main()
