"""Who is on trial where a text tells it by what he did: *a coach who broke a reporter's jaw was given three years*.

The one who is described by an attack on a media worker is no media worker, and the verdict is his. Three forms tell
it: a clause or a participle about somebody (*мужчина, который рассёк бровь оператору*, *тілшінің тісін сындырған
сержант*), an offence with its victim (*нападение на блогера*), and the one who repents or hears the verdict. Two more
are told by a word of the law: of what somebody is accused (*accused of burning a reporter's car*), and who the victim
is (*the victim, a reporter*).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from kuzet.basis import codebook
from kuzet.language.forms import morph
from kuzet.language.reading.cast import Cast
from kuzet.language.reading.outlets import Target
from kuzet.language.reading.reading import Reading, Sentence
from kuzet.language.vocabulary.lexicon import Match

LEAD: Final = 3
"""Sentences at the top that say what a text is about: a headline and the first two."""

NEAR: Final = 5
"""Words at most between somebody and what tells of him."""

PAGE: Final = 20
"""Sentences of a text that is about one case."""

BESIDE: Final = 2
"""Words at most from *victim* to the word for a media worker that goes with it."""


def sentences(reading: Reading, cast: Cast) -> frozenset[int]:
    """Numbers of the sentences at the top that tell of the trial of somebody who attacked a media worker."""
    top = reading.sentences[:LEAD]
    judged = {one.number for one in top if _has(one, "judged")}
    found = frozenset(one.number for one in top if judged & {one.number, one.number + 1} and _tells(one, cast))
    return found or (frozenset(judged) if judged and _has_victim(reading, cast) else found)


def _has_victim(reading: Reading, cast: Cast) -> bool:
    """Whether the first media worker of a text of a page is called the victim: *the victim, a reporter of a site*."""
    if len(reading.sentences) > PAGE:
        return False
    named = [(one, target) for one in reading.sentences for target in cast.targets.get(one.number, ())]
    people = [(one, target) for one, target in named if target.what in ("role", "person")]
    return bool(people) and _is_called_victim(*people[0])


def _is_called_victim(sentence: Sentence, target: Target) -> bool:
    for word in (one for one in sentence.of("words") if one.entry.code == "victim"):
        start, end = (word.end, target.start) if word.start < target.start else (target.end, word.start)
        away = max(target.first - word.last, word.first - target.last)
        if away <= BESIDE and not _BREAK.search(sentence.text[start:end]):
            return True
    return False


def _tells(sentence: Sentence, cast: Cast) -> bool:
    targets = cast.targets.get(sentence.number, ())
    if any(_describes(sentence, act, targets) for act in sentence.of("triggers") if is_offence(act.entry.code)):
        return True
    return _has(sentence, "judged") and (_is_of_victim(sentence, targets) or _repents(sentence, cast))


def _describes(sentence: Sentence, act: Match, targets: Sequence[Target]) -> bool:
    """Whether a clause or a participle tells by an attack on a media worker who somebody else is."""
    hit = [one for one in targets if abs(one.first - act.last) <= NEAR or act.first <= one.first <= act.last]
    if not hit:
        return False
    if _is_accused_of(sentence, act, targets):
        return True
    if sentence.language == "kk":
        return _is_participle_of_somebody(sentence, act, hit)
    return _is_in_clause(sentence, act, hit, targets) or _is_participle(sentence, act, targets)


def _is_accused_of(sentence: Sentence, act: Match, targets: Sequence[Target]) -> bool:
    """Whether somebody who is no media worker is accused of the act: *accused of burning the car of a reporter*."""
    for word in (one for one in sentence.of("words") if one.entry.code == "accused_of"):
        first, second = (act, word) if sentence.language == "kk" else (word, act)
        near = 0 <= second.first - first.last <= NEAR and not _BREAK.search(sentence.text[first.end : second.start])
        away = [_after(word, one, sentence.language) for one in _somebody(sentence)]
        who = [_after(word, one, sentence.language) for one in targets]
        if near and any(0 < one <= NEAR for one in away) and not any(0 < one <= NEAR for one in who):
            return True
    return False


def _after(word: Match, one: Match | Target, language: str) -> int:
    """Words from one to the word for an accusation behind it, in Kazakh before it."""
    return one.first - word.last if language == "kk" else word.first - one.last


def _is_in_clause(sentence: Sentence, act: Match, hit: Sequence[Target], targets: Sequence[Target]) -> bool:
    """Whether the act and who it was done to stand in a clause about somebody who is no media worker."""
    for who in (one for one in sentence.of("words") if one.entry.code == "who_did" and one.end <= act.start):
        gap = sentence.text[who.end : act.start]
        about_media = any(0 < who.first - one.last <= NEAR for one in targets)
        if not about_media and not _BREAK.search(gap) and any(one.start >= who.end for one in hit):
            return True
    return False


def _is_participle(sentence: Sentence, act: Match, targets: Sequence[Target]) -> bool:
    """*Избивший журналиста охранник*, *напавшему на оператора*: not a media worker who is described so."""
    word = sentence.text[act.start : act.end].split()[0].strip(",.«»")
    if sentence.language != "ru" or not morph.is_active_participle(word):
        return False
    return not any(one.end <= act.start and act.first - one.last <= NEAR for one in targets)


def _is_participle_of_somebody(sentence: Sentence, act: Match, hit: Sequence[Target]) -> bool:
    """*Тілшінің тісін сындырған сержант*: the target before the participle, somebody else behind it."""
    last = sentence.text[: act.end].split()[-1].lower()
    if not _KAZAKH_PARTICIPLE.search(last) or not any(one.start < act.end for one in hit):
        return False
    behind = (one for one in _somebody(sentence) if act.end <= one.start)
    return any(one.first - act.last <= NEAR for one in behind)


def _is_of_victim(sentence: Sentence, targets: Sequence[Target]) -> bool:
    """Whether every media worker of the sentence is the victim of an offence that it names."""
    offences = [one for one in sentence.of("words") if one.entry.code == "offence_on"]
    return bool(targets) and all(any(_is_victim(sentence, one, of) for of in offences) for one in targets)


def _is_victim(sentence: Sentence, target: Target, offence: Match) -> bool:
    first, second = (target, offence) if sentence.language == "kk" else (offence, target)
    return 0 <= second.first - first.last <= NEAR and not _BREAK.search(sentence.text[first.end : second.start])


def _repents(sentence: Sentence, cast: Cast) -> bool:
    """Whether somebody who is no media worker admits, repents or hears the verdict."""
    for verb in (one for one in sentence.of("words") if one.entry.code == "on_trial"):
        marks = [one for one in _somebody(sentence) if 0 < verb.first - one.last <= NEAR]
        named = [
            seen
            for person in cast.people
            if person.others and not person.is_media
            for seen in person.seen
            if seen.sentence == sentence.number and 0 < verb.first - seen.last <= NEAR
        ]
        between = [one for one in cast.targets.get(sentence.number, ()) if 0 < verb.first - one.last <= NEAR]
        if (marks or named) and not between:
            return True
    return False


def _somebody(sentence: Sentence) -> list[Match]:
    """Words for people who are no media workers, and for those who act."""
    words = [one for one in sentence.of("words") if one.entry.code in ("somebody", "offender")]
    return words + [one for one in sentence.of("officials") if one.entry.code in ("official", "other")]


def _has(sentence: Sentence, code: str) -> bool:
    return any(one.entry.code == code for one in sentence.of("words"))


def is_offence(method: str) -> bool:
    """Whether it is what somebody may be sentenced for."""
    return codebook.load().table("methods")[method].extra["category"] == "physical" or method in _OFFENCES


_OFFENCES: Final = (
    "bullying_intimidation_threats",
    "damage_seizure_of_property",
    "illegal_impediments_denial_of_access",
)
"""Methods that are no violence and that somebody may be sentenced for."""

_BREAK: Final = re.compile(r"[;:()]|\s[–—-]\s")
_KAZAKH_PARTICIPLE: Final = re.compile(r"[ғгқк][ае]н$")
