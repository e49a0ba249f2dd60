"""Whom an act was done to, and who did it, by the form of the words beside it."""

from __future__ import annotations

import pytest

from kuzet.basis.document import Document
from kuzet.language.reading import acts, cast, reading
from kuzet.observatory import detect

WORDS = detect.vocabulary("kz")


def bonds(text):
    read = reading.read(Document(id="d", text=text), WORDS)
    return {act.bond for act in acts.of(read, cast.of(read))}


@pytest.mark.parametrize(
    "text",
    [
        "Полиция задержала журналиста в Алматы.",
        "Журналистке угрожали расправой.",
        "Блогер оштрафован за пост.",
        "Журналист избит неизвестными.",
        "Полиция журналисті ұстады.",
        "Блогерге айыппұл салынды.",
        "Тілші жұмыстан шығарылды.",
        "A reporter was detained in Taraz.",
        "Police detain a reporter in Taraz.",
        "Blogger fined over a post.",
        "The editor received death threats.",
        "A mayor sued a journalist for 5 million tenge.",
        "Police detained Ann Lee, a reporter of Orda.kz, in Taraz.",
    ],
)
def test_the_form_of_the_words_tells_whom_it_was_done_to(text):
    assert bonds(text) & {"done to", "itself"}


@pytest.mark.parametrize(
    "text",
    [
        "Журналист избил соседа.",
        "Журналисты избили депутата после концерта.",
        "Журналист көршісін ұрып кетті.",
        "Журналист көшеде ұрлаушыны қуып ұстап, полицияға тапсырды.",
        "«Дала» сайтының тілшісі министрлікті сотқа беріп, жеңіп шықты.",
    ],
)
def test_an_act_of_the_media_worker_is_none_against_them(text):
    assert bonds(text) == {"none"}


@pytest.mark.parametrize(
    "text",
    [
        "Суд оштрафовал водителя, сообщили журналистам в полиции.",
        "Полиция тілшілерге қылмыстық іс қозғалғанын айтты.",
        "Кеден басшысы сотталды, деді журналистерге баспасөз хатшысы.",
        "The mayor was fined, a prosecutor told reporters.",
        "Полиция задержала мужчину, который представлялся журналистом.",
        "Адвокат журналиста оштрафован.",
    ],
)
def test_who_is_told_of_it_or_only_named_beside_it_does_not_undergo_it(text):
    assert "done to" not in bonds(text)


@pytest.mark.parametrize(
    "text",
    ["Журналиста избили в Таразе.", "Таразда журналист соққыға жығылды.", "A journalist was beaten in Taraz."],
)
def test_a_bare_headline_is_an_attack(text):
    document = Document(id="d", text=text)
    assert len(detect.find(document, detect.sift(document, WORDS))) == 1


@pytest.mark.parametrize(
    "text", ["В Таразе избили таксиста.", "Журналист избил соседа.", "Police told reporters about the robbery."]
)
def test_a_bare_headline_of_something_else_is_none(text):
    document = Document(id="d", text=text)
    assert detect.find(document, detect.sift(document, WORDS)) == ()


def test_in_kazakh_the_one_in_the_accusative_is_not_who_is_sentenced() -> None:
    assert "done to" not in bonds("Таразда тілшіні ренжіткен азамат сотталды.")
    assert "done to" in bonds("Таразда тілші сотталды.")
