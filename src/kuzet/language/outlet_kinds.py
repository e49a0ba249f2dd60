"""What tells that a name is an outlet's, and of which kind: words beside it, its own last word, who works there."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from kuzet.language import people, titles
from kuzet.language.lexicon import Match
from kuzet.language.reading import OUTLET_KINDS, Sentence

OPENING: Final = frozenset("«\"“„'‘")
"""Signs that open a quotation or a name."""


def of(sentence: Sentence, found: re.Match[str], name: str, names: people.NameData) -> str:
    """The kind of outlet that the words around a name or its own last word tell; '' where nothing does.

    Who is called as people are (редактор газеты Марат Оразалиев) is none, unless the name stands in quotation marks
    beside a word for its kind, has in Russian or English the last word of an outlet's, or stands in English right
    behind the word for its kind. `found` has a group `quoted` where quotation marks are around the name.
    """
    whole, quoted = found.span(), found["quoted"] is not None
    kind = _beside(sentence, whole)
    if kind and (quoted or (sentence.language == "en" and _follows(sentence, whole[0]))):
        return kind
    if sentence.language == "kk" and quoted and _PAGE.match(sentence.text, whole[1]):
        return "online_media"
    title = titles.kind(name) if quoted or len(name.split()) > 1 else ""
    if title and sentence.language != "kk":
        return kind or title
    if _is_person(sentence, whole, names):
        return ""
    return kind or title or ("media_company" if _employs(sentence, found, name) else "")


_PAGE: Final = re.compile(r" (?:\w+ )?(?:парақша|паблик)")
"""What makes a quoted name that of a page, which is no outlet of a kind."""


def _is_person(sentence: Sentence, span: tuple[int, int], names: people.NameData) -> bool:
    """Whether a given name begins the words: no outlet does, unless it is called after somebody."""
    within = (one for one in sentence.mentions if one.start < span[1] and span[0] < one.end)
    return any(people.known(one.words[0], sentence.language, names) is not None for one in within)


def _kinds(sentence: Sentence) -> list[Match]:
    """The words for kinds of outlets."""
    return [one for one in sentence.of("roles") if one.entry.weight != 1 and one.entry.code in OUTLET_KINDS]


def _beside(sentence: Sentence, whole: tuple[int, int]) -> str:
    kinds = _kinds(sentence)
    touching = next((match.entry.code for match in kinds if _touches(sentence, match, *whole)), "")
    if touching or sentence.language == "kk" or sentence.text[whole[1] : whole[1] + 1] != ",":
        return touching
    apposed = (match.entry.code for match in kinds if _APPOSED.fullmatch(sentence.text, match.end, whole[0]))
    return next(apposed, "")


_APPOSED: Final = re.compile(r"[^\W\d_]{0,3}(?: [^\s,.;]+){0,3}, ")
"""What stands between a word for a kind of outlet and its name in commas: the newspaper in Zhezkazgan, Ulytau Shamy,"""


def _touches(sentence: Sentence, match: Match, start: int, end: int) -> bool:
    """Whether a word for a kind of outlet stands beside a name, with one small word in between at most.

    In Kazakh the kind follows its name («Сыр бойы» облыстық газеті); of one before the name nothing parts it.
    """
    between = sentence.text[match.end : start] if match.end <= start else sentence.text[end : match.start]
    if sentence.language == "kk" and match.end <= start:
        return not between.strip(' «“„"')
    return (match.end <= start or end <= match.start) and _BESIDE.fullmatch(between) is not None


_BESIDE: Final = re.compile(r"[\s»”\"«“„-]{0,3}(?:[а-яёәғқңөұүһі]{3,14}[\s«“„]{1,2})?")


def _follows(sentence: Sentence, start: int) -> bool:
    return any(sentence.text[match.end : start] == " " for match in _kinds(sentence))


def _employs(sentence: Sentence, found: re.Match[str], name: str) -> bool:
    """Whether a word for a media worker beside the name makes it the place of work."""
    workers = [match for match in sentence.of("roles") if match.entry.weight == 1]
    return _EMPLOYS[sentence.language](sentence, workers, found, name) if sentence.language in _EMPLOYS else False


def _employs_in_kazakh(sentence: Sentence, workers: Iterable[Match], found: re.Match[str], _: str) -> bool:
    """A quoted name with the word for its worker behind it: «Хабаршы» тілшісі, «Орал таңының» бас редакторы."""
    start, end = found.span()
    return sentence.text[start] in OPENING and any(
        _POSSESSED.search(sentence.flat[: one.end]) is not None and sentence.text[end : one.start] in _STAFF
        for one in workers
        if one.start >= end
    )


_POSSESSED: Final = re.compile(r"(?:с[ыи]|[рстлнгф][ыи])(?:н|н[ае]|н[ыи]н|н[ае]н|нд[ае]|мен)?$")
_STAFF: Final = (" ", " бас ", " аға ", " бұрынғы ", " штаттан тыс ", " жас ")


def _employs_in_russian(sentence: Sentence, workers: Iterable[Match], found: re.Match[str], name: str) -> bool:
    """A quoted name with a capital behind the word for the worker: корреспондент «Хобды»."""
    quoted = found["quoted"] is not None and name[0].isupper()
    return quoted and any(_ENDING.fullmatch(sentence.text[one.end : found.start()]) for one in workers)


_ENDING: Final = re.compile(r"[^\W\d_]{0,3} ")
"""What stands between the stem of a Russian word for a media worker and the name in quotation marks."""


def _employs_in_english(sentence: Sentence, workers: Iterable[Match], found: re.Match[str], name: str) -> bool:
    """A name of several words behind the word for the worker: a reporter for Southern Morning."""
    several = len(name.split()) > 1
    return several and any(_WORKS.fullmatch(sentence.text[one.end : found.start()]) for one in workers)


_WORKS: Final = re.compile(r" (?:of|for|at|with|from) (?:the )?$")
"""What stands between a word for a media worker and the outlet, in English."""

_EMPLOYS: Final = {"kk": _employs_in_kazakh, "ru": _employs_in_russian, "en": _employs_in_english}
