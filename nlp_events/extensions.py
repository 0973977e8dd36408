"""Every span-group key and every extension attribute, in one table.

A name that another package has registered with another meaning raises; registering twice is harmless.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from operator import attrgetter
from typing import Any
from weakref import WeakKeyDictionary

from spacy.language import Language
from spacy.tokens import Doc, Span

from nlp_events.errors import ExtensionError
from nlp_events.text.days import iso_day
from nlp_events.text.discourse import Discourse
from nlp_events.values import ArticleMeta, DiscourseValue, Zone

ZONES = "nlp_events_zones"
DATES = "nlp_events_dates"
QUANTITIES = "nlp_events_quantities"
REFUSALS = "nlp_events_refusals"
DISCOURSE = "nlp_events_discourse"
FIGURES = "nlp_events_figures"

SPAN_GROUPS = {
    ZONES: "zone",
    DATES: "date_value",
    QUANTITIES: "quantity",
    REFUSALS: "refusal",
    DISCOURSE: "discourse",
    FIGURES: "figure",
}
"""Span-group key → the one attribute its spans carry."""

SPAN_ATTRIBUTES = (*SPAN_GROUPS.values(), "entity")
DOC_ATTRIBUTES = ("article",)
DOC_GETTERS = ("events",)
_KNOWN = frozenset(ArticleMeta.__annotations__)


def register(getters: dict[str, Callable[[Doc], Any]] | None = None) -> None:
    """Register the table with spaCy.

    Args:
        getters: functions for the names in ``DOC_GETTERS``, which belong to a room above this one.

    Raises:
        ExtensionError: another package holds one of the names with another default or getter.
    """
    for name in SPAN_ATTRIBUTES:
        _register(Span, name, {"default": None})
    for name in DOC_ATTRIBUTES:
        _register(Doc, name, {"default": None})
    for name, getter in (getters or {}).items():
        _register(Doc, name, {"getter": getter})


def _register(owner: type[Doc] | type[Span], name: str, options: dict[str, Any]) -> None:
    if not owner.has_extension(name):
        owner.set_extension(name, **options)
        return
    default, _method, getter, _setter = owner.get_extension(name)
    ours = options.get("getter")
    if default is not None or getter is not ours:
        raise ExtensionError(
            f"the spaCy extension {owner.__name__}._.{name} is taken by another package. "
            f"Register that one under another name, or remove it with {owner.__name__}.remove_extension({name!r})."
        )


def take_context(doc: Doc) -> None:
    """Take what ``nlp.pipe(..., as_tuples=True)`` was given beside a text for what is known of its article.

    Args:
        doc: its context is a mapping with «published», «doc_id» or «title», of which any may be missing; another
            context is the caller's own.

    Raises:
        InputError: «published» is no date.
    """
    context = getattr(doc, "_context", None)
    if not isinstance(context, Mapping) or doc._.article is not None or context.keys().isdisjoint(_KNOWN):
        return
    doc_id, title = (None if context.get(name) is None else str(context[name]) for name in ("doc_id", "title"))
    doc._.article = ArticleMeta(
        doc_id=doc_id, title=title, published=iso_day(context.get("published"), doc_id or "text")
    )


def values_of(doc: Doc, group: str) -> list[Any]:
    """What each span of a group carries, in their order; None for one that carries nothing.

    The same as ``span._`` gives, for which spaCy makes an object at each look: a third of the time.
    """
    known: dict[Any, Any] = doc.user_data
    name = SPAN_GROUPS[group]
    return [known.get(("._.", name, span.start_char, span.end_char)) for span in doc.spans.get(group, ())]


_TEXTS: WeakKeyDictionary[Doc, str] = WeakKeyDictionary()


def text_of(doc: Doc) -> str:
    """``doc.text``, put together once: spaCy joins all tokens anew each time, and a dozen components ask for it."""
    text: str | None = _TEXTS.get(doc)
    if text is None:
        text = _TEXTS[doc] = doc.text
    return text


def doc_of(text: str, nlp: Language) -> Doc:
    """A document of a text that is known already."""
    doc: Doc = nlp.make_doc(text)
    remember_text(doc, text)
    return doc


def remember_text(doc: Doc, text: str) -> None:
    """Spare ``text_of`` the work where the text of a document is known already."""
    _TEXTS[doc] = text


_DISCOURSES: WeakKeyDictionary[Doc, tuple[Any, int, Discourse]] = WeakKeyDictionary()


def discourse_of(doc: Doc) -> Discourse:
    """The discourse of a document, put in order once for the layers that read it; an empty one where none was found."""
    group = doc.spans.get(DISCOURSE)
    if group is None:
        return Discourse()
    known = _DISCOURSES.get(doc)
    if known is None or known[0] is not group or known[1] != len(group):
        known = _DISCOURSES[doc] = (group, len(group), Discourse(_pieces(group)))
    return known[2]


def _pieces(spans: Iterable[Span]) -> list[DiscourseValue]:
    return sorted((one for span in spans for one in span._.discourse), key=lambda one: one["start"])


_Zones = tuple[list[int], list[int], list[Zone]]
_ZONES: WeakKeyDictionary[Doc, tuple[Any, int, _Zones]] = WeakKeyDictionary()


def _zones_of(doc: Doc) -> _Zones:
    """Starts, ends and kinds of the zones of a document, put in order once for the layers that read them."""
    group = doc.spans.get(ZONES, ())
    known = _ZONES.get(doc)
    if known is None or known[0] is not group or known[1] != len(group):
        spans = sorted(group, key=attrgetter("start_char"))
        starts, ends = ([getattr(span, edge) for span in spans] for edge in ("start_char", "end_char"))
        known = _ZONES[doc] = (group, len(group), (starts, ends, [span._.zone["zone"] for span in spans]))
    return known[2]


class ZoneMap:
    """Which zone an offset is in; the zones of a doc do not overlap."""

    def __init__(self, doc: Doc) -> None:
        self._starts, self._ends, self._zones = _zones_of(doc)

    def at(self, offset: int) -> Zone:
        """The zone that began last at or before an offset; «body» without one."""
        index = bisect_right(self._starts, offset) - 1
        return self._zones[index] if index >= 0 else "body"

    def of(self, zone: Zone) -> Iterator[tuple[int, int]]:
        """The (start, end) of every zone of a kind."""
        for start, end, kind in zip(self._starts, self._ends, self._zones, strict=True):
            if kind == zone:
                yield start, end
