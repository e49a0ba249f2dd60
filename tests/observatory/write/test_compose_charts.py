"""Charts of whatever a release holds."""

from __future__ import annotations

import json

import msgspec
import pytest
from tests.observatory.write.bodies import of
from tests.observatory.write.small import OBSTRUCTION, RELEASE, incident, materials

from kuzet.basis.dates import EventDate
from kuzet.basis.errors import BadExpression
from kuzet.basis.incident import Case, CaseStep
from kuzet.basis.names import Name
from kuzet.observatory.write import phrases
from kuzet.observatory.write.composing.compose import compose, parts
from kuzet.observatory.write.tree import Chart, Heading, Paragraph, charts, plain

PARTS = {
    "title": "title: A\nsubtitle: B\npublisher: C\n",
    "report": "::: chart\n{{ chart stacked category perpetrator }}\nWho attacks\n:::\n\n{{ list figures }}",
}
CLASSES = ("authorities", "authorities", "authorities", "non_state", "non_state", "foreign_state", "unknown", "none")


@pytest.mark.parametrize(("language", "others"), [("en", "Others"), ("ru", "Прочие"), ("kk", "Басқалары")])
def test_of_more_than_four_series_the_rarest_are_drawn_as_others_and_told_apart_in_the_data(language, others):
    incidents = tuple(incident(number, OBSTRUCTION, klass) for number, klass in enumerate(CLASSES, 1))
    (chart,) = charts(compose(language, materials(msgspec.structs.replace(RELEASE, incidents=incidents)), PARTS.get))
    drawn = json.dumps(chart.specs.wide, ensure_ascii=False)
    labels = [label.label.get(language) for label in materials().codebook.table("perpetrator_classes").values()]
    assert [label for label in labels if f'"{label}"' in drawn] == [labels[0], labels[1], labels[2]]
    assert f'"text": "{others}"' in drawn
    assert [plain(cell) for cell in chart.table.head[1:-1]] == labels
    assert [plain(cell) for cell in chart.table.rows[0][1:]] == ["3", "2", "1", "1", "1", "8"]


def step(day, kind):
    return CaseStep(date=EventDate.parse(day), kind=kind, text=Name(en=f"It came to a {kind}."))


def case(name, incident, *steps):
    return Case(
        id=name, title=Name(en=f"Case {name}", ru=f"Дело {name}", kk=f"{name} ісі"), incidents=(incident,), steps=steps
    )


LONG = case("long", "KZ-2024-0001", step("2024", "complaint"), step("2024-09", "search"), step("2024-10-18", "verdict"))
SHORT = case("short", "KZ-2024-0002", step("2021-03-01", "appeal"), step("2024-05-06", "appeal_decision"))
EMPTY = case("empty", "KZ-2024-0003")


def told(text, *cases, language="en"):
    parts = {**PARTS, "report": text}
    return compose(language, materials(msgspec.structs.replace(RELEASE, cases=cases)), parts.get)


def chart_of(made):
    (found,) = charts(made)
    return found


def drawn(chart):
    """All words of the picture."""
    return {
        row["text"] if isinstance(row["text"], str) else " ".join(row["text"])
        for layer in chart.specs.wide["layer"]
        for row in layer["data"]["values"]
        if "text" in row
    }


TITLE = "{{ timeline title }}: {{ timeline steps | noun step }}, {{ timeline last }}"


@pytest.mark.parametrize(
    ("language", "title", "label"),
    [
        ("en", "Case long: 3\u00a0steps, verdict, 18 October 2024", "September 2024: Search"),
        ("ru", "Дело long: 3\u00a0шага, решение, 18 октября 2024 года", "сентябрь 2024 года: Обыск"),
        ("kk", "long ісі: 3\u00a0қадам, шешім, 2024 жылғы 18 қазан", "2024 жылғы қыркүйек: Тінту"),
    ],
)
def test_the_case_with_most_steps_is_told_with_its_dates_as_exact_as_they_are_known(language, title, label):
    chart = chart_of(told(f"::: chart\n{{{{ chart timeline }}}}\n{TITLE}\n:::", SHORT, LONG, EMPTY, language=language))
    assert chart.title == title
    assert label in drawn(chart)
    assert chart.alt.startswith(f"{title}. ")
    assert label in chart.alt
    assert [len(row) for row in chart.table.rows] == [3, 3, 3]


def test_only_a_day_and_a_night_are_drawn_as_exact():
    steps = [
        step(day, "hearing") for day in ("2024", "2024-09", "2024-09-20/2024-09-21 night", "2024-09-24/2024-09-30")
    ]
    one = case("one", "KZ-2024-0001", *steps, step("2024-10-18", "verdict"))
    layers = chart_of(told("::: chart\n{{ chart timeline }}\nTold\n:::", one)).specs.wide["layer"]
    key = 1
    assert [len(layer["data"]["values"]) - key for layer in layers[1:3]] == [3, 2]


def test_a_filter_chooses_the_case_of_an_incident_and_years_stand_below_a_long_one():
    one = "id=KZ-2024-0002"
    chart = chart_of(
        told(f"::: chart\n{{{{ chart timeline {one} }}}}\n{{{{ timeline title {one} }}}}\n:::", LONG, SHORT)
    )
    assert chart.title == "Case short"
    assert {"2021", "2022", "2023", "2024", "1 March 2021: Appeal"} <= drawn(chart)


def test_a_case_without_a_step_is_told_nowhere_and_a_condition_asks_for_it():
    text = "{% if known timeline steps %}{{ timeline title }}{% else %}nothing{% end %}"
    assert plain(told(text, EMPTY).blocks[0].runs) == "nothing"
    assert plain(told(text, EMPTY, SHORT).blocks[0].runs) == "Case short"


@pytest.mark.parametrize(
    ("expression", "cases", "why"),
    [
        ("chart timeline", (EMPTY,), "'chart timeline' is not computable: no case with steps"),
        ("chart timeline id=KZ-2024-0007", (LONG,), "no case with steps holds an incident that passes the filters"),
        (
            "chart timeline",
            (case("bare", "KZ-2024-0001", step("--05-13", "hearing")),),
            "no step of case bare has a year",
        ),
        ("chart timeline category", (LONG,), "'chart timeline category' is not of the form 'chart timeline'"),
        ("timeline steps | noun stepp", (LONG,), "'stepp' is not one of the nouns of language en; did you mean step?"),
        ("timeline end", (LONG,), "'end' is not one of title, steps, last after timeline"),
    ],
)
def test_a_case_that_cannot_be_told_is_one_line_with_its_place(expression, cases, why):
    with pytest.raises(BadExpression) as error:
        told(f"::: chart\n{{{{ {expression} }}}}\n:::", *cases)
    assert why in str(error.value)
    assert str(error.value).startswith("report.txt, line 2, column ")
    assert "\n" not in str(error.value)


# --- titles that state the finding -----------------------------------------------------------------------------------


def titled(language, incidents):
    """The titles of the charts of the built-in report, by name."""
    made = compose(language, materials(msgspec.structs.replace(RELEASE, incidents=tuple(incidents))))
    return {chart.name: chart.title for chart in charts(made)}


def on(number, day, region="KZ-75", **more):
    there = msgspec.structs.replace(incident(1, OBSTRUCTION, "authorities").place, region=region)
    return incident(number, OBSTRUCTION, "authorities", day, place=there, **more)


NOWHERE = [on(number, "2024", "") for number in (7, 8, 9)]
ONE_LEADS = [on(1, "2024-10-02"), on(2, "2024-10-05"), on(3, "2024-03-01", "KZ-71"), *NOWHERE]
TWO_LEAD = [*ONE_LEADS, on(4, "2024-03-09", "KZ-71")]
FOUR_LEAD = [on(n, f"2024-0{n}-01", region) for n, region in enumerate(("KZ-71", "KZ-75", "KZ-79", "KZ-10"), 1)]


@pytest.mark.parametrize(
    ("language", "region", "month"),
    [
        (
            "en",
            "First among the regions by described incidents, as far as the place is known: Almaty (2)",
            "First among the months by described incidents, as far as the month is known: October (2)",
        ),
        (
            "ru",
            "Первое место среди регионов по числу описанных случаев, насколько место известно: город Алматы (2)",
            "Первое место среди месяцев по числу описанных случаев, насколько месяц известен: октябрь (2)",
        ),
        (
            "kk",
            "Орны белгілі сипатталған оқиғалар саны бойынша өңірлер ішінде бірінші орында: Алматы қаласы (2)",
            "Айы белгілі сипатталған оқиғалар саны бойынша айлар ішінде бірінші орында: қазан (2)",
        ),
    ],
)
def test_the_title_names_the_region_and_the_month_with_most_incidents_even_where_more_are_unknown(
    language, region, month
):
    titles = titled(language, ONE_LEADS)
    assert (titles["chart-regions"], titles["chart-months"]) == (region, month)


def test_regions_and_months_that_are_tied_are_all_named_each_with_its_number():
    titles = titled("en", TWO_LEAD)
    assert titles["chart-regions"].endswith(": Astana (2), Almaty (2)")
    assert titles["chart-months"].endswith(": March (2), October (2)")


@pytest.mark.parametrize(
    ("language", "region", "month"),
    [
        ("en", "Described incidents by region: none stands out", "Described incidents by month: none stands out"),
        (
            "ru",
            "Описанные случаи по регионам: ни один регион не выделяется",
            "Описанные случаи по месяцам: ни один месяц не выделяется",
        ),
        (
            "kk",
            "Сипатталған оқиғалар өңірлер бойынша: ешбір өңір ерекшеленбейді",
            "Сипатталған оқиғалар айлар бойынша: ешбір ай ерекшеленбейді",
        ),
    ],
)
def test_where_more_than_three_are_tied_the_title_says_that_none_stands_out(language, region, month):
    titles = titled(language, FOUR_LEAD)
    assert (titles["chart-regions"], titles["chart-months"]) == (region, month)


@pytest.mark.parametrize(
    ("language", "region", "month"),
    [
        ("en", "the place of none is known", "the month of none is known"),
        ("ru", "место не известно ни в одном", "месяц не известен ни в одном"),
        ("kk", "ешқайсысының орны белгісіз", "ешқайсысының айы белгісіз"),
    ],
)
def test_where_no_place_and_no_month_is_known_the_title_says_so(language, region, month):
    titles = titled(language, NOWHERE)
    assert titles["chart-regions"].endswith(f": {region}")
    assert titles["chart-months"].endswith(f": {month}")


def test_what_leads_can_be_asked_for_and_fails_in_one_line_where_nothing_is_known():
    one = "{% if known most penalty method=fine %}{{ most penalty method=fine }}{% end %}\n\n{{ list figures }}"
    assert plain(told(one).blocks[0].runs) == "fine (1)"
    with pytest.raises(BadExpression) as error:
        told("{{ most penalty method=civil_case }}")
    assert str(error.value) == (
        "report.txt, line 1, column 4: 'most penalty method=civil_case' is not computable: "
        "no incident whose penalty is known"
    )


@pytest.mark.parametrize(
    ("language", "title", "source"),
    [
        (
            "en",
            "Most frequent among the penalties imposed in lawsuits: fine (1), administrative arrest (1)",
            "Source: registry, release kz-2024-small, edition 1",
        ),
        (
            "ru",
            "Чаще всего по судебным делам назначают: штраф (1), административный арест (1)",
            "Источник: реестр, выпуск kz-2024-small, издание 1",
        ),
        (
            "kk",
            "Сот істері бойынша ең жиі тағайындалған жаза: айыппұл (1), әкімшілік қамақ (1)",
            "Дереккөз: тізілім, kz-2024-small шығарылымы, 1-басылым",
        ),
    ],
)
def test_a_chart_draws_the_penalties_imposed_in_lawsuits_and_its_data_say_how_many_have_none(language, title, source):
    found = {chart.name: chart for chart in charts(compose(language, materials()))}["chart-bars-penalty"]
    assert (found.title, found.source) == (title, source)
    nothing = phrases.load(language).codes["penalty"]["none"]
    assert nothing not in json.dumps(found.specs.wide, ensure_ascii=False)
    assert plain(found.table.rows[0][0]) == nothing


def test_without_a_penalty_there_is_no_chart_of_them():
    assert "chart-bars-penalty" not in titled("en", ONE_LEADS)


def test_followed_up_are_cases_that_began_before_the_year_and_have_a_step_in_it():
    over = case("over", "KZ-2024-0004", step("2021-03-01", "appeal"), step("2023-05-06", "appeal_decision"))
    maybe = case("maybe", "KZ-2024-0005", step("2023-12/2024-01", "appeal"), step("2024-05-06", "appeal_decision"))
    blocks = told("{{ list followup }}", LONG, SHORT, EMPTY, over, maybe).blocks
    assert [plain(one.runs) for one in blocks if isinstance(one, Paragraph)] == ["Case short"]
    assert [plain(item) for item in blocks[1].items] == [
        "1 March 2021: It came to a appeal.",
        "6 May 2024: It came to a appeal_decision.",
    ]


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_report_follows_earlier_cases_under_a_heading_of_their_own(language):
    source = parts(language)
    found = {**PARTS, "report": f"{source('custody')}\n\n{{{{ list figures }}}}"}
    made = compose(language, materials(msgspec.structs.replace(RELEASE, cases=(LONG, SHORT))), found.get)
    named = [one.anchor for one in made.blocks if isinstance(one, Heading)]
    assert named[-2:] == ["timeline", "followup"]


def test_a_chart_takes_the_sentence_under_it_as_its_title_and_tells_its_data_since_monitoring_began():
    chart, *_ = of("::: chart\n{{ chart trend }}\nFell to {{ count }}\n:::").blocks
    assert isinstance(chart, Chart)
    assert chart.title == "Fell to 14"
    years = "2017: not known; 2018: not known; 2019: not known; 2020: 12;"
    assert chart.alt.startswith(f"Fell to 14. Incidents by year. {years}")
    assert chart.source == "Source: registry, release kz-2024-small, edition 1"


def test_two_charts_of_one_kind_have_different_names():
    made = of("::: chart\n{{ chart trend }}\nA\n:::\n\n::: chart\n{{ chart trend }}\nB\n:::")
    assert [chart.name for chart in charts(made)] == ["chart-trend", "chart-trend-2"]
