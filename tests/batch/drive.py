"""A run in a process of its own that a test may kill: ``python -m tests.batch.drive OUT COUNT JOBS [--resume]``.

In the place of the number of made articles a file may stand.

Its pipeline is blank, so that it loads fast, and takes its time with each article, so that there is something to kill.
"""

import sys
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.language import Language

from nlp_events.batch import Journal, Recipe, run_to_file
from nlp_events.errors import NlpEventsError
from nlp_events.readers import read
from tests.batch.made import made_articles


@dataclass(frozen=True, slots=True, kw_only=True)
class SlowRecipe(Recipe):
    """A blank pipeline that rests after each article."""

    def load(self):
        name = "slow_worker_component"

        @Language.component(name)
        def slow(doc):
            time.sleep(0.002)
            return doc

        pipeline = spacy.blank("fr")
        pipeline.add_pipe("nlp_events_sentences")  # one of ours, without which a pipeline is refused
        pipeline.add_pipe(name)
        return pipeline


def main(out, given, jobs, *options):
    target = Path(out).resolve()
    articles = made_articles(int(given)) if given.isdigit() else read([given])
    try:
        journal = Journal(target, {}, grows=target.suffix == ".jsonl", resume="--resume" in options)
        with (
            closing(journal),
            closing(run_to_file(articles, journal, SlowRecipe(with_text=True), jobs=int(jobs))) as rows,
        ):
            for _ in rows:
                pass
    except NlpEventsError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main(*sys.argv[1:])
