"""Outlets and words for media workers in a reading, as targets: listed by the country pack, or told to be an outlet.

An outlet that no list knows is told by a word for its kind beside its name (the site Kok Tirek, газета «Хобда»), by
the last word of its name (Steppe TV), or as the place of somebody's work (a reporter for Southern Morning).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from kuzet.language.names import people, titles
from kuzet.language.reading import apposition, domains
from kuzet.language.reading.reading import OUTLET_KINDS, Reading, Sentence
from kuzet.language.values import numbers
from kuzet.language.vocabulary.lexicon import Match

NEAR: Final = 4
"""A word that makes an outlet the source of the news stands so many words away at most."""

_OPENING: Final = frozenset("«\"“„'‘")


class Target(Struct, frozen=True):
    """A place where a media worker or outlet is named.

    `what` is role, outlet (of the country pack; `code` is its id), unlisted (an outlet that no list knows; `code` is
    its kind) or person (`code` is the number in the cast).
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
            told = _names_outlet(sentence, match) or apposition.is_told_next(reading, sentence, match)
            listed = (sentence.number, match.start) not in sourced and told
            if listed and not _is_part(sentence, match):
                yield _target(sentence, match, "outlet")
        sites = [Target(sentence.number, *place, "unlisted", kind) for place, kind in domains.named(sentence)]
        unlisted = [one for one in _unlisted(sentence, reading.names) if not domains.overlaps(one, sites)]
        yield from sites
        if sentence.language == "kk":
            marks = sentence.of("sources")
            unlisted += _plain(sentence)
            unlisted = [one for one in unlisted if not any(_reports(sentence, mark, one) for mark in marks)]
            unlisted += _in_a_row(sentence, unlisted)
        yield from unlisted


def sourced(reading: Reading) -> frozenset[tuple[int, int]]:
    """Outlets that are only the source of the news, as (sentence, start)."""
    return frozenset(_sourced(reading))


def _sourced(reading: Reading) -> Iterator[tuple[int, int]]:
    for sentence in reading.sentences:
        marks = sentence.of("sources")
        for outlet in sentence.of("outlets"):
            if any(_reports(sentence, mark, outlet) for mark in marks) or _is_told(sentence, outlet):
                yield sentence.number, outlet.start


def _reports(sentence: Sentence, mark: Match, outlet: Match | Target) -> bool:
    if mark.entry.code == "before":
        return 0 < outlet.first - mark.last <= NEAR
    return 0 < mark.first - outlet.last <= NEAR and not apposition.is_passive(sentence, mark)


def _is_told(sentence: Sentence, outlet: Match) -> bool:
    """Whether a Kazakh sentence says that somebody told the outlet of it, or where it was printed.

    *Азаттыққа берген хатында*, *«Егемен» газетінде жарияланған*.
    """
    return sentence.language == "kk" and _TELLS.match(sentence.text, outlet.start) is not None


_TELLS: Final = re.compile(
    r"[^.!?]{2,40}?(?:[ғқгк][ае]\s(?:\S+\s){0,2}(?:айт|берген|сұхбат|тарқат|түсіндір|мәлімде|жолда|хабарла)"
    r"|[дтн][ае]\s(?:\S+\s){0,2}жариялан)"
)


def _target(sentence: Sentence, match: Match, what: str) -> Target:
    return Target(sentence.number, match.start, match.end, match.first, match.last, what, match.entry.code)


def _names_outlet(sentence: Sentence, match: Match) -> bool:
    """A name that is an ordinary word counts inside quotation marks, or away from the start of the sentence.

    A word for media workers or for a kind of outlet must stand in the sentence beside it: programmes and projects of
    every sort are called Жібек жолы or Власть too. A Kazakh name before the word for a square or street is that one's.
    """
    before = sentence.text[match.start - 1] if match.start else ""
    marks = (word for word in sentence.of("words") if word.entry.code == "address")
    if sentence.language == "kk" and any(word.first == match.last + 1 for word in marks):
        return False
    foreign = sentence.language == "kk" and sentence.text[match.start : match.end].isascii()
    told = bool(sentence.of("roles")) and (before in _OPENING or match.first > 0 or foreign)
    return match.entry.weight > 0 or told


_QUOTED: Final = r"[«“„\"](?P<quoted>[^«»“”„\"\n]{2,40})[»”“\"]"
_LATIN: Final = r"\b(?P<latin>(?:[A-Z][\w.'’-]*|TV)(?: [A-ZÀ-ÖØ-ÞĀ-ŽƏ][\w.'’-]*){0,4})"
_NAME: Final = re.compile(f"{_QUOTED}|{_LATIN}")
_UPPER: Final = "А-ЯЁӘҒҚҢӨҰҮҺІ"
_LOWER: Final = "а-яёәғқңөұүһі"
_PLAIN: Final = re.compile(
    rf"\b(?P<plain>[{_UPPER}][{_LOWER}]{{2,}}(?:[ -][{_UPPER}][{_LOWER}]{{2,}})?(?: [{_LOWER}]{{2,}}[ыі])?)"
    rf"(?= (?:[{_LOWER}]+[лдт][ыі][қк] )?(?:газет|сайт|портал|телеарна|телеканал|радио|апталығ|журнал)с?[ыі])"
)
"""A Kazakh name without quotation marks before the word for its kind: Халық үні газетінің."""
_SMALL: Final = re.compile(
    r"(?<![\w.@/])(?P<plain>[a-z][\w-]*(?:\.[a-z]{2,5}|(?: [a-z][\w-]*){0,2}))"
    r"(?= (?:(?:ақпараттық|жаңалықтар) )?(?:(?:Telegram|YouTube|Instagram|Facebook|TikTok)[ -])?"
    r"(?:сайт|портал|арна|канал|парақша|паблик|агентті))"
)
"""A name in small Latin letters before the word for its kind: qala.kz сайтының, qala news Telegram-каналының."""
_WORKS: Final = re.compile(r" (?:of|for|at|with|from|to) (?:the )?$")
"""What stands between a word for a media worker and the outlet, in English."""

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
    listed = sentence.of("outlets", "ngos", "places")
    done = -1
    for found in _NAME.finditer(sentence.text) if roles or titles.stands(sentence.flat) else ():
        start, end = _bounds(sentence, found)
        if start < done or end <= start or _is_no_outlet(sentence, start, end):
            continue
        called = apposition.is_called(sentence, roles, (found.start(), start, end), names)
        whole = (start, end) if called else None
        by_kind = _is_named_by_kind(sentence, roles, found)
        other = [one for one in listed if not (by_kind and one.entry.table == "places")]
        if any(one.start < end and start < one.end and not _is_part(sentence, one, whole) for one in other):
            continue
        kind = _kind(sentence, roles, (found.start(), found.end()), sentence.text[start:end])
        if kind and (whole or by_kind or not _is_person(sentence, (start, end), names)):
            first = len(sentence.flat[:start].split())
            last = first + max(len(sentence.flat[start:end].split()) - 1, 0)
            yield Target(sentence.number, start, end, first, last, "unlisted", kind)
            done = end


def _plain(sentence: Sentence) -> Iterator[Target]:
    """Names without quotation marks; at the beginning of a sentence one word in a capital says nothing."""
    listed = sentence.of("outlets", "ngos", "places")
    for found in (*_PLAIN.finditer(sentence.text), *_SMALL.finditer(sentence.text)):
        end = found.end("plain")
        start = _plain_start(found)
        words = sentence.text[start:end].split()
        one_of_list = any(one.start <= start and end <= one.end for one in listed)
        begins = (start == 0 and not titles.kind(found["plain"])) or _STANDS_IN.search(found["plain"]) is not None
        if not words or one_of_list or begins or words[0].lower() in people.not_names("kk"):
            continue
        kind = next((one for one in sentence.of("roles") if end < one.start and one.entry.code in OUTLET_KINDS), None)
        if kind is not None and not any(_is_all(one, start, end) for one in sentence.mentions if one.sure):
            first = len(sentence.flat[:start].split())
            yield Target(sentence.number, start, end, first, first + len(words) - 1, "unlisted", kind.entry.code)


def _plain_start(found: re.Match[str]) -> int:
    """Where the name begins: behind a word with an ending (Шымкентте, Омаровтың) or the first of the sentence."""
    start, end = found.span("plain")
    first, _, rest = found["plain"].partition(" ")
    inflected = _INFLECTED.search(first) is not None
    if inflected or (start == 0 and rest[:1].isupper()):
        return start + len(first) + 1 if rest[:1].isupper() else end
    return start


_STANDS_IN: Final = re.compile(r"(?:[дт]ағы|[дт]егі)$")
"""A word for where a site is, behind somebody's name: *Омаров шетелдегі сайтында*."""

_INFLECTED: Final = re.compile(r"(?:[ндт][ыі]ң|[дт][ае](?:[гғ][ыі])?|[дт][ае]н)$")


def _is_all(mention: people.Mention, start: int, end: int) -> bool:
    return mention.start <= start and end <= mention.end


def _in_a_row(sentence: Sentence, named: list[Target]) -> Iterator[Target]:
    """Names before one that is told to be an outlet's, with a comma or *and* between: «Өркен» мен «Дала» газеттері."""
    next_ones = {one.start: "media_company" for one in sentence.of("outlets") if _names_outlet(sentence, one)}
    next_ones |= {one.start: one.code for one in named}
    known = [(one.start, one.end) for one in sentence.of("outlets", "ngos", "places")]
    known += [(one.start, one.end) for one in named]
    for found in reversed(list(_NAME.finditer(sentence.text)) if next_ones else []):
        start, end = _bounds(sentence, found)
        row = _ROW.match(sentence.text, end)
        kind = next_ones.get(row.end(), "") if row else ""
        taken = any(first < end and start < last for first, last in known)
        if kind and not taken and end > start and not _is_no_outlet(sentence, start, end):
            first = len(sentence.flat[:start].split())
            last = first + max(len(sentence.flat[start:end].split()) - 1, 0)
            next_ones[start] = kind
            yield Target(sentence.number, start, end, first, last, "unlisted", kind)


_ROW: Final = re.compile(r"[»”\"]?(?:,|\s(?:және|мен|пен|бен))\s(?:[а-яәғқңөұүһі]+\s)?[«“„\"]?")


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
    if sentence.language == "en" and _is_quoted(sentence, start) and titles.is_speech(name):
        return True
    if len(words) == 1:
        number = numbers.value_of(words[0], sentence.language) if words[0].isalpha() else None
        plain = words[0] in people.not_names(sentence.language) and not _is_quoted(sentence, start)
        return words[0].partition("-")[0] in PLATFORMS or number is not None or plain or len(name) < 3
    return False


def _is_person(sentence: Sentence, span: tuple[int, int], names: people.NameData) -> bool:
    """Whether a given name begins the words: no outlet does, unless it is called after somebody."""
    within = (one for one in sentence.mentions if one.start < span[1] and span[0] < one.end)
    if sentence.language == "kk":  # «Жайық пресс»: Жайық is a man's name as well
        within = (one for one in within if one.end >= span[1])
    return any(people.known(one.words[0], sentence.language, names) is not None for one in within)


def _is_said(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the quotation is what somebody says in Kazakh: it begins with a small letter, or *деп* follows."""
    small = _is_quoted(sentence, start) and sentence.text[start].islower() and _CAPITAL.search(sentence.text)
    return bool(small) or _SAYS.match(sentence.text, end) is not None


_CAPITAL: Final = re.compile("[А-ЯЁӘҒҚҢӨҰҮҺІ]")
_SAYS: Final = re.compile(r"[.!?,]?[»”\"][,\s–—-]*(?:деп|дейді|деді|депті|дегенді|дегенін)\b")


_ABOUT: Final = frozenset(["о", "об", "on", "about"])
"""Laws and articles are called so."""


def _is_quoted(sentence: Sentence, start: int) -> bool:
    return start > 0 and sentence.text[start - 1] in _OPENING


def _kind(sentence: Sentence, roles: list[Match], whole: tuple[int, int], name: str) -> str:
    """The kind of outlet that the words around a name or its own last word tell; '' where nothing does."""
    kinds = [match for match in roles if match.entry.weight != 1 and match.entry.code in OUTLET_KINDS]
    beside = next((match.entry.code for match in kinds if _touches(sentence, match, *whole)), "")
    if beside or (beside := apposition.kind(sentence, kinds, whole)):
        return beside
    title = titles.kind(name)
    if title and (len(name.split()) > 1 or _is_quoted(sentence, whole[0] + 1)):
        return title
    workers = [match for match in roles if match.entry.weight == 1]
    if any(_employs(sentence, match, whole) for match in workers):
        return "media_company"
    if _DOMAIN.search(name) and any(_is_near(sentence, match, whole) for match in roles if match.entry.weight > 0):
        return "online_media"
    works = any(_WORKS.fullmatch(sentence.text[match.end : whole[0]]) for match in workers)
    several = len(name.split()) > 1 or "." in name.strip(".")
    return "media_company" if works and sentence.language == "en" and several else ""


_DOMAIN: Final = re.compile(
    r"\w\.(?:kz|kg|uz|tj|tm|ru|by|ua|com|org|net|info|media|news|press|live|asia|today)$", re.IGNORECASE
)


def _is_near(sentence: Sentence, role: Match, whole: tuple[int, int]) -> bool:
    """Whether at most three words part a word for media workers from a name: firms have sites too."""
    between = sentence.text[role.end : whole[0]] if role.end <= whole[0] else sentence.text[whole[1] : role.start]
    return len(between.split()) <= NEAR - 1 and not _STOP.search(between)


_STOP: Final = re.compile(r"[.,;:()]")


def _employs(sentence: Sentence, worker: Match, whole: tuple[int, int]) -> bool:
    """Whether a quoted name has the word for its worker beside it.

    In Kazakh behind it («Хабаршы» тілшісі, «Орал таңының» бас редакторы), in Russian before (ведущая «Наш край»).
    """
    if sentence.text[whole[0]] not in _OPENING:
        return False
    if sentence.language == "ru":
        return worker.end <= whole[0] and sentence.text[worker.end : whole[0]].isspace()
    if worker.start < whole[1] or sentence.language != "kk":
        return False
    possessed = _POSSESSED.search(sentence.flat[: worker.end]) is not None
    return possessed and sentence.text[whole[1] : worker.start] in _STAFF


_POSSESSED: Final = re.compile(r"(?:с[ыи]|[рстлнгф][ыи])(?:н|н[ае]|н[ыи]н|н[ае]н|нд[ае]|мен)?$")
_STAFF: Final = (" ", " бас ", " аға ", " бұрынғы ", " штаттан тыс ", " жас ")


def _touches(sentence: Sentence, match: Match, start: int, end: int) -> bool:
    """Whether a word for a kind of outlet stands beside a name, with one small word in between at most.

    In Kazakh the kind follows its name («Сыр бойы» облыстық газеті); of one before the name nothing parts it.
    """
    between = sentence.text[match.end : start] if match.end <= start else sentence.text[end : match.start]
    if sentence.language == "kk" and match.end <= start:
        return match.entry.code != "media_company" and not between.strip(' «“„"')
    if match.end <= start and match.entry.code == "media_company" and _OF.fullmatch(between):
        return True
    return (match.end <= start or end <= match.start) and _BESIDE.fullmatch(between) is not None


def _is_named_by_kind(sentence: Sentence, roles: list[Match], found: re.Match[str]) -> bool:
    """Whether a quoted name has the word for its kind beside it: then it may be called after somebody or a place."""
    if found["quoted"] is None or sentence.language != "kk":
        return False
    kinds = (match for match in roles if match.entry.weight != 1 and match.entry.code in OUTLET_KINDS)
    return any(_touches(sentence, match, found.start(), found.end()) for match in kinds)


_BESIDE: Final = re.compile(r"[\s»”\"«“„-]{0,3}(?:[а-яёәғқңөұүһі]{3,14}[\s«“„]{1,2})?")
_OF: Final = re.compile(r"\s(?:of\s(?:the\s)?|called\s|named\s)[“\"]?")
"""Between the newsroom and its outlet in English; a site or a page is of anybody."""


def _is_part(sentence: Sentence, match: Match, whole: tuple[int, int] | None = None) -> bool:
    """Whether a listed name is only a part of a longer one: of `whole`, or of one in quotation marks (Рудный Алтай 24).

    In quotation marks it is the beginning; a place may stand anywhere there: «Спутник Арал», «Голос Экибастуза».
    """
    if whole is not None and whole[0] <= match.start and match.end <= whole[1] and whole != (match.start, match.end):
        return True
    if apposition.goes_on(sentence, match):
        return True
    plain = _PLAIN.finditer(sentence.text) if sentence.language == "kk" else ()
    if any(_plain_start(one) == match.start and match.end < one.end("plain") for one in plain):
        return True
    anywhere = match.entry.table == "places" and sentence.language != "en"
    for found in re.finditer(_QUOTED, sentence.text):
        start, end = found.span("quoted")
        if (start == match.start or (anywhere and start < match.start)) and match.end <= end:
            return len(sentence.flat[start:end].split()) > match.last - match.first + 1
    return False
