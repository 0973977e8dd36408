"""Why each record of an article is one, and why its other numbers are not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rich.console import Console
from rich.text import Text

from nlp_events.report.choices import SLOTS, Choices
from nlp_events.report.evidence import spans_of
from nlp_events.report.facts import reasons_wording
from nlp_events.report.marks import Mark, marked, marks_of, split
from nlp_events.report.reasons import wording
from nlp_events.report.silences import silences
from nlp_events.report.terminal import bounds, heading, one_line, standard_console
from nlp_events.values import Article, ArticleResult, Event, Refusal, ReviewValue, Span, bounds_of

CONTEXT = 30
"""Characters shown on either side of a number that is in no record."""

INDENT = "    "


def explain(
    article: Article, result: ArticleResult, console: Console | None = None, *, choices: Choices | None = None
) -> None:
    """Print the records of an article with their evidence, and its other numbers with the reason.

    Args:
        article: the article.
        result: what the pipeline found in it.
        console: where to print; None for standard output, with colours if it is a terminal.
        choices: why slots are what they are that are chosen, as ``choices_of`` finds out; None to leave it out.
    """
    console = console or standard_console()
    console.rule(heading(article), align="left")
    for line in explanation(article, result, choices):
        console.print(line, soft_wrap=not console.is_terminal)


def explanation(article: Article, result: ArticleResult, choices: Choices | None = None) -> Iterator[Text]:
    """The lines that ``explain`` prints under the heading; arguments as there."""
    text = one_line(article.text)
    records = {event.event_id: event for event in result.events}
    if not records:
        yield Text("no records", style="italic")
    for event in result.events:
        yield from record_lines(text, event, records)
        if choices is not None:
            yield from _chosen(event, records, choices)
        yield from _slots(event, result)
        yield Text()
    offered = {(one["start"], one["end"], one["reason"]): one for one in result.review}
    if offered:
        yield Text("to review: may be figures all the same", style="bold")
    for one in offered.values():
        yield review_line(text, one)
    others = [one for one in result.refusals if (one["start"], one["end"], one["reason"]) not in offered]
    if others:
        yield Text("numbers in no record", style="bold")
    for refusal in others:
        yield refusal_line(text, refusal)


def record_lines(text: str, event: Event, records: Mapping[str, Event]) -> Iterator[Text]:
    """One record: what it says, its sentence with the evidence marked, and what stands elsewhere.

    Args:
        text: the article as ``one_line`` shows it.
        event: the record.
        records: the article's records by ``event_id``, for the links.
    """
    yield _head(event)
    window = _window(text, event)
    inside, outside = split(marks_of(spans_of(event.evidence)), window)
    yield Text(INDENT) + marked(text, window, inside)
    for mark in outside:
        yield _row(mark.label, _quoted(text, (mark.start, mark.end)), mark.style)
    for name, link in (("part of", event.part_of), ("supersedes", event.supersedes)):
        if link is not None and link in records:
            whole = records[link]
            yield _row(name, f"{_quoted(text, (whole.start, whole.end))} ({whole.impact} {bounds(whole)})")
    if len(event.mentions) > 1:
        yield _row("mentions", ", ".join(_quoted(text, mention) for mention in event.mentions))


def _chosen(event: Event, records: Mapping[str, Event], choices: Choices) -> Iterator[Text]:
    """What place, date, source and actor were chosen by, and what came second."""
    for slot in SLOTS:
        why = choices.of(event, slot, records)
        if why is not None:
            yield _row(slot, one_line(reasons_wording(why, slot)), "dim")


def _slots(event: Event, result: ArticleResult) -> Iterator[Text]:
    """The rule that took each slot, and why the others are empty."""
    rules = ", ".join(f"{slot} {one['rule']}" for slot, one in event.evidence.items() if one["rule"])
    yield _row("rules", one_line(rules), "dim")
    for slot, reason in silences(event, result):
        yield _row(slot, f"none: {reason}", "italic")


def refusal_line(text: str, refusal: Refusal) -> Text:
    """A number that is in no record, in its context, with the reason and the rule."""
    line = _in_context(text, refusal["start"], refusal["end"])
    return line.append(f"  {one_line(wording(refusal['reason']))}", "italic").append(
        f"  {_rule(refusal['rule'])}", "dim"
    )


def review_line(text: str, one: ReviewValue) -> Text:
    """What would be a record if it were surer, in its context, with how sure it is and why it is none."""
    line = _in_context(text, one["start"], one["end"])
    line.append(f"  {one['impact']} {bounds_of(one['min'], one['max'])} · confidence {one['confidence']:.2f}", "bold")
    return line.append(f"  {one_line(wording(one['reason']))}", "italic").append(f"  {_rule(one['rule'])}", "dim")


def _in_context(text: str, start: int, end: int) -> Text:
    first, last = max(0, start - CONTEXT), min(len(text), end + CONTEXT)
    number = Mark(start=start, end=end, names=("number",))
    before, after = "…" if first else "", "…" if last < len(text) else ""
    return Text(f"{INDENT}{before}") + marked(text, (first, last), [number]) + Text(after)


def _head(event: Event) -> Text:
    line = Text(f"{event.impact} {bounds(event)}", style="bold")
    sure = "" if event.confidence is None else f" · confidence {event.confidence:.2f}"
    told = f" · {event.modifier} · {event.certainty}{sure}"
    return line + Text(told, style="not bold") + Text(f" · {_rule(event.rule)}")


def _row(name: str, value: str, style: str = "") -> Text:
    return Text(f"{INDENT}{name}: ", style="dim").append(value, style or "not dim")


def _rule(rule: str) -> str:
    return f"rule {one_line(rule)}"


def _quoted(text: str, place: Span) -> str:
    return f"«{text[slice(*place)]}»"


def _window(text: str, event: Event) -> Span:
    """Where the record's sentence stands: the last place of its words that begins at or before the figure."""
    sentence = one_line(event.sentence)
    start = text.rfind(sentence, 0, event.start + len(sentence))
    return (start, start + len(sentence)) if sentence and start >= 0 else (event.start, event.end)
