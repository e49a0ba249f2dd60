"""Superlatives of months and quarters: "July was the calmest month", "the second quarter was the most dangerous"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from kuzet.language import numbers
from kuzet.observatory.write.check import concepts, phrases, terms
from kuzet.observatory.write.check.arithmetic import plain
from kuzet.observatory.write.check.terms import Named, Term
from kuzet.observatory.write.check.words import Finding, Kind, Mention, Outcome, Sentence, Text, Verdict

_COMMA: Final = re.compile(r"[,;:]\s|\s[–—]\s(?=.*[,;])")


@dataclass(frozen=True, slots=True)
class Claim:
    """That a part of the year has a place in the order of all of them: the first for "the worst"."""

    name: Named
    place: int
    most: bool
    text: str


def extremes(text: Text, index: int) -> Iterator[Finding]:
    """The claims of one sentence on the months or quarters that the sentences in front count."""
    sentence, language = text.sentences[index], text.language
    if not _superlative(language).search(sentence.text) or _narrowed(text, index):
        return
    for claim in _claims(sentence, language):
        told = terms.known(text, index, claim.name.term[0])
        if claim.name.term in told and not _is_part(sentence, told, language):
            yield _finding(text, sentence, claim, told)


def _narrowed(text: Text, index: int) -> bool:
    """Whether a superlative is one of several, or of a kind of incidents that the sentences in front do not count."""
    sentence, front = text.sentences[index], text.sentences[max(0, index - terms.BACK) : index]
    about = concepts.found(sentence.text, text.language)
    counted = not about or any(about <= concepts.found(one.text, text.language) for one in front)
    return not counted or any(phrases.says(text.language, word, sentence.text) for word in ("one_of", "regarding"))


def _is_part(sentence: Sentence, told: Mapping[Term, Mention], language: str) -> bool:
    """Whether a season is named while more months than its own are known."""
    months = all(kind == "month" for kind, _ in told)
    return months and phrases.says(language, "season", sentence.text) and len(told) > terms.FEWEST


def _claims(sentence: Sentence, language: str) -> Iterator[Claim]:
    most: bool | None = None
    for clause, names in _clauses(sentence, language):
        told = _superlative(language).findall(clause)
        most = bool(phrases.pattern(language, "busiest").match(told[0])) if told else most
        place = 1 if told else _place(clause, language)
        if len(names) == 1 >= len(told) and place and most is not None:
            yield Claim(names[0], place, most, clause.strip(" ,;:–—"))


def _clauses(sentence: Sentence, language: str) -> Iterator[tuple[str, list[Named]]]:
    """Stretches with a superlative or a place, and with a name, comma to comma: "May, then, was the worst month"."""
    start, held = 0, ""
    for piece in _pieces(sentence.text, language):
        held += piece
        names = [one for one in terms.named(sentence, language) if start <= one.start < start + len(held)]
        if names and (_superlative(language).search(held) or _place(held, language)):
            yield held, names
            start, held = start + len(held), ""


def _pieces(text: str, language: str) -> Iterator[str]:
    ends = sorted(
        {one.end() for one in _COMMA.finditer(text)} | {one.start() for one in _joint(language).finditer(text)}
    )
    for left, right in zip([0, *ends], [*ends, len(text)], strict=True):
        yield text[left:right]


@cache
def _joint(language: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{phrases.words(language, 'and')})\b", re.IGNORECASE)


@cache
def _superlative(language: str) -> re.Pattern[str]:
    return re.compile(phrases.any_of(language, "busiest", "calmest"), re.IGNORECASE)


def _place(clause: str, language: str) -> int:
    """The place that a clause tells: "March came second", "third place belongs to June"; 0 for none."""
    ranked = phrases.says(language, "ranks", clause)
    found = [one for one in numbers.find(clause, language) if one.kind == "ordinal" and one.value <= terms.FEWEST]
    return int(found[0].value) if ranked and len(found) == 1 else 0


def _finding(text: Text, sentence: Sentence, claim: Claim, told: Mapping[Term, Mention]) -> Finding:
    own = told[claim.name.term].value
    ahead = sum((one.value > own) if claim.most else (one.value < own) for one in told.values())
    level = sum(one.value == own for one in told.values())
    held = ahead < claim.place <= ahead + level
    order = sorted(told, key=lambda term: told[term].value, reverse=claim.most)
    right = order[claim.place - 1] if claim.place <= len(order) else claim.name.term
    why = ", ".join(plain(one.exact) for _, one in sorted(told.items()))
    outcome = (
        Outcome(Verdict.HOLDS, why=why) if held else Outcome(Verdict.DIFFERS, terms.shown(right, text.language), why)
    )
    return Finding(
        line=sentence.line,
        text=claim.text,
        kind=Kind.RECORD,
        verdict=outcome.verdict,
        should_be=outcome.should_be,
        why=outcome.why,
    )
