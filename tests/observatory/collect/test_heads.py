"""Title, author and canonical address."""

from __future__ import annotations

import json

import pytest

from kuzet.observatory.collect import heads, markup


def seen(head="", body=""):
    return markup.read(f"<html><head>{head}</head><body>{body}</body></html>")


def linked(**fields):
    text = json.dumps({"@type": "NewsArticle", **fields}, ensure_ascii=False)
    return f'<script type="application/ld+json">{text}</script>'


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("<title>Мектеп ашылды - Сайт</title>", "<h1>Мектеп ашылды</h1>", "Мектеп ашылды"),
        ('<meta property="og:title" content="Мектеп ашылды | Сайт">', "<h1> Мектеп\n ашылды </h1>", "Мектеп ашылды"),
        ('<meta property="og:title" content="Мектеп ашылды">', "<h1>Сайт</h1>", "Мектеп ашылды"),
        (linked(headline="Мектеп ашылды") + "<title>Сайт</title>", "", "Мектеп ашылды"),
        ("<title>Мектеп ашылды</title>", "", "Мектеп ашылды"),
        ("", "", ""),
    ],
)
def test_the_title_is_the_headline_without_the_sites_name(head, body, title):
    assert heads.title(seen(head, body)) == title


@pytest.mark.parametrize(
    ("head", "body", "author"),
    [
        (linked(author={"@type": "Person", "name": "Айгүл Серік"}), "", "Айгүл Серік"),
        (linked(author=[{"name": "Айгүл Серік"}, {"name": "Марат"}]), "", "Айгүл Серік, Марат"),
        (linked(author="Әсел"), "", "Әсел"),
        ('<meta name="author" content="Әсел">', "", "Әсел"),
        ('<meta property="article:author" content="https://facebook.com/a">', '<a rel="author">Әсел</a>', "Әсел"),
        ("", '<div class="news-author">Автор: Пётр Зимин</div>', "Пётр Зимин"),
        ("", '<div class="author">Мәтін: Әсел</div>', "Әсел"),
        ("", '<span class="byline">By Lena Hofer</span>', "Lena Hofer"),
        ("", '<div class="author">' + "слово " * 30 + "</div>", ""),
        ("", '<div class="author"></div>', ""),
    ],
)
def test_the_author_is_who_signs_also_with_one_word(head, body, author):
    assert heads.author(seen(head, body)) == author


def test_half_a_character_of_json_is_replaced():
    page = seen('<script type="application/ld+json">{"headline": "Мектеп \\ud800", "author": "Әсел \\udfff"}</script>')
    assert (heads.title(page), heads.author(page)) == ("Мектеп ?", "Әсел ?")


@pytest.mark.parametrize(
    ("said", "canonical"),
    [
        ("https://nur.kz/a/", "https://nur.kz/a/"),
        ("/a/?utm_source=x", "https://www.nur.kz/a/"),
        ("https://kaz.nur.kz/a/", "https://kaz.nur.kz/a/"),
        ("https://example.com/a/", "https://www.nur.kz/amp/a/"),
        ("javascript:1", "https://www.nur.kz/amp/a/"),
        ("", "https://www.nur.kz/amp/a/"),
    ],
)
def test_the_canonical_address_is_believed_within_the_same_site_only(said, canonical):
    page = seen(f'<link rel="canonical" href="{said}">')
    assert heads.canonical(page, "https://www.nur.kz/amp/a/?fbclid=1") == canonical
