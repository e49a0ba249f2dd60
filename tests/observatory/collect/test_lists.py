"""Pages of links, read by the selector of their source."""

from __future__ import annotations

from kuzet.observatory.collect.entries import entries
from kuzet.observatory.collect.plan import Start

PAGE = """<body><nav><a href="/about">Біз туралы</a></nav>
<article class="card"><time datetime="2024-05-13T10:00">bүгін</time>
<h3><a href="/n/1">Бірінші <b>жаңалық</b></a></h3></article>
<article class="card"><time>12 мамыр 2024</time><a href="/n/2">Екінші</a></article>
<article class="card"><p>сілтемесіз</p></article></body>"""


def read(items, body=PAGE):
    return entries("list", body.encode(), Start(form="list", url="https://baq.kz/news/", items=items), "text/html")


def test_a_selector_of_links_gives_their_addresses_and_titles():
    found = [(entry.url, entry.title, entry.published) for entry in read("article.card a")]
    assert found == [("https://baq.kz/n/1", "Бірінші жаңалық", None), ("https://baq.kz/n/2", "Екінші", None)]


def test_a_selector_of_boxes_gives_the_days_in_them_too():
    found = [(entry.url, str(entry.published)) for entry in read("article.card")]
    assert found == [("https://baq.kz/n/1", "2024-05-13"), ("https://baq.kz/n/2", "2024-05-12")]


def test_a_page_that_names_its_base_is_read_against_it():
    body = '<base href="https://baq.kz/kaz/"><p class="n"><a href="1">Бірінші</a></p>'
    assert [entry.url for entry in read("p.n a", body)] == ["https://baq.kz/kaz/1"]


def test_a_base_elsewhere_does_not_lead_away():
    body = '<base href="https://example.com/"><p class="n"><a href="1">Бірінші</a></p>'
    assert "is not an address inside baq.kz" in read("p.n a", body).why


def test_a_page_on_which_the_selector_finds_nothing_is_set_aside():
    assert "'div.other a' is not a selector that finds anything here" in read("div.other a").why


def test_what_is_no_selector_is_set_aside_with_its_reason():
    assert read("..[[").why.startswith("cannot be read as a start page: CSSParserException")


def test_a_page_of_links_without_end_costs_no_time():
    body = "".join(f'<a class="n" href="/n/{number}">сілтеме</a>' for number in range(20_000))
    found = read("a.n", body)
    assert (len(found), found[-1].url) == (1000, "https://baq.kz/n/999")
