"""Heads of an outlet who only comment: the editor who says what happened to the site or to a reporter was not hit.

*«Мы каждое слово подтвердим», — сказал главный редактор*, *editor Ann Lee links it to an article*, *бас редактор мұны
мақаламен байланыстырады*. Whoever is named otherwise anywhere in the text may have been hit all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from kuzet.language.names.people import Mention
from kuzet.language.reading.cast import Person, Seen
from kuzet.language.reading.reading import Sentence
from kuzet.language.text import tables
from kuzet.language.vocabulary.lexicon import Match
from kuzet.observatory.encode.material import Material

HEADS: Final = frozenset(("editor", "editor_in_chief", "media_manager", "media_owner"))
"""Roles of those who speak for an outlet."""

OF_OUTLET: Final = frozenset(
    ("bot_attack", "closure_blocking_of_media", "ddos_hacker_attack", "economic_pressure", "pretrial_claim")
)
"""Methods that hit an outlet as a whole: then it is the target, not who speaks for it."""

ACCESS: Final = "illegal_impediments_denial_of_access"
"""Who is kept out with others may be an editor, and tells it for all of them."""

ANYBODYS: Final = frozenset(("pressure_via_relatives", "pressure_on_sources"))
"""Methods that are told by the one whom they are meant for."""


def without_comments(media: list[Person], material: Material, main: str, outlet: bool) -> list[Person]:
    """The media workers without the heads who only comment, where somebody else or an `outlet` remains as target."""
    if main in ANYBODYS:
        return media
    speakers = [one for one in media if set(one.roles) <= HEADS and _only_comments(one, material)]
    others = [one for one in media if one not in speakers]
    person = main != ACCESS and any(not set(one.roles) & HEADS for one in others)
    return others if person or (outlet and main in OF_OUTLET) else media


def are_all(material: Material) -> bool:
    """Whether every media worker who is named is a head who only comments: then whom the act hit is told otherwise."""
    media = [one for one in material.scene.cast.people if one.is_media]
    return bool(media) and all(set(one.roles) <= HEADS and _only_comments(one, material) for one in media)


PERSONAL: Final = frozenset(
    (
        "abduction",
        "attempted_murder",
        "beating_fatal",
        "death_in_custody",
        "deportation_expulsion",
        "disappearance",
        "murder",
        "punitive_psychiatry_fatal",
        "punitive_psychiatry_non_fatal",
        "sudden_unexplained_death",
        "suicide",
        "travel_ban",
    )
)
"""Methods that are done to a person alone: the outlet is only where the person works."""


def is_of_one_person(material: Material, main: str) -> bool:
    """Whether a method is done to people alone, and nothing is told that hit their outlet besides."""
    hit = (one.points for method, one in material.told.items() if method in (*OF_OUTLET, "search", ACCESS))
    return main in PERSONAL and max(hit, default=0.0) < SURE


SURE: Final = 2.4
"""Points from which a method is told beyond doubt."""


def _only_comments(person: Person, material: Material) -> bool:
    inside = [one for one in person.seen if material.scene.first <= one.sentence <= material.scene.last]
    if _is_undergoing(inside, material):
        return False
    return bool(inside) and all(_comments(material.reading.sentences[one.sentence], one) for one in inside)


def _is_undergoing(seen: Iterable[Seen], material: Material) -> bool:
    """Whether the form of some act says that it was done to the person."""
    places = {(one.sentence, one.mention.start) for one in seen}
    plain = (act.target for act in material.scene.acts if act.bond in ("done to", "itself"))
    return any((one.sentence, one.start) in places for one in plain if one is not None)


def _comments(sentence: Sentence, seen: Seen) -> bool:
    """Whether the person speaks or reacts there: a verb of it belongs to the name, or what is said follows it."""
    of_another = _pattern(sentence.language, "of_another").search(sentence.text[: seen.mention.start].lower())
    if of_another or _SAYS.match(sentence.text, seen.mention.end):
        return True
    if sentence.language == "kk":
        return not _pattern("kk", "inflected").search(sentence.text[: seen.mention.end]) and _closes(sentence, seen)
    return any(_belongs(sentence, one, seen) for one in _verbs(sentence))


_SAYS: Final = re.compile(r"\s?:\s?[«“\"„—–-]")
"""A colon and a quotation behind the name."""


@cache
def _pattern(language: str, what: str) -> re.Pattern[str]:
    """The editor of whoever tells it or is told of (`of_another`); a case that is not of the speaker (`inflected`)."""
    return re.compile({row[0]: row[1] for row in tables.rules(language, "speakers")}[what])


def _verbs(sentence: Sentence) -> Iterator[Match]:
    """Words of speaking and of reacting."""
    return (one for one in sentence.of("words") if one.entry.code in ("speech", "comments"))


def _closes(sentence: Sentence, seen: Seen) -> bool:
    """Whether a Kazakh sentence ends with a verb of it, or has one before the name: *дейді бас редактор Айша Ким*."""
    last = len(sentence.flat.split()) - 1
    return any(
        one.last >= last - 1 or _QUOTES.match(sentence.text, one.end) is not None
        if one.first > seen.last
        else seen.first - one.last <= BEFORE
        for one in _verbs(sentence)
    )


_QUOTES: Final = re.compile(r"\w*\s?:\s?[«“\"]")
"""What is said behind the verb that closes the clause."""


def _belongs(sentence: Sentence, verb: Match, seen: Seen) -> bool:
    """Whether nothing but a few words of the role parts the verb from the name."""
    after = verb.start >= seen.mention.end
    between = sentence.text[seen.mention.end : verb.start] if after else sentence.text[verb.end : seen.mention.start]
    if _PARTS.search(between) or any(
        one != seen.mention and not _owns(sentence, one) and _lies(one.start, verb, seen) for one in sentence.mentions
    ):
        return False
    return len(between.split()) <= (AFTER if after else BEFORE)


def _owns(sentence: Sentence, mention: Mention) -> bool:
    """Whether it is what an English role belongs to, as in *Alau Report's publisher, Ann Lee*."""
    return sentence.text[mention.start : mention.end].endswith(("'s", "’s"))


def _lies(start: int, verb: Match, seen: Seen) -> bool:
    """Whether a name that begins at `start` stands between the two."""
    return min(verb.end, seen.mention.end) <= start < max(verb.start, seen.mention.start)


_PARTS: Final = re.compile(r"[.;:()»”\"—–]")
AFTER: Final = 2
BEFORE: Final = 6
"""Words at most from the name to its verb, and from the verb to the name, between which the role stands."""
