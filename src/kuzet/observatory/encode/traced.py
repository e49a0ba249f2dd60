"""Who did what is done from hiding, as those found who traced it: *attributed to Russian military intelligence*.

In Russian and English they stand behind the words for tracing, in Kazakh before them. A guess at who was annoyed names
no office there: *the editors link the attack with an article on the akimat*.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kuzet.basis.coding import Answer, Perpetrator
from kuzet.language.reading import doers
from kuzet.language.reading.reading import Sentence
from kuzet.language.vocabulary.lexicon import Match
from kuzet.observatory.encode import actors
from kuzet.observatory.encode.material import Material, answer

HIDDEN: Final = (
    "ddos_hacker_attack",
    "account_hacking",
    "phishing",
    "bot_attack",
    "mass_calls",
    "identity_theft_fake_account",
    "leak_of_personal_data",
    "wiretapping_surveillance",
)
"""Methods whose authors have to be found first."""

CLOSE: Final = 3
"""Words at most from the words for tracing to the office: *leads to the city police*."""

KLASSES: Final = ("authorities", "foreign_state")


def to(material: Material, answers: tuple[Answer[Perpetrator], ...], main: str) -> tuple[Answer[Perpetrator], ...]:
    """The answers, or the office that an act of the hidden method `main` was traced to."""
    found = next(_traced(material), None) if main in HIDDEN else None
    if found is None:
        return answers
    klass, kind = found[1].entry.code.split("/")
    perpetrator = Perpetrator(klass=klass, kind=kind, role=answers[0].value.role)
    return (answer(perpetrator, material.quote(*found), 0.7, "traced to an office"),)


def _traced(material: Material) -> Iterator[actors.Found]:
    for sentence in material.scene.sentences:
        marks = [word for word in sentence.of("words") if word.entry.code == "traced"]
        for found in actors.of_sentence(material, sentence) if marks else ():
            plain = found[1].entry.weight > 1 and actors.klass(found) in KLASSES
            if plain and any(_stands_at(sentence, mark, found[1]) for mark in marks):
                yield found


def _stands_at(sentence: Sentence, mark: Match, actor: Match) -> bool:
    if sentence.language == "kk":
        return 0 <= mark.first - actor.last <= CLOSE and not doers.is_source(sentence, actor)
    return 0 <= actor.first - mark.last <= CLOSE
