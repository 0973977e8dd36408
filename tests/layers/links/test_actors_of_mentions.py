"""Who did it comes from a mention that alone tells it, with all that goes with it."""

from __future__ import annotations

from typing import Any

from nlp_events.layers.links.mentions import absorb
from tests.layers.links.test_mentions import figure

OF_ACTOR = ("actor", "actor_canonical", "actor_id", "actor_type", "actor_status", "actor_confidence", "means")
TOLD: dict[str, Any] = {
    "actor": "les shebab", "actor_canonical": "Shebab", "actor_id": "org:shebab", "actor_type": "armed_group",
    "actor_status": "claimed", "actor_confidence": 0.8, "means": "vehicle_bomb",
}  # fmt: skip


def test_a_mention_gives_its_actor_and_means() -> None:
    title: Any = figure(10, 12, 12) | dict.fromkeys(OF_ACTOR)
    body: Any = figure(100, 12, 12) | TOLD
    body["evidence"] = {"actor": {"span": [50, 60], "rule": "decisions/actors"}}
    absorb(title, body)
    assert {name: title[name] for name in OF_ACTOR} == TOLD
    assert title["evidence"]["actor"] == {"span": [50, 60], "rule": "decisions/actors"}


def test_a_figure_keeps_its_own() -> None:
    own: Any = figure(10, 12, 12) | TOLD | {"actor": "Boko Haram"}
    absorb(own, figure(100, 12, 12) | TOLD)
    assert own["actor"] == "Boko Haram"
