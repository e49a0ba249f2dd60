"""Regions in their shapes: what of a boundary file is drawn, where, and what is refused."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
from click.testing import CliRunner

from kuzet import countries
from kuzet.basis.errors import BadInput
from kuzet.cli import main
from kuzet.commands import publishing
from kuzet.web.public import shapes
from kuzet.web.public.building.bundle import Into, build
from kuzet.web.public.sections import lists, mapping, statics

REGIONS = countries.load("kz").regions
SHOWN = (statics.part, mapping.part, lists.part)
"""The map, what it loads and where it leads."""


def square(west, south, size=2.0):
    """The outline of so many degrees a side."""
    east, north = west + size, south + size
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


def feature(name, *rings, key="shapeISO", kind="Polygon"):
    return {"type": "Feature", "properties": {key: name}, "geometry": {"type": kind, "coordinates": list(rings)}}


def file(tmp_path, *features, **beside):
    path = tmp_path / "regions.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": list(features), **beside}))
    return path


def drawn(path):
    return {one.region: one for one in shapes.read(path, REGIONS).shapes.shapes}


def corners(shape):
    """The points of a path, as they are drawn."""
    x = y = 0
    for letter, first, second in re.findall(r"([Ml])(-?\d+) (-?\d+)", shape.path):
        x, y = (int(first), int(second)) if letter == "M" else (x + int(first), y + int(second))
        yield x, y


def surface(shape):
    points = list(corners(shape))
    return abs(sum(a * y - x * b for (a, b), (x, y) in zip(points, points[1:] + points[:1], strict=True))) / 2


@pytest.mark.parametrize(
    "name", ["KZ-27", "Batys Qazaqstan", "West Kazakhstan Region", "Западно-Казахстанская область"]
)
def test_a_region_is_known_by_its_code_or_by_a_name_in_any_language(tmp_path, name):
    if name == "Batys Qazaqstan":
        name = "Батыс Қазақстан облысы"
    assert list(drawn(file(tmp_path, feature(name, square(50, 49), key="anything")))) == ["KZ-27"]


def test_regions_stand_as_on_a_map_with_north_above_and_east_to_the_right(tmp_path):
    found = drawn(file(tmp_path, feature("KZ-27", square(50, 49)), feature("KZ-19", square(76, 43))))
    assert found["KZ-27"].x < found["KZ-19"].x
    assert found["KZ-27"].y < found["KZ-19"].y


def test_equal_surfaces_of_the_earth_are_drawn_with_equal_surfaces(tmp_path):
    """Two degrees by two at 42 and at 54 degrees north: by the sines of their latitudes 1.266 to 1."""
    found = drawn(file(tmp_path, feature("KZ-61", square(66, 42)), feature("KZ-59", square(66, 54))))
    assert surface(found["KZ-61"]) / surface(found["KZ-59"]) == pytest.approx(1.266, abs=0.02)


def test_several_features_and_polygons_of_a_region_are_one_shape_and_holes_stay_open(tmp_path):
    hole = square(50.5, 49.5, 0.5)
    islands = [[square(53, 45)], [square(56, 45)]]
    path = file(tmp_path, feature("KZ-27", square(50, 49), hole), feature("KZ-27", *islands, kind="MultiPolygon"))
    assert drawn(path)["KZ-27"].path.count("M") == 4


def test_the_number_stands_inside_a_bent_region(tmp_path):
    bent = [[50, 49], [58, 49], [58, 50], [51, 50], [51, 56], [50, 56], [50, 49]]
    one = drawn(file(tmp_path, feature("KZ-27", bent)))["KZ-27"]
    within = sorted(x for (x, _), _ in zip(corners(one), range(7), strict=False))
    assert within[0] < one.x < within[-1]
    assert one.x < 400


def test_what_names_no_region_and_regions_without_a_shape_are_told(tmp_path):
    aside = shapes.read(
        file(tmp_path, feature("KZ-27", square(50, 49)), feature("Atlantis", square(0, 0))), REGIONS
    ).aside
    assert aside[0] == "regions.geojson, feature 2: names no region by its code or name"
    assert "regions.geojson: no shape of KZ-75" in aside
    assert len(aside) == len(REGIONS)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("no json", r"--boundaries: 'regions\.geojson' is not a GeoJSON file \(.*\)"),
        ('{"type": "Point"}', r"'regions\.geojson' is not a GeoJSON file with a FeatureCollection"),
        (
            json.dumps({"features": [feature("Atlantis", square(0, 0))]}),
            r"is not a boundary file of regions such as KZ-10",
        ),
        (
            json.dumps({"features": [feature("KZ-27", [[500, 1]])]}),
            r"feature 1: \[500, 1\] is not longitude and latitude",
        ),
        (json.dumps({"features": [feature("KZ-27", 5)]}), r"feature 1: 5 is not a list of coordinates"),
        (json.dumps({"features": [{"properties": ["KZ-27"]}, 7]}), r"is not a boundary file of regions such as KZ-10"),
        (
            json.dumps({"features": [{"properties": {"a": "KZ-27"}, "geometry": [1]}]}),
            r"feature 1: None is not Polygon",
        ),
        (
            json.dumps({"features": [feature("KZ-27", kind="Point")]}),
            r"feature 1: 'Point' is not Polygon or MultiPolygon",
        ),
    ],
)
def test_a_file_that_is_no_boundary_file_is_refused_with_what_is_wrong(tmp_path, text, message):
    path = tmp_path / "regions.geojson"
    path.write_text(text)
    with pytest.raises(BadInput, match=message):
        shapes.read(path, REGIONS)


@pytest.fixture(scope="module")
def site(edition, tmp_path_factory):
    """The map of the sample over squares around the centres of the regions."""
    path = tmp_path_factory.mktemp("boundaries")
    squares = [feature(one.iso, square(one.longitude - 0.8, one.latitude - 0.8, 1.6)) for one in REGIONS]
    found = shapes.read(file(path, *squares, attribution="Own drawing, 2026"), REGIONS).shapes
    build(replace(edition, extra=replace(edition.extra, boundaries=found)), SHOWN, Into(path / "site"))
    return path / "site"


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("width", [360, 1280])
def test_the_map_in_shapes_leads_to_the_lists_and_has_no_violation(chromium, site, language, width):
    page = chromium.new_page(viewport={"width": width, "height": 900})
    said = []
    page.on("console", lambda one: said.append(one.text))
    page.goto((site / language / "map.html").as_uri())
    assert page.locator(".shape-map path").count() == len(REGIONS)
    assert "Own drawing, 2026" in page.text_content("main")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert said == []
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    assert axe.run(page).response["violations"] == []
    page.locator(".shape-map a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/list/region/*.html")
    page.close()


def test_a_town_is_a_point_and_what_is_known_to_a_region_is_none(edition, site):
    page = (site / "en" / "map.html").read_text()
    towns = dict(re.findall(r"<circle [^>]*><title>([^:<]+): (\d+)", page))
    exact = sum(one.place.precision in mapping.PINNED for one in edition.incidents.outlines())
    assert sum(map(int, towns.values())) == exact
    assert "Kazakhstan" not in towns


def test_publish_draws_the_regions_and_tells_which_have_no_shape(demo_folder, tmp_path, monkeypatch):
    monkeypatch.setattr(publishing, "PARTS", (mapping.part,))
    path = file(tmp_path, feature("KZ-27", square(50, 49)))
    asked = ["publish", str(demo_folder / "release"), "-o", str(tmp_path / "site"), "--boundaries", str(path)]
    told = CliRunner().invoke(main, asked)
    assert told.exit_code == 0
    assert "regions.geojson: no shape of KZ-75" in told.output
    page = (tmp_path / "site" / "kk" / "map.html").read_text()
    assert re.search(r'class="shape-map".*?</svg>', page, re.DOTALL).group().count("<path") == 1
