"""Each kept answer is a WARC file that other programs open."""

from __future__ import annotations

import gzip
from hashlib import sha256
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.adapters.archive.flips import PNG
from tests.adapters.archive.made import DAY, answer
from warcio.archiveiterator import ArchiveIterator

from kuzet.adapters.archive import Archive, Layout, warc
from kuzet.basis.errors import BadInput


def records(data):
    """Type, WARC headers, HTTP status line and headers, payload of each record; digests are checked."""
    found = []
    for record in ArchiveIterator(BytesIO(data), check_digests="raise"):
        http = record.http_headers
        body = record.content_stream().read()
        assert record.digest_checker.passed is not False
        found.append((record.rec_type, dict(record.rec_headers.headers), http, body))
    return found


def test_an_answer_is_a_response_and_a_request_with_digests_that_hold():
    (kind, headers, http, body), (second, request, sent, _) = records(warc.of_answer(answer(1)))
    assert (kind, second) == ("response", "request")
    assert body == answer(1).body
    assert headers["WARC-Payload-Digest"] == f"sha256:{sha256(body).hexdigest()}"
    assert headers["WARC-Target-URI"] == "https://news.example/1?lang=kk"
    assert headers["WARC-Date"] == "2026-11-26T09:00:01.000000Z"
    assert headers["WARC-IP-Address"] == "93.184.216.34"
    assert request["WARC-Concurrent-To"] == headers["WARC-Record-ID"]
    assert (http.protocol, http.statusline) == ("HTTP/1.1", "200 OK")
    assert (sent.protocol, sent.statusline) == ("GET", "/1?lang=kk HTTP/1.1")
    assert ("User-Agent", "kuzet") in sent.headers


def test_headers_that_are_not_true_of_the_decoded_bytes_are_kept_under_another_name():
    response = (("content-encoding", "br"), ("Transfer-Encoding", "chunked"), ("Content-Length", "7"), ("Age", "3"))
    ((_, _, http, _), _) = records(warc.of_answer(answer(1, response=response)))
    assert http.headers == [
        ("X-Archive-Orig-content-encoding", "br"),
        ("X-Archive-Orig-Transfer-Encoding", "chunked"),
        ("X-Archive-Orig-Content-Length", "7"),
        ("Age", "3"),
    ]


def test_a_header_stands_as_often_as_it_was_sent():
    response = (("Set-Cookie", "a=1"), ("Set-Cookie", "b=2"))
    ((_, _, http, _), _) = records(warc.of_answer(answer(1, response=response)))
    assert http.headers == list(response)


def test_a_header_with_line_breaks_cannot_begin_the_body_early():
    response = (("X-Evil", "a\r\n\r\n<p>forged</p>"), ("X-\nName", "b"))
    ((_, _, http, body), _) = records(warc.of_answer(answer(1, response=response)))
    assert http.headers == [("X-Evil", "a <p>forged</p>"), ("X- Name", "b")]
    assert body == answer(1).body


@pytest.mark.parametrize("status", [299, 304, 999])
def test_a_status_without_a_known_phrase_is_kept_too(status):
    ((_, _, http, _), _) = records(warc.of_answer(answer(1, status=status)))
    assert http.statusline.split()[0] == str(status)


def test_letters_of_other_alphabets_in_headers_and_addresses_are_kept():
    made = answer(1, final="https://news.example/сот", response=(("X-Title", "Үкім"),))
    ((_, headers, http, body), _) = records(warc.of_answer(made))
    assert headers["WARC-Target-URI"] == "https://news.example/сот"
    assert http.headers == [("X-Title", "%D2%AE%D0%BA%D1%96%D0%BC")]
    assert body == made.body


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        ("</үкім>; rel=shortlink", "</%D2%AF%D0%BA%D1%96%D0%BC>; rel=shortlink"),
        ("attachment; файл=a.txt", "attachment; %D1%84%D0%B0%D0%B9%D0%BB=a.txt"),
        (";\x80*=UTF-8''0", ";%C2%80*=UTF-8''0"),
        ("a b; q=%41", "a b; q=%41"),
    ],
)
def test_letters_of_other_alphabets_anywhere_in_a_header_are_kept(value, kept):
    ((_, _, http, _), _) = records(warc.of_answer(answer(1, response=(("Link", value),))))
    assert http.headers == [("Link", kept)]


@pytest.mark.parametrize(
    ("final", "line"),
    [
        ("https://news.example", "/ HTTP/1.1"),
        ("https://news.example?a=1#top", "/?a=1 HTTP/1.1"),
        ("https://news.example/сот/%D0%B0?q=ә b", "/%D1%81%D0%BE%D1%82/%D0%B0?q=%D3%99%20b HTTP/1.1"),
        ("https://[bad", "/ HTTP/1.1"),
    ],
)
def test_the_request_line_has_the_path_of_the_address_that_answered(final, line):
    (_, (_, _, sent, _)) = records(warc.of_answer(answer(1, final=final)))
    assert sent.statusline == line


def test_what_did_not_come_by_http_is_a_resource_without_a_request():
    made = answer(1, final="file:///saved pages/1.html", response=(("Content-Type", "text/html"),))
    ((kind, headers, _, body),) = records(warc.of_answer(made))
    assert (kind, headers["WARC-Target-URI"]) == ("resource", "file:///saved%20pages/1.html")
    assert (headers["Content-Type"], body) == ("text/html", made.body)


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
HEADERS = st.lists(st.tuples(TEXT, TEXT), max_size=4).map(tuple)


@settings(max_examples=200, deadline=None)
@given(
    TEXT, st.sampled_from(["http://", "HTTPS://x/", "https:", "file://", ""]), HEADERS, HEADERS, st.binary(max_size=200)
)
def test_whatever_a_server_sends_the_bytes_come_back(rest, scheme, request, response, body):
    made = answer(1, final=f"{scheme}{rest}", request=request, response=response, body=body)
    assert warc.payload(warc.of_answer(made), "x.warc.gz") == body


def test_a_header_whose_name_is_no_name_is_kept_readable():
    ((_, _, http, body), _) = records(warc.of_answer(answer(1, response=(("Ә", "1"), ("", "2"), ("a: b", "3")))))
    assert http.headers == [("%D3%98", "1"), ("-", "2"), ("a%3A b", "3")]
    assert body == answer(1).body


def test_the_same_answer_gives_the_same_bytes():
    assert warc.of_answer(answer(1)) == warc.of_answer(answer(1))


def test_a_picture_is_a_conversion_of_the_response_that_it_shows(tmp_path):
    with Archive(tmp_path) as archive:
        capture = archive.keep(answer(1), "news")
        again = archive.keep(answer(1, at=DAY), "news")
        picture = archive.keep_picture(again, PNG, "Browser/1", DAY)
        assert [each.id for each in archive.captures()] == ["c-1", "c-2"]
        assert archive.keep(answer(2), "news").id == "c-4"
    response = records(Layout(tmp_path).object(capture.sha256).read_bytes())[0][1]
    ((kind, headers, _, body),) = records(Layout(tmp_path).object(picture.sha256).read_bytes())
    assert (kind, headers["Content-Type"], body) == ("conversion", "image/png", PNG)
    assert headers["WARC-Refers-To"] == response["WARC-Record-ID"]
    assert headers["WARC-Target-URI"] == "https://news.example/1?lang=kk"


def test_every_record_is_a_gzip_member_of_its_own():
    data = warc.of_answer(answer(1))
    second = data.index(b"\x1f\x8b", 2)
    assert gzip.decompress(data[second:]).startswith(b"WARC/1.1\r\n")


@pytest.mark.parametrize(
    "data", [b"", b"none", *(gzip.compress(each, mtime=0) for each in (b"", b"WARC/1.1\r\n\r\n", b"x"))]
)
def test_what_is_no_warc_file_is_told(data):
    with pytest.raises(BadInput, match=r"objects/x.warc.gz: 'x.warc.gz' is not a "):
        warc.payload(data, "objects/x.warc.gz")
