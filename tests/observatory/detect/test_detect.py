"""Which documents report an attack on a media worker, and which only sound like it."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests import readings as reading

from kuzet.observatory import detect

WORDS = detect.vocabulary("kz")


def _found(text: str) -> tuple[object, ...]:
    document = reading.document(text)
    return detect.find(document, detect.read(document, WORDS))


def test_the_vocabulary_of_a_country_is_made_once_however_its_code_is_written() -> None:
    assert detect.vocabulary("KZ") is WORDS


@pytest.mark.parametrize(
    "text",
    [
        "Қостанайда базар күзетшісі журналист Ерлан Сәтбаевты ұрып, телефонын тартып алды.",
        "Охранник рынка в Костанае ударил журналиста Ерлана Сатбаева и отобрал у него телефон.",
        "A market guard in Kostanay hit journalist Yerlan Satbayev and snatched his phone.",
        "Полиция задержала блогера Айбека Нурова во время прямого эфира в Таразе.",
        "The foreign ministry refused to renew the accreditation of seven Radio Azattyk reporters.",
        "Jurnalist Erlan Sätbaevqa kedergi jasaldy, ony otyrysqa kirgizbedi.",
    ],
)
def test_an_act_done_to_a_named_media_worker_is_a_candidate(text: str) -> None:
    assert len(_found(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Үздік журналистер марапатталды, жеңімпаздарға сыйлық тапсырылды.",
        "Суд приговорил бывшего акима к восьми годам. Адвокат рассказал журналистам об апелляции.",
        "A cardiologist told reporters how to recognise a heart attack.",
        "Police detained two men suspected of robbery, the press service said.",
        "Скончался журналист Геннадий Рогов, коллеги выражают соболезнования.",
        "A guard was jailed for three years in Taraz for beating a reporter. He will appeal.",
        "Охранник осуждён в Таразе за нападение на журналиста. Он подаст жалобу.",
        "We call on the authorities to investigate every attack on the press.",
        "Призываем власти расследовать каждое нападение на прессу.",
        "Пропавший в горах блогер нашёлся. Тимур Аскаров жив и здоров, у него разрядился телефон.",
        "Слухи о задержании редактора Гани Смагула оказались неправдой. «Меня не задерживали», — сказал он.",
        "Напавшему на съёмочную группу назначили экспертизу. Подсудимый признал вину.",
        "",
        "   \n\n  ",
        "журналист " * 50,
    ],
)
def test_other_news_with_the_same_words_are_no_candidate(text: str) -> None:
    assert _found(text) == ()


def test_every_candidate_says_which_rules_decided_and_quotes_the_document() -> None:
    text = "Вчера в Таразе.\n\nБлогера Айбека Нурова оштрафовали за пост. Он подаст жалобу."
    (candidate,) = _found(text)
    assert candidate.id == "d#1"
    assert any(rule.startswith("act_on_media:fine:done to +") for rule in candidate.rules)
    for passage in candidate.passages:
        assert text[passage.start : passage.end] == passage.text
    assert candidate.passages[0].text == "Блогера Айбека Нурова оштрафовали за пост."


def test_a_candidate_is_given_what_stands_around_its_passages() -> None:
    (candidate,) = _found("Вчера в Таразе.\n\nБлогера Айбека Нурова оштрафовали за пост. Он подаст жалобу.")
    assert candidate.around == ("Вчера в Таразе.", "Он подаст жалобу.")
    assert candidate.told()[0] == "Блогера Айбека Нурова оштрафовали за пост."


def test_an_entry_of_a_digest_is_not_given_what_the_others_tell() -> None:
    text = "1. Блогера Айбека Нурова задержала полиция.\n\n2. Журналистку Ольгу Ким оштрафовал суд.\n"
    assert not any("Нурова" in " ".join(one.told()) and "Ким" in " ".join(one.told()) for one in _found(text))


def test_a_passage_in_latin_kazakh_is_quoted_as_it_was_written() -> None:
    text = "Jýrnalist Erlan Sátbaevqa kedergi jasaldy, ony otyrysqa kirgizbedi."
    (candidate,) = _found(text)
    assert candidate.passages[0].text == text


def test_a_digest_gives_one_candidate_for_each_entry() -> None:
    text = (
        "Хроника недели\n\n"
        "1. Блогера Айбека Нурова задержала полиция Тараза.\n\n"
        "2. Журналистку Ольгу Ким оштрафовал суд Актобе.\n"
    )
    found = _found(text)
    assert len(found) == 2
    assert {passage.text[0] for one in found for passage in one.passages} == {"1", "2"}


PLAIN = "Полиция задержала блогера Айбека Нурова и изъяла у него телефон в Таразе."
PLAINER = "Полиция задержала журналистку Ольгу Ким, изъяла телефон, избила её, суд Актобе её оштрафовал."
DOUBTFUL = "Полиция провела обыск в редакции газеты «Ақ жол» в Таразе."


def _entries_found(*entries: str) -> list[tuple[str, float]]:
    """First words after the number of each candidate's leading passage, and its score."""
    text = "\n\n".join(f"{number}. {entry}" for number, entry in enumerate(entries, 1))
    found = detect.find(reading.document(text), reading.by_rules(text))
    assert [one.id for one in found] == [f"d#{number}" for number in range(1, len(found) + 1)]
    return [(one.passages[0].text.partition(". ")[2], one.score) for one in found]


def test_of_entries_beyond_doubt_the_first_leads_though_a_later_one_is_likelier() -> None:
    (first, score), (second, higher) = _entries_found(PLAIN, PLAINER)
    assert (first, second) == (PLAIN, PLAINER)
    assert detect.BEYOND_DOUBT <= score < higher


def test_an_entry_in_doubt_comes_after_a_later_one_beyond_doubt() -> None:
    (first, score), (second, lower) = _entries_found(DOUBTFUL, PLAIN)
    assert (first, second) == (PLAIN, DOUBTFUL)
    assert detect.THRESHOLD <= lower < detect.BEYOND_DOUBT <= score


def test_a_byline_and_a_quoted_outlet_are_no_target() -> None:
    assert _found("В Шымкенте задержали грабителя, сообщает КазТАГ. Наш корреспондент передаёт с места.") == ()


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=400))
def test_no_text_crashes_the_reader(text: str) -> None:
    for candidate in _found(text):
        assert 0.5 <= candidate.score <= 1


_WORDS = (
    "журналист Журналиста тілші Тілшіге блогер reporter Азаттык оштрафовал ұстады detained «Орда» 14 2024 ст. 274 УК "
    "Алматы \n . , « » — ( ) 😀 İ ﷺ \u200f суд сот court Ержан Омаров"
)
_PIECES = st.sampled_from(_WORDS.split(" "))


@settings(max_examples=150, deadline=None)
@given(st.lists(_PIECES, max_size=60))
def test_no_mixture_of_the_words_it_looks_for_crashes_the_reader_or_changes_its_mind(pieces: list[str]) -> None:
    text = " ".join(pieces)
    first = reading.read_line(text, "2024-05-05")
    assert first == reading.read_line(text, "2024-05-05")
    for candidate in first["candidates"]:
        for passage in candidate["passages"]:
            assert text[passage["start"] : passage["end"]] == passage["text"]


@pytest.mark.slow
@pytest.mark.parametrize(
    "word",
    [
        "журналист ",
        "Алматы ",
        *(
            pytest.param(one, marks=pytest.mark.thorough)
            for one in ("reporter ", "ұсталды ", "Орда.kz ", "«Жуковский» ")
        ),
    ],
)
def test_a_megabyte_of_one_word_costs_seconds_not_hours(word: str) -> None:
    started = time.process_time()
    _found("Журналист задержан. " + word * (1_000_000 // len(word)))
    assert time.process_time() - started < 60


@pytest.mark.parametrize(
    "text",
    [
        "Тілшіні соққыға жыққан азамат үш жылға сотталды. Сот оны кінәлі деп таныды, үкім күшіне енді.",
        "«Хабар» арнасында «Тілшіге шабуыл» атты фильм көрсетілді, режиссері Асан Омаров.",
        "Депутат «Хабар 24» репортажын айтып, «тілші көтерген мәселе бойынша мердігерге іс қозғау керек» деді.",
        "Блогер алимент төлемегені үшін елден шығуына уақытша тыйым салынды.",
    ],
)
def test_attackers_on_trial_demands_titles_and_debts_are_no_candidate(text: str) -> None:
    assert _found(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "«Барыс» матчта жеңді. Бас бапкер журналистерге: «Бізді үш ойын бойы ұрдыңыздар», – деп қалжыңдады.",
        "Спектакльде журналисті белгісіздер ұрлап әкетеді. Басты рөлде – Азамат Сатыбалды, премьера сенбіде.",
        "Тілшіні өлтіргені үшін сотталған ер адам мерзімінен бұрын босатылды.",
        "Желідегі «тілшіні ұрлап кетті» деген видео қойылым екен, жасөспірімдер лайк жинау үшін түсірген.",
    ],
)
def test_games_plays_old_sentences_and_stagings_are_no_candidate(text: str) -> None:
    assert _found(text) == ()


def test_a_reporter_beaten_at_a_match_is_a_candidate() -> None:
    assert len(_found("Футбол матчынан кейін жанкүйерлер фототілшіні сабап, камерасын сындырды.")) == 1
