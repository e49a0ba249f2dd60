"""The site as readers have it: real browser, over HTTP and from a folder, with scripts and without."""

from __future__ import annotations

import gzip
import json
import re
from urllib.parse import urlsplit

import pytest
from tests.web.public.links import broken

from kuzet.basis.names import LANGUAGES
from kuzet.web.public.rendering import POLICY, asset
from kuzet.web.public.tongue import words

KINDS = (
    "index",
    "incidents",
    "incident/KZ-2024-0029",
    "incident/KZ-2024-0100",
    "list/category/judicial_economic",
    "list/region/KZ-71",
    "person/",
    "outlets",
    "map",
    "charts/index",
    "charts/trend",
    "reports",
    "codebook/index",
    "codebook/modes",
    "methodology",
    "safety",
    "api",
    "edition",
    "feeds",
    "corrections",
    "data",
    "search",
    "names",
    "names/1",
    "list/quarter/2024-q4",
)
FRONT_PAGE = 150_000
"""Bytes that the front page may weigh with everything it loads (issue: at most 150 kB)."""

ANY_PAGE = 400_000
"""The same of any page, none of it compressed: with the pictures of all charts, the index of the search, the filter."""

LOADED = """() => {
  const [page] = performance.getEntriesByType("navigation");
  const all = [page, ...performance.getEntriesByType("resource")];
  return [all.map((one) => one.name), Math.round(page.domContentLoadedEventEnd)];
}"""
"""The addresses of a page and of what it loaded, and the milliseconds until it could be read."""


@pytest.fixture(scope="session")
def kinds(published):
    """One page of every kind; the person's page is looked for, as its name holds a digest."""
    person = next((published / "en" / "person").glob("daniyar-adilbekov-*.html")).stem
    return [f"person/{person}" if kind.startswith("person/") else kind for kind in KINDS]


def test_no_link_of_any_page_is_broken_and_nothing_is_loaded_from_elsewhere(published):
    assert broken(published) == []


def test_every_page_holds_the_policy_and_neither_script_nor_style_inside(published):
    wrong = []
    for path in published.rglob("*.html"):
        if path.name == "404.html":  # test_missing.py
            continue
        text = path.read_text("utf-8")
        inside = re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=|javascript:", text)
        if POLICY.replace("'", "&#39;") not in text or inside:
            wrong.append(path.name)
    assert wrong == []


def test_every_page_is_there_in_three_languages(published):
    pages = {
        language: {path.relative_to(published / language).as_posix() for path in (published / language).rglob("*.html")}
        for language in LANGUAGES
    }
    for found in pages.values():  # each alphabet has letters of its own
        found -= {path for path in found if path.startswith("names/")}
    assert pages["kk"] == pages["ru"] == pages["en"]
    assert len(pages["kk"]) > 600


def test_the_words_of_the_three_languages_have_the_same_keys_and_places():
    keys = {language: set(words(language)) for language in LANGUAGES}
    assert keys["kk"] == keys["ru"] == keys["en"]
    for key in keys["kk"]:
        found = [set(re.findall(r"\{(\w+)\}", str(words(language)[key]))) for language in LANGUAGES]
        assert found[0] == found[1] == found[2], key


def weighed(published, served, loaded):
    """The bytes of all files, as they lie in the folder, and the moment."""
    addresses, moment = loaded
    paths = {address.partition("#")[0].removeprefix(f"{served}/") for address in addresses}
    return sum((published / path).stat().st_size for path in paths), moment


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
@pytest.mark.parametrize("way", ["http", "file"])
def test_no_page_complains_asks_elsewhere_or_is_wider_than_a_phone(
    chromium, published, served, kinds, way, scripts, capsys
):
    base = served if way == "http" else published.as_uri()
    context = chromium.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=scripts)
    page, said = context.new_page(), []
    page.on("console", lambda message: said.append((page.url, message.text)))
    page.on("pageerror", lambda error: said.append((page.url, str(error))))
    page.on("request", lambda request: request.url.startswith(base) or said.append((page.url, request.url)))
    languages = LANGUAGES if scripts == (way == "http") else ("kk",)
    weights = {}
    for kind in kinds:
        for language in languages:
            page.goto(f"{base}/{language}/{kind}.html")
            if scripts and way == "http" and language == "ru":
                weights[kind] = weighed(published, served, page.evaluate(LOADED))
            if page.evaluate("document.documentElement.scrollWidth") > 360:
                said.append((page.url, "wider than 360 pixels"))
    assert context.cookies() == []
    context.close()
    assert said == []
    assert {kind: bytes_ for kind, (bytes_, _) in weights.items() if bytes_ > ANY_PAGE} == {}
    with capsys.disabled():
        for kind, (bytes_, moment) in weights.items():
            print(f"\n{kind:32} {bytes_:>9,} bytes, ready after {moment:>5} ms", end=" ")


def test_axe_finds_nothing_that_shuts_anybody_out(chromium, published, kinds):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    looks = [({"width": 1280, "height": 800}, "light"), ({"width": 360, "height": 740}, "dark")]
    pages = [
        chromium.new_page(viewport=size, color_scheme=scheme, bypass_csp=True, reduced_motion="reduce")
        for size, scheme in looks
    ]
    violations = []
    for place, kind in enumerate(["../index", "../404", *kinds]):
        page = pages[place % 2]
        page.goto((published / LANGUAGES[place % 3]).as_uri() + f"/{kind}.html")
        found = axe.run(page).response["violations"]
        violations += [(kind, one["id"], one["nodes"][0]["html"]) for one in found]
    for page in pages:
        page.close()
    assert violations == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_front_page_is_light(chromium, served, language, capsys):
    page, weights = chromium.new_page(), []
    page.on("response", lambda response: weights.append(len(response.body())))
    page.goto(f"{served}/{language}/index.html", wait_until="networkidle")
    page.close()
    with capsys.disabled():
        print(f"\nfront page {language}: {sum(weights):,} bytes in {len(weights)} files", end=" ")
    assert sum(weights) <= FRONT_PAGE


def test_no_page_is_heavy(published):
    weights = {
        path.relative_to(published).as_posix(): len(gzip.compress(path.read_bytes(), 6))
        for path in published.rglob("*.html")
    }
    assert {name: weight for name, weight in weights.items() if weight > FRONT_PAGE} == {}


QUESTIONS = (
    {},
    {"category": "physical"},
    {"perpetrator": "authorities", "region": "KZ-71"},
    {"method": "unknown"},
    {"method": "pretrial_claim"},
    {"penalty": "fine"},
    {"context_event": "referendum_2024", "target_kind": "journalist"},
    {"month": "10", "reconstructed": "no"},
    {"verdict": "convicted", "proceeding": "criminal"},
    {"region": "unknown"},
    {"category": "physical", "proceeding": "civil"},
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_filter_counts_and_says_what_the_engine_does(chromium, published, edition, language):
    page = chromium.new_page()
    for question in QUESTIONS:
        page.goto(
            f"{published.as_uri()}/{language}/incidents.html#{'&'.join('='.join(one) for one in question.items())}"
        )
        page.wait_for_selector("#told[data-count]")
        expected = edition.engine.count(question)
        assert page.get_attribute("#told", "data-count") == str(expected.numerator), question
        while not page.is_hidden("#more"):
            page.click("#more")
            page.wait_for_timeout(0)
        shown = page.eval_on_selector_all("#results a", "links => links.map(link => link.href)")
        assert {urlsplit(link).path.rpartition("/")[2][: -len(".html")] for link in shown} == set(expected.incidents)
        page.goto("about:blank")
    page.close()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("field", ["category", "region", "penalty"])
def test_the_filter_says_the_sentence_of_the_prepared_list(chromium, published, language, field):
    page = chromium.new_page()
    for path in sorted((published / language / "list" / field).glob("*.html"))[:4]:
        if re.search(r"-\d+$", path.stem) and field != "region":
            continue
        page.goto(path.as_uri())
        prepared = page.text_content(".said")
        page.goto("about:blank")
        page.goto(f"{published.as_uri()}/{language}/incidents.html#{field}={path.stem}")
        page.wait_for_selector("#told[data-count]")
        assert page.text_content(".said") == prepared
    page.close()


def test_choosing_a_filter_changes_the_address_and_the_address_chooses_the_filter(chromium, served):
    page = chromium.new_page()
    page.goto(f"{served}/en/incidents.html")
    page.select_option("#f-category", "physical")
    page.wait_for_function("document.querySelector('#told').dataset.count === '4'")
    assert page.url.endswith("/en/incidents.html#category=physical")
    cited = f"Cite as: {served}/en/incidents.html#category=physical (accessed "
    assert page.text_content("#told .cite").strip().startswith(cited)
    page.fill("#f-from", "2024-11-01")
    page.dispatch_event("#f-from", "change")
    page.wait_for_function("document.querySelector('#told').dataset.count === '2'")
    assert page.text_content("#told .said") == (
        "2024-11-01 – …: 2\u00a0incidents. Category: Physical attacks and threats to life, liberty and health."
    )
    page.click("#clear")
    page.wait_for_function("document.querySelector('#told').dataset.count === '347'")
    assert page.input_value("#f-category") == ""
    page.close()


def test_the_filter_is_not_shown_where_scripts_are_off_and_the_lists_are(chromium, published):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((published / "en" / "incidents.html").as_uri())
    assert page.is_hidden("#filter")
    page.click("a:has-text('Physical attacks and threats')")
    assert page.text_content(".said").startswith("2024: 4\u00a0incidents. Category: Physical attacks")
    assert page.locator(".entries li").count() == 4
    context.close()


def test_every_number_of_the_front_page_leads_to_as_many_incidents(chromium, published, edition):
    page = chromium.new_page()
    page.goto((published / "en" / "index.html").as_uri())
    numbers = page.eval_on_selector_all(
        ".tile, .bars li", "all => all.map(one => [one.querySelector('.n').textContent, one.querySelector('a').href])"
    )
    assert len(numbers) >= 15
    for number, target in numbers:
        page.goto(target)
        assert re.search(rf": {number}\u00a0incidents?\.", page.text_content(".said")), target
    page.close()


def test_a_placeholder_is_said_to_be_one(published):
    text = (published / "en" / "incident" / "KZ-2024-0100.html").read_text("utf-8")
    assert "This is a placeholder." in text
    assert "SHA-256" not in text


def test_a_record_says_what_it_rests_on_and_how_it_is_cited(published):
    text = (published / "ru" / "incident" / "KZ-2024-0029.html").read_text("utf-8")
    assert re.search(r"Сохранено: <time datetime=\S{27}>\d+ [а-я]+ 202[45] года, \d\d:\d\d UTC</time>", text)
    assert "2c4e488de9ad67c6969dbbe1d3e3578054aa44d5e962ec9c33a91d064c3fdd5a" in text
    assert "Уголовный" in text or "УК, ст. 274" in text
    assert 'href="KZ-2024-0045.html"' in text
    assert "@misc{KZ-2024-0029," in text


def test_the_record_as_json_is_the_public_incident(published):
    told = json.loads((published / "api" / "v1" / "incidents" / "KZ-2024-0029.json").read_bytes())["incident"]
    assert told["title"]["en"] == "Journalist Daniyar Adilbekov sentenced to four and a half years"
    assert not {"note", "decisions", "codings"} & told.keys()


def test_every_file_of_the_open_data_is_offered(published):
    text = "".join((published / language / "data.html").read_text("utf-8") for language in LANGUAGES)
    files = {path.name for path in (published / "data").iterdir()}
    assert {name for name in files if f'href="../data/{name}"' not in text and not name.endswith(".css")} == set()


def test_the_search_finds_a_name_in_another_script_and_leads_to_its_page(chromium, published):
    page = chromium.new_page()
    page.goto((published / "en" / "search.html").as_uri())
    page.fill("#search input", "адилбеков")
    page.press("#search input", "Enter")
    page.wait_for_selector(".results a")
    page.click(".results a")
    assert page.url.endswith("/en/incident/KZ-2024-0029.html")
    page.close()


def test_a_feed_tells_the_newest_incident_first_and_no_placeholder(published):
    feed = json.loads((published / "kk" / "list" / "all" / "all.json").read_bytes())
    assert feed["language"] == "kk"
    assert len(feed["items"]) == 30
    assert feed["items"][0]["url"].endswith("kk/incident/KZ-2024-0034.html")
    assert not [one for one in feed["items"] if "қалпына келтірілді" in one["title"]]


def test_assets_carry_their_digest(published):
    assert (published / asset("site.css")).is_file()
    assert re.fullmatch(r"assets/site-[0-9a-f]{10}\.css", asset("site.css"))


def test_an_incident_of_which_the_year_alone_is_known_lies_in_no_range_inside_the_year(chromium, published):
    page = chromium.new_page()
    page.goto((published / "en" / "incidents.html").as_uri() + "#from=2024-01-01&until=2024-03-31")
    page.wait_for_selector("#told[data-count]")
    prepared = published / "en" / "list" / "quarter" / "2024-q1.html"
    shown = page.eval_on_selector_all("#results a", "links => links.map(link => link.href)")
    page.goto(prepared.as_uri())
    listed = page.eval_on_selector_all(".entries a", "links => links.map(link => link.href)")
    page.close()
    assert set(shown) == set(listed)
    assert 0 < len(listed) < 30


def test_the_filter_narrows_to_a_person_and_the_list_of_the_person_leads_to_it(chromium, published):
    person = next((published / "en" / "person").glob("daniyar-adilbekov-*.html"))
    page = chromium.new_page()
    page.goto(person.as_uri())
    page.click("a:has-text('Narrow')")
    page.wait_for_selector("#told[data-count]")
    assert page.url.endswith(f"/en/incidents.html#person={person.stem}")
    assert page.get_attribute("#told", "data-count") == "2"
    assert "Daniyar Adilbekov" in page.text_content("#told .said")
    page.close()


def test_a_label_inside_a_sentence_keeps_its_abbreviation_and_a_sentence_is_told_in_years(published):
    text = (published / "ru" / "incident" / "KZ-2024-0029.html").read_text("utf-8")
    assert "СМИ или коллега" in text
    assert "4\u00a0года 6\u00a0месяцев" in text


def test_a_notice_says_that_no_lawyer_has_read_it(published):
    text = (published / "en" / "safety.html").read_text("utf-8")
    assert text.count("This notice has not been reviewed by a lawyer yet") == text.count('class="note"') == 2
