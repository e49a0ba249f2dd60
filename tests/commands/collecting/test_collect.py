# ruff: noqa: ARG001  (a fixture is asked for so that its run has been)
"""`kuzet collect` over forty sources on loopback: what must be collected, and what must not be asked again."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from datetime import timedelta

import pytest
from click.testing import CliRunner
from tests.collect_site import running
from tests.collect_site.server import Answer, Server, serving
from tests.collect_site.site import Site, page

from kuzet import countries
from kuzet.basis.document import Document
from kuzet.cli import main
from kuzet.observatory import detect, pipeline

ARTICLES = 216
ANSWERING = 39
"""Start pages that answer; the fortieth drips."""


@pytest.fixture(scope="module")
def site():
    with serving(Server()) as server:
        yield Site(server, each=6)


@pytest.fixture(scope="module")
def folder(site, tmp_path_factory):
    folder = tmp_path_factory.mktemp("collection")
    site.write_sources(folder, seconds=5.0)
    return folder


@pytest.fixture(scope="module")
def runs(folder):
    with running.runs(folder) as found:
        yield found


@pytest.fixture(scope="module")
def first(site, runs):
    sums = runs.once()
    site.asked = dict(site.server.seen)
    return sums


@pytest.fixture(scope="module")
def second(first, site, runs):
    site.server.forget()
    return runs.once()


@pytest.fixture(scope="module")
def changed(second, site, runs):
    """An hour later one cited page is reworded, one is gone, and one that was busy answers."""
    host = site.outlets[2].host
    reworded = site.outlets[0].articles[5]
    site.server.pages[site.outlets[0].host, "/news/6"] = Answer(page(reworded.text + "\nИсправлено.", "").encode())
    site.server.pages[host, "/news/6"] = Answer(b"gone", status=410)
    site.server.pages[site.outlets[0].host, "/ill/busy"] = Answer(page("Мост открыли у реки вечером.", "").encode())
    site.server.forget()
    return runs.once(after=timedelta(hours=2))


@pytest.fixture(scope="module")
def returned(changed, site, runs):
    article = site.outlets[2].articles[5]
    site.server.pages[site.outlets[2].host, "/news/6"] = Answer(page(article.text, "").encode())
    return runs.once(after=timedelta(days=2))


@pytest.fixture(scope="module")
def later(returned, site, runs):
    """Two days later each source with pages has one more."""
    for outlet in site.outlets[:36]:
        if outlet.form not in ("telegram", "youtube"):
            outlet.articles.append(site.article(outlet, 6))
            site.announce(outlet)
    return runs.once(after=timedelta(days=2))


def test_each_article_is_a_document_once_and_nothing_else_is(first, site, runs):
    urls = Counter(url for (url,) in runs.rows("SELECT url FROM document"))
    assert urls == Counter(article.url for article in site.articles)
    assert (first.new, len(site.articles)) == (ARTICLES, ARTICLES)


def test_at_its_end_it_says_what_it_did(first):
    assert first.lines() == [
        "184 fetched, 0 unchanged, 9 failed (hard 2, soft 3, temporary 4)",
        "216 new documents (en 72, kk 72, ru 72), 30 of them near-copies, 0 changed, 4 set aside",
        f"{first.relevant} relevant, with at least one candidate for an attack",
    ]


def test_no_address_is_asked_for_twice_in_a_run(first, site):
    twice = {asked: number for asked, number in site.asked.items() if number > 1}
    assert (first.fetched, twice) == (184, {})


def test_the_text_is_whole_in_every_charset_whatever_was_declared(first, site, runs):
    texts = dict(runs.rows("SELECT url, text FROM document"))
    torn = [
        article.url
        for article in site.articles
        if not all(line in texts[article.url] for line in article.text.split("\n")[1:])
    ]
    assert torn == []


def test_each_document_has_the_language_it_is_written_in(first, site, runs):
    told = dict(runs.rows("SELECT url, language FROM document"))
    assert {url: told[url] for url in told} == {article.url: article.language for article in site.articles}
    assert first.languages == {"kk": 72, "ru": 72, "en": 72}


def test_a_text_that_another_source_took_over_is_a_near_copy_of_the_earlier_document(first, site, runs):
    groups = defaultdict(set)
    rows = "SELECT one.url, coalesce(two.url, one.url) FROM document one LEFT JOIN document two ON two.id = one.copy_of"
    for url, original in runs.rows(rows):
        groups[original].add(url)
    expected = defaultdict(set)
    for article in site.articles:
        expected[article.of or article.url].add(article.url)
    assert sorted(map(sorted, groups.values())) == sorted(map(sorted, expected.values()))
    assert first.copies == sum(bool(article.of) for article in site.articles) == 30


def test_what_is_relevant_is_what_kuzet_read_says_of_it(first, site, runs):
    country, words = countries.load("kz"), detect.vocabulary("kz")
    expected = {
        url
        for url, title, text, source in runs.rows("SELECT url, title, text, source FROM document")
        if pipeline.read(Document(id="x", title=title, text=text, source=source, url=url), country, words)
    }
    assert {url for (url,) in runs.rows("SELECT url FROM document WHERE reading != ''")} == expected
    assert first.relevant == len(expected)
    assert expected <= {article.url for article in site.articles if article.relevant}
    assert len(expected) >= 30


def test_every_ill_page_is_told_by_its_reason_and_weight(first, runs):
    rows = runs.rows("SELECT url, weight, why FROM address WHERE url LIKE '%/ill/%' AND why != ''")
    told = {url.rpartition("/")[2]: (weight, why.rpartition("': ")[2]) for url, weight, why in rows}
    assert told == {
        "bomb": (0.5, "more than 20,000,000 bytes when unpacked, which is the cap"),
        "busy": (0.25, "status 503, expected 200"),
        "drip": (0.25, "no end of the answer within 5 seconds"),
        "gone": (1.0, "status 410, expected 200"),
        "loop": (0.5, told["loop"][1]),
        "many": (0.25, "status 429, expected 200"),
        "picture": (0.5, "content of the type 'image/png', expected a page, a feed or a list"),
    }
    assert told["loop"][1].startswith("http") or "more than 5 redirects" in told["loop"][1]
    assert first.failures == {"hard": 2, "soft": 3, "temporary": 4}


def test_a_page_that_robots_txt_denies_is_never_asked_for(first, site, runs):
    ((why,),) = runs.rows("SELECT why FROM address WHERE url LIKE '%/private/1'")
    assert why.endswith("robots.txt denies it to robots")
    assert first.failures["hard"] == 2
    assert not any(path == "/private/1" for _, path, _ in site.asked)


def test_bytes_without_text_are_kept_and_set_aside_with_the_reason(first, runs):
    aside = dict(runs.rows("SELECT url, why FROM aside"))
    assert aside["http://s00.example.kz/ill/empty"] == "no text: no elements, no title"
    assert aside["http://s37.example.kz/list.xml"].endswith("is not a selector that finds anything here (45 bytes)")
    assert len(aside) == first.aside == 4


def test_a_start_page_that_gives_nothing_makes_its_source_ill(first, folder):
    told = json.loads(CliRunner().invoke(main, collect(folder, "--health", "--json")).output)
    says = {one["state"]["source"]: one.get("says", "") for one in told["sources"]}
    assert says["source-37"].endswith("'ul.news li' is not a selector that finds anything here (45 bytes)")
    assert says["source-39"].startswith("failing since the beginning, weight 0.25")
    assert says["source-00"] == ""
    assert told["languages"] == {"kk": 72, "ru": 72, "en": 72}


def test_a_second_run_asks_only_conditionally_and_is_given_nothing(second, site):
    assert (second.fetched, second.new, second.unchanged) == (0, 0, ANSWERING)
    assert (site.server.count(200), site.server.count(304)) == (0, ANSWERING)


def test_a_cited_page_that_was_reworded_raises_a_notice_with_the_difference(changed, runs):
    (notice,) = (one for one in changed.notices if one.kind == "changed")
    assert notice.url == "http://s00.example.kz/news/6"
    assert notice.what == "+ Исправлено."
    urls = runs.rows("SELECT id, again FROM document WHERE url = ? ORDER BY number", notice.url)
    assert urls == [(notice.before, 0), (notice.after, 1)]


def test_a_cited_page_that_is_gone_raises_a_notice(changed):
    (notice,) = (one for one in changed.notices if one.kind == "deleted")
    assert notice.url == "http://s02.example.kz/news/6"
    assert notice.what.endswith("status 410, expected 200")


def test_only_cited_pages_are_looked_at_again_and_conditionally(changed, site):
    pages = [path for _, path, status in site.server.seen if path.startswith("/news/") and status == 304]
    assert set(pages) == {"/news/6"}
    assert changed.new == 1  # the page that was busy


def test_a_page_that_comes_back_raises_a_notice(returned):
    assert [(one.kind, one.url) for one in returned.notices] == [("back", "http://s02.example.kz/news/6")]


def test_new_documents_are_counted_once_however_often_their_page_is_captured(returned, runs):
    ((total,),) = runs.rows("SELECT sum(documents) FROM counts")
    assert total == ARTICLES + 1


def test_a_source_that_drips_does_not_hold_the_others(later, runs):
    """It is asked first, and ends after all the others have brought their new pages."""
    ((dripped,),) = runs.rows("SELECT last_attempt FROM source WHERE id = 'source-39'")
    brought = runs.rows("SELECT source, at FROM document WHERE url LIKE '%/news/7'")
    assert len(brought) == later.new == 24
    assert [source for source, at in brought if at >= dripped] == []


def test_each_day_tells_who_was_asked_and_who_answered(later, folder):
    lines = CliRunner().invoke(main, collect(folder, "--export", "coverage")).output.splitlines()
    told = [json.loads(line) for line in lines]
    days = sorted({one["day"] for one in told})
    assert len(days) >= 2
    assert {bool(one["answered"]) for one in told if one["source"] == "source-39"} == {False}
    assert {bool(one["answered"]) for one in told if one["source"] == "source-20"} == {True}


def test_documents_are_exported_as_kuzet_read_takes_them(later, folder, tmp_path):
    found = CliRunner().invoke(main, collect(folder, "--export", "documents"))
    path = tmp_path / "documents.jsonl"
    lines = found.output.splitlines()
    cited = [line for line in lines if json.loads(line)["url"].endswith(("/news/6", "/channel/6"))][:20]
    path.write_text("\n".join(cited) + "\n", "utf-8")
    read = CliRunner().invoke(main, ["read", str(path)])
    assert read.exit_code == 0
    readings = {one["id"]: one for one in map(json.loads, read.output.splitlines())}
    kept = CliRunner().invoke(main, collect(folder, "--export", "readings")).output.splitlines()
    shared = {one["id"]: one for one in map(json.loads, kept) if one["id"] in readings}
    assert len(shared) > 10
    assert {ident: readings[ident]["methods"] for ident in shared} == {i: one["methods"] for i, one in shared.items()}


def test_a_ledger_built_anew_from_the_archive_is_the_same(later, runs, folder, tmp_path):
    runs.rebuilt(tmp_path)
    was, now = running.ledger(folder), running.ledger(tmp_path)
    assert {table: [*differing(was[table], now[table])] for table in was} == {table: [] for table in was}


def test_the_archive_of_all_runs_is_proved(later, folder):
    assert running.wrong(folder) == []


def differing(was, now):
    """Rows that only one of two tables has."""
    yield from set(was) ^ set(now)


def collect(folder, *more):
    return ["collect", str(folder), "--sources", str(folder / "sources"), *more]
