import pytest


@pytest.fixture(autouse=True)
def importable(monkeypatch, root):
    """What other processes import the recipes of these tests from."""
    monkeypatch.syspath_prepend(str(root))
