"""Whether two folded names can be of one person, whatever the script, the case and the completeness."""

from __future__ import annotations

from typing import Final

from kuzet.language.names import fold
from kuzet.language.names.fold import NameKey
from kuzet.language.names.likeness import NEAR

SAME: Final = ("full", "surname", "near")
"""Levels at which two names can be of one person."""


def level(left: NameKey, right: NameKey) -> str:
    """How far the two names agree.

    `full`; `surname`: one side is one word, with or without initials; `near`: a vowel differs as it does between
    alphabets; `given`: the same given name, of which one side has the patronymic and the other the surname; `namesake`:
    a woman and a man; '': different people.
    """
    agreement = fold.agreement(left, right)
    if left.gender and right.gender and left.gender != right.gender:
        return "namesake" if agreement or left.key == right.key else ""
    if agreement == NEAR:
        return "near"
    if not agreement:
        return "given" if _may_be_one(left, right) else ""
    return "full" if min(len(left.words), len(right.words)) > 1 else "surname"


def _may_be_one(left: NameKey, right: NameKey) -> bool:
    """Роза Ермековна and Роза Тлеубаева: nothing says that they are two."""
    surname = right if left.by_father else left
    shared = set(left.key.split()) & set(right.key.split())
    return left.by_father != right.by_father and not surname.father and bool(shared)
