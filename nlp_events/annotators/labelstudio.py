"""Label Studio: tasks with predictions, the labelling configuration for them, and its JSON export read back.

A figure is a region of the text, labelled with its impact; each other slot is a choice, number or text of the region.
Regions count code points, as ours do. A prediction's score is that of its least sure figure, so that the doubtful
articles come first where tasks are sorted by it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from lxml import etree

from nlp_events.annotators.slots import CHOICES, IMPACTS, NUMBERS, SLOTS, TEXTS, Row, annotated, filled
from nlp_events.errors import InputError
from nlp_events.scoring.comparison import LINKS

_TEXT, _LABELS = "text", "impact"
"""Names of the tags that show the text and that hold the labels of regions."""
_HEAD = ("doc_id", "title", "published")
_KINDS = {"choices": CHOICES, "number": NUMBERS, "textarea": TEXTS}
"""Type of a result → the slots that are told by it."""


def write_labelstudio(rows: Iterable[Row], path: Path) -> None:
    """Write articles as a file of tasks."""
    with path.open("w", encoding="utf-8") as stream:
        for number, row in enumerate(rows):
            stream.write(",\n" if number else "[\n")
            stream.write(json.dumps(_task(row), ensure_ascii=False, allow_nan=False))
        stream.write("\n]\n" if stream.tell() else "[]\n")


def write_config(path: Path) -> None:
    """Write the labelling configuration of these tasks, to be pasted into a project's settings."""
    view = etree.Element("View")
    etree.SubElement(view, "Header", value="$title")
    etree.SubElement(view, "Header", value="$published", size="5")
    _listed(view, "Relations", "Relation", LINKS)
    _listed(view, "Labels", "Label", IMPACTS, name=_LABELS, toName=_TEXT)
    etree.SubElement(view, "Text", name=_TEXT, value=f"${_TEXT}")
    slots = etree.SubElement(view, "View", visibleWhen="region-selected")
    region = {"toName": _TEXT, "perRegion": "true"}
    for name in SLOTS:
        etree.SubElement(slots, "Header", value=name, size="6")
        if name in CHOICES:
            _listed(slots, "Choices", "Choice", CHOICES[name], name=name, choice="single", layout="select", **region)
        elif name in NUMBERS:
            etree.SubElement(slots, "Number", name=name, min="0", **region)
        else:
            etree.SubElement(slots, "TextArea", name=name, maxSubmissions="1", editable="true", **region)
    path.write_bytes(etree.tostring(view, encoding="utf-8", pretty_print=True))


def _listed(parent: Any, tag: str, item: str, values: Iterable[str], **attributes: str) -> None:
    holder = etree.SubElement(parent, tag, **attributes)
    for value in values:
        etree.SubElement(holder, item, value=value)


def _task(row: Row) -> Row:
    sure = [figure["confidence"] for figure in row["events"] if figure["confidence"] is not None]
    prediction = {
        "model_version": row["made_by"],
        **({"score": min(sure)} if sure else {}),
        "result": [item for figure in row["events"] for item in _items(figure)],
    }
    # A tag of the configuration may not name a key that a task lacks.
    data = {name: row[name] or "" for name in _HEAD} | {_TEXT: row["text"]}
    return {"data": data, "predictions": [prediction]}


def _items(figure: Row) -> Iterator[Row]:
    """The region of a figure, what is told of it, and its links."""
    span = {"start": figure["start"], "end": figure["end"]}
    region = {"id": figure["id"], "to_name": _TEXT}
    score = {} if figure["confidence"] is None else {"score": figure["confidence"]}
    labels = span | {"text": figure["text"], "labels": [figure["impact"]]}
    yield region | {"from_name": _LABELS, "type": "labels", "value": labels} | score
    for name, value in filled(figure).items():
        kind = next(kind for kind, slots in _KINDS.items() if name in slots)
        told = {"choices": {"choices": [value]}, "number": {"number": value}, "textarea": {"text": [value]}}[kind]
        yield region | {"from_name": name, "type": kind, "value": span | told}
    for link in LINKS:
        if figure[link]:
            ends = {"from_id": figure["id"], "to_id": figure[link]}
            yield {"type": "relation", "direction": "right", "labels": [link]} | ends


def read_labelstudio(source: str, tasks: Any) -> Iterator[Row | InputError]:
    """Annotated articles out of an export («JSON»); for a task that nobody has annotated, or that is wrong, an error.

    Of several annotations of a task the one that is marked as ground truth stands, else the last.

    Raises:
        InputError: it is no such export.
    """
    if not isinstance(tasks, list) or not all(isinstance(task, dict) and _has_text(task) for task in tasks):
        problem = "is no export of Label Studio with its texts. Export the project as «JSON», not as «JSON-MIN»."
        raise InputError(source, "type", problem)
    for number, task in enumerate(tasks, start=1):
        yield _read(f"{source}: task {task.get('id', number)}", task, number)


def _read(source: str, task: Row, number: int) -> Row | InputError:
    try:
        return _article(source, task, number)
    except InputError as error:
        return error
    except (KeyError, TypeError, AttributeError, IndexError) as error:  # a result of another shape
        problem = f"is not annotated as the configuration of this library has it ({error}). Use that, or mend it."
        return InputError(source, "type", problem)


def _has_text(task: Row) -> bool:
    return isinstance(task.get("data"), dict) and isinstance(task["data"].get(_TEXT), str)


def _article(source: str, task: Row, number: int) -> Row:
    done = [one for one in task.get("annotations") or () if not one.get("was_cancelled")]
    if not done:
        raise InputError(source, "unmarked", "is not annotated. Submit it in Label Studio, then export again.")
    chosen = next((one for one in done if one.get("ground_truth")), done[-1])
    data = task["data"]
    row = {name: data.get(name) or None for name in _HEAD} | {_TEXT: data[_TEXT]}
    row["doc_id"] = row["doc_id"] or f"task-{task.get('id', number)}"
    return annotated(source, row, _figures(data[_TEXT], chosen["result"]))


def _figures(text: str, items: Iterable[Mapping[str, Any]]) -> list[Row]:
    figures: dict[str, Row] = {}
    told: dict[str, Row] = {}
    for item in items:
        if item["type"] == "relation":
            label = (item.get("labels") or [None])[0]
            told.setdefault(item["from_id"], {}).update({label: item["to_id"]} if label in LINKS else {})
        elif item["type"] == "labels" and item["from_name"] == _LABELS:
            start, end = _span(text, item["value"])
            label = item["value"]["labels"][0]
            figures[item["id"]] = {"id": item["id"], "start": start, "end": end, "impact": label}
        elif item["from_name"] in _KINDS.get(item["type"], ()):
            told.setdefault(item["id"], {})[item["from_name"]] = _told(item["type"], item["value"])
    return [figure | told.get(key, {}) for key, figure in figures.items()]


def _told(kind: str, value: Mapping[str, Any]) -> Any:
    if kind == "number":
        return value["number"]
    given = value["choices" if kind == "choices" else "text"]
    return given if isinstance(given, str) else " ".join(given) or None


def _span(text: str, value: Mapping[str, Any]) -> tuple[int, int]:
    """The [start, end) of a region; versions before 1.4 count an emoji as two, which the words of the region tell."""
    start, end, words = value["start"], value["end"], value.get("text")
    if words is None or text[start:end] == words:
        return start, end
    encoded = text.encode("utf-16-le")
    first = len(encoded[: 2 * start].decode("utf-16-le", "ignore"))
    last = len(encoded[: 2 * end].decode("utf-16-le", "ignore"))
    return (first, last) if text[first:last] == words else (start, end)
