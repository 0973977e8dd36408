"""``nlp-events score`` and ``nlp-events gold``: how right results are, and annotated articles out of judgements."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from typing import Any

from nlp_events.commands.annotating import write_gold
from nlp_events.commands.outputs import check_output
from nlp_events.commands.running import DONE, SOME_FAILED, exit_code, printable, tell
from nlp_events.commands.stored import Stored, read_stored
from nlp_events.scoring.annotated import read_annotated
from nlp_events.scoring.comparison import score
from nlp_events.scoring.counts import FIGURES, Difference, Scores, Share, Tally
from nlp_events.scoring.judgements import Precision, annotated_rows, precision, read_judgements
from nlp_events.writers.formats import STANDARD_OUTPUT


def run_score(gold: str, results: str, *, errors: int = 0, as_json: bool = False) -> int:
    """Print the scores of results against annotated articles; see the command's help."""

    def run() -> int:
        check_output(STANDARD_OUTPUT, [gold, results])
        annotated = read_annotated(gold)
        stored = _stored(results)
        found = score(annotated, {result.doc_id: result for result in stored.results})
        shown = found.differences[:errors]
        if as_json:
            rows = [_fields(one) for one in shown]
            _print_json(found.to_dict() | ({"differences": rows} if errors else {}))
        else:
            _print_scores(found)
            print_lines(_difference(one) for one in shown)
        return SOME_FAILED if stored.errors else DONE

    return exit_code(run)


def run_score_judgements(results: str, judgements: str, *, as_json: bool = False) -> int:
    """Print precision as judged; see the command's help."""

    def run() -> int:
        check_output(STANDARD_OUTPUT, [results], beside=[judgements])
        said = read_judgements(judgements)
        stored = _stored(results)
        found = precision(stored.results, said)
        if found.unknown:
            tell(f"{judgements}: {found.unknown} judgements are of records that {results} does not hold")
        missed = sum(one.verdict == "missed" for one in said)
        if missed:
            tell(f"{judgements}: {missed} figures were missed, which precision does not count")
        if as_json:
            _print_json({name: _shares(getattr(found, name)) for name in ("figures", "slots")})
        else:
            _print_precision(found)
        return SOME_FAILED if stored.errors else DONE

    return exit_code(run)


def run_gold(results: str, judgements: str, output: str, *, overwrite: bool = False) -> int:
    """Write annotated articles out of judged ones; see the command's help."""

    def run() -> int:
        check_output(output, [results], beside=[judgements], overwrite=overwrite)
        said = read_judgements(judgements)
        rows = list(annotated_rows(_stored(results).results, said))
        whole = [row for _, row in rows if row is not None]
        for doc_id, row in rows:
            if row is None:
                tell(f"{doc_id}: left out, since some of its records are not judged")
        write_gold(whole, output)
        return SOME_FAILED if len(whole) < len(rows) else DONE

    return exit_code(run)


def _stored(results: str) -> Stored:
    stored = read_stored([results])
    for error in stored.errors:
        tell(str(error))
    return stored


def _print_scores(found: Scores) -> None:
    order = sorted(found.tallies, key=lambda name: (name != FIGURES, name))
    rows = [(name.removeprefix("impact:"), *_tally_cells(found.tallies[name])) for name in order]
    print_table(("figures by impact", "precision", "recall", "F", "right", "missed", "extra"), rows)
    slots = [(name, f"{one.share:.3f}", f"{one.right} of {one.of}") for name, one in sorted(found.slots.items())]
    print_table(("slot", "right", ""), slots)
    print_lines([f"articles: {found.articles}, without a result: {len(found.unanswered)}"])


def _print_precision(found: Precision) -> None:
    for title, shares in (("figures by impact", found.figures), ("slot", found.slots)):
        order = sorted(shares, key=lambda name: (name != FIGURES, name))
        rows = [(name.removeprefix("impact:"), *_precision_cells(shares[name])) for name in order]
        print_table((title, "precision", "95 % interval", "right"), rows)


def _tally_cells(one: Tally) -> list[str]:
    shares = (f"{share:.3f}" for share in (one.precision, one.recall, one.f))
    return [*shares, str(one.right), str(one.missed), str(one.extra)]


def _precision_cells(share: Share) -> tuple[str, str, str]:
    low, high = share.interval
    return f"{share.share:.3f}", f"{low:.2f} – {high:.2f}", f"{share.right} of {share.of}"


def _shares(shares: dict[str, Share]) -> dict[str, Any]:
    return {
        name: {"right": one.right, "of": one.of, "precision": round(one.share, 4)}
        | {"interval": [round(bound, 4) for bound in one.interval]}
        for name, one in sorted(shares.items())
    }


def print_table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Columns as wide as their cells: the first to the left, numbers to the right."""
    widths = [max(len(row[at]) for row in (heads, *rows)) for at in range(len(heads))]
    for first, *others in (heads, *rows):
        cells = (cell.rjust(width) for cell, width in zip(others, widths[1:], strict=True))
        print_lines(["  ".join((first.ljust(widths[0]), *cells))])
    print_lines([""])


def _difference(one: Difference) -> str:
    return printable(f"{one.doc_id}: {one.kind}: «{one.text}»: expected {one.expected}, found {one.found}")


def _fields(one: Difference) -> dict[str, Any]:
    return {name: getattr(one, name) for name in ("doc_id", "kind", "text", "expected", "found")}


def print_lines(lines: Iterable[str]) -> None:
    """Lines on standard output, without blanks at their ends."""
    for line in lines:
        sys.stdout.write(f"{line.rstrip()}\n")


def _print_json(data: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(data, ensure_ascii=False, indent=1) + "\n")
