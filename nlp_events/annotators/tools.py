"""The tools by name: what a conversion for each is written to, and exports told apart when they are read back."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nlp_events.annotators import brat, cas, doccano, labelstudio
from nlp_events.annotators.bundles import ARCHIVE, Files, bundle, check_folder
from nlp_events.annotators.slots import Row
from nlp_events.errors import InputError, NlpEventsError
from nlp_events.writers.whole import whole_file


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool: the ending of its file, empty for a folder or a .zip, what writes it, and what is lost."""

    ending: str
    write: Callable[[Iterable[Row], Any], None]
    lost: str


_RECORD = "entities, dates, triggers, other mentions, rules, coordinates"
TOOLS = {
    "labelstudio": Tool(".json", labelstudio.write_labelstudio, _RECORD),
    "doccano": Tool(".jsonl", doccano.write_doccano, _RECORD),
    "brat": Tool("", brat.write_brat, _RECORD),
    "cas": Tool("", cas.write_cas, _RECORD),
}
"""Name of ``--to`` → tool."""


def config_of(name: str, target: str) -> Path | None:
    """The file of a configuration that is written beside a target; None where there is none."""
    path = Path(target)
    return path.with_name(f"{path.stem}.config.xml") if name == "labelstudio" else None


def check_target(name: str, target: str) -> None:
    """Refuse a target that the tool does not take, or a folder that holds something.

    Raises:
        NlpEventsError: it is one.
    """
    ending, suffix = TOOLS[name].ending, Path(target).suffix.lower()
    if ending:
        if suffix != ending:
            raise NlpEventsError(f"{target}: {name} takes a {ending} file. Name one.")
    elif suffix != ARCHIVE:
        if suffix:
            raise NlpEventsError(f"{target}: {name} takes a folder or a .zip. Name one.")
        check_folder(Path(target))


def write_for(name: str, rows: Iterable[Row], target: str) -> None:
    """Write articles for a tool, and its configuration; the target was checked.

    Raises:
        NlpEventsError: it cannot be written; then nothing is.
    """
    tool, path = TOOLS[name], Path(target)
    with whole_file(path) if tool.ending else bundle(path) as part:
        tool.write(rows, part)
    config = config_of(name, target)
    if config is not None:
        with whole_file(config) as part:
            labelstudio.write_config(part)


def read_export(source: str) -> Iterator[Row | InputError]:
    """Annotated articles out of what a tool has exported; for each that is none an error.

    Args:
        source: a .json of Label Studio, a .jsonl of doccano, a folder of brat's files, or a .zip of any.

    Raises:
        InputError: it cannot be read, or is nothing of the kind.
    """
    seen: set[str] = set()
    for one in _articles(Path(source), source):
        if isinstance(one, dict):
            if one["doc_id"] in seen:
                problem = "is annotated twice. Keep the export of one annotator."
                yield InputError(f"{source}, {one['doc_id']}", "twice", problem)
                continue
            seen.add(one["doc_id"])
        yield one


def _articles(path: Path, source: str) -> Iterator[Row | InputError]:
    if not path.exists():
        raise InputError(source, "missing", "there is no such file. Check the path.")
    packed = path.is_dir() or path.suffix.lower() == ARCHIVE
    files = Files(path if packed else path.parent)
    if packed and any(name.endswith(".ann") for name in files.names):
        yield from brat.read_brat(source, files)
        return
    names = sorted(name for name in files.names if name.endswith((".json", ".jsonl"))) if packed else [path.name]
    if not names or not names[0].lower().endswith((".json", ".jsonl")):
        problem = "is no export of Label Studio (.json), doccano (.jsonl) or brat (a folder or .zip). Name one."
        raise InputError(source, "type", problem)
    for name in names:
        where = f"{source}: {name}" if packed else source
        if name.lower().endswith(".jsonl"):
            yield from doccano.read_doccano(where, files.text(name).split("\n"))
        else:
            yield from labelstudio.read_labelstudio(where, _json(where, files.text(name)))


def _json(source: str, text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError as error:
        raise InputError(source, "json", f"cannot be read as JSON ({error}). Export it again.") from error
