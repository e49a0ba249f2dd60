"""What is found in one capture: addresses, texts with their numbers, days and readings, or why there are none."""

from __future__ import annotations

import json
from datetime import UTC, datetime

from tests.collect_site.site import Article, Outlet, page, telegram

from kuzet.basis.dates import EventDate
from kuzet.commands.collecting.look import Job, digest, look
from kuzet.observatory.collect.found import Entry
from kuzet.observatory.collect.plan import Start
from kuzet.observatory.collect.ports import Capture

AT = datetime(2026, 3, 4, 12, tzinfo=UTC)
ATTACK = "Полиция Алматы задержала журналиста Ерлана Сапарова, когда он снимал митинг у акимата."
FILLER = "Утром агроном осмотрел теплицу у реки.\nВечером плотник починил мост за холмом возле станции."
CHANNEL = Start(form="telegram", url="http://t.kz/s/channel")
HINT = Entry(url="http://a.kz/1", title="Көпір", published=EventDate.parse("2026-03-03"))


def job(body, url="http://a.kz/1", kind="text/html; charset=utf-8", **more):
    capture = Capture(
        id="c-7",
        url=url,
        final=url,
        at=AT,
        status=200,
        sha256="0" * 64,
        size=1,
        source="a",
        response=(("content-type", kind),),
    )
    return Job(capture=capture, body=body.encode(), country="kz", **more)


def preview(*texts):
    urls = [f"http://t.kz/channel/{number}" for number in range(1, len(texts) + 1)]
    articles = [Article(url, "ru", text, relevant=False) for url, text in zip(urls, texts, strict=True)]
    body, _ = telegram([], Outlet("t", "t.kz", "ru", "telegram", articles), AT)
    return body


def test_a_page_that_reports_an_attack_is_read_under_the_id_of_its_capture():
    (text,) = look(job(page(f"{ATTACK}\n{FILLER}", ""))).texts
    read = json.loads(text.reading)
    assert (read["id"], read["is_attack"], read["methods"]) == ("c-7", True, ["short_term_detention"])
    assert (text.language, text.document.captured) == ("ru", AT)


def test_a_page_that_reports_none_is_a_document_without_a_reading():
    (text,) = look(job(page(FILLER, ""))).texts
    assert (text.document.id, text.reading) == ("c-7", "")
    assert FILLER.split("\n")[1] in text.document.text


def test_a_page_without_a_day_has_that_of_the_start_page_and_says_so():
    (text,) = look(job(page(FILLER, ""), hint=HINT)).texts
    assert (str(text.document.published), text.origin) == ("2026-03-03", "start page")


def test_messages_are_numbered_by_their_place_and_known_ones_left_out():
    known = frozenset({digest("http://t.kz/channel/1", FILLER)})
    looked = look(job(preview(FILLER, "Жаңа көпір ашылды."), CHANNEL.url, start=CHANNEL, known=known))
    assert [(text.document.id, text.document.url) for text in looked.texts] == [("c-7.2", "http://t.kz/channel/2")]
    assert looked.entries == ()


def test_a_start_page_that_is_none_is_set_aside_with_the_reason():
    looked = look(job("<html><body>Сайт жабық</body></html>", start=Start(form="feed", url="http://a.kz/1")))
    assert looked.aside.startswith("cannot be read as a start page: ")


def test_bytes_that_are_no_page_are_set_aside_with_the_reason():
    assert look(job("\x89PNG", kind="image/png")).aside == "no page but image/png"
