"""How many media workers a text counts before it names them: *two reporters of the weekly, A and B*."""

from __future__ import annotations

from typing import Final

from kuzet.language.reading.reading import Sentence
from kuzet.language.values import numbers
from kuzet.language.vocabulary.lexicon import Match

NEAR: Final = 20
"""Characters at most between a number and the people that it counts."""


def before(sentence: Sentence, role: Match) -> int:
    """The number that stands right before a word for media workers, 0 for none."""
    found = numbers.find(sentence.text[: role.start], sentence.language)
    near = [one for one in found if one.kind == "count" and role.start - one.end <= NEAR]
    return int(near[-1].value) if near else 0
