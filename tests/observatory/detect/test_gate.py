"""The gate saves time and nothing else: of documents that have the first words, what it stops gives no candidate."""

from __future__ import annotations

import random

import pytest
from tests import mutations, readings
from tests.collect_site import words
from tests.gates.reading import GOLDEN, LANGUAGES, PARTS

from kuzet.language.reading import reading
from kuzet.language.text import script
from kuzet.language.vocabulary import lexicon
from kuzet.language.vocabulary.models import UNTRAINED
from kuzet.observatory import detect

ROWS = [row for language in LANGUAGES for part in PARTS for row in readings.golden(GOLDEN / language, part)]
TEXTS = [*(row["text"] for row in ROWS[::6]), *(text for _, text, _ in mutations.documents(ROWS, seed=99, wanted=300))]
BY_TITLE = "Полиция задержала Ивана Петрова, журналом он не занят. Он снимал для Steppe Times и был оштрафован."


def candidates(text):
    document = readings.document(text)
    return detect.find(document, detect.read(document, detect.vocabulary("kz")))


def test_looking_closer_than_at_first_words_hides_no_candidate(monkeypatch):
    with_gate = [candidates(text) for text in TEXTS]
    monkeypatch.setattr(
        reading, "may_matter", lambda text, _: reading.has_first_words(script.bare(lexicon.flatten(text, "en")))
    )
    monkeypatch.setattr(reading, "_tell_of_an_act", lambda _: True)
    hidden = [text for text, found in zip(TEXTS, with_gate, strict=True) if not found and candidates(text)]
    assert hidden == []


@pytest.mark.parametrize(
    "text",
    [
        "В городе прошёл дождь, ждём тепла.",
        "The court fined the owner of a shop for breaking trading rules.",
        "Журналисты сняли репортаж о весне.",
    ],
)
def test_news_without_media_or_without_an_act_is_stopped(text):
    assert not reading.may_matter(text, detect.vocabulary("kz"))


@pytest.mark.parametrize(
    "text",
    [
        "Көшеде ер адам соққыға жығылды, деп хабарлады әкімдіктің баспасөз қызметі.",
        "Суд оштрафовал владельца магазина, сообщает пресс-служба департамента.",
        "The press office of the ministry said that a man had been beaten in the street.",
        "The court fined the owner of a shop, the press service of the court said.",
        "Радио тыңдаған дәрігер санитарлық талапты түсіндірді.",
    ],
)
def test_news_whose_only_word_for_media_or_act_is_covered_is_stopped(text):
    assert not reading.may_matter(text, detect.vocabulary("kz"))


@pytest.mark.parametrize(
    "text",
    [
        "Баспасөз қызметі мен баспасөз өкілдері соққыға жығылды.",
        "Пресс-служба суда сообщила, что журналиста оштрафовали.",
        "The press office said that the press had been beaten.",
        "Police beat the press. Service was stopped.",
        "Officials hindered the press\noffice workers saw it.",
        "Дәрігер санитарлармен келіп, журналистің үйін санитарлар қоршады.",
    ],
)
def test_a_word_that_one_mask_covers_still_counts_where_it_stands_alone(text):
    assert reading.may_matter(text, detect.vocabulary("kz"))


@pytest.mark.parametrize("text", ["Jurnalist ustaldy, sot boldy.", "جۋرنالىس ۇستالدى، سوت بولدى.", BY_TITLE])
def test_kazakh_in_other_letters_and_outlets_told_by_their_last_word_pass(text):
    assert reading.may_matter(text, detect.vocabulary("kz"))


def test_a_word_for_media_that_also_ends_names_of_outlets_passes_in_small_letters():
    assert reading.may_matter("Officials attacked the press and barred it from the court.", detect.vocabulary("kz"))


@pytest.mark.parametrize("kind", [0, 1], ids=["target", "act"])
def test_a_sentence_with_a_hint_is_never_passed_over(kind):
    words = detect.vocabulary("kz")
    told = (reading._is_target, reading._is_act)[kind]
    passed_over = []
    for text in TEXTS:
        draft = reading.Draft(readings.document(text), words)
        seen = {(one.start, one.end) for one in (draft.where_target_may_stand, draft.where_act_may_stand)[kind]()}
        every = [one for one in draft.sentences() if any(told(match.entry) for match in one.matches)]
        passed_over += [one.text for one in every if (one.start, one.end) not in seen]
    assert passed_over == []


def test_one_latin_sentence_in_a_cyrillic_line_passes():
    assert reading.may_matter("Бүгін ауа райы жылы. Jurnalist ustaldy. Сот болды.", detect.vocabulary("kz"))


def test_words_with_other_models_are_looked_for_by_the_same_gate():
    words = detect.vocabulary("kz")
    other = words.trained(UNTRAINED)
    assert other.models is UNTRAINED
    assert words.models is not UNTRAINED
    assert other.gate is words.gate
    assert other.lexicons is words.lexicons


@pytest.mark.parametrize(
    "text",
    [
        "Қайнар сайтының тілшісі сотқа тартылды.",
        "Полиция задержала корреспондента портала «Қайнар».",
        "Police detained a reporter for the Kainar website.",
    ],
)
def test_a_report_is_worth_more_work(text):
    assert detect.may_report(text, detect.vocabulary("kz"))


@pytest.mark.parametrize(
    "text",
    [
        "Көшеде ер адам соққыға жығылды. Толығырақ әкімдік сайтында.",
        "Фермера оштрафовали за полив. Канал углубили на два метра.",
        "A farmer was fined for watering. The rules are on a website.",
    ],
)
def test_news_that_only_uses_a_word_for_media_is_not(text):
    assert reading.may_matter(text, detect.vocabulary("kz"))
    assert not detect.may_report(text, detect.vocabulary("kz"))


def test_of_news_on_other_things_a_twentieth_at_most_is_read_further():
    chance = random.Random(7)
    texts = ["\n".join(words.text(language, chance, "")) for language in LANGUAGES for _ in range(40)]
    passed = [text for text in texts if detect.may_report(text, detect.vocabulary("kz"))]
    assert len(passed) * 20 <= len(texts)
