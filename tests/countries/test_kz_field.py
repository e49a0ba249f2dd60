"""Outlets, offices, law, figures and names of Kazakhstan: codes of the codebook, names that lead to one owner."""

import re
from collections import Counter, defaultdict

import pytest

from kuzet.basis.codebook import load as load_codebook
from kuzet.countries import load

COUNTRY = load("kz")
CODEBOOK = load_codebook("2024.1")
OUTLET_KINDS = {
    "online_media", "newspaper", "radio", "tv_channel", "youtube_channel", "telegram_channel", "news_agency",
    "media_company", "ngo",
}  # fmt: skip
MIXED_SCRIPTS = re.compile(r"(?=[^\W\d_]*[a-zA-Z])(?=[^\W\d_]*[\u0400-\u04ff])[^\W\d_]+")
LOGOTYPES = {"Vласть", "АКИpress"}


def outlet(spelling: str) -> list[str]:
    return [o.id for o in COUNTRY.outlets if spelling in o.spellings()]


def total(year: int, **where: str) -> list[int]:
    return [row.value for row in COUNTRY.published_totals if row.year == year and row.where == where]


def test_there_are_at_least_200_outlets_with_one_id_each():
    assert len(COUNTRY.outlets) >= 200
    assert [name for name, times in Counter(o.id for o in COUNTRY.outlets).items() if times > 1] == []


def test_outlet_kinds_are_target_kinds_of_the_codebook():
    assert {o.kind for o in COUNTRY.outlets} == OUTLET_KINDS
    assert set(CODEBOOK.table("target_kinds")) >= OUTLET_KINDS


def test_an_outlet_of_the_country_lies_in_one_of_its_regions():
    regions = {r.iso for r in COUNTRY.regions} | {""}
    assert [o.id for o in COUNTRY.outlets if o.region not in regions or (o.country != "KZ" and o.region)] == []


def test_a_spelling_leads_to_one_outlet():
    owners = defaultdict(set)
    for one in COUNTRY.outlets:
        for spelling in one.spellings():
            owners[spelling.casefold()].add(one.id)
    assert {name: ids for name, ids in owners.items() if len(ids) > 1} == {}


@pytest.mark.parametrize(
    ("spelling", "expected"),
    [
        ("Ural Week", "uralskweek"),
        ("Орал апталығы", "uralskweek"),
        ("uralskweek.kz", "uralskweek"),
        ("Wild Horde", "dikayaorda"),
        ("Дикая орда", "dikayaorda"),
        ("I Adore", "obozhayu"),
        ("Обожаю", "obozhayu"),
        ("Азаттық", "azattyq"),
        ("Radio Azattyk", "azattyq"),
        ("Azattyk Media", "azattyk-kg"),
        ("Наша газета", "nashagazeta"),
        ("Lonely Passenger", "zhalgyzzholaushy"),
        ("Law-Abiding Citizen", "zakonoposlushny"),
        ("Channel One Eurasia", "firsteurasia"),
        ("Kozachkov_offside", "kozachkov"),
        ("HOLAnews", "hola"),
        ("Umarovnews.kz", "umarovnews"),
        ("Respublika.kz.media", "respublika"),
        ("AQIQAT", "aqiqat"),
        ("Journalistic Initiative LLP", "zhurnalistskaya-initsiativa"),
        ("Atameken Business", "atameken"),
        ("Road Control", "roadcontrol"),
        ("Тобол-инфо", "tobolinfo"),
        ("Temirov Live", "temirovlive"),
    ],
)
def test_names_in_three_languages_and_domains_lead_to_the_outlet(spelling, expected):
    assert outlet(spelling) == [expected]


@pytest.mark.parametrize("code", ["vremya", "vlast", "caravan", "khabar", "orda", "obozhayu", "respublika", "lada"])
def test_names_that_are_ordinary_words_are_marked(code):
    assert [o.common_word for o in COUNTRY.outlets if o.id == code] == [True]


def test_no_word_mixes_latin_and_cyrillic_letters_by_mistake():
    texts = [s for o in COUNTRY.outlets for s in o.spellings()]
    texts += [s for p in COUNTRY.settlements for s in p.spellings()]
    texts += [s for r in COUNTRY.regions for s in (*r.stems.all(), *r.aliases.all())]
    texts += [s for o in COUNTRY.offices for s in o.words.all()]
    texts += [s for code in COUNTRY.law for s in code.spellings.all()]
    assert {word for text in texts for word in MIXED_SCRIPTS.findall(text)} <= LOGOTYPES


def test_offices_stand_for_classes_and_kinds_of_the_codebook():
    kinds = CODEBOOK.table("perpetrator_kinds")
    wrong = [(o.code, o.kind) for o in COUNTRY.offices if o.kind not in kinds]
    assert wrong == []
    disagree = [o.code for o in COUNTRY.offices if kinds[o.kind].extra["class"] != o.perpetrator_class]
    assert disagree == []


def test_every_office_has_words_in_each_language():
    bare = [o.code for o in COUNTRY.offices if not (o.words.kk and o.words.ru and o.words.en)]
    assert bare == []


def test_no_word_of_an_office_stands_for_two_classes():
    classes = defaultdict(set)
    for one in COUNTRY.offices:
        for word in one.words.all():
            classes[word].add(one.perpetrator_class)
    assert {word: found for word, found in classes.items() if len(found) > 1} == {}


@pytest.mark.parametrize(
    ("spelling", "code"),
    [
        ("ҚР ҚК", "criminal_code"),
        ("УК РК", "criminal_code"),
        ("КРКобАП", "administrative_code"),
        ("КРКоАП", "administrative_code"),
        ("ӘҚБтК", "administrative_code"),
        ("Code of Administrative Offenses", "administrative_code"),
        ("ГК РК", "civil_code"),
        ("ЗРК о масс-медиа", "mass_media_law"),
    ],
)
def test_spellings_of_a_law_lead_to_its_code(spelling, code):
    assert [law.code for law in COUNTRY.law if spelling in law.spellings.all()] == [code]


def test_articles_belong_to_listed_laws_and_proceedings():
    laws, proceedings = {law.code for law in COUNTRY.law}, CODEBOOK.table("proceedings")
    assert [a.article for a in COUNTRY.law_articles if a.code not in laws] == []
    assert [a.article for a in COUNTRY.law_articles if a.proceeding not in proceedings] == []
    assert {a.stance for a in COUNTRY.law_articles} == {"against", "protects"}


def test_an_article_and_part_stand_once():
    keys = [(a.code, a.article, a.part) for a in COUNTRY.law_articles]
    assert len(keys) == len(set(keys))


def test_slander_costs_180_units_or_20_days_when_public():
    (row,) = [a for a in COUNTRY.law_articles if (a.article, a.part) == ("73-3", "2")]
    assert (row.fine_max, row.arrest_max_days, str(row.valid_from)) == (180, 20, "2020-07")


def test_no_penalty_is_given_that_is_not_verified():
    bounds = ("fine_min", "fine_max", "arrest_max_days", "prison_max_months")
    unproved = [
        (a.article, a.part) for a in COUNTRY.law_articles if not a.verified and any(getattr(a, b) for b in bounds)
    ]
    assert unproved == []


@pytest.mark.parametrize(
    ("year", "value"),
    [(2020, 342), (2021, 314), (2022, 469), (2023, 369)],
)
def test_totals_of_earlier_years_are_those_published(year, value):
    assert total(year) == [value]


def test_the_categories_of_2023_make_its_total_and_those_of_2022_are_two_more():
    by_year = {
        year: sum(total(year, category=code)[0] for code in CODEBOOK.table("categories")) for year in (2022, 2023)
    }
    assert by_year == {2022: 471, 2023: 369}


def test_parts_of_2023_that_were_printed():
    assert total(2023, category="judicial_economic", method_group="lawsuit") == [46]
    assert total(2023, category="judicial_economic", method_group="interrogation") == [2]
    assert total(2023, category="judicial_economic", method_group="closure_blocking") == [4]
    assert total(2023, category="judicial_economic", method_group="detention") == [7]
    assert total(2023, category="non_physical_cyber", method_group="cyber") == [61]


def test_published_totals_speak_the_codebook():
    tables = {"category": "categories", "method_group": "method_groups"}
    for row in COUNTRY.published_totals:
        for field, code in row.where.items():
            assert CODEBOOK.check(tables[field], code, f"published_totals.csv {row.year}") == code
        assert row.kind in ("printed", "derived")
        assert row.unit == "incidents"


def test_indicators_have_one_value_a_year():
    keys = [(one.name, one.year) for one in COUNTRY.indicators]
    assert len(keys) == len(set(keys))


def test_the_rank_of_2024_is_142_eight_places_lower_than_in_2023():
    rank = {one.year: one.value for one in COUNTRY.indicators if one.name == "rsf_rank"}
    assert (rank[2024], rank[2024] - rank[2023]) == (142, 8)


def test_there_are_at_least_600_given_names_each_once():
    names = [one.name.kk for one in COUNTRY.names]
    assert len(names) >= 600
    assert len(names) == len(set(names))
    assert {one.gender for one in COUNTRY.names} == {"male", "female", "any"}


@pytest.mark.parametrize(
    ("kk", "ru", "en", "gender"),
    [
        ("Тамара", "Тамара", "Tamara", "female"),
        ("Асхат", "Асхат", "Askhat", "male"),
        ("Төлеген", "Толеген", "Tolegen", "male"),
        ("Жәмила", "Джамиля", "Dzhamilya", "female"),
        ("Айнұр", "Айнур", "Ainur", "female"),
    ],
)
def test_a_given_name_is_known_in_three_languages(kk, ru, en, gender):
    assert [(n.name.ru, n.name.en, n.gender) for n in COUNTRY.names if n.name.kk == kk] == [(ru, en, gender)]


def test_surname_endings_know_patronymics_and_gender():
    endings = {(e.ending, e.language): (e.part, e.gender) for e in COUNTRY.surname_endings}
    assert endings["қызы", "kk"] == ("patronymic", "female")
    assert endings["uly", "en"] == ("patronymic", "male")
    assert endings["ова", "ru"] == ("surname", "female")
    assert len(endings) == len(COUNTRY.surname_endings)


def test_events_and_changes_of_the_law_are_in_order_of_time():
    assert [e.code for e in COUNTRY.events if e.end < e.start] == []
    assert [e.start for e in COUNTRY.events] == sorted(e.start for e in COUNTRY.events)
    whens = [change.when for change in COUNTRY.legislation]
    assert whens == sorted(whens)


def test_the_events_of_2024_have_the_codes_that_incidents_use():
    assert {"floods_2024", "referendum_2024"} <= {e.code for e in COUNTRY.events}
