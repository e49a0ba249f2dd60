"""The charts of a report as files: every picture says what it shows and where it comes from."""

from __future__ import annotations

import csv
import io
import json
from xml.etree import ElementTree as ET

import msgspec
import pytest
import vl_convert
from click.testing import CliRunner
from PIL import Image
from tests.observatory.write.small import RELEASE

from kuzet.cli import main
from kuzet.observatory import tally

NAMES = (
    *("trend", "years-category", "stacked-category-perpetrator", "bars-target-kind", "regions", "months"),
    *("stacked-method-group-perpetrator", "bars-method-group", "bars-penalty", "timeline"),
)
SVG = "{http://www.w3.org/2000/svg}"
SOURCES = {
    "en": "Source: registry, release kz-2024, edition 1",
    "ru": "Источник: реестр, выпуск kz-2024, издание 1",
    "kk": "Дереккөз: тізілім, kz-2024 шығарылымы, 1-басылым",
}


def run(*words):
    result = CliRunner().invoke(main, ["chart", *map(str, words)])
    return result.exit_code, result.output


@pytest.fixture(scope="module", params=SOURCES)
def written(request, demo_folder, tmp_path_factory):
    """The language, the folder with all charts of the demo's release, what was printed."""
    folder = tmp_path_factory.mktemp("charts") / request.param
    code, output = run(demo_folder / "release", "--lang", request.param, "-o", folder)
    assert code == 0
    return request.param, folder, output


def rows(folder, name):
    return list(csv.reader(io.StringIO((folder / f"{name}.csv").read_text("utf-8-sig"))))


def test_every_chart_of_the_report_has_its_four_files_and_no_other_stands_there(written):
    _, folder, output = written
    assert {path.name for path in folder.iterdir()} == {
        f"{name}.{ending}" for name in NAMES for ending in ("json", "svg", "png", "csv")
    }
    assert [line.partition(".{")[0] for line in output.splitlines()] == [str(folder / name) for name in NAMES]


@pytest.mark.parametrize("name", NAMES)
def test_a_spec_is_valid_holds_its_data_and_asks_for_no_address(written, name):
    spec = json.loads((written[1] / f"{name}.json").read_text("utf-8"))
    assert spec.pop("$schema") == "https://vega.github.io/schema/vega-lite/v6.json"
    assert "://" not in json.dumps(spec)
    assert all(layer["data"]["values"] or layer["data"] == {"values": []} for layer in spec["layer"])
    assert vl_convert.vegalite_to_vega(spec, vl_version="6.4")["marks"]


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_has_title_description_and_source(written, name):
    language, folder, _ = written
    root = ET.parse(folder / f"{name}.svg").getroot()  # noqa: S314  (made by the lines above)
    title, desc = root[0], root[1]
    assert [title.tag, desc.tag] == [f"{SVG}title", f"{SVG}desc"]
    assert root.get("lang") == language
    assert root.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"
    assert title.get("id") == f"chart-{name}-title"
    assert desc.text.startswith(title.text)
    words = " ".join(piece for part in root.iter(f"{SVG}text") for piece in part.itertext())
    assert SOURCES[language] in words
    assert set(title.text.replace("\u00a0", " ").split()) <= set(words.replace("\u00a0", " ").split())


@pytest.mark.parametrize("name", NAMES)
def test_a_png_opens_with_two_dots_for_each_pixel_of_the_svg(written, name):
    root = ET.parse(written[1] / f"{name}.svg").getroot()  # noqa: S314  (as above)
    with Image.open(written[1] / f"{name}.png") as picture:
        picture.load()
        assert picture.size == (1280, int(2 * float(root.get("height"))))


def test_the_numbers_of_the_tables_add_up_to_those_of_the_registry(written):
    folder = written[1]
    assert sum(int(row[-1]) for row in rows(folder, "stacked-category-perpetrator")[1:-1]) == 347
    assert rows(folder, "trend")[-1] == ["2024", "347"]
    assert [int(cell) for cell in rows(folder, "years-category")[-1][1:]] == [4, 125, 218]
    groups = rows(folder, "bars-method-group")
    assert sum(int(row[1]) for row in groups[1:-1]) == int(groups[-1][1]) == 218


def test_a_thousand_is_a_bare_number_in_the_table(demo_release, tmp_path):
    totals = [total for total in demo_release.totals if total.year != 2022 or total.where]
    large = [msgspec.structs.replace(total, value=5919) for total in demo_release.totals if total not in totals]
    tally.write(msgspec.structs.replace(demo_release, totals=(*totals, *large)), tmp_path / "large")
    assert run(tmp_path / "large", "trend", "--lang", "ru", "-o", tmp_path)[0] == 0
    assert dict(rows(tmp_path, "trend"))["2022"] == "5919"


def test_the_steps_of_a_case_are_told_as_exactly_as_they_are_known(written):
    language, folder, _ = written
    dates = [row[0] for row in rows(folder, "timeline")[1:]]
    year = {"en": "2024", "ru": "2024 год", "kk": "2024 жыл"}[language]
    assert dates[:4] == [year] * 4
    assert len(dates) == 6


def test_the_names_are_listed(demo_folder):
    code, output = run(demo_folder / "release", "--list")
    assert code == 0
    assert [line.partition(":")[0] for line in output.splitlines()] == list(NAMES)
    assert output.startswith("trend: 347\u00a0incidents in 2024")


def test_only_the_charts_that_are_named_are_written(demo_folder, tmp_path):
    assert run(demo_folder / "release", "months", "trend", "-o", tmp_path)[0] == 0
    assert {path.stem for path in tmp_path.iterdir()} == {"months", "trend"}


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["trends", "-o", "x"], f"'trends' is not a chart of this report ({', '.join(NAMES)}); did you mean trend?"),
        (["trend"], "Missing option '-o' (the folder to write to), or --list for the names."),
        (["trend", "--lang", "ky", "-o", "x"], "'ky' is not one of 'kk', 'ru', 'en'"),
    ],
)
def test_wrong_use_is_exit_code_two_with_the_reason_and_writes_nothing(
    demo_folder, tmp_path, monkeypatch, words, message
):
    monkeypatch.chdir(tmp_path)
    code, output = run(demo_folder / "release", *words)
    assert code == 2
    assert message in output
    assert list(tmp_path.iterdir()) == []


def test_a_release_without_cases_has_no_timeline(tmp_path):
    tally.write(msgspec.structs.replace(RELEASE, cases=()), tmp_path / "release")
    code, output = run(tmp_path / "release", "--list")
    assert code == 0
    assert "timeline" not in [line.partition(":")[0] for line in output.splitlines()]
