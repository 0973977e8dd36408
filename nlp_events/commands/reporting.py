"""``nlp-events report``: results and incidents as one HTML page."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from nlp_events.commands.outputs import check_output, named
from nlp_events.commands.running import DONE, SOME_FAILED, exit_code, tell


@dataclass(frozen=True, kw_only=True)
class ReportOptions:
    """Options of the command; see ``report.standalone.report_html``."""

    incidents: Sequence[str] = ()
    lang: str = "en"
    title: str | None = None
    overwrite: bool = False


def run_report(results: Sequence[str], output: str, options: ReportOptions) -> int:
    """Write the report of files of results and incidents; see the command's help."""
    output = named(output)
    inputs = [*results, *options.incidents]

    def run() -> int:
        from nlp_events.commands.stored import read_stored
        from nlp_events.report.standalone import report_html

        check_output(output, inputs, overwrite=options.overwrite)
        stored = read_stored(inputs)
        for error in stored.errors:
            tell(str(error))
        page = report_html(stored.results, stored.incidents, lang=options.lang, title=options.title)
        _write(page, output)
        records = sum(len(result.events) for result in stored.results)
        tell(f"{output}: {len(stored.results)} articles, {records} records, {len(stored.incidents)} incidents")
        return SOME_FAILED if stored.errors else DONE

    return exit_code(run)


def _write(text: str, output: str) -> None:
    from nlp_events.writers.formats import STANDARD_OUTPUT
    from nlp_events.writers.whole import whole_file

    data = text.encode("utf-8", "replace")  # only a file name can hold what UTF-8 has no form for
    if output == STANDARD_OUTPUT:
        sys.stdout.buffer.write(data)
        return
    with whole_file(Path(output)) as path:
        path.write_bytes(data)
