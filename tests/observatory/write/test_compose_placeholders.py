"""What the report says where the registry holds placeholders, and where published numbers leave something open."""

from __future__ import annotations

import msgspec
import pytest
from tests.observatory.write.small import INCIDENTS, OBSTRUCTION, RELEASE, incident, materials, placeholder, total

from kuzet.basis.coding import Perpetrator
from kuzet.basis.errors import BadInput
from kuzet.observatory.write.composing.compose import compose
from kuzet.observatory.write.tree import charts, figure_runs, plain

UNNAMED = [placeholder(number, "fine", "non_state", methods=()) for number in (21, 22, 23)]
FOREIGN = (Perpetrator(klass="foreign_state"),)


def report(language="en", more=(), totals=RELEASE.totals):
    release = msgspec.structs.replace(RELEASE, incidents=(*INCIDENTS, *more), totals=totals)
    return compose(language, materials(release))


def told(made):
    """Everything that the paragraphs and lists say."""
    return "\n".join(
        plain(runs) for block in made.blocks for runs in (getattr(block, "runs", ()), *getattr(block, "items", ()))
    )


def chart(made, name):
    return {one.name: one for one in charts(made)}[name]


@pytest.mark.parametrize(
    ("language", "title", "label", "sentence"),
    [
        (
            "en",
            (
                "Most frequent among attacks via judicial and economic means: lawsuits and their penalties (6); "
                "method not known: 3"
            ),
            "Method not known",
            "The method of 3\u00a0incidents is named nowhere.",
        ),
        (
            "ru",
            (
                "Самая частая группа атак с использованием юридических и экономических механизмов: судебные дела "
                "и наказания (6); способ не известен: 3"
            ),
            "Способ не известен",
            "Способ 3\u00a0случаев нигде не назван.",
        ),
        (
            "kk",
            (
                "Құқықтық және экономикалық тетіктер арқылы жасалған шабуылдардың ең жиі тобы: "
                "сот істері мен жазалар (6); тәсілі белгісіз: 3"
            ),
            "Тәсілі белгісіз",
            "3\u00a0оқиғаның тәсілі еш жерде аталмаған.",
        ),
    ],
)
def test_a_method_that_nobody_names_leads_nothing_and_is_told_by_itself(language, title, label, sentence):
    made = report(language, UNNAMED)
    drawn = chart(made, "chart-bars-method-group")
    assert drawn.title == title
    assert [plain(cell) for cell in drawn.table.rows[-2]][:2] == [label, "3"]
    assert sentence in told(made)


def test_without_such_incidents_nothing_is_said_of_unknown_methods():
    made = report()
    assert "not known" not in chart(made, "chart-bars-method-group").title
    assert "named nowhere" not in told(made)


@pytest.mark.parametrize(
    ("language", "described", "inferred"),
    [
        (
            "en",
            "Bodies of a foreign state stand behind 1 that is described.",
            "No source names who is behind another 1",
        ),
        ("ru", "В 1\u00a0случае, описанных", "Кто стоит ещё за 1\u00a0случаем (это условные записи)"),
        (
            "kk",
            "Сипатталған 1\u00a0оқиғаның артында шет мемлекет органдары тұр.",
            "Тағы 1\u00a0оқиғаның артында кім тұрғанын",
        ),
    ],
)
def test_a_foreign_state_is_a_finding_only_where_an_incident_is_described(language, described, inferred):
    one = incident(31, "fine", "foreign_state", perpetrators=FOREIGN)
    other = placeholder(32, "fine", "foreign_state", perpetrators=FOREIGN)
    assert described in told(report(language, [one]))
    assert inferred not in told(report(language, [one]))
    assert inferred in told(report(language, [other]))
    assert described not in told(report(language, [other]))


@pytest.mark.parametrize(
    ("language", "question", "note"),
    [
        ("en", "Number of incidents, 2024. Placeholders among them: 4", "4 of these incidents are placeholders"),
        ("ru", "Число случаев, 2024 год. Из них условных записей: 4", "Из этих случаев 4 — условные записи"),
        ("kk", "Оқиғалар саны, 2024 жыл. Оның ішінде шартты жазбалар: 4", "шартты жазбалар саны: 4"),
    ],
)
def test_every_figure_and_every_table_says_how_many_placeholders_it_holds(language, question, note):
    made = report(language)
    asked = {run.question for run in figure_runs(made)}
    assert question in asked
    assert note in plain(chart(made, "chart-stacked-category-perpetrator").table.note)
    described = next(one for one in charts(made) if one.name == "chart-bars-target-kind")
    assert note not in plain(described.table.note)


def test_a_registry_without_placeholders_says_nothing_of_them():
    described = tuple(one for one in INCIDENTS if not one.reconstructed)
    made = compose("en", materials(msgspec.structs.replace(RELEASE, incidents=described)))
    assert not [run.question for run in figure_runs(made) if "Placeholders" in run.question]
    assert "placeholder" not in plain(chart(made, "chart-stacked-category-perpetrator").table.note)


@pytest.mark.parametrize(
    ("language", "note"),
    [
        ("en", "2022: the numbers published for the parts (8 + 9 + 5) do not add up to the published total (20)."),
        ("ru", "2022 год: опубликованные части (8 + 9 + 5) в сумме не дают опубликованного итога (20)."),
        ("kk", "2022 жыл: жарияланған бөліктердің қосындысы (8 + 9 + 5) жарияланған жиынтық санға (20) тең емес."),
    ],
)
def test_a_year_whose_published_parts_miss_the_published_total_has_a_note(language, note):
    odd = (*RELEASE.totals, total(2022, 5, ("category", "judicial_economic")))
    assert plain(chart(report(language, totals=odd), "chart-years-category").table.note).startswith(note)


def test_parts_that_add_up_or_are_not_all_known_have_no_such_note():
    even = (*RELEASE.totals, total(2022, 3, ("category", "judicial_economic")))
    assert "2022" not in plain(chart(report(totals=even), "chart-years-category").table.note)
    assert "2022" not in plain(chart(report(), "chart-years-category").table.note)


@pytest.mark.parametrize(
    ("language", "open_years", "every_year"),
    [
        (
            "en",
            "the lowest number since 2018 among the years that are known (1 in 2018)",
            "the lowest number since 2018 (1 in 2018)",
        ),
        (
            "ru",
            "самое низкое число с 2018 года среди лет, по которым есть данные (в 2018 году — 1)",
            "самое низкое число с 2018 года (в 2018 году — 1)",
        ),
        (
            "kk",
            "2018 жылдан бергі деректері белгілі жылдардағы ең төмен көрсеткіш (2018 жылы — 1)",
            "2018 жылдан бергі ең төмен көрсеткіш (2018 жылы — 1)",
        ),
    ],
)
def test_a_record_says_among_which_years_where_some_between_are_not_known(language, open_years, every_year):
    filled = (*RELEASE.totals, *(total(year, 30, ("category", "physical")) for year in (2019, 2020, 2021)))
    assert open_years in told(report(language))
    assert every_year in told(report(language, totals=filled))


@pytest.mark.parametrize(
    ("language", "title"),
    [
        (
            "en",
            (
                "Who stands behind each kind of attack: 7 by officials and foreign states, 5 by "
                "people not related to the state, 2 by nobody knows whom"
            ),
        ),
        (
            "ru",
            (
                "Кто стоит за атаками каждого вида: за 7\u00a0случаями — власть и иностранные "
                "государства, за 5\u00a0случаями — лица, не связанные с государством, за "
                "2\u00a0случаями — неизвестные"
            ),
        ),
        (
            "kk",
            (
                "Шабуылдардың артында кім тұр: 7\u00a0оқиғада — билік пен шет мемлекеттер, "
                "5\u00a0оқиғада — мемлекетке қатысы жоқ тұлғалар, 2\u00a0оқиғада — белгісіз адамдар"
            ),
        ),
    ],
)
def test_those_whom_nobody_knows_are_told_by_themselves(language, title):
    assert chart(report(language), "chart-stacked-category-perpetrator").title == title


def test_a_described_incident_has_a_method():
    with pytest.raises(BadInput, match="at least one method, or marked reconstructed"):
        incident(41, OBSTRUCTION, "authorities", methods=())


@pytest.mark.parametrize(
    ("language", "why"),
    [
        ("en", "The numbers of fines and arrests may therefore differ."),
        ("ru", "Поэтому числа штрафов и арестов могут расходиться."),
        ("kk", "Сондықтан айыппұл мен қамақ саны екі кестеде әртүрлі болуы мүмкін."),
    ],
)
def test_beside_the_penalties_stands_why_they_differ_from_the_methods(language, why):
    assert why in told(report(language))
