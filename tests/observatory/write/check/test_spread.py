"""Wholes and parts told with pronouns and number words, in one sentence or over several."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check

ENDS = [
    (
        "en",
        "Police took in 17 journalists. Nine were let go in hours. Six spent the night and {} were held longer.",
        "2",
        "4",
    ),
    (
        "en",
        "Courts received 64 claims. They granted 19 and rejected 22; seven were settled and {} are pending.",
        "16",
        "18",
    ),
    (
        "ru",
        "Задержали 17 журналистов. Девятерых отпустили сразу. Шестеро провели там ночь, {} держали дольше.",
        "двоих",
        "четверых",
    ),
    (
        "ru",
        "Поступило 64 иска. Удовлетворены 19, отклонены 22, семь закончились миром, {} ещё рассматриваются.",
        "16",
        "18",
    ),
    (
        "kk",
        "17 журналист ұсталды. Тоғызы бірден босатылды. Алтауы камерада түнеді, {} бір аптаға қамалды.",
        "екеуі",
        "төртеуі",
    ),
    (
        "kk",
        "Барлығы 64 талап арыз түсті. 19-ы қанағаттандырылды, 22-сі қайтарылды, 7-еуі біткен, {} арыз қаралып жатыр.",
        "16",
        "18",
    ),
]
RESTS = [
    (
        "en",
        (
            "We know of 17 beatings. Mostly members of rallies struck, in seven cases. Police are to blame for four, "
            "deputies for three and other private persons for {}."
        ),
        "three",
        "five",
    ),
    (
        "ru",
        (
            "Всего избиений 17. Чаще всего били участники митингов — семь случаев. Полицейские ответственны за четыре, "
            "депутаты — за три, прочие частные лица — за {}."
        ),
        "3",
        "5",
    ),
    (
        "kk",
        (
            "Барлығы 17 ұрып-соғу болды. Ең көбі, жетеуі, митингіде болды. Төртеуіне полиция, үшеуіне депутаттар, "
            "қалған {} жеке адамдар жауапты."
        ),
        "үшеуіне",
        "бесеуіне",
    ),
    (
        "en",
        "Two of the accused were jailed, three were put on probation, and the other {} of the nine went free.",
        "four",
        "six",
    ),
    ("ru", "Двое подсудимых сели, троим дали пробацию, остальные {} из девяти оправданы.", "четверо", "шесть"),
    (
        "kk",
        "Айыпталғандардың үшеуі қамалды, екеуіне пробация берілді, тоғыз адамның қалған {} ақталды.",
        "төртеуі",
        "алтауы",
    ),
]
OPPOSITE = [
    ("en", "Nine people stood trial. Six were acquitted, {} were convicted.", "three", "five"),
    ("en", "In 2021 there were 14 appeals. Nine were rejected and {} were granted.", "five", "six"),
    ("ru", "Перед судом предстали девять человек. Шестеро оправданы, {} осуждены.", "трое", "пятеро"),
    ("ru", "Подано 14 жалоб. Девять отклонены, {} удовлетворены.", "пять", "шесть"),
    ("kk", "Сотқа тоғыз адам тартылды. Алтауы ақталды, {} сотталды.", "үшеуі", "бесеуі"),
    ("kk", "14 шағым түсті. Тоғызы қайтарылды, {} қанағаттандырылды.", "бесеуі", "алтауы"),
]
UNKNOWN = [
    (
        "en",
        (
            "In 2022 we recorded 214 incidents.\nPolice stand behind 73, officials behind 58, together 131. "
            "Private persons struck in 39 cases, and in {} the attackers could not be identified."
        ),
        "44",
        "48",
    ),
    (
        "ru",
        (
            "В 2022 году зафиксировано 214 случаев.\nНа полицию пришлось 73, на чиновников — 58, вместе 131. "
            "Частные лица нападали в 39 случаях, ещё в {} нападавшие неизвестны."
        ),
        "44",
        "48",
    ),
    (
        "kk",
        (
            "2022 жылы 214 дерек тіркелді.\nПолиция 73 оқиғаға, шенеуніктер 58-ге жауапты, екеуі қосылып 131 дерек. "
            "Жеке тұлғалар 39 жағдайда шабуылдады, ал {} жағдайда кінәлілер анықталмады."
        ),
        "44",
        "48",
    ),
]
SWAPPED = [
    (
        "en",
        "Of the {} criminal cases, 14 were opened for calls to riot, five for incitement and four for fraud.",
        "23",
        "32",
    ),
    (
        "ru",
        "Из {} дел 14 возбуждено за призывы, пять — за «возбуждение вражды» и четыре — за мошенничество.",
        "23",
        "32",
    ),
    ("kk", "{} істің 14-і үндеу үшін, бесеуі араздық қоздырғаны үшін, төртеуі алаяқтық үшін қозғалды.", "23", "32"),
    ("en", "They lost 26 items: nine cameras, {} phones and three tripods.", "14", "41"),
    ("ru", "Они лишились 26 предметов: девяти камер, {} телефонов и трёх штативов.", "14", "41"),
    ("kk", "Олар 26 заттан айырылды: тоғыз камера, {} телефон және үш штатив.", "14", "41"),
]
SUMS = [
    ("ru", "На полицию пришлось {} случая, на акиматы — 58, вместе они дают 131 случай.", "73", "83"),
    ("ru", "Полицейские виновны в {} случаях, чиновники — в 58; вдвоём это 131 эпизод.", "73", "63"),
    ("kk", "Полиция {} оқиғаға, әкімдіктер 58 оқиғаға жауапты, екеуі қосылып 131 дерек құрайды.", "73", "83"),
    ("kk", "Полицияға {} дерек, әкімдіктерге 58 дерек тиесілі, бірге алғанда 131 дерек.", "73", "63"),
    ("en", "Police are to blame for {} incidents and officials for 58, together 131.", "73", "77"),
    (
        "ru",
        "Из 31 осуждённого 19 отправлены в колонию, пятеро — на поселение, ещё {} назначена «химия».",
        "семерым",
        "девятерым",
    ),
    (
        "en",
        "In spring 24 were held. Of them 12 were let go, eight paid a fine, and the other {} were jailed.",
        "four",
        "six",
    ),
]
HOLDING = [
    ("en", "Seventeen people were tried. Ten were convicted. Six were jailed, two put on probation."),
    ("en", "Police took in 17 journalists. Nine had their phones seized. Six lost their cameras, four were beaten."),
    ("en", "Police detained 40 people. Among them were 17 journalists. Nine were let go within an hour."),
    ("en", "Of 24 held 12 were let go at once, by evening 16 were free, and the other eight spent the night in cells."),
    ("en", "Nine people stood trial. Six were fined, five were barred from their work."),
    ("ru", "Перед судом предстали девять человек. Шестеро оштрафованы, пятеро лишены аккредитации."),
    ("kk", "Сотқа тоғыз адам тартылды. Алтауына айыппұл салынды, бесеуі аккредитациядан айырылды."),
    ("en", "Osh had 3 attacks, Naryn had 2 attacks; the other 4 of the 7 regions saw none."),
    ("ru", "Судили 17 человек. Десять осуждены. Шестерых отправили в колонию, двоим назначили пробацию."),
    ("ru", "Полиция задержала 17 журналистов. У девятерых забрали телефоны. Шестеро лишились камер, четверых избили."),
    ("ru", "Из 24 задержанных 12 отпустили сразу, к вечеру свободны были 16, остальные восемь ночевали в отделе."),
    ("kk", "17 журналист ұсталды. Тоғызының телефоны алынды. Алтауының камерасы сынды, төртеуі соққыға жығылды."),
    ("kk", "24 адамның 12-сі бірден босатылды, кешке қарай 16-сы бостандықта болды, қалған сегізі түнеп шықты."),
]


def differs(language, text):
    return any(one.verdict is Verdict.DIFFERS for one in check(text, language))


@pytest.mark.parametrize(("language", "text", "right", "wrong"), [*ENDS, *RESTS, *OPPOSITE, *UNKNOWN])
def test_parts_over_several_sentences_make_up_the_whole_where_the_words_close_the_list(language, text, right, wrong):
    assert not differs(language, text.format(right))
    assert differs(language, text.format(wrong))


@pytest.mark.parametrize(("language", "text", "right", "wrong"), SWAPPED)
def test_two_digits_in_the_wrong_order_are_found_though_the_sum_is_far_off(language, text, right, wrong):
    assert not differs(language, text.format(right))
    assert differs(language, text.format(wrong))


@pytest.mark.parametrize(("language", "text", "right", "wrong"), SUMS)
def test_what_is_told_of_two_together_is_their_sum_and_number_words_are_parts(language, text, right, wrong):
    assert not differs(language, text.format(right))
    assert differs(language, text.format(wrong))


@pytest.mark.parametrize(("language", "text"), HOLDING)
def test_parts_of_parts_and_marks_that_overlap_are_left_alone(language, text):
    assert not differs(language, text)
