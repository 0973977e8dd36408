"""Every number of a sentence, whole: its words, the number in them, its bounds, and its rule; or why it is refused."""

# ruff: noqa: E501 - one value of the table is one line

from __future__ import annotations

import pytest

from nlp_events.layers.quantities.rules import find_quantities


def shown(text: str) -> list[str]:
    """«Plus de 20 000 | 20 000 | 20000.. | at_least | number | …», «12e | no: rank | …», in the order of the text."""

    def bound(value: float | None) -> str:
        return "" if value is None else f"{value:g}" if value % 1 else str(int(value))

    quantities, refusals = find_quantities(text)
    found = [
        (one["start"], " | ".join([
            text[one["start"] : one["end"]], text[one["number_start"] : one["number_end"]],
            f"{bound(one['min'])}..{bound(one['max'])}", one["modifier"], one["kind"], one["rule"],
        ]))
        for one in quantities
    ]  # fmt: skip
    found += [(no["start"], f"{text[no['start'] : no['end']]} | no: {no['reason']} | {no['rule']}") for no in refusals]
    return [line for _, line in sorted(found)]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Trois cent quatre-vingt-dix mille habitants ont fui.", [
            "Trois cent quatre-vingt-dix mille | Trois cent quatre-vingt-dix mille | 390000..390000 | exact | number | quantity_words",
        ]),
        ("Soixante et onze marins et quatre-vingt-un dockers sont là.", [
            "Soixante et onze | Soixante et onze | 71..71 | exact | number | quantity_words",
            "quatre-vingt-un | quatre-vingt-un | 81..81 | exact | number | quantity_words",
        ]),
        ("Une dizaine de milliers de fidèles et des centaines de milliers d'autres.", [
            "Une dizaine de milliers | Une dizaine de milliers | 10000..10000 | approx | number | quantity_collective",
            "des centaines de milliers | des centaines de milliers | 200000.. | vague | vague | quantity_plural",
        ]),
        ("Les quelques 16 000 clients attendent.", [
            "quelques 16 000 | 16 000 | 16000..16000 | approx | number | quantity_digits_approx",
        ]),
        ("Plusieurs dizaines de maisons et plusieurs villages.", [
            "Plusieurs dizaines | Plusieurs dizaines | 20.. | vague | vague | quantity_plural",
            "plusieurs | plusieurs | 2.. | vague | vague | quantity_several",
        ]),
        ("Il manque 1,2 M de doses et 3 k de lits.", [
            "1,2 M | 1,2 M | 1200000..1200000 | exact | number | quantity_digits",
            "3 k | 3 k | 3000..3000 | exact | number | quantity_digits",
        ]),
        ("On a compté 1,500 blessés.", [
            "1,500 | 1,500 | 1500..1500 | exact | number | quantity_digits",
        ]),
        ("La région a perdu 2,5 millions d'arbres.", [
            "2,5 millions | 2,5 millions | 2500000..2500000 | exact | number | quantity_words",
        ]),
        ("Un demi-million de foyers et une demi-douzaine de cars.", [
            "Un demi-million | Un demi-million | 500000..500000 | exact | number | quantity_words",
            "une demi-douzaine | une demi-douzaine | 6..6 | approx | number | quantity_collective",
        ]),
        ("Le million de déplacés attend.", [
            "Le million | Le million | 1000000..1000000 | exact | number | quantity_words",
        ]),
        ("Le taux est de trois virgule quatorze.", [
            "trois virgule quatorze | trois virgule quatorze | 3.14..3.14 | exact | number | quantity_words",
        ]),
        ("Entre 300 et 500 personnes, soit de 60 à 90 ménages.", [
            "Entre 300 et 500 | Entre 300 et 500 | 300..500 | range | range | quantity_range",
            "60 à 90 | 60 à 90 | 60..90 | range | range | quantity_range",
        ]),
        ("De 3 à 5 000 villageois ont fui.", [
            "3 à 5 000 | 3 à 5 000 | 3000..5000 | range | range | quantity_range",
        ]),
        ("Deux ou trois coups de feu.", [
            "Deux ou trois | Deux ou trois | 2..3 | range | range | quantity_range",
        ]),
        ("Au moins environ 30 cases.", [
            "Au moins environ 30 | 30 | 30.. | at_least | number | quantity_digits_at_least",
        ]),
        ("Au moins 12 et au plus 15 cas.", [
            "Au moins 12 et au plus 15 | 12 et au plus 15 | 12..15 | range | range | quantity_bounds",
        ]),
        ("Plus de 20 000 sacs, moins de 40 camions, près de 60 tentes.", [
            "Plus de 20 000 | 20 000 | 20000.. | at_least | number | quantity_digits_at_least",
            "moins de 40 | 40 | ..40 | at_most | number | quantity_digits_at_most",
            "près de 60 | 60 | 60..60 | approx | number | quantity_digits_approx",
        ]),
        ("Jusqu'à 200 lits, à peine 12 médecins, quelque 90 agents.", [
            "Jusqu'à 200 | 200 | ..200 | at_most | number | quantity_digits_at_most",
            "à peine 12 | 12 | ..12 | at_most | number | quantity_digits_at_most",
            "quelque 90 | 90 | 90..90 | approx | number | quantity_digits_approx",
        ]),
        ("Aucun blessé, pas de mort, zéro cas.", [
            "Aucun | Aucun | 0..0 | exact | zero | zero_none",
            "pas | pas | 0..0 | exact | zero | zero_not_a",
            "zéro | zéro | 0..0 | exact | zero | quantity_zero",
        ]),
        ("Quinze (15) soldats sont rentrés.", [
            "Quinze (15) | Quinze (15) | 15..15 | exact | number | quantity_words",
        ]),
        ("Le score est de 2-1 après 90 minutes.", [
            "2 | no: score | score_pair",
            "1 | no: score | score_pair",
            "90 minutes | no: duration | after_duration",
        ]),
        ("Le vol A320 a quitté la porte 12 à 14 h 30.", [
            "320 | no: code | letter_before",
            "12 | no: number_name | before_number",
            "14 h 30 | no: time | shape_clock",
        ]),
        ("Le 12/03/2016, la 12e brigade comptait 40 hommes.", [
            "12/03/2016 | no: date | shape_date",
            "12e | no: rank | shape_ordinal",
            "40 | 40 | 40..40 | exact | number | quantity_digits",
        ]),
        ("Les articles 12 et 13 du code.", [
            "12 | no: number_name | before_number",
            "13 | no: number_name | before_number",
        ]),
        ("Ils ont 16, 20 et 34 ans.", [
            "16 | no: age | after_age",
            "20 | no: age | after_age",
            "34 ans | no: age | after_age",
        ]),
        ("Des milliers de manifestants, des dizaines d'arrestations.", [
            "Des milliers | Des milliers | 2000.. | vague | vague | quantity_plural",
            "des dizaines | des dizaines | 20.. | vague | vague | quantity_plural",
        ]),
        ("Une trentaine de maisons et une bonne centaine de puits.", [
            "Une trentaine | Une trentaine | 30..30 | approx | number | quantity_collective",
            "une bonne centaine | une bonne centaine | 100..100 | approx | number | quantity_collective",
        ]),
        ("Trente-six heures après, 1.200 sinistrés et 12.500 têtes de bétail.", [
            "Trente-six heures | no: duration | after_duration",
            "1.200 | 1.200 | 1200..1200 | exact | number | quantity_digits",
            "12.500 | 12.500 | 12500..12500 | exact | number | quantity_digits",
        ]),
        ("Le budget est de 3 millions d'euros, soit 40 %.", [
            "3 millions d'euros | no: price | after_currency",
            "40 % | no: percent | after_percent",
        ]),
        ("Une cinquantaine d'élèves sur 300.", [
            "Une cinquantaine | Une cinquantaine | 50..50 | approx | number | quantity_collective",
            "300 | 300 | 300..300 | exact | number | quantity_digits",
        ]),
        ("Un enfant, une femme, l'un des chefs.", [
            "Un | Un | 1..1 | exact | article | quantity_article",
            "une | une | 1..1 | exact | article | quantity_article",
        ]),
        ("Les deux tiers des 900 élus.", [
            "deux tiers | deux tiers | 0.666667..0.666667 | exact | fraction | quantity_fraction",
            "900 | 900 | 900..900 | exact | number | quantity_digits",
        ]),
        ("Environ 10-15 personnes.", [
            "Environ 10-15 | 10-15 | 10..15 | range | range | quantity_range_approx",
        ]),
        ("Mille cent vingt-deux dossiers, onze cents plaintes.", [
            "Mille cent vingt-deux | Mille cent vingt-deux | 1122..1122 | exact | number | quantity_words",
            "onze cents | onze cents | 1100..1100 | exact | number | quantity_words",
        ]),
        ("Nonante-cinq blessés et septante puits.", [
            "Nonante-cinq | Nonante-cinq | 95..95 | exact | number | quantity_words",
            "septante | septante | 70..70 | exact | number | quantity_words",
        ]),
        ("Plus d'un millier de soldats.", [
            "Plus d'un millier | un millier | 1000.. | at_least | number | quantity_collective_at_least",
        ]),
        ("Quelques centaines de rebelles.", [
            "Quelques centaines | Quelques centaines | 200.. | vague | vague | quantity_plural",
        ]),
        ("Presque 7 000 ruches ; exactement 14 chèvres ; seulement neuf vaches.", [
            "Presque 7 000 | 7 000 | 7000..7000 | approx | number | quantity_digits_approx",
            "14 | 14 | 14..14 | exact | number | quantity_digits",
            "neuf | neuf | 9..9 | exact | number | quantity_words",
        ]),
        ("Demi-douzaine de cars et demi-million de sacs.", [
            "Demi-douzaine | Demi-douzaine | 6..6 | approx | number | quantity_collective",
            "demi-million | demi-million | 500000..500000 | exact | number | quantity_words",
        ]),
        ("Près de 3millions de pèlerins.", [
            "Près de 3millions | 3millions | 3000000..3000000 | approx | number | quantity_words_approx",
        ]),
        ("Le taux est de 1,500.", [
            "1,500 | 1,500 | 1.5..1.5 | exact | number | quantity_digits",
        ]),
        ("Le total est de 1 950.", [
            "1 950 | 1 950 | 1950..1950 | exact | number | quantity_digits",
        ]),
        ("Le total est de 1950.", [
            "1950 | no: year | year",
        ]),
        ("Une dizaine de milliers de fidèles et trois prêtres.", [
            "Une dizaine de milliers | Une dizaine de milliers | 10000..10000 | approx | number | quantity_collective",
            "trois | trois | 3..3 | exact | number | quantity_words",
        ]),
        ("Le match finit 107 à 77.", [
            "107 | no: score | score_pair",
            "77 | no: score | score_pair",
        ]),
        ("Le bilan passe de 40 à 36 morts.", [
            "40 | 40 | 40..40 | exact | number | quantity_digits",
            "36 | 36 | 36..36 | exact | number | quantity_digits",
        ]),
        ("De 3 à 5 000 000 de doses.", [
            "3 à 5 000 000 | 3 à 5 000 000 | 3000000..5000000 | range | range | quantity_range",
        ]),
        ("De 500 à 1 000 doses et 3 à 5 millions de cartes.", [
            "500 à 1 000 | 500 à 1 000 | 500..1000 | range | range | quantity_range",
            "3 à 5 millions | 3 à 5 millions | 3000000..5000000 | range | range | quantity_range",
        ]),
        ("Le MiG 29 a survolé les 29 cases.", [
            "29 | no: flight | before_flight",
            "29 | 29 | 29..29 | exact | number | quantity_digits",
        ]),
        ("Trente 3 dossiers.", [
            "Trente 3 | Trente 3 | 33..33 | exact | number | quantity_words",
        ]),
        ("Le code A½B et ½ sac.", [
            "½ | ½ | 0.5..0.5 | exact | fraction | quantity_fraction",
        ]),
        ("Le solde est de -1 1/2.", [
            "-1 1/2 | -1 1/2 | -1.5..-1.5 | exact | fraction | quantity_fraction",
        ]),
        ("Le solde est de -27.", [
            "-27 | -27 | -27..-27 | exact | number | quantity_digits",
        ]),
        ("Dans les Deux-Sèvres, un trois-mâts de 40 marins.", [
            "Deux | no: name | compound_name",
            "un | un | 1..1 | exact | article | quantity_article",
            "trois | no: name | compound_name",
            "40 | 40 | 40..40 | exact | number | quantity_digits",
        ]),
        ("Il est tombé 4,8 selon l'institut.", [
            "4,8 | no: decimal | decimal_number",
        ]),
        ("La note est de 12,5 pour 900 élèves.", [
            "12,5 | no: decimal | decimal_number",
            "900 | 900 | 900..900 | exact | number | quantity_digits",
        ]),
        ("…, 1900 sont morts.", [
            "1900 | 1900 | 1900..1900 | exact | number | quantity_digits",
        ]),
        ("En 1900, 1900 soldats.", [
            "1900 | no: year | year",
            "1900 | 1900 | 1900..1900 | exact | number | quantity_digits",
        ]),
        ("Vingt et un, soixante-dix-sept, quatre-vingt-dix-neuf ânes.", [
            "Vingt et un | Vingt et un | 21..21 | exact | number | quantity_words",
            "soixante-dix-sept | soixante-dix-sept | 77..77 | exact | number | quantity_words",
            "quatre-vingt-dix-neuf | quatre-vingt-dix-neuf | 99..99 | exact | number | quantity_words",
        ]),
        ("Deux cents, trois cent un, mille, deux mille un ânes.", [
            "Deux cents | Deux cents | 200..200 | exact | number | quantity_words",
            "trois cent un | trois cent un | 301..301 | exact | number | quantity_words",
            "mille | mille | 1000..1000 | exact | number | quantity_words",
            "deux mille un | deux mille un | 2001..2001 | exact | number | quantity_words",
        ]),
        ("Un milliard deux cent millions de têtes.", [
            "Un milliard deux cent millions | Un milliard deux cent millions | 1200000000..1200000000 | exact | number | quantity_words",
        ]),
        ("Cent mille, dix mille cinq cents têtes.", [
            "Cent mille | Cent mille | 100000..100000 | exact | number | quantity_words",
            "dix mille cinq cents | dix mille cinq cents | 10500..10500 | exact | number | quantity_words",
        ]),
        ("Trois virgule cinq millions de têtes, deux virgule vingt-cinq millions de sacs.", [
            "Trois virgule cinq millions | Trois virgule cinq millions | 3500000..3500000 | exact | number | quantity_words",
            "deux virgule vingt-cinq millions | deux virgule vingt-cinq millions | 2250000..2250000 | exact | number | quantity_words",
        ]),
        ("Un virgule deux milliard de dollars et zéro virgule cinq point.", [
            "Un virgule deux milliard de dollars | no: price | after_currency",
            "zéro virgule cinq point | no: score | after_points",
        ]),
        ("Le 3e étage, le 21ème jour, la 1re fois.", [
            "3e | no: rank | shape_ordinal",
            "21ème | no: rank | shape_ordinal",
            "1re | no: rank | shape_ordinal",
        ]),
        ("Six heures et 45 minutes, 12 h, 9h30.", [
            "Six heures | no: duration | after_duration",
            "45 minutes | no: duration | after_duration",
            "12 h | no: time | shape_clock",
            "9h30 | no: time | shape_clock",
        ]),
        ("Le 06 12 34 56 78.", [
            "06 12 34 56 78 | no: phone | shape_phone",
        ]),
        ("Page 12, article 7, tome 3.", [
            "12 | no: number_name | before_number",
            "7 | no: number_name | before_number",
            "3 | no: number_name | before_number",
        ]),
        ("18 ans, âgé de 40 ans, 7 mois.", [
            "18 ans | no: duration | after_duration",
            "40 ans | no: age | after_age",
            "7 mois | no: duration | after_duration",
        ]),
        ("À 15 km, sur 300 mètres, 12 hectares.", [
            "15 km | no: distance | after_length",
            "300 mètres | no: distance | after_length",
            "12 hectares | no: measure | after_measure",
        ]),
        ("40 euros, 3 000 dollars, 12 millions de francs.", [
            "40 euros | no: price | after_currency",
            "3 000 dollars | no: price | after_currency",
            "12 millions de francs | no: price | after_currency",
        ]),
        ("20 %, 3,5 % et trente pour cent.", [
            "20 % | no: percent | after_percent",
            "3,5 % | no: percent | after_percent",
            "trente pour cent | no: percent | after_percent",
        ]),
        ("Plus ou moins 30 cas, une bonne vingtaine de cas.", [
            "Plus ou moins 30 | 30 | 30..30 | approx | number | quantity_digits_approx",
            "une bonne vingtaine | une bonne vingtaine | 20..20 | approx | number | quantity_collective",
        ]),
        ("Pas moins de 60 cas, au bas mot 80 cas, tout au plus dix cas.", [
            "Pas moins de 60 | 60 | 60.. | at_least | number | quantity_digits_at_least",
            "au bas mot 80 | 80 | 80.. | at_least | number | quantity_digits_at_least",
            "tout au plus dix | dix | ..10 | at_most | number | quantity_words_at_most",
        ]),
        ("Une quinzaine à une vingtaine de cas.", [
            "Une quinzaine à une vingtaine | Une quinzaine à une vingtaine | 15..20 | range | range | quantity_range",
        ]),
        ("De dix à douze cas, entre dix et vingt cas.", [
            "dix à douze | dix à douze | 10..12 | range | range | quantity_range",
            "entre dix et vingt | entre dix et vingt | 10..20 | range | range | quantity_range",
        ]),
        ("Des dizaines, des centaines, des milliers de gens.", [
            "Des dizaines | Des dizaines | 20.. | vague | vague | quantity_plural",
            "des centaines | des centaines | 200.. | vague | vague | quantity_plural",
            "des milliers | des milliers | 2000.. | vague | vague | quantity_plural",
        ]),
        ("Un millier, deux milliers, un million de gens.", [
            "Un millier | Un millier | 1000..1000 | approx | number | quantity_collective",
            "deux milliers | deux milliers | 2000..2000 | approx | number | quantity_collective",
            "un million | un million | 1000000..1000000 | exact | number | quantity_words",
        ]),
        ("Quatre-vingts camions et quatre-vingt-trois cars.", [
            "Quatre-vingts | Quatre-vingts | 80..80 | exact | number | quantity_words",
            "quatre-vingt-trois | quatre-vingt-trois | 83..83 | exact | number | quantity_words",
        ]),
    ],
)  # fmt: skip
def test_numbers(text: str, numbers: list[str]) -> None:
    assert shown(text) == numbers
