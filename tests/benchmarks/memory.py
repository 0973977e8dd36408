"""The memory of a long run through ``nlp_events.extract``, over articles with new names in each.

``python -m tests.benchmarks.memory [ARTICLES]`` (20 000) prints the resident memory of this process after a tenth, a
quarter, half and all of them. Linux only: memory is read from /proc.
"""

from __future__ import annotations

import os
import random
import sys
from collections.abc import Iterator

import nlp_events
from tests.batch.made import made_article
from tests.benchmarks.batch import resident

SYLLABLES = "ba ké mou sar tin dou ga ni ro vel ya zim fo chi lan per o ussa".split()  # noqa: SIM905 - easier to read
SHARES = (0.1, 0.25, 0.5, 1.0)


def name(draw: random.Random) -> str:
    """A name that hardly any other article has."""
    return "".join(draw.choices(SYLLABLES, k=draw.randint(3, 5))).capitalize()


def texts(count: int) -> Iterator[str]:
    """Articles of some 90 words: one from the templates, and sentences about people and places nobody knows."""
    for number in range(count):
        draw = random.Random(number)  # noqa: S311 - not for secrets
        place, chief, group, mayor = (name(draw) for _ in range(4))
        more = (
            f"À {place}, {draw.randint(2, 90)} civils ont été blessés lundi, a indiqué le major {chief} {name(draw)}. "
            f"Le mouvement {group} n'a pas réagi. {mayor} {name(draw)}, maire de {place}-{name(draw)}, "
            "a appelé au calme."
        )
        yield f"{made_article(number).text}{more}\n"


def main(count: int) -> None:
    """Print the memory."""
    nlp = nlp_events.load()
    marks = {round(count * share) for share in SHARES}
    done, records = 0, 0

    def counted() -> Iterator[str]:
        nonlocal done
        for text in texts(count):
            yield text
            done += 1
            if done in marks:
                print(f"{done:7} articles read: {resident(os.getpid()):.0f} MB", flush=True)

    for _ in nlp_events.extract(counted(), nlp):
        records += 1
    print(f"{records} records; at the end {resident(os.getpid()):.0f} MB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
