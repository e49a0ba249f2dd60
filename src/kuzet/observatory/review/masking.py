"""What of an incident somebody sees: closed fields are gone, and a hidden name is gone from every text.

Takes a word (or its JSON) and what is hidden in it; gives the same word as it may be shown. Ids are never changed,
since others name them: `leaks` tells where one gives a name away.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any, Final, TypeVar
from urllib.parse import unquote

from msgspec.structs import replace

from kuzet.basis import codebook
from kuzet.basis.coding import Coding
from kuzet.basis.incident import Citation, Decision, Incident
from kuzet.basis.names import LANGUAGES, Name
from kuzet.basis.tiers import Raised, Tier
from kuzet.basis.word import Word, from_data, to_data
from kuzet.language.names import hiding
from kuzet.language.names.hiding import Hidden
from kuzet.observatory.review.private import unquoted
from kuzet.observatory.review.tiers import closed, one_name

W = TypeVar("W", bound=Word)

IDS: Final = frozenset(
    {"id", "incident", "incidents", "into", "of", "document", "documents", "source", "sha256", "case", "subject"}
    | {"codebook", "decisions"}
)
"""Keys under which ids stand, which are not texts."""

_MOMENT: Final = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)")
"""A moment in JSON: its letters are no name, not even of somebody who is called by one letter."""

_KAZAKH: Final = re.compile("[әғқңөұүһіӘҒҚҢӨҰҮҺІ]")
_CYRILLIC: Final = re.compile("[а-яА-ЯёЁ]")


@dataclass(frozen=True, slots=True)
class Secret:
    """A name that is hidden, and what stands in its place where it was coded."""

    name: Name
    described: Name
    hidden: Hidden


@dataclass(frozen=True, slots=True)
class View:
    """Who looks: the highest tier they see, and the number that stands for each account for those who see none."""

    tier: Tier = Tier.PUBLIC
    numbers: Mapping[str, str] = field(default_factory=dict)

    def coder(self, name: str) -> str:
        """The account, or its number."""
        return name if self.tier.reaches(Tier.INTERNAL) else self.numbers.get(name, name)

    def words(self, word: W) -> W:
        """The word, without what correspondents told where somebody outside the desk looks."""
        return word if self.tier.reaches(Tier.INTERNAL) else unquoted(word)


def mask(incident: Incident, view: View) -> Incident:
    """The incident as it is shown."""
    shut = closed(incident, view.tier)
    shown = incident
    for one in shut:
        shown = _without(shown, one)
    shown = replace(shown, codings=tuple(_of_number(one, view) for one in shown.codings))
    return masked(view.words(shown), secrets(incident, view.tier))


def secrets(incident: Incident, seen: Tier) -> tuple[Secret, ...]:
    """The names of an incident that are hidden from somebody who sees up to this tier."""
    return tuple(_secret(incident, one, one.name) for one in closed(incident, seen) if one.name is not None)


def masked(word: W, hidden: Sequence[Secret]) -> W:
    """Any word without the hidden names; the word itself where nothing is hidden."""
    if not hidden:
        return word
    return from_data(mask_data(to_data(word), hidden), type(word), "masked")


def mask_decision(decision: Decision, hidden: Sequence[Secret], view: View) -> Decision:
    """A decision as it is shown."""
    coding = _of_number(decision.coding, view) if decision.coding else None
    author = replace(decision.author, id=view.coder(decision.author.id)) if not decision.author.machine else None
    return masked(view.words(replace(decision, coding=coding, author=author or decision.author)), hidden)


def mask_coding(coding: Coding, hidden: Sequence[Secret], view: View) -> Coding:
    """A coding as it is shown."""
    return masked(view.words(_of_number(coding, view)), hidden)


def mask_data(data: Any, hidden: Sequence[Secret], key: str = "") -> Any:  # noqa: ANN401  (JSON)
    """The JSON of a word without the hidden names."""
    if isinstance(data, dict):
        kept = {name: mask_data(value, hidden, name) for name, value in data.items()}
        return _described(data, kept, hidden)
    if isinstance(data, list | tuple):
        return type(data)(mask_data(one, hidden, key) for one in data)
    if isinstance(data, str) and key not in IDS and not _MOMENT.fullmatch(data):
        return _text(data, hidden, key)
    return data


def _described(data: Mapping[str, Any], kept: dict[str, Any], hidden: Sequence[Secret]) -> dict[str, Any]:
    """A hidden name as its description, another name as it is, and no quotation that was changed."""
    name = data.get("name")
    if isinstance(name, dict) and name.keys() <= set(LANGUAGES):
        found = next((one for one in hidden if _bears(Name(**name), one)), None)
        kept["name"] = to_data(found.described) if found else name
    if "quotation" in data and kept["quotation"] != data["quotation"]:
        del kept["quotation"]
    return kept


def _bears(name: Name, secret: Secret) -> bool:
    """Whether a coded name is the hidden one, or has a word of it that is not the first: many share a given name."""
    if one_name(name, secret.name):
        return True
    return any(hiding.tells(text, [hiding.without_given(secret.hidden)]) for _, text in name.known())


def _text(text: str, hidden: Sequence[Secret], key: str) -> str:
    names = [one.hidden for one in hidden]
    if key == "url":
        return "" if hiding.tells(unquote(text), names) else text
    return hiding.hide(text, names, words()[key if key in LANGUAGES else _language(text)]["mark"])


def _language(text: str) -> str:
    """Of the mark that stands in a text of which the language is not said."""
    return "kk" if _KAZAKH.search(text) else "ru" if _CYRILLIC.search(text) else "en"


@cache
def words() -> Mapping[str, Mapping[str, str]]:
    """What is told in the place of a name, by language."""
    rows = csv.DictReader((files(__package__) / "hidden.csv").read_text("utf-8").splitlines())
    return {row["language"]: row for row in rows}


def is_masked(text: str) -> bool:
    """Whether a text holds what stands in the place of a hidden name.

    >>> is_masked("Journalist (name protected)"), is_masked("Journalist")
    (True, False)
    """
    shut = (told for row in words().values() for told in (row["mark"], row["described"].format(kind="").strip()))
    return any(told in text for told in shut)


def _secret(incident: Incident, raised: Raised, name: Name) -> Secret:
    label, alone = _kind(incident, raised, name)
    described = {language: words()[language]["described"].format(kind=label.best(language)) for language in LANGUAGES}
    return Secret(name, Name(**described), Hidden(tuple(text for _, text in name.known()), alone))


def _kind(incident: Incident, raised: Raised, name: Name) -> tuple[Name, bool]:
    """The label of what bears the name, and whether it is a person."""
    place = raised.path.split(".")[0]
    bearers = incident.targets if place == "targets" else incident.perpetrators if place == "perpetrators" else ()
    bearer = next((one for one in bearers if one.name is not None and one_name(one.name, name)), None)
    book = codebook.load(incident.codings[0].codebook) if incident.codings else codebook.load()
    if place == "targets":
        usual = "media_worker" if raised.path.endswith("name") else "media_company"
        row = book.table("target_kinds")[bearer.kind if bearer else usual]
        return row.label, row.extra["unit"] == "person"
    table, code = ("perpetrator_kinds", bearer.kind) if bearer and bearer.kind else ("perpetrator_classes", "unknown")
    return book.table(table)[code].label, _is_person(name)


def _is_person(name: Name) -> bool:
    """Two or three words, each with a capital: people who did it have no kind that tells them from offices."""
    return all(1 < len(text.split()) < 4 and text.istitle() for _, text in name.known())


def _of_number(coding: Coding, view: View) -> Coding:
    if coding.coder.machine:
        return coding
    return replace(coding, coder=replace(coding.coder, id=view.coder(coding.coder.id)))


def _without(incident: Incident, raised: Raised) -> Incident:
    """The incident without one closed field; names are hidden later, all at once."""
    place, *rest = raised.path.split(".")
    if place == "note":
        return replace(incident, note="")
    if place == "tiers":
        return replace(incident, tiers=())
    if place == "citations":
        kept = [_bare(one) if at == int(rest[0]) else one for at, one in enumerate(incident.citations)]
        return replace(incident, citations=tuple(kept))
    return incident


def _bare(citation: Citation) -> Citation:
    return Citation(document=citation.document, source=citation.source, url="", sha256=citation.sha256)
