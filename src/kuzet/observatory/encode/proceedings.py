"""What became of it: proceeding, stage, verdict, articles of law and penalties imposed or asked for."""

from __future__ import annotations

from typing import Final

from kuzet.basis.codebook import Codebook
from kuzet.basis.coding import Answer
from kuzet.language.lexicon import Match
from kuzet.language.reading import Sentence
from kuzet.observatory.encode.material import Material, answer

STAGES: Final = ("cassation", "appeal", "verdict", "trial", "charge", "search", "investigation", "complaint")
"""From the latest to the earliest: a text that tells several stages is about the latest."""

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


def proceeding(material: Material, methods: tuple[str, ...]) -> Answer[str] | None:
    """Civil, criminal or administrative, as the methods say; None where no method tells."""
    for method in methods:
        if method in BY_METHOD:
            return answer(BY_METHOD[method], None, 0.7, f"proceeding of {method}")
    return None


def outcome(material: Material, question: str, book: Codebook) -> Answer[str] | None:
    """The stage (the latest told) or the verdict (the one told last) from the words for outcomes."""
    found = [one for one in _outcomes(material) if one[2].startswith(f"{question}/")]
    if not found:
        return None
    best = min(found, key=lambda one: _rank(question, one[2]))
    code = best[2].partition("/")[2]
    return answer(book.check(f"{question}s", code, question), material.quote(best[0], best[1]), 0.6, f"word for {code}")


def _outcomes(material: Material) -> list[tuple[Sentence, Match, str]]:
    return [(s, match, match.entry.code) for s in material.scene.sentences for match in s.of("outcomes")]


def _rank(question: str, code: str) -> int:
    stage = code.partition("/")[2]
    return STAGES.index(stage) if question == "stage" and stage in STAGES else len(STAGES)
