"""Our dates against dateparser's search: texts a second, hostile texts, and right answers on a gold file.

``python -m tests.benchmarks.dates [--gold ../shared/eval/dates/dev.jsonl] [--score ../shared/eval/score_peers.py]``

dateparser runs with the settings it does best with: French only, dates in the past preferred, the publication as base.
Without the gold file the accuracy is left out. Process time is measured, so another process slows nothing down.
"""

from __future__ import annotations

import argparse
import datetime
import importlib.util
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

from nlp_events.layers.dates.rules import DateFinder, finder_of

PUBLISHED = "2016-11-03"
NEWS = (
    "BAMAKO, 3 novembre 2016 - Au moins 23 soldats ont été tués et une quarantaine blessés dimanche dans "
    "l'attaque d'un camp de l'armée, selon un bilan provisoire. Les assaillants ont perdu une quinzaine "
    "d'hommes, a affirmé mardi soir l'état-major. Plus de 4 500 habitants ont fui vers la ville voisine depuis "
    "le 17 octobre, où des organisations distribuent de l'eau et des vivres. Le gouvernement avait décrété "
    "l'état d'urgence dans la région en novembre dernier, après la mort de douze gendarmes. Un pont a été "
    "détruit sur la route du nord et les convois passent par la piste, sous escorte, a précisé le porte-parole "
    "de la mission. Les blessés les plus graves ont été évacués par hélicoptère vers la capitale, où les "
    "hôpitaux manquent de sang. Le ministre de la Défense doit se rendre sur place pour rencontrer les "
    "familles et les autorités locales, qui réclament des renforts. "
)
TEXT_WORDS = 200
HOSTILE = {
    "digits": "1",
    "digits and dots": "1.",
    "digits and spaces": "12 ",
    "digits and slashes": "12/",
    "months": "mars ",
    "months of years": "mai 2016 ",
    "weekdays": "lundi ",
    "le le le": "le ",
    "l'l'l'": "l'",
    "du 3 au": "du 3 au ",
    "nuit de": "nuit de ",
    "vingt et": "vingt et ",
    "entre": "entre 3 et ",
    "week-ends": "week      ",
    "letters": "a",
    "newlines": "\n",
}


def news_texts(count: int) -> list[str]:
    """Texts of 200 words that begin at another word each."""
    words = NEWS.split()
    return [" ".join((words * 3)[shift % len(words) :][:TEXT_WORDS]) for shift in range(count)]


def seconds(read: Callable[[str], Any], texts: list[str]) -> float:
    """Process seconds to read all texts, the best of three."""
    times = []
    for _ in range(3):
        start = time.process_time()
        for text in texts:
            read(text)
        times.append(time.process_time() - start)
    return min(times)


def dateparser_search(text: str, published: str | None) -> list[dict[str, Any]]:
    """dateparser's dates of a text, in our form."""
    from dateparser.search import search_dates

    base = datetime.datetime.fromisoformat(published or "2000-01-01")
    settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past", "RETURN_TIME_AS_PERIOD": True}
    dates, reached = [], 0
    for words, moment in search_dates(text, languages=["fr"], settings=settings) or ():
        start = text.find(words, reached)
        if start >= 0:
            reached = start + len(words)
            day = moment.date().isoformat()
            dates.append({"text": words, "start": start, "end": reached, "first": day, "last": day, "value": day})
    return dates


def speed(finder: DateFinder) -> None:
    """Texts of 200 words a second, ours and dateparser's."""
    texts = news_texts(200)
    ours = len(texts) / seconds(lambda text: finder.find(text, PUBLISHED), texts)
    theirs = 5 / seconds(lambda text: dateparser_search(text, PUBLISHED), texts[:5])
    print(f"texts of {TEXT_WORDS} words a second: {ours:.0f}; dateparser {theirs:.1f}; ratio {ours / theirs:.0f}")


def linearity(finder: DateFinder, size: int) -> None:
    """Microseconds a character of hostile texts, beside news, and the ratio of a text twice as long."""
    news = NEWS * (size // len(NEWS) + 1)
    pace = seconds(lambda text: finder.find(text, PUBLISHED), [news]) / len(news)
    print(f"{'news':20} {1e6 * pace:6.2f} µs a character")
    for name, unit in HOSTILE.items():
        single, double = (
            seconds(lambda text: finder.find(text, PUBLISHED), [unit * (length // len(unit))])
            for length in (size, 2 * size)
        )
        print(f"{name:20} {1e6 * single / size:6.2f} µs a character, twice as long: × {double / single:.1f}")


def accuracy(finder: DateFinder, gold: Path, score: Path) -> None:
    """Both readers on the gold file, scored by the evaluation's own scorer."""
    spec = importlib.util.spec_from_file_location("score_peers", score)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{score} cannot be loaded: give the scorer with --score.")
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    rows = scorer.read(gold)
    readers = {"nlp_events": finder.find, "dateparser": dateparser_search}
    for name, read in readers.items():
        got = {row["doc_id"]: {"dates": read(row["text"], row["published"])} for row in rows}
        table, _ = scorer.score_dates(rows, got)
        total: dict[str, int] = {}
        for counts in table.values():
            for key, value in counts.items():
                total[key] = total.get(key, 0) + value
        of = total["gold"]
        print(
            f"{name:11} of {of}: right {100 * total.get('right', 0) / of:.1f} %, with the exact core "
            f"{100 * total.get('core', 0) / of:.1f} %, false {total.get('false', 0)}"
        )


def main() -> None:
    """Print speed, linearity and, with a gold file, accuracy."""
    shared = Path(__file__).resolve().parents[3] / "shared" / "eval"
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=shared / "dates" / "dev.jsonl")
    parser.add_argument("--score", type=Path, default=shared / "score_peers.py")
    parser.add_argument("--characters", type=int, default=1_000_000)
    arguments = parser.parse_args()
    warnings.simplefilter("ignore")
    finder = finder_of()
    speed(finder)
    linearity(finder, arguments.characters)
    if arguments.gold.is_file() and arguments.score.is_file():
        accuracy(finder, arguments.gold, arguments.score)
    else:
        print("accuracy: left out, there is no gold file; give one with --gold and --score.")


if __name__ == "__main__":
    main()
