"""``nlp-events incidents``: records of many articles, put together by happening."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path

from nlp_events.commands.outputs import check_apart, check_output, named
from nlp_events.commands.packaging import check_package, write_description
from nlp_events.commands.running import DONE, SOME_FAILED, exit_code, tell
from nlp_events.errors import InputError, NlpEventsError
from nlp_events.values import ArticleResult, Incident

Add = Callable[[Incident], None]


@dataclass(frozen=True, kw_only=True)
class IncidentOptions:
    """Options of the command; see ``nlp_events.incidents``."""

    store: str | None = None
    split: str | None = None
    join: str | None = None
    words: str | None = None
    timeline: str | None = None
    excel: bool = False
    datapackage: bool = False
    overwrite: bool = False
    quiet: bool = False


@dataclass
class _Count:
    """How a run went."""

    incidents: int = 0
    several: int = 0
    conflicts: int = 0
    wrong: list[InputError] = field(default_factory=list)

    def add(self, incident: Incident) -> None:
        self.incidents += 1
        self.several += len(incident.articles) > 1
        self.conflicts += any(impact.conflict for impact in incident.impacts)

    def refuse(self, error: InputError) -> None:
        self.wrong.append(error)
        tell(str(error))

    def __str__(self) -> str:
        told = f"{self.incidents} incidents, {self.several} told by several articles, {self.conflicts} with a conflict"
        return f"{told}; {len(self.wrong)} files could not be read" if self.wrong else told


def run_incidents(inputs: Sequence[str], output: str, options: IncidentOptions) -> int:
    """Put the records of files together by happening; see the command's help."""
    output = named(output)

    def run() -> int:
        from nlp_events.incident_files import read_records, write_incidents, writer_of
        from nlp_events.merging import incidents
        from nlp_events.writers.formats import STANDARD_OUTPUT

        if output != STANDARD_OUTPUT or options.excel:
            writer_of(output, excel=options.excel)  # a wrong name is told before the work
        _check(inputs, output, options)
        count = _Count()
        days: dict[str, str] = {}
        results = read_records(inputs, count.refuse)
        found = incidents(
            results if options.timeline is None else _dated(results, days),
            store=options.store, split=options.split, join=options.join, words=options.words,
        )  # fmt: skip
        with _timelines(options, days) as add:
            write_incidents(_counted(found, count, add), output, excel=options.excel)
        if options.datapackage:
            write_description(output, "incidents", excel=options.excel)
        if not options.quiet:
            tell(str(count))
        return SOME_FAILED if count.wrong else DONE

    return exit_code(run)


def _check(inputs: Sequence[str], output: str, options: IncidentOptions) -> None:
    """Refuse what would be lost, before anything is opened."""
    beside = (options.split, options.join, options.words)
    if options.store is not None:
        check_apart(options.store, inputs, beside=beside)
    check_output(output, inputs, beside=(options.store, *beside), overwrite=options.overwrite)
    if options.timeline is not None:
        _check_timeline(options.timeline, inputs, (output, options.store, *beside), options)
    if options.datapackage:
        check_package(output, inputs, overwrite=options.overwrite)


def _check_timeline(path: str, inputs: Sequence[str], beside: Sequence[str | None], options: IncidentOptions) -> None:
    if Path(path).suffix.lower() != ".csv":
        raise NlpEventsError(f"{path}: time lines are written as CSV. Name a .csv file.")
    check_output(path, inputs, beside=beside, overwrite=options.overwrite)


def _timelines(options: IncidentOptions, days: dict[str, str]) -> AbstractContextManager[Add | None]:
    """What adds the time line of an incident to their file, if one is asked for."""
    if options.timeline is None:
        return nullcontext()
    from nlp_events.writers.delimited import EXCEL, PLAIN
    from nlp_events.writers.timeline_rows import timeline_file

    return timeline_file(Path(options.timeline), days, dialect=EXCEL if options.excel else PLAIN)


def _dated(results: Iterable[ArticleResult], days: dict[str, str]) -> Iterator[ArticleResult]:
    """The results, of which the days that tolls are told of are kept: ``incidents`` takes all before it gives one."""
    from nlp_events.timelines import toll_days

    for result in results:
        days.update(toll_days([result]))
        yield result


def _counted(found: Iterable[Incident], count: _Count, add: Add | None) -> Iterator[Incident]:
    for incident in found:
        count.add(incident)
        if add is not None:
            add(incident)
        yield incident
