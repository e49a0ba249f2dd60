"""Acts that a Russian or Kazakh sentence says were not done, and those that it tells all the same."""

from __future__ import annotations

import pytest
from tests import readings

from kuzet.language.reading import denied
from kuzet.observatory import detect

WORDS = detect.vocabulary("kz")


def _told(text: str) -> set[str]:
    reading = detect.read(readings.document(text), WORDS)
    return {match.entry.code for sentence in reading.sentences for match in denied.told(sentence)}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Журналист Олег Ким сказал: меня не похищали, я гулял.", "abduction"),
        ("Блогер Олег Ким не был задержан, сообщил его редактор.", "short_term_detention"),
        ("Редактора Олега Кима не избивали и не запугивали.", "non_fatal_attack_beating"),
    ],
)
def test_what_was_not_done_is_not_told(text: str, code: str) -> None:
    assert code not in _told(text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Тілші Айбек Нұровтың жұмысына кедергі болған жоқ.", "illegal_impediments_denial_of_access"),
        ("Журналист Айбек Нұровқа ешқандай қысым жасалмады.", "bullying_intimidation_threats"),
        ("Сот «Таң» сайтының авторы жала жапты деп таныды.", "closure_blocking_of_media"),
    ],
)
def test_what_a_kazakh_noun_with_a_denied_verb_tells_was_not_done(text: str, code: str) -> None:
    assert code not in _told(text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Охранник чуть не ударил журналиста Олега Кима.", "non_fatal_attack_beating"),
        ("Журналиста Олега Кима не пустили в зал.", "illegal_impediments_denial_of_access"),
        ("Блогер Олег Ким свою вину не признал, приговор огласят завтра.", "court_trial"),
        ("Журналиста Олега Кима не только избили, но и ограбили.", "non_fatal_attack_beating"),
    ],
)
def test_near_misses_refusals_and_pleas_are_told(text: str, code: str) -> None:
    assert code in _told(text)


def test_what_an_english_publication_is_about_was_not_done_to_its_author() -> None:
    assert "abduction" not in _told(
        "Messages reach reporter Ann Lee since she published an article on bride kidnapping."
    )
    assert "abduction" in _told("Reporter Ann Lee wrote a post about the kidnapping of her brother.")
