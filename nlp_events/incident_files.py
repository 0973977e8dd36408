"""Incidents to files."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from nlp_events.values import Incident


def to_dict(incident: Incident) -> dict[str, Any]:
    """The JSON object of one incident: the fields of ``Incident`` in their order, with those of its parts inside."""
    return asdict(incident)


def to_line(incident: Incident) -> bytes:
    """One line of JSON Lines in UTF-8, with its line end."""
    line = json.dumps(to_dict(incident), ensure_ascii=False, allow_nan=False) + "\n"
    return line.encode("utf-8", "replace")
