"""Time per character of hostile texts against news: ``python tests/benchmarks/numerals.py``.

A text twice as long must take about twice the time; the ratio to news is what the share of numbers explains.
"""

from __future__ import annotations

import argparse
import time

from nlp_events.layers.quantities.rules import QuantityFinder

NEWS = (
    "BAMAKO, 12 mars 2019 - Au moins 23 soldats ont été tués et une quarantaine blessés dimanche dans l'attaque d'un "
    "camp de l'armée, selon un bilan provisoire. Les assaillants ont perdu une quinzaine d'hommes, a affirmé "
    "l'état-major. Plus de 4 500 habitants ont fui vers la ville voisine, où des organisations distribuent de l'eau et "
    "des vivres depuis la veille. "
)
HOSTILE = {
    "digits": "1234567890",
    "digit groups": "123 ",
    "digits and dots": "1.",
    "thousands": "999 999 ",
    "mille": "mille ",
    "un": "un ",
    "cent et": "cent et ",
    "vingt-et-un": "vingt-et-un-",
    "millions de": "millions de ",
    "ni": "ni ",
    "pas": "pas de ",
    "plus de": "plus de ",
    "au moins": "au moins ",
    "12 a a environ": "12 a b c ",
    "entre": "entre 1 et ",
    "à": "1 à ",
    "sur": "1 sur ",
    "times": "1h",
    "slashes": "1/",
    "enumeration": "1, ",
    "hyphens": "1-",
    "web": "www.",
    "letters": "a",
    "spaces": " ",
    "newlines": "\n",
}


def seconds(finder: QuantityFinder, unit: str, size: int) -> float:
    """Seconds for a text of ``size`` characters that repeats ``unit``."""
    text = (unit * (size // len(unit) + 1))[:size]
    start = time.perf_counter()
    finder(text)
    return time.perf_counter() - start


def main() -> None:
    """Print each text's seconds a megabyte, its ratio to news, and the ratio of a text twice as long."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=float, default=0.5)
    size = int(parser.parse_args().megabytes * 1e6)
    finder = QuantityFinder()
    news = seconds(finder, NEWS, size)
    print(f"{'news':20} {news / size * 1e6:7.2f} s/MB")
    for name, unit in HOSTILE.items():
        once, twice = seconds(finder, unit, size), seconds(finder, unit, 2 * size)
        print(
            f"{name:20} {once / size * 1e6:7.2f} s/MB  {once / news:5.1f} × news  twice as long: {twice / once:4.1f} ×"
        )


if __name__ == "__main__":
    main()
