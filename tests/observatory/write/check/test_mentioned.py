"""Shares of all that are a slip away from that of a row which their words mention among others."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check


def wrong(text: str, language: str) -> set[int]:
    """The lines with a claim that differs."""
    return {one.line for one in check(text, language) if one.verdict is Verdict.DIFFERS}


TABLES = {
    "en": """FREEDOM OF SPEECH IN 2019
In 2019 the fund registered 864 messages. Each was checked twice. Rumours were left out.
| Kind | 2018 | 2019 |
| Detentions | 122 | 168 |
| Access to information restricted | 251 | 262 |
| Charges and lawsuits | 180 | 225 |
| Other cases | 167 | 209 |
| Total | 720 | 864 |
""",
    "ru": """СВОБОДА СЛОВА В 2019 ГОДУ
В 2019 году фонд зарегистрировал 864 сообщения. Каждое проверено дважды. Слухи не в счёт.
| Вид | 2018 | 2019 |
| Задержания | 122 | 168 |
| Ограничение доступа к информации | 251 | 262 |
| Обвинения и иски | 180 | 225 |
| Иные случаи | 167 | 209 |
| Итого | 720 | 864 |
""",
    "kk": """2019 ЖЫЛҒЫ СӨЗ БОСТАНДЫҒЫ
2019 жылы қор 864 хабарлама тіркеді. Әрқайсысы тексерілді. Өсек кірмейді.
| Түрі | 2018 | 2019 |
| Ұстау, қамау | 122 | 168 |
| Ақпаратқа қол жеткізуді шектеу | 251 | 262 |
| Айыптау, талап қою | 180 | 225 |
| Өзге де жағдайлар | 167 | 209 |
| Барлығы | 720 | 864 |
""",
}


@pytest.mark.parametrize(
    ("language", "prose"),
    [
        ("en", "Of all messages sent to us {}% spoke of closed doors and of access to information, 26% of charges."),
        ("ru", "Из всех присланных сообщений {}% говорили о закрытых дверях и доступе к информации, 26% об исках."),
        ("kk", "Бізге келген барлық хабарламаның {} пайызы ақпаратқа қол жеткізуге, 26 пайызы талап қоюға қатысты."),
    ],
)
def test_a_slip_in_the_share_of_a_row_that_words_mention_among_others_is_found(language, prose):
    point = "." if language == "en" else ","
    assert wrong(TABLES[language] + prose.format(f"30{point}3"), language) == set()
    assert wrong(TABLES[language] + prose.format(f"36{point}3"), language) == {9}


@pytest.mark.parametrize(
    ("language", "prose"),
    [
        ("en", "Of all the messages on access to information 36.3% came from the provinces."),
        ("ru", "Из всех сообщений о доступе к информации 36,3% прислали из областей."),
        ("kk", "Ақпаратқа қол жеткізу туралы барлық хабарламаның 36,3 пайызы облыстардан келді."),
        ("en", "Of all messages 36.3% were sent by women."),
        ("ru", "36,3% всех сообщений прислали женщины."),
        ("kk", "Барлық хабарламаның 36,3 пайызын әйелдер жіберді."),
        ("en", "Of all those questioned 36.3% had asked for access to information."),
        ("ru", "Из всех опрошенных 36,3% добивались доступа к информации."),
        ("kk", "Сұралған барлық редактордың 36,3 пайызы ақпаратқа қол жеткізуді сұраған."),
    ],
)
def test_a_share_of_a_row_or_of_what_no_row_names_is_another(language, prose):
    assert wrong(TABLES[language] + prose, language) == set()
