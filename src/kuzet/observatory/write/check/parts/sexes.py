"""A whole that is divided into women and men, so that the two are all of it."""

from __future__ import annotations

import re
from typing import Final

from kuzet.observatory.write.check.reading import phrases
from kuzet.observatory.write.check.reading.words import Mention, Sentence, Text
from kuzet.observatory.write.check.relations.split import Split

_COMMA: Final = re.compile(r"[,;]")


def are_all(text: Text, index: int, split: Split) -> bool:
    """Whether a whole is divided into women and men, and the next words give no number to those left."""
    sentence, behind = text.sentences[index], text.sentences[index + 1 : index + 2]
    left = split.whole.exact - split.sum
    rest = any(one.exact == left for near in (sentence, *behind) for one in near.of_kind("count"))
    sexes = [_sex(sentence, part, text.language) for part in split.parts if part in sentence.mentions]
    return split.whole in sentence.mentions and sorted(sexes) == ["female", "male"] and not rest


def cross(sentence: Sentence, split: Split, language: str) -> bool:
    """Whether one part is of women or of men and another of neither: "420 people: 360 are men, 80 foreigners"."""
    told = [_sex(sentence, part, language) for part in split.parts if part in sentence.mentions]
    return len({*told} - {""}) == 1 and "" in told


def _sex(sentence: Sentence, part: Mention, language: str) -> str:
    """Which sex the words behind a number name, up to a comma or the next number; "" for none or both."""
    others = [one.start for one in sentence.mentions if one.start >= part.end]
    words = _COMMA.split(sentence.text[part.end : min([len(sentence.text), *others])])[0]
    told = [sex for sex in ("female", "male") if phrases.says(language, sex, words)]
    return told[0] if len(told) == 1 else ""
