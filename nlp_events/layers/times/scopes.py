"""What tells which time a figure speaks of: the facts from which its scope is chosen."""

from __future__ import annotations

from collections.abc import Iterator

from nlp_events.layers.times.features import Candidate, DateFacts, Figure
from nlp_events.layers.times.rules import Cues
from nlp_events.text.stems import stems
from nlp_events.values import DateValue, Scope

SCOPES: tuple[Scope, ...] = ("event", "cumulative", "background")
# What of a date is told: its grain, whether it is open, how old it is.
_KINDS = ("gra", "sha", "age")
_MARKS = frozenset(("titled", "first story", "first day", "had been", "looks back", "since", "only", "again"))
# Rules of totals that are told as such.
_EXPLICIT = ("cumulative", "open_interval")
# Characters before what happened, and of the beginning of its sentence, whose words tell the tense and the turn.
_BEFORE, _TURN = 30, 40
# Words of each.
_TENSE, _FIRST = 2, 3
# A text's parts of equal length by which a figure's position is told; characters of the lead.
_PARTS, _LEAD = 5, 600


class ScopeFacts:
    """The words of an article, asked for each figure which time it speaks of.

    Args:
        cues: the words of the article that tell of time.
        dates: what is known of its dates.
        published: the day of publication, None where unknown.
    """

    def __init__(self, cues: Cues, dates: DateFacts, published: str | None) -> None:
        self._cues, self._dates, self._published = cues, dates, published

    def explicit(self, figure: Figure, date: Candidate) -> Scope | None:
        """The scope that its words leave no choice about: a total that is told as one («depuis janvier»)."""
        scope, rule = self._ruled(figure, date)
        return scope if rule in _EXPLICIT else None

    def of(self, figure: Figure, date: Candidate) -> list[str]:
        """What holds of a figure, whichever of ``SCOPES`` it has.

        Args:
            figure: the figure.
            date: the date that was chosen for it.
        """
        return list(dict.fromkeys([*self._of_figure(figure), *self._of_words(figure), *self._of_date(figure, date)]))

    def _of_figure(self, figure: Figure) -> Iterator[str]:
        yield from (f"{name}={getattr(figure, name)}" for name in ("impact", "zone", "flow", "certainty"))
        yield f"part={figure.is_part}"
        yield f"digits={len(str(int(figure.number)))}"
        yield f"position={min(_PARTS - 1, _PARTS * figure.start // max(1, len(self._cues.folded)))}"
        yield f"lead={figure.start < _LEAD}"

    def _of_words(self, figure: Figure) -> Iterator[str]:
        """The words of the figure's sentence, those it begins with, and those before what happened."""
        folded, (start, end) = self._cues.folded, figure.sentence
        yield from (f"cue={cue}" for cue in self._cues.of(figure.sentence))
        yield from (f"word={word}" for word in stems(folded[start:end]))
        tense = stems(folded[max(0, figure.trigger[0] - _BEFORE) : figure.trigger[0]])[-_TENSE:]
        yield from (f"tense {at}={word}" for at, word in enumerate(reversed(tense)))
        yield f"tense={'-'.join(tense)}"
        turn = stems(folded[start : start + _TURN])[:_FIRST]
        yield from (f"turn {at}={word}" for at, word in enumerate(turn))
        yield f"turn={'-'.join(turn[:2])}"

    def _of_date(self, figure: Figure, date: Candidate) -> Iterator[str]:
        """What the chosen date says, and what the rules make of it."""
        yield f"form={date.form}"
        scope, rule = self._ruled(figure, date)
        yield from (f"ruled={scope}", f"rule={rule}", f"rule={rule} ruled={scope}")
        value, known = self._dates.told(date)
        if value is not None:
            own = holds(figure.sentence, value)
            kinds = [fact for fact in known if fact[:3] in _KINDS]
            yield from (f"date {fact}" for fact in known if fact[:3] in _KINDS or fact in _MARKS)
            yield f"own={own}"
            yield from (f"own={own} {fact}" for fact in kinds)

    def _ruled(self, figure: Figure, date: Candidate) -> tuple[Scope, str]:
        """What the rules make of a figure's sentence, or of the line above its list, and of its date there."""
        value, _ = self._dates.told(date)
        if value is not None and figure.head is not None and holds(figure.head, value):
            return self._cues.scope(value, figure.head, self._published)
        own = value is not None and holds(figure.sentence, value)
        return self._cues.scope(value if own else None, figure.sentence, self._published)


def holds(stretch: tuple[int, int], value: DateValue) -> bool:
    """Whether a date begins in [start, end)."""
    return stretch[0] <= value["start"] < stretch[1]
