"""What came of it: articles with their codes, penalties given or asked for, stage, verdict, claimant."""

from __future__ import annotations

from typing import Any

import pytest
from tests import readings as reading

from kuzet.basis.coding import Coding


def coded(text: str, published: str = "") -> Coding:
    ((_, coding), *_) = reading.coded(reading.document(text, published))
    return coding


def terms(text: str) -> set[tuple[str, int | None, int | None, bool]]:
    told = [one.value for one in coded(text).penalties if one.value.money is None]
    return {(one.kind, one.days, one.months, one.requested) for one in told}


def sums(text: str) -> set[tuple[str, str, bool]]:
    told = [one.value for one in coded(text).penalties]
    return {(one.kind, f"{one.money.amount} {one.money.currency}", one.requested) for one in told if one.money}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Блогера Айдоса Нурова оштрафовали по статье о клевете (73-3).", "administrative_code 73-3"),
        ("На журналистку Ольгу Ким завели уголовное дело по 274-й.", "criminal_code 274"),
        ("Блогеру Айдосу Нурову шьют сто семьдесят четвёртую, дело расследуется.", "criminal_code 174"),
        ("Police opened a criminal case against blogger Aidos Nurov under 274.", "criminal_code 274"),
        ("Блогер Айдос Нұров 488-баптың 6-бөлігі бойынша он тәулікке қамалды.", "administrative_code 488 part 6"),
        ("Police of Bishkek opened a criminal case against journalist Aida Nur, Article 278.", "criminal_code 278"),
        (
            "МИД отказал в аккредитации журналистам радио, ссылаясь на пункт 4 статьи 30 закона «О масс-медиа».",
            "mass_media_law 30 part 4",
        ),
    ],
)
def test_an_article_has_the_code_of_its_number_or_of_the_case(text: str, expected: str) -> None:
    assert [str(one.value) for one in coded(text).articles] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Суд приговорил журналиста Петра Кима к шести годам и шести месяцам колонии. Обвинение запрашивало восемь.",
            {("imprisonment", None, 78, False), ("imprisonment", None, 96, True)},
        ),
        (
            "Прокурор журналист Айдос Нұровқа жеті жыл сұраған, сот бес жылға кесті, деп үкім шығарды сот.",
            {("imprisonment", None, 84, True), ("imprisonment", None, 60, False)},
        ),
        (
            "A court sentenced reporter Sara Kim to four and a half years in prison. Prosecutors had asked for seven.",
            {("imprisonment", None, 54, False), ("imprisonment", None, 84, True)},
        ),
        (
            "Суд назначил блогеру Айдосу Нурову два года ограничения свободы.",
            {("restriction_of_liberty", None, 24, False)},
        ),
        ("Блогер Айдос Нуров арестован на 15 суток за репост.", {("administrative_arrest", 15, None, False)}),
    ],
)
def test_terms_given_are_told_from_terms_asked_for(text: str, expected: set[Any]) -> None:
    assert terms(text) == expected


def test_what_the_law_allows_at_most_is_no_penalty() -> None:
    text = (
        "Прокуратура вынесла блогеру Арману Жаксылыкову предостережение: статья 274 УК предусматривает лишение"
        " свободы на срок до семи лет."
    )
    assert not coded(text).penalties


def test_the_sentence_of_an_attacker_is_none_of_the_media_worker() -> None:
    text = (
        "Охранник избил журналиста Петра Кима и сломал ему нос. Суд приговорил нападавшего к двум годам"
        " лишения свободы."
    )
    coding = coded(text)
    assert coding.penalties == ()
    assert coding.verdict is None


def test_a_sum_asked_for_is_told_from_the_sum_awarded() -> None:
    text = (
        "Аким района подал иск о защите чести и достоинства к газете «Ақ жол» и её редактору Ольге Ким и требовал"
        " 5 млн тенге. Суд удовлетворил иск частично и взыскал с газеты 200 тысяч тенге."
    )
    assert sums(text) == {("damages", "5000000 KZT", True), ("damages", "200000 KZT", False)}
    assert coded(text).verdict.value == "claim_partly_upheld"  # type: ignore[union-attr]


def test_the_rule_of_a_fine_says_whether_indices_and_money_agree() -> None:
    (first, second) = coded("Суд оштрафовал журналистку Ольгу Ким на 180 МРП (621 000 тенге).").penalties
    assert first.rule.endswith("180 MCI x 3,450 of 2023 = 621,000: agrees")
    assert second.rule == first.rule
    (alone,) = coded("Суд оштрафовал журналистку Ольгу Ким на 20 МРП.", "2024-05-02").penalties
    assert alone.rule.endswith("20 MCI x 3,692 of 2024 = 73,840")


def test_a_fine_replaced_by_a_smaller_one_is_marked() -> None:
    text = "Облыстық сот блогер Айдос Нұровқа салынған 180 АЕК айыппұлдың орнына 160 АЕК айыппұл қалдырды."
    told = {str(one.value.money.amount): one.value.replaced for one in coded(text).penalties if one.value.money}
    assert told == {"180": True, "160": False}


@pytest.mark.parametrize(
    ("text", "stage", "verdict"),
    [
        ("Суд оштрафовал блогера Айдоса Нурова на 20 МРП. Защита готовит апелляцию.", "verdict", "convicted"),
        (
            "Областной суд оставил без изменения штраф в 20 МРП, назначенный блогеру Айдосу Нурову.",
            "appeal",
            "convicted",
        ),
        ("Суд прекратил дело против журналистки Ольги Ким за отсутствием состава.", "closed", "case_closed"),
        ("The court acquitted journalist Sara Kim in the criminal case of slander.", "verdict", "acquitted"),
        ("A criminal case has been opened against journalist Sara Kim of Almaty.", "investigation", None),
        ("Полиция провела обыск в редакции газеты «Ақ жол» в Таразе.", "search", None),
    ],
)
def test_the_stage_is_the_latest_one_reached(text: str, stage: str, verdict: str | None) -> None:
    coding = coded(text)
    assert coding.stage is not None
    assert coding.stage.value == stage
    assert (coding.verdict.value if coding.verdict else None) == verdict


def test_a_claim_letter_is_a_pretrial_claim() -> None:
    text = "Компания «Барыс» прислала редакции газеты «Ақ жол» досудебную претензию и требует 3 млн тенге. Иначе суд."
    coding = coded(text)
    assert coding.stage is not None
    assert coding.stage.value == "pretrial_claim"
    assert coding.verdict is None


def test_a_complaint_of_an_attacked_journalist_is_a_stage_without_a_verdict() -> None:
    coding = coded("Охранник избил журналиста Петра Кима в Актобе. Начато досудебное расследование.")
    assert coding.stage is not None
    assert coding.stage.value == "investigation"
    assert coding.proceeding is None


def test_the_index_of_a_fine_tells_the_year_of_a_text_without_any() -> None:
    fined = "12 мая суд оштрафовал блогера Айдоса Нурова на 180 МРП (621 000 тенге)."
    date = coded(fined).date
    assert date is not None
    assert str(date.value) == "2023-05-12"
    assert date.rule.endswith("year of the index: 180 MCI x 3,450 of 2023 = 621,000")
    early = coded(fined.replace("12 мая", "12 февраля")).date  # may be a fine for an offence of the year before
    assert early is not None
    assert str(early.value) == "--02-12"


def test_the_claimant_stands_in_the_outcome() -> None:
    text = "Компания подала иск к газете «Ақ жол» и требует опровержения."
    claimant = reading.read_line(text)["outcome"]["claimant"]
    assert claimant["class"] == "non_state"
    assert claimant["text"] == "Компания"
