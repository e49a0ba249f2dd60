"""Acts in a reading: each trigger with its bond to the nearest target (how surely it was done to a media worker)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from msgspec import Struct, structs

from kuzet.basis import codebook
from kuzet.language.reading import denied, offenders, ordinary, played, tried, undergone
from kuzet.language.reading.cast import Cast
from kuzet.language.reading.outlets import Target
from kuzet.language.reading.reading import Reading, Sentence
from kuzet.language.vocabulary.lexicon import Match

WORTH: Final = {1: 1.0, 2: 2.5, 3: 4.0}
"""What a trigger of each weight is worth when its bond is whole."""

BESIDE: Final = 8
"""A target at most so many words away in the same sentence has a whole bond."""

BONDS: Final = {
    "itself": 1.0,
    "done to": 1.0,
    "beside": 0.95,
    "sentence": 0.9,
    "next to a name": 0.8,
    "only one": 0.7,
    "neighbour": 0.6,
    "short story": 0.5,
    "story": 0.3,
    "none": 0.0,
}
"""How surely an act concerns the target: named in it, beside it, in its sentence, in the next one, elsewhere.

`done to`: the form of the words says that it was done to the target, which is as plain as a trigger that names one.

`only one`: a text of a page at most that names one media worker or outlet alone tells of that one by he, she and it.
"""

SHORT: Final = 8
"""A text of so many sentences at most is about one thing."""


class Act(Struct, frozen=True):
    """One trigger: its method, its bond (a key of `BONDS`), and the target that gave the bond."""

    sentence: int
    match: Match
    bond: str
    target: Target | None

    @property
    def method(self) -> str:
        """The code of the method that the trigger speaks of."""
        return self.match.entry.code

    @property
    def value(self) -> float:
        """Worth of the trigger times its bond, in points."""
        return WORTH.get(self.match.entry.weight, 0.0) * BONDS[self.bond]

    @property
    def weight(self) -> int:
        """The weight of the trigger; one more where the form of the words says whom it was done to."""
        return min(self.match.entry.weight + (self.bond == "done to"), max(WORTH))


def of(reading: Reading, cast: Cast) -> tuple[Act, ...]:
    """Every trigger of the reading that is worth something, in reading order; the longest of nested ones per method."""
    if played.is_told(reading):
        return ()
    return _without_others(tuple(act for one in reading.sentences for act in _acts(one, reading, cast)), reading, cast)


def _without_others(acts: tuple[Act, ...], reading: Reading, cast: Cast) -> tuple[Act, ...]:
    """The acts without the bonds of those that belong to the case of somebody else, or to a media worker's own suit."""
    described = offenders.sentences(reading, cast)
    cases, suits = tried.others(reading, cast) | described, tried.suits(reading, cast)
    if ordinary.is_case(reading, cast):
        acts = tuple(structs.replace(act, bond="none", target=None) if _is_ordinary(act) else act for act in acts)
    if not cases and not suits:
        return acts
    elsewhere = (act for act in acts if act.sentence not in cases | suits)
    of_media = any(_of_media(act) and not (described and _is_of_name(act)) for act in elsewhere)
    alone, claims = (tried.is_about(numbers) and not of_media for numbers in (cases, suits))
    tried_in = cases | {act.sentence for act in acts if act.method in _TRIED}
    offences = {
        act.method
        for act in acts
        if offenders.is_offence(act.method) and (act.method != _ACCESS or act.sentence in tried_in)
    }
    over = (
        alone
        and (bool(described) or tried.ends(reading, cases))
        and not any(_told_for_itself(act, offences, reading) for act in acts)
    )

    def is_others(act: Act) -> bool:
        if act.method in _CLAIMS and (claims or act.sentence in suits):
            return True
        if _category(act.method) == "judicial_economic":
            return alone or act.sentence in cases
        return (alone and act.match.entry.weight == 1) or (over and act.method in offences)

    return tuple(structs.replace(act, bond="none", target=None) if is_others(act) else act for act in acts)


_TRIED: Final = ("court_trial", "criminal_case")
"""Methods whose words stand beside what somebody is tried for: *obstruction of journalists, says the verdict*."""

_CLAIMS: Final = ("civil_case", "pretrial_claim", "court_trial", "administrative_case", "fine")
"""What the words of a suit tell, whoever brings it."""


def _of_media(act: Act) -> bool:
    """Whether a proceeding is plainly against a media worker."""
    return _category(act.method) == "judicial_economic" and act.bond in ("itself", "done to")


def _is_of_name(act: Act) -> bool:
    """Whether a name alone ties it to a media worker: where somebody else is on trial it may be his."""
    return act.target is not None and act.target.what == "person"


def _is_ordinary(act: Act) -> bool:
    """Whether it goes with an ordinary offence: its proceedings, and what is not plainly done to a media worker."""
    return _category(act.method) == "judicial_economic" or act.bond not in ("itself", "done to")


_ACCESS: Final = "illegal_impediments_denial_of_access"


def _told_for_itself(act: Act, offences: set[str], reading: Reading) -> bool:
    """Whether it is one of the offences, told with its day in a sentence that is not about the court."""
    return (
        act.method in offences
        and act.value >= 1
        and tried.tells_day(reading.sentences[act.sentence], reading.published)
    )


def _acts(sentence: Sentence, reading: Reading, cast: Cast) -> Iterator[Act]:
    for match in _outer(denied.told(sentence)):
        bond, target = _bond(sentence, match, reading, cast)
        yield Act(sentence=sentence.number, match=match, bond=bond, target=target)


def _bond(sentence: Sentence, match: Match, reading: Reading, cast: Cast) -> tuple[str, Target | None]:
    return _bond_inside(sentence, match, cast) or _bond_outside(sentence, match, reading, cast)


def _bond_inside(sentence: Sentence, match: Match, cast: Cast) -> tuple[str, Target | None] | None:
    """The bond to a target of the act's own sentence, if there is one; none to one who did it."""
    own = cast.targets[sentence.number]
    nearest = min(own, key=lambda target: _distance(match, target), default=None)
    if any(one.what == "role" and undergone.did(sentence, match, one) for one in own):
        return "none", None
    plain = match.entry.weight == max(WORTH) and cast.has_targets
    if plain and nearest is not None and _distance(match, nearest) == 0:
        return "itself", nearest
    if undergoing := _undergoing(sentence, match, own):
        return "done to", undergoing
    if plain:
        return "beside", nearest
    if nearest is not None:
        return ("beside" if _distance(match, nearest) <= BESIDE else "sentence"), nearest
    return None


def _undergoing(sentence: Sentence, match: Match, own: Iterable[Target]) -> Target | None:
    """The word for a media worker that the act was done to, as its form says."""
    return next((one for one in own if undergone.by(sentence, match, one)), None)


def _bond_outside(sentence: Sentence, match: Match, reading: Reading, cast: Cast) -> tuple[str, Target | None]:
    if _is_of_another(sentence, match):
        return "story" if cast.has_targets else "none", None
    for number in (sentence.number - 1, sentence.number + 1):
        near = cast.targets.get(number, ())
        named = [target for target in near if target.what != "role"]
        if named:
            return "next to a name", named[0]
    only = _only_one(reading, cast)
    if only is not None:
        return ("done to" if _names_again(sentence, match, cast) else "only one"), only
    for number in (sentence.number - 1, sentence.number + 1):
        near = cast.targets.get(number, ())
        if near:
            return "neighbour", near[-1 if number < sentence.number else 0]
    return _elsewhere(reading, cast), None


def _names_again(sentence: Sentence, match: Match, cast: Cast) -> bool:
    """Whether a word for whoever was told of is the object of violence: *ударил девушку кулаком*.

    It may mean another person that is named just before.
    """
    if _category(match.entry.code) != "physical":
        return False
    near = (sentence.number - 1, sentence.number)
    if any(not one.is_media and any(seen.sentence in near for seen in one.seen) for one in cast.people):
        return False
    again = [word for word in sentence.of("words") if word.entry.code == "told_again"]
    return any(max(word.first - match.last, match.first - word.last) <= OBJECT for word in again)


def may_be_done_to_target(sentence: Sentence, match: Match) -> bool:
    """Whether the bond of an act may be `done to`, as is known before anybody is; never wrongly False.

    A word for a media worker stands near enough, or a name may, which has a capital; or a word for one told of before.
    """
    first, last = match.first - undergone.NEAR - 1, match.last + undergone.NEAR + 1
    if any(one.entry.weight > 0 and one.last >= first and one.first <= last for one in sentence.of("roles")):
        return True
    if any(word.entry.code == "told_again" for word in sentence.of("words")):
        return True
    starts = [word.start() for word in _WORD.finditer(sentence.flat)] if sentence.language in undergone.BY_NAME else []
    return any(not sentence.text[start].islower() for start in starts[max(first, 0) : last + 1])


_WORD: Final = re.compile(r"\S+")

OBJECT: Final = 2
"""Words at most from the act to its object."""


def _is_of_another(sentence: Sentence, match: Match) -> bool:
    """Whether a proceeding in a sentence without a target has somebody else beside it: a driver, a suspect."""
    if _category(match.entry.code) != "judicial_economic":
        return False
    others = [word for word in sentence.of("words") if word.entry.code == "somebody"]
    return any(max(word.first - match.last, match.first - word.last) <= BESIDE for word in others)


@cache
def _category(method: str) -> str:
    return codebook.load().table("methods")[method].extra["category"]


def _only_one(reading: Reading, cast: Cast) -> Target | None:
    """The media worker or outlet of a text that names no other."""
    if len(reading.sentences) > PAGE and sum(len(one.flat.split()) for one in reading.sentences) > PAGE_WORDS:
        return None
    named = [target for group in cast.targets.values() for target in group if target.what != "role"]
    people = {target.code for target in named if target.what == "person"}
    outlets = {target.code for target in named if target.what != "person"}
    if len(people) == 1 or (not people and len(outlets) == 1):
        return named[0]
    return None


PAGE: Final = 14
"""Sentences of a text that is about one thing."""

PAGE_WORDS: Final = 150
"""Words of such a text: questions and answers, and what somebody tells of himself, are many short sentences."""


def _elsewhere(reading: Reading, cast: Cast) -> str:
    if not cast.has_targets:
        return "none"
    return "short story" if cast.has_names and len(reading.sentences) <= SHORT else "story"


def _distance(match: Match, target: Target) -> int:
    return max(target.first - match.last, match.first - target.last, 0)


def _outer(matches: list[Match]) -> list[Match]:
    """Of overlapping matches for one method the heaviest, then the longest."""
    kept: dict[str, list[Match]] = {}
    for match in sorted(matches, key=lambda match: (-match.entry.weight, match.start - match.end, match.start)):
        others = kept.setdefault(match.entry.code, [])
        if not others or not any(match.start < other.end and other.start < match.end for other in others):
            others.append(match)
    return sorted((match for group in kept.values() for match in group), key=lambda match: match.start)
