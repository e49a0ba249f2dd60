"""Who tells a text in the first person, by the work that is the author's own, and what is done to that one."""

from __future__ import annotations

import pytest
from tests import readings

from kuzet.language.reading import author, cast


def hits(text: str) -> list[str]:
    """The words that stand for the author."""
    reading = readings.by_rules(text)
    return [reading.sentences[one.sentence].text[one.start : one.end] for one in author.hit(reading)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Меня задержали на площади и отобрали телефон. Мой репортаж выйдет завтра.", "journalist"),
        ("Мені алаңда ұстап, телефонымды тартып алды. Репортажым ертең шығады.", "journalist"),
        ("They detained me on the square and took my phone. My report is out tomorrow.", "journalist"),
        ("Мне угрожают третий день. Спасибо моим подписчикам.", "blogger"),
        ("Маған үш күннен бері қоқан-лоққы жасап жатыр. Жазылушыларыма рақмет.", "blogger"),
        ("I have been threatened for three days. Thank you, my subscribers.", "blogger"),
        ("Нашего оператора избили, нас вытолкали за дверь.", "journalist"),
        ("Операторымызды ұрып кетті, бізді есіктен шығарып жіберді.", "journalist"),
        ("Our cameraman was beaten and they pushed us out.", "journalist"),
    ],
)
def test_who_calls_a_work_a_public_or_a_colleague_his_own_is_a_media_worker(text: str, code: str) -> None:
    assert author.kind(readings.by_rules(text)) == code


@pytest.mark.parametrize(
    "text",
    [
        "Мою страницу взломали, у меня просят деньги. Я пеку торты на заказ.",
        "Парақшамды бұзып кірді, менің атымнан ақша сұрап жатыр. Тортпен айналысамын.",
        "My page was hacked, they ask my friends for money. I bake cakes.",
        "Меня уволили с завода, я двадцать лет стоял у станка.",
        "Мені зауыттан жұмыстан шығарды, жиырма жыл станок басында тұрдым.",
        "They fired me from the plant, I stood at the lathe for twenty years.",
    ],
)
def test_a_page_alone_or_a_dismissal_makes_nobody_a_media_worker(text: str) -> None:
    assert author.kind(readings.by_rules(text)) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Нашу страницу заблокировали, мы узнали об этом из писем. Расследование о закупках висело на ней сутки.",
        "Парақшамызды бұғаттап тастады, бізге хатпен хабарлады. Сатып алу туралы мақала бір тәулік тұрды.",
        "Our page was blocked, they wrote to us. The investigation of procurement had been on it for a day.",
    ],
)
def test_a_page_beside_words_for_a_journalist_s_work_is_a_media_worker_s(text: str) -> None:
    assert author.kind(readings.by_rules(text)) != ""


@pytest.mark.parametrize(
    "text",
    [
        "Учитель рассказал: «Меня избили, мой репортаж о школе никто не увидел». Полиция задержала двоих.",
        "Мұғалім: «Мені ұрды, менің репортажымды ешкім көрмеді», – деді. Полиция екеуін ұстады.",
        "The teacher said: “They beat me, nobody saw my report on the school.” Police detained two.",
    ],
)
def test_what_stands_in_quotation_marks_is_told_by_another(text: str) -> None:
    assert author.kind(readings.by_rules(text)) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Аким рассказал нашей газете, что водителя избили. Полиция задержала двоих.",
        "The mayor told our newspaper that the driver was beaten. Police detained two.",
    ],
)
def test_a_paper_that_writes_of_others_does_not_speak_of_itself(text: str) -> None:
    assert author.kind(readings.by_rules(text)) == ""


def test_what_is_done_to_me_and_to_what_is_mine_is_done_to_the_author() -> None:
    assert hits("Меня задержали, камеру забрали. Мой репортаж выйдет завтра.") == ["Меня", "камеру"]
    assert hits("Мені ұстап, камерамды тартып алды. Репортажым ертең шығады.") == ["Мені", "камерамды"]
    assert hits("They detained me and took my phone. My report is out tomorrow.") == ["me", "my"]


@pytest.mark.parametrize(
    "text",
    [
        "В нашей передаче мы расскажем о женщине, которую избивал муж.",
        "Бағдарламамызда біз күйеуі ұрған әйел туралы айтамыз.",
        "On our programme we tell of a woman who was beaten by her husband.",
    ],
)
def test_what_a_work_of_one_s_own_is_about_is_done_to_others(text: str) -> None:
    assert [one for one in hits(text) if one.lower() not in ("біз", "we", "мы")] == []


def test_a_cast_has_the_author_beside_what_is_done_to_him() -> None:
    who = cast.of(readings.by_rules("Меня задержали на площади. Мой репортаж выйдет завтра."))
    assert who.author == "journalist"
    assert [one.what for one in who.targets[0]] == [author.AUTHOR]
    assert who.has_names


def test_a_post_of_nobody_s_work_has_no_author() -> None:
    who = cast.of(readings.by_rules("Журналиста задержали на площади. Меня там не было."))
    assert who.author == ""
    assert not who.has_names
