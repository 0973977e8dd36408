"""GEXF, for Gephi: a network of happenings, of where they happened, and of who is named with them or tells of them.

Nodes are incidents, places and actors, with their country and coordinates. An edge says «happened_at», «said_by» (a
figure is credited to the actor) or «named» (the article names the actor beside a figure: that it did anything, it does
not say), and has how often as its weight. Running totals are no happening. Lost: all figures but the best toll of the
dead, dates but first and last day, texts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lxml import etree

from nlp_events.values import ArticleResult, EntityMention, Incident
from nlp_events.writers.cells import NO_XML
from nlp_events.writers.columns import dated
from nlp_events.writers.incident_rows import happening_of
from nlp_events.writers.layouts.happenings import Happening, happenings_of

_NAMESPACE = "http://www.gexf.net/1.2draft"
_ATTRIBUTES = {
    "kind": "string", "type": "string", "country": "string", "latitude": "double", "longitude": "double",
    "cause": "string", "first": "string", "last": "string", "killed": "integer",
}  # fmt: skip
"""Attribute of a node → its type; ``type`` is the label of an actor («ORG», «PER»), where it is known."""
_NEARBY = 400
"""Characters from a figure to a name that is named with it."""
Node = dict[str, Any]


@dataclass(slots=True)
class _Network:
    """Nodes by their ids, and how often two are joined in which way."""

    nodes: dict[str, Node] = field(default_factory=dict)
    edges: Counter[tuple[str, str, str]] = field(default_factory=Counter)

    def node(self, key: str, label: str, **attributes: Any) -> str:
        """A node; of one that is there already, what it did not know of itself."""
        known = self.nodes.setdefault(key, {"label": label})
        for name, value in attributes.items():
            if value is not None:
                known.setdefault(name, value)
        return key

    def place(self, incident: str, name: str, where: Node) -> None:
        """A place, and that an incident happened there."""
        attributes = {key: where[key] for key in ("country", "latitude", "longitude")}
        key = self.node(f"place:{name}|{where['country'] or ''}", name, kind="place", **attributes)
        self.edges[incident, key, "happened_at"] += 1

    def actor(self, incident: str, name: str, edge: str, kind: str | None = None) -> None:
        """An actor, and how it is joined to an incident."""
        key = self.node(f"actor:{name}", name, kind="actor", type=kind)
        self.edges[incident, key, edge] += 1


def write_gexf(results: Iterable[ArticleResult], path: Path) -> None:
    """Write the network of records, whose happenings are those of one article each."""
    network = _Network()
    for happening in happenings_of(results):
        _add_happening(network, happening)
    _write(network, path)


def write_incident_gexf(incidents: Iterable[Incident], path: Path) -> None:
    """Write the network of incidents, whose actors are who their figures are credited to."""
    network = _Network()
    for incident in incidents:
        if incident.scope != "cumulative":
            _add_incident(network, incident)
    _write(network, path)


def _add_happening(network: _Network, happening: Happening) -> None:
    event, article = happening.first_event, happening.result
    where = {name: getattr(event, name) for name in ("country", "latitude", "longitude")}
    days = dated(event.date)
    key = network.node(
        f"incident:{event.incident_id}", article.title or article.doc_id, kind="incident", cause=event.cause,
        first=days["date_first"], last=days["date_last"], killed=happening.best("killed"), **where,
    )  # fmt: skip
    if happening.place:
        network.place(key, happening.place, where)
    for one in happening.events:
        if source := one.source_canonical or one.source:
            network.actor(key, source, "said_by")
    for entity in _named(happening):
        network.actor(key, entity["canonical"], "named", entity["label"])


def _named(happening: Happening) -> Iterator[EntityMention]:
    """The persons and organisations that stand beside a figure of a happening; no media."""
    starts = [event.start for event in happening.events]
    for entity in happening.result.entities:
        if entity.get("label") not in ("ORG", "PER") or entity.get("kind") == "media" or entity["zone"] == "related":
            continue
        if any(abs(entity["start"] - start) <= _NEARBY for start in starts):
            yield entity


def _add_incident(network: _Network, incident: Incident) -> None:
    row = happening_of(incident)
    known = {name: row.get(name) for name in _ATTRIBUTES if name not in ("kind", "type")}
    key = network.node(f"incident:{incident.incident_id}", incident.title, kind="incident", **known)
    if incident.place:
        network.place(key, incident.place, row)
    for impact in incident.impacts:
        for reading in impact.history:
            if reading.source and not reading.repeated:
                network.actor(key, reading.source, "said_by")


def _write(network: _Network, path: Path) -> None:
    with etree.xmlfile(str(path), encoding="utf-8") as file:
        file.write_declaration()
        with (
            file.element("gexf", {"version": "1.2"}, nsmap={None: _NAMESPACE}),
            file.element("graph", {"defaultedgetype": "undirected", "mode": "static"}),
        ):
            file.write(_attributes("node", _ATTRIBUTES), _attributes("edge", {"kind": "string"}))
            with file.element("nodes"):
                for key, node in network.nodes.items():
                    file.write(_node(key, node))
            with file.element("edges"):
                for number, ((source, target, kind), weight) in enumerate(network.edges.items()):
                    ends = {"source": _text(source), "target": _text(target), "weight": str(weight), "label": kind}
                    edge = etree.Element("edge", {"id": str(number)} | ends)
                    _values(edge, {"kind": kind})
                    file.write(edge)


def _attributes(owner: str, types: dict[str, str]) -> Any:
    element = etree.Element("attributes", {"class": owner})
    for name, kind in types.items():
        etree.SubElement(element, "attribute", {"id": name, "title": name, "type": kind})
    return element


def _node(key: str, node: Node) -> Any:
    element = etree.Element("node", {"id": _text(key), "label": _text(node["label"])})
    _values(element, {name: node[name] for name in _ATTRIBUTES if node.get(name) is not None})
    return element


def _values(element: Any, values: Node) -> None:
    holder = etree.SubElement(element, "attvalues")
    for name, value in values.items():
        etree.SubElement(holder, "attvalue", {"for": name, "value": _text(str(value))})


def _text(text: str) -> str:
    """A text without what XML has no form for."""
    return NO_XML.sub(" ", text)
