"""What tests of commands take from their neighbours."""

from tests.learning.conftest import results

__all__ = ["results"]
