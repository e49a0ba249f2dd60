"""Pages to text, title, author, day, language and address."""

from __future__ import annotations

import io

import pytest

from kuzet.observatory.collect import pages
from kuzet.observatory.collect.found import Page, SetAside
from kuzet.observatory.collect.pages import page

URL = "https://baq.kz/mektep-1/"
KK = (
    "Бүгін қалада жаңа мектеп ашылды, оны екі жыл салған еді.",
    "Ашылу салтанатына ата-аналар мен мұғалімдер келді, балаларға кітап таратылды.",
)
NAV = "<nav><ul><li><a href='/'>Басты бет</a></li><li><a href='/n'>Жаңалықтар</a></li></ul></nav>"


def html(body, head=""):
    return f"<!DOCTYPE html><html><head><meta charset='utf-8'>{head}</head><body>{NAV}{body}</body></html>"


def article(*paragraphs, title="Жаңа мектеп"):
    return f"<article><h1>{title}</h1>{''.join(f'<p>{one}</p>' for one in paragraphs)}</article>"


def read(text, content_type="text/html; charset=utf-8", wanted=pages.always):
    return page(text if isinstance(text, bytes) else text.encode(), URL, content_type, wanted)


def test_a_page_is_its_headline_and_main_text_without_menus():
    found = read(html(article(*KK)))
    assert found.text == "\n".join(("Жаңа мектеп", *KK))
    assert (found.title, found.language, found.canonical, found.charset) == ("Жаңа мектеп", "kk", URL, "utf-8")


def test_a_page_that_is_not_wanted_keeps_the_quick_text_and_says_so():
    found = read(html(article(*KK)), wanted=lambda _: False)
    assert not found.whole
    assert found.text == "\n".join(("Жаңа мектеп", *KK))
    assert (found.title, found.language) == ("Жаңа мектеп", "kk")


def test_the_test_of_what_is_wanted_sees_title_and_text():
    seen = []
    read(html(article(*KK), "<title>Басқа тақырып</title>"), wanted=lambda text: bool(seen.append(text)))
    (text,) = seen
    assert text.startswith("Басқа тақырып\n")
    assert KK[1] in text


def test_a_page_that_is_not_wanted_is_never_read_with_care(monkeypatch):
    monkeypatch.setattr(pages, "_careful", lambda text: pytest.fail(text))
    assert isinstance(read(html(article(*KK)), wanted=lambda _: False), Page)


@pytest.mark.parametrize("wanted", [True, False])
def test_comments_of_readers_are_no_part_of_the_text(wanted):
    comments = (
        "<div id='comments' class='comments'><div class='comment'><p>Оқырман пікірі: жақсы жаңалық.</p></div></div>"
    )
    found = read(html(article(*KK * 2) + comments), wanted=lambda _: wanted)
    assert "Оқырман пікірі" not in found.text


def test_a_notice_of_two_sentences_keeps_its_paragraphs():
    found = read(html("<div class='meta'>2 шілде 2024</div>" + article(*KK)))
    assert found.text.split("\n")[-2:] == list(KK)


def test_a_page_laid_out_as_a_table_is_read_without_its_menu():
    menu = "<td><a href='/'>Новости</a><br><a href='/about'>О редакции</a></td>"
    cell = "<td><h1>Новая школа</h1><p>Сегодня в городе открыли новую школу.</p>"
    cell += "<p>Её строили два года, рядом разбили сад, посадили липы "
    cell += "и поставили скамейки для родителей, которые ждут детей после уроков.</p></td>"
    found = read(f"<html><body><table><tr>{menu}{cell}</tr></table></body></html>")
    assert found.text.split("\n")[:2] == ["Новая школа", "Сегодня в городе открыли новую школу."]
    assert "О редакции" not in found.text


@pytest.mark.parametrize("charset", ["windows-1251", "koi8-r"])
def test_a_page_in_another_charset_than_declared_is_read(charset):
    text = article("Сегодня в городе открыли новую школу, её строили два года.", title="Новая школа")
    found = read(f"<html><head><meta charset='utf-8'></head><body>{text}</body></html>".encode(charset))
    assert (found.title, found.charset, found.language) == ("Новая школа", charset, "ru")


def test_a_page_without_text_is_set_aside_with_what_there_is():
    found = read("<html><head><title>App</title></head><body><div id=root></div><script>1</script></body></html>")
    assert found == SetAside(why="no text: 1 <script>, title 'App'")


@pytest.mark.parametrize(
    ("body", "content_type", "why"),
    [
        (b"", "text/html", "no page but an empty answer"),
        (b"  \n", "text/html", "no page but an empty answer"),
        (b"\x89PNG\r\n", "image/png", "no page but image/png"),
        (b"{}", "application/json", "no page but application/json"),
        (b"PK\x03\x04", "", "no page but bytes of no known type"),
        (b"<rss/>", "application/rss+xml", "no page but application/rss+xml"),
    ],
)
def test_what_is_no_page_is_set_aside_by_its_name(body, content_type, why):
    assert read(body, content_type) == SetAside(why=why)


@pytest.mark.parametrize("content_type", ["", "text/plain", "application/octet-stream"])
def test_a_page_sent_under_a_vague_type_is_known_by_its_beginning(content_type):
    assert read(html(article(*KK)), content_type).title == "Жаңа мектеп"


def test_a_plain_text_is_a_page_with_its_first_line_for_a_title():
    found = read("Жаңа мектеп\r\n\r\n" + KK[0], "text/plain; charset=utf-8")
    assert (found.title, found.text, found.language) == ("Жаңа мектеп", f"Жаңа мектеп\n\n{KK[0]}", "kk")


def test_a_pdf_is_a_page():
    weasyprint = pytest.importorskip("weasyprint")
    made = io.BytesIO()
    weasyprint.HTML(string=f"<h1>Жаңа мектеп</h1><p>{KK[0]}</p>").write_pdf(made)
    found = read(made.getvalue(), "application/octet-stream")
    assert (found.title, found.language) == ("Жаңа мектеп", "kk")
    assert "жаңа мектеп ашылды" in found.text


def test_a_broken_pdf_is_set_aside_with_its_reason():
    assert "is not a PDF that can be opened" in read(b"%PDF-1.7 broken", "application/pdf").why


def test_a_page_nested_without_end_costs_no_time():
    found = read("<html>" + "<div>" * 50_000 + KK[0])
    assert found.why.endswith("is not a page nested at most 500 deep")


def test_a_page_of_many_plain_elements_is_not_taken_for_a_nested_one():
    found = read(html(article(*KK) + "<p>сөз<br>сөз" * 3_000 + "<li>x" * 3_000))
    assert isinstance(found, Page)


def test_a_tag_with_attributes_without_end_costs_no_time():
    found = read("<div " + " ".join(f"a{number}=1" for number in range(100_000)) + ">x</div>")
    assert found.why.endswith("is not a tag of at most 1000 attributes")


@pytest.mark.parametrize("before", [0, 1, 2500, 3999, 4000, 4001, 12_345])
def test_such_a_tag_is_seen_wherever_it_stands(before):
    found = read("<p>" + "x" * before + f"<img {'a= ' * 1500}>" + "<b>y</b>" * 700)
    assert found.why.endswith("is not a tag of at most 1000 attributes")


def test_a_page_of_meta_elements_without_end_costs_no_time():
    head = "".join(f'<meta name="m{number}" content="x">' for number in range(20_000))
    found = read(html(article(*KK), head + '<meta name="author" content="Әсел">'))
    assert (found.title, found.author) == ("Жаңа мектеп", "Әсел")


def test_a_picture_inside_the_page_is_no_tag_with_many_attributes():
    found = read(html(article(*KK) + f'<img src="data:image/png;base64,{"A" * 100_000}==">'))
    assert isinstance(found, Page)


def test_a_page_with_a_zero_byte_is_read():
    assert read(html(article(KK[0] + "\0", KK[1]))).title == "Жаңа мектеп"
