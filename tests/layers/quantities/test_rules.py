"""Quantities: sentences with the span and its value inline."""

# ruff: noqa: E501  (a row stays one line)

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp_events.layers.quantities.rules import find_quantities
from nlp_events.values import QuantityValue

Row = tuple[str, str, float | None, float | None, str]

DIGITS: list[Row] = [
    ("Quelque part, 20 000 habitants ont fui.", "20 000", 20000, 20000, "exact"),
    ("On compte 20 000 réfugiés à Bosso.", "20 000", 20000, 20000, "exact"),
    ("On compte 3 450 réfugiés à Bosso.", "3 450", 3450, 3450, "exact"),
    ("Le camp abrite 418.000 personnes.", "418.000", 418000, 418000, "exact"),
    ("La ville compte 12'500 sinistrés.", "12'500", 12500, 12500, "exact"),
    ("Le district a recensé 5000 déplacés.", "5000", 5000, 5000, "exact"),
    ("Le pays compte 1 234 567 électeurs.", "1 234 567", 1234567, 1234567, "exact"),
    ("Les 12,000 déplacés de Bria attendent.", "12,000", 12000, 12000, "exact"),
    ("Il reste 1,2 million de civils.", "1,2 million", 1200000, 1200000, "exact"),
    ("Il reste 2,5 millions de civils.", "2,5 millions", 2500000, 2500000, "exact"),
    ("Il reste 1,2 M de civils.", "1,2 M", 1200000, 1200000, "exact"),
    ("Les 20 mille habitants de Kidal ont faim.", "20 mille", 20000, 20000, "exact"),
    ("Les 3 millions 500 mille habitants votent.", "3 millions 500 mille", 3500000, 3500000, "exact"),
    ("Environ 2000 ont fui.", "Environ 2000", 2000, 2000, "approx"),
    ("Dans le camp, 1950 sont malades.", "1950", 1950, 1950, "exact"),
    ("Ils étaient 2000 à défiler.", "2000", 2000, 2000, "exact"),
    ("La crue laisse 2000 sans-abri.", "2000", 2000, 2000, "exact"),
    ("En 2016 1 300 migrants ont péri.", "1 300", 1300, 1300, "exact"),
    ("Le 3 mai 2018, 2000 villageois ont fui.", "2000", 2000, 2000, "exact"),
    ("Kaboul: 12 morts", "12", 12, 12, "exact"),
    ("- 12 morts à Kaboul", "12", 12, 12, "exact"),
    ("-12 morts à Kaboul", "12", 12, 12, "exact"),
    ("Le camp abrite 1,500 déplacés.", "1,500", 1500, 1500, "exact"),
    ("Ils ne sont plus que 300 dans la ville.", "300", 300, 300, "exact"),
    ("Les deux derniers otages sont libres.", "deux", 2, 2, "exact"),
    ("Quinze (15) terroristes ont été neutralisés.", "Quinze (15)", 15, 15, "exact"),
    ("On déplore quatre (04) blessés.", "quatre (04)", 4, 4, "exact"),
]

WORDS: list[Row] = [
    ("Vingt et un mineurs sont morts.", "Vingt et un", 21, 21, "exact"),
    ("Vingt-et-une fillettes ont été enlevées.", "Vingt-et-une", 21, 21, "exact"),
    ("Soixante et onze corps sont à la morgue.", "Soixante et onze", 71, 71, "exact"),
    ("Soixante-dix-sept marins ont péri.", "Soixante-dix-sept", 77, 77, "exact"),
    ("Quatre-vingts otages sont libres.", "Quatre-vingts", 80, 80, "exact"),
    ("Quatre-vingt-dix-neuf colons sont partis.", "Quatre-vingt-dix-neuf", 99, 99, "exact"),
    ("Cent quatre-vingt-trois passagers sont vivants.", "Cent quatre-vingt-trois", 183, 183, "exact"),
    ("Septante-deux Liégeois sont évacués.", "Septante-deux", 72, 72, "exact"),
    ("Huitante pensionnaires sont évacués.", "Huitante", 80, 80, "exact"),
    ("Nonante et un Vaudois sont évacués.", "Nonante et un", 91, 91, "exact"),
    ("Deux cents soldats ont déserté.", "Deux cents", 200, 200, "exact"),
    ("Deux-cent-un soldats ont déserté.", "Deux-cent-un", 201, 201, "exact"),
    ("Mille deux cents familles sont parties.", "Mille deux cents", 1200, 1200, "exact"),
    ("Quinze cents familles sont parties.", "Quinze cents", 1500, 1500, "exact"),
    ("Trois cent mille Rohingyas ont passé le fleuve.", "Trois cent mille", 300000, 300000, "exact"),
    ("Un million deux cent mille Syriens vivent là.", "Un million deux cent mille", 1200000, 1200000, "exact"),
    ("Deux millions et demi d'habitants ont soif.", "Deux millions et demi", 2500000, 2500000, "exact"),
    ("Un million et demi d'habitants ont soif.", "Un million et demi", 1500000, 1500000, "exact"),
    ("Un demi-million d'habitants ont soif.", "Un demi-million", 500000, 500000, "exact"),
    ("NEUF MORTS À GAO", "NEUF", 9, 9, "exact"),
    ("L'attaque a fait neuf morts.", "neuf", 9, 9, "exact"),
    ("Les blessés des neuf.", "neuf", 9, 9, "exact"),
    ("Les absents sont mal comptés, mais neuf.", "neuf", 9, 9, "exact"),
    ("Les assaillants en ont tué neuf.", "neuf", 9, 9, "exact"),
    ("Cinq milliards et trois quarts sont nés.", "Cinq milliards et trois quarts", 5.75e9, 5.75e9, "exact"),
    ("Trois virgule quatorze", "Trois virgule quatorze", 3.14, 3.14, "exact"),
    ("Le solde est de -27.", "-27", -27, -27, "exact"),
]

RANGES: list[Row] = [
    ("Ils seraient 3 à 5 000 dans la ville.", "3 à 5 000", 3000, 5000, "range"),
    ("De 10 à 12 000 personnes ont fui.", "10 à 12 000", 10000, 12000, "range"),
    ("De 500 à 1 000 personnes ont fui.", "500 à 1 000", 500, 1000, "range"),
    ("De 800 à 1 200 personnes ont fui.", "800 à 1 200", 800, 1200, "range"),
    ("Deux à trois mille personnes ont fui.", "Deux à trois mille", 2000, 3000, "range"),
    ("Cinq à six cents personnes ont fui.", "Cinq à six cents", 500, 600, "range"),
    ("Deux ou trois pêcheurs sont portés disparus.", "Deux ou trois", 2, 3, "range"),
    ("Un ou deux pêcheurs sont portés disparus.", "Un ou deux", 1, 2, "range"),
    ("Entre 300 et 500 rebelles ont été tués.", "Entre 300 et 500", 300, 500, "range"),
    ("Entre deux et trois millions de Vénézuéliens sont partis.", "Entre deux et trois millions", 2e6, 3e6, "range"),
    ("L'attaque a fait 10-15 morts.", "10-15", 10, 15, "range"),
    ("Quinze à vingt villageois ont été emmenés.", "Quinze à vingt", 15, 20, "range"),
    ("Le raid a tué de 12 à 15 combattants.", "12 à 15", 12, 15, "range"),
    ("Trois, voire quatre tireurs sont recherchés.", "Trois, voire quatre", 3, 4, "range"),
    ("Entre 1,5 et 2 millions de Soudanais ont fui.", "Entre 1,5 et 2 millions", 1.5e6, 2e6, "range"),
    ("Au moins 12 et au plus 15 plongeurs étaient là.", "Au moins 12 et au plus 15", 12, 15, "range"),
    ("Une ou deux dizaines de fidèles étaient là.", "Une ou deux dizaines", 10, 20, "range"),
    ("Entre 5 et 10 millions de personnes ont faim.", "Entre 5 et 10 millions", 5e6, 1e7, "range"),
    ("Une centaine à deux cents fidèles étaient là.", "Une centaine à deux cents", 100, 200, "range"),
    ("Trois à quatre dizaines de fidèles étaient là.", "Trois à quatre dizaines", 30, 40, "range"),
    ("12 à 15.000 manifestants défilent.", "12 à 15.000", 12000, 15000, "range"),
    ("20-30 000 manifestants défilent.", "20-30 000", 20000, 30000, "range"),
    ("Entre une centaine et deux cents fidèles étaient là.", "Entre une centaine et deux cents", 100, 200, "range"),
]

COLLECTIVES: list[Row] = [
    ("Une trentaine de villageois ont péri.", "Une trentaine", 30, 30, "approx"),
    ("Une petite centaine de villageois ont péri.", "Une petite centaine", 100, 100, "approx"),
    ("Une bonne vingtaine de villageois ont péri.", "Une bonne vingtaine", 20, 20, "approx"),
    ("Une demi-douzaine de policiers ont péri.", "Une demi-douzaine", 6, 6, "approx"),
    ("Deux douzaines de policiers ont péri.", "Deux douzaines", 24, 24, "approx"),
    ("Un millier de familles campent là.", "Un millier", 1000, 1000, "approx"),
    ("Une dizaine de milliers de familles campent là.", "Une dizaine de milliers", 10000, 10000, "approx"),
    ("La quarantaine de passagers est saine et sauve.", "quarantaine", 40, 40, "approx"),
    ("Trois milliers de familles campent là.", "Trois milliers", 3000, 3000, "approx"),
    ("Des dizaines de morts à Gao", "Des dizaines", 20, None, "vague"),
    (
        "Plusieurs centaines de milliers de réfugiés attendent.",
        "Plusieurs centaines de milliers",
        200000,
        None,
        "vague",
    ),
    ("Quelques dizaines de fidèles sont restés.", "Quelques dizaines", 20, None, "vague"),
    ("Quelques milliers de fidèles sont restés.", "Quelques milliers", 2000, None, "vague"),
    ("Des millions d'enfants ont faim.", "Des millions", 2000000, None, "vague"),
    ("Les milliers de sinistrés attendent.", "milliers", 2000, None, "vague"),
    ("De nombreuses dizaines de corps flottent.", "De nombreuses dizaines", 20, None, "vague"),
    ("Plusieurs pêcheurs ont disparu.", "Plusieurs", 2, None, "vague"),
]

MODIFIERS: list[Row] = [
    ("Environ 40 mineurs sont bloqués.", "Environ 40", 40, 40, "approx"),
    ("Les quelque 600 mineurs sont bloqués.", "quelque 600", 600, 600, "approx"),
    ("Près d'un million et demi d'enfants ont faim.", "Près d'un million et demi", 1.5e6, 1.5e6, "approx"),
    ("Près d'une centaine d'enfants ont faim.", "Près d'une centaine", 100, 100, "approx"),
    ("On estime à 300 les combattants tués.", "On estime à 300", 300, 300, "approx"),
    ("Une cinquantaine environ sont blessés.", "Une cinquantaine environ", 50, 50, "approx"),
    ("Le bilan est de 40 environ.", "40 environ", 40, 40, "approx"),
    ("Quelque 30 000 à 40 000 personnes ont fui.", "Quelque 30 000 à 40 000", 30000, 40000, "range"),
    ("Au moins 12 mineurs sont morts.", "Au moins 12", 12, None, "at_least"),
    ("12 au moins sont morts.", "12 au moins", 12, None, "at_least"),
    ("Il y a 12 morts au moins, dit le maire.", "12", 12, None, "at_least"),
    ("40 000 personnes au minimum ont fui.", "40 000", 40000, None, "at_least"),
    ("Cinquante blessés au bas mot, dit-il.", "Cinquante", 50, None, "at_least"),
    ("Au moins une vingtaine de mineurs sont morts.", "Au moins une vingtaine", 20, None, "at_least"),
    ("Plus d'une centaine de mineurs sont morts.", "Plus d'une centaine", 100, None, "at_least"),
    ("Pas moins de 80 mineurs sont morts.", "Pas moins de 80", 80, None, "at_least"),
    ("Le bilan dépasse les 200 morts.", "dépasse les 200", 200, None, "at_least"),
    ("Le bilan dépasse la centaine de morts.", "dépasse la centaine", 100, None, "at_least"),
    ("Le nombre de déplacés dépasse le million.", "dépasse le million", 1000000, None, "at_least"),
    ("Le bilan a franchi la barre des 1 000 morts.", "franchi la barre des 1 000", 1000, None, "at_least"),
    ("Au moins un policier est mort.", "Au moins un", 1, None, "at_least"),
    ("Le bilan est de 30 morts ou plus.", "30", 30, None, "at_least"),
    ("Treize, au moins, sont morts.", "Treize, au moins,", 13, None, "at_least"),
    ("+ de 300 migrants secourus", "+ de 300", 300, None, "at_least"),
    ("Le bilan ne dépasse pas 30 morts.", "dépasse pas 30", None, 30, "at_most"),
    ("Moins de 50 habitants sont restés.", "Moins de 50", None, 50, "at_most"),
    ("Moins d'un millier d'habitants sont restés.", "Moins d'un millier", None, 1000, "at_most"),
    ("Les quelques 16 000 clients attendent.", "quelques 16 000", 16000, 16000, "approx"),
    ("Jusqu'à 300 passagers étaient à bord.", "Jusqu'à 300", None, 300, "at_most"),
    ("Tout au plus 60 passagers étaient à bord.", "Tout au plus 60", None, 60, "at_most"),
    ("Les combats ont fait au moins environ 30 morts.", "au moins environ 30", 30, None, "at_least"),
]


@pytest.mark.parametrize("row", [*DIGITS, *WORDS, *RANGES, *COLLECTIVES, *MODIFIERS], ids=lambda row: row[0])
def test_the_quantity_of_a_sentence(row: Row) -> None:
    text, span, low, high, modifier = row
    found = [value for value in find_quantities(text)[0] if value["kind"] != "article" or span.lower() == "un"]
    assert _spans(text, found) == [span]
    assert (found[0]["min"], found[0]["max"], found[0]["modifier"]) == (low, high, modifier)


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2009", " "])
def test_every_space_separates_thousands(space: str) -> None:
    (value,) = find_quantities(f"Quelque 12{space}300 habitants de Mopti ont fui.")[0]
    assert (value["min"], value["modifier"]) == (12300, "approx")


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("Le bilan passe de 12 à 15 morts.", ["12", "15"]),
        ("Le bilan est passé de douze à quinze morts.", ["douze", "quinze"]),
        ("Le bilan, ramené de 15 à 12 morts, reste lourd.", ["15", "12"]),
        ("Le raid a fait 12 morts et 30 blessés.", ["12", "30"]),
        ("Au moins dix morts et 30 blessés.", ["Au moins dix", "30"]),
        ("Plus de 2 400 familles, soit 12 000 personnes.", ["Plus de 2 400", "12 000"]),
        ("Il y a 12 morts et au moins 30 blessés.", ["12", "au moins 30"]),
        ("Au moins 12 morts, peut-être 15.", ["Au moins 12", "peut-être 15"]),
        ("Six à Gao, trois à Kidal, une à Ber.", ["Six", "trois", "une"]),
        ("Cinq des onze mineurs sont sortis.", ["Cinq", "onze"]),
        ("18 tués (11 femmes, 4 hommes et 3 nourrissons).", ["18", "11", "4", "3"]),
        ("Des dizaines, voire des centaines de morts.", ["Des dizaines", "des centaines"]),
    ],
)
def test_several_quantities(text: str, spans: list[str]) -> None:
    assert _spans(text, find_quantities(text)[0]) == spans


def test_a_modifier_holds_for_its_own_number() -> None:
    values = find_quantities("L'attaque a fait au moins dix morts et 30 blessés.")[0]
    assert [value["modifier"] for value in values] == ["at_least", "exact"]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("Aucun blessé n'est à déplorer.", "Aucun"),
        ("L'incendie n'a fait aucune victime.", "aucune"),
        ("Il n'y a pas de victime.", "pas"),
        ("La tornade n'a pas fait de victimes.", "pas fait"),
        ("Pas un seul habitant n'est blessé.", "Pas un seul"),
        ("L'avion s'est posé sans faire de blessé.", "sans faire"),
        ("L'usine a brûlé sans faire d'autre victime.", "sans faire"),
        ("Personne n'a été blessé.", "Personne"),
        ("Bilan : 0 mort", "0"),
        ("Zéro mort sur les routes du Jura.", "Zéro"),
    ],
)
def test_zero(text: str, span: str) -> None:
    (value,) = [value for value in find_quantities(text)[0] if value["kind"] == "zero"]
    assert text[value["start"] : value["end"]] == span
    assert (value["min"], value["max"], value["modifier"]) == (0, 0, "exact")


def test_neither_nor_is_zero_twice() -> None:
    text = "La secousse n'a fait ni mort ni blessé."
    values = find_quantities(text)[0]
    assert [(text[v["start"] : v["end"]], v["kind"]) for v in values] == [("ni", "zero"), ("ni", "zero")]


@pytest.mark.parametrize(
    "text", ["Un soldat est mort.", "une policière a été tuée", "qu'un enfant est mort", "la mort d'un enfant"]
)
def test_a_bare_article(text: str) -> None:
    (value,) = find_quantities(text)[0]
    assert (value["kind"], value["min"], value["max"], value["modifier"]) == ("article", 1, 1, "exact")


@pytest.mark.parametrize(
    "text",
    ["L'un des gardes", "un peu de calme", "il est venu une fois", "un à un", "à la une du journal", "les uns et les autres",
     "quelqu'un vient", "chacun dort", "une partie des troupes", "un certain nombre de voix", "un jour de deuil"],
)  # fmt: skip
def test_no_article(text: str) -> None:
    assert find_quantities(text)[0] == []


@pytest.mark.parametrize(
    ("text", "span", "reason"),
    [
        ("La guerre a commencé en 2011.", "2011", "year"),
        ("Les attentats de 2015 avaient ému le pays.", "2015", "year"),
        ("De 2014 à 2016, la région a souffert.", "2014 à 2016", "year"),
        ("Un maçon de 34 ans a été arrêté.", "34 ans", "age"),
        ("Le tireur, âgé de 34 ans, a fui.", "34 ans", "age"),
        ("Des frères de 16, 20 et 34 ans sont morts.", "16", "age"),
        ("La bombe a sauté à 14 h 30.", "14 h 30", "time"),
        ("La bombe a sauté vers 8h.", "8h", "time"),
        ("La bombe a sauté à 23:15.", "23:15", "time"),
        ("La ville est tombée le 3 mai.", "3 mai", "date"),
        ("GAO, 3 nov (AFP) - Rien à signaler.", "3 nov", "date"),
        ("Les écoles ferment du 2 au 8 mai.", "2", "date"),
        ("Jeudi 19, la route a rouvert.", "19", "date"),
        ("Les combats ont duré trois jours.", "trois jours", "duration"),
        ("Une trêve de 48 heures a été signée.", "48 heures", "duration"),
        ("Les dix dernières années ont été dures.", "dix dernières années", "duration"),
        ("Il a attendu une vingtaine de minutes.", "une vingtaine de minutes", "duration"),
        ("Lyon a battu Nice 2-1.", "2", "score"),
        ("Les Bulls gagnent 107 à 77.", "77", "score"),
        ("La défaite (0-1) fait mal.", "1", "score"),
        ("La rançon atteint 3 millions d'euros.", "3 millions d'euros", "price"),
        ("La caution est de 50 000 dollars.", "50 000 dollars", "price"),
        ("Une amende de 5 000 francs CFA.", "5 000 francs", "price"),
        ("Appelez le 01 45 50 34 60.", "01 45 50 34 60", "phone"),
        ("À 90 km de la côte.", "90 km", "distance"),
        ("Une vague de dix mètres.", "dix mètres", "distance"),
        ("À des dizaines de kilomètres de là.", "des dizaines de kilomètres", "distance"),
        ("Quinze tonnes de riz sont arrivées.", "Quinze tonnes", "measure"),
        ("Il fait 40 degrés.", "40 degrés", "measure"),
        ("Le feu a brûlé 300 hectares.", "300 hectares", "measure"),
        ("Un séisme de magnitude 6,1.", "6,1", "magnitude"),
        ("L'A7 est coupée.", "7", "code"),
        ("La RN 4 est coupée.", "4", "road"),
        ("L'article 49 de la Constitution.", "49", "number_name"),
        ("La résolution 2254 est oubliée.", "2254", "number_name"),
        ("Les articles 12 et 13 sont oubliés.", "13", "number_name"),
        ("Les vols 12 et 14 ont été annulés.", "14", "flight"),
        ("Le vol MS 804 a disparu.", "804", "code"),
        ("Le vol 447 a disparu.", "447", "flight"),
        ("L'A320 s'est posé.", "320", "code"),
        ("Le Covid-19 recule.", "19", "code"),
        ("Le dossier 12-44-07-3 est clos.", "12-44-07-3", "code"),
        ("1. Éteignez le gaz.", "1.", "list_number"),
        ("Selon 38 % des sondés.", "38 %", "percent"),
        ("Dix pour cent des élus.", "Dix pour cent", "percent"),
        ("Le 12e jour du siège.", "12e", "rank"),
        ("Au 4e étage de la tour.", "4e", "rank"),
        ("Dans le 18e arrondissement.", "18e", "rank"),
        ("Le vingt-cinquième anniversaire.", "vingt-cinquième", "rank"),
        ("Au 12 rue des Lilas.", "12 rue", "address"),
        ("Un numéro ouvert 24/24.", "24/24", "fraction"),
        ("À trois reprises, il a crié.", "trois reprises", "times"),
        ("Un appartement neuf.", "neuf", "adjective"),
        ("Le musée des Deux-Sèvres.", "Deux", "name"),
        ("Le pays de Trois-Rivières.", "Trois", "name"),
        ("Un vieux quatre-quatre.", "quatre", "name"),
        ("Il a gagné la 4 e place.", "4 e", "rank"),
        ("Une moyenne de 4,8 selon l'institut.", "4,8", "decimal"),
    ],
)  # fmt: skip
def test_refusals(text: str, span: str, reason: str) -> None:
    quantities, refusals = find_quantities(text)
    assert (span, reason) in [(text[value["start"] : value["end"]], value["reason"]) for value in refusals]
    start = text.index(span)
    assert not [value for value in quantities if value["start"] < start + len(span) and value["end"] > start]


def _spans(text: str, values: list[QuantityValue]) -> list[str]:
    return [text[value["start"] : value["end"]] for value in values]


ALPHABET = ["un ", "deux ", "vingt-", "quatre-", "cent ", "mille ", "millions ", "et ", "12", "3 000", "5,", "0", ".", "-", " à ", " ou ", "entre ",
            "plus de ", "plus d'", "environ", " ", "ans", " %", "\n", "dizaine ", "d'", "pas ", "ni ", "é", "à", "İ", "sur ", "le ", "’",
            "tiers ", "moitié ", "quarts ", "dixièmes ", "/", "½", "moins ", "négatif "]  # fmt: skip


@given(st.lists(st.sampled_from(ALPHABET), max_size=25).map("".join))
def test_offsets_are_in_order_and_inside(text: str) -> None:
    quantities, refusals = find_quantities(text)
    assert (quantities, refusals) == find_quantities(text)
    for values in (quantities, refusals):
        last = 0
        for value in values:
            assert last <= value["start"] < value["end"] <= len(text)
            last = value["end"]
    for value in quantities:
        assert value["start"] <= value["number_start"] < value["number_end"] <= value["end"]
        assert value["min"] is None or value["max"] is None or value["min"] <= value["max"]


@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    find_quantities(text)


UNITS = [
    "zéro",
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
    "dix-sept",
    "dix-huit",
    "dix-neuf",
]
TENS = {
    2: "vingt",
    3: "trente",
    4: "quarante",
    5: "cinquante",
    6: "soixante",
    7: "soixante",
    8: "quatre-vingt",
    9: "quatre-vingt",
}


def _spelled(number: int, joiner: str) -> str:
    """A number below a million in words, with spaces or, as since 1990, with hyphens."""
    if number >= 1000:
        thousands, rest = divmod(number, 1000)
        head = "mille" if thousands == 1 else _spelled(thousands, joiner) + joiner + "mille"
        return head + (joiner + _spelled(rest, joiner) if rest else "")
    if number >= 100:
        hundreds, rest = divmod(number, 100)
        head = "cent" if hundreds == 1 else UNITS[hundreds] + joiner + "cent" + ("s" if not rest else "")
        return head + (joiner + _spelled(rest, joiner) if rest else "")
    if number < 20:
        return UNITS[number]
    tens, unit = divmod(number, 10)
    unit += 10 * (tens in (7, 9))
    if unit == 0:
        return TENS[tens] + ("s" if tens == 8 else "")
    link = f"{joiner}et{joiner}" if unit in (1, 11) and tens < 8 else "-"
    return TENS[tens] + link + UNITS[unit]


@given(st.integers(2, 999_999), st.sampled_from([" ", "-"]))
def test_words_round_trip(number: int, joiner: str) -> None:
    text = f"{_spelled(number, joiner)} sinistrés"
    values, _ = find_quantities(text)
    assert [(value["min"], value["end"]) for value in values] == [(number, len(text) - len(" sinistrés"))]


@given(st.integers(1, 999_999_999))
def test_digits_round_trip(number: int) -> None:
    text = f"{number:,}".replace(",", " ")
    values, _ = find_quantities(f"On compte {text} déplacées.")
    assert [value["min"] for value in values] == [number]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("La ligne 4 et 12 blessés, voilà le bilan.", "12"),
        ("Sur la nationale 4, 12 sont morts.", "12"),
        ("Un million et quart de personnes ont fui.", "Un million et quart"),
        ("Nul blessé n'a été signalé.", "Nul"),
        ("Ils étaient 300, voire plus, dans le hangar.", "300, voire plus,"),
    ],
)
def test_what_is_joined_to_a_number(text: str, span: str) -> None:
    assert span in [text[value["start"] : value["end"]] for value in find_quantities(text)[0]]
