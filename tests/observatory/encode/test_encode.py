"""The coding of one candidate: placement rules, who, whom, where, when and what came of it."""

from __future__ import annotations

import pytest
from tests import readings as reading

from kuzet import countries
from kuzet.basis.errors import BrokenRule
from kuzet.observatory import detect, encode

read_line = reading.read_line


def test_a_judge_who_bars_cameras_denies_access_and_belongs_to_the_authorities() -> None:
    text = (
        "30 октября судья в Уральске не пустила журналистов газеты «Уральская неделя» на открытый процесс"
        " и запретила им снимать."
    )
    line = read_line(text, "2025-11-01")
    assert line["category"] == "non_physical_cyber"
    assert line["methods"][0] == "illegal_impediments_denial_of_access"
    assert line["perpetrator"] == "authorities"
    assert line["place"] == "Уральск"
    assert line["region"] == "KZ-27"
    assert line["date"] == "2025-10-30"


def test_a_guard_of_a_private_firm_is_not_the_authorities() -> None:
    text = "Охранник торгового центра в Актау вытолкал журналистку Ольгу Ким и закрыл камеру рукой."
    assert read_line(text)["perpetrator"] == "non_state"


def test_refused_accreditation_is_obstruction_though_a_court_heard_of_it() -> None:
    text = "The ministry denied accreditation to seven reporters of Radio Azattyk. The court rejected their claim."
    line = read_line(text)
    assert line["category"] == "non_physical_cyber"
    assert set(line["methods"]) >= {"accreditation_denial", "illegal_impediments_denial_of_access"}
    assert {"name": "seven reporters", "kind": "group", "people": 7} in line["targets"]


def test_a_fine_under_an_article_is_an_administrative_case_with_its_sum() -> None:
    text = "Суд Тараза оштрафовал блогера Тимура Сагинтаева на 20 МРП по части 3 статьи 456-2 КоАП."
    line = read_line(text)
    assert line["methods"][0] == "fine"
    assert set(line["methods"]) == {"fine", "administrative_case", "court_trial"}
    assert line["legal_articles"] == ["administrative_code 456-2 part 3"]
    assert line["outcome"]["penalties"] == [{"kind": "fine", "money": {"amount": "20", "currency": "MCI"}}]
    assert line["targets"] == [{"name": "Тимур Сагинтаев", "kind": "blogger"}]


def test_the_highest_penalty_in_a_warning_is_not_imposed() -> None:
    text = (
        "Прокуратура вынесла блогеру Арману Жаксылыкову предостережение: за ложную информацию "
        "предусмотрено лишение свободы до трёх лет."
    )
    line = read_line(text)
    assert line["methods"][0] == "official_warning"
    assert "imprisonment_sentence" not in line["methods"]
    assert line["outcome"] == {}


def test_a_name_is_listed_in_the_nominative_whatever_its_case() -> None:
    russian = read_line("Полиция задержала журналистку Марину Низовкину в Шымкенте.")
    kazakh = read_line("Полиция Шымкентте журналист Тамара Еслямоваға айыппұл салды.")
    assert [target["name"] for target in russian["targets"]] == ["Марина Низовкина"]
    assert [target["name"] for target in kazakh["targets"]] == ["Тамара Еслямова"]


def test_names_in_a_row_share_their_role() -> None:
    text = "Police detained Aidos Omarov, Sara Kim and Pavel Gusev, journalists of an online outlet, in Semey."
    assert [target["name"] for target in read_line(text)["targets"]] == ["Aidos Omarov", "Sara Kim", "Pavel Gusev"]


def test_the_date_is_that_of_the_event_and_not_of_the_dateline_or_the_post() -> None:
    text = "Алматы, 20.05.2024 – За пост от 30 января суд 13 мая оштрафовал журналистку Ольгу Ким."
    assert read_line(text)["date"] == "2024-05-13"


def test_a_day_without_a_year_is_the_next_one_after_the_days_that_have_one() -> None:
    text = "12 февраля суд оштрафовал журналистку Ольгу Ким. Ранее, 10 ноября 2023 года, дело закрыли."
    assert read_line(text)["date"] == "2024-02-12"


def test_nothing_is_invented_where_the_text_is_silent() -> None:
    line = read_line("Журналистке Ольге Ким угрожают неизвестные.")
    assert line["place"] is None
    assert line["date"] is None
    assert line["legal_articles"] == []
    assert line["perpetrator"] == "unknown"


def test_a_document_without_a_candidate_has_every_key_of_the_line() -> None:
    line = read_line("Погода в Астане.", ident="w")
    assert line == {
        "id": "w",
        "lang": "ru",
        "is_attack": False,
        "score": 0.0,
        "category": None,
        "perpetrator": None,
        "place": None,
        "region": None,
        "date": None,
        "when": None,
        "methods": [],
        "targets": [],
        "legal_articles": [],
        "outcome": {},
        "candidates": [],
    }


def test_every_answer_quotes_the_very_words_of_the_document() -> None:
    text = "Kazakhstan.\n\nPolice in Taraz detained blogger Aibek Nurov on 3 May 2024 and seized his phone."
    document = reading.document(text)
    ((_, coding),) = reading.coded(document)
    answers = [coding.category, *coding.methods, *coding.perpetrators, *coding.targets, coding.date, coding.place]
    for answer in answers:
        assert answer is not None
        assert answer.quotation is not None
        assert text[answer.quotation.start : answer.quotation.end] == answer.quotation.text
        assert answer.rule
    assert coding.coder.machine


def test_a_candidate_of_another_document_is_refused() -> None:
    one = reading.document("Полиция задержала журналистку Ольгу Ким в Актобе.", ident="one")
    other = reading.document("Погода.", ident="other")
    read = detect.read(one, detect.vocabulary("kz"))
    (candidate,) = detect.find(one, read)
    with pytest.raises(BrokenRule, match="one#1: candidate and reading are not both of document other"):
        encode.code(other, candidate, read, countries.load("kz"))


def test_a_post_in_the_first_person_is_of_the_one_named_above_it() -> None:
    text = (
        "Асель Нурланкызы\n11 октября 2022 г. · Facebook\n\nВчера у подъезда в Таразе меня ударил неизвестный в чёрной"
        " куртке.\n\nМой репортаж о школе вы видели."
    )
    line = read_line(text)
    assert line["targets"] == [{"name": "Асель Нурланкызы", "kind": "journalist"}]


def test_who_opens_the_text_is_the_one_that_the_headline_calls_a_media_worker() -> None:
    text = (
        "Блогер получил семь лет колонии\n\nДалеру Сафарову 34 года, он чинил холодильники. Суд в Худжанде 4 июля"
        " 2024 года признал его виновным в призывах к экстремизму."
    )
    assert read_line(text)["targets"] == [{"name": "Далер Сафаров", "kind": "blogger"}]


def test_what_is_done_to_a_brother_of_a_media_worker_is_pressure_on_relatives() -> None:
    text = (
        "Редактор сайта «Бирлик» Лейла Оразова живёт в Анкаре. Её младшего брата избили в Таразе двое в масках."
        " «Передай сестре, пусть молчит», — сказали ему."
    )
    assert read_line(text)["methods"] == ["pressure_via_relatives"]


def test_a_street_is_no_place_where_it_happened() -> None:
    text = "Журналиста Олега Кима избили в Костанае. Полиция нашла его на улице Жамбыла."
    assert read_line(text)["place"] == "Костанай"
