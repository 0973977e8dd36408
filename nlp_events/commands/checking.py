"""``nlp-events check``: a folder of French words and patterns validated, its examples run."""

from __future__ import annotations

from nlp_events.commands.running import DONE, REFUSED, SOME_FAILED, exit_code, tell


def run_check(folder: str) -> int:
    """Validate a folder of words and run its examples; see the command's help."""

    def run() -> int:
        from nlp_events.commands.proving import unproved
        from nlp_events.report.examples import failures
        from nlp_events.report.layers import problems
        from nlp_events.words.store import Words

        found = problems(folder)
        for problem in found:
            tell(str(problem))
        if found:
            return REFUSED
        _make_components(folder)
        words = Words(folder)
        failed = [*map(str, failures(words)), *unproved(words)]
        for failure in failed:
            tell(failure)
        tell(f"{folder}: all files are valid; examples that fail: {len(failed)}")
        return SOME_FAILED if failed else DONE

    return exit_code(run)


def _make_components(folder: str) -> None:
    """Make every component with the folder's files, for a component may refuse what each file by itself allows."""
    import spacy

    from nlp_events.factories import COMPONENTS

    nlp = spacy.blank("fr")
    for name in COMPONENTS:
        nlp.add_pipe(name, config={"words": folder})
