"""Who attacks sites, accounts and telephones: somebody hidden, unless the text names who did it in the open."""

from __future__ import annotations

from typing import Final

from kuzet.basis.coding import Answer, Perpetrator
from kuzet.language.reading import doers
from kuzet.observatory.encode import actors
from kuzet.observatory.encode.actors import Found
from kuzet.observatory.encode.material import Material, answer

CYBER: Final = (
    "ddos_hacker_attack",
    "account_hacking",
    "phishing",
    "bot_attack",
    "mass_calls",
    "identity_theft_fake_account",
    "leak_of_personal_data",
)


def hidden_attacker(material: Material, _: str, main: str) -> tuple[Answer[Perpetrator], ...]:
    """Attacks on sites, accounts and telephones have unknown authors, unless the text names them beside the act."""
    if main not in CYBER:
        return ()
    found = next((one for one in actors.of_scene(material) if actors.klass(one) == "unknown"), None)
    if found is not None:
        return (actors.given(material, found, "executor", 0.8, "hidden attacker"),)
    named = _called_upon(material, main)
    if named is not None:
        return (actors.given(material, named, "initiator", 0.7, "called for it in the open"),)
    return (answer(Perpetrator(klass="unknown"), None, 0.7, "hidden attacker"),)


def _called_upon(material: Material, main: str) -> Found | None:
    """Who published an address or called for calls and complaints in his own name: named beside the act or after it."""
    if main not in IN_THE_OPEN:
        return None
    told = {act.sentence + step for act in material.scene.acts if act.method in IN_THE_OPEN for step in (0, 1)}
    near = (found for found in actors.of_scene(material) if found[0].number in told and not doers.is_turned_to(*found))
    return next((found for found in near if actors.klass(found) == "non_state" and found[1].entry.weight > 1), None)


IN_THE_OPEN: Final = ("leak_of_personal_data", "mass_calls", "bot_attack")
"""What people also do, or call for, under their own names."""
