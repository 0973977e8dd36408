"""The recogniser of names: spaCy's, with weights fine-tuned on news and a faster way to its decisions."""

from nlp_events.pipes.recogniser.component import Recogniser
from nlp_events.pipes.recogniser.news import WEIGHTS, use_news_recogniser

__all__ = ["WEIGHTS", "Recogniser", "use_news_recogniser"]
