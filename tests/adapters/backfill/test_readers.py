"""What is read out of files that others kept."""

from __future__ import annotations

import gzip
import io
import json
import mailbox
import os
import zipfile
from contextlib import closing
from datetime import UTC, datetime
from email.message import EmailMessage

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from kuzet.adapters.backfill import READERS, Aside, items
from kuzet.basis.errors import Missing
from kuzet.observatory.collect.found import Entry
from kuzet.observatory.collect.ports import Fetched

PAGE = "<html><body><p>Мост ашылды.</p></body></html>".encode()


@pytest.fixture
def read(tmp_path):
    def read(name, content):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return list(items(path))

    return read


def urls(found):
    return [one.url for one in found if isinstance(one, Entry)]


def aside(found):
    return [str(one) for one in found if isinstance(one, Aside)]


def test_a_list_of_links_gives_each_address_and_names_the_line_without_one(read):
    found = read("links.txt", "# found by Aigul\nhttps://a.kz/1?utm_source=x\n\nhttp://b.kz/2.\nсілтеме жоқ\n")
    assert urls(found) == ["https://a.kz/1", "http://b.kz/2"]
    assert aside(found) == ["links.txt, line 5: no address in 'сілтеме жоқ'"]


def test_a_table_in_an_old_charset_gives_the_addresses_in_its_cells(read):
    table = "дата;ссылка\n2024-05-13;https://a.kz/1\n2024-05-14;«https://b.kz/2»\n".encode("windows-1251")
    assert urls(read("links.csv", table)) == ["https://a.kz/1", "https://b.kz/2"]


def workbook(cells, linked):
    made = io.BytesIO()
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    rows = "".join(
        f'<row r="{at}"><c r="A{at}" t="inlineStr"><is><t>{cell}</t></is></c></row>' for at, cell in enumerate(cells, 1)
    )
    rels = f'<Relationships><Relationship Id="r1" Type="{links}/hyperlink" Target="{linked}"/></Relationships>'
    with zipfile.ZipFile(made, "w") as book:
        sheet = f'<sheet name="s" r:id="a" xmlns:r="{links}"/>'
        book.writestr("xl/workbook.xml", f'<workbook xmlns="{main}"><sheets>{sheet}</sheets></workbook>')
        book.writestr(
            "xl/_rels/workbook.xml.rels",
            '<Relationships><Relationship Id="a" Target="worksheets/sheet1.xml"/></Relationships>',
        )
        book.writestr(
            "xl/worksheets/sheet1.xml", f'<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>'
        )
        book.writestr("xl/worksheets/_rels/sheet1.xml.rels", rels)
    return made.getvalue()


def test_a_spreadsheet_gives_the_addresses_in_cells_and_behind_them(read):
    book = workbook(["дата", "https://a.kz/1", "мақала"], "https://b.kz/2?a=1&amp;b=2")
    assert urls(read("links.xlsx", book)) == ["https://a.kz/1", "https://b.kz/2?a=1&b=2"]


def test_a_sitemap_gives_its_pages_with_their_days(read):
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    made = f'<urlset xmlns="{space}"><url><loc>https://a.kz/1</loc><lastmod>2024-05-13</lastmod></url></urlset>'
    (found,) = read("sitemap.xml", made)
    assert (found.url, str(found.published)) == ("https://a.kz/1", "2024-05-13")


def test_a_sitemap_of_sitemaps_says_that_they_are_to_be_given_too(read):
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    made = f'<sitemapindex xmlns="{space}"><sitemap><loc>https://a.kz/2024.xml</loc></sitemap></sitemapindex>'
    assert aside(read("sitemap.xml", made)) == [
        "sitemap.xml: names the sitemap https://a.kz/2024.xml: give that address too"
    ]


def warc(*pages):
    made = io.BytesIO()
    writer = WARCWriter(made, gzip=True)
    for url, status, kind, body, packed in pages:
        headers = [("Content-Type", kind), *([("Content-Encoding", "gzip")] if packed else [])]
        record = writer.create_warc_record(
            url,
            "response",
            payload=io.BytesIO(sent := gzip.compress(body) if packed else body),
            length=len(sent),
            http_headers=StatusAndHeaders(status, headers, protocol="HTTP/1.1"),
            warc_headers_dict={"WARC-Date": "2024-05-13T09:30:00Z", "WARC-IP-Address": "192.0.2.7"},
        )
        writer.write_record(record)
    return made.getvalue()


PAGES = (
    ("https://a.kz/1", "200 OK", "text/html; charset=utf-8", PAGE, True),
    ("https://a.kz/logo.png", "200 OK", "image/png", b"\x89PNG", False),
    ("https://a.kz/gone", "404 Not Found", "text/html", b"gone", False),
)


def test_a_web_archive_gives_its_pages_unpacked_as_they_were_answered_then(read):
    (page,) = read("crawl.warc.gz", warc(*PAGES))
    assert (page.url, page.body, page.address) == ("https://a.kz/1", PAGE, "192.0.2.7")
    assert page.at == datetime(2024, 5, 13, 9, 30, tzinfo=UTC)
    assert ("Content-Type", "text/html; charset=utf-8") in page.response


def test_a_packed_web_archive_gives_the_pages_of_the_archives_in_it(read):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        packed.writestr("archive/data.warc.gz", warc(*PAGES))
        packed.writestr("pages/pages.jsonl", "{}")
    assert [page.url for page in read("crawl.wacz", made.getvalue())] == ["https://a.kz/1"]


def test_a_web_archive_that_is_cut_off_gives_what_stands_before_the_cut(read):
    whole = warc(*PAGES[:1]) + warc(("https://a.kz/2", "200 OK", "text/html", os.urandom(50_000), False))
    page, cut = read("crawl.warc.gz", whole[:-20_000])
    assert page.url == "https://a.kz/1"
    assert str(cut) == "crawl.warc.gz, https://a.kz/2: the file is cut off in its body"


def test_a_bomb_in_a_web_archive_is_set_aside(read):
    bomb = warc(("https://a.kz/bomb", "200 OK", "text/html", b"\0" * 30_000_000, True))
    assert aside(read("crawl.warc.gz", bomb)) == [
        "crawl.warc.gz, https://a.kz/bomb: more than 20,000,000 bytes, which is the cap"
    ]


@pytest.mark.parametrize(
    "told",
    [
        "<!-- saved from url=(0016)https://a.kz/1 -->",
        '<link rel="canonical" href="https://a.kz/1">',
        "<link href='https://a.kz/1' rel='canonical'>",
        '<meta property="og:url" content="https://a.kz/1">',
        "<!--\n Page saved with SingleFile\n url: https://a.kz/1\n-->",
    ],
)
def test_a_saved_page_stands_under_the_address_that_it_tells(read, told):
    (page,) = read("page.html", f"<html><head>{told}</head><body>Мост</body></html>")
    assert (page.url, page.final) == ("https://a.kz/1", "https://a.kz/1")


def test_a_saved_page_that_tells_no_address_is_set_aside(read):
    assert aside(read("page.html", PAGE)) == ["page.html: the page does not tell its address"]


def test_a_saved_page_is_of_the_time_of_its_file(tmp_path):
    path = tmp_path / "page.htm"
    path.write_text("<!-- saved from url=(0014)https://a.kz/1 -->")
    os.utime(path, (1_715_592_600, 1_715_592_600))
    (page,) = items(path)
    assert page.at == datetime(2024, 5, 13, 9, 30, tzinfo=UTC)


def export(*messages):
    return json.dumps({"name": "арна", "type": "public_channel", "id": 1234, "messages": list(messages)})


def test_an_export_of_a_channel_gives_each_message_as_it_stands_there(read):
    message = {"id": 7, "type": "message", "date": "2024-05-13T14:30:00", "date_unixtime": "1715592600"}
    text = ["Журналист ", {"type": "bold", "text": "ұсталды"}, "."]
    service = {"id": 8, "type": "service", "date_unixtime": "1715592601", "text": ""}
    (page,) = read("result.json", export({**message, "text": text}, service, {**message, "id": 9, "text": ""}))
    assert page.url == "https://t.me/c/1234/7"
    assert json.loads(page.body) == {**message, "text": text}
    assert page.at == datetime(2024, 5, 13, 9, 30, tzinfo=UTC)


def test_a_message_without_a_time_is_set_aside_and_the_next_one_read(read):
    bad = {"id": 7, "type": "message", "text": "a"}
    first, second = read("result.json", export(bad, {**bad, "date_unixtime": "1715592600"}))
    assert str(first) == "result.json, message 1: no id or time: 'date_unixtime'"
    assert isinstance(second, Fetched)


def alert():
    message = EmailMessage()
    message["Subject"] = "Google Alert - журналист"
    message.set_content("жаңалық: https://a.kz/1")
    message.add_alternative(
        '<a href="https://www.google.com/url?rct=j&amp;url=https://a.kz/1&amp;ct=ga">a</a>'
        '<a href="https://www.google.com/url?url=https://b.kz/2">b</a>'
        '<a href="https://www.google.com/alerts/remove?s=1">unsubscribe</a><a href="mailto:x@y.kz">m</a>',
        subtype="html",
    )
    return message


def test_a_message_of_alerts_gives_the_pages_that_its_links_lead_to(read):
    assert urls(read("alert.eml", bytes(alert()))) == ["https://a.kz/1", "https://b.kz/2"]


def test_a_mailbox_gives_the_links_of_each_message_and_names_the_one_without(tmp_path):
    path = tmp_path / "alerts.mbox"
    empty = EmailMessage()
    empty["Subject"] = "сәлем"
    empty.set_content("сілтеме жоқ")
    with closing(mailbox.mbox(path)) as box:
        box.add(alert())
        box.add(empty)
    found = list(items(path))
    assert urls(found) == ["https://a.kz/1", "https://b.kz/2"]
    assert len(aside(found)) == 1
    assert aside(found)[0].startswith("alerts.mbox, message 2: no link in ")


def test_a_damaged_file_is_named_and_does_not_end_the_folder(tmp_path):
    (tmp_path / "a.xlsx").write_bytes(b"no workbook")
    (tmp_path / "b.txt").write_text("https://a.kz/1")
    (tmp_path / "notes.doc").write_bytes(b"not read")
    found = list(items(tmp_path))
    assert urls(found) == ["https://a.kz/1"]
    (bad,) = aside(found)
    assert bad.startswith("a.xlsx: cannot be read on as spreadsheet of links: BadInput")


def test_a_file_of_no_known_form_is_refused_with_the_forms_that_are(tmp_path):
    (tmp_path / "a.doc").write_bytes(b"")
    with pytest.raises(Missing, match=r"a\.doc: no file that can be read; known are result\*\.json, .*\*\.txt"):
        list(items(tmp_path / "a.doc"))


def test_every_form_says_what_it_is():
    assert all(reader.what for reader in READERS)


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("газета;13.05.2024\n", "links.csv, line 1: no address in 'газета;13.05.2024'"),
        ("example.kz/1\nhttps://a.kz/1\n", "links.csv, line 1: no address in 'example.kz/1'"),
        ("ttps://b.kz/2\nhttps://a.kz/1\n", "links.csv, line 1: no address in 'ttps://b.kz/2'"),
        ("күні;сілтеме\nhttps://a.kz/1\nжоқ\n", "links.csv, line 3: no address in 'жоқ'"),
        ("", "links.csv: no address in it"),
        ("# remark\n", "links.csv: no address in it"),
    ],
)
def test_a_line_or_a_file_without_an_address_is_named(read, content, line):
    assert aside(read("links.csv", content)) == [line]


@pytest.mark.parametrize("heading", ["күні;сілтеме", "date,url", "Ссылки, найденные 13.05.2024"])
def test_the_first_line_is_a_heading_where_it_holds_no_address_and_others_do(read, heading):
    found = read("links.csv", f"# by Aigul\n{heading}\nhttps://a.kz/1\n")
    assert (urls(found), aside(found)) == (["https://a.kz/1"], [])


def test_a_first_line_with_an_address_is_taken(read):
    assert urls(read("links.csv", "2024-05-13;https://a.kz/1\n")) == ["https://a.kz/1"]
