"""Count the corpus and measure how two annotators agree: one command, no network.

    python models/corpus_counts.py [models/corpus] [--agreement] [--copies]

Prints texts, figures, impacts, certainties, scopes and links, and the spread over genres, countries, lengths and words
that say what happened; with ``--agreement`` the agreement on the texts annotated twice (``twice/``: what each
annotator wrote, before differences were settled); with ``--copies`` runs of eight words that two texts share,
openings that do, and near copies by MinHash.
"""

from __future__ import annotations

import argparse
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from rensa import RMinHash, RMinHashLSH

from nlp_events.scoring.annotated import read_annotated
from nlp_events.scoring.comparison import SLOTS, score
from nlp_events.scoring.counts import FIGURES
from nlp_events.values import Event

CORPUS = Path(__file__).parent / "corpus"
TWICE = ("twice/first.jsonl", "twice/second.jsonl")
RUN = 8
"""Words in a row that no two texts share."""
OPENING = 5
"""Words at the beginning that no two texts share."""
SHINGLE, PERMUTATIONS, SIMILAR = 3, 128, 0.5
"""Near copies: texts whose runs of three words agree by half, estimated with 128 permutations."""
COMMONEST = 20
# Endings that inflect a word that says what happened: enough to count «tué», «tuées» and «tuer» as one.
_ENDING = re.compile(r"(?:ement|aient|erent|irent|ees|ants?|aux|ions?|ait|er|es|ee|is|it|ir|s|e|x)$")
_SMALL = frozenset(
    words
    for line in (
        "le la les un une des de du d l a au aux en ont ete est sont se s y ne pas fait",
        "dans sur par leur leurs son sa ses et sans n qu c ce il elle ils elles on plus",
        "pris prise prises mis mise tout tous",
    )
    for words in line.split()
)


def lemma(trigger: str | None) -> str:
    """A rough lemma of the words that say what happened: the first that carries meaning, without its ending."""
    words = [word for word in words_of(trigger or "") if word not in _SMALL]
    return _ENDING.sub("", words[0]) if words else "–"


def words_of(text: str) -> list[str]:
    """The words of a text without capitals and accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return re.findall(r"\w+", "".join(char for char in plain if not unicodedata.combining(char)))


def counts(texts: list[dict[str, Any]]) -> Iterator[str]:
    """The counts as lines to print."""
    figures = [event for row in texts for event in row["events"]]
    empty = sum(not row["events"] for row in texts)
    yield f"{len(texts)} texts, {len(figures)} figures, {empty} texts without a figure"
    for name in ("genre", "half"):
        yield f"{name}: " + _told(Counter(row[name] for row in texts))
    yield f"figures held: {sum(len(row['events']) for row in texts if row['half'] == 'held')}"
    for name in ("impact", "certainty", "scope", "modifier", "unit", "cause", "flow"):
        yield f"{name}: " + _told(Counter(str(event[name]) for event in figures))
    for name in ("part_of", "supersedes", "optional"):
        yield f"{name}: {sum(bool(event.get(name)) for event in figures)}"
    acting = [row for row in texts if any("actor" in event for event in row["events"])]
    told = sum(bool(event.get("actor")) for row in acting for event in row["events"])
    texts_with = sum("actors" in row["layers"] for row in texts)
    yield f"actors and means annotated: {texts_with} texts, {told} figures with an actor"
    named = [row for row in texts if "entities" in row]
    labels = Counter(entity["label"] for row in named for entity in row["entities"])
    yield f"entities annotated: {len(named)} texts: " + _told(labels)
    yield f"countries: {len({row['country'] for row in texts})}: " + _told(Counter(row["country"] for row in texts), 12)
    lengths = sorted(len(row["text"].split()) for row in texts)
    marks = [lengths[int(share * (len(lengths) - 1))] for share in (0, 0.1, 0.5, 0.9, 1)]
    yield "words a text (least, 10 %, median, 90 %, most): " + ", ".join(map(str, marks)) + f"; {sum(lengths)} in all"
    lemmas = Counter(lemma(event["trigger"]) for event in figures)
    share = sum(number for _, number in lemmas.most_common(COMMONEST)) / max(1, len(figures))
    yield f"words that say what happened: {len(lemmas)}; the commonest {COMMONEST} make {share:.1%}"
    yield "  " + _told(lemmas, COMMONEST)


def _told(counter: Counter[str], most: int | None = None) -> str:
    return ", ".join(f"{name} {number}" for name, number in counter.most_common(most))


def agreement(folder: Path = CORPUS) -> Iterator[str]:
    """How far the second annotator agrees with the first, as lines to print."""
    first, second = (read_annotated(folder / name) for name in TWICE)
    answers = {row["doc_id"]: _as_result(row) for row in second}
    for name, golds in (
        ("other readings allowed", first),
        ("the first reading alone", [_strict(row) for row in first]),
    ):
        found = score(golds, answers)
        yield f"{found.articles} texts annotated twice, {name}: F {found.tallies[FIGURES].f:.3f}"
        shares = ((slot, found.slots[slot]) for slot in (*SLOTS, "part_of", "supersedes"))
        yield "  " + ", ".join(f"{slot} {share.share:.3f} of {share.of}" for slot, share in shares)


def _strict(row: dict[str, Any]) -> dict[str, Any]:
    """An article without the readings that are as right as the first."""
    events = [{slot: value for slot, value in one.items() if not slot.endswith("_also")} for one in row["events"]]
    return row | {"events": events}


def _as_result(row: dict[str, Any]) -> Any:
    names = Event.__dataclass_fields__
    events = [SimpleNamespace(**(dict.fromkeys(names) | event)) for event in row["events"]]
    return SimpleNamespace(error=None, events=events)


def copies(texts: list[dict[str, Any]]) -> Iterator[str]:
    """Runs of words, openings and near copies that two texts share, as lines to print."""
    runs: dict[tuple[str, ...], set[str]] = defaultdict(set)
    openings: dict[tuple[str, ...], set[str]] = defaultdict(set)
    similar = RMinHashLSH(threshold=SIMILAR, num_perm=PERMUTATIONS, num_bands=32)
    hashes = []
    for number, row in enumerate(texts):
        words = words_of(row["text"])
        openings[tuple(words[:OPENING])].add(row["doc_id"])
        for start in range(len(words) - RUN + 1):
            runs[tuple(words[start : start + RUN])].add(row["doc_id"])
        sketch = RMinHash(num_perm=PERMUTATIONS, seed=1)
        sketch.update([" ".join(words[start : start + SHINGLE]) for start in range(len(words))])
        hashes.append(sketch)
        similar.insert(number, sketch)
    yield from _shared("run", runs)
    yield from _shared("opening", openings)
    for number, sketch in enumerate(hashes):
        for other in similar.query(sketch):
            if other > number and sketch.jaccard(hashes[other]) >= SIMILAR:
                yield f"near copies: {texts[number]['doc_id']} {texts[other]['doc_id']}"


def _shared(what: str, places: dict[tuple[str, ...], set[str]]) -> Iterator[str]:
    pairs: dict[tuple[str, str], str] = {}
    for words, where in places.items():
        for pair in combinations(sorted(where), 2):
            pairs.setdefault(pair, " ".join(words))
    for (first, second), words in sorted(pairs.items()):
        yield f"{what} shared: {first} {second}: {words}"


def main() -> None:
    """Print what the options ask for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=CORPUS)
    parser.add_argument("--agreement", action="store_true")
    parser.add_argument("--copies", action="store_true")
    chosen = parser.parse_args()
    texts = read_annotated(chosen.folder)
    print("\n".join(counts(texts)))
    if chosen.agreement:
        print("\n".join(agreement(chosen.folder)))
    if chosen.copies:
        print("\n".join(copies(texts)) or "no two texts share a run of words or an opening")


if __name__ == "__main__":
    main()
