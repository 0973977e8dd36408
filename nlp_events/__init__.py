"""French news articles in, event records out.

>>> import nlp_events
>>> nlp = nlp_events.load()
>>> for event in nlp_events.extract("Le séisme a fait au moins 12 morts à Amatrice, selon la protection civile.", nlp):
...     print(event.impact, event.min, event.place, event.source)
killed 12 Amatrice la protection civile

Everything is imported on first use, so that ``import nlp_events`` and ``nlp-events --help`` stay quick.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from nlp_events.errors import NlpEventsError
    from nlp_events.merging import incidents
    from nlp_events.notebooks import display
    from nlp_events.pipeline import extract, load, process
    from nlp_events.timelines import timeline
    from nlp_events.values import Event, Incident
    from nlp_events.writers.tables import to_frame, to_geodataframe

__all__ = [
    "Event",
    "Incident",
    "NlpEventsError",
    "__version__",
    "display",
    "extract",
    "incidents",
    "load",
    "process",
    "timeline",
    "to_frame",
    "to_geodataframe",
]

_HOME = {
    "Event": "nlp_events.values",
    "Incident": "nlp_events.values",
    "NlpEventsError": "nlp_events.errors",
    "display": "nlp_events.notebooks",
    "extract": "nlp_events.pipeline",
    "incidents": "nlp_events.merging",
    "load": "nlp_events.pipeline",
    "process": "nlp_events.pipeline",
    "timeline": "nlp_events.timelines",
    "to_frame": "nlp_events.writers.tables",
    "to_geodataframe": "nlp_events.writers.tables",
}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'nlp_events' has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
