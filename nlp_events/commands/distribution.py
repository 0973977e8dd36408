"""``nlp-events extract --engine ray``: Parquet files in, a folder of Parquet files out, on Ray Data."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from nlp_events.commands.extraction import RunOptions, recipe_of
from nlp_events.commands.running import DONE, SOME_FAILED, Options, exit_code, tell
from nlp_events.errors import NlpEventsError
from nlp_events.readers.inputs import STANDARD_INPUT
from nlp_events.values import DONE as ARTICLE_DONE
from nlp_events.writers.formats import STANDARD_OUTPUT


def run_on_ray(inputs: Sequence[str], output: str, options: Options, running: RunOptions) -> int:
    """Extract records of Parquet files into a folder of Parquet files; see the command's help."""

    def run() -> int:
        from nlp_events.distributed import Cluster, extract_files

        _check(inputs, output, running)
        recipe = recipe_of(options, running)
        cluster = Cluster(workers=running.jobs, address=running.address)
        rows = extract_files(inputs, output, recipe=recipe, reading=options.read_options(), cluster=cluster)
        failed = ", ".join(f"{number} {status}" for status, number in sorted(rows.items()) if status != ARTICLE_DONE)
        if not running.quiet:
            tell(f"{output}: {rows[ARTICLE_DONE]} records; articles that failed: {failed or 'none'}")
        return SOME_FAILED if failed else DONE

    return exit_code(run)


def _check(inputs: Sequence[str], output: str, running: RunOptions) -> None:
    """Refuse what the engine does not do."""
    path = Path(output)
    if output == STANDARD_OUTPUT or (path.exists() and not path.is_dir()):
        raise NlpEventsError(f"{output}: the engine ray writes a folder of Parquet files. Name one with -o.")
    of_files = (running.with_text, running.excel, running.datapackage)
    if running.resume or running.overwrite or any(of_files) or running.on_error == "stop":
        raise NlpEventsError(
            "the engine ray has no --resume, --overwrite, --with-text, --excel, --datapackage or --on-error stop. "
            "Leave them out."
        )
    if path.is_dir() and any(path.iterdir()):
        raise NlpEventsError(f"{output}: is not empty. Name another folder, or empty it.")
    for name in inputs:
        if os.path.realpath(name) == os.path.realpath(output):
            raise NlpEventsError(f"{output}: is an input. Name another folder.")
        if name == STANDARD_INPUT or (Path(name).is_file() and Path(name).suffix != ".parquet"):
            problem = "the engine ray reads Parquet files. Convert it, or leave out --engine."
            raise NlpEventsError(f"{name}: {problem}")
