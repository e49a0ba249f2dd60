"""Lists in brackets, longest terms, rests of sums, changes against one, and leaders of lists that are no wholes."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check

EN_TERMS = "The sentences: Aliev 7 years, Karimov 7 years, Sadyrov 8 years, Orlov 10 years, Petrova 21 years.\n"
RU_TERMS = "Приговоры: Алиев — 7 лет, Каримов — 7 лет, Садыров — 8 лет, Орлов — 10 лет, Петрова — 21 год.\n"
KK_TERMS = "Үкімдер: Әлиев – 7 жыл, Кәрімов – 7 жыл, Садыров – 8 жыл, Орлов – 10 жыл, Петрова – 21 жыл.\n"
EN_TITLE = "Press freedom in Kyrgyzstan in 2024\nIn 2024 we documented 182 alerts.\nMost of them were legal.\n"
RU_TITLE = "Свобода слова в Киргизии в 2024 году\nВ 2024 году отмечено 182 нарушения.\nБольшинство — судебные.\n"
KK_TITLE = "Қырғызстандағы сөз бостандығы: 2024 жыл\n2024 жылы 182 құқық бұзу тіркелді.\nКөбі сот арқылы.\n"

WRONG = [
    ("en", "Eleven criminal cases were opened under Articles 139 (3), 140 (4), 158 (2), 165 (3) and 244-1 (1)."),
    (
        "ru",
        "Одиннадцать дел возбуждены по статьям 139 «Клевета» (3), 140 «Оскорбление» (4), 158 (2), 165 (3), 244 (1).",
    ),
    ("kk", "Он бір іс мына баптар бойынша қозғалды: 139 (3), 140 (4), 158 (2), 165 «Қорқытып алу» (3) және 244-1 (1)."),
    ("en", EN_TERMS + "The shortest term was eight years, the longest 21."),
    ("en", EN_TERMS + "The harshest sentence was ten years."),
    ("ru", RU_TERMS + "Самый короткий срок — восемь лет."),
    ("ru", RU_TERMS + "Самый суровый приговор — 11 лет."),
    ("kk", KK_TERMS + "Ең қысқа мерзім 8 жыл болды."),
    (
        "en",
        "Suits were for 41.5 million som altogether. The largest come to 33.5 million, the rest to 18 million.",
    ),
    ("ru", "Исков подано на общую сумму 41,5 млн сомов. На крупнейшие приходится 33,5 млн, на остальные — 18 млн."),
    ("kk", "Барлығы 41,5 млн сомға талап берілді. Ең ірі үшеуінің сомасы 33,5 млн, қалғандарынікі 18 млн сом."),
    (
        "en",
        "At the end of the year nine people were in prison. That is six more than a year before, when there was one.",
    ),
    ("ru", "К концу года сидели девять журналистов. Это на шесть больше, чем годом раньше: тогда сидел один человек."),
    ("kk", "Түрмеде 9 тілші отыр. Бұл бір жыл бұрынғыдан 6-ға көп: ол кезде бір адам қамауда болатын."),
    ("en", EN_TITLE + "An average month brought 18.2 alerts."),
    ("ru", RU_TITLE + "В среднем на месяц приходилось 18,2 нарушения."),
    ("kk", KK_TITLE + "Айына орта есеппен 18,2 құқық бұзудан келеді."),
    ("en", "Of the 37 attacks nine were reported from the capital, six from Oral, and the other 21 from elsewhere."),
    ("ru", "Задержали 37 человек: в Минске девять, в Гомеле шесть, в остальных городах – 21."),
]
RIGHT = [
    ("en", "Eleven criminal cases were opened under Articles 139 (3), 140 (4), 158 (2), 165 (1) and 244-1 (1)."),
    ("en", "The 11 cases include those under Articles 139 (3), 140 (2) and 158 (3)."),
    (
        "ru",
        "Одиннадцать дел возбуждены по статьям 139 «Клевета» (3), 140 «Оскорбление» (4), 158 (2), 165 (1), 244 (1).",
    ),
    ("kk", "Он бір іс мына баптар бойынша қозғалды: 139 (3), 140 (4), 158 (2), 165 «Қорқытып алу» (1) және 244-1 (1)."),
    ("en", EN_TERMS + "The shortest term was seven years, the longest 21."),
    ("en", EN_TERMS + "The longest stay in hospital was nine days."),
    ("ru", RU_TERMS + "Самый суровый приговор — 21 год, самый мягкий — семь лет."),
    ("kk", KK_TERMS + "Ең қысқа мерзім 7 жыл болды."),
    (
        "en",
        "Suits were for 41.5 million som altogether. The largest come to 33.5 million, the rest to 8 million.",
    ),
    ("ru", "Исков подано на общую сумму 41,5 млн сомов. На крупнейшие приходится 33,5 млн, на остальные — 8 млн."),
    (
        "en",
        "At the end of the year nine people were in prison. That is eight more than a year before, when there was one.",
    ),
    ("kk", "Түрмеде 9 тілші отыр. Бұл бір жыл бұрынғыдан 8-ге көп: ол кезде бір адам қамауда болатын."),
    ("en", EN_TITLE + "An average month brought 15.2 alerts."),
    ("ru", RU_TITLE + "В среднем на месяц приходилось 15,2 нарушения."),
    ("ru", RU_TITLE + "Во втором полугодии в месяц происходило в среднем 18 нарушений."),
    (
        "en",
        "Almaty leads with 37 attacks. Nine came from the capital, six from Oral, and the other 21 from elsewhere.",
    ),
    (
        "en",
        "Of the attacks 193 were aimed at people – 141 at reporters, 52 at bloggers – and the remaining 38 at offices.",
    ),
    ("en", "Of those affected 78 were men and 61 women; the remaining 15 were media outlets."),
    (
        "ru",
        "Чаще всего людей задерживали в Минске – 20 раз; в Гомеле – девять, в Гродно – семь, в остальных – десять.",
    ),
    ("ru", "По городам: Минск – 20 задержаний; Гомель – девять, Гродно – семь, остальные – десять."),
    ("kk", "Алматы 37 оқиғамен көш бастап тұр. Астанадан тоғызы, Оралдан алтауы, ал қалған 21-і өңірлерден түсті."),
]


@pytest.mark.parametrize(("language", "text"), WRONG)
def test_a_wrong_figure_is_told(language: str, text: str) -> None:
    assert any(one.verdict is Verdict.DIFFERS for one in check(text, language))


@pytest.mark.parametrize(("language", "text"), RIGHT)
def test_a_right_figure_is_not(language: str, text: str) -> None:
    assert all(one.verdict is not Verdict.DIFFERS for one in check(text, language))


REST_UNTOLD = [
    (
        "en",
        (
            "We recorded 62 cases. Of these 19 were refusals of information, 14 claims, 11 obstruction, 9 threats, "
            "5 blockings{}."
        ),
        ", and the rest a bit of everything",
    ),
    (
        "ru",
        (
            "За год записано 62 случая. Из них 19 — отказы в информации, 14 — иски, 11 — воспрепятствование, "
            "9 — угрозы, 5 — блокировки{}."
        ),
        ", остальное поровну",
    ),
    (
        "kk",
        (
            "Жыл бойы 62 дерек тіркелді. Оның 19-ы – ақпарат беруден бас тарту, 14-і – талап-арыз, 11-і – кедергі, "
            "9-ы – қоқан-лоқы, 5-і – бұғаттау{}."
        ),
        ", қалғаны ұсақ-түйек",
    ),
]


@pytest.mark.parametrize(("language", "text", "rest"), REST_UNTOLD)
def test_a_list_whose_last_entry_is_a_rest_without_number_may_fall_short(language: str, text: str, rest: str) -> None:
    wrong = [one.should_be for one in check(text.format(""), language) if one.verdict is Verdict.DIFFERS]
    assert wrong == ["58"]
    assert [one for one in check(text.format(rest), language) if one.verdict is Verdict.DIFFERS] == []
