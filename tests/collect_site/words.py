"""Own words for pages in three languages: fillers that report nothing, and sentences that report an attack."""

from __future__ import annotations

import random

SUBJECTS = {
    "ru": [
        "агроном",
        "строитель",
        "учитель",
        "водитель",
        "повар",
        "плотник",
        "садовник",
        "инженер",
        "геолог",
        "врач",
        "библиотекарь",
        "лесник",
    ],
    "kk": [
        "диқан",
        "құрылысшы",
        "мұғалім",
        "жүргізуші",
        "аспаз",
        "балташы",
        "бағбан",
        "дәрігер",
        "кітапханашы",
        "орманшы",
        "шопан",
        "аңшы",
    ],
    "en": [
        "farmer",
        "builder",
        "teacher",
        "driver",
        "cook",
        "carpenter",
        "gardener",
        "engineer",
        "geologist",
        "doctor",
        "librarian",
        "forester",
    ],
}
ACTS = {
    "ru": [
        "починил",
        "осмотрел",
        "покрасил",
        "измерил",
        "посадил",
        "привёз",
        "открыл",
        "описал",
        "нашёл",
        "вымыл",
        "построил",
        "собрал",
    ],
    "kk": [
        "жөндеді",
        "қарады",
        "бояды",
        "өлшеді",
        "отырғызды",
        "әкелді",
        "ашты",
        "сипаттады",
        "тапты",
        "жуды",
        "салды",
        "жинады",
    ],
    "en": [
        "repaired",
        "inspected",
        "painted",
        "measured",
        "planted",
        "brought",
        "opened",
        "described",
        "found",
        "washed",
        "built",
        "collected",
    ],
}
THINGS = {
    "ru": [
        "мост",
        "дорогу",
        "яблоню",
        "колодец",
        "теплицу",
        "школу",
        "крышу",
        "тропу",
        "лодку",
        "мельницу",
        "ограду",
        "площадку",
        "канал",
        "печь",
    ],
    "kk": [
        "көпірді",
        "жолды",
        "алманы",
        "құдықты",
        "жылыжайды",
        "мектепті",
        "шатырды",
        "соқпақты",
        "қайықты",
        "диірменді",
        "қоршауды",
        "алаңды",
    ],
    "en": [
        "bridge",
        "road",
        "orchard",
        "well",
        "greenhouse",
        "school",
        "roof",
        "path",
        "boat",
        "mill",
        "fence",
        "playground",
        "canal",
        "stove",
    ],
}
WHERE = {
    "ru": [
        "у реки",
        "за холмом",
        "возле станции",
        "на окраине",
        "в долине",
        "у озера",
        "под горой",
        "на рынке",
        "в саду",
        "за полем",
    ],
    "kk": [
        "өзен бойында",
        "төбенің артында",
        "бекет жанында",
        "шет жақта",
        "аңғарда",
        "көл жағасында",
        "тау етегінде",
        "базарда",
        "бақта",
    ],
    "en": [
        "by the river",
        "behind the hill",
        "near the station",
        "at the edge",
        "in the valley",
        "by the lake",
        "under the mountain",
    ],
}
WHEN = {
    "ru": [
        "утром",
        "вечером",
        "в среду",
        "весной",
        "после дождя",
        "к обеду",
        "осенью",
        "на рассвете",
        "в июне",
        "перед зимой",
    ],
    "kk": [
        "таңертең",
        "кешке",
        "сәрсенбіде",
        "көктемде",
        "жаңбырдан кейін",
        "түске қарай",
        "күзде",
        "таң ата",
        "маусымда",
        "қыс алдында",
    ],
    "en": [
        "in the morning",
        "in the evening",
        "on Wednesday",
        "in spring",
        "after the rain",
        "by noon",
        "in autumn",
        "at dawn",
    ],
}
FORMS = {
    "ru": "{when} {subject} {number} {act} {thing} {where}.",
    "kk": "{when} {subject} {number} {where} {thing} {act}.",
    "en": "The {subject} {number} {act} the {thing} {where} {when}.",
}
ATTACKS = {
    "ru": (
        "Полиция Алматы задержала журналиста Ерлана Сапарова, когда он снимал митинг у акимата.",
        "Корреспондента Марину Ким избили неизвестные и разбили её камеру.",
        "Суд в Астане арестовал журналиста Дамира Оспанова на 15 суток за участие в митинге.",
    ),
    "kk": (
        "Алматыда полиция журналист Ерлан Сапаровты митингті түсіріп жатқанда ұстады.",
        "Белгісіз адамдар тілші Марина Кимді ұрып, камерасын сындырды.",
        "Астанада сот журналист Дамир Оспановты 15 тәулікке қамады.",
    ),
    "en": (
        "Police in Almaty detained journalist Yerlan Saparov while he was filming a rally.",
        "Unknown men beat reporter Marina Kim and broke her camera.",
        "A court in Astana sentenced journalist Damir Ospanov to 15 days of arrest for filming a rally.",
    ),
}


def sentence(language: str, chance: random.Random) -> str:
    """A sentence that reports nothing."""
    made = FORMS[language].format(
        subject=chance.choice(SUBJECTS[language]),
        number=chance.randrange(10_000),
        act=chance.choice(ACTS[language]),
        thing=chance.choice(THINGS[language]),
        where=chance.choice(WHERE[language]),
        when=chance.choice(WHEN[language]),
    )
    return made[0].upper() + made[1:]


def text(language: str, chance: random.Random, attack: str = "") -> list[str]:
    """Paragraphs, the first one beginning with the attack where there is one."""
    paragraphs = [" ".join(sentence(language, chance) for _ in range(5)) for _ in range(4)]
    return [f"{attack} {paragraphs[0]}", *paragraphs[1:]] if attack else paragraphs
