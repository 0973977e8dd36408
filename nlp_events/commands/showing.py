"""``nlp-events show`` and ``nlp-events explain``: articles printed with what was found in them, and why."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeAlias

from nlp_events.commands.outputs import check_output
from nlp_events.commands.running import DONE, SOME_FAILED, Options, Tally, articles_of, exit_code, pipeline_of, tell
from nlp_events.values import Article, ArticleResult
from nlp_events.writers.formats import STANDARD_OUTPUT

if TYPE_CHECKING:
    from spacy.language import Language

    from nlp_events.readers import Found

_Printer: TypeAlias = Callable[["Language", Article, ArticleResult], None]


def run_show(file: str, options: Options, max_seconds: float | None) -> int:
    """Print the articles of a file and their records; see the command's help.

    Args:
        file: the file, or «-».
        options: the options that commands share.
        max_seconds: seconds that processing one article may take; None for no limit.
    """

    def run() -> int:
        from nlp_events.report.terminal import show

        return _print_each(file, options, max_seconds, lambda _, article, result: show(article, result))

    return exit_code(run)


def run_explain(file: str, options: Options, max_seconds: float | None) -> int:
    """Print why each record of a file is one, and why its other numbers are not; arguments as for ``run_show``."""

    def run() -> int:
        from nlp_events.report.choices import choices_of
        from nlp_events.report.explanation import explain

        def print_one(nlp: Language, article: Article, result: ArticleResult) -> None:
            explain(article, result, choices=choices_of(article, nlp))

        return _print_each(file, options, max_seconds, print_one)

    return exit_code(run)


def _print_each(file: str, options: Options, max_seconds: float | None, print_one: _Printer) -> int:
    beside = [options.aliases, options.places, options.words, options.decisions]
    check_output(STANDARD_OUTPUT, [file], beside=beside)
    from nlp_events.pipeline import process

    tally = Tally()
    waiting: deque[Found] = deque()
    articles = _noted(articles_of([file], options), waiting)
    nlp = pipeline_of(options)
    results = process(articles, nlp, batch_size=1, max_seconds=max_seconds)
    for result in results:
        article = waiting.popleft()
        tally.add(result)
        if result.error is not None:
            tell(result.error)
        elif isinstance(article, Article):
            print_one(nlp, article, result)
    return SOME_FAILED if tally.failed else DONE


def _noted(articles: Iterator[Found], waiting: deque[Found]) -> Iterator[Found]:
    """The articles, each kept until its result is there."""
    for article in articles:
        waiting.append(article)
        yield article
