"""Charts: specs from rows, drawn without a browser."""

from __future__ import annotations

import re
from datetime import date

import pytest

from kuzet.basis.errors import BadInput
from kuzet.observatory.write import charts
from kuzet.observatory.write.charts import Key, Part, Point, Step, Tick, Tile, kinds, marks, style


def point(label, value, strong=False) -> Point:
    return Point(label=str(label), value=value, text="" if value is None else str(value), strong=strong)


def part(label, series, value) -> Part:
    return Part(label=label, series=series, value=value, text=str(value))


MONTHS = [Tick(at=date(2024, month, 1), label=f"m{month}", year="2024" * (month == 1)) for month in range(1, 13)]
TIME = [*MONTHS, Tick(at=date(2025, 1, 1), label="")]
STEPS = [
    Step(label="September: search", first=date(2024, 9, 1), last=date(2024, 9, 30), exact=False),
    Step(label="18 October: verdict", first=date(2024, 10, 18), last=date(2024, 10, 18), exact=True),
]
YEARS = [point(2021, 314), point(2022, None), point(2023, 369), point(2024, 347, strong=True)]
SPLIT = [part("Judicial", name, n) for name, n in (("authorities", 91), ("non-state", 119), ("unknown", 8))]
KINDS = {
    "columns": charts.columns(YEARS, "дерек жоқ"),
    "panels": charts.panels([part("2023", "Физикалық", 19), part("2024", "Физикалық", 4)], "дерек жоқ"),
    "bars": charts.bars([point("Кедергі жасау", 48), point("Қоқан-лоққы", 19)]),
    "stacked": charts.stacked(SPLIT, [point("Judicial", 218)]),
    "tiles": charts.tiles([Tile(code="71", label="Астана", column=3, row=1, value=40, text="40")]),
    "timeline": charts.timeline(STEPS, TIME, Key(exact="day known", vague="day not known")),
}


def texts(svg: str) -> list[str]:
    return re.findall(r"<text[^>]*>([^<]*)</text>", svg)


def luminance(colour: str) -> float:
    """Relative luminance after WCAG 2.2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("form", "width"), [("wide", 640), ("narrow", 320)])
def test_every_kind_is_drawn_at_its_width_and_the_same_twice(kind, form, width):
    spec = getattr(KINDS[kind], form)
    svg = charts.svg(spec)
    assert f'width="{width}"' in svg
    assert svg == charts.svg(spec)


def test_a_png_has_two_dots_for_each_pixel():
    data = charts.png(KINDS["columns"].wide)
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    assert int.from_bytes(data[16:20]) == 1280


def test_every_value_stands_beside_its_column_and_a_gap_says_so():
    assert set(texts(charts.svg(KINDS["columns"].wide))) == {
        *("2021", "2022", "2023", "2024"),
        *("314", "369", "347"),
        "дерек жоқ",
    }


def test_a_gap_is_not_drawn_as_zero():
    zero = charts.svg(charts.columns([point(2023, 3), point(2024, 0)], "?").wide)
    gap = charts.svg(charts.columns([point(2023, 3), point(2024, None)], "?").wide)
    assert "stroke-dasharray" not in zero
    assert "stroke-dasharray" in gap
    assert "?" not in texts(zero)


def test_parts_too_small_for_their_number_are_told_under_the_bar():
    small = [part("Physical", "authorities", 1), part("Physical", "non-state", 3)]
    svg = charts.svg(charts.stacked([*SPLIT, *small], [point("Judicial", 218), point("Physical", 4)]).wide)
    assert {"91", "119", "8", "218", "1 + 3", "4"} <= set(texts(svg))


def test_an_empty_part_is_not_told_when_all_others_have_their_number():
    rows = [part("Physical", "authorities", 100), part("Physical", "non-state", 0)]
    assert "100 + 0" not in texts(charts.svg(charts.stacked(rows, [point("Physical", 100)]).wide))


def test_letters_that_svg_needs_for_itself_are_escaped():
    assert "R&amp;D &lt;b&gt;" in charts.svg(charts.bars([point("R&D <b>", 1)]).wide)


def test_the_narrow_grid_shows_codes_and_the_wide_one_names():
    assert "Астана" in texts(charts.svg(KINDS["tiles"].wide))
    assert "71" in texts(charts.svg(KINDS["tiles"].narrow))


def test_the_longest_word_of_a_name_stays_inside_its_tile():
    long = charts.Tile(code="43", label="Кызылординская область", column=0, row=0, value=1, text="1")
    far = charts.Tile(code="63", label="ВКО", column=5, row=0, value=1, text="1")
    (size,) = {layer["mark"]["fontSize"] for layer in charts.tiles([long, far]).wide["layer"][1:2]}
    assert 7 + marks.breadth("Кызылординская", size) <= style.inner(style.WIDE) / 6 - 1.5
    assert size < 11.5


def test_long_labels_are_broken_at_spaces_into_lines_that_fit():
    text = "Журналистік қызметке заңсыз кедергі жасау және ақпаратқа қол жеткізуден бас тарту"
    lines = marks.wrap(text, style.NARROW, 13)
    assert " ".join(lines) == text
    assert all(marks.breadth(line, 13) <= style.NARROW for line in lines)


def test_series_differ_in_lightness_so_that_grey_print_keeps_them_apart():
    steps = [luminance(colour) for colour in style.SERIES]
    assert steps == sorted(steps)
    assert all(contrast(one, other) > 1.3 for one, other in zip(style.SERIES, style.SERIES[1:], strict=False))


@pytest.mark.parametrize(("fill", "ink"), [*zip(style.SERIES, style.ON_SERIES, strict=True), *kinds.RAMP])
def test_every_label_can_be_read_on_its_fill(fill, ink):
    assert contrast(fill, ink) >= 4.5


def test_no_rows_are_refused():
    with pytest.raises(BadInput, match=r"chart of columns: \[\] is not at least one row"):
        charts.columns([], "no data")


def test_a_fifth_series_is_refused():
    rows = [part("A", f"series {n}", 1) for n in range(5)]
    with pytest.raises(BadInput, match="is not at most 4 series"):
        charts.stacked(rows, [point("A", 5)])


def test_a_label_too_wide_for_its_column_is_turned_and_the_picture_grows():
    months = [point(n, 1) for n in range(1, 13)]
    plain, turned = (charts.columns(points, "?").narrow for points in (months, [*months, point("белгісіз", 2)]))
    assert turned["height"] > plain["height"] + 20
    assert "rotate(-90)" in charts.svg(turned) or "rotate(270)" in charts.svg(turned)
    assert "rotate" not in charts.svg(plain)


def marks_of(steps, form="wide"):
    """The boxes of the steps as (x, x2), vague and exact ones, without those of the key."""
    spec = getattr(charts.timeline(steps, TIME, Key(exact="known", vague="not known")), form)
    vague, exact = (layer["data"]["values"] for layer in spec["layer"][1:3])
    return [[(row["x"], row["x2"]) for row in rows[1:]] for rows in (vague, exact)]


@pytest.mark.parametrize(("form", "inner"), [("wide", 634), ("narrow", 314)])
def test_a_step_known_to_the_month_is_a_bar_over_the_month_and_no_day(form, inner):
    vague, exact = marks_of(STEPS, form)
    day = inner / 366
    assert vague == [pytest.approx((244 * day, 274 * day))]
    assert exact == [pytest.approx((291.5 * day - 3.5, 291.5 * day + 3.5))]


def test_a_vague_step_has_a_dashed_outline_and_the_key_tells_only_the_marks_that_are_used():
    both = charts.svg(KINDS["timeline"].wide)
    exact = charts.svg(charts.timeline(STEPS[1:], TIME, Key(exact="day known", vague="day not known")).wide)
    assert "stroke-dasharray" in both
    assert {"day known", "day not known"} <= set(texts(both))
    assert "stroke-dasharray" not in exact
    assert "day not known" not in texts(exact)


def test_a_step_without_a_year_has_its_label_and_no_mark():
    steps = [Step(label="13 May: hearing", first=None, last=None, exact=True), *STEPS]
    assert [len(rows) for rows in marks_of(steps)] == [1, 1]
    assert "13 May: hearing" in texts(charts.svg(charts.timeline(steps, TIME, Key(exact="a", vague="b")).wide))


def test_labels_of_time_that_stand_too_close_are_left_out_one_by_one():
    spec = charts.timeline(STEPS, [Tick(at=t.at, label=t.label * 3) for t in TIME], Key(exact="a", vague="b")).narrow
    assert [row["text"] for row in spec["layer"][-1]["data"]["values"]] == ["m1m1m1", "m4m4m4", "m7m7m7", "m10m10m10"]


def test_a_timeline_without_steps_is_refused():
    with pytest.raises(BadInput, match="at least one step and two ticks"):
        charts.timeline([], TIME, Key(exact="a", vague="b"))


def test_a_wide_name_of_two_words_breaks_inside_its_tile():
    names = ["Жамбыл облысы", "Алматы облысы", "Астана", "Абай", "Жетісу", "БҚО"]
    units = [Tile(code="1", label=name, column=at, row=0, value=1, text="1") for at, name in enumerate(names)]
    lines = [row["text"] for row in charts.tiles(units).wide["layer"][1]["data"]["values"]]
    assert lines[:3] == [["Жамбыл", "облысы"], ["Алматы", "облысы"], ["Астана"]]
