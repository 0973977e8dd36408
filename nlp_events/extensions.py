"""Every span-group key and every extension attribute, in one table.

A name that another package has registered with another meaning raises; registering twice is harmless.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeAlias, TypeVar
from weakref import WeakKeyDictionary

from spacy.language import Language
from spacy.tokens import Doc, Span

from nlp_events.errors import ExtensionError
from nlp_events.text.days import iso_day
from nlp_events.text.discourse import Discourse
from nlp_events.values import ArticleMeta, DiscourseValue, Zone

T = TypeVar("T")

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


_UNDERSCORE = "._."
"""The first part of the keys under which spaCy 3 keeps the values of extensions in ``doc.user_data``."""


def value_on(span: Span, name: str) -> Any:
    """``span._.<name>`` of a name in ``SPAN_ATTRIBUTES``, without the object that spaCy makes for each such look.

    A third of its time; articles are looked at some two hundred times each.
    """
    return _values(span.doc).get((_UNDERSCORE, name, span.start_char, span.end_char))


def put_on(span: Span, name: str, value: Any) -> None:
    """``span._.<name> = value`` in the same way."""
    _values(span.doc)[_UNDERSCORE, name, span.start_char, span.end_char] = value


def _values(doc: Doc) -> dict[Any, Any]:
    return doc.user_data


_Known: TypeAlias = "WeakKeyDictionary[Doc, tuple[Any, int, T]]"
"""For each document what was made of one of its span groups, with the group and its length at that time."""


def _known(known: _Known[T], doc: Doc, group: str, make: Callable[[], T]) -> T:
    """What is made of a span group, made anew where the group is another one or has grown since."""
    spans = doc.spans.get(group, ())
    found = known.get(doc)
    if found is None or found[0] is not spans or found[1] != len(spans):
        found = known[doc] = (spans, len(spans), make())
    return found[2]


_KEYS: dict[str, _Known[list[tuple[str, str, int, int]]]] = {group: WeakKeyDictionary() for group in SPAN_GROUPS}


def values_of(doc: Doc, group: str) -> list[Any]:
    """The values on the spans of a group of ``SPAN_GROUPS``, in their order; none where there is no such group."""
    # Where the values lie is made out once: spaCy makes a span anew for each look at one.
    keys = _known(_KEYS[group], doc, group, lambda: _keys(doc.spans.get(group, ()), SPAN_GROUPS[group]))
    return [*map(_values(doc).get, keys)]


def _keys(spans: Iterable[Span], name: str) -> list[tuple[str, str, int, int]]:
    return [(_UNDERSCORE, name, span.start_char, span.end_char) for span in spans]


_DISCOURSES: _Known[Discourse] = WeakKeyDictionary()


def discourse_of(doc: Doc) -> Discourse:
    """The discourse of a document, put in order once for the layers that read it; an empty one where none was found."""
    return _known(_DISCOURSES, doc, DISCOURSE, lambda: Discourse(_pieces(values_of(doc, DISCOURSE))))


def _pieces(values: Iterable[list[DiscourseValue]]) -> list[DiscourseValue]:
    return sorted((one for value in values for one in value), key=lambda one: one["start"])


class ZoneMap:
    """Which zone an offset is in; the zones of a doc do not overlap."""

    def __init__(self, doc: Doc) -> None:
        spans = sorted(doc.spans.get(ZONES, ()), key=lambda span: span.start_char)
        self._starts = [span.start_char for span in spans]
        self._ends = [span.end_char for span in spans]
        self._zones: list[Zone] = [value_on(span, "zone")["zone"] for span in spans]

    def at(self, offset: int) -> Zone:
        """The zone that began last at or before an offset; «body» without one."""
        index = bisect_right(self._starts, offset) - 1
        return self._zones[index] if index >= 0 else "body"

    def of(self, zone: Zone) -> Iterator[tuple[int, int]]:
        """The (start, end) of every zone of a kind."""
        for start, end, kind in zip(self._starts, self._ends, self._zones, strict=True):
            if kind == zone:
                yield start, end


_ZONES: _Known[ZoneMap] = WeakKeyDictionary()


def zones_of(doc: Doc) -> ZoneMap:
    """The zones of a document, put in order once for the layers that read them."""
    return _known(_ZONES, doc, ZONES, lambda: ZoneMap(doc))
