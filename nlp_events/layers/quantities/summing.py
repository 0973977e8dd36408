"""The sum behind a number in words: «trois cent quatre-vingt-dix mille»."""

from __future__ import annotations

from dataclasses import dataclass

from nlp_events.layers.quantities.core import Atom

_NO_LIMIT = 1000
_HUNDRED = 100


@dataclass(slots=True)
class Sum:
    """A number being read. ``room`` is what may still be added to the group below a thousand."""

    total: float = 0
    high: float = 0
    group: float = 0
    room: float = _NO_LIMIT
    last_scale: float = float("inf")
    multiplier: float = 1
    last_unit_room: float = 0
    started: bool = False

    @property
    def value(self) -> float:
        """The number as far as it was read."""
        return self.total + self.high + self.group

    def push(self, atom: Atom) -> bool:
        """Take the next atom, or say that it does not continue the number."""
        taken: bool = getattr(self, f"_push_{atom.kind}", self._refuse)(atom.value)
        self.started = self.started or taken
        return taken

    def halve(self) -> bool:
        """Become one half, the «demi» of «un demi-million»."""
        self.group, self.room, self.started = 0.5, 0, True
        return True

    def _refuse(self, _value: float) -> bool:
        return False

    def _push_digits(self, value: float) -> bool:
        if self.room == 10 and 0 < value < 10 and not value % 1:
            return self._push_unit(value)  # «trente 3»
        if self.high and not self.group and _HUNDRED <= value < _NO_LIMIT and not value % 1:
            self.group, self.room, self.multiplier = value, 0, 1  # «42 mille 500»
            return True
        if self.started and not (self.last_scale < float("inf") and not self.high and not self.group and value >= 1):
            return False
        self.group, self.room, self.multiplier = value, 0, 1
        return True

    def _push_unit(self, value: float) -> bool:
        after_ten = self.room == 10 and self.last_unit_room == -1  # «dix-sept», «dix-huit», «dix-neuf» only
        if self.room <= value or (value == 0 and self.started) or (after_ten and value < 7):
            return False
        self.last_unit_room, self.group, self.room, self.multiplier = self.room, self.group + value, 1, 1
        return True

    def _push_teen(self, value: float) -> bool:
        if self.room <= value:
            return False
        self.group, self.room, self.multiplier = self.group + value, 10 if value == 10 else 1, 1
        self.last_unit_room = -1
        return True

    def _push_ten(self, value: float) -> bool:
        if value == 20 and self.group % 100 == 4 and self.last_unit_room >= 100:
            self.group, self.room, self.multiplier = self.group + 76, 20, 1
            self.last_unit_room = 0
            return True
        if self.room < 100:
            return False
        self.group, self.room, self.multiplier = self.group + value, 20 if value == 60 else 10, 1
        self.last_unit_room = 0
        return True

    def _push_hundred(self, _value: float) -> bool:
        if self.group >= 100 or self.group == 1 or (self.group and self.room != 1):
            return False
        self.group, self.room, self.multiplier = max(1, self.group) * 100, 100, 100
        return True

    def _push_thousand(self, _value: float) -> bool:
        if self.high or (self.group == 1 and not self.total):
            return False
        self.high, self.group, self.room, self.multiplier = (self.group or 1) * 1000, 0, _NO_LIMIT, 1000
        return True

    def _push_scale(self, value: float) -> bool:
        if value >= self.last_scale or not (self.high or self.group):
            return False
        self.total += (self.high + self.group) * value
        self.high, self.group, self.room, self.last_scale, self.multiplier = 0, 0, _NO_LIMIT, value, value
        return True
