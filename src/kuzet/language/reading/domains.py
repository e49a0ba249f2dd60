"""Outlets that are called by the address of their site: *an analytical portal, Qala.kz*; *доступ к сайту qala.kz*.

Capitals around it (*News Site Qala.kz Knocked Offline*) or quotation marks leave the address itself the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, Protocol

from kuzet.language.reading.reading import OUTLET_KINDS, Sentence

Place = tuple[int, int, int, int]
"""First and last character of a name, numbers of its first and last word."""


class Spanned(Protocol):
    """Anything with a place in a sentence."""

    @property
    def start(self) -> int:
        """The first character."""

    @property
    def end(self) -> int:
        """The one after the last."""


NEAR: Final = 3
"""Words at most between the word for a kind of outlet and the address; none where the kind is any site or page."""


def overlaps(one: Spanned, others: Iterable[Spanned]) -> bool:
    """Whether one shares characters with any of the others."""
    return any(one.start < other.end and other.start < one.end for other in others)


def named(sentence: Sentence) -> Iterator[tuple[Place, str]]:
    """The addresses that a word for a kind of outlet stands beside, with the code of the kind."""
    if sentence.language not in _READ:
        return
    listed = sentence.of("outlets", "ngos")
    for found in _ADDRESS.finditer(sentence.text):
        start, end = found.span()
        kind = _kind(sentence, start, end)
        if kind and not any(one.start < end and start < one.end for one in listed):
            first = len(sentence.flat[:start].split())
            yield (start, end, first, first + len(sentence.flat[start:end].split()) - 1), kind


def _kind(sentence: Sentence, start: int, end: int) -> str:
    for role in sentence.of("roles"):
        if role.entry.weight == 1 or role.entry.code not in OUTLET_KINDS:
            continue
        between = sentence.text[role.end : start] if role.end <= start else sentence.text[end : role.start]
        most = NEAR if role.entry.weight else 0
        if (role.end <= start or end <= role.start) and _GAP.fullmatch(between) and len(_WORD.findall(between)) <= most:
            return role.entry.code
    return ""


_READ: Final = ("en", "ru")
"""Kazakh words with their endings stand behind the address: see `outlets`."""

_ADDRESS: Final = re.compile(
    r"(?<![\w@/.-])[A-Za-z][\w-]*(?:\.[\w-]+)*\.(?:kz|kg|uz|tj|tm|ru|by|ua|ge|az|am|com|org|net|info|media|news|press|live|asia|today)\b(?!/)"
)
_GAP: Final = re.compile(r"[\w\s,«“„\"'’-]*")
_WORD: Final = re.compile(r"\w+")
