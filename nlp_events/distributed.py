"""Ray Data: articles in Parquet files to records in Parquet files, on one machine or a cluster.

Each actor keeps one worker process, as ``batch`` has them: the pipeline is loaded once, and an article that hangs or
kills it costs only itself. Needs the extra ``nlp-events[ray]``, here and on each node.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from nlp_events.batch.pool import WorkerPool
from nlp_events.batch.recipe import Recipe
from nlp_events.batch.rows import Row, row_of
from nlp_events.errors import InputError, NlpEventsError
from nlp_events.readers import ReadOptions
from nlp_events.readers.articles import Found
from nlp_events.readers.sources import Source
from nlp_events.readers.tables import fields_of_columns
from nlp_events.values import Article
from nlp_events.writers.columnar import record_table
from nlp_events.writers.rows import from_dict

if TYPE_CHECKING:
    import pyarrow
    from ray.data import Dataset

_QUIET = {"RAY_USAGE_STATS_ENABLED": "0", "RAY_BACKEND_LOG_LEVEL": "fatal"}
"""What Ray reads when it is imported: it reports to nobody, and its own notes are no messages of ours."""
_OURS = re.compile(r"NlpEventsError: (.+)")
BATCH = 64
"""Articles that an actor is given at once."""
SMALL = 0.25
"""Cores that reading and writing take: little, so that they find room beside the actors."""
ID_LENGTH = 16
"""Hexadecimal digits of the ``doc_id`` of an article that has none: a digest of its text, the same in every run."""


def extract_dataset(
    dataset: Dataset, *, recipe: Recipe | None = None, reading: ReadOptions | None = None, workers: int | None = None
) -> Dataset:
    """Extract the records of a Ray dataset of articles, lazily.

    Args:
        dataset: a row an article, with the columns that ``reading`` names: a text and, optionally, an id, a title and a
            date of publication. Ids should be unique, which nothing checks; without one, an article is
            named after a digest of its text.
        recipe: how articles are processed; None for the standard way.
        reading: the names of the columns, and a date for all; None for the standard ones.
        workers: actors, one core each; None for as many as the cluster has cores, less one.

    Returns:
        A dataset with the columns of the table of records (``writers.records.TABLE``): a row a record, and one for each
        article that failed, with its ``status`` and ``error``. It is in the order of the articles if the context has
        ``execution_options.preserve_order``.
    """
    import ray.data

    size = workers or max(1, _cores() - 1)
    known: Dataset = dataset.map_batches(
        _Extractor,
        fn_constructor_kwargs={"recipe": recipe or Recipe(), "reading": reading or ReadOptions()},
        batch_size=BATCH,
        batch_format="pyarrow",
        compute=ray.data.ActorPoolStrategy(size=size),
        num_cpus=1,
    )
    return known


def _cores() -> int:
    import ray

    resources: dict[str, float] = ray.cluster_resources()  # type: ignore[no-untyped-call]
    return int(resources.get("CPU", 2))


class _Extractor:
    """What runs in an actor."""

    def __init__(self, recipe: Recipe, reading: ReadOptions) -> None:
        self._recipe = recipe
        self._reading = reading
        self._pool = WorkerPool(recipe, 1)

    def __call__(self, batch: pyarrow.Table) -> pyarrow.Table:
        rows = self._pool.rows(self._items(batch))
        return record_table(from_dict(json.loads(row.line)) for row in rows if row.line is not None)

    def _items(self, batch: pyarrow.Table) -> Iterator[Article | Row]:
        for found in articles_of(batch, self._reading):
            yield found if isinstance(found, Article) else row_of(found, self._recipe)


def articles_of(batch: pyarrow.Table, reading: ReadOptions) -> Iterator[Found]:
    """The articles of some rows of a table; in the place of one that cannot be read, the result that says why."""
    from nlp_events.readers.articles import Noted, told
    from nlp_events.readers.fields import fields_among
    from nlp_events.readers.parquet import article_at

    fields = fields_among(batch.schema.names, Source("the table", "table"), reading)
    for place in range(batch.num_rows):
        doc_id = hashlib.sha256(_content(batch, place, next(iter(fields.text), ""))).hexdigest()[:ID_LENGTH]
        found = article_at(batch, place, (doc_id, doc_id), reading, fields)
        yield told(found, doc_id) if isinstance(found, Noted) else found


def _content(batch: pyarrow.Table, place: int, field: str) -> bytes:
    """The bytes of a cell of text; of a table without such a column, the same for all rows."""
    if field not in batch.schema.names:
        return b"None"
    cell = batch.column(field)[place]
    try:
        text = cell.as_py()
    except UnicodeDecodeError:
        return bytes(cell.as_buffer())
    return text if isinstance(text, bytes) else str(text).encode("utf-8", "surrogatepass")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """Where a run goes on.

    Attributes:
        workers: actors, as in ``extract_dataset``.
        address: of a cluster («auto», «ray://…»); None for one that is connected already, else this machine alone.
    """

    workers: int | None = None
    address: str | None = None


def extract_files(
    paths: Sequence[str], folder: str, *, recipe: Recipe, reading: ReadOptions, cluster: Cluster
) -> Counter[str]:
    """Extract the records of Parquet files into a folder of Parquet files, streaming.

    Args:
        paths: files or folders, wherever Ray and PyArrow can read («s3://…» too).
        folder: where the files go; created if need be. Its rows are in the order of the articles.
        recipe: how articles are processed.
        reading: the names of the columns.
        cluster: where it goes on.

    Returns:
        How many rows there are of each status: records under «done», failed articles under their reasons.

    Raises:
        NlpEventsError: Ray is not installed, the cluster cannot be reached, an input cannot be read, the folder cannot
            be written, or the pipeline cannot be loaded.
    """
    with _ray(cluster.address) as ray, _as_refusals():
        dataset = ray.data.read_parquet(list(paths), num_cpus=SMALL)
        schema = dataset.schema()
        if schema is None:
            raise InputError(", ".join(paths), "column", "has no columns. Give files with a column of texts.")
        fields_of_columns(list(schema.names), Source(", ".join(paths), paths[0]), reading)
        records = extract_dataset(dataset, recipe=recipe, reading=reading, workers=cluster.workers)
        records.write_parquet(folder, ray_remote_args={"num_cpus": SMALL})
        return _statuses(ray, folder)


def _statuses(ray: Any, folder: str) -> Counter[str]:
    written = ray.data.read_parquet(folder, columns=["status"], num_cpus=SMALL)
    counts: Counter[str] = Counter()
    for batch in written.iter_batches(batch_format="pyarrow"):
        counts.update(batch.column("status").to_pylist())
    return counts


@contextmanager
def _ray(address: str | None) -> Iterator[Any]:
    """Ray, connected; what is started here is ended here, and nothing is reported to anybody."""
    for name, value in _QUIET.items():
        os.environ.setdefault(name, value)
    try:
        import ray
        import ray.data
    except ImportError as error:
        raise NlpEventsError(
            "the engine ray is not installed. Install it with: pip install 'nlp-events[ray]'"
        ) from error
    started = not ray.is_initialized()
    if started:
        try:
            ray.init(address=address, include_dashboard=False, log_to_driver=False, logging_level=logging.ERROR)
        except (ConnectionError, ValueError, RuntimeError) as error:
            raise NlpEventsError(f"the cluster {address!r} cannot be reached ({error}). Check --address.") from error
    logging.getLogger("ray.data").setLevel(logging.ERROR)
    context = ray.data.DataContext.get_current()
    ordered, bars = context.execution_options.preserve_order, context.enable_progress_bars
    context.execution_options.preserve_order, context.enable_progress_bars = True, False
    try:
        yield ray
    finally:
        context.execution_options.preserve_order, context.enable_progress_bars = ordered, bars
        if started:
            ray.shutdown()


@contextmanager
def _as_refusals() -> Iterator[None]:
    """What a task has raised far away, as an error of ours here."""
    import ray.exceptions

    try:
        yield
    except ray.exceptions.RayError as error:
        told = _OURS.search(str(error))  # of an error far away, only its traceback comes here
        raise NlpEventsError(told.group(1) if told else f"Ray could not finish ({_last_line(error)}).") from error
    except (OSError, ValueError) as error:
        raise NlpEventsError(f"Ray could not read or write ({error}). Check the paths.") from error


def _last_line(error: Exception) -> str:
    return str(error).strip().rpartition("\n")[2]
