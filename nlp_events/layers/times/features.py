"""What holds between a figure and the dates of its article: the facts from which its date is chosen."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nlp_events.layers.times.rules import Cues, age_of, past_date, record_date
from nlp_events.text.layout import Layout, between, step
from nlp_events.values import Certainty, DateValue, Flow, Impact, Zone

# Days before publication by which an age is told in steps; what lies after it is «ahead».
_AGES = ((400, "years"), (45, "months"), (8, "weeks"), (3, "days"), (2, "two"), (1, "one"), (0, "zero"))
# First three letters of the facts by which a date is read otherwise than it is told: open, as a day, a year before.
_SHAPING = frozenset(("at=", "sin", "whe", "gra", "age", "tit", "sha", "sai", "wor", "beh"))
# Facts of a figure that tell its zone: they weigh nothing beside the shape of a date.
_OF_ZONE = 1
# Facts of a date that weigh by where it stands.
_MARKS = ("said", "dateline", "had been", "first story", "first day", "titled", "looks back")


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """What of a figure its date hangs on; ``head`` is the line above the list it is an item of."""

    start: int
    end: int
    trigger: tuple[int, int]
    sentence: tuple[int, int]
    impact: Impact
    certainty: Certainty
    flow: Flow | None
    zone: Zone
    is_part: bool
    number: float
    head: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A date a figure may have: as its record gives it, the mention it is read from, and how.

    ``written`` is None for «no date»; ``mention`` is None for that and for the day of publication.
    """

    written: str | None
    mention: int | None
    form: str


class _Context:
    """What holds of a figure whatever the date: dates that stand alike are asked for the same facts.

    Args:
        facts: those of the figure; that of its zone is the first.
    """

    def __init__(self, facts: Sequence[str]) -> None:
        self._facts = facts
        self._after: dict[str, list[str]] = {}

    def after(self, prefix: str) -> list[str]:
        """The facts behind something that holds of a date."""
        if prefix not in self._after:
            self._after[prefix] = [f"{prefix} {fact}" for fact in self._facts]
        return self._after[prefix]


class _Shaped(dict[str, str]):
    """Facts of dates as they are told of another of their forms; "" for those that say nothing of it."""

    def __init__(self, form: str) -> None:
        super().__init__()
        self._form = form

    def __missing__(self, fact: str) -> str:
        told = self[fact] = f"{self._form} {fact}" if fact[:3] in _SHAPING else ""
        return told


class DateFacts:
    """The dates of an article, with what holds of each whatever the figure.

    Args:
        cues: the words of the article that tell of time.
        dates: its dates in text order, and the zone of each.
        sentences: [start, end) of its sentences.
        published: the day of publication, None where unknown.
    """

    def __init__(
        self,
        cues: Cues,
        dates: Sequence[tuple[DateValue, Zone]],
        sentences: Sequence[tuple[int, int]],
        published: str | None,
    ) -> None:
        self._folded, self._published = cues.folded, published
        self._dates = [value for value, _ in dates]
        self._zones = [zone for _, zone in dates]
        self._starts = [value["start"] for value in self._dates]
        self._layout, self._spans = Layout(cues.folded, sentences), sentences
        self._cues = cues
        self._sentence_of = [self._layout.sentence(start) for start in self._starts]
        self._values = [record_date(value) for value in self._dates]
        self._spoken = [cues.is_day_of_speaking(value, self._sentence(value["start"])) for value in self._dates]
        self._lasting = [self._alone(at) for at in range(len(dates))]
        for at, more in enumerate(self._in_article()):
            self._lasting[at].extend(more)
        self._has_dateline = any("dateline" in facts for facts in self._lasting)
        told = [at for at, facts in enumerate(self._lasting) if "said" not in facts and "dateline" not in facts]
        self._stories = [self._starts[at] for at in told]
        self._readings = [[] if spoken else list(self._read(at)) for at, spoken in enumerate(self._spoken)]
        self._shaped = {form: _Shaped(form) for form in ("past", "closed", "opened")}

    def _sentence(self, offset: int) -> tuple[int, int]:
        at = self._layout.sentence(offset)
        return self._spans[at] if at >= 0 else (offset, offset)

    def _alone(self, at: int) -> list[str]:
        """What a date is, and the words around it."""
        value = self._dates[at]
        sentence = self._sentence(value["start"])
        cues = self._cues.of(sentence)
        grain, before = f"grain={value['grain']}", self._layout.words_before(value["start"])
        told = {
            "said": self._cues.is_reporting(value, sentence),
            "had been": "pluperfect" in cues,
            "looks back": "earlier" in cues,
            "since": self._cues.opened(value["start"]),
            "when": self._cues.closed(value["end"]),
        }
        open_side = "since" if self._values[at].endswith("/..") else "until" if ".." in self._values[at] else "span"
        shape = open_side if "/" in self._values[at] or ".." in self._values[at] else "point"
        facts = [grain, f"shape={shape}", f"zone={self._zones[at]}", f"age={self._age(value)}", *before]
        facts += [f"{grain} age={self._age(value)}", f"mod={value['modifier']}"]
        return [*facts, *(fact for fact, true in told.items() if true)]

    def _age(self, value: DateValue) -> str:
        age = age_of(value, self._published, last=True)
        if age is None:
            return "unknown"
        return next((word for least, word in _AGES if age >= least), "ahead")

    def _in_article(self) -> Iterator[list[str]]:
        """For each date how the article as a whole tells of it."""
        counts = Counter(self._values)
        most = max(counts.values(), default=0)
        heads = [self._cues.is_dateline(value) for value in self._dates]
        days = {self._values[at] for at, head in enumerate(heads) if head}
        titled = {self._values[at] for at, zone in enumerate(self._zones) if zone == "title"}
        stories = [at for at, head in enumerate(heads) if not head and "said" not in self._lasting[at]]
        points = [at for at in stories if "shape=point" in self._lasting[at]]
        for at, written in enumerate(self._values):
            told = {
                "dateline": heads[at],
                "day of dateline": written in days and not heads[at],
                "day of publication": written == self._published,
                "most": counts[written] == most > 1,
                "again": counts[written] > 1,
                "titled": written in titled,
                "first story": stories[:1] == [at],
                "first day": points[:1] == [at],
                "only": len(self._values) == 1,
                "last of sentence": self._sentence_of[at] not in self._sentence_of[at + 1 : at + 2],
            }
            yield [fact for fact, true in told.items() if true]

    def candidates(self, figure: Figure, reach: int, lead: int) -> Iterator[Candidate]:
        """The dates that a figure may have: those near it or in the lead in each of their forms, then the others.

        A day on which somebody spoke is none of them: it never dates what is told.

        Args:
            figure: the figure.
            reach: characters before and after its sentence in which a date is near.
            lead: where the lead ends.
        """
        leading = bisect_left(self._starts, lead)
        first = max(leading, bisect_left(self._starts, figure.sentence[0] - reach))
        last = bisect_left(self._starts, figure.sentence[1] + reach)
        for at in (*range(leading), *range(first, last)):
            yield from self._readings[at]
        if self._published is not None:
            yield Candidate(self._published, None, "published")
        yield Candidate(None, None, "none")

    def _read(self, at: int) -> Iterator[Candidate]:
        """A date in each of its forms."""
        written = self._values[at]
        yield Candidate(written, at, "told")
        earlier = past_date(self._folded, self._dates[at], written, self._published)
        if earlier != written:
            yield Candidate(earlier, at, "past")
        if written.endswith("/.."):
            yield Candidate(written.removesuffix("/.."), at, "closed")
        elif "/" not in written and ".." not in written:
            yield Candidate(f"{written}/..", at, "opened")

    def told(self, date: Candidate) -> tuple[DateValue | None, Sequence[str]]:
        """The mention that a candidate is read from, and what holds of it whatever the figure; (None, ()) without."""
        return (None, ()) if date.mention is None else (self._dates[date.mention], self._lasting[date.mention])

    def span(self, mention: int) -> tuple[int, int]:
        """Where a mention stands."""
        return self._dates[mention]["start"], self._dates[mention]["end"]

    def facts(self, figure: Figure, candidates: Sequence[Candidate]) -> list[list[str]]:
        """What holds of each candidate for a figure."""
        context = _Context(self._context(figure))
        here = self._layout.sentence(figure.start)
        relations: dict[int, list[str]] = {}
        found = []
        for one in candidates:
            if one.mention is None:
                found.append([one.form, *context.after(one.form)])
                continue
            if one.mention not in relations:
                relations[one.mention] = self._relation(one.mention, figure, here, context)
            facts = [*self._lasting[one.mention], *relations[one.mention]]
            found.append(facts if one.form == "told" else [*facts, *self._of_form(one, facts, figure)])
        return found

    def _of_form(self, one: Candidate, facts: Sequence[str], figure: Figure) -> list[str]:
        """What speaks for a date that is read otherwise than it is told."""
        shaped = filter(None, map(self._shaped[one.form].__getitem__, facts))
        return [one.form, f"{one.form} impact={figure.impact}", *shaped]

    def _context(self, figure: Figure) -> list[str]:
        """What holds of a figure whatever the date."""
        first, last = (bisect_left(self._starts, at) for at in figure.sentence)
        own = [at for at in range(first, last) if "said" not in self._lasting[at]]
        cues = self._cues.of(figure.sentence)
        told = {
            "own dates": bool(own),
            "said dates": last > first and not own,
            "no dates": not self._dates,
            "head": figure.head is not None,
            "had been": "pluperfect" in cues,
            "looks back": "earlier" in cues,
            "total": "cumulative" in cues,
            "since the start": "since_start" in cues,
            "unpublished": self._published is None,
            "dateline there": self._has_dateline,
            "story there": bool(self._stories),
            f"part={figure.is_part}": True,
        }
        facts = [f"{name}={getattr(figure, name)}" for name in ("zone", "certainty", "impact", "flow")]
        return [*facts, *(fact for fact, true in told.items() if true)]

    def _relation(self, at: int, figure: Figure, here: int, context: _Context) -> list[str]:
        """How a date stands to a figure."""
        value = self._dates[at]
        own = self._sentence_of[at] == here
        side = "after" if value["start"] >= figure.start else "before"
        title = self._zones[at] == "title"
        where = f"own {side}" if own else self._layout.elsewhere(value["start"], figure.start, title=title)
        key = self._lasting[at]
        facts = [f"at={where}", f"at={where} {key[0]}", f"at={where} {key[1]}", f"at={where} {key[3]}"]
        facts += [f"at={where} {mark}" for mark in _MARKS if mark in key]
        facts += [*context.after(f"at={where[:3]}"), *context.after(key[1])[_OF_ZONE:]]
        if figure.head is not None and figure.head[0] <= value["start"] < figure.head[1]:
            facts.append("of the head")
        return facts + (self._within(at, figure, side) if own else self._away(at, here, figure))

    def _within(self, at: int, figure: Figure, side: str) -> list[str]:
        """Facts of a date in the figure's own sentence: order, and what stands between."""
        value, done = self._dates[at], max(figure.end, figure.trigger[1])
        following = bisect_left(self._starts, figure.start)
        rank = min(2, at - following if side == "after" else following - 1 - at)
        gap = self._folded[done : value["start"]] if side == "after" else self._folded[value["end"] : figure.start]
        facts = [f"{side} rank={rank}", f"{side} rank={rank} {self._lasting[at][1]}", *between(gap, side)]
        sentence = figure.sentence
        others = bisect_right(self._starts, sentence[1]) - bisect_left(self._starts, sentence[0])
        return [*facts, "alone in sentence"] if others == 1 else facts

    def _away(self, at: int, here: int, figure: Figure) -> list[str]:
        """Facts of a date in another sentence: how far, in order and in lines."""
        of, line = self._sentence_of, self._layout.line
        apart, lines = step(of[at] - here), step(line(self._starts[at]) - line(figure.start))
        before = bisect_left(self._starts, figure.sentence[0]) - 1
        facts = [f"apart={apart}", f"lines={lines}", f"apart={apart} {self._lasting[at][1]}"]
        if at == before:
            facts += ["last before", f"last before lines={lines}"]
        told = bisect_left(self._stories, figure.sentence[0])
        start = self._starts[at]
        if told and start == self._stories[told - 1]:
            facts += ["last told before", f"last told before lines={lines}"]
        if self._stories[told : told + 1] == [start]:
            facts.append("next told")
        return facts
