"""``nlp-events show`` and ``nlp-events explain``: articles printed with what was found in them, and why."""

from __future__ import annotations

from collections.abc import Callable

from nlp_events.commands.running import DONE, SOME_FAILED, Options, Tally, articles_of, exit_code, pipeline_of, tell
from nlp_events.values import Article, ArticleResult


def run_show(file: str, options: Options) -> int:
    """Print the articles of a file and their records; see the command's help."""

    def run() -> int:
        from nlp_events.report.terminal import show

        return _print_each(file, options, show)

    return exit_code(run)


def run_explain(file: str, options: Options) -> int:
    """Print why each record of a file is one, and why its other numbers are not; see the command's help."""

    def run() -> int:
        from nlp_events.report.explanation import explain

        return _print_each(file, options, explain)

    return exit_code(run)


def _print_each(file: str, options: Options, print_one: Callable[[Article, ArticleResult], None]) -> int:
    from nlp_events.pipeline import process

    nlp = pipeline_of(options)
    tally = Tally()
    for article in articles_of([file], options):
        for result in process([article], nlp):
            tally.add(result)
            if result.error is not None:
                tell(result.error)
            elif isinstance(article, Article):
                print_one(article, result)
    return SOME_FAILED if tally.failed else DONE
