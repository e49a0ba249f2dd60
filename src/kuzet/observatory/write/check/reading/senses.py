"""What a percentage or a fraction in words is: a share of a whole, or a change; and which way a change goes."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import Final

from kuzet.observatory.write.check.reading import phrases, set_against
from kuzet.observatory.write.check.reading.deltas import deltas
from kuzet.observatory.write.check.reading.words import Mention, Sentence

WIDTH: Final = 70
"""Characters around a percentage in which the words of direction stand."""

NEAR: Final = 50
"""Characters in front of a percentage in which the word that makes it a change stands."""

_HEDGES: Final = ("almost", "more_than", "less_than", "about", "merely")


def is_share(sentence: Sentence, percent: Mention, language: str) -> bool:
    """Whether a percentage is a share, and not a change ("a drop of 6%", "8% more than", "+8%", "by a third")."""
    before, after = sentence.before(percent, 24), sentence.after(percent, 24)
    if level(sentence, percent, language) is not None or _reached(language).search(before):
        return True
    if phrases.ends_with(language, "to", before) and not phrases.ends_with(language, "amounts_to", before):
        return True  # "grew to 45%"
    if _way_behind(sentence, percent, language):
        return False
    if re.search(r"[+−]\s*$", before) or re.search(r"(?:^|[\s(])[-–]$", before):
        return False
    told = direction(sentence, percent, language) is not None or _from_behind(language).match(after) is not None
    bracketed = _by_in_bracket(language).search(before) is not None
    by = (_by(language).search(before) is not None and told) or bracketed
    if phrases.begins_with(language, "out_of_behind", after) or phrases.begins_with(language, "out_of", after):
        return not by
    return not (by or _moves_behind(sentence, percent, language) or _moves_before(sentence, percent, language))


def _way_behind(sentence: Sentence, percent: Mention, language: str) -> bool:
    """Whether a bracket right behind gives the way of a change: "Osh 6.4% (from 1,250 to 1,330)"."""
    behind = [one for one in sentence.of_kind("count", "amount") if one.start >= percent.end]
    for first, second in list(pairwise(behind))[:1]:
        opened = re.fullmatch(r"\s*\([^()]*", sentence.between(percent, second)) is not None
        return opened and set_against.from_to(sentence, first, second, language) is not None
    return False


def level(sentence: Sentence, percent: Mention, language: str) -> int | None:
    """The end of a way that a percentage is, 0 for the first ("the share rose from 45% to 50%"); None for none."""
    for two in pairwise(sentence.of_kind("percent")):
        if percent in two and (way := set_against.from_to(sentence, *two, language)):
            return (way.before, way.now).index(percent)
    return None


def direction(sentence: Sentence, percent: Mention, language: str) -> bool | None:
    """True for a rise, False for a fall: by the sign or the nearer word; None where neither tells."""
    sign = re.search(r"([+−-])\s*$|\((–)$", sentence.before(percent, 3))
    if sign:
        return sign[1] == "+"
    rises, falls = (_distance(language, way, sentence, percent) for way in ("increase", "decrease"))
    return None if min(rises, falls) > WIDTH else rises < falls


def _distance(language: str, relation: str, sentence: Sentence, percent: Mention) -> int:
    hedge = _hedge_before(language).search(sentence.text[: percent.start])
    floor = hedge.start() if hedge else percent.start  # the "more" of "fell by more than 60%" is no rise
    found = phrases.pattern(language, relation).finditer(_moving(sentence.text, language))
    gaps = [(one.start() - percent.end, floor - one.end()) for one in found if not floor <= one.start() < percent.start]
    return min((max(*gap, 0) + _apart(sentence, percent, gap[0]) for gap in gaps), default=10**6)


def _apart(sentence: Sentence, percent: Mention, gap: int) -> int:
    """What is behind a comma is another clause's: "rose from 40 to 50 (by 25%), while arrests fell"."""
    return WIDTH // 2 if gap > 0 and "," in sentence.after(percent, gap) else 0


def _moving(words: str, language: str) -> str:
    """The words without those that only look like moving, blanked out: "make up 14%" is no rise."""
    return phrases.pattern(language, "no_move").sub(lambda found: " " * len(found[0]), words)


@cache
def _hedge_before(language: str) -> re.Pattern[str]:
    """The hedge in front of a number, with the preposition that may part the two: "более чем на треть"."""
    told, linked = phrases.words(language, "hedge_linked"), phrases.any_of(language, "by", "inside", "to")
    return re.compile(rf"\b(?:{_hedged(language)}|(?:{told})\s+(?:{linked})\s+)$", re.IGNORECASE)


def _moves_behind(sentence: Sentence, percent: Mention, language: str) -> bool:
    """A word of rising or falling right behind, or the ending of "by" (Kazakh) that names no level reached."""
    after = sentence.after(percent, 24)
    if _moves(language).match(after):
        return True
    told = phrases.pattern(language, "change_percent").search(sentence.text[: percent.end + 4], percent.start)
    if told is None:
        return False
    behind = [one for one in sentence.of_kind("count", "amount") if one.start >= percent.end][:1]
    reached = any(set_against.is_reached(sentence, percent, one, language) for one in behind)
    return reached or not phrases.begins_with(language, "level", sentence.text[told.end() : told.end() + 24])


def _moves_before(sentence: Sentence, percent: Mention, language: str) -> bool:
    """As "a rise of 8%", "climbed 13%", "the increase is nine outlets, or 25%", "рост составил 20%"."""
    front = _moving(sentence.text, language)[max(0, percent.start - NEAR) : percent.start]
    differences = [one for one in deltas(sentence, language) if one.end <= percent.start <= one.end + NEAR]
    ways = [
        two[1] for two in pairwise(sentence.of_kind("count", "amount")) if _is_way(sentence, two, percent, language)
    ]
    if any(_restated(language).fullmatch(sentence.between(one, percent)) for one in (*differences[-1:], *ways)):
        return True
    clause = re.split(phrases.STOP + "|;", sentence.text[: percent.start])[-1]
    return _moved(language).search(front) is not None or _subject(language).match(clause) is not None


def _is_way(sentence: Sentence, two: tuple[Mention, Mention], percent: Mention, language: str) -> bool:
    """Whether two numbers in front of a percentage are a way from one to the other: "from 180 to 225, or 25%"."""
    if phrases.ends_with(language, "range_from", sentence.before(two[0], 24)):
        return False  # "в городах от 100 до 500 тысяч жителей (76%)"
    return two[1].end <= percent.start and set_against.from_to(sentence, *two, language) is not None


@cache
def _reached(language: str) -> re.Pattern[str]:
    """As "fell below half": a level that is passed, and no step; "by" in front would make it one."""
    return re.compile(rf"(?<!\bby )(?:{phrases.words(language, 'reached')})\s+$", re.IGNORECASE)


@cache
def _by(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{phrases.words(language, 'by')})\s+{_hedged(language)}$", re.IGNORECASE)


@cache
def _by_in_bracket(language: str) -> re.Pattern[str]:
    """As "from 182 to 159 (by 12.6%)": a change, however far its verb."""
    return re.compile(rf"\(\s*(?:{phrases.words(language, 'by')})\s+{_hedged(language)}$", re.IGNORECASE)


@cache
def _from_behind(language: str) -> re.Pattern[str]:
    """As "by 20%, from 80": a change, whatever the verb."""
    return re.compile(rf"[\s,:(–—-]*(?:{phrases.words(language, 'from')})\s+\d", re.IGNORECASE)


def _hedged(language: str) -> str:
    return rf"(?:(?:{phrases.any_of(language, *_HEDGES)})\s+){{0,2}}"


@cache
def _moves(language: str) -> re.Pattern[str]:
    hedge = phrases.any_of(language, "almost_behind", "more_than_behind", "about_behind")
    moves = phrases.any_of(language, "increase", "decrease")
    return re.compile(rf"-?\w{{0,4}}\s*(?:(?:{hedge})\s+)?(?:{moves})", re.IGNORECASE)


@cache
def _moved(language: str) -> re.Pattern[str]:
    """A noun or verb of moving, then nothing but a copula, a dash or a hedge; or an "of" some words behind it."""
    moved = phrases.any_of(language, "move_noun", "move_verb")
    link = phrases.any_of(language, "amounts_to", "equates")
    close = rf"(?:[\s,:–—-]+(?:{link}))?"
    far = rf"(?:\s+[\w-]+){{0,4}}\s+(?:{phrases.any_of(language, 'move_of', 'difference_is')})"
    so = rf"(?:[\s,]+(?:{phrases.words(language, 'conclusion')}))?"  # "the rise in alerts is thus 12%"
    of_what = rf"(?:{phrases.words(language, 'move_noun')})(?:\s+[\w-]+){{0,3}}\s*[:–—]\s*"  # "прирост исков – "
    return re.compile(
        rf"(?:(?:{moved})(?:{close}|{far}){so}[\s,:(–—-]+|{of_what}){_hedged(language)}$",
        re.IGNORECASE,
    )


@cache
def _subject(language: str) -> re.Pattern[str]:
    """A clause whose subject is the change: "The drop, from 64 to 48 cases, amounts to 25 per cent"."""
    noun, link = phrases.words(language, "move_noun"), phrases.words(language, "amounts_to")
    return re.compile(rf"\W*(?:\w+\s+)?(?:{noun})\b.*\s(?:{link})\s+{_hedged(language)}$", re.IGNORECASE)


@cache
def _restated(language: str) -> re.Pattern[str]:
    """What stands between a difference and the same in percent: " outlets, or ", " (", " случаев, то есть "."""
    link = rf"(?:{phrases.any_of(language, 'equates', 'by')})?"
    return re.compile(rf"-?\w*(?:\s+[\w-]+){{0,2}}\s*(?:\(|,|–|—)\s*{link}\s*{_hedged(language)}", re.IGNORECASE)
