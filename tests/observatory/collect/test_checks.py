"""Broken folders of sources: each gives the one line that says what to do."""

from __future__ import annotations

import shutil
from importlib.resources import as_file

import pytest
import yaml

from kuzet.observatory.collect import checks, sources


@pytest.fixture
def shelf(tmp_path):
    """A folder with two sound sources, to be spoiled."""
    for name in ("orda", "baq"):
        with as_file(sources.shelf("kz").joinpath(name)) as folder:
            shutil.copytree(folder, tmp_path / name)
    return tmp_path


def change(shelf, file, **fields):
    path = shelf / "orda" / file
    written = yaml.safe_load(path.read_text("utf-8")) | fields
    kept = {name: value for name, value in written.items() if value is not None}
    path.write_text(yaml.safe_dump(kept, allow_unicode=True), "utf-8")


def lines(shelf):
    return [str(error) for error in checks.problems(shelf)]


def test_sound_folders_have_no_problems(shelf):
    assert lines(shelf) == []


START = {"form": "feed", "url": "https://orda.kz/feed/"}


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("name", {"ru": "Орда", "en": "Orda"}, "orda/source.yml, name: '' is not a name in kk"),
        ("name", None, "orda/source.yml: "),
        ("kind", "blog", "orda/source.yml, kind: 'blog' is not one of online_media, newspaper, radio"),
        ("kind", "radio", "orda/source.yml, kind: 'radio' is not 'online_media', as outlets.csv has it"),
        ("languages", ["kz"], "orda/source.yml, languages: 'kz' is not one of kk, ru, en"),
        ("languages", [], "orda/source.yml, languages: () is not a list of kk, ru, en"),
        ("region", "KZ-99", "orda/source.yml, region: 'KZ-99' is not a region of KZ by ISO 3166-2"),
        ("panel_years", [1924], "orda/source.yml, panel_years: 1924 is not a year from 1990 to 2099"),
        ("status", "gone", "orda/source.yml: "),
        ("colour", "red", "orda/source.yml: "),
        ("weekly", {"least": 9, "most": 1}, "orda/source.yml, weekly: (9, 1) is not a least number that is not above"),
        ("politeness", {"delay": 0}, "orda/source.yml, politeness: 0.0 is not a delay of at least 0.5 seconds"),
        ("politeness", {"at_once": 50}, "orda/source.yml, politeness: 50 is not 1 to 4 requests at once"),
        ("start", [START | {"form": "rss"}], "orda/source.yml: "),
        ("start", [START | {"url": "ftp://orda"}], "orda/source.yml, start: 'ftp://orda' is not an address of http"),
        ("start", [START | {"items": "a"}], "orda/source.yml, start, items: 'a' is not a CSS selector of a list page"),
        ("start", [START | {"form": "list"}], "orda/source.yml, start, items: '' is not a CSS selector of a list page"),
        ("start", [], "orda/source.yml, start: () is not a list of start pages"),
    ],
)  # fmt: skip
def test_a_wrong_field_is_named_with_its_value_and_what_was_expected(shelf, field, value, message):
    change(shelf, "source.yml", **{field: value})
    found = lines(shelf)
    assert found[0].startswith(message)
    assert "\n" not in found[0]


@pytest.mark.parametrize(
    ("field", "value"),
    [("status", "gone"), ("colour", "red"), ("kind", "blog"), ("panel_years", [1924]), ("region", "KZ-99")],
)
def test_a_wrong_field_names_the_field(shelf, field, value):
    change(shelf, "source.yml", **{field: value})
    assert field in lines(shelf)[0]


def test_a_selector_that_is_none_is_named(shelf):
    change(shelf, "source.yml", start=[{"form": "list", "url": "https://orda.kz/n", "items": "..[["}])
    assert lines(shelf)[0].startswith("orda/source.yml, start, items: '..[[' is not a CSS selector (CSS parser error")


def test_an_address_of_two_sources_is_named_for_both(shelf):
    shutil.copytree(shelf / "orda", shelf / "orda-kk")
    assert lines(shelf) == [
        f"{one}/source.yml: '{url}' is not an address of its own (also in {other})"
        for one, other in (("orda", "orda-kk"), ("orda-kk", "orda"))
        for url in ("https://orda.kz/", "https://orda.kz/feed/")
    ]


@pytest.mark.parametrize("file", ["source.yml", "expected.yml", "article.html", "feed.xml"])
def test_a_missing_file_is_named(shelf, file):
    (shelf / "orda" / file).unlink()
    (line,) = lines(shelf)
    assert line.startswith(f"orda/{file}: the ")
    assert line.endswith("is not there")


def test_a_page_read_otherwise_than_expected_names_the_field(shelf):
    expected = yaml.safe_load((shelf / "orda" / "expected.yml").read_text("utf-8"))
    page = expected["pages"][0]
    wrong = page | {"title": "Другое", "author": "Другой", "published": "2023-01-01", "origin": "url", "language": "kk"}
    change(shelf, "expected.yml", pages=[wrong | {"begins": "Иначе"}])
    assert lines(shelf) == [
        f"orda/article.html, title: '{page['title']}' is not 'Другое'",
        f"orda/article.html, author: '{page['author']}' is not 'Другой'",
        "orda/article.html, published: '2024-05-15' is not '2023-01-01'",
        "orda/article.html, origin: 'json-ld' is not 'url'",
        "orda/article.html, language: 'ru' is not 'kk'",
        "orda/article.html, text: 'Городской каток закр' is not a text that begins 'Иначе'",
    ]


def test_an_entry_more_or_less_than_expected_is_named(shelf):
    expected = yaml.safe_load((shelf / "orda" / "expected.yml").read_text("utf-8"))
    start = expected["starts"][0]
    change(shelf, "expected.yml", starts=[start | {"entries": start["entries"][:2]}])
    assert lines(shelf) == ["orda/feed.xml, entry 3: 'https://orda.kz/primer-2/' is not expected"]
    change(shelf, "expected.yml", starts=[start | {"entries": [*start["entries"], {"url": "https://orda.kz/9"}]}])
    assert lines(shelf) == ["orda/feed.xml, entry 4: None is not 'https://orda.kz/9'"]


def test_a_sample_that_is_not_what_its_start_page_is_is_named(shelf):
    (shelf / "orda" / "feed.xml").write_text("<html><body>404</body></html>", "utf-8")
    (line,) = lines(shelf)
    assert line.startswith("orda/feed.xml: 'feed' is not what the sample is (cannot be read as a start page: ")


def test_a_source_without_recorded_samples_is_named(shelf):
    (shelf / "orda" / "expected.yml").write_text("{}", "utf-8")
    assert lines(shelf) == [
        "orda/expected.yml, starts: () is not a list of recorded start pages",
        "orda/expected.yml, pages: () is not a list of recorded pages",
    ]


def test_one_broken_source_does_not_hide_another(shelf):
    change(shelf, "source.yml", kind="blog")
    (shelf / "baq" / "source.yml").write_text("a: [", "utf-8")
    assert {line.partition("/")[0] for line in lines(shelf)} == {"baq", "orda"}
