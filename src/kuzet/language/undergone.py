"""Whether the words beside an act say that it was done to that target, and not by it.

*Журналиста избили*, *a journalist was beaten*, *журналистке шабуыл жасады*: a headline names nobody, and the form of the
word tells who it was that something was done to. Russian and Kazakh say it by the case, English by the place beside
the verb; with a Kazakh passive (*тілші ұсталды*) the nominative is the one it was done to.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from kuzet.language import morph
from kuzet.language.lexicon import Match
from kuzet.language.outlets import Target
from kuzet.language.reading import Sentence

NEAR: Final = 3
"""Words between the two at most."""


def by(sentence: Sentence, match: Match, target: Target) -> bool:
    """Whether the act of `match` was done to `target`, as the form of the words beside each other says."""
    between = max(target.first - match.last, match.first - target.last)
    rule = _RULES.get(sentence.language)
    return rule is not None and between <= NEAR + 1 and rule(sentence, match, target)


def _russian(sentence: Sentence, _: Match, target: Target) -> bool:
    """An oblique case that no noun before it asks for: *избили журналиста*, and not *сын журналиста избил*."""
    words = _WORD.findall(sentence.text[: target.start])
    return morph.is_oblique(_WORD.findall(_text(sentence, target))[0]) and not (words and morph.is_noun(words[-1]))


def _kazakh(sentence: Sentence, match: Match, target: Target) -> bool:
    """Accusative or dative, or the nominative before a passive verb."""
    words = _WORD.findall(_text(sentence, target))
    verb = _WORD.findall(sentence.text[match.start :])[match.last - match.first :][:1]
    if _ACTED_ON.search(words[-1].lower()):
        return True
    return target.first < match.first and bool(verb and _PASSIVE.search(verb[0].lower()))


def _english(sentence: Sentence, match: Match, target: Target) -> bool:
    """*Police detain a reporter*; *a reporter was detained*, *reporter detained in Taraz*."""
    if match.first < target.first:
        end = match.end if match.last < target.first else match.start + len(sentence.text[match.start :].split()[0])
        return bool(_OBJECT.fullmatch(sentence.text[end : target.start].lower()))
    act = sentence.text[match.start : match.end].lower()
    between, after = sentence.text[target.end : match.start].lower(), sentence.text[match.end :].lower()
    return bool(_PARTICIPLE.search(act)) and bool(
        _AUXILIARY.search(between) or (between.isspace() and _ADVERBIAL.match(after))
    )


def _text(sentence: Sentence, target: Target) -> str:
    return sentence.text[target.start : target.end]


_RULES: Final[Mapping[str, Callable[[Sentence, Match, Target], bool]]] = {
    "ru": _russian,
    "kk": _kazakh,
    "en": _english,
}

_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")

_ACTED_ON: Final = re.compile(r"(?:[дт][ыі]|с[ыі]н|[кқгғ][ае]|на|не)$")
_PASSIVE: Final = re.compile(r"..(?:[ыіоөуү]л|ал|ел|[ыі]н)(?:д[ыі]|ған|ген|[ыі]п|[ау]да|уде|ады|еді)$")

_OBJECT: Final = re.compile(r"\s+(?:(?:a|an|the|its|his|her|their|two|three|four|five|several|local|another)\s+){0,2}")
_PARTICIPLE: Final = re.compile(r"(?:ed|en|shot|hit|sued|barred|hurt|beat)\b")
_AUXILIARY: Final = re.compile(r"\b(?:was|were|is|are|been|being|gets?|got)\b")
_ADVERBIAL: Final = re.compile(r"\W*(?:$|\.|,|(?:in|at|on|by|for|over|after|during|outside|near|while|from|with|to|as)\b)")
