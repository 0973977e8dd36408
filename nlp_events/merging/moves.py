"""Tellings that an analyst moves from one incident to another, in the tables of a store."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from nlp_events.errors import InputError
from nlp_events.merging.clustering import incident_id_of
from nlp_events.merging.decisions import Join, Split, roots

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


class AnalystMoves:
    """The table ``moves`` of an open store: what an analyst decides goes before what was compared.

    Args:
        connection: the store's.
    """

    def __init__(self, connection: DuckDBPyConnection) -> None:
        self._connection = connection

    def decide(self, splits: Iterable[Split], joins: Iterable[Join]) -> None:
        """Move tellings as an analyst decides: splits first, then joins, which may name what a split has made.

        Raises:
            InputError: an incident or an article in it is not there.
        """
        for split in splits:
            self._split(split)
        joins = tuple(joins)
        targets = roots(joins)
        for join in joins:
            for incident_id in (join.incident_id, targets[join.incident_id]):
                if not self._members(incident_id):
                    raise InputError(join.source, "incident", f"there is no incident {incident_id}. Check the id.")
        for join in joins:
            self._move(self._members(join.incident_id), targets[join.incident_id], "joined by the analyst")

    def _split(self, split: Split) -> None:
        members = self._members(split.incident_id)
        if not members:
            raise InputError(split.source, "incident", f"there is no incident {split.incident_id}. Check the id.")
        own = [key for key, doc_id in members if doc_id == split.doc_id]
        if not own:
            problem = f"the incident {split.incident_id} has no article {split.doc_id}. Check both."
            raise InputError(split.source, "article", problem)
        if len(own) == len(members):
            problem = f"{split.doc_id} is the only article of {split.incident_id}. Leave the line out."
            raise InputError(split.source, "article", problem)
        new = incident_id_of(own[0])
        if new == split.incident_id:  # the article that the incident is named by: the others keep the name
            new = incident_id_of(f"{own[0]}\x1f{split.doc_id}")
        self._move([(key, split.doc_id) for key in own], new, "split off by the analyst")

    def _members(self, incident_id: str) -> list[tuple[str, str]]:
        query = (
            "SELECT telling_id, doc_id"
            " FROM tellings JOIN placements USING (telling_id) LEFT JOIN moves USING (telling_id)"
            " WHERE coalesce(moves.incident_id, placements.incident_id) = ? ORDER BY position, number"
        )
        return [(key, doc_id) for key, doc_id in self._connection.execute(query, [incident_id]).fetchall()]

    def _move(self, members: Iterable[tuple[str, str]], incident_id: str, reason: str) -> None:
        for key, _ in members:
            self._connection.execute("DELETE FROM moves WHERE telling_id = ?", [key])
            self._connection.execute("INSERT INTO moves VALUES (?, ?, ?)", [key, incident_id, reason])
