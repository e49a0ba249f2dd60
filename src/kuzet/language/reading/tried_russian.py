"""Whose case it is in Russian: the form of a word beside an arrest or a sentence tells who was held or tried.

*Бывшего заместителя акима взяли под стражу* is the case of an official, whoever reports it. Only a direct object, or
the subject of a passive verb, says so: *по жалобе депутата задержали* does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kuzet.language.forms import morph
from kuzet.language.reading.cast import Cast
from kuzet.language.reading.reading import Sentence
from kuzet.language.vocabulary.lexicon import Match

HELD: Final = (
    "short_term_detention",
    "arrest_pretrial",
    "imprisonment_sentence",
    "suspended_sentence",
    "house_arrest",
)
NEAR: Final = 6
"""Words at most between somebody and what was done: the name and the office stand between them."""

_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_PREPOSITIONS: Final = re.compile(
    r"(?:у|от|ко?|против|для|на|за|об?|про|после|до|со?|из|без|над|при|перед|по|в)", re.IGNORECASE
)


def is_of_another(sentence: Sentence, cast: Cast) -> bool:
    """Whether somebody else is held or sentenced in a sentence, as its form says, and no media worker."""
    acts = [match for match in sentence.of("triggers") if match.entry.code in HELD and match.entry.weight > 1]
    if not acts or any(_is_undergoing(sentence, one.start, one.end, acts) for one in cast.targets[sentence.number]):
        return False
    return any(_is_undergoing(sentence, one.start, one.end, _near(one, acts)) for one in _others(sentence))


def _others(sentence: Sentence) -> Iterator[Match]:
    """Words for people who are no media workers."""
    yield from (match for match in sentence.of("words") if match.entry.code in ("somebody", "offender"))
    yield from (match for match in sentence.of("officials") if match.entry.code in ("official", "other"))


def _near(one: Match, acts: list[Match]) -> list[Match]:
    return [act for act in acts if max(act.first - one.last, one.first - act.last) <= NEAR]


def _is_undergoing(sentence: Sentence, start: int, end: int, acts: list[Match]) -> bool:
    """Whether the words are what an act is done to: an object by themselves, or the subject of its passive."""
    words = _WORD.findall(sentence.text[start:end])
    if not words or not acts:
        return False
    if any(morph.is_undergoing(words[0], _last(sentence, act)) for act in acts if act.start >= end):
        return True
    return any(map(morph.is_object, words)) and not _is_governed(sentence.text[:start])


def _is_governed(before: str) -> bool:
    """Whether something before asks for the case: a preposition, a noun (*жалоба двух депутатов*), or *избивший*."""
    run = _WORD.findall(_PARTED.split(before)[-1])
    head = next((word for word in reversed(run) if not morph.is_attribute(word)), "")
    return bool(_PREPOSITIONS.fullmatch(head)) or morph.is_noun(head) or morph.is_active_participle(head)


_PARTED: Final = re.compile(r"[^\w\s-]")


def _last(sentence: Sentence, act: Match) -> str:
    return next(reversed(_WORD.findall(sentence.text[act.start : act.end])), "")
