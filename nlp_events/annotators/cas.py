"""UIMA CAS JSON 0.4, as INCEpTION imports it: one document an article, and the type system of its layers.

A figure is an annotation of the layer Figure with its slots as features, a link a relation of the layer FigureLink.
Offsets count UTF-16 units there, as Java does. Numbers are texts, since INCEpTION knows none beyond two thousand
million.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from lxml import etree

from nlp_events.annotators.bundles import Put, names_of
from nlp_events.annotators.slots import SLOTS, Row, filled
from nlp_events.scoring.comparison import LINKS

_FIGURE, _LINK = "webanno.custom.Figure", "webanno.custom.FigureLink"
"""Names that INCEpTION gives to layers of a user."""
_ANNOTATION, _STRING, _FLOAT = "uima.tcas.Annotation", "uima.cas.String", "uima.cas.Float"
_TYPES = {
    _FIGURE: dict.fromkeys(("impact", *SLOTS), _STRING) | {"confidence": _FLOAT},
    _LINK: {"Governor": _FIGURE, "Dependent": _FIGURE, "kind": _STRING},
}
"""Type → its features with their ranges."""
_SPEC = "http://uima.apache.org/resourceSpecifier"
_BASIC = 0xFFFF
"""The last code point that is one UTF-16 unit."""


def write_cas(rows: Iterable[Row], put: Put) -> None:
    """Write articles as CAS JSON, one file each, and ``typesystem.xml``, whose layers are imported first."""
    put("typesystem.xml", _type_system())
    name = names_of()
    for row in rows:
        put(f"{name(row['doc_id'])}.json", json.dumps(_document(row), ensure_ascii=False, allow_nan=False) + "\n")


def _type_system() -> str:
    root = etree.Element("typeSystemDescription", nsmap={None: _SPEC})
    types = etree.SubElement(root, "types")
    for name, features in _TYPES.items():
        holder = _described(types, "typeDescription", name, supertypeName=_ANNOTATION)
        listed = etree.SubElement(holder, "features")
        for feature, kind in features.items():
            _described(listed, "featureDescription", feature, rangeTypeName=kind)
    return str(etree.tostring(root, encoding="unicode", pretty_print=True))


def _described(parent: Any, tag: str, name: str, **more: str) -> Any:
    holder = etree.SubElement(parent, tag)
    for key, text in {"name": name, "description": "", **more}.items():
        etree.SubElement(holder, key).text = text
    return holder


def _document(row: Row) -> Row:
    text = row["text"]
    units = _units_of(text)
    sofa = {"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaNum": 1, "sofaID": "_InitialView", "mimeType": "text"}
    whole = {"%ID": 2, "%TYPE": "uima.tcas.DocumentAnnotation", "@sofa": 1, "begin": 0, "end": units(len(text))}
    structures = [sofa | {"sofaString": text}, whole | {"language": "fr"}, *_annotations(row["events"], units)]
    members = [one["%ID"] for one in structures[1:]]
    return {
        "%TYPES": {name: _type(name, features) for name, features in _TYPES.items()},
        "%FEATURE_STRUCTURES": structures,
        "%VIEWS": {"_InitialView": {"%SOFA": 1, "%MEMBERS": members}},
    }


def _type(name: str, features: dict[str, str]) -> Row:
    head = {"%NAME": name, "%SUPER_TYPE": _ANNOTATION}
    return head | {feature: {"%NAME": feature, "%RANGE": kind} for feature, kind in features.items()}


def _annotations(figures: list[Row], units: Callable[[int], int]) -> Iterator[Row]:
    ids = {figure["id"]: at for at, figure in enumerate(figures, start=3)}
    spans = {figure["id"]: {"begin": units(figure["start"]), "end": units(figure["end"])} for figure in figures}
    for figure in figures:
        told = {name: str(value) for name, value in filled(figure, ("impact", *SLOTS)).items()}
        told |= filled(figure, ("confidence",))
        yield {"%ID": ids[figure["id"]], "%TYPE": _FIGURE, "@sofa": 1} | spans[figure["id"]] | told
    pairs = [(figure["id"], figure[link], link) for figure in figures for link in LINKS if figure[link]]
    for number, (first, last, link) in enumerate(pairs, start=3 + len(figures)):
        ends = {"@Governor": ids[first], "@Dependent": ids[last], "kind": link}
        yield {"%ID": number, "%TYPE": _LINK, "@sofa": 1} | spans[last] | ends


def _units_of(text: str) -> Callable[[int], int]:
    """What turns an offset in code points into one in UTF-16 units."""
    wide = [at for at, char in enumerate(text) if ord(char) > _BASIC]
    return lambda offset: offset + bisect_left(wide, offset)
