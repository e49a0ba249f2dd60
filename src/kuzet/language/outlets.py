"""Outlets and words for media workers in a reading, as targets: listed by the country pack, or told to be an outlet.

An outlet that no list knows is told by a word for its kind beside its name (the site Kok Tirek, газета «Хобда»), by
the last word of its name (Steppe TV), or as the place of somebody's work (a reporter for Southern Morning).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from kuzet.language import numbers, people
from kuzet.language.lexicon import Match
from kuzet.language.reading import OUTLET_KINDS, Reading, Sentence, titles

NEAR: Final = 4
"""A word that makes an outlet the source of the news stands so many words away at most."""

_OPENING: Final = frozenset("«\"“„'‘")


class Target(Struct, frozen=True):
    """A place where a media worker or outlet is named.

    `what` is role, outlet (of the country pack; `code` is its id), unlisted (an outlet that no list knows; `code` is
    its kind), person (`code` is the number in the cast) or self (the author of a text in the first person).
    """

    sentence: int
    start: int
    end: int
    first: int
    last: int
    what: str
    code: str


def named(reading: Reading, sourced: frozenset[tuple[int, int]]) -> Iterator[Target]:
    """Words for media workers, and outlets that are not only the source of the news."""
    for sentence in reading.sentences:
        for match in sentence.of("roles"):
            if match.entry.weight > 0:
                yield _target(sentence, match, "role")
        for match in sentence.of("outlets"):
            listed = (sentence.number, match.start) not in sourced and _names_outlet(sentence, match)
            if listed and not _is_part(sentence, match, reading.names):
                yield _target(sentence, match, "outlet")
        yield from _unlisted(sentence, reading.names)


def sourced(reading: Reading) -> frozenset[tuple[int, int]]:
    """Outlets that are only the source of the news, as (sentence, start)."""
    return frozenset(_sourced(reading))


def _sourced(reading: Reading) -> Iterator[tuple[int, int]]:
    for sentence in reading.sentences:
        marks = sentence.of("sources")
        for outlet in sentence.of("outlets"):
            if any(_reports(mark, outlet) for mark in marks):
                yield sentence.number, outlet.start


def _reports(mark: Match, outlet: Match) -> bool:
    if mark.entry.code == "before":
        return 0 < outlet.first - mark.last <= NEAR
    return 0 < mark.first - outlet.last <= NEAR


def _target(sentence: Sentence, match: Match, what: str) -> Target:
    return Target(sentence.number, match.start, match.end, match.first, match.last, what, match.entry.code)


def _names_outlet(sentence: Sentence, match: Match) -> bool:
    """A name that is an ordinary word counts inside quotation marks, or away from the start of the sentence.

    A word for media workers or for a kind of outlet must stand in the sentence beside it: programmes and projects of
    every sort are called Жібек жолы or Власть too.
    """
    before = sentence.text[match.start - 1] if match.start else ""
    told = bool(sentence.of("roles")) and (before in _OPENING or match.first > 0)
    return match.entry.weight > 0 or told


_QUOTED: Final = r"[«“„\"](?P<quoted>[^«»“”„\"\n]{2,40})[»”“\"]"
_LATIN: Final = r"\b(?P<latin>(?:[A-Z][\w.'’-]*|TV)(?: [A-Z][\w.'’-]*){0,4})"
_NAME: Final = re.compile(f"{_QUOTED}|{_LATIN}")
_WORKS: Final = re.compile(r" (?:of|for|at|with|from) (?:the )?$")
"""What stands between a word for a media worker and the outlet, in English."""

PLATFORMS: Final = frozenset(
    ["youtube", "telegram", "instagram", "facebook", "tiktok", "whatsapp", "twitter", "viber", "vk", "google", "meta"]
)
"""Where everybody has a channel: no outlet is called so."""


def _unlisted(sentence: Sentence, names: people.NameData) -> Iterator[Target]:
    """Outlets that no list knows: a name in quotation marks or Latin capitals that something tells to be an outlet."""
    roles = sentence.of("roles")
    before: tuple[int, str] = (-1, "")
    for found in _NAME.finditer(sentence.text) if roles or _has_title(sentence) else ():
        start, end = _bounds(sentence, found)
        if start < before[0] or end <= start or not _may_be_outlet(sentence, (start, end), names):
            continue
        kind = _kind(sentence, roles, found.span(), names)
        kind = kind or (before[1] if _LISTED.fullmatch(sentence.text, before[0], found.start()) else "")
        if kind:
            first = len(sentence.flat[:start].split())
            last = first + max(len(sentence.flat[start:end].split()) - 1, 0)
            yield Target(sentence.number, start, end, first, last, "unlisted", kind)
            before = (end, kind)


_LISTED: Final = re.compile(r"[»”\"]?(?:,| и| және| мен| пен| and|, and)? ")
"""What stands between the names of outlets in a row: the kind told of the first is that of the others."""


def _may_be_outlet(sentence: Sentence, span: tuple[int, int], names: people.NameData) -> bool:
    """Whether the words may be an outlet's name; a listed outlet or place stands in it only as a part of it."""
    if _is_no_outlet(sentence, *span):
        return False
    listed = (one for one in sentence.of("outlets", "ngos", "places") if one.start < span[1] and span[0] < one.end)
    return all(_is_within(one, span) or _is_part(sentence, one, names) for one in listed)


def _is_within(place: Match, span: tuple[int, int]) -> bool:
    """Whether a place is a part of a longer name: Голос Семея, Ural Morning."""
    inside = span[0] <= place.start and place.end <= span[1]
    return place.entry.table == "places" and inside and (place.start, place.end) != span


def _bounds(sentence: Sentence, found: re.Match[str]) -> tuple[int, int]:
    """The name without an article before it or a sign after it."""
    start, end = found.span("quoted" if found["quoted"] else "latin")
    if sentence.text.startswith(("The ", "A "), start) and end - start > 4:
        start = sentence.text.index(" ", start) + 1
    while end > start and sentence.text[end - 1] in ".,'’-":
        end -= 1
    return start, end - 2 if sentence.text[start:end].endswith(("'s", "’s")) else end


def _is_no_outlet(sentence: Sentence, start: int, end: int) -> bool:
    """White space, a platform, a law, a number, or a word that texts write with a capital although it is no name."""
    name = sentence.text[start:end]
    words = name.lower().split()
    if not words or words[0] in _ABOUT or (name.isupper() and len(words) > 1):
        return True
    if len(words) == 1 and _ORIGIN.fullmatch(name) and not _is_quoted(sentence, start):
        return True
    if len(words) == 1:
        number = numbers.value_of(words[0], sentence.language) if words[0].isalpha() else None
        plain = words[0] in people.not_names(sentence.language) and not _is_quoted(sentence, start)
        return words[0] in PLATFORMS or number is not None or plain or len(name) < 3
    return False


_ORIGIN: Final = re.compile(r"[A-Z]\w+(?:-[a-z]+|ian|ish|ese)")
"""Berlin-registered, Ukrainian: they stand before a word for an outlet and are no name."""


def _is_person(sentence: Sentence, span: tuple[int, int], names: people.NameData) -> bool:
    """Whether a given name begins the words: no outlet does, unless it is called after somebody."""
    within = (one for one in sentence.mentions if one.start < span[1] and span[0] < one.end)
    return any(people.known(one.words[0], sentence.language, names) is not None for one in within)


_ABOUT: Final = frozenset(["о", "об", "on", "about"])
"""Laws and articles are called so."""


def _is_quoted(sentence: Sentence, start: int) -> bool:
    return start > 0 and sentence.text[start - 1] in _OPENING


def _kind(sentence: Sentence, roles: list[Match], whole: tuple[int, int], names: people.NameData) -> str:
    """The kind of outlet that the words around a name or its own last word tell; '' where nothing does.

    Who is called as people are (редактор газеты Марат Оразалиев) is none, unless the name stands in quotation marks,
    has the last word of an outlet's or stands, in English, right behind the word for its kind.
    """
    start, end = whole
    quoted = _is_quoted(sentence, start + 1)
    name = sentence.text[start + quoted : end - quoted]
    title = titles().get(re.split(r"[\s-]", name.lower())[-1], "")
    if title and (len(name.split()) > 1 or quoted):
        return _beside(sentence, roles, whole) or title
    kind = _beside(sentence, roles, whole)
    told = kind and (quoted or (sentence.language == "en" and _follows(sentence, roles, start)))
    if _is_person(sentence, whole, names) and not told:
        return ""
    return kind or ("media_company" if _employs(sentence, roles, whole, name) else "")


def _beside(sentence: Sentence, roles: list[Match], whole: tuple[int, int]) -> str:
    kinds = [match for match in roles if match.entry.weight != 1 and match.entry.code in OUTLET_KINDS]
    touching = (match.entry.code for match in kinds if _touches(sentence, match, *whole))
    apposed = (match.entry.code for match in kinds if _APPOSED.fullmatch(sentence.text, match.end, whole[0]))
    return next(touching, "") or (next(apposed, "") if sentence.text[whole[1] : whole[1] + 1] == "," else "")


_APPOSED: Final = re.compile(r"[^\W\d_]{0,3}(?: [^\s,.;]+){0,3}, ")
"""What stands between a word for a kind of outlet and its name in commas: the newspaper in Zhezkazgan, Ulytau Shamy,"""


def _follows(sentence: Sentence, roles: list[Match], start: int) -> bool:
    kinds = (match for match in roles if match.entry.weight != 1 and match.entry.code in OUTLET_KINDS)
    return any(sentence.text[match.end : start] == " " for match in kinds)


def _employs(sentence: Sentence, roles: list[Match], whole: tuple[int, int], name: str) -> bool:
    """Whether a word for a media worker before the name makes it the place of work: корреспондент «Хобды»."""
    workers = [match for match in roles if match.entry.weight == 1]
    if sentence.language == "en":
        return len(name.split()) > 1 and any(_WORKS.fullmatch(sentence.text[one.end : whole[0]]) for one in workers)
    quoted = sentence.language == "ru" and _is_quoted(sentence, whole[0] + 1) and name[0].isupper()
    return quoted and any(_CASE.fullmatch(sentence.text[one.end : whole[0]]) for one in workers)


_CASE: Final = re.compile(r"[^\W\d_]{0,3} ")
"""What stands between the stem of a Russian word for a media worker and the name in quotation marks."""


def _touches(sentence: Sentence, match: Match, start: int, end: int) -> bool:
    """Whether a word for a kind of outlet stands beside a name, with one small word in between at most."""
    between = sentence.text[match.end : start] if match.end <= start else sentence.text[end : match.start]
    return (match.end <= start or end <= match.start) and _BESIDE.fullmatch(between) is not None


_BESIDE: Final = re.compile(r"[\s»”\"«“„-]{0,3}(?:[а-яёәғқңөұүһі]{3,14}[\s«“„]{1,2})?")


def _is_part(sentence: Sentence, match: Match, names: people.NameData) -> bool:
    """Whether a listed name is only a part of a longer one: «Рудный Алтай 24», «Радио Туран», Arna Plus."""
    for found in re.finditer(_QUOTED, sentence.text):
        start, end = found.span("quoted")
        if start <= match.start and match.end <= end:
            begins = start == match.start or sentence.text[start:end].istitle()
            return begins and len(sentence.flat[start:end].split()) > match.last - match.first + 1
    return match.entry.table == "outlets" and _goes_on(sentence, match, names)


def _goes_on(sentence: Sentence, match: Match, names: people.NameData) -> bool:
    """Whether a word in Latin capitals follows a listed outlet that is no person, no role and no place of its own."""
    after = _NEXT.match(sentence.text, match.end)
    if after is None or not sentence.text[match.start].isupper() or not sentence.text[match.start].isascii():
        return False
    word = after["word"]
    told = any(one.start <= after.start("word") < one.end for one in sentence.of("roles", "agents", "officials"))
    known = people.known(word, "en", names) is not None or word.lower() in people.not_names("en")
    return not told and not known and not word.endswith(("'s", "’s"))


_NEXT: Final = re.compile(r" (?P<word>[A-Z][a-z][\w'’-]+)")


def _has_title(sentence: Sentence) -> bool:
    return any(word in titles() for word in sentence.flat.split())
