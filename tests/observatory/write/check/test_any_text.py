"""Any text is judged or left alone: words of whole reports, cut, moved and filled with odd numbers, break nothing."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from hypothesis import given, seed, settings
from hypothesis import strategies as st

from kuzet.observatory.write.check import Verdict, check

GOLDEN = Path(__file__).parents[3] / "golden"
MARK = re.compile(r"^![^!]+! ?", re.MULTILINE)
NUMBER = re.compile(r"\d[\d\s,.]*")
ODD = ("0", "0%", "0,0", "1/0", "00", "-3", "100%", "1e9", "½", "²", "٣", "III", "31.02.2024", "1,5 000", "9" * 15)
LANGUAGES = ("kk", "ru", "en")
LINES = {
    language: [
        line
        for path in sorted(GOLDEN.glob(f"planted/{language}*.txt"))
        for line in MARK.sub("", path.read_text("utf-8")).splitlines()
        if line.strip()
    ]
    for language in LANGUAGES
}


def mangled(line: str, chance: random.Random) -> str:
    """A line with some of its words replaced, removed, moved or cut off."""
    words = line.split(" ")
    for _ in range(chance.randrange(5)):
        at, other = chance.randrange(len(words)), chance.randrange(len(words))
        way = chance.randrange(5)
        if way == 0:
            words[at] = NUMBER.sub(chance.choice(ODD), words[at]) if NUMBER.search(words[at]) else chance.choice(ODD)
        elif way == 1:
            words = [NUMBER.sub("0", word) if chance.random() < 0.5 else word for word in words]
        elif way == 2:
            words[at], words[other] = words[other], words[at]
        elif way == 3 and len(words) > 1:
            del words[at]
        elif way == 4:
            words = words[: at + 1]
    return " ".join(words)


@seed(20261127)
@settings(max_examples=300, deadline=None, database=None)
@given(language=st.sampled_from(LANGUAGES), number=st.integers(0, 2**32), size=st.integers(1, 9))
def test_every_number_that_differs_is_told_with_its_reason_and_its_line(language, number, size):
    chance = random.Random(number)
    lines = [mangled(chance.choice(LINES[language]), chance) for _ in range(size)]
    for one in check("\n".join(lines), language):
        assert 1 <= one.line <= size
        assert one.verdict is not Verdict.DIFFERS or one.why


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "\n".join(["Nobody was named."] * 12 + ["Two were identified later."])),
        ("en", "The fines were 6,300 500, and 800 lari."),
        ("ru", "В 2021 году 0 случаев, чем в 2020-м (342), это в 0 раз меньше."),
        ("en", "A journalist.\nThe another 23, eight."),
        ("ru", "20 %.\nЕщё 63 (0 %), 2 случая."),
        ("kk", "0 0 шекті: үлесі 0 пайыз."),
        ("kk", "Үлесіне (24%) тиді.\n0) үлесі 0 пайыз 9 пайыздық тармаққа."),
        ("en", "Attacks rose from 0 in 2022 to 4 in 2023, a growth of 100%."),
    ],
)
def test_a_text_without_a_base_for_its_numbers_is_read_to_its_end(language, text):
    assert {one.line for one in check(text, language)} <= set(range(1, 14))


@pytest.mark.parametrize("nothing", ["", "\n\n", "|", "%", "0", "- ", "—"])
def test_a_text_of_nothing_tells_nothing(nothing):
    assert [check(nothing, language) for language in LANGUAGES] == [(), (), ()]


@pytest.mark.parametrize("sign", ["a", "1", "a.", "«", "(", "–", "@1"])
def test_one_word_of_two_thousand_signs_is_passed_over(sign):
    """A pattern that takes time by the square or the cube of a word would not come back from it."""
    assert [check(sign * 2000, language) for language in LANGUAGES] == [(), (), ()]


def test_a_table_that_has_lost_its_rows_is_told_once_and_not_judged():
    (found,) = check("1 of 2 " * 200, "en")
    assert (found.line, found.verdict) == (1, Verdict.UNCHECKABLE)
    assert found.why == "400 numbers in one sentence, expected at most 80: a table that has lost its rows?"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("day", ["31.02.2024", "30.02", "31.11"])
def test_an_entry_with_a_day_that_no_calendar_has_is_survived(language, day):
    lines = ["02.01 A.", "09.01 B.", f"{day} C.", "05.03 D.", "06.03 E.", "07.03 F."]
    assert [one for one in check("2024\n\n" + "\n\n".join(lines), language) if one.line == 7] == []
