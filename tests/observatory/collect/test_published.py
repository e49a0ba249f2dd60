"""When a page was published, and where that stood."""

from __future__ import annotations

import pytest

from kuzet.observatory.collect import markup
from kuzet.observatory.collect.published import published

GRAPH = '{"@graph":[{"@type":"WebSite"},{"@type":"NewsArticle","datePublished":"2024-05-11"}]}'
LD = f'<script type="application/ld+json">{GRAPH}</script>'
META = '<meta property="article:published_time" content="2024-05-12T10:00:00+05:00">'
TIME = '<article><time datetime="2024-05-13T10:00">бүгін</time></article>'
TEXT = '<div class="news-date">15 мамыр 2024, 10:15</div>'
URL = "https://orda.kz/2024/05/14/mektep/"


@pytest.mark.parametrize(
    ("parts", "url", "expected"),
    [
        ((LD, META, TIME, TEXT), URL, ("2024-05-11", "json-ld")),
        ((META, TIME, TEXT), URL, ("2024-05-12", "meta")),
        ((TIME, TEXT), URL, ("2024-05-13", "time")),
        ((TEXT,), URL, ("2024-05-14", "url")),
        ((TEXT,), "https://orda.kz/mektep", ("2024-05-15", "text")),
        ((), "https://orda.kz/mektep", ("None", "")),
    ],
)
def test_the_most_deliberate_place_decides(parts, url, expected):
    date, origin = published(markup.read("".join(parts)), url)
    assert (str(date), origin) == expected


@pytest.mark.parametrize(
    ("body", "day"),
    [
        ('<div class="date">13 мая 2024</div>', "2024-05-13"),
        ('<span class="publish-info">2024 жылғы 13 мамыр</span>', "2024-05-13"),
        ('<span class="post-date">May 13, 2024</span>', "2024-05-13"),
        ('<meta itemprop="datePublished" content="2024-05-13">', "2024-05-13"),
        ("<time>13.05.2024 10:15</time>", "2024-05-13"),
    ],
)
def test_a_day_is_read_in_three_languages(body, day):
    assert str(published(markup.read(body), "https://orda.kz/a")[0]) == day


def test_a_day_in_the_text_is_preferred_to_the_month_of_the_address():
    date, origin = published(markup.read(TEXT), "https://cpj.org/2024/05/example/")
    assert (str(date), origin) == ("2024-05-15", "text")


def test_a_month_is_kept_as_a_month_where_no_day_is_told():
    date, origin = published(markup.read("<p>x</p>"), "https://cpj.org/2024/05/example/")
    assert (str(date), origin) == ("2024-05", "url")


@pytest.mark.parametrize(
    "broken", ["{", "[" * 100_000, '{"datePublished": 5}', '{"datePublished": "soon"}', '"text"', ""]
)
def test_broken_json_ld_is_passed_over(broken):
    page = markup.read(f'<script type="application/ld+json">{broken}</script>{META}')
    assert published(page, URL)[1] == "meta"
