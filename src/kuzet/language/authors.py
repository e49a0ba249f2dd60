"""Who writes: the person who signs a text in the first person, or says the own name in it (Я, Анна Орлова, ...)."""

from __future__ import annotations

import re
from typing import Final

from kuzet.language.people import Mention
from kuzet.language.reading import Reading, Sentence

SIGNATURE: Final = 8
"""Words of a last line that holds little but a name."""

_SPEECH: Final = re.compile(r"^[\s]*[—–-] |[«“\"]")
"""Sentences with somebody's speech in them: their I is another."""


def own(reading: Reading) -> tuple[Sentence, ...]:
    """The sentences in which the author speaks of I and me, none for a text that does so once only."""
    found = tuple(sentence for sentence in reading.sentences if _says_i(sentence))
    return found if len(found) > 1 else ()


def of(reading: Reading) -> tuple[Sentence, Mention] | None:
    """The sentence and the mention that name the author; None for a text that tells of others."""
    own = [sentence for sentence in reading.sentences if _says_i(sentence)]
    if not own:
        return None
    named = next((found for sentence in own if (found := _says_name(sentence)) is not None), None)
    return named or (_signature(reading) if len(own) > 1 else None)


def _says_i(sentence: Sentence) -> bool:
    return _is_self(sentence) and not _SPEECH.search(sentence.text)


def _is_self(sentence: Sentence) -> bool:
    return any(match.entry.code == "self" for match in sentence.of("words"))


def _says_name(sentence: Sentence) -> tuple[Sentence, Mention] | None:
    """A name in commas right behind the word for I."""
    marks = [match for match in sentence.of("words") if match.entry.code == "self"]
    for mention in sentence.mentions:
        beside = any(sentence.text[mark.end : mention.start] in (", ", " — ") for mark in marks)
        if beside and len(mention.words) > 1:
            return sentence, mention
    return None


def _signature(reading: Reading) -> tuple[Sentence, Mention] | None:
    """The name in the last line, where that holds little else."""
    for sentence in reversed(reading.sentences[-2:]):
        tail = sentence.text.rpartition("\n")[2]
        start = len(sentence.text) - len(tail)
        named = [one for one in sentence.mentions if one.start >= start and one.sure]
        if named and len(tail.split()) <= SIGNATURE:
            return sentence, named[-1]
    return None
