"""Right sentences of many structures, none of which may be called wrong; beside them the same with an error."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check

LISTS = [
    ("en", "Osh – 141 (45%), Naryn – 62 (20%), Talas – 53 (17%), Batken – 25 (8%), elsewhere – 31 (10%)."),
    ("en", "The 60 raids fall into three groups: 31 on homes, 20 on offices and nine on studios."),
    ("en", "Of the 90 held 50 were reporters and 40 editors, or five reporters for every four editors."),
    ("en", "We counted 130 people, namely 81 reporters, 31 editors and 18 owners, which gives 1.3 people for each case."),
    ("en", "The fund spent 50 million dram: 30 million (60%) on trips, 12.5 million (25%) on aid and as much as before on rent."),
    ("en", "Kotor had 40 cases (40%), Bar 32 (32%). The other 19 of the 21 towns together had 28 cases (28%)."),
    ("en", "More than half of the 150 people were reporters (78, or 52%); the others were editors (40), owners (20) and drivers (12)."),
    ("en", "Three stations were hit most: Nova – 8, Gama – 6, Luna – 4; the three had 18 cases in all."),
    ("ru", "Чаще всего закон нарушали школы – 71 случай (47%); за ними идут больницы – 39, суды – 24, музеи – 17."),
    ("ru", "Под следствием 49 человек по статьям: 342 — 20 человек, 130 — девять, 361 — восемь, 369 — семь, прочие — пять."),
    ("ru", "В 22 случаях судились чиновники (41% всех исков), в 14 — торговцы, в 11 — соседи, в семи — сами газеты."),
    ("ru", "Приговоров восемь: пять — к колонии (по три года, в среднем по два на двоих), два — к штрафу, один — условный."),
    ("kk", "Ұсталғандардың 45-і — тілші, 30-ы — оператор, 26-сы — редактор."),
    ("kk", "Сотқа жеткен алты істің төртеуі аяқталды: үшеуінде айыпталушы жазаланды, біреуінде ақталды; екі іс қаралуда."),
    ("kk", "Үш сайт жиі бұғатталды: «Тоғай» – 8 рет, «Қайың» – 6 рет, «Арша» – 4 рет; үшеуіне барлығы 18 оқиға тиді."),
    ("kk", "Ошта — 11, Нарында — тоғыз, Таласта — төрт оқиға тіркелді."),
]  # fmt: skip

ERRORS = [
    ("en", "The 60 raids fall into three groups: 31 on homes, 21 on offices and nine on studios.", "61"),
    ("en", "Three stations were hit most: Nova – 8, Gama – 6, Luna – 4; the three had 19 cases in all.", "18"),
    ("ru", "Под следствием 48 человек по статьям: 342 — 20 человек, 130 — девять, 361 — восемь, 369 — семь, прочие — пять.", "49"),
    ("kk", "Үш сайт жиі бұғатталды: «Тоғай» – 8 рет, «Қайың» – 6 рет, «Арша» – 4 рет; үшеуіне барлығы 17 оқиға тиді.", "18"),
]  # fmt: skip


def differing(text, language):
    return [one.should_be for one in check(text, language) if one.verdict is Verdict.DIFFERS]


@pytest.mark.parametrize(("language", "text"), LISTS)
def test_a_number_of_a_right_list_is_no_sum_of_its_neighbours(language, text):
    assert differing(text, language) == []


@pytest.mark.parametrize(("language", "text", "should_be"), ERRORS)
def test_a_wrong_list_of_the_same_structure_is_put_right(language, text, should_be):
    assert differing(text, language) == [should_be]
