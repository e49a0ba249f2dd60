"""What became of it: proceeding, stage, verdict, articles of law and penalties imposed or asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from kuzet.basis.codebook import Codebook
from kuzet.basis.coding import Answer, Penalty
from kuzet.basis.law import LegalArticle
from kuzet.basis.word import to_json
from kuzet.countries import Country
from kuzet.language import law, money, numbers
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


def proceeding(methods: tuple[str, ...]) -> Answer[str] | None:
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


def penalties(material: Material, methods: tuple[str, ...]) -> tuple[Answer[Penalty], ...]:
    """Fines, damages, days of arrest and terms, told as imposed or only as asked for or possible."""
    found: dict[str, Answer[Penalty]] = {}
    for sentence in material.scene.sentences:
        for given in (*_sums(material, sentence, methods), *_terms(material, sentence)):
            found.setdefault(to_json(given.value), given)
    return tuple(found.values())


def _sums(material: Material, sentence: Sentence, methods: tuple[str, ...]) -> Iterator[Answer[Penalty]]:
    kind = "fine" if "fine" in methods else "damages" if "civil_case" in methods else ""
    for found in money.find(sentence.text, sentence.language) if kind else ():
        asked = _only_asked(sentence, found.start) or kind == "damages"
        penalty = Penalty(kind=kind, money=found.money, requested=asked)
        quotation = material.reading.quote(sentence, found.start, found.end)
        yield answer(penalty, quotation, 0.6, f"sum told with {kind}")


def _terms(material: Material, sentence: Sentence) -> Iterator[Answer[Penalty]]:
    """Days or years: the number stands inside the words for the penalty or just before them."""
    counts = [one for one in numbers.find(sentence.text, sentence.language) if 0 < one.value <= 100]
    for match in sentence.of("triggers") if counts else ():
        kind, unit = _TERMS.get(match.entry.code, ("", ""))
        near = next((one for one in counts if match.start - 12 <= one.start and one.end <= match.end + 25), None)
        if kind and near is not None:
            asked = _only_asked(sentence, match.start)
            penalty = Penalty(
                kind=kind,
                days=int(near.value) if unit == "days" else None,
                months=int(near.value * 12) if unit == "years" else None,
                requested=asked,
            )
            yield answer(penalty, material.quote(sentence, match), 0.6, f"term told with {kind}")


_TERMS: Final = {
    "administrative_arrest": ("administrative_arrest", "days"),
    "imprisonment_sentence": ("imprisonment", "years"),
    "suspended_sentence": ("suspended_sentence", "years"),
}


def _only_asked(sentence: Sentence, place: int) -> bool:
    """Whether the words before it say that it is asked for, or the most that the law allows."""
    return any(
        match.entry.code in ("requested", "maximum") and match.start <= place + 10 for match in sentence.of("outcomes")
    )


def _outcomes(material: Material) -> list[tuple[Sentence, Match, str]]:
    return [(s, match, match.entry.code) for s in material.scene.sentences for match in s.of("outcomes")]


def _rank(question: str, code: str) -> int:
    stage = code.partition("/")[2]
    return STAGES.index(stage) if question == "stage" and stage in STAGES else len(STAGES)
