"""``nlp-events demo``: the sample articles, and all that is made of them, in one folder to look at."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from nlp_events.commands.converting import ConvertOptions, run_convert
from nlp_events.commands.extraction import RunOptions, run_extract
from nlp_events.commands.incidents import IncidentOptions, run_incidents
from nlp_events.commands.reporting import ReportOptions, run_report
from nlp_events.commands.running import DONE, Options, exit_code, tell
from nlp_events.errors import NlpEventsError

SAMPLES = ("articles", "dispatches")
"""Folders of sample articles: of one happening each, and of some happenings told again and again."""

_PACKAGE = Path(__file__).resolve().parent.parent
_HOMES = (_PACKAGE / "samples", _PACKAGE.parent / "notebooks")
"""Where the samples are: in the package as it is installed, and in a checkout."""


def run_demo(folder: str, lang: str) -> int:
    """Write samples, records, incidents, a table, points for a map and a report into a new folder; see the help.

    Args:
        folder: one that is not there yet, or empty.
        lang: language of the report.
    """

    def begin() -> int:
        from nlp_events.report.wordings import wordings

        wordings(lang)  # a language that there is not is told before the work
        _copy_samples(Path(folder))
        return DONE

    def end() -> int:
        tell(f"{folder}: open {Path(folder) / 'report.html'} in a browser")
        return DONE

    steps: list[Callable[[], int]] = [lambda: exit_code(begin), *_steps(Path(folder), lang), lambda: exit_code(end)]
    for step in steps:
        code = step()
        if code != DONE:
            return code
    return DONE


def samples(name: str) -> Path:
    """A folder of sample articles.

    Raises:
        NlpEventsError: it was not installed.
    """
    found = next((home / name for home in _HOMES if (home / name).is_dir()), None)
    if found is None:
        raise NlpEventsError("the sample articles are not there. Install nlp-events anew.")
    return found


def _copy_samples(folder: Path) -> None:
    try:
        if folder.is_file() or (folder.is_dir() and any(folder.iterdir())):
            raise NlpEventsError(f"{folder}: is there already and not empty. Name a new folder.")
        for name in SAMPLES:
            shutil.copytree(samples(name), folder / name)
    except OSError as error:
        raise NlpEventsError(f"{folder}: cannot be written ({error.strerror}). Name another folder.") from error


def _steps(folder: Path, lang: str) -> list[Callable[[], int]]:
    """What is made of the samples, in its order: each gives an exit code."""
    records, incidents = str(folder / "records.jsonl"), str(folder / "incidents.jsonl")
    inputs = [str(folder / name) for name in SAMPLES]
    report = ReportOptions(incidents=[incidents], lang=lang)
    return [
        lambda: run_extract(inputs, records, Options(), RunOptions(with_text=True)),
        lambda: run_incidents([records], incidents, IncidentOptions()),
        lambda: run_convert(records, str(folder / "records.csv"), ConvertOptions()),
        lambda: run_convert(records, str(folder / "records.geojson"), ConvertOptions()),
        lambda: run_report([records], str(folder / "report.html"), report),
    ]
