"""Who says so."""

from __future__ import annotations

import pytest

from nlp_events.layers.discourse.attributions import find_attributions
from nlp_events.layers.sources.rules import attribution_of, source_type
from nlp_events.text.folding import fold


def credited(text: str, figure: str) -> str | None:
    start = text.index(figure)
    folded = fold(text)
    attributions = [one for one in find_attributions(folded, 0, len(text)) if one["kind"] == "attribution"]
    found = attribution_of(folded, attributions, start, start + len(figure))
    return None if found is None else text[slice(*found["parts"]["speaker"])]


@pytest.mark.parametrize(
    ("text", "figure", "source"),
    [
        ("Selon la Croix-Rouge, 12 personnes ont péri.", "12 personnes", "la Croix-Rouge"),
        ("Douze civils sont morts, d'après un bilan provisoire de la police.", "Douze civils", "la police"),
        ("De sources sécuritaires, 15 soldats ont été tués.", "15 soldats", "sources sécuritaires"),
        ("Six mineurs ont péri, a-t-on appris auprès de la direction.", "Six mineurs", "la direction"),
        (
            "Neuf corps ont été repêchés, a indiqué lundi à l'AFP le chef des pompiers.",
            "Neuf corps",
            "le chef des pompiers",
        ),
        ("« Nous avons perdu vingt hommes », a déclaré le général Kone.", "vingt hommes", "le général Kone"),
        ("Le ministère de la Santé a annoncé la mort de douze patients.", "douze patients", "Le ministère de la Santé"),
        ("La Croix-Rouge parle de 600 disparus.", "600 disparus", "La Croix-Rouge"),
        ("Selon la radio, qui cite le gouverneur, 12 civils sont morts.", "12 civils", "le gouverneur"),
        ("Bilan de la gendarmerie : 18 tués.", "18 tués", "la gendarmerie"),
        ("Le maire parle de 60 morts, les autorités régionales de sept.", "sept", "les autorités régionales"),
        ("Le maire parle de 60 morts, les autorités de sept.", "60 morts", "Le maire"),
        ("Son porte-parole, Awa Ba, a fait savoir que neuf corps étaient là.", "neuf corps", "Son porte-parole"),
        ("Son bilan, mardi, a fait savoir que neuf corps étaient là.", "neuf corps", None),
        ("Mardi soir, la mairie a fait mention de neuf morts.", "neuf morts", "la mairie"),
        ("L'armée n'a pas confirmé la mort de six soldats.", "six soldats", "L'armée"),
        ("Quelque 400 familles ont fui (Centre des secours, 9 mai 2019).", "400 familles", "Centre des secours"),
        ("Quarante blessés selon la mairie, douze à en croire l'armée.", "Quarante blessés", "la mairie"),
        ("Quarante blessés selon la mairie, douze à en croire l'armée.", "douze", "l'armée"),
        ("Selon un bilan provisoire, 12 personnes ont péri.", "12 personnes", None),
        (
            "Le naufrage a fait 12 morts, selon le bilan définitif publié mardi par le parquet.",
            "12 morts",
            "le parquet",
        ),
        ("Selon le bilan définitif, 12 personnes ont péri.", "12 personnes", None),
        (
            "KIEV - Un obus a fait 22 morts, a dit depuis Lviv, par visioconférence, le maire.",
            "22 morts",
            "le maire",
        ),
        ("JAKARTA, 22 nov 2022 (AFP) - Le bilan est de 268 morts, a annoncé le préfet.", "268 morts", "le préfet"),
        ("Le gouvernement a porté jeudi à 107 morts le bilan.", "107 morts", "Le gouvernement"),
        ("L'opposition parle, elle, de 300 morts.", "300 morts", "L'opposition"),
        ("Le parquet parle plus prudemment de 300 morts.", "300 morts", "Le parquet"),
        ("La mairie parlait hier soir de 300 morts.", "300 morts", "La mairie"),
        ("L'ambassade, pour sa part, s'en tient à 300 morts.", "300 morts", "L'ambassade"),
        ("Notre poste de secours de Gao déclare douze blessés.", "douze blessés", "Notre poste de secours de Gao"),
        ("Le maire de la ville a confirmé la mort de neuf marins.", "neuf marins", "Le maire de la ville"),
        ("Neuf marins manquent, si l'on en croit leur syndicat.", "Neuf marins", "leur syndicat"),
        ("Neuf marins sont morts, écrit M. Diallo.", "Neuf marins", "M. Diallo"),
        ("Neuf marins sont morts, a dit, dimanche 1er mai, la préfecture.", "Neuf marins", "la préfecture"),
        ("Neuf marins sont morts, a confirmé à Dakar leur employeur.", "Neuf marins", "leur employeur"),
        ("Un dixième décès, signalé par des pêcheurs, est à l'étude.", "Un dixième décès", "des pêcheurs"),
        (
            "Le canton évalue à 300 le nombre des sans-abri, la commune à 500.",
            "500",
            "la commune",
        ),
        (
            "La mairie parle de 17 blessés, alors que les médecins disent en avoir soigné 23.",
            "23",
            "les médecins",
        ),
        ("Des marins joints par téléphone évoquent neuf morts.", "neuf morts", "Des marins"),
        ("Si la digue cède, prévient le maire, 300 familles seront sans toit.", "300 familles", "le maire"),
        ("La police parlait la veille de 42 captifs.", "42 captifs", "La police"),
        (
            "La police, qui loge les familles, fait également état de 29 blessés.",
            "29 blessés",
            "La police",
        ),
        ("La mairie, qui a compté 47 morts, accuse le préfet de mentir.", "47 morts", "La mairie"),
        ("Un comité, qui avait parlé de 28 morts, évoque désormais 40 victimes.", "40 victimes", "Un comité"),
        ("Les rebelles, eux, annoncent 53 morts et n'en admettent que deux.", "deux", "Les rebelles"),
        ("Le bilan communiqué par la gendarmerie est de 14 morts.", "14 morts", "la gendarmerie"),
        ("Un médecin nous parle de 148 blessés.", "148 blessés", "Un médecin"),
        ("Des hommes armés ont tué 11 villageois, ont dit deux élus.", "11 villageois", "deux élus"),
        ("D'après un communiqué lu à l'antenne, ils ont tué 32 femmes.", "32 femmes", None),
        ("Pour la seule journée de lundi, 200 familles ont fui.", "200 familles", None),
        ("L'explosion a fait 12 morts et détruit la mairie.", "12 morts", None),
        ("L'attentat a fait 12 morts, dit-on.", "12 morts", None),
    ],
)
def test_credited(text: str, figure: str, source: str | None) -> None:
    assert credited(text, figure) == source


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Le car s'est couché : dix morts, auxquels s'ajoutent douze blessés.", "douze blessés"),
        ("À ceux-là s'ajoutent 300 sinistrés de Boké.", "300 sinistrés"),
        ("Depuis janvier, le nombre des déplacés s'établit à 9 400.", "9 400"),
        ("Sur la côte, Kindia compte encore 300 sinistrés.", "300 sinistrés"),
        ("Depuis janvier, la province a enregistré 86 arrestations.", "86 arrestations"),
        ("Des pêcheurs ont ramené à terre neuf rescapés.", "neuf rescapés"),
        ("L'armée a lancé une offensive, tuant neuf rebelles.", "neuf rebelles"),
        ("Les rebelles avancent vers le nord et perdent neuf hommes.", "neuf hommes"),
        ("L'affaire rappelle celle de Boké, qui avait fait neuf morts.", "neuf morts"),
        ("Neuf marins sont portés disparus ; on cherche au sud, compte tenu du courant.", "Neuf marins"),
        ("Neuf marins sont morts, selon l'article.", "Neuf marins"),
        ("Neuf marins sont morts, selon l'Intérieur.", "Neuf marins"),
        ("Neuf marins sont morts, selon l'Etat.", "Neuf marins"),
        ("Neuf marins ont été pris, d'après ce tableau.", "Neuf marins"),
        ("Vingt personnes ont recouvré la liberté, parmi lesquelles neuf mineurs.", "neuf mineurs"),
    ],
)
def test_who_says_nothing(text: str, figure: str) -> None:
    assert credited(text, figure) is None


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("la police", "security_forces"),
        ("le HCR", "un_agency"),
        ("Médecins sans frontières", "ngo"),
        ("l'Observatoire syrien des droits de l'homme", "monitor"),
        ("l'hôpital de Goma", "hospital"),
        ("les pompiers", "rescue_services"),
        ("des témoins", "witness"),
        ("le préfet", "government"),
        ("la radio nationale", "media"),
        ("les rebelles", "armed_group"),
        ("un voyageur", "other"),
    ],
)
def test_source_type(name: str, kind: str) -> None:
    assert source_type(fold(name)) == kind
