"""Patterns of words: beginnings, whole words, alternatives and gaps, in three languages."""

from __future__ import annotations

import pytest

from kuzet.basis.errors import BadInput
from kuzet.basis.names import LANGUAGES
from kuzet.language.text.beginnings import Beginnings
from kuzet.language.vocabulary import lexicon
from kuzet.language.vocabulary.lexicon import Entry, Lexicon


def _found(pattern: str, text: str, language: str = "ru") -> list[str]:
    entries = [Entry(table="triggers", code="x", weight=1, pattern=one) for one in lexicon.expand(pattern)]
    return [text[match.start : match.end] for match in Lexicon(language, entries).find(lexicon.flatten(text, language))]


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("обыск", "Обыскали квартиру", ["Обыскали"]),
        ("обыск", "Без обыска", ["обыска"]),
        ("суд.", "суд и судьба", ["суд"]),
        ("задержа/арест", "арестовали и задержали", ["арестовали", "задержали"]),
        ("изъял .. телефон", "изъяли у него рабочий телефон", ["изъяли у него рабочий телефон"]),
        ("изъял .. телефон", "изъяли раз два три четыре пять шесть телефон", []),
        (
            "изъял ... телефон",
            "изъяли раз два три четыре пять шесть телефон",
            ["изъяли раз два три четыре пять шесть телефон"],
        ),
        ("штраф/под_стражу", "взяли под стражу", ["под стражу"]),
        ("пресс служб", "Пресс-служба суда", ["Пресс-служба"]),
        ("ещё", "еще раз", ["еще"]),
    ],
)
def test_a_pattern_finds_what_it_says(pattern: str, text: str, found: list[str]) -> None:
    assert _found(pattern, text) == found


@pytest.mark.parametrize(
    ("pattern", "language", "signs"),
    [
        ("обвинен .. в. краже", "ru", {"краже"}),
        ("accused. of.", "en", {"of."}),
        ("сотқа дейін. тергеу/тергеп", "kk", {"тергеу", "тергеп"}),
    ],
)
def test_the_sign_of_a_phrase_tells_which_of_its_words_are_whole(pattern: str, language: str, signs: set[str]) -> None:
    words = Lexicon(language, [Entry(table="triggers", code="x", weight=1, pattern=pattern)])
    assert {word for word, _ in words.marks()} == signs


def test_a_whole_word_is_not_begun_by_a_longer_one() -> None:
    known = Beginnings({"би.": 1, "библи": 2, "бир агент": 3})
    assert known.values("библиотека") == [2]
    assert known.values("би") == [1]
    assert known.values("бир") == [3]


def test_kazakh_is_found_with_its_own_letters_and_without_them() -> None:
    assert _found("айыппұл сал", "Айыппұл салынды", "kk") == ["Айыппұл салынды"]
    assert _found("айыппұл сал", "Айыппул салынды", "kk") == ["Айыппул салынды"]


def test_flattening_keeps_every_character_in_its_place() -> None:
    text = "İстанбул — «ОРДА», 100%!"
    assert len(lexicon.flatten(text, "ru")) == len(text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_table_of_a_language_compiles(language: str) -> None:
    entries = lexicon.entries(language)
    assert {entry.table for entry in entries} | {"deeds"} == set(lexicon.TABLES)  # Kazakh says it by its verbs
    Lexicon(language, entries)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_trigger_role_and_agent_is_of_the_codebook(language: str) -> None:
    from kuzet.basis import codebook

    book = codebook.load()
    told = {table: {one.code for one in lexicon.entries(language) if one.table == table} for table in lexicon.TABLES}
    kinds, classes = set(book.table("perpetrator_kinds")), set(book.table("perpetrator_classes"))
    assert told["triggers"] - set(book.table("methods")) == set()
    assert told["roles"] - set(book.table("target_kinds")) == set()
    assert told["agents"] - {f"{klass}/{kind}" for klass in classes for kind in kinds} == set()
    assert min(len(told[table]) for table in ("triggers", "roles", "agents")) > 10


def test_a_pattern_without_a_word_is_refused() -> None:
    with pytest.raises(BadInput, match=r"a pattern of words, '\.\.' and '/' \(ru\)"):
        Lexicon("ru", [Entry(table="triggers", code="x", weight=1, pattern="а/")])
