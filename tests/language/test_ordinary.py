"""Ordinary offences of people who happen to be media workers, and cases that are tied to the work."""

from __future__ import annotations

import pytest
from tests.readings import by_rules

from kuzet.language.reading import cast, ordinary


def is_case(text: str) -> bool:
    reading = by_rules(text)
    return ordinary.is_case(reading, cast.of(reading))


CASES = [
    "Presenter Ann Lee was sentenced to two years for cheating buyers of flats.",
    "Ведущую Анну Ли приговорили к двум годам за хищение бюджетных денег.",
    "Жүргізуші, блогер Анна Ли қаржы жымқырғаны үшін сотталды.",
]


@pytest.mark.parametrize("text", CASES)
def test_a_sentence_for_an_ordinary_offence_is_such_a_case(text: str) -> None:
    assert is_case(text)


@pytest.mark.parametrize(
    ("text", "tie"),
    list(
        zip(
            CASES,
            [
                "Rights groups call the case revenge.",
                "Правозащитники называют дело местью.",
                "Құқық қорғаушылар мұны кек деп атайды.",
            ],
            strict=True,
        )
    ),
)
def test_what_ties_the_case_to_the_work_makes_it_none(text: str, tie: str) -> None:
    assert not is_case(f"{text} {tie}")


@pytest.mark.parametrize(
    "text",
    [
        "Reporter Ann Lee was sentenced to two years for spreading false information.",
        "Журналистку Анну Ли приговорили к двум годам за ложную информацию.",
        "Тілші Анна Ли жалған ақпарат үшін сотталды.",
        "Blogger Ann Lee was arrested on suspicion of extortion.",
    ],
)
def test_what_is_tried_for_words_and_extortion_is_no_ordinary_offence(text: str) -> None:
    assert not is_case(text)
