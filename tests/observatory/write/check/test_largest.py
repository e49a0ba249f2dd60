"""The largest and the smallest of the sums of a list just in front."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Kind, Verdict, check

LIST = {
    "en": "The fines came to 12,000, 48,500, 31,000 and 27,500.",
    "ru": "Штрафы составили 12 000, 48 500, 31 000 и 27 500.",
    "kk": "Айыппұлдар 12 000, 48 500, 31 000 және 27 500 болды.",
}
CLAIMS = [
    ("en", "The largest fine, {}, went to an editor.", "48,500", "31,000"),
    ("ru", "Самый маленький штраф, {}, назначен редактору.", "12 000", "27 500"),
    ("kk", "Ең ірі айыппұл – {}.", "48 500", "31 000"),
]


def verdicts(language, sentence):
    return [one.verdict for one in check(f"{LIST[language]} {sentence}", language) if one.kind is Kind.RECORD]


@pytest.mark.parametrize(("language", "sentence", "right", "wrong"), CLAIMS)
def test_the_largest_or_smallest_of_a_list_is_judged_by_it(language, sentence, right, wrong):
    assert verdicts(language, sentence.format(right)) == [Verdict.HOLDS]
    assert verdicts(language, sentence.format(wrong)) == [Verdict.DIFFERS]


@pytest.mark.parametrize("sentence", ["The largest fine, 64,000, is older.", "The largest fine of a reporter, 31,000."])
def test_a_sum_of_another_list_or_of_some_of_it_is_left_alone(sentence):
    assert verdicts("en", sentence) == []
