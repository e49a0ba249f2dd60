"""Whose case it is: what a court or the police did to somebody else was done to no media worker.

*Two guards were jailed for beating a reporter*; *the director was detained after a report by Channel 7*. The form of
the words says who was sentenced or held. Where a text is about such a case, its further proceedings are of the same
people. The offence for which they are sentenced is an earlier event: it stays an act of the text only where the text
tells it for itself, with its day.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from kuzet.basis.dates import EventDate
from kuzet.language.reading import tried_russian, undergone
from kuzet.language.reading.cast import Cast, Person
from kuzet.language.reading.outlets import Target
from kuzet.language.reading.reading import Reading, Sentence
from kuzet.language.values import dates
from kuzet.language.vocabulary.lexicon import Match

LEAD: Final = 3
"""Sentences at the top that say what a text is about: a headline and the first two."""

PENAL: Final = ("sentenced", "seized")
"""Words for what is done to an accused: by a court at the end of a case, or by the police or an employer before it."""


def others(reading: Reading, cast: Cast) -> frozenset[int]:
    """Numbers of the sentences whose proceedings are against somebody who is no media worker."""
    found: set[int] = set()
    for one in reading.sentences:
        goes_on = one.number - 1 in found and _goes_on(one, cast)
        found |= {one.number} if goes_on or _is_others(one, cast) else set()
    return frozenset(found)


def _goes_on(sentence: Sentence, cast: Cast) -> bool:
    """Whether a sentence without a target goes on about those of the one before it: *One of them was handcuffed*."""
    return sentence.language == "en" and not cast.targets.get(sentence.number) and bool(_OF_THEM.match(sentence.text))


_OF_THEM: Final = re.compile(r"\W*(?:(?:One|Two|Some|All|None|Both) of them|They|Their)\b")


def suits(reading: Reading, cast: Cast) -> frozenset[int]:
    """Numbers of the sentences in which a media worker or an outlet sues somebody."""
    return frozenset(one.number for one in reading.sentences if sues(one, cast))


def sues(sentence: Sentence, cast: Cast) -> bool:
    """Whether a media worker or an outlet is who sues, or is paid what a court granted."""
    targets = cast.targets.get(sentence.number, ())
    return any(_is_claimant(sentence, match, targets) for match in sentence.of("words") if match.entry.code in _SUITS)


def _is_claimant(sentence: Sentence, suit: Match, targets: Sequence[Target]) -> bool:
    if suit.entry.code == "media_sues":
        return True
    if sentence.language == "kk":  # *тілші Айгүл Омарованың пайдасына*
        return suit.entry.code == "granted_to" and any(
            one.what != "outlet" and one.end <= suit.start and not sentence.text[one.end : suit.start].strip()
            for one in targets
        )
    if sentence.language != "en":
        return False
    if suit.entry.code == "granted_to":
        return any(_TO_WHOM.fullmatch(sentence.text[suit.end : one.start].lower()) for one in targets)
    start = max(sentence.text.rfind(sign, 0, suit.start) for sign in _PARTS)
    before = [one.start for one in targets if start < one.start < suit.start]
    people = [one.start for one in _people(sentence) if start < one.start < suit.start]
    passive = _AUXILIARY.search(sentence.text[start + 1 : suit.start].lower())
    return bool(before) and not passive and not any(before[0] > one for one in people)


_SUITS: Final = ("goes_to_law", "granted_to", "media_sues")
_TO_WHOM: Final = re.compile(r"\s(?:[\w’'-]+\s){0,3}")


def is_about(numbers: Iterable[int]) -> bool:
    """Whether such sentences stand at the top, which is what a text is about."""
    return any(number < LEAD for number in numbers)


def ends(reading: Reading, numbers: Iterable[int]) -> bool:
    """Whether one of the sentences at the top tells of a trial or its end."""
    top = (reading.sentences[number] for number in numbers if number < LEAD)
    return any(verb.entry.code == "sentenced" for sentence in top for verb in _verbs(sentence))


def tells_day(sentence: Sentence, published: EventDate | None) -> bool:
    """Whether a sentence that tells of no court names a day."""
    found = dates.find(sentence.text, sentence.language, published)
    return not _verbs(sentence) and any(_DAY.search(str(one.date)) for one in found)


_DAY: Final = re.compile(r"-\d\d-\d\d")


def is_of_another(sentence: Sentence, cast: Cast) -> bool:
    """Whether somebody else is sentenced or held in a sentence, as its form says, and no media worker."""
    if any(_OF_A_SOURCE.search(sentence.text[verb.end :].lower()) for verb in _verbs(sentence)):
        return False
    whose = {_whose(sentence, verb, cast) for verb in _verbs(sentence)}
    return "another" in whose and "media" not in whose


def _is_others(sentence: Sentence, cast: Cast) -> bool:
    rule = _OF_ANOTHER.get(sentence.language)
    return rule is not None and rule(sentence, cast)


_OF_ANOTHER: Final[Mapping[str, Callable[[Sentence, Cast], bool]]] = {
    "en": is_of_another,
    "ru": tried_russian.is_of_another,
}


def _verbs(sentence: Sentence) -> list[Match]:
    if sentence.language != "en":
        return []
    return [match for match in sentence.of("words") if match.entry.code in PENAL]


def _whose(sentence: Sentence, verb: Match, cast: Cast) -> str:
    """To whom it is done: `media`, `another`, or nothing where the form does not say."""
    targets = cast.targets.get(sentence.number, ())
    if _IN_PASSING.search(sentence.text[: verb.start].lower()) or _OF_A_SOURCE.search(
        sentence.text[verb.end :].lower()
    ):
        return ""
    people = _people(sentence)
    undergoing = [one for one in targets if undergone.by(sentence, verb, one)]
    if undergoing:
        return "another" if all(_is_in_clause(sentence, one, people) for one in undergoing) else "media"
    return _object(sentence, verb, targets, people) or _subject(sentence, verb, targets, people, cast)


_IN_PASSING: Final = re.compile(
    r"\b(?:who|which|whose(?:\s[\w’'-]+){1,3})\s(?:was|were|is|are|(?:had|has|have)(?:\s\w+)?\sbeen)\s(?:\w+\s)?$"
)
"""A clause that only says who somebody is: *a man who was charged with theft*, *whose son had just been convicted*."""
_OF_A_SOURCE: Final = re.compile(r"\b(?:leak|disclos|pass|shar|talk|speak|spoke|interview)\w*\b.{0,120}\b(?:to|with)\b")
"""What a source is held or charged for concerns the media who were told."""


def _is_in_clause(sentence: Sentence, target: Target, people: Sequence[Match]) -> bool:
    """Whether the target only stands in a clause about somebody: *a man who beat a reporter was sentenced*."""
    gaps = (sentence.text[one.end : target.start].lower() for one in people if one.end <= target.start)
    return any(_WHO.match(gap) for gap in gaps)


_WHO: Final = re.compile(r"\s(?:[\w’'-]+\s){0,3}?(?:who|accused|suspected)\s[^,;]*$")


def _people(sentence: Sentence) -> list[Match]:
    """Words for people who are no media workers."""
    words = [match for match in sentence.of("words") if match.entry.code in ("somebody", "offender")]
    words = [match for match in words if not _AUXILIARY.search(sentence.text[: match.start].lower()[-24:])]
    return words + [match for match in sentence.of("officials") if match.entry.code == "official"]


def _object(sentence: Sentence, verb: Match, targets: Sequence[Target], people: Sequence[Match]) -> str:
    """Whoever stands right behind an active verb: *sentenced two former guards*."""
    named = min((one.start for one in targets if one.start >= verb.end), default=len(sentence.text))
    for one in people:
        gap = sentence.text[verb.end : one.start].lower()
        if verb.end <= one.start < named and _NOUN_PHRASE.fullmatch(gap) and not _leads_to(sentence, one, targets):
            return "another"
    return ""


def _subject(sentence: Sentence, verb: Match, targets: Sequence[Target], people: Sequence[Match], cast: Cast) -> str:
    """Whoever stands before a passive verb or the participle of a headline: *a guard was jailed*, *guard jailed*."""
    start = max(sentence.text.rfind(sign, 0, verb.start) for sign in _PARTS)
    before = sentence.text[start + 1 : verb.start].lower()
    if not _is_undergone(sentence, verb, before):
        return ""
    if any(_stands_before(sentence, verb, one) for one in cast.people):
        return "another"
    marks = [one for one in people if start < one.start < verb.start and not _CLAIM_OF.match(sentence.text, one.end)]
    marks.sort(key=lambda one: one.start)
    inside = sorted(one.start for one in targets if start < one.start < verb.start)
    counted = _COUNTED.match(before)
    if not marks:
        return "another" if counted and not inside else ""
    if not inside or (marks[0].start < inside[0] and _is_apart(sentence, marks[0], inside[0])):
        return "another"
    return ""


def _is_undergone(sentence: Sentence, verb: Match, before: str) -> bool:
    word, after = sentence.text[verb.start : verb.end].lower(), sentence.text[verb.end :].lower()
    return bool(_AUXILIARY.search(before) or _RECEIVES.match(word) or _ADVERBIAL.match(after))


def _stands_before(sentence: Sentence, verb: Match, person: Person) -> bool:
    """Whether somebody of whom the text says another role than a media one is named right before the verb."""
    near = (one for one in person.seen if one.sentence == sentence.number and one.mention.end <= verb.start)
    gaps = (sentence.text[one.mention.end : verb.start] for one in near)
    return bool(person.others) and not person.is_media and any(len(gap.split()) <= undergone.NEAR for gap in gaps)


def _leads_to(sentence: Sentence, one: Match, targets: Sequence[Target]) -> bool:
    """Whether the word only introduces a media worker: *the head of the newsroom*, *activist and blogger*."""
    after = [target.start for target in targets if target.end > one.start]
    return bool(after) and min(after) - one.end <= _NEXT and not _is_apart(sentence, one, min(after))


def _is_apart(sentence: Sentence, one: Match, target: int) -> bool:
    """Whether what stands between a person and a media worker tells what the one did to the other."""
    gap = sentence.text[one.end : target].lower()
    acts = (act for act in sentence.of("triggers") if one.end <= act.start < target)
    return _CLAUSE.search(gap) is not None or next(acts, None) is not None


_CLAIM_OF: Final = re.compile(r"['’]s\s(?:\w+\s)?(?:suit|lawsuit|claim|complaint|appeal|demand|request|petition)\b")
"""What is dismissed or granted is the claim, not who made it: *a former minister's suit against the paper*."""

_NEXT: Final = 40
"""Characters between a word for a person and the outlet or role that goes with it."""

_PARTS: Final = (";", ": ", " – ", " — ")
_NOUN_PHRASE: Final = re.compile(
    r"\s(?:(?!(?:for|of|on|over|after|to|in|at|by|with|from|as|about|that|who|when|while|whether|and|or|near|outside"
    r"|inside|before|during|without|under|beside|around)\b)[\w’'-]+\s){0,4}"
)
_AUXILIARY: Final = re.compile(r"\b(?:was|were|is|are|been|being|gets?|got|be)\b(?:\s\w+){0,3}\s$")
_RECEIVES: Final = re.compile(
    r"(?:gets?|got|receives?|received|given|go|goes|went|stands?|stood|faces?|on trial|pleads?|pleaded)\b"
)
_ADVERBIAL: Final = undergone.ADVERBIAL
_COUNTED: Final = re.compile(r"\W*(?:two|three|four|five|six|seven|eight|several)\s(?:men|people|others)?\s*$")
_CLAUSE: Final = re.compile(
    r"\b(?:who|whom|which|accused|suspected|convicted|charged|found|for|over|against|after|\w+ing)\b"
)
