"""What follows from numbers just told: shares and averages, right and wrong, in three languages."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check

TITLE = {"en": "Report for 2021", "ru": "Доклад за 2021 год", "kk": "2021 жылғы есеп"}

SHARES = [
    ("en", "We counted 81 victims: 62 men and 19 women. Women are {}% of the victims.", "23", "33"),
    ("en", "They hit 120 people, sixty-six men and fifty-four women; the share of women is thus {}%.", "45", "55"),
    ("en", "In 2021 there were 63 raids.\nAt night: nine, or every {} raid.", "seventh", "fifth"),
    ("en", "They were fined twice; the fine, 300,000 euros, is {} of the 1.5 million euros.", "a fifth", "a half"),
    ("en", "Staff were hurt in 20 cases out of 50, that is, in {} cases out of five.", "two", "four"),
    ("ru", "В списке 38 мужчин и 9 женщин; доля женщин, следовательно, {}%.", "19", "29"),
    ("ru", "Закрыто 37 сайтов: 22 столичных и 15 областных. Доля областных составила {}%.", "41", "51"),
    ("ru", "Зафиксировано 240 нарушений.\nОбыски: 60, то есть каждое {} нарушение.", "четвёртое", "пятое"),
    ("ru", "Печать изъяли в 30 случаях из 50, то есть при {} обысках из пяти.", "трёх", "двух"),
    ("kk", "Олардың 38-і – ер адам, тоғызы – әйел; әйелдердің үлесі – {} пайыз.", "19", "29"),
    ("kk", "132 тілшінің 77-сі – ер адам, 55-і – әйел. Әйелдердің үлесі – {} пайыз.", "42", "52"),
    ("kk", "2021 жылы 240 оқиға тіркелді.\nТінту – 60, яғни әрбір {} оқиға.", "төртінші", "бесінші"),
]

AVERAGES = [
    ("en", "75 cases were settled for KSh 18.75 million, an average of KSh {} per case.", "250,000", "350,000"),
    ("en", "In 18 cases colleagues lost 1.26 million pesos. That is {} pesos per case on average.", "70,000", "75,000"),
    ("en", "Eight editors were sentenced to 40 years in all, an average of {} years each.", "five", "four"),
    ("ru", "По 16 штрафам взыскано 18 400 рублей, в среднем {} рублей; крупнейший – 9000.", "1150", "1510"),
    ("ru", "Восьми редакторам дали в сумме 40 лет, в среднем по {} лет.", "5", "8"),
    ("ru", "Суды рассмотрели девять исков.\nПрисудили 7,2 млн леев. На иск в среднем {} тысяч леев.", "800", "900"),
    ("kk", "13 адамға барлығы 52 жыл кесілді, бір адамға орта есеппен {} жылдан айналады.", "4", "6"),
    ("kk", "15 талап түсті, жалпы сомасы – 4,5 миллион динар.\nБір талаптың орташасы – {} мың динар.", "300", "450"),
]


def verdicts(language, sentence):
    found = check(f"{TITLE[language]}\n\n{sentence}", language)
    return {one.verdict for one in found} - {Verdict.UNCHECKABLE}


@pytest.mark.parametrize(("language", "sentence", "right", "wrong"), [*SHARES, *AVERAGES])
def test_a_conclusion_holds_or_differs(language, sentence, right, wrong):
    assert verdicts(language, sentence.format(right)) == {Verdict.HOLDS}
    assert Verdict.DIFFERS in verdicts(language, sentence.format(wrong))


UNSURE = [
    ("en", "We met 30 editors and 20 printers of 60. Printers are old; women are 40% of them."),
    ("en", "Nine reporters and 30 guards spent 108 days there. The average is 14 days."),
    ("ru", "Доля власти была 52%, нападений – 38, угроз – 9. Доля угроз выросла до 60%."),
    ("ru", "Зафиксировано 240 нарушений.\nКаждое пятое нарушение закона – подлог: 12."),
    ("kk", "Тінту – 60, яғни әрбір бесінші тінту түнде болды."),
]


@pytest.mark.parametrize(("language", "sentence"), UNSURE)
def test_what_the_words_do_not_tie_is_not_called_wrong(language, sentence):
    assert Verdict.DIFFERS not in verdicts(language, sentence)
