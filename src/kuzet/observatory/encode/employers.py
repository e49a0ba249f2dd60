"""Who has a media worker dismissed: the outlet where it is private, the state where the outlet is the state's."""

from __future__ import annotations

from kuzet.basis.coding import Answer, Perpetrator
from kuzet.language.reading import doers
from kuzet.language.reading.reading import Sentence
from kuzet.language.vocabulary.lexicon import Match
from kuzet.observatory.encode import actors
from kuzet.observatory.encode.material import Material, answer


def private_employer(material: Material, _: str, main: str) -> tuple[Answer[Perpetrator], ...]:
    """Who is dismissed from a private outlet, and no office is told to have had it done, is dismissed by the outlet."""
    if main != "dismissal" or not _tells(material, "private_outlet"):
        return ()
    offices = [one for one in actors.of_scene(material) if actors.klass(one) == "authorities" and _presses(*one)]
    if offices:
        return ()
    return (answer(Perpetrator(klass="non_state", kind="media_outlet", role="both"), None, 0.6, "private employer"),)


def state_employer(material: Material, _: str, main: str) -> tuple[Answer[Perpetrator], ...]:
    """Who is dismissed from an outlet of the state is dismissed by the state, whoever signed the order."""
    if main != "dismissal" or not _tells(material, "state_outlet"):
        return ()
    return (
        answer(Perpetrator(klass="authorities", kind="state_enterprise", role="both"), None, 0.6, "state employer"),
    )


def _presses(sentence: Sentence, match: Match) -> bool:
    """Whether an actor may have had somebody dismissed: no director, and none that is only turned to."""
    return match.entry.code != "authorities/public_institution" and not doers.is_turned_to(sentence, match)


def _tells(material: Material, code: str) -> bool:
    return any(mark.entry.code == code for sentence in material.scene.sentences for mark in sentence.of("words"))
