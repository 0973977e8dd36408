"""brat: a pair of .txt and .ann an article with an annotation.conf, and such pairs read back.

A figure is a text-bound annotation of its impact; choices are its attributes, links are relations, and numbers and
texts stand in its note, as one JSON object that can be edited. ``articles.jsonl`` keeps the names and days of the
articles.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from nlp_events.annotators.bundles import Files, Put, names_of
from nlp_events.annotators.slots import CHOICES, IMPACTS, NUMBERS, TEXTS, Row, annotated, filled
from nlp_events.errors import InputError
from nlp_events.scoring.comparison import LINKS

ARTICLES = "articles.jsonl"
_NOTED = (*NUMBERS, *TEXTS)
_LINE = re.compile(r"[^\r\n]+")
"""A piece of a figure that stands on one line: brat knows no others."""


def write_brat(rows: Iterable[Row], put: Put) -> None:
    """Write articles as pairs of files, and what they are configured by."""
    put("annotation.conf", _configuration())
    told = []
    name = names_of()
    for row in rows:
        stem = name(row["doc_id"])
        put(f"{stem}.txt", row["text"])
        put(f"{stem}.ann", "".join(f"{line}\n" for line in _lines(row)))
        told.append({"file": f"{stem}.txt"} | {key: row[key] for key in ("doc_id", "title", "published")})
    put(ARTICLES, "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in told))


def _configuration() -> str:
    links = (f"{link}\tArg1:<ENTITY>, Arg2:<ENTITY>" for link in LINKS)
    choices = (f"{name}\tArg:<ENTITY>, Value:{'|'.join(words)}" for name, words in CHOICES.items())
    parts = {"entities": IMPACTS, "relations": links, "events": (), "attributes": choices}
    return "\n".join(f"[{name}]\n" + "".join(f"{line}\n" for line in lines) for name, lines in parts.items())


def _lines(row: Row) -> Iterator[str]:
    numbers = {figure["id"]: at for at, figure in enumerate(row["events"], start=1)}
    attributes = relations = 0
    for figure in row["events"]:
        at = numbers[figure["id"]]
        pieces = [*_LINE.finditer(row["text"], figure["start"], figure["end"])]
        places = ";".join(f"{piece.start()} {piece.end()}" for piece in pieces)
        yield f"T{at}\t{figure['impact']} {places}\t{' '.join(piece[0] for piece in pieces)}"
        for name, value in filled(figure, tuple(CHOICES)).items():
            attributes += 1
            yield f"A{attributes}\t{name} T{at} {value}"
        noted = filled(figure, ("id", *_NOTED, "confidence"))
        yield f"#{at}\tAnnotatorNotes T{at}\t{json.dumps(noted, ensure_ascii=False)}"
        for link in LINKS:
            if figure[link]:
                relations += 1
                yield f"R{relations}\t{link} Arg1:T{at} Arg2:T{numbers[figure[link]]}"


def read_brat(source: str, files: Files) -> Iterator[Row | InputError]:
    """Annotated articles out of pairs of files; for a pair that is wrong an error that names it."""
    known = _known(source, files)
    for name in sorted(files.names):
        if name.endswith(".ann"):
            try:
                yield _article(source, files, name.removesuffix(".ann"), known)
            except InputError as error:
                yield error


def _known(source: str, files: Files) -> dict[str, Row]:
    """File → what is known of its article."""
    own = [name for name in files.names if name.rpartition("/")[2] == ARTICLES]
    try:
        told = [(name, json.loads(line)) for name in own for line in files.text(name).split("\n") if line.strip()]
        return {f"{name.removesuffix(ARTICLES)}{one['file']}": one for name, one in told}
    except (ValueError, KeyError, TypeError) as error:
        problem = f"the file {ARTICLES} is broken ({error}). Restore or remove it."
        raise InputError(source, "json", problem) from error


def _article(source: str, files: Files, stem: str, known: dict[str, Row]) -> Row:
    where = f"{source}: {stem}.ann"
    if f"{stem}.txt" not in files.names:
        raise InputError(where, "missing", "has no .txt of its name beside it. Put it there.")
    text = files.text(f"{stem}.txt")
    told = known.get(f"{stem}.txt", {})
    row = {"doc_id": told.get("doc_id") or f"{stem}.txt"} | {key: told.get(key) for key in ("published", "title")}
    figures: dict[str, Row] = {}
    for number, line in enumerate(files.text(f"{stem}.ann").split("\n"), start=1):
        _take_line(f"{where}:{number}", line.rstrip("\r"), text, figures)
    return annotated(source, row | {"text": text}, _linked(figures))


def _take_line(source: str, line: str, text: str, figures: dict[str, Row]) -> None:
    try:
        _take(line, text, figures)
    except (ValueError, KeyError, IndexError) as error:
        raise InputError(source, "type", f"is not understood ({error}). Mend it in brat, or delete it.") from error


def _take(line: str, text: str, figures: dict[str, Row]) -> None:
    """One line of an .ann: a figure, or what it says of one, which may come before it."""
    key, _, rest = line.partition("\t")
    told, _, after = rest.partition("\t")
    words = told.split()
    if key.startswith("T"):
        figures.setdefault(key, {"id": key}).update(_figure(told, after, text))
    elif key.startswith("A"):
        figures.setdefault(words[1], {"id": words[1]})[words[0]] = words[2]
    elif key.startswith("R"):
        ends = dict(word.split(":") for word in words[1:])
        figures.setdefault(ends["Arg1"], {"id": ends["Arg1"]})[words[0]] = ends["Arg2"]
    elif key.startswith("#") and words[0] == "AnnotatorNotes" and after.lstrip().startswith("{"):
        noted = json.loads(after)
        figures.setdefault(words[1], {"id": words[1]}).update(
            {name: noted[name] for name in ("id", *_NOTED) if name in noted}
        )


def _figure(told: str, written: str, text: str) -> Row:
    impact, _, places = told.partition(" ")
    pieces = [tuple(map(int, place.split())) for place in places.split(";")]
    marked = " ".join(text[start:end] for start, end in pieces)
    if marked != written:
        raise ValueError(f"«{written}» is not what the .txt has there")
    return {"impact": impact, "start": pieces[0][0], "end": pieces[-1][1]}


def _linked(figures: dict[str, Row]) -> list[Row]:
    """The figures with links to ids; what is said of an annotation that is there no more is left out."""
    ids: defaultdict[Any, str | None] = defaultdict(lambda: None, {key: one["id"] for key, one in figures.items()})
    return [
        one | {link: ids[one.get(link)] for link in LINKS} for one in figures.values() if "impact" in one
    ]  # fmt: skip
