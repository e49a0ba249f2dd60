"""Who did it, as other words of the scene tell: somebody found or held since, or a force that cleared the place.

Who was unknown when it happened and was caught is somebody without a link to the state.

The codebook counts a person who is identified as such, though no name is told. What examples have shown of who is
unknown does not know this, so it is asked after their correction.
"""

from __future__ import annotations

from typing import Final

from kuzet.basis.coding import Answer, Perpetrator
from kuzet.language.reading import doers
from kuzet.language.vocabulary.lexicon import Match
from kuzet.observatory.encode import actors
from kuzet.observatory.encode.material import Material, answer


def since(
    material: Material, answers: tuple[Answer[Perpetrator], ...], category: str
) -> tuple[Answer[Perpetrator], ...]:
    """The answers, or one of somebody caught where all that is known else is that nobody knows who it was.

    In a case of court and police *күдікті ұсталды* may tell of the media worker.
    """
    if category == "judicial_economic" or any(one.value.klass != "unknown" for one in answers):
        return answers
    told = ((one, word) for one in material.scene.sentences for word in one.of("words") if word.entry.code == "caught")
    found = next(told, None)
    if found is None:
        return answers
    person = Perpetrator(klass="non_state", kind="private_person", role=answers[0].value.role)
    return (answer(person, material.quote(*found), 0.6, "caught later"),)


def identified(material: Material, category: str, _: str) -> tuple[Answer[Perpetrator], ...]:
    """Who turned out to have done it, or owns to it: *как выяснилось, это был хозяин базы*, *дауыстың өзінікі екенін*.

    The office that found out stands in the same sentence.
    """
    if category == "judicial_economic":
        return ()
    marks = [(one, word) for one in material.scene.sentences for word in one.of("words") if word.entry.code == "known"]
    near = (
        found
        for sentence, mark in marks
        for found in sorted(actors.of_sentence(material, sentence), key=lambda one: _apart(one[1], mark))
    )
    found = next((one for one in near if actors.kind(one) not in FINDERS and not doers.is_turned_to(*one)), None)
    if found is None:
        return ()
    klass, kind = found[1].entry.code.split("/")
    person = Perpetrator(klass=klass, kind=kind, role="executor")
    return (answer(person, material.quote(*found), 0.6, "turned out to be"),)


def _apart(one: Match, other: Match) -> int:
    return max(one.first - other.last, other.first - one.last)


FINDERS: Final = ("police", "prosecutor", "court", "ministry", "emergency_service", "unidentified_person")
"""Kinds who find out who did it, and those who are not known."""


def force_at_the_scene(material: Material, category: str, _: str) -> tuple[Answer[Perpetrator], ...]:
    """Police or soldiers whose own verb tells that they cleared the place or struck: *police cleared the square*.

    It stands near an act of the scene, and is asked where nobody is named beside the violence itself.
    """
    found = _cleared(material) if category == "physical" else None
    if found is None:
        return ()
    klass, kind = found[1].entry.code.split("/")
    force = Perpetrator(klass=klass, kind=kind, role="executor")
    return (answer(force, material.quote(*found), 0.5, "force at the scene"),)


def _cleared(material: Material) -> actors.Found | None:
    told = {act.sentence + step for act in material.scene.acts if act.value > 0 for step in (-2, -1, 0, 1, 2)}
    for sentence in material.scene.sentences:
        marks = [word for word in sentence.of("words") if word.entry.code == "force"]
        for found in actors.of_sentence(material, sentence) if sentence.number in told else ():
            if any(word.start <= found[1].start and found[1].end <= word.end for word in marks):
                return found
    return None


def came_up(material: Material, category: str, main: str) -> tuple[Answer[Perpetrator], ...]:
    """Guards, men of a plant or unknown ones whom the story tells further on: *Подошли двое, с карьера*.

    It is asked where violence is told first by its traces, such as who was brought to a hospital.
    """
    if category != "physical":
        return ()
    act = material.act(main)
    near = [found for found in actors.of_scene(material) if abs(found[0].number - act.sentence) <= FURTHER]
    told = [found for found in near if found[1].entry.code in DOERS and found[1].entry.weight > 1]
    found = next((one for one in told if not doers.is_turned_to(*one) and not doers.is_source(*one)), None)
    if found is None:
        return ()
    klass, kind = found[1].entry.code.split("/")
    return (answer(Perpetrator(klass=klass, kind=kind, role="executor"), material.quote(*found), 0.5, "came up"),)


FURTHER: Final = 5
"""Sentences at most from the act to those who came up."""

DOERS: Final = (
    "unknown/unidentified_person",
    "non_state/private_security",
    "non_state/company",
    "non_state/criminal_group",
)
"""Who comes up to strike, and is no bystander."""
