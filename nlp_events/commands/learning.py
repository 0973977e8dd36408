"""``nlp-events learn``: the decisions refitted to a user's own answers, where that gains."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nlp_events.commands.outputs import check_output
from nlp_events.commands.running import DONE, REFUSED, SOME_FAILED, Options, exit_code, pipeline_of, tell
from nlp_events.commands.scoring import print_table
from nlp_events.commands.stored import Stored, read_stored
from nlp_events.commands.wordlists import make_folder
from nlp_events.decisions.store import MADE, OWN, told
from nlp_events.errors import InputError, NlpEventsError
from nlp_events.writers.formats import STANDARD_OUTPUT
from nlp_events.writers.whole import whole_file

if TYPE_CHECKING:
    from nlp_events.learning.lessons import Lesson

HEADS = ("right on unseen articles", "ours", "mine", "answers", "articles", "that gain", "that lose")


@dataclass(frozen=True, kw_only=True)
class LearnOptions:
    """What to learn from and where to write.

    Attributes:
        inputs: files of judgements, files and folders of annotated articles.
        records: the results that were judged, with their texts.
        output: the folder to write.
        overwrite: whether weights that are there may be replaced.
    """

    inputs: Sequence[str]
    records: Sequence[str] = ()
    output: str
    overwrite: bool = False


def run_learn(chosen: LearnOptions, options: Options) -> int:
    """Refit the decisions and write those that gain; see the command's help."""

    def run() -> int:
        from nlp_events.learning.lessons import learn

        _check(chosen, options)
        stored = read_stored(chosen.records) if chosen.records else Stored()
        for error in stored.errors:
            tell(str(error))
        rows = _rows(chosen, stored)
        tell(f"{len(rows)} articles to learn from; it takes a minute for some hundred of them")
        lessons = learn(rows, pipeline_of(options))
        _print(lessons)
        code = _write(lessons, chosen, _made_of(chosen, options, len(rows)))
        return SOME_FAILED if code == DONE and stored.errors else code

    return exit_code(run)


def _check(chosen: LearnOptions, options: Options) -> None:
    """Refuse what cannot be read or would be lost, before minutes of work."""
    from nlp_events.learning.inputs import is_judgements

    judged = [path for path in chosen.inputs if is_judgements(path)]
    if judged and not chosen.records:
        problem = "holds no texts. Name the results that were judged with --records (written by extract --with-text)."
        raise InputError(judged[0], "records", problem)
    if chosen.records and not judged:
        raise NlpEventsError("--records: no file of judgements (.json) is among the inputs. Name one, or leave it out.")
    if chosen.output == STANDARD_OUTPUT or (Path(chosen.output).exists() and not Path(chosen.output).is_dir()):
        raise NlpEventsError(f"{chosen.output}: is no folder. Name one, new or of an earlier run.")
    for path in _targets(chosen.output):
        beside = (options.aliases, options.places, options.words)
        check_output(str(path), [*chosen.inputs, *chosen.records], beside=beside, overwrite=chosen.overwrite)


def _targets(output: str) -> Iterator[Path]:
    """Every file that may be written."""
    return (Path(output) / name for name in (MADE, *(f"{question}.json" for question in OWN)))


def _rows(chosen: LearnOptions, stored: Stored) -> list[dict[str, Any]]:
    from nlp_events.learning.inputs import count_judged, is_judgements, rows_of
    from nlp_events.scoring.judgements import read_judgements

    rows = rows_of(chosen.inputs, stored.results)
    said = sum(len(read_judgements(path)) for path in chosen.inputs if is_judgements(path))
    left_out = said - count_judged(rows)
    if left_out:
        where = f"of records that {', '.join(chosen.records)} does not hold, or of articles that are annotated"
        tell(f"{left_out} of {said} judgements are left out: {where}")
    return rows


def _print(lessons: Mapping[str, Lesson]) -> None:
    rows = []
    for name, one in lessons.items():
        shares = ("–" if share is None else f"{share:.3f}" for share in (one.ours, one.mine))
        counts = map(str, (one.answers, one.articles, one.better, one.worse))
        rows.append(("figures (F)" if name == "figures" else name, *shares, *counts))
    print_table(HEADS, rows)


def _write(lessons: Mapping[str, Lesson], chosen: LearnOptions, made_of: Mapping[str, Any]) -> int:
    """Write the weights that gain, and what they were made of last: without it a folder is none of weights."""
    from nlp_events import __version__
    from nlp_events.learning.weights import save

    gained = {name: one.scorer for name, one in lessons.items() if one.scorer is not None}
    for name, one in lessons.items():
        if one.problem is not None:
            tell(f"{name}: stay ours: {one.problem}")
    if not gained:
        tell(f"{chosen.output}: nothing is written, since nothing is gained")
        return REFUSED
    folder = Path(chosen.output)
    make_folder(folder)
    for path in _targets(chosen.output):
        path.unlink(missing_ok=True)
    for name, scorer in gained.items():
        with whole_file(folder / f"{name}.json") as path:
            save(scorer, path)
    head = told({name: lessons[name].to_dict() for name in gained}, __version__) | dict(made_of)
    with whole_file(folder / MADE) as path:
        path.write_text(json.dumps(head, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    names = ", ".join(f"{name}.json" for name in gained)
    tell(f"{chosen.output}: wrote {names}. Use it: nlp-events extract … --decisions {chosen.output}")
    return DONE


def _made_of(chosen: LearnOptions, options: Options, articles: int) -> dict[str, Any]:
    """What weights are made of: each file with a digest, and the pipeline."""
    files = [path for name in (*chosen.inputs, *chosen.records) for path in _files(Path(name))]
    digests = [{"file": path.name, "sha256": hashlib.sha256(path.read_bytes()).hexdigest()[:16]} for path in files]
    pipeline = {name: getattr(options, name) for name in ("base", "words", "aliases", "places")}
    return {"articles": articles, "made_from": digests, "pipeline": pipeline}


def _files(path: Path) -> list[Path]:
    return sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
