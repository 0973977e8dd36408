"""Every slot of a date: its value, first and last day, grain, modifier, what it was resolved against, and its rule."""

# ruff: noqa: E501 - one value of the table is one line

from __future__ import annotations

import pytest

from nlp_events.layers.dates.rules import find_dates

PUBLISHED = "2016-11-03"
"""A Thursday."""


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Depuis le 12 mars 2015, la route est coupée.", [
            "Depuis le 12 mars 2015 | 2015-03-12/.. | 2015-03-12..None | day | None | None | since",
        ]),
        ("Jusqu'au 4 avril 2016, le marché reste fermé.", [
            "Jusqu'au 4 avril 2016 | ../2016-04-04 | None..2016-04-04 | day | None | None | until",
        ]),
        ("Entre le 3 et le 9 mai 2016, il a plu.", [
            "Entre le 3 et le 9 mai 2016 | 2016-05-03/2016-05-09 | 2016-05-03..2016-05-09 | day | None | None | between",
        ]),
        ("Du 28 février au 2 mars 2016, le pont était fermé.", [
            "Du 28 février au 2 mars 2016 | 2016-02-28/2016-03-02 | 2016-02-28..2016-03-02 | day | None | 2016-03-02 | from_to",
        ]),
        ("Les 16 et 17 avril 2015.", [
            "Les 16 et 17 avril 2015 | 2015-04-16/2015-04-17 | 2015-04-16..2015-04-17 | day | None | None | both",
        ]),
        ("Dans la nuit du 3 au 4 juin 2016.", [
            "Dans la nuit du 3 au 4 juin 2016 | 2016-06-03/2016-06-04 | 2016-06-03..2016-06-04 | day | None | None | night_days",
        ]),
        ("Avant la fin du mois, le camp fermera.", [
            "Avant la fin du mois | ../2016-11-30 | None..2016-11-30 | month | before | None | before_date",
        ]),
        ("Avant la mi-janvier, ils partiront.", [
            "Avant la mi-janvier | ../2017-01-14 | None..2017-01-14 | month | before | 2016-11-03 | before_date",
        ]),
        ("Fin septembre, la crue est venue.", [
            "Fin septembre | 2016-09 | 2016-09-01..2016-09-30 | month | end | 2016-11-03 | end_of",
        ]),
        ("Début 2014, le front a bougé.", [
            "Début 2014 | 2014 | 2014-01-01..2014-12-31 | year | start | None | start_of",
        ]),
        ("Courant août, des tirs ont repris.", [
            "Courant août | 2016-08 | 2016-08-01..2016-08-31 | month | approx | 2016-11-03 | during_month",
        ]),
        ("À la mi-octobre, le lac débordait.", [
            "la mi-octobre | 2016-10 | 2016-10-01..2016-10-31 | month | mid | 2016-11-03 | middle_of",
        ]),
        ("La première quinzaine de juin 2016.", [
            "La première quinzaine de juin 2016 | 2016-06-01/2016-06-15 | 2016-06-01..2016-06-15 | fortnight | None | None | fortnight_of",
        ]),
        ("Le dernier trimestre 2015.", [
            "Le dernier trimestre 2015 | 2015-10/2015-12 | 2015-10-01..2015-12-31 | quarter | None | None | last_part_of_year",
        ]),
        ("Les six premiers mois de 2016.", [
            "Les six premiers mois de 2016 | 2016-01/2016-06 | 2016-01-01..2016-06-30 | month | None | None | first_units_of",
        ]),
        ("Au premier semestre 2013.", [
            "premier semestre 2013 | 2013-01/2013-06 | 2013-01-01..2013-06-30 | half | None | None | part_of_year",
        ]),
        ("L'hiver 2014-2015 a été rude.", [
            "L'hiver 2014-2015 | 2014-12/2015-02 | 2014-12-01..2015-02-28 | season | None | None | season_year",
        ]),
        ("L'été dernier, le feu a couru.", [
            "L'été dernier | 2016-06/2016-08 | 2016-06-01..2016-08-31 | season | None | 2016-11-03 | season_direction",
        ]),
        ("Au printemps 2012.", [
            "Au printemps 2012 | 2012-03/2012-05 | 2012-03-01..2012-05-31 | season | None | None | season_year",
        ]),
        ("Ce week-end, des obus sont tombés.", [
            "Ce week-end | 2016-10-29/2016-10-30 | 2016-10-29..2016-10-30 | weekend | None | 2016-11-03 | period_this",
        ]),
        ("La semaine dernière, il a neigé.", [
            "La semaine dernière | 2016-10-24/2016-10-30 | 2016-10-24..2016-10-30 | week | None | 2016-11-03 | period_direction",
        ]),
        ("La semaine prochaine, ils voteront.", [
            "La semaine prochaine | 2016-11-07/2016-11-13 | 2016-11-07..2016-11-13 | week | None | 2016-11-03 | period_direction",
        ]),
        ("Il y a trois jours, un obus est tombé.", [
            "Il y a trois jours | 2016-10-31 | 2016-10-31..2016-10-31 | day | None | 2016-11-03 | ago",
        ]),
        ("Dans deux semaines, le pont rouvrira.", [
            "Dans deux semaines | 2016-11-17 | 2016-11-17..2016-11-17 | day | None | 2016-11-03 | in_time",
        ]),
        ("Hier, avant-hier et aujourd'hui.", [
            "Hier, avant-hier et aujourd'hui | 2016-11-02/2016-11-03 | 2016-11-02..2016-11-03 | day | None | 2016-11-03 | three_days",
        ]),
        ("La veille au soir, des tirs ont éclaté.", [
            "La veille au soir | 2016-11-02 | 2016-11-02..2016-11-02 | day | None | 2016-11-03 | day_part",
        ]),
        ("Le lendemain, le calme est revenu.", [
            "Le lendemain | 2016-11-04 | 2016-11-04..2016-11-04 | day | None | 2016-11-03 | day_after",
        ]),
        ("Lundi dernier, mardi prochain.", [
            "Lundi dernier | 2016-10-31 | 2016-10-31..2016-10-31 | day | None | 2016-11-03 | weekday",
            "mardi prochain | 2016-11-08 | 2016-11-08..2016-11-08 | day | None | 2016-11-03 | weekday",
        ]),
        ("Mercredi matin, vers 8 h.", [
            "Mercredi matin | 2016-11-02 | 2016-11-02..2016-11-02 | day | None | 2016-11-03 | day_part",
        ]),
        ("Le mois dernier, l'année dernière, l'an prochain.", [
            "Le mois dernier | 2016-10 | 2016-10-01..2016-10-31 | month | None | 2016-11-03 | period_direction",
            "l'année dernière | 2015 | 2015-01-01..2015-12-31 | year | None | 2016-11-03 | period_direction",
            "l'an prochain | 2017 | 2017-01-01..2017-12-31 | year | None | 2016-11-03 | period_direction",
        ]),
        ("Au cours des dix derniers jours.", [
            "des dix derniers jours | 2016-10-24/2016-11-03 | 2016-10-24..2016-11-03 | day | None | 2016-11-03 | window",
        ]),
        ("Ces trois dernières années.", [
            "Ces trois dernières années | 2013-11-03/2016-11-03 | 2013-11-03..2016-11-03 | year | None | 2016-11-03 | window",
        ]),
        ("Les années 1970 et 1980.", [
            "Les années 1970 et 1980 | 1970/1989 | 1970-01-01..1989-12-31 | decade | None | None | decades",
        ]),
        ("Les années 90.", [
            "Les années 90 | 1990/1999 | 1990-01-01..1999-12-31 | decade | None | None | decade",
        ]),
        ("Au XIXe siècle.", [
            "XIXe siècle | 1800/1899 | 1800-01-01..1899-12-31 | century | None | None | century",
        ]),
        ("Aux XVIe et XVIIe siècles.", [
            "Aux XVIe et XVIIe siècles | 1500/1699 | 1500-01-01..1699-12-31 | century | None | None | centuries",
        ]),
        ("En 2014-2016 puis en 2019.", [
            "2014-2016 | 2014/2016 | 2014-01-01..2016-12-31 | year | None | None | years_glued",
            "2019 | 2019 | 2019-01-01..2019-12-31 | year | None | None | year_en",
        ]),
        ("De 2011 à 2013.", [
            "De 2011 à 2013 | 2011/2013 | 2011-01-01..2013-12-31 | year | None | None | from_to",
        ]),
        ("Le 11-Septembre a marqué le monde.", [
            "Le 11-Septembre | 2001-09-11 | 2001-09-11..2001-09-11 | day | None | None | holiday",
        ]),
        ("Le 1er janvier 2016, puis le 31 décembre 2016.", [
            "1er janvier 2016 | 2016-01-01 | 2016-01-01..2016-01-01 | day | None | None | full_date",
            "31 décembre 2016 | 2016-12-31 | 2016-12-31..2016-12-31 | day | None | None | full_date",
        ]),
        ("Le 29 février 2016 existe.", [
            "29 février 2016 | 2016-02-29 | 2016-02-29..2016-02-29 | day | None | None | full_date",
        ]),
        ("En mars-avril 2016.", [
            "mars-avril 2016 | 2016-03/2016-04 | 2016-03-01..2016-04-30 | month | None | 2016-04-01 | to",
        ]),
        ("Depuis lundi, depuis trois semaines.", [
            "Depuis lundi | 2016-10-31/.. | 2016-10-31..None | day | None | 2016-11-03 | since",
            "depuis trois semaines | 2016-10-13/.. | 2016-10-13..None | day | None | 2016-11-03 | since_time",
        ]),
        ("D'ici à vendredi, d'ici au printemps.", [
            "vendredi | 2016-11-04 | 2016-11-04..2016-11-04 | day | None | 2016-11-03 | by_date",
            "printemps | 2017-03/2017-05 | 2017-03-01..2017-05-31 | season | None | 2016-11-03 | by_date",
        ]),
        ("Le 3 mai de l'an dernier.", [
            "3 mai de l'an dernier | 2015-05-03 | 2015-05-03..2015-05-03 | day | None | None | day_of_period",
        ]),
        ("Deux mille dix-sept, le onze mai deux mille quinze.", [
            "onze mai deux mille quinze | 2015-05-11 | 2015-05-11..2015-05-11 | day | None | None | full_date",
        ]),
        ("En janvier dernier et en décembre prochain.", [
            "janvier dernier | 2016-01 | 2016-01-01..2016-01-31 | month | None | 2016-11-03 | both_months",
            "décembre prochain | 2016-12 | 2016-12-01..2016-12-31 | month | None | 2016-11-03 | both_months",
        ]),
        ("Le 12/05/2014 et le 2015-06-07.", [
            "12/05/2014 | 2014-05-12 | 2014-05-12..2014-05-12 | day | None | None | both_days",
            "2015-06-07 | 2015-06-07 | 2015-06-07..2015-06-07 | day | None | None | both_days",
        ]),
        ("Après le 15 août 2016.", [
            "Après le 15 août 2016 | 2016-08-15/.. | 2016-08-15..None | day | after | None | after_date",
        ]),
        ("Au début de la semaine, à la fin de l'année 2015.", [
            "Au début de la semaine | 2016-10-31/2016-11-06 | 2016-10-31..2016-11-06 | week | start | None | start_of",
            "la fin de l'année 2015 | 2015 | 2015-01-01..2015-12-31 | year | end | None | end_of",
        ]),
        ("Dans l'après-midi de samedi.", [
            "Dans l'après-midi de samedi | 2016-10-29 | 2016-10-29..2016-10-29 | day | None | 2016-11-03 | part_of_day",
        ]),
        ("Tout au long de l'année 2013.", [
            "l'année 2013 | 2013 | 2013-01-01..2013-12-31 | year | None | None | year_named",
        ]),
        ("Les pluies de 2014-19 ont tout noyé.", [
            "2014-19 | 2014/2019 | 2014-01-01..2019-12-31 | year | None | None | years_glued",
        ]),
        ("Les 13-15 juillet 2016, il a plu.", [
            "13-15 juillet 2016 | 2016-07-13/2016-07-15 | 2016-07-13..2016-07-15 | day | None | None | days_glued",
        ]),
        ("Du 28 au 3 mars 2016, il a plu.", [
            "Du 28 au 3 mars 2016 | 2016-02-28/2016-03-03 | 2016-02-28..2016-03-03 | day | None | None | from_to",
        ]),
        ("Après la mi-janvier, ils partiront.", [
            "Après la mi-janvier | 2017-01-15/.. | 2017-01-15..None | month | after | 2016-11-03 | after_date",
        ]),
        ("Avant le 12 mars 2017, ils voteront.", [
            "Avant le 12 mars 2017 | ../2017-03-11 | None..2017-03-11 | day | before | None | before_date",
        ]),
        ("Avant 2015, le camp était vide.", [
            "Avant 2015 | ../2014-12-31 | None..2014-12-31 | year | before | None | before_date",
        ]),
        ("Après mars 2016, le camp était vide.", [
            "Après mars 2016 | 2016-04-01/.. | 2016-04-01..None | month | after | None | after_date",
        ]),
        ("Les 3, 9 et 28 mai 2016.", [
            "3 | 2016-05-03 | 2016-05-03..2016-05-03 | day | None | None | both",
            "9 | 2016-05-09 | 2016-05-09..2016-05-09 | day | None | None | both",
            "28 mai 2016 | 2016-05-28 | 2016-05-28..2016-05-28 | day | None | None | both",
        ]),
        ("Les 4, 5 et 6 mai 2016.", [
            "Les 4, 5 et 6 mai 2016 | 2016-05-04/2016-05-06 | 2016-05-04..2016-05-06 | day | None | None | both",
        ]),
        ("Le 12  mars  2015, des tirs.", [
            "12  mars  2015 | 2015-03-12 | 2015-03-12..2015-03-12 | day | None | None | full_date",
        ]),
        ("Lundi 31 octobre, mardi 1er novembre.", [
            "Lundi 31 octobre | 2016-10-31 | 2016-10-31..2016-10-31 | day | None | 2016-11-03 | full_date",
            "mardi 1er novembre | 2016-11-01 | 2016-11-01..2016-11-01 | day | None | 2016-11-03 | full_date",
        ]),
        ("Le premier mai 2016.", [
            "premier mai 2016 | 2016-05-01 | 2016-05-01..2016-05-01 | day | None | None | full_date",
        ]),
        ("Dans la nuit de lundi à mardi.", [
            "Dans la nuit de lundi à mardi | 2016-10-31/2016-11-01 | 2016-10-31..2016-11-01 | day | None | 2016-11-03 | night_days",
        ]),
        ("Dans la nuit de samedi.", [
            "Dans la nuit de samedi | 2016-10-29 | 2016-10-29..2016-10-29 | day | None | 2016-11-03 | part_of_day",
        ]),
        ("Samedi soir, dimanche à l'aube, lundi à midi.", [
            "Samedi soir | 2016-10-29 | 2016-10-29..2016-10-29 | day | None | 2016-11-03 | day_part",
            "dimanche à l'aube | 2016-10-30 | 2016-10-30..2016-10-30 | day | None | 2016-11-03 | day_part",
            "lundi à midi | 2016-10-31 | 2016-10-31..2016-10-31 | day | None | 2016-11-03 | day_part",
        ]),
        ("Il y a un an et demi, la digue a cédé.", [
            "Il y a un an et demi | 2015-05 | 2015-05-01..2015-05-31 | month | None | 2016-11-03 | ago",
        ]),
        ("Il y a deux ans, il y a six mois, il y a une semaine.", [
            "Il y a deux ans | 2014 | 2014-01-01..2014-12-31 | year | None | 2016-11-03 | ago",
            "il y a six mois | 2016-05 | 2016-05-01..2016-05-31 | month | None | 2016-11-03 | ago",
            "il y a une semaine | 2016-10-27 | 2016-10-27..2016-10-27 | day | None | 2016-11-03 | ago",
        ]),
        ("Dans les trois prochains jours, d'ici deux ans.", [
            "les trois prochains jours | 2016-11-04/2016-11-06 | 2016-11-04..2016-11-06 | day | None | 2016-11-03 | window",
            "d'ici deux ans | 2016-11-03/2018-11-03 | 2016-11-03..2018-11-03 | day | None | 2016-11-03 | by_time",
        ]),
        ("Cette semaine, ce mois-ci, cette année, ce lundi.", [
            "Cette semaine | 2016-10-31/2016-11-06 | 2016-10-31..2016-11-06 | week | None | 2016-11-03 | period_this",
            "ce mois-ci | 2016-11 | 2016-11-01..2016-11-30 | month | None | 2016-11-03 | period_this",
            "cette année | 2016 | 2016-01-01..2016-12-31 | year | None | 2016-11-03 | period_this",
            "ce lundi | 2016-10-31 | 2016-10-31..2016-10-31 | day | None | 2016-11-03 | weekday",
        ]),
        ("L'an dernier à la même époque.", [
            "L'an dernier | 2015 | 2015-01-01..2015-12-31 | year | None | 2016-11-03 | period_direction",
        ]),
        ("Au cours de la semaine écoulée.", [
            "la semaine écoulée | 2016-10-24/2016-10-30 | 2016-10-24..2016-10-30 | week | None | 2016-11-03 | period_direction",
        ]),
        ("Au cours du mois de juin 2015.", [
            "mois de juin 2015 | 2015-06 | 2015-06-01..2015-06-30 | month | None | None | month_of_year",
        ]),
        ("Pendant le ramadan 2016.", [
            "le ramadan 2016 | 2016-06-06/2016-07-05 | 2016-06-06..2016-07-05 | day | None | None | holiday",
        ]),
        ("À la fin des années 80, au début du XXe siècle.", [
            "la fin des années 80 | 1980/1989 | 1980-01-01..1989-12-31 | decade | end | None | end_of",
            "au début du XXe siècle | 1900/1999 | 1900-01-01..1999-12-31 | century | start | None | start_of",
        ]),
        ("Fin 2013 et début 2014.", [
            "Fin 2013 | 2013 | 2013-01-01..2013-12-31 | year | end | None | end_of",
            "début 2014 | 2014 | 2014-01-01..2014-12-31 | year | start | None | start_of",
        ]),
        ("Entre janvier et mars 2016.", [
            "Entre janvier et mars 2016 | 2016-01/2016-03 | 2016-01-01..2016-03-31 | month | None | 2016-03-01 | between",
        ]),
        ("Entre 2010 et 2012.", [
            "Entre 2010 et 2012 | 2010/2012 | 2010-01-01..2012-12-31 | year | None | None | between",
        ]),
        ("De lundi à mercredi.", [
            "De lundi à mercredi | 2016-10-31/2016-11-02 | 2016-10-31..2016-11-02 | day | None | 2016-11-03 | from_to",
        ]),
        ("Du 1er au 5 novembre.", [
            "Du 1er au 5 novembre | 2016-11-01/2016-11-05 | 2016-11-01..2016-11-05 | day | None | 2016-11-03 | from_to",
        ]),
        ("Jusqu'en 2020, jusqu'à vendredi.", [
            "Jusqu'en 2020 | ../2020 | None..2020-12-31 | year | None | None | until",
            "jusqu'à vendredi | ../2016-11-04 | None..2016-11-04 | day | None | 2016-11-03 | until",
        ]),
        ("Depuis janvier, depuis 2011, depuis le début de l'année.", [
            "Depuis janvier | 2016-01/.. | 2016-01-01..None | month | None | 2016-11-03 | since",
            "depuis 2011 | 2011/.. | 2011-01-01..None | year | None | None | since",
            "depuis le début de l'année | 2016-01-01/.. | 2016-01-01..None | year | None | None | since",
        ]),
        ("Depuis le 3 octobre dernier.", [
            "Depuis le 3 octobre dernier | 2016-10-03/.. | 2016-10-03..None | day | None | 2016-11-03 | since",
        ]),
        ("Dès lundi, à partir du 10 novembre.", [
            "lundi | 2016-10-31 | 2016-10-31..2016-10-31 | day | None | 2016-11-03 | weekday",
            "à partir du 10 novembre | 2016-11-10/.. | 2016-11-10..None | day | None | 2016-11-03 | from_date",
        ]),
        ("Le 25 décembre 2015 au soir.", [
            "25 décembre 2015 au soir | 2015-12-25 | 2015-12-25..2015-12-25 | day | None | None | day_part",
        ]),
        ("Le 7 janvier 2015, jour de l'attentat.", [
            "7 janvier 2015 | 2015-01-07 | 2015-01-07..2015-01-07 | day | None | None | full_date",
        ]),
        ("Au deuxième trimestre 2014.", [
            "deuxième trimestre 2014 | 2014-04/2014-06 | 2014-04-01..2014-06-30 | quarter | None | None | part_of_year",
        ]),
        ("Le premier semestre de 2016.", [
            "Le premier semestre de 2016 | 2016-01/2016-06 | 2016-01-01..2016-06-30 | half | None | None | part_of_year",
        ]),
        ("La deuxième quinzaine d'août 2015.", [
            "La deuxième quinzaine d'août 2015 | 2015-08-16/2015-08-31 | 2015-08-16..2015-08-31 | fortnight | None | None | fortnight_of",
        ]),
        ("Le week-end des 5 et 6 mars 2016.", [
            "des 5 et 6 mars 2016 | 2016-03-05/2016-03-06 | 2016-03-05..2016-03-06 | day | None | None | both",
        ]),
        ("En plein mois d'août.", [
            "mois d'août | 2016-08 | 2016-08-01..2016-08-31 | month | None | 2016-11-03 | month_of",
        ]),
        ("L'automne 2015, l'hiver dernier, cet été.", [
            "L'automne 2015 | 2015-09/2015-11 | 2015-09-01..2015-11-30 | season | None | None | season_year",
            "l'hiver dernier | 2015-12/2016-02 | 2015-12-01..2016-02-29 | season | None | 2016-11-03 | season_direction",
            "cet été | 2016-06/2016-08 | 2016-06-01..2016-08-31 | season | None | 2016-11-03 | season_this",
        ]),
        ("Le 14 juillet, fête nationale.", [
            "14 juillet | 2016-07-14 | 2016-07-14..2016-07-14 | day | None | 2016-11-03 | full_date",
            "fête nationale | 2016-07-14 | 2016-07-14..2016-07-14 | day | None | 2016-11-03 | holiday",
        ]),
        ("À la Toussaint, à Pâques 2016.", [
            "la Toussaint | 2016-11-01 | 2016-11-01..2016-11-01 | day | None | 2016-11-03 | holiday",
            "Pâques 2016 | 2016-03-27 | 2016-03-27..2016-03-27 | day | None | None | holiday",
        ]),
        ("En l'an 1348.", [
            "l'an 1348 | 1348 | 1348-01-01..1348-12-31 | year | None | None | year_named",
        ]),
        ("Le 2 février, il sera jugé.", [
            "2 février | 2017-02-02 | 2017-02-02..2017-02-02 | day | None | 2016-11-03 | full_date",
        ]),
        ("Le 2 février, il a été jugé.", [
            "2 février | 2016-02-02 | 2016-02-02..2016-02-02 | day | None | 2016-11-03 | full_date",
        ]),
        ("Vendredi, il sera jugé.", [
            "Vendredi | 2016-11-04 | 2016-11-04..2016-11-04 | day | None | 2016-11-03 | weekday",
        ]),
        ("Vendredi, il a été jugé.", [
            "Vendredi | 2016-10-28 | 2016-10-28..2016-10-28 | day | None | 2016-11-03 | weekday",
        ]),
        ("Demain, après-demain.", [
            "Demain | 2016-11-04 | 2016-11-04..2016-11-04 | day | None | 2016-11-03 | moment",
            "après-demain | 2016-11-05 | 2016-11-05..2016-11-05 | day | None | 2016-11-03 | moment",
        ]),
        ("Trois jours plus tôt, deux ans plus tard.", [
            "Trois jours plus tôt | 2016-10-31 | 2016-10-31..2016-10-31 | day | None | 2016-11-03 | story_offset",
            "deux ans plus tard | 2018 | 2018-01-01..2018-12-31 | year | None | 2016-10-31 | story_offset",
        ]),
        ("Le 00/13/2016 et le 32 mai.", []),
        ("Le 3.11.16 et le 3/11.", [
            "3.11.16 | 2016-11-03 | 2016-11-03..2016-11-03 | day | None | None | both_days",
            "3/11 | 2016-11-03 | 2016-11-03..2016-11-03 | day | None | 2016-11-03 | both_days",
        ]),
        ("Le 12\u00a0mars 2015, puis le 3\u00a0avril\u202f2015.", [
            "12\u00a0mars 2015 | 2015-03-12 | 2015-03-12..2015-03-12 | day | None | None | full_date",
            "3\u00a0avril\u202f2015 | 2015-04-03 | 2015-04-03..2015-04-03 | day | None | None | full_date",
        ]),
    ],
)  # fmt: skip
def test_dates(text: str, dates: list[str]) -> None:
    assert [
        " | ".join([
            text[one["start"] : one["end"]], one["value"], f"{one['first']}..{one['last']}", one["grain"],
            str(one["modifier"]), str(one["anchor"]), one["rule"],
        ])
        for one in find_dates(text, published=PUBLISHED)
    ] == dates  # fmt: skip
