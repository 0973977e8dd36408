"""Runs over any number of articles: processes, a journal of what is done, and where to go on from."""

from nlp_events.batch.configuration import configuration
from nlp_events.batch.journal import Journal
from nlp_events.batch.recipe import Recipe
from nlp_events.batch.rows import Row
from nlp_events.batch.runs import run_to_file, run_to_stream

__all__ = ["Journal", "Recipe", "Row", "configuration", "run_to_file", "run_to_stream"]
