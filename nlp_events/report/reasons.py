"""Why a number is in no record, in the words of a reader."""

from __future__ import annotations

REASONS = {
    # What the number is.
    "address": "part of an address",
    "adjective": "an adjective, no number",
    "age": "an age",
    "code": "part of a name, code or link",
    "date": "a date",
    "decimal": "a decimal number counts no people",
    "distance": "a length or distance",
    "duration": "a length of time",
    "flight": "the name of a flight, vehicle or channel",
    "fraction": "a fraction, not a count",
    "list_number": "the number of an item in a list",
    "magnitude": "a magnitude",
    "measure": "a weight, volume or other measure",
    "name": "part of a name",
    "negative": "a number below zero",
    "number_name": "the number of a thing, not of people",
    "percent": "a percentage",
    "phone": "a telephone number",
    "price": "an amount of money",
    "rank": "a rank, not a count",
    "reference": "a reference mark",
    "road": "the name of a road",
    "score": "a score",
    "time": "a time of day",
    "times": "how many times",
    "year": "a year",
    # What the sentence does with it.
    "ancient": "people of a distant past",
    "aboard": "those aboard, not those carried off",
    "anniversary": "a work of art or an exhibition",
    "broken": "a number broken by a blank: it cannot be told which was meant",
    "building": "a part of a building, an army or a trade: no body",
    "club": "the players of a club",
    "computing": "machines, or the users of a network",
    "counterfactual": "what would have been, not what was",
    "drill": "an exercise or a simulation",
    "epidemic": "cases of a disease",
    "festival": "the visitors of a festival",
    "fraud": "victims of fraud",
    "herd": "animals",
    "leak": "a leak of data, money or minds",
    "move": "a move without any force",
    "no_person": "counts no people, though words of harm stand beside it",
    "not_that_many": "denies a number, and is no zero of its own",
    "out_of_view": "gone from a picture, a list or a shelf",
    "politics": "an upheaval in politics, told in words of disaster",
    "prey": "animals",
    "rate": "a rate, as so many a year",
    "rate_told": "a rate, as one every minute",
    "ratio": "a ratio",
    "ring": "is part of itself, or replaces itself, by its links",
    "rollcall": "absent from a meeting or a vote",
    "spread": "from so little to so much that it says nothing",
    "sport": "sport",
    "strike": "a strike, told in words of hostages",
    "target": "a target or a capacity",
    "twice": "the same figure again",
    "unknown-toll": "the text says that the toll is not known",
    # What no rule of the language refused.
    "below_confidence": "less sure than the confidence that was asked for",
    "improbable": "too improbable a figure, by its words and those of its article",
    "no_trigger": "no trigger: nothing says that this happened to people",
    "other_article": "belongs to another article",
}
"""Reason of a refusal → wording."""


def wording(reason: str) -> str:
    """The wording of a reason; one that is not in the table (of resources of your own) is its own wording."""
    return REASONS.get(reason) or reason.replace("_", " ").replace("-", " ")
