"""The trend over a constant panel of sources: what is read more is not counted as more."""

from __future__ import annotations

import msgspec
import pytest
from tests.observatory.write.small import OBSTRUCTION, RELEASE, incident

from kuzet import countries
from kuzet.basis.dates import EventDate
from kuzet.basis.document import Source
from kuzet.basis.errors import Missing
from kuzet.basis.incident import Citation
from kuzet.basis.names import Name
from kuzet.observatory import pipeline
from kuzet.observatory.write.composing import panel
from kuzet.observatory.write.formats import to_html
from kuzet.observatory.write.tree import charts, plain

replace = msgspec.structs.replace
COUNTRY = countries.load("KZ")


def source(name, *years):
    return Source(id=name, name=Name(en=name), kind="online_media", languages=("ru",), country="KZ", panel_years=years)


def told_by(number, year, *sources):
    cited = tuple(Citation(document=f"d{number}{name}", source=name, url="", sha256="0" * 64) for name in sources)
    return incident(number, OBSTRUCTION, "authorities", f"{year}-03-01", id=f"KZ-{year}-{number:04}", citations=cited)


def release(year, sources, incidents):
    manifest = replace(RELEASE.manifest, id=f"kz-{year}", period=EventDate.parse(str(year)))
    totals = tuple(one for one in RELEASE.totals if one.year < year)
    return replace(RELEASE, manifest=manifest, sources=sources, incidents=incidents, totals=totals, cases=())


OLD, NEW = source("dala", 2023, 2024), source("later", 2024)
BEFORE = release(2023, (OLD,), tuple(told_by(number, 2023, "dala") for number in range(1, 4)))
NOW = release(
    2024,
    (OLD, NEW),
    (told_by(1, 2024, "dala"), told_by(2, 2024, "dala", "later"), *(told_by(n, 2024, "later") for n in (3, 4, 5))),
)


def numbers(series):
    return {year: figure and figure.numerator for year, figure in series.items()}


def test_a_source_that_came_later_is_not_of_the_panel():
    assert panel.panel(pipeline.materials(NOW, COUNTRY, [BEFORE])) == ("dala",)


def test_all_sources_tell_more_and_the_panel_tells_fewer():
    materials = pipeline.materials(NOW, COUNTRY, [BEFORE])
    assert numbers(panel.over_all(materials, {}))[2023] == 3
    assert numbers(panel.over_all(materials, {}))[2024] == 5
    assert numbers(panel.over_panel(materials, {}))[2024] == 2


def test_a_year_of_which_only_a_total_is_known_is_a_gap_of_the_panel():
    materials = pipeline.materials(NOW, COUNTRY, [BEFORE])
    assert numbers(panel.over_all(materials, {}))[2022] == 20
    assert numbers(panel.over_panel(materials, {}))[2022] is None


@pytest.mark.parametrize(
    ("now", "editions", "why"),
    [
        (NOW, [], "no trend over sources: incidents of 2024 alone are at hand"),
        (replace(NOW, sources=(NEW,)), [BEFORE], "no source was read throughout in 2023, 2024"),
        (NOW, [replace(BEFORE, sources=())], "no source was read throughout in 2023, 2024"),
    ],
)
def test_without_years_or_sources_that_last_there_is_no_panel(now, editions, why):
    with pytest.raises(Missing) as caught:
        panel.panel(pipeline.materials(now, COUNTRY, editions))
    assert str(caught.value) == why


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "All sources, and a constant panel of 1 source"),
        ("ru", "Все источники и постоянный круг из 1 источника"),
        ("kk", "Барлық дереккөз және 1 дереккөздің тұрақты тобы"),
    ],
)
def test_the_report_draws_the_panel_beside_all_sources_and_can_be_proved(language, title):
    made = pipeline.report(NOW, COUNTRY, language, None, [BEFORE])
    (chart,) = (one for one in charts(made) if one.name == "chart-panel")
    assert chart.title.replace("\u00a0", " ") == title
    last = [[plain(cell) for cell in row] for row in chart.table.rows][-2:]
    assert last == [["2023", "3", "3"], ["2024", "5", "2"]]
    proved = pipeline.verified("a.html", to_html.render(made), NOW, COUNTRY, [BEFORE])
    assert proved.problems == ()


def test_without_a_panel_the_report_has_no_such_chart():
    assert "chart-panel" not in [one.name for one in charts(pipeline.report(NOW, COUNTRY, "en"))]


def test_an_incident_stands_under_each_of_its_sources():
    engine = pipeline.engine(NOW, COUNTRY)
    assert engine.cross(("source",)).rows() == ((("dala",), 2), (("later",), 4))
    assert engine.count({"source": ("dala", "later")}).numerator == 5
