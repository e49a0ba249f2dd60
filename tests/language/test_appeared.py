"""When a document appeared: given, from its address, or from a line that holds little but a date."""

from __future__ import annotations

import pytest
from tests import readings

from kuzet.basis.dates import EventDate
from kuzet.basis.document import Document
from kuzet.language.reading import appeared
from kuzet.observatory import detect

STORY = "Блогера Айбека Нурова оштрафовали в Таразе за пост о дорогах. Он подаст жалобу в суд."


def _appeared(text: str = STORY, url: str = "", published: str = "") -> tuple[str, str] | None:
    day = EventDate.parse(published) if published else None
    document = Document(id="d", text=text, url=url, published=day)
    found = appeared.of(detect.read(document, detect.vocabulary("kz")))
    return (str(found.date), found.origin) if found else None


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://example.kz/2024/05/14/slug", "2024-05-14"),
        ("https://example.kz/news/2024-05-14-slug", "2024-05-14"),
        ("https://example.kz/a/20240514.html", "2024-05-14"),
        ("https://example.org/2024/05/kazakhstan-slug/", "2024-05"),
    ],
)
def test_an_address_tells_the_day_or_the_month(url: str, day: str) -> None:
    assert _appeared(url=url) == (day, "address")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"Алматы. 19 марта 2024 года. КазТАГ – {STORY}", "2024-03-19"),
        ("Almaty. November 21, 2023. KazTAG – Blogger Aibek Nurov has been fined in Taraz for a post.", "2023-11-21"),
        ("Almaty, 21 November 2023.\nBlogger Aibek Nurov has been fined in Taraz for a post.", "2023-11-21"),
    ],
)
def test_a_date_after_a_town_heads_the_report_of_an_agency(text: str, day: str) -> None:
    assert _appeared(text) == (day, "dateline")


def test_an_entry_of_a_digest_begins_so_with_the_day_of_its_event() -> None:
    text = f"Тараз. 11 октября 2024 года. {STORY}"
    found = readings.read_line(text, "2024-10-13")
    assert found["date"] == "2024-10-11"


@pytest.mark.parametrize(
    "url", ["https://example.kz/news/32680354", "https://example.kz/2024/13/31", "https://example.kz/202405"]
)
def test_a_number_that_only_looks_like_a_date_tells_nothing(url: str) -> None:
    assert _appeared(url=url) is None


def test_a_given_date_goes_before_the_address() -> None:
    assert _appeared(url="https://example.kz/2024/05/14/x", published="2024-05-15") == ("2024-05-15", "given")


@pytest.mark.parametrize("line", ["14.05.2024, 17:10", "14 мая, 2024", "Тараз, 14 мая 2024 года —"])
def test_a_line_that_holds_little_but_a_date_is_a_dateline(line: str) -> None:
    assert _appeared(f"Штраф за пост\n{line}\n{STORY}" if "—" not in line else f"{line} {STORY}") == (
        "2024-05-14",
        "dateline",
    )


def test_a_date_inside_the_story_is_no_dateline() -> None:
    assert _appeared("14 мая 2024 года блогера Айбека Нурова оштрафовали в Таразе за пост о дорогах.") is None
    assert _appeared("It happened on 14 May 2024. Blogger Aibek Nurov has been fined in Taraz for a post.") is None
