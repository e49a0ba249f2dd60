"""The preview of a public channel."""

from __future__ import annotations

import pytest

from kuzet.observatory.collect.entries import entries
from kuzet.observatory.collect.plan import Start

START = Start(form="telegram", url="https://t.me/s/arna")
MESSAGE = """<div class="tgme_widget_message js-widget_message" data-post="arna/{number}">{before}
<div class="tgme_widget_message_text js-message_text" dir="auto">{text}</div>
<span class="tgme_widget_message_meta">{mark}<a class="tgme_widget_message_date" href="https://t.me/arna/{number}">
<time datetime="2024-05-13T10:15:00+00:00" class="time">10:15</time></a></span></div>"""


def message(text="Бүгін эфир.<br/>Сағат сегізде", mark="", before="", number=12):
    return MESSAGE.format(text=text, mark=mark, before=before, number=number)


def read(body):
    return entries("telegram", f"<section>{body}</section>".encode(), START, "text/html; charset=utf-8")


def test_a_message_has_its_text_day_and_address():
    (entry,) = read(message())
    assert (entry.text, str(entry.published), entry.url) == (
        "Бүгін эфир.\nСағат сегізде",
        "2024-05-13",
        "https://t.me/arna/12",
    )
    assert (entry.forwarded, entry.edited) == ("", False)


@pytest.mark.parametrize("mark", ["edited &nbsp;", "изменено ", "өңделді "])
def test_a_changed_message_is_marked(mark):
    (entry,) = read(message(mark=mark))
    assert entry.edited


def test_a_message_taken_over_names_its_channel():
    origin = (
        '<a class="tgme_widget_message_forwarded_from_name" href="https://t.me/other/7"><span>Басқа арна</span></a>'
    )
    (entry,) = read(message(before=f"Forwarded from {origin}"))
    assert entry.forwarded == "Басқа арна (https://t.me/other/7)"


def test_a_message_taken_over_from_a_person_names_the_person_alone():
    (entry,) = read(message(before='<span class="tgme_widget_message_forwarded_from_name">Оқырман</span>'))
    assert entry.forwarded == "Оқырман"


def test_the_message_replied_to_is_not_read_as_its_text():
    asked = '<div class="tgme_widget_message_text js-message_reply_text">Сұрақ</div>'
    reply = f'<a class="tgme_widget_message_reply">{asked}</a>'
    (entry,) = read(message(before=reply))
    assert entry.text.startswith("Бүгін эфир")


def test_a_picture_without_words_is_left_out_and_paragraphs_stay():
    picture = (
        '<div class="tgme_widget_message" data-post="arna/11"><a class="tgme_widget_message_photo_wrap"></a></div>'
    )
    found = read(picture + message(text="Бір<br/><br/>екі <i class='emoji'><b>🛑</b></i>"))
    assert [entry.text for entry in found] == ["Бір\n\nекі 🛑"]


def test_a_preview_on_which_nothing_is_recognised_is_set_aside():
    assert "is not a preview with messages" in read("<p>Telegram: Contact @arna</p>").why
