# ruff: noqa: ARG001  (a fixture is asked for so that its run has been)
"""`kuzet backfill`: what others kept becomes documents once, however often it is brought."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner
from tests.collect_site import running
from tests.collect_site.server import Answer, Server, serving
from tests.collect_site.site import Site, page

from kuzet.cli import main

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
MESSAGE = {
    "id": 7,
    "type": "message",
    "date_unixtime": "1715592600",
    "text": "Полиция задержала журналиста Ерлана Сапарова.",
}


@pytest.fixture(scope="module")
def site():
    with serving(Server()) as server:
        yield Site(server, each=3)


@pytest.fixture(scope="module")
def folder(site, tmp_path_factory):
    folder = tmp_path_factory.mktemp("collection")
    site.write_sources(folder, seconds=2.0)
    return folder


@pytest.fixture(scope="module")
def kept(site, tmp_path_factory):
    """A folder of what others kept: three links of which one is gone, a page, a channel, a line without a link."""
    kept = tmp_path_factory.mktemp("kept")
    host = site.outlets[0].host
    links = [f"http://{host}/news/{number}" for number in (1, 2, 99)]
    (kept / "links.txt").write_text("\n".join([*links, "no link"]), "utf-8")
    saved = page("Мост у реки открыли вечером.\nДиқан жолды жөндеді.", "utf-8")
    (kept / "saved.html").write_text(f"<!-- saved from url=(0020)http://other.kz/1 -->{saved}", "utf-8")
    (kept / "result.json").write_text(json.dumps({"id": 12, "messages": [MESSAGE]}), "utf-8")
    return kept


@pytest.fixture(scope="module")
def first(folder, kept):
    return backfill(folder, str(kept))


@pytest.fixture(scope="module")
def second(first, folder, kept, site):
    site.server.forget()
    return backfill(folder, str(kept))


def backfill(folder, *more):
    sources = str(folder / "sources")
    return CliRunner().invoke(main, ["backfill", str(folder), "--sources", sources, "--json", *more])


def done(result):
    return json.loads(result.stdout.splitlines()[-1])


def test_pages_are_kept_and_addresses_asked_for(first, folder):
    documents = {one["url"]: one for one in running.exported(folder)}
    assert sorted(documents) == [
        "http://other.kz/1",
        "http://s00.example.kz/news/1",
        "http://s00.example.kz/news/2",
        "https://t.me/c/12/7",
    ]
    assert documents["http://s00.example.kz/news/1"]["source"] == "source-00"
    assert documents["http://other.kz/1"]["source"] == "by-hand"
    assert done(first)["failures"] == {"hard": 1, "soft": 0, "temporary": 0}


def test_a_message_of_a_channel_is_read_with_its_day(first, folder):
    (message,) = (one for one in running.exported(folder) if one["url"] == "https://t.me/c/12/7")
    assert (message["text"], message["published"], message["lang"]) == (MESSAGE["text"], "2024-05-13", "ru")
    assert message["captured"] == "2024-05-13T09:30:00.000000+00:00"
    assert done(first)["relevant"] == 1


def test_what_cannot_be_used_is_named_with_its_reason(first):
    assert first.exit_code == 1
    assert first.stderr == "links.txt, line 4: no address in 'no link'\n"
    assert done(first)["items_set_aside"] == 1


def test_brought_again_nothing_is_asked_and_nothing_is_new(second, site, folder):
    assert {name: done(second)[name] for name in ("fetched", "new", "found")} == {"fetched": 0, "new": 0, "found": 0}
    assert not site.server.seen
    assert running.wrong(folder) == []


def test_a_sitemap_on_the_net_gives_the_pages_of_a_year_and_of_the_sitemaps_that_it_names(second, site, folder):
    host = site.outlets[1].host
    index = f'<sitemapindex xmlns="{SITEMAP}"><sitemap><loc>http://{host}/all.xml</loc></sitemap></sitemapindex>'
    days = ("2023-12-31", "2024-01-01", "")
    pages = "".join(
        f"<url><loc>http://{host}/old/{at}</loc><lastmod>{day}</lastmod></url>" for at, day in enumerate(days)
    )
    site.server.pages[host, "/index.xml"] = Answer(index.encode(), "application/xml")
    site.server.pages[host, "/all.xml"] = Answer(
        f'<urlset xmlns="{SITEMAP}">{pages}</urlset>'.encode(), "application/xml"
    )
    result = backfill(folder, f"http://{host}/index.xml", "--year", "2024", "--later")
    assert result.exit_code == 0
    assert (done(result)["found"], done(result)["fetched"]) == (1, 0)


def test_what_is_not_there_is_refused(folder):
    result = backfill(folder, "nothing.txt")
    assert (result.exit_code, result.stderr) == (1, "Error: nothing.txt is not there\n")


def test_addresses_that_wait_are_named_each_with_why(site, tmp_path):
    site.write_sources(tmp_path / "data", seconds=2.0)
    host = site.outlets[2].host
    (tmp_path / "links.txt").write_text("".join(f"http://{host}/late/{number}\n" for number in range(12)), "utf-8")
    words = (
        "backfill",
        str(tmp_path / "data"),
        str(tmp_path / "links.txt"),
        "--sources",
        str(tmp_path / "data" / "sources"),
    )
    told = CliRunner().invoke(main, [*words, "--later"]).stdout.splitlines()
    at = told.index("12 addresses wait:")
    assert told[at + 1] == f"  http://{host}/late/0"
    assert told[at + 11 :] == ["  and 2 more"]
