"""One regular expression for many words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any


def trie_source(words: Iterable[str]) -> str:
    """A regular expression for many words that shares their beginnings, the longest match first."""
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for char in word:
            node = node.setdefault(char, {})
        node[""] = {}
    return branch_source(tree)


def branch_source(node: dict[str, Any]) -> str:
    """The alternatives below one node of the tree."""
    branches = [(" +" if char == " " else re.escape(char)) + branch_source(node[char]) for char in sorted(node) if char]
    if not branches:
        return ""
    source = branches[0] if len(branches) == 1 and "" not in node else f"(?:{'|'.join(branches)})"
    return source + "?" * ("" in node)
