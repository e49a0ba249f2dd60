"""Names of outlets folded to keys: as they sound, and as they are translated.

Many outlets are called by the same words in Kazakh, Russian and English: Семей үні, «Голос Семея», Voice of Semey.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from kuzet.language.names import fold

_WORD: Final = re.compile(r"[^\W_]+")
_LINKING: Final = frozenset(["the", "of", "и", "мен", "және", "and", "kz", "кз", "com", "org", "info", "news24"])
_VOWELS: Final = re.compile(r"[aeiouy]")

LONGEST: Final = 4
"""Consonants by which words are compared that the table does not translate: endings differ, beginnings do not."""


@lru_cache(maxsize=20_000)
def sound(name: str) -> str:
    """The words of a name folded and run together: names are written as one word or as two."""
    return "".join(fold.word(word) for word in name.replace(".", " ").replace("-", " ").split())


@lru_cache(maxsize=20_000)
def meaning(name: str) -> str:
    """The ideas of a name in alphabetical order; '' for one of a single word, or of none that `outlet_words.csv` has.

    Words that the table does not hold stand by their first consonants; words for the kind of outlet are left out where
    two others remain, since one report has them and another does not.
    """
    words = [word for word in _WORD.findall(name.lower()) if word not in _LINKING]
    ideas = [_idea(word) for word in words]
    told = {idea or _skeleton(word) for idea, word in zip(ideas, words, strict=True)}
    kept = told - _KINDS if len(told - _KINDS) > 1 else told
    return " ".join(sorted(kept)) if any(ideas) and len(kept) > 1 else ""


def _idea(word: str) -> str:
    exact, folded = _ideas()
    return exact.get(word) or folded.get(fold.word(word), "")


def _skeleton(word: str) -> str:
    heard = fold.word(word)
    return heard[:1] + _VOWELS.sub("", heard[1:])[: LONGEST - 1]


_KINDS: Final = frozenset(["newspaper", "site", "magazine", "channel", "television", "radio", "agency", "studio"])


@cache
def _ideas() -> tuple[dict[str, str], dict[str, str]]:
    """The idea of each word as it is written and as it is folded."""
    spelled = list(_spelled())
    return dict(spelled), {fold.word(word): idea for word, idea in reversed(spelled)}


def _spelled() -> Iterator[tuple[str, str]]:
    with (files(__package__) / "outlet_words.csv").open(encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            for language in ("en", "ru", "kk"):
                yield from ((word, row["idea"]) for word in row[language].split("|"))
