"""All registration with spaCy, in one place.

Every installed ``spacy_factories`` entry point is imported at every ``spacy.blank()``, so this module stays light: each
factory imports its component, and with it the language resources, only when a pipeline asks for it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from nlp_events import extensions

Component = Callable[[Doc], Doc]

FIGURE = ["doc.spans", "span._.figure"]

COMPONENTS = (
    "nlp_events_zones",
    "nlp_events_entities",
    "nlp_events_dates",
    "nlp_events_quantities",
    "nlp_events_figures",
    "nlp_events_links",
    "nlp_events_sources",
    "nlp_events_certainty",
    "nlp_events_causes",
    "nlp_events_times",
    "nlp_events_places",
)
"""Every component, in the order it runs; the first belongs before the parser."""


def _events(doc: Doc) -> list[Any]:
    from nlp_events.records import events_of

    return events_of(doc)


extensions.register({"events": _events})


@Language.factory(
    "nlp_events_zones", default_config={"resources": None}, assigns=["doc.spans", "span._.zone", "token.is_sent_start"]
)
def make_zones(nlp: Language, name: str, resources: str | None) -> Component:
    """Title, body and related lines; line ends end sentences. Place it before the parser."""
    from nlp_events.pipes.zones import Zones

    return Zones(resources=resources)


@Language.factory(
    "nlp_events_entities",
    default_config={"resources": None},
    assigns=["doc.ents", "span._.entity"],
    requires=["doc.ents"],
)
def make_entities(nlp: Language, name: str, resources: str | None) -> Component:
    """Borders, labels, canonical names and places of the model's entities; known organisations added."""
    from nlp_events.pipes.entities import Entities

    return Entities(resources=resources)


@Language.factory("nlp_events_dates", default_config={"resources": None}, assigns=["doc.spans", "span._.date_value"])
def make_dates(nlp: Language, name: str, resources: str | None) -> Component:
    """Date expressions and their values; needs nothing else, so it works in a blank pipeline."""
    from nlp_events.pipes.dates import Dates

    return Dates(resources=resources)


@Language.factory(
    "nlp_events_quantities",
    default_config={"resources": None},
    assigns=["doc.spans", "span._.quantity", "span._.refusal"],
)
def make_quantities(nlp: Language, name: str, resources: str | None) -> Component:
    """Numbers with their modifiers, and the numbers that were refused; works in a blank pipeline."""
    from nlp_events.pipes.quantities import Quantities

    return Quantities(resources=resources)


@Language.factory(
    "nlp_events_figures",
    default_config={"resources": None},
    assigns=FIGURE,
    requires=["doc.spans", "span._.quantity", "token.dep", "token.head", "token.is_sent_start"],
)
def make_figures(nlp: Language, name: str, resources: str | None) -> Component:
    """Human-impact figures: a quantity, who it counts and what happened to them."""
    from nlp_events.pipes.figures import Figures

    return Figures(resources=resources)


@Language.factory("nlp_events_links", default_config={"resources": None}, assigns=FIGURE, requires=FIGURE)
def make_links(nlp: Language, name: str, resources: str | None) -> Component:
    """Mentions of one figure, parts of another («dont»), updates of another («passe de … à»)."""
    from nlp_events.pipes.links import Links

    return Links(resources=resources)


@Language.factory("nlp_events_certainty", default_config={"resources": None}, assigns=FIGURE, requires=FIGURE)
def make_certainty(nlp: Language, name: str, resources: str | None) -> Component:
    """Asserted, unconfirmed, possible or denied."""
    from nlp_events.pipes.certainty import CertaintyPipe

    return CertaintyPipe(resources=resources)


@Language.factory(
    "nlp_events_sources", default_config={"resources": None}, assigns=FIGURE, requires=[*FIGURE, "doc.ents"]
)
def make_sources(nlp: Language, name: str, resources: str | None) -> Component:
    """Who a figure is credited to."""
    from nlp_events.pipes.sources import Sources

    return Sources(resources=resources)


@Language.factory("nlp_events_causes", default_config={"resources": None}, assigns=FIGURE, requires=FIGURE)
def make_causes(nlp: Language, name: str, resources: str | None) -> Component:
    """What kind of happening it was."""
    from nlp_events.pipes.causes import Causes

    return Causes(resources=resources)


@Language.factory(
    "nlp_events_times", default_config={"resources": None}, assigns=FIGURE, requires=[*FIGURE, "span._.date_value"]
)
def make_times(nlp: Language, name: str, resources: str | None) -> Component:
    """When it happened to them, and whether the figure is a running total or an earlier happening."""
    from nlp_events.pipes.times import Times

    return Times(resources=resources)


@Language.factory(
    "nlp_events_places", default_config={"resources": None}, assigns=FIGURE, requires=[*FIGURE, "span._.entity"]
)
def make_places(nlp: Language, name: str, resources: str | None) -> Component:
    """Where it happened to them."""
    from nlp_events.pipes.places import Places

    return Places(resources=resources)
