"""Loading the layer of zones."""

from __future__ import annotations

from pathlib import Path

import pytest

from nlp_events.errors import ResourceError
from nlp_events.layers.zones.model import load_zones
from nlp_events.words.store import Words


def test_the_shipped_layer_is_valid() -> None:
    assert load_zones().labels


def test_an_unknown_key_names_the_file(tmp_path: Path) -> None:
    (tmp_path / "zones.yaml").write_text("subtitles: [x]\n", encoding="utf-8")
    with pytest.raises(ResourceError, match=r"zones\.yaml, subtitles"):
        load_zones(Words(tmp_path))
