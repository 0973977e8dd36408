"""What an article is, in one short word: the same article has the same key in every run."""

from __future__ import annotations

import hashlib
import json
from dataclasses import fields

from nlp_events.values import Article, ArticleResult

LENGTH = 24
"""Hexadecimal digits of a key: 96 bits, so that two articles of one corpus never share one."""


def key_of(article: Article | ArticleResult) -> str:
    """The key of an article, made from its id and all its content; of one that could not be read, from the reason."""
    parts = [type(article).__name__, *(getattr(article, field.name) for field in fields(article))]
    content = json.dumps(parts, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(content.encode("ascii")).hexdigest()[:LENGTH]
