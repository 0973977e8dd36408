"""doccano: JSON Lines for a project of sequence labelling with relations, and its export read back.

A label of a figure is its impact; further labels of the same words tell other slots («cause=flood»), which the project
has to allow to overlap. Place and source are marked too, and joined to the figure by relations of their names. What has
no words in the article to mark (numbers, a day) goes along as ``figures``, which doccano keeps with the text and gives
back; a figure that is marked anew takes its numbers from its words.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

from nlp_events.annotators.slots import CHOICES, IMPACTS, SLOTS, USUAL, WORDS, Row, annotated, filled
from nlp_events.errors import InputError
from nlp_events.scoring.comparison import LINKS

_HEAD = ("doc_id", "title", "published")
_SHOWN = tuple(name for name in CHOICES if name != "modifier")
"""Choices that are labels; the modifier goes with the numbers."""
_IS = "="
_Marked: TypeAlias = "tuple[int, int, str]"
"""[start, end) and label."""
_KEPT = ("id", "start", "end", "impact", *SLOTS, "confidence")
"""What of a figure goes along, beside the spans of its words."""


@dataclass(slots=True)
class _Marks:
    """The marks of an article and what joins them, each once; ``first`` is the number that its first mark has.

    Numbers go through the file, for doccano looks up the ends of relations among the marks of all lines.
    """

    first: int
    spans: dict[_Marked, int] = field(default_factory=dict)
    joined: dict[tuple[int, int, str], int] = field(default_factory=dict)

    def mark(self, start: int, end: int, label: str) -> int:
        """The number of a mark."""
        return self.spans.setdefault((start, end, label), self.first + len(self.spans))

    def join(self, first: int, last: int, kind: str) -> None:
        """Join two marks."""
        self.joined.setdefault((first, last, kind), self.first + len(self.joined))

    def told(self) -> Row:
        """Marks and joins as doccano has them."""
        entities = [
            {"id": key, "label": label, "start_offset": start, "end_offset": end}
            for (start, end, label), key in self.spans.items()
        ]
        relations = [
            {"id": key, "from_id": first, "to_id": last, "type": kind}
            for (first, last, kind), key in self.joined.items()
        ]
        return {"entities": entities, "relations": relations}


def write_doccano(rows: Iterable[Row], path: Path) -> None:
    """Write articles as JSON Lines, one a line."""
    first = 1
    with path.open("w", encoding="utf-8") as stream:
        for row in rows:
            marks = _marks(row["events"], first)
            first += max(len(marks.spans), len(marks.joined))
            line = {"text": row["text"]} | marks.told() | {name: row[name] for name in _HEAD}
            line["figures"] = [filled(figure, _KEPT) | {"spans": figure["spans"]} for figure in row["events"]]
            stream.write(json.dumps(line, ensure_ascii=False, allow_nan=False) + "\n")


def _marks(figures: list[Row], first: int) -> _Marks:
    marks = _Marks(first)
    ids = {one["id"]: marks.mark(one["start"], one["end"], one["impact"]) for one in figures}
    for figure in figures:
        own = ids[figure["id"]]
        for label in _labels(figure):
            marks.mark(figure["start"], figure["end"], label)
        for name, (start, end) in figure["spans"].items():
            marks.join(own, marks.mark(start, end, name), name)
        for link in LINKS:
            if figure[link]:
                marks.join(own, ids[figure[link]], link)
    return marks


def _labels(figure: Mapping[str, Any]) -> list[str]:
    """The labels that tell slots: of those that hold something else than usual."""
    told = filled(figure, _SHOWN)
    return [f"{name}{_IS}{value}" for name, value in told.items() if value != USUAL.get(name)]


def read_doccano(source: str, lines: Iterable[str]) -> Iterator[Row | InputError]:
    """Annotated articles out of an export; for a line that is wrong an error that names it."""
    for number, line in enumerate(lines, start=1):
        if line.strip():
            where = f"{source}:{number}"
            try:
                yield _article(where, json.loads(line), number)
            except InputError as error:
                yield error
            except (ValueError, KeyError, TypeError, AttributeError) as error:  # a line of another shape
                problem = f"is no line of doccano's export ({error}). Export the project as JSONL with relations."
                yield InputError(where, "type", problem)


def _article(source: str, data: Row, number: int) -> Row:
    if "events" in data:
        problem = "is a result of «extract», which nobody has annotated. Name an export, or judgements of it as well."
        raise InputError(source, "type", problem)
    kept = data.get("meta") or data  # some versions give back what they do not know in «meta»
    row = {name: kept.get(name) for name in _HEAD} | {"text": data.get("text", data.get("data"))}
    row["doc_id"] = row["doc_id"] or f"text-{data.get('id', number)}"
    if not isinstance(row["text"], str) or not isinstance(data.get("entities"), list):
        problem = "has no text or no entities. Export the project as JSONL with relations."
        raise InputError(source, "type", problem)
    return annotated(source, row, _figures(source, row["text"], data, kept.get("figures") or []))


def _figures(source: str, text: str, data: Row, kept: list[Row]) -> list[Row]:
    spans = {one["id"]: (one["start_offset"], one["end_offset"], one["label"]) for one in data["entities"]}
    _check_labels(source, spans.values())
    ours = {key: _known(span, kept, set(spans.values())) for key, span in spans.items() if span[2] in IMPACTS}
    ids = {key: one.get("id", f"m{key}") for key, one in ours.items()}
    figures = []
    for key, one in ours.items():
        start, end, impact = spans[key]
        figure = one | {"id": ids[key], "start": start, "end": end, "impact": impact}
        figure |= _chosen(one, _labels_at(start, end, spans.values()), _labels_before(start, end, kept))
        joined = {link["type"]: link["to_id"] for link in data.get("relations") or () if link["from_id"] == key}
        figure |= {link: ids.get(joined.get(link)) for link in LINKS}
        words = {name: spans[to][:2] for name, to in joined.items() if name in WORDS}
        figures.append(figure | _worded(figure, words, text))
    return figures


def _check_labels(source: str, spans: Iterable[_Marked]) -> None:
    for _, _, label in spans:
        slot, _, value = label.partition(_IS)
        if label not in (*IMPACTS, *WORDS) and value not in CHOICES.get(slot, ()):
            problem = f"has the label {label!r}, which is no impact and tells no slot. Name it so, or delete it."
            raise InputError(source, "choice", problem)


def _known(span: _Marked, kept: list[Row], spans: set[_Marked]) -> Row:
    """What a marked figure was before; one whose impact was changed is the one of these words that is gone."""
    start, end, impact = span
    here = [one for one in kept if (one["start"], one["end"]) == (start, end)]
    same = [one for one in here if one["impact"] == impact]
    gone = [one for one in here if (start, end, one["impact"]) not in spans]
    return next(iter(same or (gone if len(gone) == 1 else [])), {})


def _labels_at(start: int, end: int, spans: Iterable[_Marked]) -> set[str]:
    return {label for first, last, label in spans if (first, last) == (start, end)}


def _labels_before(start: int, end: int, kept: list[Row]) -> set[str]:
    return {label for one in kept if (one["start"], one["end"]) == (start, end) for label in _labels(one)}


def _chosen(known: Row, labels: set[str], before: set[str]) -> Row:
    """The choices of a figure by the labels of its words; those that were not touched stay its own.

    Several figures may be of the same words, so that a label alone does not tell whose it is.
    """
    told = {}
    for name in _SHOWN:
        now, then = (
            {one.partition(_IS)[2] for one in some if one.startswith(f"{name}{_IS}")} for some in (labels, before)
        )
        own = known.get(name)
        told[name] = own if (known and now == then) or own in now else min(now, default=None)
    return told


def _worded(figure: Row, joined: Mapping[str, tuple[int, int]], text: str) -> Row:
    """Place and source by what the figure is joined to; what is joined as before keeps what was written."""
    told = {}
    for name in WORDS:
        before = (figure.get("spans") or {}).get(name)
        now = joined.get(name)
        if now is None:
            told[name] = None if before else figure.get(name)
        else:
            told[name] = figure.get(name) if before and tuple(before) == now else text[slice(*now)]
    return told
