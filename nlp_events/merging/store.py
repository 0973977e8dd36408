"""Tellings and where they were placed, in a DuckDB file: it sorts, joins and groups what memory would not hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, TypeAlias

from nlp_events.errors import NlpEventsError
from nlp_events.merging.clustering import Placement
from nlp_events.merging.copies import DIGITS, alike
from nlp_events.merging.decisions import Join, Split
from nlp_events.merging.entries import entry_of
from nlp_events.merging.model import CopyRules
from nlp_events.merging.moves import AnalystMoves
from nlp_events.merging.rarity import BUCKETS, Rarity
from nlp_events.merging.store_tables import CHOOSE, LAST, LEFT_OUT, OUTPUT, PAIRS, TABLES, TAKE
from nlp_events.merging.stored_form import DamagedTellingError, telling_of_json
from nlp_events.merging.tellings import Telling, TellingArticle

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Moves: TypeAlias = Iterable[tuple[str, Placement]]
FORMAT = 5
"""Of the tables below, and of what they hold."""
READ = (2, 3, 4, 5)
"""Formats that are read, and go on as ``FORMAT``. Others are refused.

Readings of format 2 tell of no actors; tellings before format 4 do not tell headlines, and how sure place and day are,
those before format 5 of which happenings of their article they are.
"""
CHUNK = 5_000
"""Rows that are read or written at once."""
MEMORY = "1GB"
"""What DuckDB may take before it works on disk; the incidents themselves are beside that."""

OWN_TABLES = {"format", "articles", "tellings", "placements"}
"""Tables that every store has."""
_OFFLINE = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}
"""DuckDB would else ask the network for what reads the file of another program."""


class Store:
    """The tables, open. Use ``opened``."""

    def __init__(self, connection: DuckDBPyConnection, path: str) -> None:
        self._connection = connection
        self._path = path
        self._check_tables()
        connection.begin()  # all of them or none: what is made by half would be taken for another program's
        for statement in TABLES.split(";")[:-1]:
            connection.execute(statement)
        if not self._versions():
            connection.execute("INSERT INTO format VALUES (?)", [FORMAT])
        connection.execute("UPDATE format SET version = ? WHERE version <> ?", [FORMAT, FORMAT])
        connection.commit()
        self.last = self._number(LAST)
        """The position of the last article that an earlier run has placed, -1 without one."""

    def _check_tables(self) -> None:
        """Refuse, before anything is written, what another program has made."""
        query = "SELECT table_name FROM information_schema.tables WHERE table_catalog = current_database()"
        there = {name for (name,) in self._connection.execute(query).fetchall()}
        versions = self._versions() if "format" in there else []
        if versions and versions not in [[(one,)] for one in READ]:
            known = f"{', '.join(map(str, READ[:-1]))} and {READ[-1]}"
            problem = f"is a store of format {versions[0][0]}, and this version reads {known}. Make a new one."
            raise NlpEventsError(f"{self._path}: {problem}")
        if there and not there >= OWN_TABLES:
            problem = "is another program's. Name a new file, or one that an earlier run has made."
            raise NlpEventsError(f"{self._path}: {problem}")

    def _versions(self) -> list[Any]:
        return self._connection.execute("SELECT version FROM format").fetchall()

    def _number(self, query: str) -> int:
        row = self._connection.execute(query).fetchone()
        return int(row[0]) if row else 0

    def add(self, articles: Iterable[TellingArticle], rules: CopyRules) -> tuple[int, int]:
        """Take in articles; those whose ``doc_id`` is there already are left out.

        Returns:
            How many were left out, and how many of these say something else than what is there.
        """
        entries = (entry_of(number, article, rules) for number, article in enumerate(articles))
        self._insert(
            "incoming", "BIGINT VARCHAR VARCHAR VARCHAR VARCHAR VARCHAR VARCHAR UINTEGER[] VARCHAR[] VARCHAR[]", entries
        )
        self._connection.execute(CHOOSE)
        for statement in TAKE.split(";")[:-1]:
            self._connection.execute(statement)
        left_out, changed = self._connection.execute(LEFT_OUT).fetchall()[0]
        self._connection.execute("DROP TABLE chosen")
        self._connection.execute("DELETE FROM incoming")
        return int(left_out), int(changed)

    def mark_copies(self, rules: CopyRules) -> None:
        """Find which of the new articles copy an earlier one, and of which words they are."""
        bands = rules.permutations // rules.rows
        numbers = {"width": rules.rows * DIGITS, "bands": bands, "after": self.last}
        found: dict[int, str] = {}
        for position, signature, other, doc_id, theirs, root in self._rows(PAIRS, numbers):
            if position not in found and alike(signature, theirs) >= rules.alike:
                found[position] = found.get(other) or root or doc_id
        self._connection.execute("CREATE TEMP TABLE copies (position BIGINT, copy_of VARCHAR)")
        self._insert("copies", "BIGINT VARCHAR", found.items())
        self._connection.execute(
            "UPDATE articles SET copy_of = copies.copy_of FROM copies WHERE copies.position = articles.position"
        )
        self._connection.execute("DROP TABLE copies")

    def copied(self) -> frozenset[str]:
        """The articles that others copy."""
        query = "SELECT DISTINCT copy_of FROM articles WHERE copy_of IS NOT NULL"
        return frozenset(doc_id for (doc_id,) in self._rows(query, {}))

    def placed(self) -> Iterator[tuple[Telling, str, bool]]:
        """The tellings of earlier runs in order: (telling, incident id, whether of a copy)."""
        query = (
            "SELECT data, incident_id, copy_of IS NOT NULL FROM tellings JOIN articles USING (position)"
            " JOIN placements USING (telling_id) ORDER BY position, number"
        )
        for data, incident_id, copy in self._rows(query, {}, beside=True):
            yield telling_of_json(data), incident_id, copy

    def unplaced(self) -> Iterator[tuple[Telling, str | None]]:
        """The new tellings in order: (telling, the article that theirs copies)."""
        query = (
            "SELECT data, copy_of FROM tellings JOIN articles USING (position)"
            " ANTI JOIN placements USING (telling_id) ORDER BY position, number"
        )
        for data, copy_of in self._rows(query, {}, beside=True):
            yield telling_of_json(data), copy_of

    def rarity(self) -> Rarity:
        """How rare words and names are in the articles that are there, those of earlier runs among them."""
        query = (
            f"SELECT key % {BUCKETS}, count(*) FROM (SELECT unnest(keys) AS key FROM articles) GROUP BY 1"  # noqa: S608
            " HAVING count(*) > 1"
        )
        counts = {int(bucket): int(count) for bucket, count in self._rows(query, {})}
        return Rarity(counts, self._number("SELECT count(*) FROM articles"))

    def place(self, placements: Iterable[tuple[str, Placement]], united: Callable[[], Moves]) -> None:
        """Keep where tellings went.

        Args:
            placements: telling id → where it went.
            united: called when all are kept; telling id → where it is in the end, for those that move once more.
        """
        self._connection.begin()  # all of them or none: a run that ends early is taken up by the next
        self._insert("placements", "VARCHAR VARCHAR DOUBLE VARCHAR", _rows_of(placements))
        self._connection.execute("CREATE TEMP TABLE united AS SELECT * FROM placements LIMIT 0")
        self._insert("united", "VARCHAR VARCHAR DOUBLE VARCHAR", _rows_of(dict(united()).items()))
        self._connection.execute(
            "UPDATE placements SET incident_id = united.incident_id, score = united.score, reason = united.reason"
            " FROM united WHERE united.telling_id = placements.telling_id"
        )
        self._connection.execute("DROP TABLE united")
        self._connection.commit()

    def members(self, incident_ids: Iterable[str]) -> dict[str, list[tuple[Telling, bool]]]:
        """The tellings of some incidents, in order: each with whether it is of a copy."""
        self._connection.execute("CREATE TEMP TABLE wanted (incident_id VARCHAR)")
        self._insert("wanted", "VARCHAR", ((one,) for one in sorted(incident_ids)))
        query = (
            "SELECT incident_id, data, copy_of IS NOT NULL FROM tellings JOIN articles USING (position)"
            " JOIN placements USING (telling_id)"
            " SEMI JOIN wanted USING (incident_id) ORDER BY position, number"
        )
        found: dict[str, list[tuple[Telling, bool]]] = {}
        for incident_id, data, copy in self._rows(query, {}):
            found.setdefault(incident_id, []).append((telling_of_json(data), copy))
        self._connection.execute("DROP TABLE wanted")
        return found

    def decide(self, splits: Iterable[Split], joins: Iterable[Join]) -> None:
        """Move tellings as an analyst decides (see ``AnalystMoves``)."""
        AnalystMoves(self._connection).decide(splits, joins)

    def output(self) -> Iterator[tuple[Any, ...]]:
        """Every telling with its incident, incident by incident in the order of their beginnings."""
        return self._rows(OUTPUT, {})

    def _rows(self, query: str, values: dict[str, Any], *, beside: bool = False) -> Iterator[tuple[Any, ...]]:
        """The rows of a query; ``beside`` for a cursor of its own, which sees no temporary table."""
        connection = self._connection.cursor() if beside else self._connection
        result = connection.execute(query, values)
        while chunk := result.fetchmany(CHUNK):
            yield from chunk

    def _insert(self, table: str, types: str, rows: Iterable[tuple[Any, ...]]) -> None:
        places = ", ".join(f"unnest(?::{kind}[])" for kind in types.split())
        waiting = iter(rows)
        while chunk := list(islice(waiting, CHUNK)):
            columns = [list(column) for column in zip(*chunk, strict=True)]
            self._connection.execute(f"INSERT INTO {table} SELECT {places}", columns)


def _rows_of(placements: Moves) -> Iterator[tuple[Any, ...]]:
    return ((key, one.incident_id, one.score, one.reason) for key, one in placements)


@contextmanager
def opened(path: str | Path | None) -> Iterator[Store]:
    """Open a store.

    Args:
        path: a file that is kept, made when it is not there; None for one that goes when done.

    Raises:
        NlpEventsError: the file cannot be opened, is none of ours, or is damaged.
    """
    import duckdb

    with TemporaryDirectory(prefix="nlp-events-") as folder:
        name = str(path) if path is not None else str(Path(folder) / "incidents.duckdb")
        config: dict[str, Any] = {"memory_limit": MEMORY, "temp_directory": folder, **_OFFLINE}
        try:
            with duckdb.connect(name, config=config) as connection:
                yield Store(connection, name)
        except (duckdb.Error, DamagedTellingError) as error:
            problem = "cannot be used as a store of incidents. Name a new file, or one that an earlier run has made."
            raise NlpEventsError(f"{name}: {problem} ({str(error).splitlines()[0]})") from error
