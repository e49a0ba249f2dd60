"""Shares, changes and multiples that tell no number of their own: the only two numbers near are theirs."""

import pytest

from kuzet.observatory.write.check import Verdict, check

WRONG = [
    ("en", "Women made up 43 of the 156 journalists attacked, a share of 38%.", "28%"),
    ("en", "We wrote 96 letters to ministries. Replies came to 36 of them; the rate of reply was 47.5%.", "37.5%"),
    ("en", "Blocked pages: 150. Restored after complaint: 45. Success rate: 40%.", "30%"),
    ("en", "We documented 90 cases, 27 of which concerned bloggers. Bloggers' share, at 35%, keeps growing.", "30%"),
    ("en", "Applications rose by 45, from 180 to 225, or 35 per cent.", "25%"),
    ("ru", "Мы разослали 640 анкет, вернулось 288. Доля ответивших – 54 %.", "45%"),
    ("ru", "Из 429 атак на конкретных людей 172 были направлены против женщин; их доля составила 34%.", "40%"),
    ("ru", "Уголовных дел было 24, административных – 72. Административных вдвое больше.", "3"),
    (
        "ru",
        "Со стороны чиновников отмечено 96 угроз, со стороны частных лиц – 16. Чиновники угрожали в 8 раз чаще.",
        "6",
    ),
    ("kk", "Сауалнаманы 480 редакцияға жібердік, 192-сі жауап берді. Жауап беру деңгейі – 50%.", "40%"),
    ("kk", "Блогерлерге қатысты 54 іс бар, барлығы 180 іс. Олардың үлесі 40 пайыз.", "30%"),
    ("kk", "Наурызда 25 бұғаттау болды, сәуірде 35. Бұл 30 пайызға көп.", "40%"),
    ("kk", "Редакциялар 20 істі ұтты, 60 істі ұтылды. Ұтылғаны ұтқанынан екі есе көп.", "3"),
]

JOINT = [
    ("kk", "83 журналистің 50-і ер, 33-і әйел. Әйелдердің үлесі 46 %-ға жуық.", "40%"),
    ("en", "In the capital 110 attacks were noted. This makes 65% of all 200 attacks.", "55%"),
    (
        "ru",
        "К самоцензуре прибегают 65% кыргызских и 70% таджикских респондентов. Для выборки в целом – 80%.",
        "65% – 70%",
    ),
    ("en", "In towns 44% of those surveyed trust the press, in villages 32%. The overall result is 51%.", "32% – 44%"),
    ("kk", "Ерлер арасында қысым көргендер үлесі 35%, әйелдер арасында 22%, жалпы алғанда 39%.", "22% – 35%"),
    (
        "en",
        "Between 2019 and 2023 the number of jailed bloggers climbed from 8 to 30. It more than quadrupled.",
        "3.75",
    ),
    ("ru", "С 2019 по 2023 год число блогеров за решёткой выросло с 8 до 30, более чем вчетверо.", "3,75"),
    ("kk", "2019 жылдан 2023 жылға дейін блогерлер саны 8-ден 30-ға, яғни төрт еседен астам өсті.", "3,75"),
    ("ru", "Блогеры – 42 пострадавших из 120, их удельный вес вырос до 45%.", "35%"),
]

RIGHT = [
    ("en", "The Ministry answered 57 of our 190 questions. The share of full answers was 12%."),
    ("ru", "Министерство ответило на 57 из 190 наших вопросов. Доля исчерпывающих ответов – 12%."),
    ("kk", "Министрлік 190 сұрағымыздың 57-сіне жауап берді. Толық жауаптардың үлесі – 12%."),
    (
        "en",
        "In towns 44% of those surveyed trust the press, in villages 32%. Overall 51% of families own a television.",
    ),
    ("en", "In towns 44% of those surveyed named fear, 32% named money. Overall 61% named at least one of the two."),
    ("ru", "В городах прессе доверяют 44% опрошенных, в сёлах – 32%. В целом телевизор есть у 51% семей."),
    ("ru", "Доля физических атак среди мужчин 28%, среди женщин – 19%, а в целом по выборке 25%."),
    ("kk", "Сұралғандардың 44 пайызы қорқынышты, 32 пайызы ақшаны атады. Жалпы 61 пайызы кем дегенде біреуін атады."),
    ("en", "The share of the frightened was 50% among men, 30% among women and 42% over all respondents."),
    ("kk", "Бюджет 1,6 миллионнан 1,2 миллион сомға, яғни 25 пайызға қысқарды. Баға 35 пайызға өсті."),
    ("en", "Attacks on women were 12 of 40. In the regions alone their share was 45%."),
    ("en", "Lawsuits fell from 75 to 45. In the capital the drop was 60 per cent."),
    ("en", "We wrote 96 letters. Replies came to 36 of them; five years ago the rate of reply had been 61%."),
    ("en", "Applications rose by 45, from 180 to 225, or 25 per cent. Staff grew by 35 per cent over the same time."),
    ("en", "Compared with 2020, when there were 110, the 2021 figure of 77 is 30% lower, and 40% lower than in 2019."),
    (
        "en",
        "The north had 54 cases and the south 36. On the coast, with its many ports, there were three times as many.",
    ),
    ("ru", "Мы разослали 640 анкет, вернулось 288. Доля ответивших – 45 %, среди региональных редакций – 54 %."),
    ("ru", "Уголовных дел было 24, административных – 72. Административных за год стало вдвое больше."),
    ("ru", "Решений в пользу редакций было 18, против – 54. Апелляций подавали в два раза чаще, чем годом ранее."),
    ("ru", "Сумма штрафов увеличилась с 1,2 млн до 1,5 млн тенге, или на 25%. Число дел при этом выросло на 35%."),
    ("ru", "Число кибератак упало более чем на треть – с 60 до 36."),
    ("kk", "Сауалнаманы 480 редакцияға жібердік, 192-сі жауап берді. Жауап беру деңгейі – 40%, былтыр 50% болған."),
    ("kk", "Айыппұл 800 мың теңгеден 1 млн теңгеге, яғни 25 пайызға артты. Істер саны 35 пайызға өсті."),
    ("kk", "Редакциялар 20 істі ұтты, 60 істі ұтылды. Шағым саны өткен жылдан екі есе көп."),
]

OVERLAPPING = [
    (
        "en",
        "Threats were in 42% of cases, attacks in 23%, suits in 25%, damage in 20%. One case may have several forms.",
    ),
    (
        "ru",
        "Угрозы – 44% случаев, нападения – 21%, иски – 18%, прочее – 27%: часть эпизодов отнесена к нескольким видам.",
    ),
    (
        "kk",
        "Қоқан-лоққы – 41%, шабуыл – 25%, талап арыз – 22%, басқасы – 22%; бір оқиға бірнеше түрге жатады.",
    ),
]


def differing(text, language):
    return [one for one in check(text, language) if one.verdict is Verdict.DIFFERS]


@pytest.mark.parametrize(("language", "text", "right"), [*WRONG, *JOINT])
def test_a_claim_that_the_two_numbers_near_refute_differs(language, text, right):
    assert [one.should_be for one in differing(text, language)] == [right]


@pytest.mark.parametrize(("language", "text"), RIGHT)
def test_a_claim_that_speaks_of_something_else_or_is_right_is_left_alone(language, text):
    assert differing(text, language) == []


@pytest.mark.parametrize(("language", "text"), OVERLAPPING)
def test_shares_of_kinds_that_overlap_need_not_make_up_a_hundred(language, text):
    assert differing(text, language) == []
