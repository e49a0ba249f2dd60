"""Which case custody belongs to, and what of a case a text only names."""

from __future__ import annotations

from tests import readings


def test_custody_is_ordered_in_a_criminal_case_and_is_no_trial() -> None:
    text = (
        "A district court in Astana on Friday ordered two months of pretrial detention for journalist Timur Kasenov, "
        "his lawyer said. The judge turned down bail. He is held in a remand prison and denies that he took money."
    )
    methods = readings.read_line(text)["methods"]
    assert methods[0] == "arrest_pretrial"
    assert "criminal_case" in methods
    assert "court_trial" not in methods


def test_a_headline_about_custody_has_no_room_for_the_case() -> None:
    assert readings.read_line("Suspect's custody: blogger Dana Omarova remanded for two months in Taraz")[
        "methods"
    ] == ["arrest_pretrial"]


def test_who_is_sentenced_behind_closed_doors_was_kept_out_of_nothing() -> None:
    text = (
        "The trial of reporter Farid Nazar was held behind closed doors. On 4 October 2022 a court in Dushanbe "
        "sentenced him to seven years in prison. Relatives were not let in."
    )
    methods = readings.read_line(text)["methods"]
    assert "imprisonment_sentence" in methods
    assert "illegal_impediments_denial_of_access" not in methods


def test_a_case_that_a_warning_threatens_with_is_not_opened() -> None:
    text = (
        "Police of Kentau held a preventive conversation with blogger Ruslan Tolegen on 5 February 2024. It was "
        "explained to him that dissemination of knowingly false information may entail up to seven years under Article "
        "274 of the Criminal Code. He signed a warning."
    )
    assert readings.read_line(text)["methods"] == ["official_warning"]


def test_a_case_that_was_opened_stays_beside_a_warning() -> None:
    text = (
        "Prosecutors warned blogger Ruslan Tolegen on 5 February 2024 of inadmissible false information, which "
        "may entail up to seven years. On 9 February a criminal case was opened against the blogger."
    )
    assert "criminal_case" in readings.read_line(text)["methods"]


def test_guards_sentenced_for_obstruction_leave_the_obstruction() -> None:
    text = (
        "Guards of the market did not let reporter Ann Lee in and blocked her camera on 5 May 2023. In December the "
        "guards were sentenced to two years in prison for obstruction of a journalist."
    )
    assert readings.read_line(text)["methods"][0] == "illegal_impediments_denial_of_access"
