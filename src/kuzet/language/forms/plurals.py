"""Whether a word for people stands in the plural, and how a group or a crew is called in the nominative."""

from __future__ import annotations

import re
from typing import Final

from kuzet.language.forms import morph

_PLURAL: Final = {
    "kk": re.compile(r"(?P<stem>.{3,}[лдт][ае]р)(?:[ыі]\w*|[гқғк]\w+|мен|[дтн]\w+)?"),
    "ru": re.compile(
        r"(?P<stem>.*(?:ист|ник|[ао]т|[оё]р|ер|ент|тел|ск|ант|ец|ц|кин))"
        r"(?P<ending>ы|и|ов|ей|ам|ям|ами|ями|ах|ях|ие|их|ими)"
    ),
    "en": re.compile(r"(?P<stem>.*[^s'’]s)"),
}
_SINGULAR: Final = ("репортер", "репортёр", "press", "news")
_SOFT: Final = ("ник", "тел", "ск")


def is_plural(words: str, language: str) -> bool:
    """Whether the words call several people: журналистам, тілшілерге, members of the press."""
    several = words.lower().split() if language != "kk" else words.lower().split()[-1:]
    return any(_PLURAL[language].fullmatch(word) is not None for word in several if word not in _SINGULAR)


def nominative(words: str, language: str) -> str:
    """The words as a group is called: тілшілеріне: тілшілер, журналистам: журналисты; English has no cases."""
    before, _, last = words.rpartition(" ")
    found = _PLURAL[language].fullmatch(last.lower())
    if found is None or last in _SINGULAR or language == "en" or (language == "ru" and before):
        return words
    ending = "" if language == "kk" else "и" if found["stem"].endswith(_SOFT) else "ы"
    return f"{before} {found['stem']}{ending}".strip()


_POSSESSED: Final = re.compile(r"(?P<word>.*[ыі])(?:н(?:[ыі]ң|[ае]н?|д[ае])?|мен)")


def crew(words: str, language: str) -> str:
    """A crew as it is called, its kind with it: *Хабар арнасының түсіру тобын*: *... тобы*, *съёмочную группу*."""
    if language == "ru":
        return morph.nominative(words)
    found = _POSSESSED.fullmatch(words) if language == "kk" else None
    return found["word"] if found else words
