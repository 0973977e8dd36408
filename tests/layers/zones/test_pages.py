"""Whole pages: each run of lines with its zone and the rule that put it there."""

# ruff: noqa: E501 - a line of a page is one line

from __future__ import annotations

import pytest

from nlp_events.layers.zones.rules import find_zones


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        (
            "Mali : douze morts à Gao\n"
            "Une bombe a explosé devant le marché.\n"
            "\n"
            "GAO (Mali), 3 mai 2018 (AFP) - Douze personnes sont mortes à Gao mardi, selon l'armée. Les blessés sont soignés.\n"
            "Lire aussi\n"
            "Niger : dix soldats tués près de Diffa\n"
            "Le gouverneur de Gao a appelé au calme et promis des secours aux familles des victimes de Gao, où il se rendra.\n",
            [
                ("title/title_first_line", "Mali : douze morts à Gao"),
                ("title/title_standfirst", "Une bombe a explosé devant le marché."),
                (
                    "body/body_text",
                    "GAO (Mali), 3 mai 2018 (AFP) - Douze personnes sont mortes à Gao mardi, selon l'armée. Les blessés sont soignés.",
                ),
                ("related/label_read", "Lire aussi"),
                ("related/label_link", "Niger : dix soldats tués près de Diffa"),
                (
                    "body/body_text",
                    "Le gouverneur de Gao a appelé au calme et promis des secours aux familles des victimes de Gao, où il se rendra.",
                ),
            ],
        ),
        (
            "MONDE\n"
            "Crue au Tchad : des milliers de déplacés\n"
            "Par Awa Diallo\n"
            "\n"
            "Le Chari est sorti de son lit. Des milliers de familles ont fui. Le niveau monte encore à N'Djamena.\n"
            "À lire aussi : Soudan, la crue menace Khartoum\n"
            "Les autorités du Tchad distribuent des vivres.\n",
            [
                ("title/title_first_line", "MONDE"),
                ("title/title_under_kicker", "Crue au Tchad : des milliers de déplacés"),
                (
                    "body/body_text",
                    "Par Awa Diallo\n\nLe Chari est sorti de son lit. Des milliers de familles ont fui. Le niveau monte encore à N'Djamena.",
                ),
                ("related/label_inline", "À lire aussi : Soudan, la crue menace Khartoum"),
                ("body/body_text", "Les autorités du Tchad distribuent des vivres."),
            ],
        ),
        (
            "Partager sur Facebook\n"
            "Publié le 3 mai 2018 à 12h30\n"
            "Éboulement au Pérou\n"
            "Trois mineurs sont morts dans un éboulement. La mine est fermée.\n"
            "Sur le même sujet\n"
            "- Chili : un mineur sauvé des décombres\n"
            "- Bolivie : la mine de Potosi ferme\n"
            "- Le Pérou pleure ses mineurs\n"
            "Commentaires\n"
            "Quelle tristesse pour ces familles.\n",
            [
                ("related/service_share", "Partager sur Facebook"),
                ("body/body_text", "Publié le 3 mai 2018 à 12h30"),
                ("title/title_first_line", "Éboulement au Pérou"),
                ("body/body_text", "Trois mineurs sont morts dans un éboulement. La mine est fermée."),
                ("related/label_same", "Sur le même sujet"),
                (
                    "related/list_headline",
                    "- Chili : un mineur sauvé des décombres\n- Bolivie : la mine de Potosi ferme\n- Le Pérou pleure ses mineurs",
                ),
                ("related/label_comments", "Commentaires"),
                ("related/readers_comment", "Quelle tristesse pour ces familles."),
            ],
        ),
        (
            "Naufrage au large de Tunis\n"
            "Vingt migrants se sont noyés dimanche au large de Tunis. La marine cherche les autres.\n"
            "Les plongeurs reprendront lundi. Le bateau était parti de Sfax.\n"
            "Kenya : le gouvernement interdit les manifestations\n"
            "Brésil : les pompiers luttent contre le feu\n"
            "Japon : la centrale de Sendai redémarre lundi\n",
            [
                ("title/title_first_line", "Naufrage au large de Tunis"),
                (
                    "body/body_text",
                    "Vingt migrants se sont noyés dimanche au large de Tunis. La marine cherche les autres.\nLes plongeurs reprendront lundi. Le bateau était parti de Sfax.",
                ),
                (
                    "related/trailing_headlines",
                    "Kenya : le gouvernement interdit les manifestations\nBrésil : les pompiers luttent contre le feu\nJapon : la centrale de Sendai redémarre lundi",
                ),
            ],
        ),
        (
            "Le volcan s'est réveillé.\n"
            "Les habitants de Goma ont fui vers Sake dans la nuit, a dit le maire. Ils dorment dehors.\n"
            "Situation à Sake\n"
            "Les écoles accueillent des familles. Les vivres manquent partout dans la ville de Sake.\n"
            "[Lire aussi : Rwanda, la terre tremble] Les secours arrivent.\n",
            [
                ("title/title_first_line", "Le volcan s'est réveillé."),
                (
                    "body/body_text",
                    "Les habitants de Goma ont fui vers Sake dans la nuit, a dit le maire. Ils dorment dehors.\nSituation à Sake\nLes écoles accueillent des familles. Les vivres manquent partout dans la ville de Sake.",
                ),
                ("related/label_within", "[Lire aussi : Rwanda, la terre tremble]"),
                ("body/body_text", " Les secours arrivent."),
            ],
        ),
        (
            "Une seule ligne sans rien d'autre.",
            [
                ("body/body_text", "Une seule ligne sans rien d'autre."),
            ],
        ),
        (
            "Des tirs ont été entendus à Bangui mardi. Le marché est vide (Lire aussi : Tchad, une mine tue trois bergers) et les rues aussi.",
            [
                ("body/body_text", "Des tirs ont été entendus à Bangui mardi. Le marché est vide "),
                ("related/label_within", "(Lire aussi : Tchad, une mine tue trois bergers)"),
                ("body/body_text", " et les rues aussi."),
            ],
        ),
    ],
)
def test_a_page(text: str, runs: list[tuple[str, str]]) -> None:
    found = [(f"{value['zone']}/{value['rule']}", text[start:end]) for start, end, value in find_zones(text)]
    assert found == runs
