"""Recipes whose pipelines misbehave on purpose; here, where another process can import them."""

import os
import re

import spacy
from spacy.language import Language

from nlp_events.batch import Recipe
from nlp_events.errors import ModelError

HANGS, DIES, BREAKS = "DORT", "MEURT", "PANNE"


class FragileRecipe(Recipe):
    """A blank pipeline that hangs, ends its process or raises on texts with these words."""

    def load(self):
        name = "fragile_worker_component"

        @Language.component(name)
        def fragile(doc):
            if HANGS in doc.text:
                re.fullmatch("(a+)+b", "a" * 60)  # never ends, and never gives the interpreter back
            if DIES in doc.text:
                os._exit(7)
            if BREAKS in doc.text:
                raise RuntimeError("the component broke")
            return doc

        pipeline = spacy.blank("fr")
        pipeline.add_pipe("nlp_events_sentences")
        pipeline.add_pipe(name)
        return pipeline


class RefusedRecipe(Recipe):
    """No pipeline at all."""

    def load(self):
        raise ModelError("there is no base pipeline. Install one.")


class DyingRecipe(Recipe):
    """A process that ends while it loads."""

    def load(self):
        os._exit(9)
