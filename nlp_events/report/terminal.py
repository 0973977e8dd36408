"""An article and its records on a terminal."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

from rich.console import Console
from rich.table import Table
from rich.text import Text

from nlp_events.values import Article, ArticleResult, Event

STYLES = {
    "PER": "magenta",
    "LOC": "green",
    "ORG": "blue",
    "date": "cyan",
    "figure": "bold black on yellow",
    "trigger": "bold yellow",
}
"""What is coloured → Rich style, from the one below to the one on top."""

_WIDE = 160
"""Columns of the table where the output is no terminal and has no width of its own."""

# One character for one, so that offsets stay: the pictures of the C0 control characters, and one mark for the other
# controls, which could hide or turn round what stands after them (C1, bidirectional overrides, separators).
_SHOWN = {code: 0x2400 + code for code in range(32) if chr(code) not in "\n\t"}
_SHOWN |= dict.fromkeys([*range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x2028, 0x2029], 0xFFFD)
_RETURN = re.compile(r"\r(?!\n)")


def show(article: Article, result: ArticleResult, console: Console | None = None) -> None:
    """Print an article with its entities, dates and figures coloured, and a table of its records.

    Args:
        article: the article.
        result: what the pipeline found in it.
        console: where to print; None for standard output, with colours if it is a terminal.
    """
    console = console or standard_console()
    console.rule(heading(article), align="left")
    console.print(legend())
    console.print()
    console.print(highlighted(article, result), soft_wrap=not console.is_terminal)
    console.print()
    console.print(table(result.events) if result.events else Text("no records", style="italic"))


class _Console(Console):
    def on_broken_pipe(self) -> None:
        """Leave it to the caller, who knows the right exit code: Rich would end the process with its own."""
        raise BrokenPipeError


def standard_console() -> Console:
    """Standard output: with colours if it is a terminal, else plain and wide."""
    return _Console(width=None if sys.stdout.isatty() else _WIDE, highlight=False)


def heading(article: Article) -> Text:
    """What names an article, on one line."""
    parts = (article.doc_id, article.published, article.site, article.title)
    return Text(one_line(" · ".join(part for part in parts if part)))


def legend() -> Text:
    """The names of the colours, each in its colour."""
    return Text("  ").join(Text(f" {name} ", style=style) for name, style in STYLES.items())


def highlighted(article: Article, result: ArticleResult) -> Text:
    """The text with its spans in colour; what belongs to other articles is dim."""
    text = Text(printable(article.text), end="")
    for start, end in result.related:
        text.stylize("dim", start, end)
    for name, start, end in _spans(result):
        text.stylize(STYLES[name], start, end)
    return text


def table(events: tuple[Event, ...]) -> Table:
    """The records, one a row, with the slots that fit on a line."""
    grid = Table(show_lines=False, header_style="bold")
    for heading in ("impact", "figure", "bounds", "who", "place", "date", "source", "certainty", "cause"):
        grid.add_column(heading, overflow="fold", no_wrap=heading == "bounds")
    for event in events:
        place = " ".join(part for part in (event.place, event.country and f"({event.country})") if part)
        cells = (event.impact, event.text, bounds(event), event.who, place, event.date, event.source, event.certainty)
        grid.add_row(*(Text(one_line(cell or "–")) for cell in (*cells, event.cause)))
    return grid


def bounds(event: Event) -> str:
    """The bounds of a figure as a reader writes them: «12», «≥ 12», «≤ 12», «3–5»."""
    return event.bounds


def printable(text: str) -> str:
    """The text without control characters that a terminal would obey; every character keeps its place."""
    return _RETURN.sub("\n", text).replace("\r\n", " \n").translate(_SHOWN)


def one_line(text: str) -> str:
    """The same on one line, with a space for every line end and tab."""
    return printable(text).replace("\n", " ").replace("\t", " ")


def _spans(result: ArticleResult) -> Iterator[tuple[str, int, int]]:
    for entity in result.entities:
        yield entity["label"], entity["start"], entity["end"]
    for day in result.dates:
        yield "date", day["start"], day["end"]
    for event in result.events:
        for start, end in event.mentions:
            yield "figure", start, end
    for event in result.events:
        yield "trigger", event.trigger_start, event.trigger_end
