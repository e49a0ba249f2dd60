"""Charts of whatever a release holds."""

from __future__ import annotations

import json

import msgspec
import pytest
from tests.observatory.write.small import OBSTRUCTION, RELEASE, incident, materials

from kuzet.basis.dates import EventDate
from kuzet.basis.errors import BadExpression
from kuzet.basis.incident import Case, CaseStep
from kuzet.basis.names import Name
from kuzet.observatory.write.compose import compose
from kuzet.observatory.write.tree import charts, plain

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
