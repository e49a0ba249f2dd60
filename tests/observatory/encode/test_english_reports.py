"""What English reports of other writers tell in their own ways, coded as a person would."""

from __future__ import annotations

from tests import readings


def _names(text: str) -> set[str]:
    return {one["name"] for one in readings.read_line(text)["targets"]}


def test_police_who_cleared_the_square_struck_where_nobody_else_is_named():
    told = (
        "Camera operator Gela Tsulaia was filming when special-purpose police cleared the boulevard in Batumi on "
        "December 2, 2024. He wore a vest marked PRESS. Tsulaia was struck on the neck and lost two teeth."
    )
    assert readings.read_line(told)["perpetrator"] == "authorities"


def test_a_town_that_gives_its_name_to_the_land_around_it_is_not_the_place():
    told = (
        "Kungur, Perm Territory. Strangers threatened to kill Tamara Votinova, editor-in-chief of the local newspaper "
        "Sylva Zerkalo, by telephone on 3 June 2021."
    )
    assert readings.read_line(told)["place"] == "Kungur"


def test_a_letter_beyond_ascii_belongs_to_the_name_of_an_outlet():
    told = "Guards beat blogger Nurlan Toktosunov, whose YouTube channel Jer Ünü follows quarrels, on 14 August 2023."
    assert "Jer Ünü" in _names(told)


def test_somebodys_own_lawyer_named_behind_the_word_is_no_target():
    told = (
        "Officers beat blogger Adilet Mamasaliev in Osh on 28 May 2025. His lawyer, Gulnaz Isakova, saw the order: "
        "he is suspected of calls for mass unrest."
    )
    assert "Gulnaz Isakova" not in _names(told)
