"""Title, body and related lines of a copied news page."""

from nlp_events.text.zones.finder import ZoneFinder, find_zones

__all__ = ["ZoneFinder", "find_zones"]
