"""``nlp-events words``: templates for words of one's own, and where a word stands."""

from __future__ import annotations

import sys
from pathlib import Path

from nlp_events.commands.running import DONE, SOME_FAILED, exit_code, tell
from nlp_events.errors import NlpEventsError


def run_init(folder: str) -> int:
    """Write commented templates into a folder; see the command's help."""

    def run() -> int:
        from nlp_events.words.templates import templates

        target = Path(folder)
        make_folder(target)
        texts = templates()
        for name, text in texts.items():
            _write_new(target / name, text)
        tell(f"{folder}: wrote {', '.join(texts)}. Add your words, then: nlp-events check {folder}")
        return DONE

    return exit_code(run)


def run_show(word: str, folder: str | None) -> int:
    """Print where a word stands, its forms and what it does; see the command's help."""

    def run() -> int:
        from nlp_events.report.word_places import places_of
        from nlp_events.words.store import words_of

        words = words_of(folder)
        lines = list(map(str, places_of(word, words)))
        if not lines:
            tell(f"{word}: stands in no list of words. To add it: nlp-events words init DIR")
            return SOME_FAILED
        sys.stdout.write("\n".join(lines) + "\n")
        return DONE

    return exit_code(run)


def make_folder(target: Path) -> None:
    """Make a folder, and those above it, where there is none.

    Raises:
        NlpEventsError: it cannot be made.
    """
    try:
        target.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        problem = f"{target}: cannot be made a folder ({error.strerror or error})."
        raise NlpEventsError(f"{problem} Name another.") from error


def _write_new(path: Path, text: str) -> None:
    """Write a file that is not there yet: nothing of the user's is overwritten."""
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise NlpEventsError(f"{path}: is there already. Take another folder, or move it away.") from None
    except OSError as error:
        problem = f"{path}: cannot be written ({error.strerror or error})."
        raise NlpEventsError(f"{problem} Check the folder's permissions.") from error
