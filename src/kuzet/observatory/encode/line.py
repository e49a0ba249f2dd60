"""The line that a reading prints: the leading candidate's codes at the top, then every candidate with its reasons."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kuzet.basis.coding import Answer, Candidate, Coding, Target
from kuzet.basis.dates import EventDate
from kuzet.basis.document import Document
from kuzet.basis.names import Name
from kuzet.basis.word import to_data
from kuzet.language.reading import appeared
from kuzet.language.text import identify

Coded = tuple[Candidate, Coding]


def reading_line(document: Document, coded: Sequence[Coded]) -> dict[str, Any]:
    """A reading as builtins for JSON, with the keys the command line promises; leading candidate first in `coded`."""
    language = identify.language(document.text)
    leading = coded[0] if coded else None
    return {
        "id": document.id,
        "lang": language,
        **_published(document),
        "is_attack": bool(coded),
        "score": leading[0].score if leading else 0.0,
        **_codes(leading[1] if leading else None, language),
        "candidates": [_candidate(*one, language) for one in coded],
    }


def _published(document: Document) -> dict[str, str]:
    """When the document appeared, where it came with a date or its address tells one: linking asks for it."""
    found = document.published or appeared.in_address(document)
    return {"published": str(found)} if found else {}


def _codes(coding: Coding | None, language: str) -> dict[str, Any]:
    if coding is None:
        return dict.fromkeys(("category", "perpetrator", "place", "region", "date", "when")) | {
            "methods": [],
            "targets": [],
            "legal_articles": [],
            "outcome": {},
        }
    place = coding.place.value if coding.place else None
    return {
        "category": _value(coding.category),
        "methods": [one.value for one in coding.methods],
        "perpetrator": coding.perpetrators[0].value.klass if coding.perpetrators else None,
        "targets": [_target(one.value, language) for one in coding.targets],
        "place": place.name.best(language) if place and place.precision != "country" else None,
        "region": place.region or place.country if place else None,
        "date": _day(coding.date.value) if coding.date else None,
        "when": str(coding.date.value) if coding.date else None,
        "legal_articles": [str(one.value) for one in coding.articles],
        "outcome": _outcome(coding),
    }


def _day(when: EventDate) -> str:
    """One date for programmes that take no ranges: a range begins on it, a night ends on it."""
    return str(when.end if when.night else when.start)


def _target(target: Target, language: str) -> dict[str, Any]:
    data: dict[str, Any] = {"name": target.name.best(language), "kind": target.kind}
    if target.people is not None:
        data["people"] = target.people
    if isinstance(target.affiliation, Name):
        data["affiliation"] = target.affiliation.best(language)
    return data


def _outcome(coding: Coding) -> dict[str, Any]:
    known = {
        "proceeding": _value(coding.proceeding),
        "stage": _value(coding.stage),
        "verdict": _value(coding.verdict),
        "penalties": [to_data(one.value) for one in coding.penalties],
        "claimant": _claimant(coding),
    }
    return {key: value for key, value in known.items() if value}


def _claimant(coding: Coding) -> dict[str, str]:
    """Who complained or sued: class and kind, and the text's own words for it where there are any."""
    initiator = next((one for one in coding.perpetrators if one.value.role == "initiator"), None)
    if initiator is None:
        return {}
    words = initiator.quotation.text if initiator.quotation else ""
    known = {"class": initiator.value.klass, "kind": initiator.value.kind, "text": words}
    return {key: value for key, value in known.items() if value}


def _candidate(candidate: Candidate, coding: Coding, language: str) -> dict[str, Any]:
    return {
        "id": candidate.id,
        "score": candidate.score,
        "rules": list(candidate.rules),
        "passages": [to_data(passage) for passage in candidate.passages],
        "around": list(candidate.around),
        **_codes(coding, language),
        "coding": to_data(coding),
    }


def _value(given: Answer[str] | None) -> str | None:
    return given.value if given else None
