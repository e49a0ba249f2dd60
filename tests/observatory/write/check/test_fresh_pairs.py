"""Pairs of a wrong and a right statement, as editors write them: one figure apart, each class in three languages."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check

QUARTERS = (
    "| {} | I | II | III | IV |\n| {} | 14 | 9 | 8 | 15 |\n| {} | 33 | 22 | 16 | 26 |\n| {} | 47 | 31 | 24 | 41 |\n"
)
EN_QUARTERS = QUARTERS.format("Type", "Arrests", "Searches", "Total")
RU_QUARTERS = QUARTERS.format("Вид", "Задержания", "Обыски", "Всего")
KK_QUARTERS = QUARTERS.format("Түрі", "Ұстау", "Тінту", "Барлығы")
EN_REPORT = "Press freedom in Armenia in 2022\nIn 2022 we recorded 87 incidents.\n" + "Nothing else happened.\n" * 5
RU_REPORT = "Свобода слова в Армении в 2022 году\nВ 2022 году отмечено 87 инцидентов.\n" + "Другого не было.\n" * 5
KK_REPORT = "Армениядағы сөз бостандығы: 2022 жыл\n2022 жылы 87 оқиға тіркелді.\n" + "Басқа ештеңе болған жоқ.\n" * 5
EN_LIST = "Where: Bishkek 103, Osh city and region 27, Talas region 17, Chui 14, Naryn 9.\n"
RU_LIST = "География: Ташкент — 51, Ферганская область — 17, Самаркандская — 14, Республика Каракалпакстан — 9.\n"
KK_LIST = "Аймақтар: Ташкент – 51, Ферғана облысы – 17, Самарқанд – 14, Қарақалпақстан Республикасы – 9.\n"

WRONG = [
    ("en", "The editor was detained on 12 April and heard his sentence on 12 November, five months later."),
    ("ru", "Редактора задержали 12 апреля, а приговор огласили 12 ноября, спустя пять месяцев."),
    ("kk", "Редактор 12 сәуірде ұсталды, ал үкім 12 қарашада, бес айдан кейін жарияланды."),
    ("en", "Georgia went from 60th to 89th place. It lost two positions."),
    ("ru", "Грузия переместилась с 60-го на 89-е место, потеряв две позиции."),
    ("kk", "Грузия 60-орыннан 89-орынға түсті, яғни екі орынға төмендеді."),
    ("en", EN_QUARTERS + "The fourth quarter was the worst."),
    ("ru", RU_QUARTERS + "Самым тяжёлым оказался четвёртый квартал."),
    ("kk", KK_QUARTERS + "Ең ауыры төртінші тоқсан болды."),
    ("en", EN_REPORT + "The last incident of the reporting period happened on 28 December 2023 in Gyumri."),
    ("en", EN_REPORT + "The first case of the year was recorded on 4 January 2021 in Gyumri."),
    ("ru", RU_REPORT + "Последний инцидент отчётного периода произошёл 28 декабря 2023 года."),
    ("kk", KK_REPORT + "Есепке енген ең соңғы оқиға 2023 жылғы 28 желтоқсанда болды."),
    ("en", EN_LIST + "Talas, second in this list, owes its position to a quarrel."),
    ("ru", RU_LIST + "Каракалпакстан занимает в этом перечне третье место."),
    ("kk", KK_LIST + "Бұл тізімде Қарақалпақстан үшінші орында тұр."),
]
RIGHT = [
    ("en", "The editor was detained on 12 April and heard his sentence on 12 November, seven months later."),
    ("en", "The editor heard his sentence on 12 April, five months after his arrest on 12 November."),
    ("ru", "Редактора задержали 12 апреля, а приговор огласили 12 ноября, спустя семь месяцев."),
    ("ru", "Приговор огласили 12 апреля, спустя пять месяцев после ареста 12 ноября."),
    ("kk", "Редактор 12 сәуірде ұсталды, ал үкім 12 қарашада, жеті айдан кейін жарияланды."),
    ("en", "Georgia fell by 29 places, from 60th to 89th. The authors warn against comparing the two positions."),
    ("en", "Georgia fell by 29 places, from 60th to 89th. The two places rest on different methods."),
    ("ru", "Грузия опустилась на 29 позиций, с 60-го на 89-е место. Сравнивать эти два места нельзя."),
    ("kk", "Грузия 60-орыннан 89-орынға, 29 сатыға түсті. Екі орынды салыстыруға болмайды."),
    ("en", EN_QUARTERS + "The first quarter was the worst."),
    ("ru", RU_QUARTERS + "Самым тяжёлым оказался первый квартал."),
    ("kk", KK_QUARTERS + "Ең ауыры бірінші тоқсан болды."),
    ("en", EN_REPORT + "The last incident of the reporting period happened on 28 December 2022 in Gyumri."),
    ("en", EN_REPORT + "The last such incident had been recorded on 4 January 2019."),
    ("ru", RU_REPORT + "Последний подобный случай отмечен 28 декабря 2019 года."),
    ("kk", KK_REPORT + "Есепке енген ең соңғы оқиға 2022 жылғы 28 желтоқсанда болды."),
    ("en", EN_LIST + "Talas, third in this list, owes its position to a quarrel."),
    ("ru", RU_LIST + "Каракалпакстан занимает в этом перечне четвёртое место."),
    ("kk", KK_LIST + "Бұл тізімде Қарақалпақстан төртінші орында тұр."),
    (
        "en",
        "The 87:\n– beatings – 51;\n– seizure – 19;\n– wounds – 9;\n– abduction – 6; murder – 1; death – 1.",
    ),
    (
        "ru",
        "Все 87:\n– избиения – 51;\n– изъятия – 19;\n– ранения – 9;\n– похищения – 6; убийство – 1; гибель – 1.",
    ),
    ("kk", "Қамаудағы 9 адамның жетеуі есепті жылы, біреуі одан бұрын сотталған, тағы біреуінің ісі тергеуде."),
]


@pytest.mark.parametrize(("language", "text"), WRONG)
def test_a_wrong_figure_is_told(language: str, text: str) -> None:
    assert any(one.verdict is Verdict.DIFFERS for one in check(text, language))


@pytest.mark.parametrize(("language", "text"), RIGHT)
def test_a_right_figure_is_not(language: str, text: str) -> None:
    assert all(one.verdict is not Verdict.DIFFERS for one in check(text, language))
