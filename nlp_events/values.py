"""The types that cross borders between rooms.

What lives on a spaCy ``Doc`` is a JSON-native ``TypedDict`` (anything else breaks ``to_bytes``, ``DocBin`` and
``n_process``). What leaves it is a frozen dataclass. All offsets are 0-based, end-exclusive Unicode code points in the
text as it was given.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from typing import Literal

from typing_extensions import NotRequired, TypedDict  # pydantic makes schemas of these alone before Python 3.12

from nlp_events.markup import card, table

Zone = Literal["title", "body", "related"]
Label = Literal["PER", "LOC", "ORG"]
Impact = Literal[
    "killed", "injured", "casualties", "missing", "abducted", "detained", "rescued", "displaced", "evacuated",
    "refugee", "homeless", "returned", "affected",
]  # fmt: skip
Modifier = Literal["exact", "approx", "at_least", "at_most", "range", "vague"]
Unit = Literal["person", "household"]
WhoCategory = Literal[
    "civilian", "child", "woman", "security_force", "armed_group", "aid_worker", "journalist", "migrant", "other",
]  # fmt: skip
Certainty = Literal["asserted", "unconfirmed", "possible", "denied"]
Cause = Literal[
    "armed_conflict", "attack", "unrest", "crime", "earthquake", "flood", "storm", "landslide", "volcano", "drought",
    "fire", "heat_or_cold", "epidemic", "famine", "transport_accident", "shipwreck", "industrial_accident", "other",
]  # fmt: skip
Scope = Literal["event", "cumulative", "background"]
Flow = Literal["flow", "stock"]
PlacePrecision = Literal["settlement", "region", "country", "area"]
PlaceRole = Literal["event", "origin", "destination"]
SourceType = Literal[
    "government", "security_forces", "armed_group", "un_agency", "ngo", "hospital", "rescue_services", "media",
    "monitor", "witness", "other",
]  # fmt: skip
ActorType = Literal["state_force", "police", "armed_group", "gang", "crowd", "individual", "unknown", "other"]
ActorStatus = Literal["told", "claimed", "attributed", "denied"]
Means = Literal[
    "bomb", "suicide_bomb", "vehicle_bomb", "air_strike", "drone", "shelling", "firearm", "blade", "vehicle", "mine",
    "fire", "beating", "chemical", "execution", "other",
]  # fmt: skip
Toll = Literal["provisional", "final", "revised_up", "revised_down"]
BestRule = Literal["final", "latest_authoritative", "not_fallen", "largest_part", "approximate", "background", "none"]
DiscourseKind = Literal[
    "dateline", "list_line", "attribution", "same_speaker", "day_of_speaking", "quotation", "clause", "relative",
    "earlier", "pluperfect", "looking_back", "denial", "voice",
]  # fmt: skip
ClauseBorder = Literal["semicolon", "stop", "part", "contrast", "join", "mark"]
DiscourseTrait = Literal["before", "after", "either", "beats", "agency", "said_before", "of_story"] | ClauseBorder
QuantityKind = Literal["number", "range", "vague", "zero", "article", "fraction"]
Span = tuple[int, int]

DONE = "done"
"""``ArticleResult.status`` of an article that was processed; any other word is a reason why it was not."""


class ArticleMeta(TypedDict):
    """``doc._.article``: what is known of the article besides its text; all None for a bare text."""

    doc_id: str | None
    title: str | None
    published: str | None


class ZoneValue(TypedDict):
    """``span._.zone``: which part of the page a run of lines is."""

    zone: Zone
    rule: str


class DateValue(TypedDict):
    """``span._.date_value``: a date expression, resolved as far as the article allows.

    ``value`` is an ISO 8601 date or an interval «first/last» with «..» for an open side; an unknown year is «XXXX».
    ``first`` and ``last`` are inclusive days, None where open or without a year. ``anchor`` is the ISO date (or other
    expression's value) it was resolved against, None when it needed none.
    """

    start: int
    end: int
    value: str
    first: str | None
    last: str | None
    grain: str
    modifier: str | None
    anchor: str | None
    rule: str


class DiscourseValue(TypedDict):
    """One of the list ``span._.discourse``: a piece of an article's discourse, found once for all layers.

    It is a list, for one stretch of text may be several pieces, and spaCy keeps one value a stretch. ``parts`` maps the
    name of a part to its [start, end): the «town» and the «day» of a dateline, the «heading» of a list line, the
    «speaker», the «verb» and the «day» of an attribution, the «speaker» of a quotation. What a piece does not have is
    not in it.

    ``traits`` of an attribution say where what is said stands («before» it, «after» it, on «either» side), whether it
    is taken even when another is nearer («beats»), and whether its speaker is an «agency», which passes on what others
    told it, or one of a sentence before («said_before»: «ce chirurgien»). The trait of a «clause» is the «border» it
    begins with; a sentence without one has no clauses. «earlier», «pluperfect» and «looking_back» are the words by
    which a sentence tells of an earlier happening; a pluperfect may be one «of_story» all the same («la veille»). A
    «denial» is a sentence that denies what the one before it tells; its «speaker» is who denies. A «voice» is an
    attribution in a sentence near one that counts somebody, which counts nobody itself.
    """

    start: int
    end: int
    kind: DiscourseKind
    parts: dict[str, list[int]]
    traits: list[DiscourseTrait]
    rule: str


class QuantityValue(TypedDict):
    """``span._.quantity``: modifier and number («plus de 20 000», «une dizaine», «aucun», «un»).

    ``min`` and ``max`` are inclusive bounds, None where open. ``number_start`` and ``number_end`` leave the modifier
    out. ``kind`` «article» is a bare «un» or «une», which counts only where it stands before a person; «fraction» is a
    part of a whole («deux tiers», «un sur trois»), which counts nobody.
    """

    start: int
    end: int
    number_start: int
    number_end: int
    min: float | None
    max: float | None
    modifier: Modifier
    kind: QuantityKind
    rule: str


class _Refusal(TypedDict):
    start: int
    end: int
    reason: str
    rule: str


class Refusal(_Refusal, total=False):
    """``span._.refusal``: a number that counts nobody, and why («year», «age», «price» …).

    ``figure`` is the figure that rules read and that was refused as too improbable; other refusals have none.
    """

    figure: FigureValue


class ReviewValue(TypedDict):
    """A number that is in no record and may be a figure all the same: what it would have told."""

    text: str
    start: int
    end: int
    impact: Impact
    min: int | None
    max: int | None
    modifier: Modifier
    unit: Unit
    who: str | None
    trigger: str
    zone: Zone
    sentence: str
    confidence: float
    reason: str
    rule: str


ID_BY_RULE = "id_by_rule"
"""The rule of an organisation that no table has, whose stable id is made of its name."""


class EntityValue(TypedDict):
    """``span._.entity``: the canonical side of a mention in ``doc.ents``.

    ``entity_id`` joins the mentions of one entity in a document. ``known_id`` is the stable id of a known organisation
    or place, else None. ``kind`` is the source type of a known organisation. Coordinates are WGS 84 degrees.
    """

    start: int
    end: int
    label: Label
    canonical: str
    entity_id: str
    known_id: str | None
    kind: SourceType | None
    country: str | None
    latitude: float | None
    longitude: float | None
    place_precision: PlacePrecision | None
    rule: str


class EntityMention(TypedDict):
    """A name as it is written into a result; what comes after ``zone`` is missing where no component of ours ran."""

    text: str
    label: str
    start: int
    end: int
    canonical: str
    entity_id: str | None
    zone: Zone
    known_id: NotRequired[str | None]
    kind: NotRequired[SourceType | None]
    country: NotRequired[str | None]
    latitude: NotRequired[float | None]
    longitude: NotRequired[float | None]
    place_precision: NotRequired[PlacePrecision | None]
    rule: NotRequired[str]


class DateMention(TypedDict):
    """A date as it is written into a result: the fields of ``DateValue``, with the words and their zone."""

    text: str
    start: int
    end: int
    value: str
    first: str | None
    last: str | None
    grain: str
    zone: Zone
    modifier: NotRequired[str | None]
    anchor: NotRequired[str | None]
    rule: NotRequired[str]


class Evidence(TypedDict):
    """Why a slot holds what it holds.

    ``span`` is the [start, end) of the words that say it, None where none do by themselves; ``rule`` is the id of the
    rule that took it, «default» where no wording did.
    """

    span: list[int] | None
    rule: str


class FigureValue(TypedDict):
    """``span._.figure``: one human-impact figure with every slot of the record (RECORD.md).

    ``part_of`` and ``supersedes`` hold the ``key`` of another figure of the document. ``evidence`` maps a slot that
    is filled to why. ``happening`` is the ``key`` of the first figure of the same happening, its own until the figures
    are tied together. The last block is filled in by the context pipes, each its own slots. ``confidence`` is how
    probable it is that the figure is one, ``place_confidence`` and ``date_confidence`` that place and date are right: 0
    to 1, calibrated, None where nothing was chosen.
    """

    key: str
    happening: str
    impact: Impact
    start: int
    end: int
    min: int | None
    max: int | None
    modifier: Modifier
    unit: Unit
    who: str | None
    who_category: WhoCategory | None
    trigger: str
    trigger_start: int
    trigger_end: int
    zone: Zone
    sentence_start: int
    sentence_end: int
    rule: str
    evidence: dict[str, Evidence]
    flow: Flow | None
    part_of: str | None
    supersedes: str | None
    toll: Toll | None
    mentions: list[list[int]]
    certainty: Certainty
    scope: Scope
    source: str | None
    source_canonical: str | None
    source_type: SourceType | None
    cause: Cause | None
    date: str | None
    place: str | None
    place_canonical: str | None
    place_role: PlaceRole | None
    country: str | None
    latitude: float | None
    longitude: float | None
    place_precision: PlacePrecision | None
    confidence: float | None
    place_confidence: float | None
    date_confidence: float | None
    actor: str | None
    actor_canonical: str | None
    actor_id: str | None
    actor_type: ActorType | None
    actor_status: ActorStatus | None
    means: Means | None
    actor_confidence: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article as read: ``text`` after decoding and before any other change.

    ``published`` is an ISO date «YYYY-MM-DD» or None. ``title`` is None when the text itself begins with it, save for a
    page, which declares it as well. ``site`` is the site or paper it appeared in, None when unknown. ``duplicate_of``
    is the ``doc_id`` of an article before it, of one title and day and nearly the same words, None for none.
    ``pages`` are the [start, end) of the pages of a paper, none where there are no pages.
    """

    doc_id: str
    text: str
    title: str | None = None
    published: str | None = None
    site: str | None = None
    duplicate_of: str | None = None
    pages: tuple[Span, ...] = ()


def _written(evidence: Evidence) -> str:
    """«0–4 quantity_words»: where the words stand, if any do, and the rule."""
    span = evidence["span"]
    return evidence["rule"] if span is None else f"{span[0]}–{span[1]} {evidence['rule']}".rstrip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One human-impact figure of one article: a row of the result.

    The fields are those of the record's contract, in its order, after ``doc_id``; then ``place_precision``, what the
    coordinates are a point of. ``text`` equals ``article.text[start:end]``; ``evidence`` maps each filled slot to why.
    ``confidence`` is how sure it is that the figure is right, ``place_confidence`` and ``date_confidence`` the same of
    these slots: 0 to 1, calibrated, so that of the records with about 0.9 nine in ten are right. None for an empty slot
    and in a file of an earlier version. ``actor`` is who did it to them, ``means`` with what, ``actor_confidence`` how
    sure the actor is: None where the article does not tell, and of disasters and accidents. ``page`` is the page it
    begins on, from 1, None where there are no pages.
    """

    doc_id: str
    event_id: str
    incident_id: str
    impact: Impact
    text: str
    start: int
    end: int
    min: int | None
    max: int | None
    modifier: Modifier
    unit: Unit
    who: str | None
    who_category: WhoCategory | None
    trigger: str
    trigger_start: int
    trigger_end: int
    place: str | None
    place_canonical: str | None
    country: str | None
    latitude: float | None
    longitude: float | None
    date: str | None
    source: str | None
    source_canonical: str | None
    certainty: Certainty
    cause: Cause | None
    scope: Scope
    flow: Flow | None
    place_role: PlaceRole | None
    source_type: SourceType | None
    part_of: str | None
    supersedes: str | None
    toll: Toll | None
    mentions: tuple[Span, ...]
    zone: Zone
    sentence: str
    rule: str
    evidence: dict[str, Evidence] = field(hash=False)
    place_precision: PlacePrecision | None = None
    confidence: float | None = None
    place_confidence: float | None = None
    date_confidence: float | None = None
    actor: str | None = None
    actor_canonical: str | None = None
    actor_id: str | None = None
    actor_type: ActorType | None = None
    actor_status: ActorStatus | None = None
    means: Means | None = None
    actor_confidence: float | None = None
    page: int | None = None

    @property
    def bounds(self) -> str:
        """The bounds of the figure as a reader writes them: «12», «≥ 12», «≤ 12», «3–5»."""
        return bounds_of(self.min, self.max)

    def _repr_html_(self) -> str:
        """The record in a notebook: what it says in a few lines, and all its fields behind them."""
        known = {one.name: getattr(self, one.name) for one in fields(self)}
        known["evidence"] = {slot: _written(one) for slot, one in self.evidence.items()}
        said = [("figure", self.bounds), *((name, known[name]) for name in _SAID)]
        return card(f"{self.impact} · {self.text}", said, more=("all fields", known.items()))


def bounds_of(low: int | None, high: int | None) -> str:
    """Bounds as a reader writes them: «12», «≥ 12», «≤ 12», «3–5»."""
    if low is None:
        return f"≤ {high}"
    if high is None:
        return f"≥ {low}"
    return f"{low}" if low == high else f"{low}–{high}"


_SAID = ("who", "place", "country", "date", "source", "certainty", "cause", "scope", "sentence")
"""What a record says, for a reader."""
_COLUMNS = ("impact", "text", "bounds", "who", "place", "country", "date", "source", "certainty", "cause")
_MOST_ROWS = 50


class Records(list[Event]):
    """Records of an article, a list that a notebook shows as a table."""

    def _repr_html_(self) -> str:
        return records_table(self)


def records_table(events: Sequence[Event]) -> str:
    """Records as an HTML table for a notebook, one a row: the first of many, and how many more there are."""
    rows = [[getattr(event, name) for name in _COLUMNS] for event in events[:_MOST_ROWS]]
    return table(f"{len(events)} records", _COLUMNS, rows, left_out=len(events) - len(rows))


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleResult:
    """What one article gave: the JSON object of the record's contract.

    ``status`` is «done», or the short word of the reason why not («empty», «language», «long», «failed», «timeout» …:
    ``InputError.reason``); ``error`` is then the message, and the lists are empty. ``text`` is the text that offsets
    refer to, None where none could be read; ``related`` holds the (start, end) of each run of its lines that belongs
    to other articles: these two are part of the JSON only when asked for. ``refusals`` are the numbers that are in no
    record and why: for showing, and no part of the JSON. ``review`` are those of them that may be figures all the same,
    each with its ``confidence``: for somebody to look at, and no records. ``site``, ``duplicate_of`` and ``pages`` are
    the article's.
    """

    doc_id: str
    title: str | None
    published: str | None
    status: str = DONE
    error: str | None = None
    text: str | None = None
    entities: tuple[EntityMention, ...] = ()
    dates: tuple[DateMention, ...] = ()
    events: tuple[Event, ...] = ()
    related: tuple[Span, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    review: tuple[ReviewValue, ...] = ()
    site: str | None = None
    duplicate_of: str | None = None
    pages: tuple[Span, ...] = ()

    def _repr_html_(self) -> str:
        """The result in a notebook: the article in a line or two, and its records as a table."""
        names = ("title", "published", "site", "status", "error")
        head = card(self.doc_id, [(name, getattr(self, name)) for name in names])
        return head + records_table(self.events) if self.status == DONE else head


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One figure as a reading of an incident's impact: a line of its history, never changed.

    ``as_of`` is the day the article was published, None when unknown. ``min``, ``max`` and ``modifier`` are the
    record's. ``source`` is the canonical name where known, else as written. ``part`` is true for a part of a larger
    figure, which is never added to it; ``superseded`` for one that its own article replaces by a newer one;
    ``repeated`` for one that a copy of another article repeats, which is no voice of its own. ``actor`` is who did it
    by its canonical name where known, else as written; it and what is told of it are None in files of versions before.
    """

    event_id: str
    doc_id: str
    as_of: str | None
    text: str
    min: int | None
    max: int | None
    modifier: Modifier
    who: str | None
    who_category: WhoCategory | None
    source: str | None
    source_type: SourceType | None
    certainty: Certainty
    scope: Scope
    flow: Flow | None
    toll: Toll | None
    part: bool
    superseded: bool
    repeated: bool
    actor: str | None = None
    actor_id: str | None = None
    actor_type: ActorType | None = None
    actor_status: ActorStatus | None = None
    means: Means | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentImpact:
    """What is known of one impact of an incident, of one unit: persons and households never mix.

    ``low`` and ``high`` are the least and most that the sources say last, each source once; ``high`` is None where
    all leave it open. ``best`` is the number of one reading, ``best_event_id``, never a sum; None where there is only
    talk that nobody asserts. ``best_rule`` says what chose it:

    * ``final``: a toll that its source calls final.
    * ``latest_authoritative``: of the newest asserted totals, that of the most authoritative source.
    * ``not_fallen``: an earlier higher total, as the newest is lower and no revision is told.
    * ``largest_part``: no total is told; the largest of its parts, so at least so many.
    * ``approximate``: the newest total is a round or vague one, and no exact one agrees with it.
    * ``background``: told only in looking back.
    * ``none``: nothing is asserted; ``best`` is None.

    ``conflict`` holds the event ids of readings of the same days that cannot all be right, empty when all agree.
    ``history`` is ordered by ``as_of``, unknown days first.
    """

    impact: Impact
    unit: Unit
    flow: Flow | None
    low: int | None
    high: int | None
    best: int | None
    best_rule: BestRule
    best_event_id: str | None
    conflict: tuple[str, ...]
    history: tuple[Reading, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentArticle:
    """An article that tells of an incident, and why it is held to be the same incident.

    ``tellings`` are the ``incident_id``s that the article's own records carry for it. ``copy_of`` is the ``doc_id`` of
    the article that this one copies, None for one of its own words. ``score`` is what the comparison gave, None for
    the first article, a copy, and one that an analyst joined; ``merge_reason`` explains it feature by feature.
    """

    doc_id: str
    published: str | None
    title: str | None
    tellings: tuple[str, ...]
    copy_of: str | None
    score: float | None
    merge_reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentActor:
    """Somebody of whom articles say that they did it.

    ``name`` is the canonical one where known, else as most articles write it. ``actor_status`` is «claimed» where any
    article says that they claim it, else «denied» where any says that they deny it, else «attributed», else «told».
    ``impacts`` are what they did to people. ``voices`` counts the articles that say so and are no copies. ``conflict``
    is true where others are named instead by articles none of which names both, and where some accuse, or tell of a
    claim, and others of a denial. Nameless ones of a type are one, and contradict none of that type.
    """

    name: str
    actor_id: str | None
    actor_type: ActorType | None
    actor_status: ActorStatus
    impacts: tuple[Impact, ...]
    voices: int
    conflict: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """One happening, however often it is told.

    ``incident_id`` is made from the first telling and stays when articles join. ``first`` and ``last`` are the
    inclusive ISO days of the happening, None where unknown or open. Coordinates are WGS 84 degrees, ``country`` is ISO
    3166-1 alpha-2. ``impacts`` and ``articles`` are in the order of their names and of publication. An article without
    a figure has no ``tellings``. ``mentioned`` are articles on something else that look back to it; what they say of it
    is in the history of the impacts, and never the best toll where an article on it tells one. ``actors`` are who is
    said to have done it, who leads first: named before nameless, claimed before attributed before told, and denied
    last, as are those who only arrested somebody. ``means`` is with what, what most articles tell first.
    """

    incident_id: str
    title: str
    place: str | None
    country: str | None
    latitude: float | None
    longitude: float | None
    first: str | None
    last: str | None
    cause: Cause | None
    scope: Scope
    impacts: tuple[IncidentImpact, ...]
    articles: tuple[IncidentArticle, ...]
    mentioned: tuple[IncidentArticle, ...] = ()
    actors: tuple[IncidentActor, ...] = ()
    means: tuple[Means, ...] = ()

    @property
    def lead(self) -> IncidentActor | None:
        """Who did it as far as is told; None where nobody is named, or only who denies it or arrested somebody."""
        first = self.actors[0] if self.actors else None
        return first if first and leads(first) else None

    def _repr_html_(self) -> str:
        """The incident as a table in a notebook: what is known of it, and each impact with its bounds and rule."""
        known = [
            (one.name, getattr(self, one.name))
            for one in fields(self)
            if one.name not in ("impacts", "articles", "mentioned", "actors", "means")
        ]
        known += [("actors", "; ".join(map(actor_told, self.actors)) or None), ("means", ", ".join(self.means) or None)]
        told = [(f"{one.impact} ({one.unit})", _best(one)) for one in self.impacts]
        return card(self.title, (*known, *told, ("articles", len(self.articles))))


def leads(actor: IncidentActor) -> bool:
    """Whether an actor may be who did it: not who denies it, nor who only arrested somebody after it."""
    return actor.actor_status != "denied" and actor.impacts != ("detained",)


def actor_told(actor: IncidentActor) -> str:
    """«Al-Chabab (claimed)», «Armée malienne (denied, in conflict)»."""
    return f"{actor.name} ({actor.actor_status}{', in conflict' if actor.conflict else ''})"


def _best(impact: IncidentImpact) -> str:
    """«15, low 9, high 20, latest_authoritative»; what is open or not told is «–»."""
    best, low, high = ("–" if one is None else str(one) for one in (impact.best, impact.low, impact.high))
    return f"{best}, low {low}, high {high}, {impact.best_rule}"
