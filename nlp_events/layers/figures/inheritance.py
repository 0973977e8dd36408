"""What a count without a trigger of its own takes from its neighbours, and whose part a count is.

Each rule looks at one wording; ``RULES`` is the order in which they are tried.
"""

from __future__ import annotations

from nlp_events.layers.figures.apposition import apposed, behind_colon, included, sums
from nlp_events.layers.figures.companions import with_somebody
from nlp_events.layers.figures.items import COUNTS
from nlp_events.layers.figures.lists import (
    coordinated,
    heading_list,
    labelled,
    list_item,
    place_first,
    placed_share,
    respectively,
)
from nlp_events.layers.figures.multitudes import by_tens
from nlp_events.layers.figures.naming import among_told, anaphora, described, identified, named_among
from nlp_events.layers.figures.pairs import paired
from nlp_events.layers.figures.parts import (
    absolute,
    bracketed,
    graded,
    marked_part,
    own_whole,
)
from nlp_events.layers.figures.pronouns import object_pronoun, pro_verb, pronoun, this_number, told_next
from nlp_events.layers.figures.readings import Context
from nlp_events.layers.figures.tolls import (
    competing,
    corrected_number,
    counted_subject,
    gapped,
    older_number,
    rejected_number,
    toll_number,
    towards,
    updates,
)


def complete(context: Context) -> None:
    """Give every count of a sentence its trigger and its whole, as far as the sentence tells."""
    included(context)
    for at, item in enumerate(context.items):
        if item.kind not in COUNTS:
            continue
        if at in context.readings:
            if (placed := placed_share(context, at)) is not None:
                context.readings[at] = placed
            own_whole(context, at)
        else:
            _inherit(context, at)
    told_next(context)
    updates(context)
    apposed(context)
    sums(context)


def _inherit(context: Context, at: int) -> None:
    for rule in RULES:
        reading = rule(context, at)
        if reading is not None:
            context.readings[at] = reading
            return


RULES = (
    paired,
    with_somebody,
    bracketed,
    absolute,
    marked_part,
    graded,
    rejected_number,
    older_number,
    pro_verb,
    among_told,
    corrected_number,
    respectively,
    toll_number,
    counted_subject,
    by_tens,
    competing,
    gapped,
    coordinated,
    behind_colon,
    anaphora,
    described,
    named_among,
    identified,
    towards,
    list_item,
    place_first,
    labelled,
    heading_list,
    this_number,
    pronoun,
    object_pronoun,
)
"""Ways to inherit, tried in this order."""
