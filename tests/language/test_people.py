"""Names of people in English texts: given names of the world, and words that no name has."""

from __future__ import annotations

import pytest

from kuzet.language.names import people
from kuzet.language.text import tables
from kuzet.observatory.detect.vocabulary import load

NAMES = load("kz").names


def sure(text: str) -> list[str]:
    return [" ".join(one.words) for one in people.find(text, "en", (), NAMES) if one.sure]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They held Xochitl Maria Lopez for a day.", ["Xochitl Maria Lopez"]),
        ("It was Tamta Beridze who wrote it.", ["Tamta Beridze"]),
        ("The columnist of Boulder Valley Beacon Judith Amory left.", ["Judith Amory"]),
        ("The Specialized Inter-district Court heard it.", []),
        ("He stood on Liberty Square in the Privacy Protection Committee.", []),
        ("She studied at the Somerset University Center.", []),
    ],
)
def test_a_name_is_told_from_an_institution(text: str, found: list[str]) -> None:
    assert sure(text) == found


@pytest.mark.parametrize(
    ("word", "gender"), [("Jelena", "f"), ("Giorgi", "m"), ("Wei", ""), ("Rajesh", "m"), ("Fatima", "f")]
)
def test_given_names_of_the_world_are_known_with_their_gender(word: str, gender: str) -> None:
    given = people.known(word, "en", NAMES)
    assert given is not None
    assert given.gender in (gender, "")


def test_no_given_name_is_listed_twice_or_is_no_name() -> None:
    names = [row["name"] for row in tables.rows("en", "given")]
    assert len(names) == len(set(names)) >= 700
    assert {row["gender"] for row in tables.rows("en", "given")} == {"f", "m", "any"}
    assert not {name.lower() for name in names} & people.not_names("en")
