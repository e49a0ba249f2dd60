"""Our own report: its true numbers raise no alarm, and one changed number on its page is found."""

from __future__ import annotations

from fractions import Fraction

import pytest
from tests import tampering

from kuzet import countries
from kuzet.commands import checking
from kuzet.observatory import pipeline
from kuzet.observatory.write.check import Kind, Verdict, check
from kuzet.observatory.write.check.inputs import files as inputs
from kuzet.observatory.write.check.repeats.notes import disagreeing
from kuzet.observatory.write.formats import render

SAMPLE = 50
"""Numbers changed on a page here, all at once; `tests/soak/reports.py` changes 200, one at a time, and checks all."""


@pytest.fixture(scope="module")
def registry(demo_folder):
    return checking._registry(demo_folder / "release")


@pytest.fixture(scope="module", params=["en", "ru", "kk"])
def page(request, demo_release):
    report = pipeline.report(demo_release, countries.load("kz"), request.param)
    return request.param, render(report, "html").decode()


def differing(page, language, registry):
    source = inputs.read("a.html", page.encode())
    found = check(source.text, language, registry, None, source.links)
    return {(one.kind, one.should_be, one.why) for one in found if one.verdict is Verdict.DIFFERS}


def test_our_own_page_has_no_number_that_differs_from_itself_or_from_its_release(page, registry):
    language, text = page
    assert differing(text, language, registry) == set()


def spaced(number):
    return " ".join(number.split())


def test_each_of_fifty_changed_numbers_of_our_own_page_is_found(page):
    """By its note, which `check` asks first of all (`test_notes`)."""
    language, text = page
    changes = tampering.spread(tampering.html_figures(text, 7), SAMPLE)
    source = inputs.read("a.html", tampering.changed(text, changes).encode())
    told = list(disagreeing(source.links, language))
    assert len(told) == SAMPLE
    pairs = [
        (spaced(change.new) in one.text, spaced(change.old) in one.should_be)
        for one, change in zip(told, changes, strict=True)
    ]
    assert pairs == [(True, True)] * SAMPLE


INDICATORS = {
    ("rsf_rank", 2024): 142,
    ("rsf_rank", 2023): 134,
    ("rsf_score", 2024): Fraction("41.11"),
    ("freedom_on_the_net", 2024): 34,
    ("media_registered", 2024): 5919,
    ("media_online", 2024): 585,
    ("new_media_online", 2024): 185,
    ("new_media_news_agencies", 2024): 189,
    ("new_media_agencies_and_online", 2024): 379,
}

CLAIMANTS = {(("authorities",), 2024): 26}


class Codes:
    """A registry that counts by the codes that a question names."""

    def __init__(self, numbers):
        self.numbers = numbers

    def count(self, where, year):
        if where.get("claimant"):
            return CLAIMANTS.get((where["claimant"], year))
        key = tuple(sorted(code for codes in where.values() for code in codes))
        return self.numbers.get((key, year))

    def indicator(self, code, year):
        return INDICATORS.get((code, year))


RELEASE = Codes(
    {
        ((), 2024): 347,
        (("physical",), 2024): 4,
        (("non_state", "physical"), 2024): 3,
        (("authorities", "physical"), 2024): 1,
        (("non_physical_cyber",), 2024): 125,
        (("cyber",), 2024): 47,
        (("non_state",), 2024): 155,
        (("authorities",), 2024): 136,
        (("administrative",), 2024): 21,
        (("administrative", "lawsuit"), 2024): 20,
        (("closure_blocking",), 2024): 8,
        (("obstruction_access",), 2024): 48,
        (("lawsuit",), 2024): 61,
        (("lawsuit",), 2023): 46,
        (("authorities", "lawsuit"), 2024): 27,
    }
)

TRUE = [
    ("en", "Physical attacks\n\n4 incidents of this category were recorded in 2024."),
    ("ru", "Физические атаки\n\nВ 2024 году зафиксировано 4 случая этой категории."),
    ("kk", "Физикалық шабуылдар\n\n2024 жылы бұл санатта 4 оқиға тіркелді."),
    ("en", "Non-physical attacks, cyber-attacks and threats make up 125 incidents."),
    ("ru", "Атаки нефизического характера, кибератаки и угрозы - это 125 случаев."),
    ("kk", "Физикалық емес шабуылдар, кибершабуылдар мен қоқан-лоқы - 125 оқиға."),
    ("en", "A prison sentence or an administrative arrest was imposed in 3 incidents."),
    ("ru", "Лишение свободы или административный арест назначены в 3 случаях."),
    ("kk", "Бас бостандығынан айыру немесе әкімшілік қамақ 3 оқиғада тағайындалды."),
    ("en", "Sources: Ledger: Referendum day: six complaints of obstruction, 7 October 2024"),
    ("ru", "Источники: Вестник: шесть жалоб на воспрепятствование, 7 октября 2024 года"),
    ("kk", "Дереккөздер: Хабаршы: кедергі келтіру туралы алты шағым, 2024 жылғы 7 қазан"),
    ("en", "73 Blocked sites, 2024. Published total."),
    ("ru", "73 Заблокированные сайты, 2024 год. Опубликованный итог."),
    ("kk", "73 Бұғатталған сайттар, 2024 жыл. Жарияланған жиынтық."),
    ("en", "In measurements 17 news sites were found blocked."),
    ("ru", "По измерениям, 17 новостных сайтов заблокированы."),
    ("kk", "Өлшемдер бойынша 17 жаңалықтар сайты бұғатталған."),
    ("en", "On the day of the referendum obstruction was met: 6 incidents."),
    ("ru", "В день референдума было воспрепятствование: 6 случаев."),
    ("kk", "Референдум күні кедергі келтірілді: 6 оқиға."),
    ("kk", "Жала жабу - 7."),
    ("kk", "Оны полиция тоқтатты."),
    ("en", "61 incidents are lawsuits. Of these 61 lawsuits 26 were begun by the authorities."),
    ("ru", "61 случай - судебные дела. Из 61 судебного дела 26 начаты властями."),
    ("kk", "61 оқиға - сот ісі. 61 сот ісінің 26-сын билік өкілдері бастады."),
    ("en", "In 2024 lawsuits led. The commonest of the penalties imposed in lawsuits: Fine (10)."),
    ("ru", "В 2024 году чаще всего в судебных делах назначали: Штраф (10)."),
    ("kk", "2024 жылы сот істерінде тағайындалған жазалар: Айыппұл (10)."),
    ("en", "In the World Press Freedom Index of RSF the country took 142nd place in 2024, 8 places lower."),
    ("ru", "Во Всемирном индексе свободы прессы в 2024 году - 142-е место, на 8 мест ниже. Оценка — 41,1."),
    ("kk", "Баспасөз бостандығы индексінде ел 2024 жылы 142-орынды иеленді. Жинаған ұпайы — 41,11."),
    ("en", "In the Press Freedom Index it ranked 134 in 2023. That was a fall. In the league it took 3rd place."),
    (
        "en",
        "506 media outlets were newly registered. Of these 379 news agencies and online outlets.",
    ),
    ("en", "3 online outlets were attacked, and 12 incidents registered."),
]
HEAD = {
    "en": "In 2024, 347 incidents were recorded.",
    "ru": "В 2024 году зафиксировано 347 случаев.",
    "kk": "2024 жылы 347 оқиға тіркелді.",
}


@pytest.mark.parametrize(("language", "text"), TRUE)
def test_a_true_sentence_of_our_report_is_not_held_against_another_count_of_the_release(language, text):
    found = check(f"{HEAD[language]}\n\n{text}", language, RELEASE)
    assert [one.why for one in found if one.verdict is Verdict.DIFFERS] == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Physical attacks\n\n9 incidents of this category were recorded in 2024."),
        ("ru", "Физические атаки\n\nВ 2024 году зафиксировано 9 случаев этой категории."),
        ("kk", "Физикалық шабуылдар\n\n2024 жылы бұл санатта 9 оқиға тіркелді."),
    ],
)
def test_a_wrong_count_of_the_category_of_a_heading_is_held_against_the_release(language, text):
    found = check(f"{HEAD[language]}\n\n{text}", language, RELEASE)
    told = [one.why for one in found if one.kind is Kind.RELEASE and one.verdict is Verdict.DIFFERS]
    assert told == ["the release has 4, not 9: category physical in 2024"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Chart 1 347 incidents in 2024: the number fell"),
        ("ru", "Диаграмма 1 347 случаев в 2024 году: число упало"),
        ("kk", "1-диаграмма 347 оқиға: саны азайды"),
    ],
)
def test_the_number_of_a_chart_is_no_part_of_the_number_behind_it(language, text):
    found = check(f"{HEAD[language]}\n\n{text}", language, RELEASE)
    assert [one.should_be for one in found if one.verdict is Verdict.DIFFERS] == []


SHARES = {
    "en": "125 cases (36% of the total) were online, 218 (63%) legal. In 2022, with 205, they were 44% of the total.",
    "ru": "125 случаев (36% от общего числа) в сети, 218 (63%) в суде. В 2022 году было 205, 44% от общего числа.",
    "kk": "125 оқиға (жалпы санның 36%) желіде, 218 оқиға (63%) сотта. 2022 жылы 205 оқиға, жалпы санның 44 пайызы.",
}


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_a_share_of_an_earlier_year_is_not_of_the_whole_of_this_one(language):
    found = check(f"{HEAD[language]} {SHARES[language]}", language)
    assert [one.why for one in found if one.kind is Kind.SHARE and one.verdict is Verdict.DIFFERS] == []


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "In the World Press Freedom Index it took 143rd place in 2024.", ("142", "142, not 143: rsf_rank")),
        ("ru", "В индексе свободы прессы у страны 143-е место.", ("142", "142, not 143: rsf_rank")),
        ("kk", "Баспасөз бостандығы индексінде ел 143-орынды иеленді.", ("142", "142, not 143: rsf_rank")),
        ("en", "The Press Freedom Index ranks it. Its score was 41.71.", ("41.11", "41.11, not 41.71: rsf_score")),
        ("ru", "В докладе «Свобода в сети» она получила 31 балл.", ("34", "34, not 31: freedom_on_the_net")),
        ("kk", "«Желідегі бостандық» баяндамасында ел 31 ұпай алды.", ("34", "34, not 31: freedom_on_the_net")),
        ("en", "5,919 media outlets were registered, 535 online outlets.", ("585", "585, not 535: media_online")),
        ("ru", "Было зарегистрировано 5 919 СМИ, 535 интернет-изданий.", ("585", "585, not 535: media_online")),
        ("kk", "5 919 БАҚ тіркелген еді, 535 интернет-басылым.", ("585", "585, not 535: media_online")),
    ],
)
def test_a_number_of_another_organisation_is_held_against_that_of_the_release(language, text, told):
    found = check(f"{HEAD[language]}\n\n{text}", language, RELEASE)
    differs = [one for one in found if one.kind is Kind.RELEASE and one.verdict is Verdict.DIFFERS]
    assert [(one.should_be, one.why) for one in differs] == [(told[0], f"the release has {told[1]} in 2024")]
