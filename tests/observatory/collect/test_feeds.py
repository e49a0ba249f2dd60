"""RSS and Atom in all their versions, and what only pretends to be one."""

from __future__ import annotations

import pytest

from kuzet.observatory.collect.entries import entries
from kuzet.observatory.collect.found import Entry, SetAside
from kuzet.observatory.collect.plan import Start

START = Start(form="feed", url="https://orda.kz/feed/")
ITEM = "<item><title>Жаңа мектеп</title><link>https://orda.kz/1</link>{}</item>"
RDF = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"'
FEEDS = {
    "RSS 0.91": '<rss version="0.91"><channel>' + ITEM.format("") + "</channel></rss>",
    "RSS 1.0": f'<rdf:RDF {RDF} xmlns="http://purl.org/rss/1.0/">'
    + ITEM.format("<dc:date>2024-05-13T01:00:00+05:00</dc:date>") + "</rdf:RDF>",
    "RSS 2.0": '<rss version="2.0"><channel>'
    + ITEM.format("<pubDate>Mon, 13 May 2024 01:00:00 +0500</pubDate>")
    + "</channel></rss>",
    "Atom 1.0": '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Жаңа мектеп</title><link href="/1"/>'
    "<published>2024-05-13T01:00:00+05:00</published></entry></feed>",
}  # fmt: skip


def read(text, content_type="application/xml", start=START):
    return entries("feed", text if isinstance(text, bytes) else text.encode(), start, content_type)


@pytest.mark.parametrize("version", FEEDS)
def test_every_version_gives_address_and_title(version):
    (entry,) = read(FEEDS[version])
    assert (entry.url, entry.title) == ("https://orda.kz/1", "Жаңа мектеп")


@pytest.mark.parametrize("version", ["RSS 1.0", "RSS 2.0", "Atom 1.0"])
def test_the_day_is_the_one_written_and_not_that_of_utc(version):
    (entry,) = read(FEEDS[version])
    assert str(entry.published) == "2024-05-13"


@pytest.mark.parametrize("charset", ["windows-1251", "koi8-r", "kz1048", "utf-16"])
def test_a_feed_that_declares_the_wrong_charset_is_read(charset):
    text = '<?xml version="1.0" encoding="utf-8"?>' + FEEDS["RSS 2.0"].replace("Жаңа мектеп", "Первая школа города")
    (entry,) = read(text.encode(charset))
    assert entry.title == "Первая школа города"


def test_a_feed_cut_off_in_the_middle_gives_what_stands_before():
    text = FEEDS["RSS 2.0"].replace("</channel></rss>", "<item><title>Екінші</title><lin")
    assert [entry.url for entry in read(text)] == ["https://orda.kz/1"]


def test_an_entry_without_a_link_is_known_by_an_id_that_is_an_address():
    text = '<rss version="2.0"><channel><item><guid>https://orda.kz/7</guid></item></channel></rss>'
    assert [entry.url for entry in read(text)] == ["https://orda.kz/7"]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"   ",
        b"hello",
        b"<html><body><p>404</p></body></html>",
        b"\x00\x01\x02",
        b"{}",
        b"/etc/passwd",
        b"http://127.0.0.1/",
    ],
)
def test_what_is_no_feed_is_set_aside_with_its_reason(body):
    found = read(body)
    assert isinstance(found, SetAside)
    assert found.why.startswith("cannot be read as a start page: ")


def test_the_name_of_a_file_is_not_opened(tmp_path):
    feed = tmp_path / "feed.xml"
    feed.write_text(FEEDS["RSS 2.0"], "utf-8")
    assert isinstance(read(str(feed).encode()), SetAside)


def test_an_entity_does_not_bring_in_a_file(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("SECRET", "utf-8")
    head = f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    found = read(head + FEEDS["RSS 2.0"].replace("Жаңа мектеп", "A&x;B"))
    assert "SECRET" not in str(found)


def test_an_entity_bomb_stays_small():
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 20 if n else "a" * 50}">' for n in range(12))
    found = read(f'<?xml version="1.0"?><!DOCTYPE r [{bomb}]>' + FEEDS["RSS 2.0"].replace("Жаңа мектеп", "&e11;"))
    assert len(str(found)) < 1000


def test_tracking_parameters_and_repeats_fall_away():
    item = "<item><link>https://orda.kz/1?utm_source={}</link></item>"
    found = read(f'<rss version="2.0"><channel>{item.format("rss")}{item.format("tg")}</channel></rss>')
    assert found == [Entry(url="https://orda.kz/1")]


def test_addresses_of_other_sites_and_schemes_are_left_out():
    links = (
        "https://example.com/1",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "http://127.0.0.1/",
        "https://orda.kz/2",
    )
    text = "".join(f"<item><link>{link}</link></item>" for link in links)
    assert [entry.url for entry in read(f'<rss version="2.0"><channel>{text}</channel></rss>')] == ["https://orda.kz/2"]


def test_a_site_that_has_moved_to_another_name_does_not_fall_silent():
    found = read('<rss version="2.0"><channel><item><link>https://orda.media/1</link></item></channel></rss>')
    assert found.why.endswith("'https://orda.media/1' is not an address inside orda.kz (of 1 entries none is)")


def test_a_feed_without_entries_is_empty_and_no_fault():
    assert read('<rss version="2.0"><channel><title>Орда</title></channel></rss>') == []


def test_a_feed_gives_at_most_a_thousand_entries():
    text = "".join(f"<item><link>https://orda.kz/{number}</link></item>" for number in range(1005))
    assert len(read(f'<rss version="2.0"><channel>{text}</channel></rss>')) == 1000
