"""Where a script has no capitals, names of people are told by their parts, places by their names."""

from __future__ import annotations

import pytest
from tests import readings

from kuzet.language.names import capitals
from kuzet.observatory import detect

NAMES = detect.vocabulary("kz").names


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("журналист ерлән қасымовты ұрып кеткен", "журналист Ерлан Қасымовты ұрып кеткен"),
        ("журналист ерлан ұрып кеткен", "журналист ерлан ұрып кеткен"),
        ("Журналист ерлан қасымовты ұрды", "Журналист ерлан қасымовты ұрды"),
        ("a reporter, erlan qasymov, was hit", "a reporter, erlan qasymov, was hit"),
    ],
)
def test_a_given_name_before_a_surname_has_capitals_where_the_text_has_none(text: str, shown: str) -> None:
    assert capitals.restored(text, NAMES) == shown


def test_arabic_letters_tell_who_and_where() -> None:
    text = "پاۆلوداردا ءتىلشى سوققىعا جىعىلدى. پاۆلودار قالاسىندا بەلگىسىز ادام جۋرناليست ەرلان قاسىموۆتى ۇرىپ كەتكەن."
    line = readings.read_line(text)
    assert (line["place"], line["targets"][0]["name"]) == ("Павлодар", "Ерлан Қасымов")


def test_a_text_without_capitals_is_not_taken_for_one_that_names_nobody() -> None:
    text = "ءبىرقاتار دەرەك بويىنشا، جۋرناليستەر سوت زالىنا وتە الماي تۇر. پروتسەسس اشىق دەپ بەلگىلەنگەن."
    (candidate,) = readings.read_line(text)["candidates"]
    assert not any(rule.startswith("general") for rule in candidate["rules"])
