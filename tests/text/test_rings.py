"""No figure is part of itself, or replaces itself, by any way."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp_events.text.rings import LINKS, closing_links, open_rings


def figures(*links: tuple[str, str | None, str | None]) -> list[Any]:
    return [{"key": key, "part_of": part_of, "supersedes": supersedes} for key, part_of, supersedes in links]


def links_of(of: list[Any]) -> list[tuple[str, str, str]]:
    return [(one["key"], link, one[link]) for one in of for link in LINKS if one[link] is not None]


@pytest.mark.parametrize(
    ("given_links", "left"),
    [
        ((("a", None, "a"),), []),
        ((("a", "b", None), ("b", None, None)), [("a", "part_of", "b")]),
        ((("a", None, "b"), ("b", None, "a")), [("a", "supersedes", "b")]),
        ((("a", "b", None), ("b", None, "a")), [("a", "part_of", "b")]),
        ((("a", "b", None), ("b", "c", None), ("c", None, "a")), [("a", "part_of", "b"), ("b", "part_of", "c")]),
        # Two parts of one whole, one of which replaces an older part: no ring.
        (
            (("a", "w", None), ("b", "w", "a"), ("w", None, None)),
            [("a", "part_of", "w"), ("b", "part_of", "w"), ("b", "supersedes", "a")],
        ),
        # A figure that is not there any more leads nowhere.
        ((("a", "gone", "b"), ("b", None, None)), [("a", "part_of", "gone"), ("a", "supersedes", "b")]),
    ],
)
def test_links_that_close_a_ring_go(given_links: Any, left: list[tuple[str, str, str]]) -> None:
    told = figures(*given_links)
    open_rings(told)
    assert links_of(told) == left


targets = st.one_of(st.none(), st.integers(0, 9).map(str))


@given(st.lists(st.tuples(targets, targets), max_size=10))
def test_no_way_leads_back(pairs: list[tuple[str | None, str | None]]) -> None:
    told = figures(*((str(number), *pair) for number, pair in enumerate(pairs)))
    before = links_of(told)
    open_rings(told)
    by_key = {one["key"]: one for one in told}
    assert closing_links(by_key) == []
    for key in by_key:
        reached: set[str] = set()
        ahead = [key]
        while ahead:
            for link in LINKS:
                target = by_key[ahead[-1]][link] if ahead[-1] in by_key else None
                if target is not None and target not in reached:
                    reached.add(target)
                    ahead.insert(0, target)
            ahead.pop()
        assert key not in reached
    assert set(links_of(told)) <= set(before)


def test_a_long_chain_is_walked_once() -> None:
    told = figures(*((str(number), str(number + 1), None) for number in range(50_000)))
    told[-1]["supersedes"] = "0"
    open_rings(told)
    assert [link for link in links_of(told) if link[1] == "supersedes"] == []
