"""The script in a real browser, from a disk: it gives what the Python twin gives, and asks nobody else."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from tests.web.public.search.golden import QUERIES

from kuzet.basis.names import LANGUAGES, Name
from kuzet.web.public import search
from kuzet.web.public.building.bundle import Into, build
from kuzet.web.public.data import plain
from kuzet.web.public.search.shards import block, divided, shards
from kuzet.web.seeking.fold import fold, words
from kuzet.web.seeking.gathering import Entry
from kuzet.web.seeking.index import Index
from kuzet.web.seeking.seek import search as found

PAGE = """<!doctype html><html lang="kk"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'">
<title>search</title><script src="SCRIPT" defer></script></head><body>
<div id="search" hidden data-language="kk" data-page="kk/incidents/{id}.html" data-none="ештеңе" data-found="{n} оқиға">
<form><input type="search" aria-label="q"></form><p role="status"></p><div class="results"></div></div>
</body></html>"""


@pytest.fixture(scope="module")
def bundle(edition, tmp_path_factory):
    """The folder of a site with the search alone and one page."""
    folder = tmp_path_factory.mktemp("site0") / "site"
    build(edition, [plain.lines, search.part], Into(folder))
    (folder / "index.html").write_text(PAGE.replace("SCRIPT", search.script(edition)), "utf-8")
    return folder


@pytest.fixture(scope="module")
def page(bundle, chromium):
    """The page in Chromium; what it asks for is noted in `asked`, what it complains of in `said`."""
    page = chromium.new_page()
    page.asked, page.said = [], []
    page.on("request", lambda request: page.asked.append(request.url))
    page.on("console", lambda message: page.said.append(message.text))
    page.on("pageerror", lambda error: page.said.append(str(error)))
    page.goto(f"file://{bundle}/index.html")
    yield page
    page.close()


ALL = "queries => Promise.all(queries.map(q => kuzetSearch.find(q, 'ru', 10).then(hits => hits.map(hit => hit[0]))))"


def test_the_script_gives_the_hits_of_the_twin_for_every_golden_query(page, edition):
    index = Index.of(edition.incidents)
    queries = [query for query, _ in QUERIES]
    hits = page.evaluate(ALL, queries)
    differ = [(query, given) for query, given in zip(queries, hits, strict=True) if given != found(index, query, 10)]
    assert differ == []


def test_the_script_folds_every_word_of_the_sample_as_the_twin(page, edition):
    texts = [
        name.get(each)
        for one in edition.incidents
        for name in (one.title, one.summary, *(target.name for target in one.targets))
        for each in LANGUAGES
    ]
    several = sorted(
        {word for text in texts for word in words(text)} | {"Qaraǵandy", "jýrnalıst", "Schmidt", "Айыеева"}
    )
    folded = page.evaluate("words => kuzetSearch.folded(words)", several)
    assert len(several) > 2000
    assert [pair for pair in zip(several, folded, strict=True) if fold(pair[0]) != pair[1]] == []


def test_hits_are_shown_as_text_and_counted(page):
    page.locator("input").fill("хакерлердің")
    page.locator("input").press("Enter")
    page.locator(".results li").first.wait_for()
    assert page.locator(".results a").first.get_attribute("href") == "kk/incidents/KZ-2024-0033.html"
    assert page.locator("[role=status]").text_content().endswith(" оқиға")
    page.locator("input").fill("палеонтология")
    page.locator("input").press("Enter")
    page.locator("[role=status]", has_text="ештеңе").wait_for()
    assert page.locator(".results li").count() == 0


def test_a_query_in_the_address_is_answered(page, bundle):
    page.goto(f"file://{bundle}/index.html#%D1%81%D0%BA%D0%B8%D0%B1%D0%B5")
    page.reload()
    page.locator(".results li").first.wait_for()
    assert page.locator("input").input_value() == "скибе"
    assert page.locator(".results a").first.get_attribute("href") == "kk/incidents/KZ-2024-0006.html"


def test_a_query_loads_few_kilobytes(page, bundle):
    page.goto("about:blank")
    page.goto(f"file://{bundle}/index.html")
    page.asked.clear()
    page.evaluate(ALL, ["Низовкинаға"])
    loaded = [bundle / url.rpartition("/site/")[2] for url in page.asked if "/keys/" in url]
    assert len(loaded) >= 1
    assert sum(path.stat().st_size for path in loaded) < 40_000


def test_the_script_asks_nobody_else_and_complains_of_nothing(page):
    assert {url.partition("://")[0] for url in page.asked} == {"file"}
    assert page.said == []


def test_the_same_incidents_give_the_same_files(edition):
    incidents = edition.incidents
    first, second = block(b"", incidents), block(b"", incidents)
    assert dict(shards(first.values())) == dict(shards(second.values()))


def test_a_large_group_is_divided_by_the_next_letter():
    key = {
        f"{start}{number}": Entry(1, dict.fromkeys(range(200), 2), 16)
        for start in ("sude", "suda")
        for number in range(40)
    }
    names = [name for name, _ in divided("su", {"su": Entry(0, {0: 1}, 1), **key})]
    assert names[0] == "su"
    assert len([name for name in names if name.startswith("suda")]) >= 1


def test_no_title_can_end_a_script(edition):
    hostile = replace(edition.incidents[0], title=Name(en="</script><script>alert(1)</script>"))
    files = dict(shards(block(b"", [hostile]).values()))
    assert b"<" not in files["hits/en-0.js"]
