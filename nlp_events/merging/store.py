"""Tellings and where they were placed, in a DuckDB file: it sorts, joins and groups what memory would not hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, TypeAlias

from nlp_events.errors import InputError, NlpEventsError
from nlp_events.merging.clustering import Placement, incident_id_of
from nlp_events.merging.copies import DIGITS, alike, figures_of, signature_of
from nlp_events.merging.decisions import Join, Split, roots
from nlp_events.merging.model import CopyRules
from nlp_events.merging.rarity import BUCKETS, Rarity, id_of, name_id
from nlp_events.merging.stored_form import DamagedTellingError, telling_of_json, telling_to_json
from nlp_events.merging.tellings import Telling, TellingArticle

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Moves: TypeAlias = Iterable[tuple[str, Placement]]
FORMAT = 3
"""Of the tables below, and of what they hold."""
READ = (2, 3)
"""Formats that are read, and go on as ``FORMAT``: readings of format 2 tell of no actors. Others are refused."""
CHUNK = 5_000
"""Rows that are read or written at once."""
MEMORY = "2GB"
"""What DuckDB may take before it works on disk; the incidents themselves are beside that."""

OWN_TABLES = {"format", "articles", "tellings", "placements"}
"""Tables that every store has."""
_OFFLINE = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}
"""DuckDB would else ask the network for what reads the file of another program."""

_TABLES = """
CREATE TABLE IF NOT EXISTS format (version INTEGER);
CREATE TABLE IF NOT EXISTS articles (
    position BIGINT, digest VARCHAR, doc_id VARCHAR, published VARCHAR, title VARCHAR, figures VARCHAR,
    signature VARCHAR, copy_of VARCHAR, keys UINTEGER[]);
CREATE TABLE IF NOT EXISTS tellings (
    position BIGINT, number INTEGER, doc_id VARCHAR, telling_id VARCHAR, data VARCHAR);
CREATE TABLE IF NOT EXISTS placements (
    telling_id VARCHAR, incident_id VARCHAR, score DOUBLE, reason VARCHAR);
CREATE TEMP TABLE incoming (
    entry BIGINT, digest VARCHAR, doc_id VARCHAR, published VARCHAR, title VARCHAR, figures VARCHAR, signature VARCHAR,
    keys UINTEGER[], tellings VARCHAR[], telling_ids VARCHAR[]);
CREATE TEMP TABLE moves (telling_id VARCHAR, incident_id VARCHAR, reason VARCHAR);
"""
# One doc_id, one article: of two in one input the choice must not depend on which came first.
_CHOOSE = """
CREATE TEMP TABLE chosen AS
SELECT (SELECT coalesce(max(position), -1) FROM articles)
       + row_number() OVER (ORDER BY published NULLS LAST, doc_id) AS position, incoming.*
FROM incoming
JOIN (SELECT doc_id, arg_min(entry, (digest, entry)) AS entry FROM incoming GROUP BY doc_id) USING (doc_id, entry)
WHERE doc_id NOT IN (SELECT doc_id FROM articles)
"""
_TAKE = """
INSERT INTO articles SELECT position, digest, doc_id, published, title, figures, signature, NULL, keys FROM chosen;
INSERT INTO tellings
SELECT position, number, doc_id, telling_ids[number], tellings[number]
FROM (SELECT *, unnest(range(1, len(tellings) + 1))::INTEGER AS number FROM chosen);
"""
# An earlier run may have ended before it placed what it had read.
_LAST = """
SELECT coalesce((SELECT min(position) - 1 FROM tellings ANTI JOIN placements USING (telling_id)),
                (SELECT max(position) FROM articles), -1)
"""
_LEFT_OUT = """
SELECT count(*), count(*) FILTER (articles.digest <> incoming.digest)
FROM incoming JOIN articles USING (doc_id)
WHERE entry NOT IN (SELECT entry FROM chosen)
"""
# In each band, an article is paired with the first that shares it and with the one before: pairs stay as many as bands.
_PAIRS = """
WITH bands AS (
    SELECT position, figures, band, substr(signature, band * $width + 1, $width) AS key
    FROM articles, (SELECT unnest(range($bands)) AS band)),
near AS (
    SELECT position, first_value(position) OVER shared AS first, lag(position) OVER shared AS previous
    FROM bands WINDOW shared AS (PARTITION BY band, key, figures ORDER BY position)),
pairs AS (
    SELECT position, first AS other FROM near WHERE first < position
    UNION SELECT position, previous FROM near WHERE previous IS NOT NULL)
SELECT one.position, one.signature, other.position, other.doc_id, other.signature, other.copy_of
FROM pairs
JOIN articles AS one ON one.position = pairs.position
JOIN articles AS other ON other.position = pairs.other
WHERE one.position > $after
ORDER BY one.position, other.position
"""
_OUTPUT = """
WITH placed AS (
    SELECT coalesce(moves.incident_id, placements.incident_id) AS incident_id, position, doc_id, telling_id, score,
           coalesce(moves.reason, placements.reason) AS reason, data,
           row_number() OVER (ORDER BY position, number) AS place
    FROM tellings JOIN placements USING (telling_id) LEFT JOIN moves USING (telling_id))
SELECT incident_id, placed.doc_id, published, title, copy_of, telling_id, score, reason, data
FROM placed JOIN articles USING (position)
ORDER BY min(place) OVER (PARTITION BY incident_id), place
"""


class Store:
    """The tables, open. Use ``opened``."""

    def __init__(self, connection: DuckDBPyConnection, path: str) -> None:
        self._connection = connection
        self._path = path
        self._check_tables()
        connection.begin()  # all of them or none: what is made by half would be taken for another program's
        for statement in _TABLES.split(";")[:-1]:
            connection.execute(statement)
        if not self._versions():
            connection.execute("INSERT INTO format VALUES (?)", [FORMAT])
        connection.execute("UPDATE format SET version = ? WHERE version <> ?", [FORMAT, FORMAT])
        connection.commit()
        self.last = self._number(_LAST)
        """The position of the last article that an earlier run has placed, -1 without one."""

    def _check_tables(self) -> None:
        """Refuse, before anything is written, what another program has made."""
        query = "SELECT table_name FROM information_schema.tables WHERE table_catalog = current_database()"
        there = {name for (name,) in self._connection.execute(query).fetchall()}
        versions = self._versions() if "format" in there else []
        if versions and versions not in [[(one,)] for one in READ]:
            known = " and ".join(map(str, READ))
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
        entries = (_entry(number, article, rules) for number, article in enumerate(articles))
        self._insert(
            "incoming", "BIGINT VARCHAR VARCHAR VARCHAR VARCHAR VARCHAR VARCHAR UINTEGER[] VARCHAR[] VARCHAR[]", entries
        )
        self._connection.execute(_CHOOSE)
        for statement in _TAKE.split(";")[:-1]:
            self._connection.execute(statement)
        left_out, changed = self._connection.execute(_LEFT_OUT).fetchall()[0]
        self._connection.execute("DROP TABLE chosen")
        self._connection.execute("DELETE FROM incoming")
        return int(left_out), int(changed)

    def mark_copies(self, rules: CopyRules) -> None:
        """Find which of the new articles copy an earlier one, and of which words they are."""
        bands = rules.permutations // rules.rows
        numbers = {"width": rules.rows * DIGITS, "bands": bands, "after": self.last}
        found: dict[int, str] = {}
        for position, signature, other, doc_id, theirs, root in self._rows(_PAIRS, numbers):
            if position not in found and alike(signature, theirs) >= rules.alike:
                found[position] = found.get(other) or root or doc_id
        self._connection.execute("CREATE TEMP TABLE copies (position BIGINT, copy_of VARCHAR)")
        self._insert("copies", "BIGINT VARCHAR", found.items())
        self._connection.execute(
            "UPDATE articles SET copy_of = copies.copy_of FROM copies WHERE copies.position = articles.position"
        )
        self._connection.execute("DROP TABLE copies")

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

    def output(self) -> Iterator[tuple[Any, ...]]:
        """Every telling with its incident, incident by incident in the order of their beginnings."""
        return self._rows(_OUTPUT, {})

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


def keys_of_tellings(tellings: Iterable[Telling]) -> list[int]:
    """The words and names that the tellings of an article are compared by, each once."""
    names: set[str] = set()
    words: set[str] = set()
    for telling in tellings:
        names |= telling.names | telling.called
        words.update(telling.words)
    return sorted({*map(name_id, names), *map(id_of, words)})


def _entry(number: int, article: TellingArticle, rules: CopyRules) -> tuple[Any, ...]:
    tellings = [telling_to_json(*one) for one in article.tellings]
    digest = blake2b("\n".join([article.published or "", article.title or "", *tellings]).encode(), digest_size=16)
    return (
        number, digest.hexdigest(), article.doc_id, article.published, article.title, figures_of(article),
        signature_of(article, rules), keys_of_tellings(telling for telling, _ in article.tellings),
        tellings, [telling.telling_id for telling, _ in article.tellings],
    )  # fmt: skip


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
