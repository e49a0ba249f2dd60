"""Stages of the same cases, which only narrow, and parts that are larger than the whole their sentence names."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check

FUNNELS = [
    (
        "en",
        ("Of the 12 assaults nine were reported to the police, four led to a criminal case, and {} reached a court."),
        "one",
        "five",
    ),
    (
        "en",
        "Of 15 attacks, 11 were reported to police. In six an investigation was opened, and {} of them went to trial.",
        "two",
        "eight",
    ),
    (
        "ru",
        "Из 12 нападений в полицию сообщили о девяти, дела возбудили по четырём, до суда дошло {}.",
        "одно",
        "пять",
    ),
    (
        "ru",
        "По 11 из 15 нападений поданы заявления, по шести возбуждены дела, приговором закончились {}.",
        "два",
        "восемь",
    ),
    (
        "kk",
        "12 шабуылдың тоғызы бойынша полицияға арыз түсті, төртеуі бойынша іс қозғалды, сотқа {} жетті.",
        "біреуі",
        "бесеуі",
    ),
    (
        "kk",
        "15 шабуылдың 11-і туралы полицияға хабарланды, алтауы бойынша тергеу басталды, {} бойынша үкім шықты.",
        "екеуі",
        "сегізі",
    ),
]
EXCEEDED = [
    (
        "en",
        "Criminal cases were opened into two of the eight beatings; {} were turned away by the police.",
        "six",
        "nine",
    ),
    (
        "en",
        "Of the eight beatings, two led to a criminal case, while in {} the police refused to open one.",
        "six",
        "nine",
    ),
    ("en", "Of the 14 fines, {} were upheld on appeal.", "11", "17"),
    ("ru", "По двум из восьми избиений возбуждены дела, по {} в возбуждении отказано.", "шести", "девяти"),
    ("ru", "Из восьми избиений по двум возбуждены уголовные дела, по {} отказано.", "шести", "девяти"),
    ("kk", "Сегіз ұрып-соғудың екеуі бойынша іс қозғалды, {} бойынша іс қозғаудан бас тартылды.", "алтауы", "тоғызы"),
    ("kk", "14 айыппұлдың {} апелляцияда күшінде қалды.", "11-і", "17-сі"),
]
HOLDING = [
    ("en", "Of the 17 attacks eight were reported to the police and nine were not."),
    (
        "en",
        "We saw 20 attacks. Nine were reported to the police. Eleven criminal cases were opened, two of them late.",
    ),
    (
        "en",
        "Of 11 attacks six were reported to police, four led to a case and three came to court, where seven men lost.",
    ),
    ("en", "Of the 14 newsrooms, 17 journalists were fined in three."),
    ("en", "Of the eight beatings, two took place in Osh, where there were 12 attacks of all kinds."),
    ("en", "Of the eight reporters held in May, two were freed at once, and 11 days later the others followed."),
    ("ru", "Из 17 нападений в полицию сообщили о восьми, о девяти не сообщили."),
    ("ru", "По семи из девяти нападений заявили в полицию, по трём возбуждены дела, до суда дошло одно."),
    ("ru", "Из 11 нападений заявили о шести. Дела возбуждены по четырём, три дошли до суда, осуждены семь человек."),
    ("ru", "Из 12 областей поступило 20 сообщений."),
    ("ru", "Из восьми избиений два произошли в Оше, где всего было двенадцать атак."),
    ("ru", "Из восьми избиений по двум возбуждены дела, в прошлом году дела возбудили по девяти."),
    ("ru", "Из 20 дел восемь расследуются, семь переданы в суд, по пяти вынесен приговор."),
    ("kk", "17 шабуылдың сегізі туралы полицияға хабарланды, тоғызы туралы хабарланған жоқ."),
    ("kk", "Тоғыз шабуылдың жетеуі бойынша полицияға арыз берілді, үшеуі бойынша іс қозғалды, сотқа біреуі жетті."),
    ("kk", "Сегіз шабуылдың екеуі бойынша іс қозғалды, оларда тоғыз күдікті бар."),
    ("kk", "Сегіз ұрып-соғудың екеуі бойынша іс қозғалды, өткен жылы тоғызы бойынша қозғалған еді."),
    ("kk", "20 істің сегізі тергелуде, жетеуі сотқа жолданды, бесеуі бойынша үкім шықты."),
]


def differs(language, text):
    return any(one.verdict is Verdict.DIFFERS for one in check(text, language))


@pytest.mark.parametrize(("language", "sentence", "right", "wrong"), FUNNELS)
def test_no_more_cases_reach_a_later_stage_than_the_one_before_it(language, sentence, right, wrong):
    assert not differs(language, sentence.format(right))
    assert differs(language, sentence.format(wrong))


@pytest.mark.parametrize(("language", "sentence", "right", "wrong"), EXCEEDED)
def test_a_part_is_no_larger_than_the_whole_that_its_sentence_names(language, sentence, right, wrong):
    assert not differs(language, sentence.format(right))
    assert differs(language, sentence.format(wrong))


@pytest.mark.parametrize(("language", "text"), HOLDING)
def test_stages_are_no_parts_and_what_counts_something_else_is_no_part_either(language, text):
    assert not differs(language, text)
