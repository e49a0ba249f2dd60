"""Letters of every alphabet of the region become one set of sounds."""

from __future__ import annotations

import pytest

from kuzet.language.names import sounds


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("жұмабай", "jumabai"),
        ("джумабай", "zhumabay"),
        ("қожахмет", "qojahmet"),
        ("шыңғыс", "şyñğys"),
        ("щербаков", "shcherbakov"),
        ("щербаков", "scherbakov"),
        ("ғабит", "ğabit"),
        ("җәмилә", "cämilä"),
        ("ҳаким", "hakim"),
        ("уткир", "o'tkir"),
        ("досжан", "doszhan"),
        ("айтжан", "aitzhan"),
        ("батчаев", "batchaev"),
        ("евгений", "yevgeniy"),
        ("абулхаир", "әбілхаир"),
    ],
)
def test_alphabets_meet_in_plain_sounds(left, right):
    assert {sounds.plain(one) for one in sounds.readings(left)} & {sounds.plain(one) for one in sounds.readings(right)}


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [
        ("maxim", "максим"),
        ("darxan", "дархан"),
        ("xenia", "ксениа"),
        ("kowalski", "ковалски"),
        ("dawren", "даурен"),
        ("jadwiga", "йадвига"),
        ("sergej", "сергей"),
        ("bohdan", "богдан"),
        ("halina", "галина"),
        ("victor", "виктор"),
        ("veronica", "вероника"),
        ("kravec", "кравец"),
        ("rosa", "роза"),
        ("stein", "штеин"),
        ("ashat", "асхат"),
        ("bekhan", "бекхан"),
        ("angela", "анжела"),
        ("przybylski", "пшибылски"),
    ],
)
def test_a_doubtful_latin_letter_is_read_in_both_ways(latin, cyrillic):
    expected = sounds.plain(sounds.fine(cyrillic))
    assert expected in [sounds.plain(one) for one in sounds.readings(latin)]


def test_the_likelier_reading_stands_first():
    assert sounds.fine("maxim") == "maksìm"
    assert sounds.fine("darxan") == "darxan"
    assert sounds.fine("wagner") == "vagner"
    assert sounds.fine("dawren") == "dauren"


def test_many_doubtful_letters_are_not_read_in_all_ways():
    assert len(sounds.readings("xwjhcxsaxwjhcstexz")) <= 16


def test_fine_sounds_keep_what_plain_ones_lose():
    assert sounds.fine("әсел") == "äsel"
    assert sounds.fine("асел") == "asel"
    assert sounds.fine("хан") != sounds.fine("кан")
    assert sounds.plain("xan") == sounds.plain("qan") == "kan"


def test_what_is_no_letter_of_a_name_is_left_out():
    assert sounds.plain(sounds.fine("igor'")) == sounds.plain(sounds.fine("игорь")) == "igor"
    assert sounds.fine("мар'яна") == sounds.fine("марьяна")
    assert sounds.fine("中文") == ""
