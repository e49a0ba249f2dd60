"""Who appears in a reading: people with their roles, outlets that are not just quoted, groups, and who acts.

A target is a word for a media worker or an outlet, or a person who is said somewhere in the text to be one; an outlet
named as the source of the news is none.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct, structs

from kuzet.language.names import people
from kuzet.language.names.people import Mention
from kuzet.language.reading import apposed, author, called, counted, namesakes, outlets
from kuzet.language.reading.outlets import Target
from kuzet.language.reading.reading import OUTLET_KINDS, Reading, Sentence
from kuzet.language.vocabulary.lexicon import Match

NEAR: Final = 4
"""A role this many words from a name at most belongs to the person, when no other name stands in between."""

_WORD: Final = re.compile(r"\S+")


class Seen(Struct, frozen=True):
    """One mention of a person: the sentence, the mention, the number of its first and last word there."""

    sentence: int
    mention: Mention
    first: int
    last: int
    roles: tuple[str, ...]
    others: tuple[str, ...]


class Person(Struct, frozen=True):
    """Everything the text says of one person; `roles` are media roles, `others` what speaks against a target."""

    stem: str
    seen: tuple[Seen, ...]

    @property
    def roles(self) -> tuple[str, ...]:
        """Codes of media roles, the most frequent first."""
        return _ranked(role for seen in self.seen for role in seen.roles)

    @property
    def others(self) -> tuple[str, ...]:
        """Codes such as judge, lawyer, official, expert, relative."""
        return _ranked(other for seen in self.seen for other in seen.others)

    @property
    def is_media(self) -> bool:
        """Whether the text introduces the person as a media worker, or mostly calls the person so."""
        told = [bool(seen.roles) for seen in self.seen if seen.roles or seen.others]
        return any(told) and (told[0] or sum(told) * 2 > len(told))

    @property
    def fullest(self) -> Seen:
        """The first of the mentions with most words."""
        return max(self.seen, key=lambda seen: (min(len(seen.mention.words), 3), -seen.sentence))


class Cast(Struct, frozen=True):
    """The people of a reading, in order of appearance, and the targets of each sentence."""

    people: tuple[Person, ...]
    targets: Mapping[int, tuple[Target, ...]]
    sourced: frozenset[tuple[int, int]]
    """Outlets that are only the source of the news, as (sentence, start)."""
    has_targets: bool
    has_names: bool
    author: str
    """The code of the role of a media worker who tells the text in the first person, '' for none."""


def of(reading: Reading) -> Cast:
    """The cast of a reading."""
    sourced = outlets.sourced(reading)
    named = tuple(outlets.named(reading, sourced))
    persons = _people(reading, [target for target in named if target.what == "unlisted"])
    found: dict[int, list[Target]] = {sentence.number: [] for sentence in reading.sentences}
    for target in (*named, *_persons(persons), *author.hit(reading)):
        found[target.sentence].append(target)
    targets = {number: tuple(sorted(group, key=lambda target: target.start)) for number, group in found.items()}
    every = [target for group in targets.values() for target in group]
    told = author.kind(reading)
    return Cast(
        people=persons,
        targets=targets,
        sourced=sourced,
        has_targets=bool(told or every),
        has_names=bool(told) or any(target.what != "role" for target in every),
        author=told,
    )


def _people(reading: Reading, unlisted: Sequence[Target]) -> tuple[Person, ...]:
    """The people; what is told to be an outlet is none."""
    every = [
        found
        for sentence in reading.sentences
        for found in seen(sentence)
        if not any(_covers(target, found) for target in unlisted)
    ]
    for number, found in enumerate(every):
        if any(_works_there(reading, found, target) for target in unlisted):
            every[number] = structs.replace(found, roles=("journalist",))
    for number, role in called.elsewhere(reading, every).items():
        every[number] = structs.replace(every[number], roles=(role,))
    known = {_surname(reading, found) for found in every if _introduces(reading, found)}
    keys = namesakes.keys(reading, every, known)
    grouped: dict[str, list[Seen]] = {}
    for found, key in zip(every, keys, strict=True):
        if key:
            grouped.setdefault(key, []).append(found)
    if len({reading.sentences[found.sentence].language for found in every}) > 1:
        grouped = namesakes.across(reading, grouped)
    return tuple(Person(stem=stem, seen=tuple(group)) for stem, group in grouped.items())


def _covers(target: Target, one: Seen) -> bool:
    same = target.sentence == one.sentence
    return same and target.start < one.mention.end and one.mention.start < target.end


def _works_there(reading: Reading, found: Seen, target: Target) -> bool:
    """Whether somebody of whom nothing is said is of an outlet that no list knows: Ann Lee of the Tribune."""
    if found.roles or found.others or not found.mention.sure or target.sentence != found.sentence:
        return False
    text = reading.sentences[found.sentence].text
    between = text[found.mention.end : target.start].lower()
    heads = _COMMA.fullmatch(between) is not None and _CLOSES.match(text, target.end) is not None
    return heads or _OF.fullmatch(between) is not None


_COMMA: Final = re.compile(r",\s[«“„\"]?")
_CLOSES: Final = re.compile(r"[»”\"]?\s*(?:$|[(·|])")
"""What stands behind the outlet at the head of an entry: *18 February · Ann Lee, Ridder Weekly (Ridder)*."""

_OF: Final = re.compile(
    r"\s(?:(?:of|from|with|at)\s(?:the\s)?|из\s(?:\w+\s)?|с\s(?:сайта|портала|телеканала|канала)\s)[«“„\"]?"
)


def _surname(reading: Reading, found: Seen) -> str:
    return namesakes.surname(reading, found)


def _introduces(reading: Reading, found: Seen) -> bool:
    sentence = reading.sentences[found.sentence]
    if len(found.mention.words) > 1:
        return found.mention.sure or bool(found.roles) or bool(found.others)
    if found.others == ("relative",):  # брата Фируза увезли: of a relative the given name alone is told
        return people.known(found.mention.words[0], sentence.language, reading.names) is not None
    if not found.roles or len(found.mention.words[0]) < _NAME:
        return False
    return (found.mention.sure and len(found.mention.words[0]) > _NAME) or _is_called(sentence, found)


_NAME: Final = 3
"""Letters of the shortest surnames: Пак, Тен, Цой."""


def _is_called(sentence: Sentence, found: Seen) -> bool:
    """Whether the role stands right before a single name, as Kazakh calls people: оператор Коваль, журналист Цой."""
    if sentence.language != "kk":
        return False
    return any(match.last + 1 == found.first for match in sentence.of("roles") if match.entry.weight == 1)


def _seen(sentence: Sentence) -> Iterator[Seen]:
    if not sentence.mentions:
        return
    starts = [word.start() for word in _WORD.finditer(sentence.flat)]
    names = _names(sentence, starts)
    workers = [*(match for match in sentence.of("roles") if match.entry.weight == 1), *apposed.heads(sentence)]
    places = [
        (mention, (_at(starts, mention.start), _at(starts, mention.end - 1)))
        for mention in sentence.mentions
        if not any(_swallows(match, mention) for match in workers)
    ]
    if sentence.language != "en":  # in Latin letters: an outlet more often than a person
        latin = (place for mention, place in places if not mention.sure and mention.words[0][0].isascii())
        names |= {number for first, last in latin for number in range(first, last + 1)}
    people = [place for mention, place in places if mention.sure or place[0] not in names]
    roles = _owned(workers, people, names, sentence)
    others = _owned(apposed.of_one(sentence), people, names, sentence)
    agents = [match for match in sentence.of("agents") if not match.entry.code.startswith("unknown")]
    agents = [match for match in agents if not apposed.is_of(sentence, match)]
    for mention, (first, last) in places:
        near, away = roles.get(first), others.get(first)
        away = None if away is not None and apposed.is_apart(sentence, away, mention.end) else away
        role_wins = near is not None and (
            away is None
            or (
                not apposed.is_nearer(sentence, away, near, first)
                and _distance(near, first, last, names) <= _distance(away, first, last, names)
            )
            or _is_both(sentence, near, away)
        )
        acts = any(match.last < first and not _distance(match, first, last, names) for match in agents)
        yield Seen(
            sentence=sentence.number,
            mention=mention,
            first=first,
            last=last,
            roles=(near.entry.code,) if near is not None and role_wins else (),
            others=() if role_wins else (away.entry.code,) if away is not None else ("agent",) if acts else (),
        )


def _swallows(match: Match, mention: Mention) -> bool:
    """Whether the name is only words of the role; what stands in a gap of its pattern may be a name all the same.

    *Operator Bektur Asanov of the television* is found by `operator .. of. .. television`.
    """
    inside = match.start <= mention.start and mention.end <= match.end
    return inside and not (mention.sure and ".." in match.entry.pattern)


def _is_both(sentence: Sentence, role: Match, other: Match) -> bool:
    """Whether one person is both: blogger and activist Omarov, журналист и правозащитник Омаров."""
    return role.end <= other.start and _AND.fullmatch(sentence.text[role.end : other.start]) is not None


def seen(sentence: Sentence) -> list[Seen]:
    """Mentions of people in a sentence with what is said of each there."""
    return _counted(sentence, _listed(sentence, list(_affiliated(sentence, list(_seen(sentence))))))


def workplaces(sentence: Sentence) -> list[Match]:
    """Outlets and words for a kind of outlet, where somebody may work."""
    places = [match for match in sentence.of("roles") if match.entry.weight != 1 and match.entry.code in OUTLET_KINDS]
    return places + sentence.of("outlets")


def _affiliated(sentence: Sentence, seen: list[Seen]) -> Iterator[Seen]:
    """Someone of whom nothing is said but an outlet right after the name (…, которой принадлежит канал) works there."""
    places = workplaces(sentence)
    breaks = [match.first for match in sentence.of("words", "officials", "sources") if match.entry.code in _BREAKS]
    for number, one in enumerate(seen):
        until = seen[number + 1].first if number + 1 < len(seen) else len(sentence.flat)
        until = min([until, *(first for first in breaks if first > one.last)])
        work = next((match for match in places if one.last < match.first <= min(one.last + WORKS, until - 1)), None)
        shortened = sentence.language == "kk" and len(one.mention.words) < 2  # Абаев Азаттықтың сұрағына жауап берді
        show = _SHOW.search(sentence.text, 0, one.mention.start) is not None
        if work is None or one.roles or one.others or shortened or show:
            yield one
        else:
            yield structs.replace(one, roles=(_BY_OUTLET.get(work.entry.code, "journalist"),))


_SHOW: Final = re.compile(r"\b(?:show|programme|program|podcast|series|film|column|book|novel)\s[“\"]?$")
"""Before the name of something made: *the talk show Kech Kurun on Nord TV*."""

WORKS: Final = 7
"""An outlet so many words after a name at most is where the person works."""

_BREAKS: Final = ("speech", "lawyer", "official", "judge", "expert", "relative", "other", "before", "after")
_BY_OUTLET: Final = {"youtube_channel": "blogger", "telegram_channel": "blogger"}


_IN_QUOTES: Final = re.compile(r"[«“„\"][^«»“”„\"\n]{2,60}[»”“\"]")


def _names(sentence: Sentence, starts: list[int]) -> frozenset[int]:
    """Numbers of the words of outlets, places and names in quotation marks: they keep no role from its person."""
    spans = [(match.first, match.last) for match in sentence.of("outlets", "ngos", "places")]
    quoted = (found.span() for found in _IN_QUOTES.finditer(sentence.text))
    spans += [(_at(starts, start + 1), _at(starts, end - 2)) for start, end in quoted]
    return frozenset(number for first, last in spans for number in range(first, last + 1))


def _owned(
    matches: list[Match], places: list[tuple[int, int]], names: frozenset[int], sentence: Sentence
) -> dict[int, Match]:
    """For each name (by its first word) the nearest role word at most `NEAR` words away, no other person in between.

    A role word right beside a name belongs to that name alone, the one after it before the one before it.
    """
    owned: dict[int, Match] = {}
    for match in matches:
        near = sorted((_distance(match, *place, names), place[0] < match.first, place) for place in places)
        near = [one for one in near if one[0] <= NEAR and not _between(match, one[2], places)]
        near = [one for one in near if not apposed.is_others(sentence, match, one[2][0])]
        for distance, _, place in near[:1] if near and near[0][0] == 0 else near:
            before = owned.get(place[0])
            if before is None or distance < _distance(before, *place, names):
                owned[place[0]] = match
    return owned


def _between(match: Match, place: tuple[int, int], places: list[tuple[int, int]]) -> bool:
    low, high = sorted((match.first, place[0]))
    return any(low < start < high for start, _ in places)


_AND: Final = re.compile(r"[\s,]*(?:,|\b(?:и|а также|and|as well as|мен|пен|бен|және)\b)[\s,]*")


def _listed(sentence: Sentence, seen: list[Seen]) -> list[Seen]:
    """Names in a row (A, B and C, journalists) share the role that one of them has."""
    for order in (range(1, len(seen)), range(len(seen) - 2, -1, -1)):
        step = 1 if order.step > 0 else -1
        for number in order:
            one, other = seen[number], seen[number - step]
            left, right = sorted((one, other), key=lambda each: each.mention.start)
            if (
                other.roles
                and not one.roles
                and not one.others
                and _AND.fullmatch(sentence.text[left.mention.end : right.mention.start])
            ):
                seen[number] = structs.replace(one, roles=other.roles)
    for number, (left, right) in enumerate(itertools.pairwise(seen)):
        if right.roles and left.mention.sure and not left.roles and not left.others and _leads(sentence, left, right):
            seen[number] = structs.replace(left, roles=("journalist",))
    return seen


def _counted(sentence: Sentence, seen: list[Seen]) -> list[Seen]:
    """As many names as media workers were counted before them are theirs: two reporters of the weekly, A and B."""
    for role in sentence.of("roles") if any(not one.roles for one in seen[1:]) else ():
        after = [one for one in seen if one.mention.start > role.end and not one.others]
        if role.entry.weight == 1 and len(after) > 1 and counted.before(sentence, role) == len(after):
            named = {one.mention.start for one in after if not one.roles}
            new = (role.entry.code,)
            return [structs.replace(one, roles=new) if one.mention.start in named else one for one in seen]
    return seen


def _leads(sentence: Sentence, left: Seen, right: Seen) -> bool:
    """Whether the name stands before that of a crew with a role of its own: Anna Pak and cameraman Ivan Tsoi."""
    crew = [one for one in sentence.of("roles") if one.entry.code in _CREW and one.end < right.mention.start]
    return any(
        left.mention.end < one.start
        and _WITH.fullmatch(sentence.text[left.mention.end : one.start] + _and(sentence, one)) is not None
        and not sentence.text[one.end : right.mention.start].strip()
        for one in crew
    )


def _and(sentence: Sentence, match: Match) -> str:
    """The *and* that a role may begin with: *and operator*."""
    return "and " if sentence.text[match.start : match.start + 4].lower() == "and " else ""


_WITH: Final = re.compile(_AND.pattern + r"(?:(?:a|the|his|her|оның|его|её|ее)\s)?")
_CREW: Final = ("camera_operator", "photographer", "media_worker")
"""Who goes out with a journalist."""


def _at(starts: list[int], place: int) -> int:
    """The number of the word that the character belongs to or follows."""
    return max(bisect_right(starts, place) - 1, 0)


def _distance(match: Match, first: int, last: int, names: frozenset[int]) -> int:
    """Words between a match and a name, those of other names not counted."""
    between = range(match.last + 1, first) if match.last < first else range(last + 1, match.first)
    return sum(number not in names for number in between)


def _persons(persons: tuple[Person, ...]) -> Iterator[Target]:
    for number, person in enumerate(persons):
        for seen in person.seen if person.is_media else ():
            span = seen.mention.start, seen.mention.end, seen.first, seen.last
            yield Target(seen.sentence, *span, "person", str(number))


def _ranked(codes: Iterator[str]) -> tuple[str, ...]:
    return tuple(code for code, _ in Counter(codes).most_common())
