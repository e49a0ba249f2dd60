"""Parts of which each has an end that excludes those of the others, so that they are never more than their whole."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check

EXCEEDING = [
    ("en", "Of the 131 targets, 29 were outlets and 102 individuals. Among the latter there were 57 men and 47 women."),
    (
        "en",
        (
            "Officials filed 22 of the 47 suits, companies 14 and citizens 11. By December the courts had granted six "
            "in whole or in part and dismissed 19; nine had ended in a settlement and 18 were still pending."
        ),
    ),
    (
        "en",
        (
            "By July, courts had dismissed 17 of the 52 suits and upheld eight in full or in part; five ended in a "
            "settlement, and half of them, 26, were still pending."
        ),
    ),
    ("en", "Nine sites were shut to readers; four of them have reopened, and six remain unavailable."),
    (
        "ru",
        (
            "Фигурантами стали 23 человека. Семеро к концу года содержались в СИЗО, пятеро были под домашним арестом, "
            "с 13 взята подписка о невыезде."
        ),
    ),
    ("ru", "Министерство заблокировало девять сайтов, четыре из них снова открылись, а шесть остаются недоступными."),
    ("ru", "Из девяти обвиняемых пятеро попали в СИЗО, четверо – под домашний арест, один остался под подпиской."),
    ("ru", "Суды рассмотрели 64 иска: 31 удовлетворён полностью или частично, в 29 отказано, 14 завершились миром."),
    (
        "kk",
        (
            "Жыл соңына дейін 29 талап қаралды: соттар 36 талапты қанағаттандырудан бас тартты, тоғызын ішінара, "
            "төртеуін толық қанағаттандырды."
        ),
    ),
    ("kk", "Осы жеті істің он біреуі қысқартылды, екеуі сотқа жетті, біреуі әлі тергеліп жатыр."),
    ("kk", "Жыл бойы 27 сайт бұғатталды. Оның 12-сі қайта ашылды, 19-ы әлі қолжетімсіз."),
]
HOLDING = [
    ("en", "Of the 31 people in the list 18 are in custody; nine were under house arrest and six on bail before that."),
    ("en", "The courts heard 40 suits. Twelve were dismissed, nine granted in part and 19 in full."),
    ("en", "Nine sites were shut to readers; four of them have reopened, and five remain unavailable."),
    ("ru", "Суды рассмотрели 64 иска: 31 удовлетворён, в 29 отказано, 4 завершились миром. Ещё 12 на рассмотрении."),
    ("ru", "Из девяти обвиняемых пятеро попали в СИЗО, трое – под домашний арест, один остался под подпиской."),
    (
        "kk",
        (
            "Қылмыстық 18 істің сегізі 274-бап, төртеуі 174-бап, үшеуі 147-бап, тағы үшеуі 131-бап бойынша қозғалды. "
            "Жеті іс тоқтатылды, алтауы тергелуде, бесеуі сотқа жолданды."
        ),
    ),
    ("kk", "Жыл бойы 27 сайт бұғатталды. Оның 12-сі қайта ашылды, 15-і әлі қолжетімсіз."),
]


@pytest.mark.parametrize(("language", "text"), EXCEEDING)
def test_ends_that_exclude_each_other_are_never_more_than_their_whole(language, text):
    assert [one.verdict for one in check(text, language) if one.verdict is Verdict.DIFFERS] == [Verdict.DIFFERS]


@pytest.mark.parametrize(("language", "text"), HOLDING)
def test_ends_that_fit_or_are_of_another_time_are_left_alone(language, text):
    assert [one.why for one in check(text, language) if one.verdict is Verdict.DIFFERS] == []
