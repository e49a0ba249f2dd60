"""The HTML report: valid, whole in itself, and open to everybody."""

from __future__ import annotations

import base64
import hashlib
import re
from itertools import pairwise
from pathlib import Path

import html5lib
import msgspec
import pytest
from tests.observatory.write.samples import IDS, LANGUAGES, report

from kuzet.observatory.write import tree
from kuzet.observatory.write.formats import to_html
from kuzet.observatory.write.tree import Paragraph, Text

CHROMIUM = Path("/usr/bin/chromium")
SPACE = "{http://www.w3.org/1999/xhtml}"


@pytest.fixture(scope="module", params=LANGUAGES)
def page(request):
    """The text and the parsed page of the report in each language; parsing is strict."""
    text = to_html.render(report(request.param)).decode()
    return request.param, text, html5lib.HTMLParser(strict=True).parse(text)


def every(page, name: str):
    return page[2].iter(SPACE + name)


def test_the_page_names_its_language_and_title(page):
    language, _, root = page
    assert root.get("lang") == language
    assert next(every(page, "title")).text == report(language).title


def test_words_of_another_language_are_marked():
    text = to_html.render(report("en")).decode()
    assert '<span lang="kk">Қорғантас жаршысы</span>' in text


def test_nothing_is_fetched_and_no_script_runs(page):
    addresses = [node.get(name) for name in ("src", "srcset") for node in page[2].iter() if node.get(name)]
    assert len(addresses) == 12
    assert all(address.startswith("data:image/svg+xml;base64,") for address in addresses)
    assert not [node.tag for node in page[2].iter() if node.tag in {SPACE + "script", SPACE + "link", SPACE + "iframe"}]
    assert "@import" not in page[1]
    assert "url(" not in page[1]


def test_the_security_policy_lets_in_the_own_style_only(page):
    policy = next(node.get("content") for node in every(page, "meta") if node.get("http-equiv"))
    style = next(every(page, "style")).text
    fingerprint = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy.startswith("default-src 'none'; img-src data:; ")
    assert f"style-src 'sha256-{fingerprint}'" in policy
    assert not [node for node in page[2].iter() if node.get("style")]


def test_every_picture_has_its_alt_text_and_every_chart_its_data(page):
    charts = tree.charts(report(page[0]))
    assert [node.get("alt") for node in every(page, "img")] == [chart.alt for chart in charts]
    figures = list(every(page, "figure"))
    assert [len(list(figure.iter(SPACE + "table"))) for figure in figures] == [1] * len(charts)


def test_headings_go_down_one_level_at_a_time(page):
    levels = [int(node.tag[-1]) for node in page[2].iter() if re.fullmatch(re.escape(SPACE) + "h[1-6]", str(node.tag))]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_link_inside_leads_somewhere_and_no_id_stands_twice(page):
    ids = [node.get("id") for node in page[2].iter() if node.get("id")]
    assert len(ids) == len(set(ids))
    inner = {node.get("href")[1:] for node in every(page, "a") if node.get("href").startswith("#")}
    assert inner <= set(ids)


def test_a_figure_leads_to_its_note_and_the_note_to_every_incident_behind_it(page):
    first = next(node for node in every(page, "a") if node.get("class") == "figure")
    note = next(node for node in every(page, "li") if "#" + (node.get("id") or "") == first.get("href"))
    links = [node.get("href") for node in note.iter(SPACE + "a")]
    assert links == ["#use-1", *(f"#incident-{one}" for one in IDS)]


def test_tables_have_heads_for_columns_and_rows(page):
    scopes = [{node.get("scope") for node in table.iter(SPACE + "th")} for table in every(page, "table")]
    assert len(scopes) > 5
    assert [one for one in scopes if one != {"col", "row"}] == []


def test_the_reader_can_skip_to_the_text(page):
    links = [node.get("href") for node in every(page, "a")]
    assert links[0] == "#main"
    assert [node.get("id") for node in every(page, "main")] == ["main"]


def test_markup_in_the_words_is_escaped():
    evil = Paragraph(runs=(Text(text="<script>alert('x')</script>"),))
    whole = msgspec.structs.replace(report("en"), title="A & B <i>", blocks=(evil,))
    text = to_html.render(whole).decode()
    assert "<script>" not in text
    assert "<title>A &amp; B &lt;i&gt;</title>" in text


def test_the_same_report_is_the_same_bytes():
    assert to_html.render(report("kk")) == to_html.render(report("kk"))


@pytest.mark.skipif(not CHROMIUM.exists(), reason="chromium is not installed")
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_phone_of_360_pixels_shows_it_without_scrolling_sideways(language, tmp_path):
    sync_api = pytest.importorskip("playwright.sync_api")
    file = tmp_path / "report.html"
    file.write_bytes(to_html.render(report(language)))
    requests: list[str] = []
    with sync_api.sync_playwright() as player:
        browser = player.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        sheet = browser.new_page(viewport={"width": 360, "height": 740})
        sheet.on("request", lambda request: requests.append(request.url))
        sheet.on("console", lambda message: requests.append(message.text))
        sheet.goto(file.as_uri())
        width = sheet.evaluate("document.documentElement.scrollWidth")
        browser.close()
    assert width == 360
    assert [url for url in requests if not url.startswith("data:")] == [file.as_uri()]


@pytest.mark.skipif(not CHROMIUM.exists(), reason="chromium is not installed")
@pytest.mark.parametrize(
    ("language", "width", "scheme"), [("en", 1280, "light"), ("ru", 390, "light"), ("kk", 1280, "dark")]
)
def test_axe_finds_nothing_that_shuts_anybody_out(language, width, scheme, tmp_path):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    sync_api = pytest.importorskip("playwright.sync_api")
    file = tmp_path / "report.html"
    file.write_bytes(to_html.render(report(language)))
    with sync_api.sync_playwright() as player:
        browser = player.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        seen = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True)
        sheet = seen.new_page()
        sheet.goto(file.as_uri())
        found = axe.run(sheet).response
        browser.close()
    assert [(one["id"], one["nodes"][0]["html"]) for one in found["violations"]] == []
    assert len(found["passes"]) > 30
