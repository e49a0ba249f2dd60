"""A number of times that counts; and the time that reading takes grows with the text, not with its square."""

from __future__ import annotations

from time import process_time

import pytest

from kuzet.basis.names import LANGUAGES
from kuzet.observatory.write.check.reading.mentions import mentions

TIMES = {"kk": "1,6 есе көп ", "ru": "в 1,6 раза больше ", "en": "1.6 times more than "}


@pytest.mark.parametrize(
    ("text", "language", "kinds"),
    [
        ("Sites were flooded 18 times, hacked 13 times, copied 6 times.", "en", ["count", "count", "count"]),
        ("There were 3 times as many cases, and that is all.", "en", ["times"]),
        ("Сайты атаковали 18 раз, взламывали 13 раз, копировали 6 раз.", "ru", ["count", "count", "count"]),
        ("Их стало в 3 раза больше, чем было.", "ru", ["times"]),
        ("Істер 3 есе көбейді.", "kk", ["times"]),
    ],
)
def test_times_count_where_two_more_numbers_of_the_sentence_are_told_so(text, language, kinds):
    assert [one.kind for one in mentions(text, language)] == kinds


def seconds(text, language):
    """The least of three readings, none of them remembered."""
    found = []
    for number in range(3):
        began = process_time()
        mentions(f"{text} {'.' * number}", language)
        found.append(process_time() - began)
    return min(found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_run_of_digits_four_times_as_long_takes_no_sixteen_times_as_long(language):
    seconds("1" * 100, language)
    for run in ("1", "1-", "1.", "1 "):
        short, long = (seconds(run * length, language) for length in (1000, 4000))
        assert long < 9 * short + 0.05


@pytest.mark.parametrize("language", LANGUAGES)
def test_four_times_as_many_multiples_take_no_sixteen_times_as_long(language):
    seconds(TIMES[language], language)
    short, long = (seconds(TIMES[language] * length, language) for length in (50, 200))
    assert long < 9 * short + 0.05
