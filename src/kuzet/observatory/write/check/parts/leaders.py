"""The first entry of a list that ends with its rest, which is no whole: "37 in Almaty, nine in Oral, the other 21"."""

from __future__ import annotations

import re
from typing import Final

from kuzet.observatory.write.check.reading import phrases
from kuzet.observatory.write.check.reading.words import Mention, Sentence, Text
from kuzet.observatory.write.check.relations import rests
from kuzet.observatory.write.check.relations.split import Split

JOINED: Final = 40
"""Characters between two numbers that an "and" makes entries of one list."""

PAIR: Final = 2

_LABEL: Final = re.compile(r"[^\W\d_]\s[–—]\s$")
"""A name and a dash in front of its number: "Minsk – 20"."""


def is_entry(text: Text, index: int, split: Split) -> bool:
    """Whether the number that a rest seems to be left of is an entry of the same list.

    It leads the list ("most were held in Minsk, 20"), stands beside the next entry ("78 men and 61 women; the remaining
    15 are outlets"), or has been divided already ("193 people, 141 reporters and 52 bloggers, and the remaining 38").
    """
    sentence, language = text.sentences[index], text.language
    last = split.rest or (split.parts[-1] if split.parts else None)
    if last is None or len(split.parts) < PAIR or not (split.rest or _is_rest(sentence, last, language)):
        return False
    others = [one for one in split.parts if one is not last]
    if len(others) >= PAIR and sum(one.exact for one in others) == split.whole.exact:
        return True
    near = next((one for one in text.sentences[max(0, index - PAIR) : index + 1] if split.whole in one.mentions), None)
    if near is None:
        return False
    first = others[0]
    end = first.start if first in near.mentions and first.start > split.whole.end else len(near.text)
    leads = any(phrases.says(language, word, near.text[:end]) for word in ("foremost", "busiest"))
    between = near.text[split.whole.end : end] if end < len(near.text) else ""
    joined = len(between) <= JOINED and phrases.ends_with(language, "and", between)
    labelled = bool(between) and all(_LABEL.search(near.text[: one.start]) for one in (split.whole, first))
    return leads or joined or labelled


def _is_rest(sentence: Sentence, one: Mention, language: str) -> bool:
    return one in sentence.mentions and rests.is_rest(sentence, one, language)
