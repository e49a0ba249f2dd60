"""The desk in a real browser with scripts: keys, rows, marking; and every page for everybody, in three languages."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from tests import browsing
from tests.web.desk.conftest import browser, logged_in
from tests.web.desk.test_desk import CODED
from tools import screens

from kuzet.basis import codebook
from kuzet.basis.names import LANGUAGES
from kuzet.web import desk
from kuzet.web import folder as folders
from kuzet.web.databases import FILE
from kuzet.web.desk.wording.languages import words

TEMPLATES = Path(desk.__file__).parent / "templates"
sqlite_only = pytest.mark.parametrize("folder", ["sqlite"], indirect=True)
NAMES = {"Kuzet", "Ctrl", "Enter", "j", "k", "x", "a", "m", "r", "s", "?", "UTC", "SHA"}
"""Text that is the same in every language: our name, what stands on keys, and terms."""


@contextmanager
def chromium(site, folder, language="en", **options):
    """A page of an analyst who is logged in; `errors` are what its scripts and its policy complain of."""
    with folders.opened(folder):
        cookie = screens.session()
    with browsing.chromium() as one:
        context = one.new_context(base_url=site, **options)
        said = {cookie[0]: cookie[1], "language": language}
        context.add_cookies([{"name": name, "value": value, "url": site} for name, value in said.items()])
        sheet = context.new_page()
        sheet.errors = []
        sheet.on("console", lambda told: sheet.errors.append(told.text) if told.type == "error" else None)
        sheet.on("pageerror", lambda error: sheet.errors.append(str(error)))
        yield sheet


@sqlite_only
def test_keys_rows_and_marked_words_lead_to_an_incident(served, desk):
    with chromium(served, desk) as sheet:
        sheet.goto("/")
        for key in ("j", "j", "k"):
            sheet.keyboard.press(key)
        assert sheet.evaluate("document.activeElement.textContent") == "Guard pushes reporter, d2"
        sheet.keyboard.press("Enter")
        sheet.wait_for_url("**/candidate/d2%231")
        sheet.keyboard.press("j")
        sheet.wait_for_url("**/candidate/d3%231")
        sheet.keyboard.press("?")
        assert sheet.locator("dialog#keys").is_visible()
        sheet.keyboard.press("Escape")
        sheet.keyboard.press("a")
        assert sheet.evaluate("document.activeElement.name") == "accept-methods-0-value"
        sheet.fill("[name=accept-reason]", "seen")
        sheet.get_by_role("button", name="Add a target").click()
        sheet.locator("[name=accept-targets-1-name_en]").wait_for()
        assert sheet.input_value("[name=accept-reason]") == "seen"
        sheet.select_option("[name=accept-methods-0-value]", "murder")
        told = codebook.load().table("methods")["murder"].definition.en
        sheet.locator("[id$=methods-0-value_meaning]", has_text=told).wait_for()
        sheet.select_option("[name=accept-methods-0-value]", "non_fatal_attack_beating")
        sheet.evaluate(
            "() => { const mark = document.querySelector('mark').firstChild; const range = document.createRange();"
            " range.setStart(mark, 2); range.setEnd(mark, 7);"
            " document.getSelection().removeAllRanges(); document.getSelection().addRange(range) }"
        )
        sheet.locator("[data-quote=accept-targets-0]").click()
        assert sheet.input_value("[name=accept-targets-0-quotation]") == "guard"
        assert sheet.input_value("[name=accept-targets-0-at]") == "26 d3"
        sheet.locator("[data-region=KZ-75]").click()
        assert sheet.input_value("[name=accept-place-0-region]") == "KZ-75"
        dot = sheet.locator(".points circle[data-name=Rudny]")
        dot.click(force=True)
        told = [sheet.input_value(f"[name=accept-place-0-{name}]") for name in ("name", "region", "latitude")]
        assert told == ["Rudny", "KZ-39", ""]
        sheet.locator(".points svg").click(position={"x": 3, "y": 3})
        assert sheet.input_value("[name=accept-place-0-longitude]").startswith("46.")
        dot.click(force=True)
        sheet.fill("[name=accept-title_en]", "Pushed")
        sheet.fill("[name=accept-summary_en]", "Pushed out.")
        sheet.keyboard.press("Control+Enter")
        sheet.locator(".message", has_text="Accepted as KZ-2024-0001").wait_for()
        assert sheet.errors == []
    with closing(sqlite3.connect(desk / FILE)) as file:
        assert file.execute("SELECT count(*) FROM registry_incident").fetchone() == (1,)


@sqlite_only
def test_a_key_does_nothing_while_somebody_types_or_when_keys_are_off(served, desk):
    with chromium(served, desk) as sheet:
        sheet.goto("/candidate/d2%231")
        sheet.focus("[name=accept-reason]")
        sheet.keyboard.type("jar")
        assert (sheet.input_value("[name=accept-reason]"), sheet.url.endswith("d2%231")) == ("jar", True)
        sheet.goto("/keys")
        sheet.locator("main [data-keys-off]").check()
        sheet.goto("/candidate/d2%231")
        sheet.keyboard.press("r")
        assert sheet.locator("#id_reject-reason").is_visible() is False


@sqlite_only
@pytest.mark.parametrize(
    ("language", "width", "scheme"),
    [("kk", 360, "light"), pytest.param("ru", 1280, "dark", marks=pytest.mark.thorough)],
    ids=["kk", "ru"],
)
def test_no_page_shuts_anybody_out_or_sticks_out_to_the_side(served, desk, language, width, scheme):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    with folders.opened(desk):
        logged_in("bolat").post("/candidate/d1%231/accept", CODED)
        pages = screens.addresses()
    options = {"viewport": {"width": width, "height": 800}, "color_scheme": scheme, "bypass_csp": True}
    with chromium(served, desk, language, **options) as sheet:
        for name, path in pages.items():
            if sheet.goto(path).status == 404:  # this person has no second factor to look at
                continue
            found = axe.run(sheet).response["violations"]
            assert (name, [(one["id"], one["nodes"][0]["html"]) for one in found]) == (name, [])
            assert (name, sheet.evaluate("document.documentElement.scrollWidth")) <= (name, width)


def bare(text):
    """What is left of a template when tags, variables, comments and markup are taken away."""
    without = re.sub(
        r"<script.*?</script>|\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}|<!--.*?-->|<[^>]*>", " ", text, flags=re.DOTALL
    )
    return set(re.findall(r"[^\W\d_]+|\?", without)) - NAMES


@pytest.mark.parametrize("template", sorted(TEMPLATES.rglob("*.html")), ids=lambda path: path.stem)
def test_a_template_holds_no_text_of_its_own(template):
    markup = template.read_text("utf-8")
    assert bare(markup) == set()
    told = re.findall(r'(?:title|placeholder|alt|aria-label)="([^"]*)"', markup)
    assert [one for one in told if re.search(r"\w", re.sub(r"\{[{%].*?[}%]\}", "", one))] == []


def test_a_word_that_stands_bare_in_a_template_is_found():
    assert bare('<p title="{{ w.x }}">{{ w.score }} Score <kbd>j</kbd></p>') == {"Score"}


def test_every_word_that_pages_ask_for_stands_in_the_three_languages():
    markup = "".join(path.read_text("utf-8") for path in TEMPLATES.rglob("*.html"))
    asked = set(re.findall(r"\bw\.(\w+)", markup))
    assert len(asked) > 60
    for language in LANGUAGES:
        assert sorted(asked - words(language).keys()) == []


def test_every_word_that_code_asks_for_stands_in_the_three_languages():
    code = "".join(path.read_text("utf-8") for path in TEMPLATES.parent.rglob("*.py"))
    asked = set(re.findall(r'(?:\btold|\bwords|\bwords\([^)]*\))\["(\w+)"\]', code))
    assert {"needed", "not_quoted", "decided"} <= asked
    assert sorted(asked - words("kk").keys()) == []


@sqlite_only
def test_every_page_that_can_be_asked_for_has_an_example_for_the_pictures(aigul):
    aigul.post("/candidate/d1%231/accept", CODED)
    assert screens.lacking() == []
    pages = screens.addresses()
    assert {"queue", "candidate", "codes", "order", "keys", "account_login"} <= pages.keys()
    assert browser().get(pages["account_login"]).status_code == 200
