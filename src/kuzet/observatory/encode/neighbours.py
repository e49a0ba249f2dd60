"""Who turns a media worker of this country back at the border of another one: that other state."""

from __future__ import annotations

from typing import Final

from kuzet.basis.coding import Answer, Perpetrator
from kuzet.language.vocabulary.lexicon import Match
from kuzet.observatory.encode import actors
from kuzet.observatory.encode.material import Material, answer
from kuzet.observatory.encode.places import FOREIGN


def neighbouring_state(material: Material, _: str, main: str) -> tuple[Answer[Perpetrator], ...]:
    """Who comes from here and is not let into another country, or is sent out of it by no court of it, is so by it.

    *Казахстанского фотографа развернули на российской границе*. Whom a court there expels has lived there.
    """
    told = material.told.get(main)
    if main != EXPULSION or told is None or not _is_of_home(material) or any(one in material.told for one in _COURTS):
        return ()
    places = ((sentence, match) for sentence in material.scene.sentences for match in sentence.of("places"))
    found = next((one for one in places if _is_abroad(one[1])), None)
    office = next((one for one in actors.of_scene(material) if actors.klass(one) == "foreign_state"), found)
    if found is None or office is None:
        return ()
    state = Perpetrator(klass="foreign_state", kind="foreign_law_enforcement", role="executor")
    return (answer(state, material.quote(*office), 0.7, "turned back by another state"),)


def _is_abroad(match: Match) -> bool:
    """Whether it is the name of another country, or of a place in one."""
    return match.entry.code.partition(":")[0] in FOREIGN


def _is_of_home(material: Material) -> bool:
    return any(mark.entry.code == "of_home" for sentence in material.scene.sentences for mark in sentence.of("words"))


EXPULSION: Final = "deportation_expulsion"
_COURTS: Final = ("court_trial", "administrative_case", "fine")
