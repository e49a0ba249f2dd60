"""Which entry of a list has the most of it, what is set aside left out."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check

EN = """Press freedom in Belarus in 2023
By region: Minsk 310, Brest region 151, Homel region 118, Hrodna region 64, Viciebsk region 47.
"""
FRONT = """Attacks on the media in Kazakhstan in 2022
In 2022 we recorded 663 incidents.
Almaty leads with 248 incidents, followed by Astana with 131. Then come Aktobe (42), Oral (38), Karaganda (36) and \
Atyrau (33). All the others together account for 135.
"""
RU = """Давление на прессу в 2023 году
По областям: Гомельская — 34, Брестская — 28, Могилёвская — 14, Витебская — 12, Минская — 8, Гродненская — 5.
"""
TABLE = """Нападения на прессу в 2023 году
| Город | Случаи |
| Ташкент | 51 |
| Фергана | 17 |
| Самарканд | 14 |
| Нукус | 9 |
"""
KK = """Қазақстандағы сөз бостандығы: 2023 жыл
Өңірлер бойынша: Алматы – 83, Астана – 61, Атырау облысы – 22, Шығыс Қазақстан – 25, Қостанай – 12.
"""

WRONG = [
    ("en", EN, "After Minsk itself, Homel region, with 118 incidents, was the most dangerous place for reporters."),
    ("en", EN, "The most incidents were recorded in Brest region."),
    ("en", FRONT, "Outside the two big cities the heaviest pressure was felt by our colleagues in Oral."),
    ("ru", RU, "Опаснее всего было работать в Брестской области."),
    ("ru", RU, "Реже всего журналистов преследовали в Минской области."),
    ("ru", TABLE, "После столицы больше всего случаев отмечено в Самарканде."),
    ("kk", KK, "Ең көп шабуыл Астанада тіркелді."),
    ("kk", KK, "Екі ірі қаладан кейін ең көп шабуыл Атырауда тіркелді."),
    ("kk", KK, "Алматыдан тыс жерде журналистерге бәрінен қиыны Атырау облысы болды."),
]
RIGHT = [
    ("en", EN, "After Minsk itself, Brest region, with 151 incidents, was the most dangerous place for reporters."),
    ("en", EN, "The most violent attack happened in Homel region."),
    ("en", EN, "In relation to population Hrodna region was the most dangerous place."),
    ("en", FRONT, "Outside the two big cities the heaviest pressure was felt by our colleagues in Aktobe."),
    ("ru", RU, "Опаснее всего было работать в Гомельской области."),
    ("ru", RU, "Реже всего журналистов преследовали в Гродненской области."),
    ("ru", RU, "Самое тяжёлое нападение произошло в Брестской области."),
    ("ru", RU, "Больше всего штрафов выписали суды Брестской области."),
    ("ru", TABLE, "После столицы больше всего случаев отмечено в Фергане."),
    ("kk", KK, "Ең көп шабуыл Алматыда тіркелді."),
    ("kk", KK, "Екі ірі қаладан кейін ең көп шабуыл Шығыс Қазақстанда тіркелді."),
    ("kk", KK, "Халқына шаққанда ең көп шабуыл Қостанайда тіркелді."),
]


@pytest.mark.parametrize(("language", "listed", "claim"), WRONG)
def test_an_entry_that_is_not_the_first_is_told(language: str, listed: str, claim: str) -> None:
    found = check(listed + claim, language)
    assert any(one.verdict is Verdict.DIFFERS for one in found)


@pytest.mark.parametrize(("language", "listed", "claim"), RIGHT)
def test_the_first_entry_and_other_measures_hold(language: str, listed: str, claim: str) -> None:
    found = check(listed + claim, language)
    assert all(one.verdict is not Verdict.DIFFERS for one in found)
