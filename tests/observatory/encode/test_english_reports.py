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


def test_who_opens_the_story_is_the_correspondent_it_speaks_of_further_on():
    told = (
        "Askhat Berdimurat went out on Monday to see the dam. He came home with a broken wrist. The dam lies beyond "
        "the last dachas. The correspondent for the weekly Oral Aptasy says that four guards beat him on 10 March. "
        "Editor Saule Zhunusova has written to the prosecutor."
    )
    assert "Askhat Berdimurat" in _names(told)


def test_the_head_of_an_office_is_not_the_reporter_of_the_next_sentence():
    told = (
        "Marina Golubeva came to the open session of the council in Ridder on 18 February 2025. A guard did not let "
        "her in. He had his instructions from the head of the apparatus, K. Muratbekov. From the lobby the reporter "
        "counted eleven people who were let in."
    )
    assert _names(told) == {"Marina Golubeva"}


def test_an_outlet_that_somebody_confirmed_it_to_is_no_target():
    told = (
        "Police searched the flat of blogger Adilet Mamasaliev in Almaty on 28 May 2025. The press secretary of the "
        "police confirmed to Vlast that a case had been opened."
    )
    assert _names(told) == {"Adilet Mamasaliev"}
