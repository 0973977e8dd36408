"""Records for tools in which people annotate (``convert --to``), and their annotation read back (``gold``)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from nlp_events.commands.outputs import check_output
from nlp_events.commands.running import DONE, SOME_FAILED, Tally, exit_code, tell
from nlp_events.errors import InputError, NlpEventsError
from nlp_events.values import DONE as ARTICLE_DONE
from nlp_events.values import ArticleResult


def convert_for_tool(source: str, target: str, name: str, *, overwrite: bool = False) -> int:
    """Write the articles of a file of results, with their records, for a tool.

    Raises:
        NlpEventsError: they cannot be read, hold no texts, or cannot be written.
    """
    from nlp_events.annotators.tools import TOOLS, check_target, config_of, write_for
    from nlp_events.incident_files import holds_incidents
    from nlp_events.writers.formats import read_results

    check_target(name, target)
    config = config_of(name, target)
    for path in (target, *([] if config is None else [str(config)])):
        if not Path(path).is_dir():
            check_output(path, [source], overwrite=overwrite)
    if holds_incidents(source):
        raise NlpEventsError(f"{source}: holds incidents, which are in no single text. Name the records of articles.")
    tally = Tally()
    write_for(name, _rows(read_results(source), tally), target)
    tell(f"{target}: {tally.records} records of {tally.read} articles; left out: {TOOLS[name].lost}")
    if tally.failed:
        tell(f"{source}: {tally.failed} articles failed and are left out")
    if config is not None:
        tell(f"{config}: holds the labels and slots. Paste it into the labelling interface of the project first.")
    return DONE


def _rows(results: Iterable[ArticleResult], tally: Tally) -> Iterator[dict[str, Any]]:
    from nlp_events import __version__
    from nlp_events.annotators.slots import article_of

    for result in results:
        tally.add(result)
        if result.status == ARTICLE_DONE:
            yield article_of(result, f"nlp-events {__version__}")


def run_gold_of_export(export: str, output: str, *, overwrite: bool = False) -> int:
    """Write annotated articles out of what a tool has exported; see the command's help."""

    def run() -> int:
        from nlp_events.annotators.tools import read_export

        beside = [export] if Path(export).is_dir() else []
        check_output(output, [] if beside else [export], beside=beside, overwrite=overwrite)
        found = list(read_export(export))
        rows = [one for one in found if not isinstance(one, InputError)]
        for one in found:
            if isinstance(one, InputError):
                tell(str(one))
        if not rows:
            raise InputError(export, "empty", "holds no annotated article. Export what is annotated, then try again.")
        write_gold(rows, output)
        return SOME_FAILED if len(rows) < len(found) else DONE

    return exit_code(run)


def write_gold(rows: Sequence[dict[str, Any]], output: str) -> None:
    """Write annotated articles as JSON Lines, and say how many."""
    from nlp_events.writers.whole import whole_file

    with whole_file(Path(output)) as path:
        lines = (json.dumps(row, ensure_ascii=False, allow_nan=False) for row in rows)
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    tell(f"{output}: {len(rows)} annotated articles, {sum(len(row['events']) for row in rows)} figures")
