"""From results to JSON Lines and tables."""

from nlp_events.writers.rows import from_dict, to_dict, to_line
from nlp_events.writers.tables import COLUMNS, to_frame

__all__ = ["COLUMNS", "from_dict", "to_dict", "to_frame", "to_line"]
