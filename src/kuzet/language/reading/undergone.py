"""Whether the words beside an act say that it was done to that target, and not by it.

*Журналиста избили*, *a journalist was beaten*, *журналистке шабуыл жасады*: a headline names nobody, and the form of
the word tells who it was that something was done to. Russian and Kazakh say it by the case, English by the place beside
the verb; with a Kazakh passive (*тілші ұсталды*) the nominative is the one it was done to.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from kuzet.language.forms import morph
from kuzet.language.reading.outlets import Target
from kuzet.language.reading.reading import Sentence
from kuzet.language.vocabulary.lexicon import Match

BY_NAME: Final = ("ru", "en")
"""Languages in which a name alone shows it: *police detained Ann Lee*, *задержали Анну Ли*."""

NEAR: Final = 3
"""Words between the two at most."""


def by(sentence: Sentence, match: Match, target: Target) -> bool:
    """Whether the act of `match` was done to `target`, as the form of the words beside each other says."""
    between = max(target.first - match.last, match.first - target.last) - 1
    rule = _RULES.get(sentence.language)
    fits = target.what in ("role", "person" if sentence.language in BY_NAME else "role")
    return rule is not None and fits and between <= NEAR and rule(sentence, match, target)


def did(sentence: Sentence, match: Match, target: Target) -> bool:
    """Whether the target is the one who did it: *журналист избил соседа*, *журналист көршісін ұрды*."""
    rule = _DOING.get(sentence.language)
    return rule is not None and target.start <= match.end and rule(sentence, match, target)


def _russian_did(sentence: Sentence, match: Match, target: Target) -> bool:
    """A nominative right before a verb of the act that agrees with it."""
    verb = _WORD.search(sentence.text, target.end)
    if verb is None or verb.end() != match.end or sentence.text[target.end : verb.start()].strip():
        return False
    return morph.is_doing(_text(sentence, target), verb[0])


def _kazakh_did(sentence: Sentence, match: Match, target: Target) -> bool:
    """A nominative before an active verb that has an object of its own between them.

    A name behind the word tells its case (*журналист Айбек Нұровты*); who sues may stand far from the verb.
    """
    if match.end <= target.end or not _NOMINATIVE.search(_text(sentence, target).lower()):
        return False
    others = any(one.start < match.end for one in sentence.of("agents"))  # behind the act they only come to it
    if match.entry.code not in _SUITS and (others or match.last - target.last - 1 > NEAR):
        return False
    name = _APPOSED.match(sentence.text, target.end)
    start = name.end() if name else target.end
    if _ACTED_ON.search(sentence.text[target.end : start].lower()):
        return False
    if match.entry.code in _SUITS:
        return bool(_SUED.search(sentence.text[start : match.end].lower()))
    words = _WORD.findall(sentence.text[start : match.end].lower())
    return any(map(_OWN.search, words[:-1])) and not any(map(_PASSIVE.search, words))


def _russian(sentence: Sentence, match: Match, target: Target) -> bool:
    """*Журналист избит*; or a case that no noun and no word of telling before it asks for: *избили журналиста*."""
    act = _last_word(sentence.text[match.start : match.end])
    if match.last > target.last and morph.is_undergoing(_text(sentence, target), act):
        return True
    before = _last_word(sentence.text[: target.start])
    if morph.is_noun(before) or _TOLD["ru"].match(before.lower()):
        return False
    return morph.is_object(_text(sentence, target).split()[0])


def _kazakh(sentence: Sentence, match: Match, target: Target) -> bool:
    """Before the verb, in a case that is not of the one who does: or the nominative, before a passive verb."""
    if match.last < target.first:
        return False
    word, rest = _last_word(_text(sentence, target)).lower(), sentence.text[match.start :].lower()
    if _DATIVE.search(word) and _TOLD["kk"].search(rest):
        return False
    verb = _WORD.findall(rest)[match.last - match.first :][:1]
    is_passive = bool(verb and _PASSIVE.search(verb[0]))
    if _ACCUSATIVE.search(word):  # тілшіні ұрған азамат сотталды: the one who is sentenced is another
        return not is_passive
    return bool(_ACTED_ON.search(word)) or is_passive


def _english(sentence: Sentence, match: Match, target: Target) -> bool:
    """*Police detain a reporter*; *a reporter was detained*, *reporter detained in Taraz*."""
    if match.first < target.first:
        end = match.end if match.last < target.first else match.start + len(sentence.text[match.start :].split()[0])
        return bool(_OBJECT.fullmatch(sentence.text[end : target.start].lower()))
    act = sentence.text[match.start : match.end].lower()
    if _RECEIVES.search(sentence.text[target.end : match.start].lower()):
        return True
    between, after = sentence.text[target.end : match.start].lower(), sentence.text[match.end :].lower()
    return bool(_PARTICIPLE.search(act)) and bool(
        _AUXILIARY.search(f"{between} {act}") or (between.isspace() and ADVERBIAL.match(after))
    )


def _last_word(text: str) -> str:
    return next(reversed(_WORD.findall(text)), "")


def _text(sentence: Sentence, target: Target) -> str:
    return sentence.text[target.start : target.end]


_RULES: Final[Mapping[str, Callable[[Sentence, Match, Target], bool]]] = {
    "ru": _russian,
    "kk": _kazakh,
    "en": _english,
}

_TOLD: Final[Mapping[str, re.Pattern[str]]] = {
    "ru": re.compile(r"рассказ|сообщ|заяв|поясн|сказал|ответ|призна|объясн|уточн|напомн|подтверд"),
    "kk": re.compile(r"\b(?:айт|мәлімде|хабарла|түсіндір|деді|жауап бер)"),
}
"""Who is told of an act does not undergo it: *сообщили журналистам*, *тілшілерге айтты*."""

_DOING: Final[Mapping[str, Callable[[Sentence, Match, Target], bool]]] = {"ru": _russian_did, "kk": _kazakh_did}

_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")

_DATIVE: Final = re.compile(r"(?:[кқгғ][ае]|на|не)$")
_ACCUSATIVE: Final = re.compile(r"(?:[дтн][ыі]|с[ыі]н)$")
_ACTED_ON: Final = re.compile(r"(?:[дтн][ыі]|с[ыі]н|[дтн][ыі]ң|[кқгғ][ае]|на|не)$")
_NOMINATIVE: Final = re.compile(
    r"(?:журналис|тілші|блогер|редактор|оператор|репортер|корреспондент|фотограф)т?(?:тер|лер|лар)?$"
    r"|(?:журналис|блогер|редактор|оператор|репортер|корреспондент|фотограф)[ыі]$|тілшісі$"
)
_APPOSED: Final = re.compile(r"(?:\s[А-ЯЁӘҒҚҢӨҰҮҺІ][\w-]+)*")
_SUITS: Final = ("civil_case", "pretrial_claim")
_SUED: Final = re.compile(r"[дтн][ыі]\s(?:\S+\s)?сотқа\s")
"""Whom somebody takes to court: *министрлікті сотқа беріп*."""
_OWN: Final = re.compile(r"..(?:с[ыі]н|[дт][ыі]|(?<!кү)н[ыі])$")
_PASSIVE: Final = re.compile(r"..(?:[ыіоөуү]л|ал|ел|[ыі]н)(?:д[ыі]|ған|ген|[ыі]п|[ау]да|уде|ады|еді)$")

_OBJECT: Final = re.compile(r"\s+(?:(?:a|an|the|its|his|her|their|two|three|four|five|several|local|another)\s+){0,2}")
_PARTICIPLE: Final = re.compile(r"(?:ed|en|shot|hit|sued|barred|hurt|beat)\b")
_RECEIVES: Final = re.compile(r"\b(?:gets?|got|receiv(?:es|ed)|fac(?:es|ed|ing)|hit with|handed)\b")
_AUXILIARY: Final = re.compile(r"\b(?:was|were|is|are|been|being|gets?|got)\b")
ADVERBIAL: Final = re.compile(
    r"\W*(?:$|\.|,|(?:in|at|on|by|for|over|after|during|outside|near|while|from|with|to|as)\b)"
)
