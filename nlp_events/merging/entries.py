"""What a store keeps of an article before it is placed."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b
from typing import Any

from nlp_events.merging.copies import figures_of, signature_of
from nlp_events.merging.model import CopyRules
from nlp_events.merging.rarity import id_of, name_id
from nlp_events.merging.stored_form import telling_to_json
from nlp_events.merging.tellings import Telling, TellingArticle


def keys_of_tellings(tellings: Iterable[Telling]) -> list[int]:
    """The words and names that the tellings of an article are compared by, each once."""
    names: set[str] = set()
    words: set[str] = set()
    for telling in tellings:
        names |= telling.names | telling.called
        words.update(telling.words)
    return sorted({*map(name_id, names), *map(id_of, words)})


def entry_of(number: int, article: TellingArticle, rules: CopyRules) -> tuple[Any, ...]:
    """The row of an article, in the order of the columns of ``incoming``.

    Args:
        number: of the article in what was given: no two have the same.
        article: the article.
        rules: how copies are told.
    """
    tellings = [telling_to_json(*one) for one in article.tellings]
    digest = blake2b("\n".join([article.published or "", article.title or "", *tellings]).encode(), digest_size=16)
    return (
        number, digest.hexdigest(), article.doc_id, article.published, article.title, figures_of(article),
        signature_of(article, rules), keys_of_tellings(telling for telling, _ in article.tellings),
        tellings, [telling.telling_id for telling, _ in article.tellings],
    )  # fmt: skip
