"""Those who may have done it: actors of a scene, who is nearest to an act, and who complained."""

from __future__ import annotations

from typing import Final

from msgspec import structs

from kuzet.basis.coding import Answer, Perpetrator
from kuzet.language.reading import doers
from kuzet.language.reading.acts import Act
from kuzet.language.reading.reading import Sentence
from kuzet.language.vocabulary.lexicon import Match
from kuzet.observatory.encode.material import Material, answer

Found = tuple[Sentence, Match]

SENTENCE: Final = 40
"""Words that a sentence in between counts for."""


def of_scene(material: Material) -> list[Found]:
    """Actors of the scene: those in sentences of weighty acts first, then the others in reading order."""
    acts = {act.sentence for act in material.scene.acts if act.value >= 1}
    found = [one for sentence in material.scene.sentences for one in of_sentence(material, sentence)]
    return sorted(found, key=lambda one: (one[0].number not in acts, -one[1].entry.weight))


def of_sentence(material: Material, sentence: Sentence) -> list[Found]:
    """The actors of a sentence, of nested ones the longest (Минюст России, not Минюст); not who is written about.

    A word for some of those named before takes what they are: the guards came up, *one of them* struck.
    """
    return [(sentence, _meant(material, sentence, one)) for one in _plain(material, sentence)]


def _plain(material: Material, sentence: Sentence) -> list[Match]:
    """The actors of a sentence as it names them; a word in the name of an outlet («Есиль Ревизор») is none."""
    agents = sentence.of("agents")
    outer = (one for one in agents if not any(_holds(other, one) for other in agents))
    outlets = [one for one in material.scene.cast.targets.get(sentence.number, ()) if one.what == "unlisted"]
    plain = (one for one in outer if not any(name.start <= one.start and one.end <= name.end for name in outlets))
    told = (one for one in plain if one.entry.code != _COMPANY or not doers.is_place(sentence, one))
    return [one for one in told if not doers.is_topic(sentence, one)]


_COMPANY: Final = "non_state/company"
"""Actors whose word is mostly also that of a place."""


def _meant(material: Material, sentence: Sentence, match: Match) -> Match:
    """The match, as an actor of the class of those that it refers to, where they are named."""
    if not doers.refers_back(sentence, match):
        return match
    before = [one for one in material.scene.sentences if sentence.number - BACK <= one.number <= sentence.number]
    named = [
        one.entry
        for earlier in reversed(before)
        for one in reversed(_plain(material, earlier))
        if (earlier.number < sentence.number or one.end <= match.start) and one.entry.code not in _NO_PERSONS
    ]
    return structs.replace(match, entry=named[0]) if named else match


BACK: Final = 2
"""Sentences back in which those meant by *one of them* are named."""

_NO_PERSONS: Final = ("authorities/court", "non_state/company", "authorities/ministry")


def _holds(outer: Match, inner: Match) -> bool:
    longer = outer.end - outer.start > inner.end - inner.start
    return longer and outer.start <= inner.start and inner.end <= outer.end


def given(material: Material, found: Found, role: str, confidence: float, rule: str) -> Answer[Perpetrator]:
    """An actor as the answer, in that role, with the rule that chose it."""
    named, sort = found[1].entry.code.split("/")
    perpetrator = Perpetrator(klass=named, kind=sort, role=role)
    return answer(perpetrator, material.quote(*found), confidence, f"{rule}: {found[1].entry.pattern}")


def klass(found: Found) -> str:
    """The class of an actor."""
    return found[1].entry.code.split("/")[0]


def kind(found: Found) -> str:
    """The kind of an actor."""
    return found[1].entry.code.split("/")[1]


def away(found: Found, act: Act) -> int:
    """Words between an actor and an act; a sentence counts as `SENTENCE` of them."""
    sentence, match = found
    if sentence.number != act.sentence:
        return SENTENCE * abs(sentence.number - act.sentence)
    return max(match.first - act.match.last, act.match.first - match.last, 0)


def complains(found: Found) -> bool:
    """Whether a word for a complaint or claim stands near the actor, who is neither turned to nor a court."""
    near = complaint_distance(found) <= 6 and found[1].entry.code != "authorities/court"
    return near and not doers.is_turned_to(*found)


def complaint_distance(found: Found) -> int:
    """Words between the actor and the nearest word for a complaint, 99 without any."""
    sentence, match = found
    marks = [mark for mark in sentence.of("words") if mark.entry.code == "complaint"]
    return min((max(mark.first - match.last, match.first - mark.last) for mark in marks), default=99)


def turned_to(found: Found, category: str) -> float:
    """Points lost by one whom something is done to or with: *тұрғындармен кездесу*, *в полицию*.

    Who is beaten lies in a hospital, which has nothing to do with it: *в травматологии областной больницы*.
    """
    if category == "physical" and kind(found) == "public_institution" and _is_care(found):
        return BROUGHT_TO
    return TURNED_TO if doers.is_turned_to(*found) else 0.0


def _is_care(found: Found) -> bool:
    """Whether the actor is named by the place of treatment alone, no guard and no head of it."""
    sentence, match = found
    return any(one.start <= match.start and match.end <= one.end for one in _care(sentence))


def _care(sentence: Sentence) -> list[Match]:
    return [one for one in sentence.of("words") if one.entry.code == "care"]


TURNED_TO: Final = 1.5
BROUGHT_TO: Final = 6.0
