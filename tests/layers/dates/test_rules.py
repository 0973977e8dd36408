"""Dates of news sentences: what is found, where, and what it means. Published on Thursday, 3 November 2016."""

from __future__ import annotations

import pytest

from nlp_events.layers.dates.rules import find_dates
from nlp_events.values import DateValue

PUBLISHED = "2016-11-03"


def dates(text: str, published: str | None = PUBLISHED) -> list[DateValue]:
    return find_dates(text, published=published)


def found(text: str, published: str | None = PUBLISHED) -> list[tuple[str, str]]:
    return [(text[date["start"] : date["end"]], date["value"]) for date in dates(text, published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L'offensive a débuté mardi 1er novembre 2016.", [("mardi 1er novembre 2016", "2016-11-01")]),
        ("Le rapport du 1er/11/2016 est accablant.", [("1er/11/2016", "2016-11-01")]),
        ("Mise à jour le 05.03.2015.", [("05.03.2015", "2015-03-05")]),
        ("Les pluies de nov. 2015 ont tué 30 personnes.", [("nov. 2015", "2015-11")]),
        ("À l'aube de l'an 2000, la ville comptait 300 âmes.", [("l'an 2000", "2000")]),
        ("La famine des années 90 a tué des milliers d'enfants.", [("des années 90", "1990/1999")]),
        ("Au XXe siècle, le fleuve a débordé douze fois.", [("XXe siècle", "1900/1999")]),
        ("Le 12 FEVRIER 2014, le pont a cédé.", [("12 FEVRIER 2014", "2014-02-12")]),
        ("Né le deux mai mille neuf cent douze.", [("deux mai mille neuf cent douze", "1912-05-02")]),
        ("Les 28 et 29 février 2015 n'ont pas eu lieu.", []),
        ("Le 31 juin 2016 n'existe pas.", []),
    ],
)
def test_absolute(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le raid du 17 octobre a fait 12 morts.", [("17 octobre", "2016-10-17")]),
        ("Le scrutin du 8 janvier est reporté.", [("8 janvier", "2017-01-08")]),
        ("En novembre, 60 civils ont péri.", [("novembre", "2016-11")]),
        ("Les pluies de mars ont tué 12 personnes.", [("mars", "2016-03")]),
        ("Les élections auront lieu en mars.", [("mars", "2017-03")]),
        ("Il a été arrêté en septembre dernier.", [("septembre dernier", "2016-09")]),
        ("Ils ont fui le 6 décembre dernier.", [("6 décembre dernier", "2015-12-06")]),
        ("Le camp ouvrira le 6 avril prochain.", [("6 avril prochain", "2017-04-06")]),
        ("Le train de mercredi 26 a déraillé.", [("mercredi 26", "2016-10-26")]),
        ("Les attentats de janvier et novembre 2015.", [("janvier", "2015-01"), ("novembre 2015", "2015-11")]),
        ("Les 6 et 13 avril prochains, ils voteront.", [("6", "2017-04-06"), ("13 avril prochains", "2017-04-13")]),
        ("Les combats des 16 et 17 octobre.", [("des 16 et 17 octobre", "2016-10-16/2016-10-17")]),
        ("Il sera jugé le 14 courant.", [("14 courant", "2016-11-14")]),
        ("Le 3 juin de l'an dernier, un pont cédait.", [("3 juin de l'an dernier", "2015-06-03")]),
        ("En mai de l'année précédente, un pont cédait.", [("mai de l'année précédente", "2015-05")]),
        (
            "Il a plu en mai, la semaine dernière aussi.",
            [("mai", "2016-05"), ("la semaine dernière", "2016-10-24/2016-10-30")],
        ),
        ("Février avait été calme.", [("Février", "2016-02")]),
        ("Le juge Février a démissionné, Mars aussi.", []),
    ],
)
def test_partial(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "value", "modifier"),
    [
        ("Début 2016, la trêve tenait.", "2016", "start"),
        ("À la mi-octobre, la trêve tenait.", "2016-10", "mid"),
        ("Fin octobre, la trêve tenait.", "2016-10", "end"),
        ("Courant septembre, la trêve tenait.", "2016-09", "approx"),
        ("Vers le 20 octobre, la trêve tenait.", "2016-10-20", "approx"),
        ("Avant 2010, la trêve tenait.", "../2009-12-31", "before"),
        ("Après février 2014, la trêve a cédé.", "2014-03-01/..", "after"),
    ],
)
def test_modifiers(text: str, value: str, modifier: str) -> None:
    (date,) = dates(text)
    assert (date["value"], date["modifier"]) == (value, modifier)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Un obus est tombé hier.", "2016-11-02"),
        ("Un obus est tombé avant-hier.", "2016-11-01"),
        ("Un obus est tombé aujourd’hui.", "2016-11-03"),
        ("Un obus est tombé lundi.", "2016-10-31"),
        ("Un obus est tombé ce jeudi.", "2016-11-03"),
        ("Un obus est tombé mardi dernier.", "2016-11-01"),
        ("Un obus est tombé jeudi dernier.", "2016-10-27"),
        ("Le procès s'ouvrira lundi à Paris.", "2016-11-07"),
        ("Le pont doit rouvrir mardi.", "2016-11-08"),
        ("L'attaque de dimanche sera commémorée.", "2016-10-30"),
        ("Deux défenseurs sont incertains pour le match samedi.", "2016-11-05"),
        ("La trêve entrera en vigueur lundi prochain.", "2016-11-07"),
        ("Il y a trois jours, un obus est tombé.", "2016-10-31"),
        ("Il y a deux semaines, un obus est tombé.", "2016-10-20"),
        ("Il y a près de trois mois, un obus est tombé.", "2016-08"),
        ("Il y a dix ans, un obus tombait.", "2006"),
        ("Il y a une quinzaine de jours, un obus est tombé.", "2016-10-19"),
        ("Il y a un an et demi, un obus est tombé.", "2015-05"),
        ("Un mois après le 11 septembre, un obus est tombé.", "2016-10-11"),
        ("Trois mois plus tôt, un obus était tombé.", "2016-08"),
        ("Le scrutin aura lieu dans deux mois.", "2017-01"),
        ("La semaine dernière, 12 morts.", "2016-10-24/2016-10-30"),
        ("L'an dernier, 12 morts.", "2015"),
        ("L'année prochaine sera rude.", "2017"),
        ("Ces dernières 48 heures, 12 morts.", "2016-11-01/2016-11-03"),
        ("Au cours des trois derniers mois, 12 morts.", "2016-08-03/2016-11-03"),
        ("Le mardi de la semaine dernière, 12 morts.", "2016-10-25"),
        ("Le premier vendredi du mois, 12 morts.", "2016-11-04"),
        ("Ce week-end, 12 noyés ont été repêchés.", "2016-10-29/2016-10-30"),
        ("Deux jours avant Noël, 12 morts.", "2016-12-23"),
    ],
)
def test_relative(text: str, value: str) -> None:
    assert [date["value"] for date in dates(text)] == [value]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le pont a cédé le 10 octobre. La veille, il pleuvait.", ["2016-10-10", "2016-10-09"]),
        ("Le pont a cédé le 10 octobre. Le lendemain, un corps a été trouvé.", ["2016-10-10", "2016-10-11"]),
        ("Le pont a cédé le 10 octobre. Ce jour-là, il pleuvait.", ["2016-10-10", "2016-10-10"]),
        ("Le pont a cédé le 10 octobre. Trois jours plus tard, il rouvrait.", ["2016-10-10", "2016-10-13"]),
        ("Le pont a cédé en 2012. L'année suivante, il rouvrait.", ["2012", "2013"]),
        ("Le pont a cédé lundi. Dans la soirée, trois corps ont été trouvés.", ["2016-10-31", "2016-10-31"]),
        ("La veille, il pleuvait.", ["2016-11-02"]),
        ("Le pont a cédé le 10 octobre. Le mercredi suivant, il rouvrait.", ["2016-10-10", "2016-10-12"]),
        ("Le pont a cédé en 2008. Quatre ans plus tard, il rouvrait.", ["2008", "2012"]),
        ("Le pont a cédé lundi. En soirée, un corps a été trouvé.", ["2016-10-31", "2016-10-31"]),
        (
            "Le pont a cédé lundi. Les habitants ont passé la soirée et la nuit dehors. Dans la matinée, il neigeait.",
            ["2016-10-31", "2016-10-31", "2016-10-31", "2016-11-01"],
        ),
        (
            "Le pont a cédé lundi. Dans la nuit, il neigeait. À l'aube, il pleuvait. Dans l'après-midi, il gelait.",
            ["2016-10-31", "2016-10-31", "2016-11-01", "2016-11-01"],
        ),
        ("Dans la nuit, il neigeait. Dans la matinée, il pleuvait.", ["2016-11-03", "2016-11-03"]),
        ("Le pont a cédé lundi. Dans la nuit, il neigeait. Dans la soirée, il gelait.", ["2016-10-31"] * 3),
        ("Quatre ans après, la plaie reste vive.", []),
        ("Des raids ont eu lieu lundi et mercredi.", ["2016-10-31", "2016-11-02"]),
    ],
)
def test_narrative(text: str, expected: list[str]) -> None:
    assert [date["value"] for date in dates(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dans la nuit de lundi à mardi, 12 morts.", "2016-10-31/2016-11-01"),
        ("Dans la nuit du lundi à mardi, 12 morts.", "2016-10-31/2016-11-01"),
        ("Dans la nuit de dimanche 30 à lundi 31 octobre, 12 morts.", "2016-10-30/2016-10-31"),
        ("Dans la nuit du 31 octobre au 1er novembre, 12 morts.", "2016-10-31/2016-11-01"),
        ("Dans la nuit de samedi, 12 morts.", "2016-10-29"),
        ("Jeudi soir, 12 morts.", "2016-11-03"),
        ("Lundi à l'aube, 12 morts.", "2016-10-31"),
        ("Mardi en fin d'après-midi, 12 morts.", "2016-11-01"),
        ("Mardi au petit matin, 12 morts.", "2016-11-01"),
        ("À l'aube, 12 morts.", "2016-11-03"),
        ("Dans la matinée du 15 octobre, 12 morts.", "2016-10-15"),
        ("Ce matin, 12 morts.", "2016-11-03"),
        ("La nuit dernière, 12 morts.", "2016-11-02"),
    ],
)
def test_parts_of_the_day(text: str, expected: str) -> None:
    assert [date["value"] for date in dates(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "value", "first", "last"),
    [
        ("Entre lundi et mercredi, 12 morts.", "2016-10-31/2016-11-02", "2016-10-31", "2016-11-02"),
        ("Du 3 au 5 mai, 12 morts.", "2016-05-03/2016-05-05", "2016-05-03", "2016-05-05"),
        ("Du 28 septembre au 5 octobre, 12 morts.", "2016-09-28/2016-10-05", "2016-09-28", "2016-10-05"),
        ("Du 28 décembre 2015 au 3 janvier, 12 morts.", "2015-12-28/2016-01-03", "2015-12-28", "2016-01-03"),
        ("De janvier à mars 2016, 12 morts.", "2016-01/2016-03", "2016-01-01", "2016-03-31"),
        ("De novembre à février 2015, 12 morts.", "2014-11/2015-02", "2014-11-01", "2015-02-28"),
        ("Sur la période 2014-2015, 12 morts.", "2014/2015", "2014-01-01", "2015-12-31"),
        ("Depuis le 17 octobre, 12 morts.", "2016-10-17/..", "2016-10-17", None),
        ("Depuis lundi, 12 morts.", "2016-10-31/..", "2016-10-31", None),
        ("Depuis décembre, 12 morts.", "2015-12/..", "2015-12-01", None),
        ("Depuis le début de l'année, 12 morts.", "2016-01-01/..", "2016-01-01", None),
        ("Depuis trois ans, 12 morts.", "2013/..", "2013-01-01", None),
        ("La trêve court jusqu'au 15 novembre.", "../2016-11-15", None, "2016-11-15"),
        ("La route est coupée jusqu'à lundi.", "../2016-11-07", None, "2016-11-07"),
        ("La trêve a duré jusqu'à lundi.", "../2016-10-31", None, "2016-10-31"),
        ("Au cours des six premiers mois de 2016, 12 morts.", "2016-01/2016-06", "2016-01-01", "2016-06-30"),
        ("Les dix derniers jours d'octobre, 12 morts.", "2016-10-22/2016-10-31", "2016-10-22", "2016-10-31"),
        ("À partir du 8 novembre, la trêve est levée.", "2016-11-08/..", "2016-11-08", None),
    ],
)
def test_intervals(text: str, value: str, first: str | None, last: str | None) -> None:
    (date,) = dates(text)
    assert (date["value"], date["first"], date["last"]) == (value, first, last)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("L'été 2015 a été meurtrier.", "2015-06/2015-08"),
        ("Les combats de l'été dernier", "2016-06/2016-08"),
        ("Au premier trimestre 2016, 12 morts.", "2016-01/2016-03"),
        ("Au second semestre 2015, 12 morts.", "2015-07/2015-12"),
        ("Le lundi de Pâques 2015, 12 morts.", "2015-04-06"),
        ("À la Pentecôte 2016, 12 morts.", "2016-05-15"),
        ("À la Toussaint, 12 morts.", "2016-11-01"),
        ("Pendant le ramadan 2016, 12 morts.", "2016-06-06/2016-07-05"),
        ("À la veille de Noël 2015, 12 morts.", "2015-12-24"),
        ("Les attentats du 13-Novembre ont fait 130 morts.", "2015-11-13"),
    ],
)
def test_seasons_and_holidays(text: str, value: str) -> None:
    assert [date["value"] for date in dates(text)] == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Le 1er novembre, 12 morts.", "XXXX-11-01"),
        ("En novembre, 12 morts.", "XXXX-11"),
        ("Entre le 7 et le 15 mars, 12 morts.", "XXXX-03-07/XXXX-03-15"),
        ("Depuis le 17 octobre, 12 morts.", "XXXX-10-17/.."),
        ("Jusqu'au 5 mai, 12 morts.", "../XXXX-05-05"),
        ("Dans la nuit du 4 au 5 juin, 12 morts.", "XXXX-06-04/XXXX-06-05"),
        ("Lundi, 12 morts.", "XXXX-XX-XX"),
        ("L'an dernier, 12 morts.", "XXXX"),
        ("Le 3 mai 2017, 12 morts.", "2017-05-03"),
    ],
)
def test_without_an_anchor_values_stay_partial(text: str, value: str) -> None:
    (date,) = dates(text, None)
    assert date["value"] == value
    assert ("X" in value) == (date["first"] is None and date["last"] is None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("BAGDAD, 3 nov (AFP) – Un obus est tombé.", "XXXX-11-03"),
        ("GAO, 3 nov 2016 (AFP) - Un obus est tombé lundi.", "2016-10-31"),
        ("Paris, 3 novembre 2016 – Un obus est tombé hier.", "2016-11-02"),
        ("Un pont cède\n\n3 novembre 2016 . – Un obus est tombé lundi.", "2016-10-31"),
        ("Un pont cède\n\n3 novembre 2016, 14h30 . – Un obus est tombé lundi.", "2016-10-31"),
    ],
)
def test_datelines(text: str, expected: str) -> None:
    assert dates(text, None)[-1]["value"] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Mais il pleuvait.",
        "Ils ont été tués.",
        "La planète mars est rouge.",
        "Mme Juillet et M. Mai sont arrivés.",
        "Le numéro vert est le 01 42 44 12 12.",
        "Les Bleus ont gagné 3-2.",
        "Une femme de 34 ans et un garçon de 12 ans.",
        "Le pain coûte 2,50 euros, contre 1,20 hier".removesuffix(" hier") + ".",
        "L'attaque a eu lieu à 14 h 30.",
        "Les combats ont duré pendant trois jours.",
        "Il a été condamné à dix ans de prison.",
        "Un convoi de 2000 soldats est parti.",
        "Ils étaient 1950 sur la place.",
        "Il marche un jour sur deux.",
        "Elle prie chaque vendredi.",
        "Le marché de Noël a rouvert.",
        "Le vol 1950 affrété par la mission s'est posé.",
        "Je mer 1,2 dans un 4.",
        "La rue du 4 Septembre est barrée.",
        "Le journaliste Bruno Toussaint a été libéré.",
        "Le bilan passe de 12 à 15.",
        "De jour comme de nuit, les secours travaillent.",
        "Une amende de 2000 euros.",
        "Les 18-25 ans ont fui.",
        "Une pompe de 22/11 mm a été saisie.",
        "Un incendie a ravagé le 12, avenue de la Gare.",
        "L'équipe est tombée dans un jour de malheur.",
        "Le dîner de fin d'année a été annulé.",
    ],
)
def test_no_dates(text: str) -> None:
    assert found(text) == []


def test_the_anchor_and_the_rule_are_told() -> None:
    date, absolute = dates("Hier, et le 3 mai 2015.")
    assert (date["anchor"], date["rule"]) == ("2016-11-03", "moment")
    assert (absolute["anchor"], absolute["rule"]) == (None, "full_date")


@pytest.mark.parametrize("published", ["2016-11-03T08:30:00+01:00", "2016-11-03 08:30"])
def test_a_time_behind_the_day_of_publication_is_ignored(published: str) -> None:
    assert dates("Hier, 12 morts.", published)[0]["value"] == "2016-11-02"


def test_a_publication_that_is_no_day_raises() -> None:
    with pytest.raises(ValueError, match="isoformat"):
        dates("Hier, 12 morts.", "hier")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "Ils ont été enlevés dans la nuit de mardi à mercredi au lycée de Kagara, dans le nord.",
            "2016-11-01/2016-11-02",
        ),
        ("Un car a versé mardi près de Bandiagara.", "2016-11-01"),
        ("Le procès se tiendra mardi près de Gao.", "2016-11-08"),
    ],
)
def test_a_name_is_no_verb_in_the_future(text: str, value: str) -> None:
    assert [one["value"] for one in dates(text)] == [value]


@pytest.mark.parametrize(
    ("published", "value"),
    [
        ("2016-08-24", "2015-06/2015-08"),
        ("2016-09-01", "2016-06/2016-08"),
        ("2016-05-02", "2015-06/2015-08"),
    ],
)
def test_the_last_season_is_one_that_is_over(published: str, value: str) -> None:
    assert [one["value"] for one in dates("Les feux de l'été dernier ont tué.", published)] == [value]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le camp fermera d'ici à lundi.", [("lundi", "2016-11-07")]),
        ("D'ici à juin, les vivres manqueront.", [("juin", "2017-06")]),
        ("Les vivres manqueront d'ici trois semaines.", [("d'ici trois semaines", "2016-11-03/2016-11-24")]),
        ("Il sera libéré avant la fin du mois.", [("avant la fin du mois", "../2016-11-30")]),
        ("Il partira après la fin du mois.", [("après la fin du mois", "2016-12-01/..")]),
        ("Dans les prochaines 24 heures, il neigera.", [("les prochaines 24 heures", "2016-11-04")]),
        ("Au cours des prochaines 36 heures, il neigera.", [("des prochaines 36 heures", "2016-11-04/2016-11-05")]),
        ("Le reste du mois sera sec.", [("Le reste du mois", "2016-11-03/2016-11-30")]),
        ("Le reste du mois prochain sera sec.", [("Le reste du mois prochain", "2016-12")]),
        ("Depuis le début de l'été, la route est coupée.", [("Depuis le début de l'été", "2016-06/..")]),
        ("Depuis l'hiver, la route est coupée.", [("Depuis l'hiver", "2015-12/..")]),
        ("La faim menace d'ici à l'hiver.", [("l'hiver", "2016-12/2017-02")]),
    ],
)
def test_dates_to_come_and_what_is_left(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La veille de la Toussaint, un car avait versé.", [("La veille de la Toussaint", "2016-10-31")]),
        ("À la Pentecôte, un car avait versé.", [("la Pentecôte", "2016-05-15")]),
        ("À Pâques, la foule avait été mitraillée.", [("Pâques", "2016-03-27")]),
        ("À Pâques, la route sera rouverte.", [("Pâques", "2017-04-16")]),
        ("La trêve de Pâques sera fragile.", [("Pâques", "2017-04-16")]),
        ("Le dernier jour du ramadan, une bombe a explosé.", [("Le dernier jour du ramadan", "2016-07-05")]),
        ("Le deuxième jour de l'Aïd, une bombe a explosé.", [("Le deuxième jour de l'Aïd", "2016-09-12")]),
        ("À la Tabaski 2015, une bombe avait explosé.", [("la Tabaski 2015", "2015-09-23")]),
    ],
)
def test_feasts(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Du XIVe au XVIe siècle", [("Du XIVe au XVIe siècle", "1300/1599")]),
        ("Au XVIe ou au XVIIe siècle", [("Au XVIe ou au XVIIe siècle", "1500/1699")]),
        ("Au vingt et unième siècle", [("vingt et unième siècle", "2000/2099")]),
        ("Du XVIe au XIVe siècle", []),
        ("Les années 1990-2000 ont été dures.", [("Les années 1990-2000", "1990/2009")]),
        ("Dans les années 50 et 60", [("les années 50 et 60", "1950/1969")]),
    ],
)
def test_several_decades_and_centuries(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("Depuis le putsch du 1er février, 900 civils ont été tués.", "2021-09-15", "2021-02-01"),
        ("Le 1er mars, un pont avait cédé.", "2016-11-03", "2016-03-01"),
        ("Les élections auront lieu le 10 avril.", "2021-09-15", "2022-04-10"),
        ("Le scrutin du 10 avril", "2021-09-15", "2021-04-10"),
        ("Un pont a cédé le 8 janvier, a dit le maire.", "2016-11-03", "2017-01-08"),
    ],
)
def test_far_days_follow_the_verb(text: str, published: str, value: str) -> None:
    assert dates(text, published)[0]["value"] == value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le bilan de mars-avril, qui devrait être affiné", [("mars-avril", "2016-03/2016-04")]),
        ("Au cours de la nuit, un mur s'est effondré.", [("la nuit", "2016-11-03")]),
        ("Lundi tard dans la soirée, un mur est tombé.", [("Lundi tard dans la soirée", "2016-10-31")]),
        ("Mardi au lever du jour, un mur est tombé.", [("Mardi au lever du jour", "2016-11-01")]),
        ("Lundi à la tombée de la nuit, un mur est tombé.", [("Lundi à la tombée de la nuit", "2016-10-31")]),
        ("Lundi et mardi derniers, il a neigé.", [("Lundi et mardi derniers", "2016-10-31/2016-11-01")]),
        ("Au printemps dernier, il a neigé.", [("Au printemps dernier", "2016-03/2016-05")]),
        ("Au cours de l'année judiciaire, il a plaidé.", []),
        ("Au IIe siècle av. J.-C., la cité fut prise.", []),
    ],
)
def test_parts_of_days_and_years(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("Le maire, interrogé ce mardi, doit partir.", PUBLISHED, "2016-11-01"),
        ("Il a tenu un discours non prévu mardi soir.", PUBLISHED, "2016-11-01"),
        ("Le suspect vient d'être écroué mardi matin.", PUBLISHED, "2016-11-01"),
        ("Absent du rendez-vous, après sa victoire en juin, il se tait.", PUBLISHED, "2016-06"),
        ("Il a été conduit à l'hôpital mardi 25 octobre.", PUBLISHED, "2016-10-25"),
        ("Le mardi 8 novembre, un mur s'est effondré.", "2018-11-12", "2018-11-08"),
        ("Huit blindés seront mobilisés samedi.", PUBLISHED, "2016-11-05"),
        ("Huit blindés ont été mobilisés samedi.", PUBLISHED, "2016-10-29"),
        ("Le mardi 6 décembre, un mur s'effondrera.", "2016-11-03", "2016-12-06"),
    ],
)
def test_a_weekday_in_its_sentence(text: str, published: str, value: str) -> None:
    assert dates(text, published)[0]["value"] == value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peu avant la mi-janvier, un pont avait cédé.", [("avant la mi-janvier", "../2016-01-14")]),
        ("Après la mi-octobre, un pont a cédé.", [("Après la mi-octobre", "2016-10-15/..")]),
        ("Au cours de la nuit dernière, un mur est tombé.", [("la nuit dernière", "2016-11-02")]),
        ("La nuit suivante, un mur est tombé.", [("La nuit suivante", "2016-11-04")]),
        ("Le magasin du Printemps a été fermé.", []),
        ("Les Jeux olympiques d'hiver 2018 sont finis.", [("2018", "2018")]),
        ("Le film est interdit à partir de 16 ans.", []),
        ("La salle ouvre à partir de 19 heures 30.", []),
        (
            "Au dernier trimestre de l'année 2015, il a neigé.",
            [("dernier trimestre de l'année 2015", "2015-10/2015-12")],
        ),
        ("La mer montera d'ici à 2100.", [("2100", "2100")]),
        ("Mai 68 a marqué la France.", [("Mai 68", "1968-05")]),
        ("Depuis mai 40 personnes sont mortes.", [("Depuis mai", "2016-05/..")]),
    ],
)
def test_what_stands_beside_a_date(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_the_morning_after_a_night_of_the_story_is_of_the_next_day() -> None:
    text = "La pluie a emporté un pont dans la nuit du 24 au 25 octobre. Au matin, six corps ont été trouvés."
    assert [value for _, value in found(text)] == ["2016-10-24/2016-10-25", "2016-10-25"]
