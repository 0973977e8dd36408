"""Listed organisations in other wordings of their names."""

from __future__ import annotations

import pytest

from nlp_events.gazetteer.tables import Organisation
from nlp_events.layers.entities.wordings import reworded

PHRASES = (("des Nations unies", "de l'ONU"), ("République démocratique du Congo", "RDC"))


def row(canonical, kind="other"):
    return Organisation(canonical=canonical, kind=kind, known_id="org:x", source="test")


@pytest.mark.parametrize(
    ("name", "kind", "others"),
    [
        ("Mission des Nations unies en RDC", "other", {
            "Mission de l'ONU en RDC", "Mission de l'ONU en République démocratique du Congo",
            "Mission des Nations unies en République démocratique du Congo"}),
        ("Programme alimentaire mondial", "un_agency", {
            "Programme alimentaire mondial de l'ONU", "Programme alimentaire mondial des Nations unies"}),
        ("Programme alimentaire mondial", "ngo", set()),
        ("ONU Femmes", "un_agency", set()),
        ("RDC", "other", set()),
        ("Banque de RDCongo", "other", set()),
    ],
)  # fmt: skip
def test_a_name_is_known_in_its_other_wordings(name, kind, others) -> None:
    assert {other for other, _ in reworded([row(name, kind)], PHRASES)} == others
