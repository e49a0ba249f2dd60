"""The kind of proceeding, as the methods say."""

from __future__ import annotations

from typing import Final

from kuzet.basis.coding import Answer
from kuzet.observatory.encode.material import answer

BY_METHOD: Final = {
    "criminal_case": "criminal",
    "imprisonment_sentence": "criminal",
    "suspended_sentence": "criminal",
    "house_arrest": "criminal",
    "administrative_case": "administrative",
    "fine": "administrative",
    "administrative_arrest": "administrative",
    "civil_case": "civil",
}


def proceeding(methods: tuple[str, ...]) -> Answer[str] | None:
    """Civil, criminal or administrative, as the methods say; None where no method tells."""
    for method in methods:
        if method in BY_METHOD:
            return answer(BY_METHOD[method], None, 0.7, f"proceeding of {method}")
    return None
