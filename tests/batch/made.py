"""Short news articles from templates: as many as wanted, the same ones each time."""

import random

from nlp_events.values import Article

PLACES = (
    "Gao",
    "Ménaka",
    "Diffa",
    "Maroua",
    "Bangui",
    "Bunia",
    "Kobané",
    "Mossoul",
    "Taez",
    "Kaboul",
    "Tripoli",
    "Goma",
)
ACTS = (
    "Une explosion a fait {n} morts et {m} blessés {day} à {place}, selon la police.",
    "Au moins {n} soldats ont été tués {day} près de {place}, a annoncé l'armée.",
    "Plus de {k} habitants ont fui {place} depuis {day}, a indiqué le HCR.",
    "Les inondations ont détruit des maisons à {place} : {n} personnes sont portées disparues, selon les secours.",
    "{n} civils ont été enlevés {day} sur la route de {place}, ont rapporté des témoins.",
)
DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
REST = (
    "Le gouverneur s'est rendu sur place dans la soirée.",
    "Les recherches se poursuivaient dans la nuit.",
    "Le marché est resté fermé toute la journée.",
    "Aucune revendication n'avait été publiée.",
)


def made_article(number):
    """The article of a number: a headline, a dateline and two or three sentences, some 60 words."""
    draw = random.Random(number)  # noqa: S311 - not for secrets
    slots = {
        "n": draw.randint(2, 60), "m": draw.randint(2, 90), "k": f"{draw.randint(2, 90)} 000",
        "day": draw.choice(DAYS), "place": draw.choice(PLACES),
    }  # fmt: skip
    day = f"{draw.randint(1, 28)} mars 2021"
    told = [act.format(**slots) for act in draw.sample(ACTS, 2)]
    body = " ".join([*told, *draw.sample(REST, draw.randint(1, 3))])
    text = f"{slots['place']} : dépêche numéro {number}\n\n{slots['place'].upper()}, {day} - {body}\n"
    return Article(doc_id=f"{number:06}.txt", text=text, published="2021-03-31")


def made_articles(count):
    """The first articles."""
    return (made_article(number) for number in range(count))
