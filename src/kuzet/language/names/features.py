"""What the Kazakh model of names is told of each word; one module for its training and its use.

Everything is said of the word in small letters without the Kazakh ones (`script.bare`), so a text typed with Russian
letters only gives the same features as one with all its letters. The capitals are told by the shape.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from kuzet.language.names import people

_TOKEN: Final = re.compile(r"\w+(?:[-’'ʼ]\w+)*|[^\w\s]")
_LETTER: Final = re.compile(r"[^\W\d_]")
_REPEATED: Final = re.compile(r"(.)\1+")
_OPENING: Final = frozenset("«“„")
_CLOSING: Final = frozenset("»”")
_EDGE: Final = ("edge",)
ENDS: Final = (2, 3, 4, 5)
"""Beginnings and endings of so many letters are told."""


def tokens(text: str) -> list[tuple[int, int]]:
    """Words and signs of a text as spans; a hyphen or an apostrophe inside a word does not part it."""
    return [match.span() for match in _TOKEN.finditer(text)]


def of(words: Sequence[str]) -> list[list[str]]:
    """The features of each token of one sentence."""
    outer = [tuple(_outer(word)) for word in words]
    inner = [tuple(_inner(word)) for word in words]
    quoted, first = _quoted(words), _first(words)
    rows = []
    for number in range(len(words)):
        own = [*outer[number], *inner[number], f"quoted={quoted[number]}"]
        rows.append([*own, *(["first"] if number == first else []), *_around(outer, number)])
    return rows


def shape(word: str) -> str:
    """The form of a word: Жұмабек is `Xx`, ҚазТАГ `XxX`, 2-ші `0-x`."""
    letters = _LETTER.sub(lambda match: "X" if match[0].isupper() else "x", word)
    return _REPEATED.sub(r"\1", re.sub(r"\d", "0", letters))


def _outer(word: str) -> Iterator[str]:
    """What the neighbours are told of a word as well: itself, its stem, its shape, its ending."""
    plain = people.plain(word)
    yield f"word={plain}"
    yield f"stem={people.stem(word, 'kk')}"
    yield f"shape={shape(word)}"
    yield f"end={plain[-3:]}"


def _inner(word: str) -> Iterator[str]:
    """Its beginnings and endings, and those of its stem: the endings of surnames stand before those of cases."""
    plain, stem = people.plain(word), people.stem(word, "kk")
    for length in ENDS:
        if len(plain) > length:
            yield f"begins={plain[:length]}"
            yield f"ends={plain[-length:]}"
        if len(stem) > length:
            yield f"stem ends={stem[-length:]}"


def _around(outer: Sequence[tuple[str, ...]], number: int) -> Iterator[str]:
    """The two tokens to each side, and the shapes of each pair with the nearest."""
    for step in (-2, -1, 1, 2):
        near = outer[number + step] if 0 <= number + step < len(outer) else _EDGE
        yield from (f"{step:+}:{feature}" for feature in near)
        if abs(step) == 1 and near is not _EDGE:
            yield f"{step:+}:{outer[number][2]}&{near[2]}"


def _first(words: Sequence[str]) -> int:
    """The number of the first word, whose capital tells nothing."""
    return next((number for number, word in enumerate(words) if word[0].isalnum()), -1)


def _quoted(words: Sequence[str]) -> list[int]:
    """1 for each token between quotation marks."""
    inside, out = 0, []
    for word in words:
        inside = 1 if word in _OPENING else inside
        out.append(inside)
        inside = 0 if word in _CLOSING else inside
    return out
