"""Sitemaps, their indexes, sitemaps of news, compressed ones and hostile ones."""

from __future__ import annotations

import gzip
import tracemalloc

import pytest

from kuzet.observatory.collect import sitemaps
from kuzet.observatory.collect.entries import entries
from kuzet.observatory.collect.found import SetAside
from kuzet.observatory.collect.plan import Start

START = Start(form="sitemap", url="https://zakon.kz/sitemap.xml")
NAMES = (
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
)
ONE = f"<urlset {NAMES}><url><loc> https://zakon.kz/1 </loc><lastmod>2024-05-13T10:00:00+05:00</lastmod></url></urlset>"


def read(body):
    return entries("sitemap", body if isinstance(body, bytes) else body.encode(), START, "application/xml")


def test_a_sitemap_gives_addresses_with_their_days():
    (entry,) = read(ONE)
    assert (entry.url, str(entry.published), entry.sitemap) == ("https://zakon.kz/1", "2024-05-13", False)


def test_a_sitemap_of_news_gives_titles_and_days_of_publication():
    news = (
        "<news:news><news:publication><news:name>Сайт</news:name></news:publication>"
        "<news:publication_date>2024-05-14</news:publication_date><news:title>Жаңа заң</news:title></news:news>"
    )
    (entry,) = read(ONE.replace("</url>", f"{news}</url>"))
    assert (entry.title, str(entry.published)) == ("Жаңа заң", "2024-05-14")


def test_an_index_gives_further_sitemaps_that_are_no_pages():
    (entry,) = read(
        f"<sitemapindex {NAMES}><sitemap><loc>/s1.xml</loc><lastmod>2024-05</lastmod></sitemap></sitemapindex>"
    )
    assert (entry.url, str(entry.published), entry.sitemap) == ("https://zakon.kz/s1.xml", "2024-05", True)


def test_a_compressed_sitemap_is_read():
    assert [entry.url for entry in read(gzip.compress(ONE.encode()))] == ["https://zakon.kz/1"]


def test_a_sitemap_cut_off_in_the_middle_gives_what_stands_before():
    assert [entry.url for entry in read(ONE.replace("</urlset>", "<url><loc>https://zak"))] == ["https://zakon.kz/1"]


def test_a_compressed_sitemap_is_not_unpacked_beyond_the_protocols_size(monkeypatch):
    monkeypatch.setattr(sitemaps, "LARGEST", 100_000)
    bomb = gzip.compress(b"<urlset>" + b" " * 50_000_000, mtime=0)
    tracemalloc.start()
    found = read(bomb)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 5_000_000
    assert isinstance(found, SetAside)
    assert "is not a sitemap of at most 100000 bytes when unpacked" in found.why


@pytest.mark.parametrize(
    "body", [b"", b"<html><body>404</body></html>", b"plain text", gzip.compress(b"x", mtime=0)[:-9], b"\x1f\x8b\x00"]
)
def test_what_is_no_sitemap_is_set_aside_with_its_reason(body):
    assert read(body).why.startswith("cannot be read as a start page: ")


def test_an_entity_does_not_bring_in_a_file(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("https://zakon.kz/SECRET", "utf-8")
    head = f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    assert "SECRET" not in str(read(head + ONE.replace("https://zakon.kz/1", "&x;")))


def test_an_entity_bomb_stays_small():
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 20 if n else "a" * 50}">' for n in range(12))
    found = read(f'<?xml version="1.0"?><!DOCTYPE r [{bomb}]>' + ONE.replace("https://zakon.kz/1", "&e11;"))
    assert len(str(found)) < 1000


def test_an_inner_entity_is_not_expanded():
    head = '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x "https://zakon.kz/9">]>'
    assert "https://zakon.kz/9" not in str(read(head + ONE.replace("https://zakon.kz/1", "&x;")))
