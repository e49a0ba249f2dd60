"""Shares whose whole is their part and the rest told behind; shares that another whole of the text makes exact."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check

EN = "Monitoring in Kazakhstan in 2025\nIn 2025 we recorded 785 violations.\n"
RU = "Мониторинг в Казахстане за 2025 год\nВ 2025 году зафиксировано 785 нарушений.\n"
KK = "Қазақстандағы мониторинг: 2025 жыл\n2025 жылы 785 құқық бұзу тіркелді.\n"

WRONG = [
    ("en", EN + "Almaty (231) and Astana (158) lead: the two cities have almost two thirds of all violations."),
    ("ru", RU + "Впереди Алматы (231) и Астана (158): на два города приходится почти две трети всех нарушений."),
    ("kk", KK + "Алматы (231) мен Астана (158) алда: екі қалаға барлық құқық бұзудың үштен екісіне жуығы тиесілі."),
    (
        "en",
        "Of 74 trials 52 were civil, 22 criminal. Of the civil suits 36 came from officials, 14 from firms, 8 from us.",
    ),
    (
        "ru",
        "Из 74 процессов 52 были гражданскими. Из гражданских исков 36 подали чиновники, 14 — фирмы, восемь — партии.",
    ),
    ("en", "The internet was used in 117 cases, which is 69% of the category. The other 81 happened face to face."),
    ("ru", "По сети угрожали 117 раз, это 69 % категории. Остальные 81 случай пришлись на личные встречи."),
    ("kk", "Желі арқылы 117 рет қорқытылды, бұл санаттың 69 пайызы. Қалған 81 оқиға бетпе-бет болды."),
]
RIGHT = [
    ("en", EN + "Almaty (231) and Astana (158) lead: the two cities have almost half of all violations."),
    ("ru", RU + "Впереди Алматы (231) и Астана (158): на два города приходится почти половина всех нарушений."),
    ("kk", KK + "Алматы (231) мен Астана (158) алда: екі қалаға барлық құқық бұзудың жартысына жуығы тиесілі."),
    ("en", "Of the 74 trials 52 were civil and 22 criminal. Of the civil claimants 60 were officials."),
    ("en", "There were 73 attacks and 12 threats. Of the attacks on people 51 were beatings and 30 were kidnappings."),
    (
        "ru",
        "Из 74 процессов 52 были гражданскими. Из гражданских исков 30 подали чиновники, 14 — фирмы, восемь — партии.",
    ),
    ("en", "The internet was used in 117 cases, which is 59% of the category. The other 81 happened face to face."),
    ("ru", "По сети угрожали 117 раз, это 59 % категории. Остальные 81 случай пришлись на личные встречи."),
    ("kk", "Желі арқылы 117 рет қорқытылды, бұл санаттың 59 пайызы. Қалған 81 оқиға бетпе-бет болды."),
    (
        "en",
        "In 2023 we counted 500 cases. In 117 of them, 23% of the total, the net was used. The other 81 are not clear.",
    ),
    ("en", "The two rows make up 80 cases, or 41 out of every 100. In 2022 they had stood at 50, just over a third."),
    ("ru", "В двух странах отмечена 211 атака, из них в Киргизии 143. Травля дала там 31 эпизод, или 21,7% по стране."),
]


@pytest.mark.parametrize(("language", "text"), WRONG)
def test_a_share_that_misses_its_part_and_rest_is_told(language: str, text: str) -> None:
    assert any(one.verdict is Verdict.DIFFERS for one in check(text, language))


@pytest.mark.parametrize(("language", "text"), RIGHT)
def test_a_share_of_these_or_of_another_whole_is_not(language: str, text: str) -> None:
    assert all(one.verdict is not Verdict.DIFFERS for one in check(text, language))


def test_a_zero_in_front_of_a_share_is_no_whole() -> None:
    told = check("There were 0 deaths and 117 cases, or 59%, came online. The other 81 did not.", "en")
    assert all(one.verdict is not Verdict.DIFFERS for one in told)
