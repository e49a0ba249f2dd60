"""Outlets and words for media workers in a reading, as targets: listed by the country pack, or told to be an outlet.

An outlet that no list knows is told by a word for its kind beside its name (the site Kok Tirek, газета «Хобда»), by
the last word of its name (Steppe TV), or as the place of somebody's work (a reporter for Southern Morning).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from kuzet.language import numbers, outlet_kinds, people, titles
from kuzet.language.lexicon import Match
from kuzet.language.reading import Reading, Sentence

NEAR: Final = 4
"""A word that makes an outlet the source of the news stands so many words away at most."""


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
    told = bool(sentence.of("roles")) and (before in outlet_kinds.OPENING or match.first > 0)
    return match.entry.weight > 0 or told


_QUOTED: Final = r"[«“„\"](?P<quoted>[^«»“”„\"\n]{2,40})[»”“\"]"
_LATIN: Final = r"\b(?P<latin>(?:[A-Z][\w.'’-]*|TV)(?: [A-Z][\w.'’-]*){0,4})"
_NAME: Final = re.compile(f"{_QUOTED}|{_LATIN}")
PLATFORMS: Final = frozenset(
    [
        "youtube",
        "telegram",
        "instagram",
        "facebook",
        "tiktok",
        "whatsapp",
        "twitter",
        "viber",
        "vk",
        "google",
        "meta",
        "signal",
        "gmail",
        "zoom",
        "ddos",
    ]
)
"""Where everybody has a channel: no outlet is called so."""


def _unlisted(sentence: Sentence, names: people.NameData) -> Iterator[Target]:
    """Outlets that no list knows: a name in quotation marks or Latin capitals that something tells to be an outlet."""
    roles = sentence.of("roles")
    before: tuple[int, str] = (-1, "")
    for found in _NAME.finditer(sentence.text) if roles or titles.stands(sentence.flat) else ():
        start, end = _bounds(sentence, found)
        if start < before[0] or end <= start or not _may_be_outlet(sentence, (start, end), names):
            continue
        kind = outlet_kinds.of(sentence, found, sentence.text[start:end], names)
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
    case = _CASE.search(sentence.text, start, end) if found["latin"] else None
    end = case.start() if case is not None else end
    while end > start and sentence.text[end - 1] in ".,'’-":
        end -= 1
    return start, end - 2 if sentence.text[start:end].endswith(("'s", "’s")) else end


_CASE: Final = re.compile(r"-[а-яёәғқңөұүһі]+$")
"""A Kazakh or Russian ending, or the word for the kind, behind a Latin name: Orda.kz-те, TikTok-арнасы."""


def _is_no_outlet(sentence: Sentence, start: int, end: int) -> bool:
    """White space, a platform, a law, a number, or a word that texts write with a capital although it is no name."""
    name = sentence.text[start:end]
    words = name.lower().split()
    if not words or words[0] in _ABOUT or (name.isupper() and len(words) > 1):
        return True
    if sentence.language == "kk" and _is_said(sentence, start, end):
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


def _is_said(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the quotation is what somebody says in Kazakh: it begins with a small letter, or *деп* follows."""
    small = _is_quoted(sentence, start) and sentence.text[start].islower() and _CAPITAL.search(sentence.text)
    return bool(small) or _SAYS.match(sentence.text, end) is not None


_CAPITAL: Final = re.compile("[А-ЯЁӘҒҚҢӨҰҮҺІ]")
_SAYS: Final = re.compile(r"[.!?,]?[»”\"][,\s–—-]*(?:деп|дейді|деді|депті|дегенді|дегенін)\b")


_ABOUT: Final = frozenset(["о", "об", "on", "about"])
"""Laws and articles are called so."""


def _is_quoted(sentence: Sentence, start: int) -> bool:
    return start > 0 and sentence.text[start - 1] in outlet_kinds.OPENING


def _is_part(sentence: Sentence, match: Match, names: people.NameData) -> bool:
    """Whether a listed name is only a part of a longer one: «Рудный Алтай 24», «Радио Туран», Arna Plus."""
    for found in re.finditer(_QUOTED, sentence.text):
        start, end = found.span("quoted")
        if match.end <= end and (start == match.start or (start < match.start and _may_end(sentence, match, found))):
            return len(sentence.flat[start:end].split()) > match.last - match.first + 1
        if sentence.language != "kk" and start <= match.start and match.end <= end:
            return False
    return sentence.language != "kk" and match.entry.table == "outlets" and _goes_on(sentence, match, names)


def _may_end(sentence: Sentence, match: Match, found: re.Match[str]) -> bool:
    """Whether a listed name may stand inside a quoted one: in Kazakh a place («Шу-Мерке хабары»), else in capitals."""
    return match.entry.table == "places" if sentence.language == "kk" else found["quoted"].istitle()


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
