"""``nlp-events schema``: the JSON Schema of what is written."""

from __future__ import annotations

import json
import sys

from nlp_events.commands.running import DONE, exit_code


def run_schema(what: str) -> int:
    """Print a schema; see the command's help."""

    def run() -> int:
        from nlp_events.writers.json_schema import schema_of

        sys.stdout.write(json.dumps(schema_of(what), ensure_ascii=False, indent=1) + "\n")
        return DONE

    return exit_code(run)
