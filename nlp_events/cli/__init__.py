"""The command line: thin commands over plain functions, imported when a command runs."""

from __future__ import annotations

from nlp_events.cli.surroundings import hold_streams, leave_quietly


def main() -> None:
    """Run the command line; the entry point «nlp-events»."""
    leave_quietly()  # first, for what comes takes a moment to import
    hold_streams()
    from nlp_events.cli.app import APP

    APP(prog_name="nlp-events")
