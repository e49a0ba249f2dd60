"""Where a text gives away a name that is to be hidden: in any case, alphabet or spelling, in handles and addresses too.

A word too many is hidden rather than one too few: whoever shares a word of the name is hidden with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from kuzet.language.names import fold

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’ʼ`‘ʻ][^\W\d_]+)*")
_BEFORE: Final = re.compile(r"(?:\b[^\W\d_]\.[\s-]*){1,2}$")
_AFTER: Final = re.compile(r"\s*(?:\b[^\W\d_]\.[\s-]*){1,2}")
_GAP: Final = re.compile(r"[\s\-–.'’]{0,3}")
_GLUED_BEFORE: Final = re.compile(r"[#@/_=&?%.\-\d]$")
_GLUED_AFTER: Final = re.compile(r"^(?:[/_=&@\-\d]|\.\w)")

SHORTEST: Final = 3
"""Letters of a word from which its other spellings are looked for; a shorter one is hidden just as it is written."""

BEGINS: Final = 4
INSIDE: Final = 5
"""Letters of the folded word from which a longer word that begins with it, or holds it, gives it away."""


INITIALS: Final = 12
"""Characters beside a name in which its initials are looked for."""


class Hidden(NamedTuple):
    """A name in its spellings; `alone`: a single word of it gives it away, as with people and not with outlets."""

    spellings: tuple[str, ...]
    alone: bool = True


Span = tuple[int, int]


def hide(text: str, hidden: Sequence[Hidden], mark: str) -> str:
    """The text with `mark` in the place of every mention.

    >>> hide("Күзетші Айгүл Бекованы итерді", [Hidden(("Aigul Bekova",))], "[…]")
    'Күзетші […] итерді'
    """
    for start, end in reversed(list(_joined(one for each in hidden for one in spans(text, each)))):
        text = f"{text[:start]}{mark}{text[end:]}"
    return text


def tells(text: str, hidden: Sequence[Hidden]) -> bool:
    """Whether a text gives one of the names away."""
    return any(next(spans(text, each), None) for each in hidden)


def names(text: str, hidden: Hidden) -> bool:
    """Whether a text tells the whole name, and not only a word of it that others have too."""
    found = (text[start:end] for start, end in spans(text, hidden))
    return any(_is_whole(one, hidden) for one in found)


def _is_whole(found: str, hidden: Hidden) -> bool:
    least = min(len(_WORD.findall(each)) for each in hidden.spellings)
    enough = len(_WORD.findall(found)) >= min(least, 2)
    return enough and any(fold.agreement(fold.name(found), fold.name(each)) for each in hidden.spellings)


@lru_cache(maxsize=1000)
def without_given(hidden: Hidden) -> Hidden:
    """The name of a person without the first of several words, which many others have."""
    if not hidden.alone:
        return hidden
    return hidden._replace(spellings=tuple(each.split(maxsplit=1)[-1] for each in hidden.spellings))


def spans(text: str, hidden: Hidden) -> Iterator[Span]:
    """Where the name stands, with its initials, in order; spans do not overlap."""
    words = list(_WORD.finditer(text))
    found = _people(text, words, hidden) if hidden.alone else _phrases(text, words, hidden)
    yield from _joined(_with_initials(text, one) for one in found)


def _may_be_a_name(text: str, match: re.Match[str]) -> bool:
    """A word with a capital, of an alphabet without capitals, or glued into a handle or an address."""
    first = match[0][0]
    if first.isupper() or first.upper() == first.lower():
        return True
    before, after = text[max(0, match.start() - 1) : match.start()], text[match.end() : match.end() + 2]
    return bool(_GLUED_BEFORE.search(before) or _GLUED_AFTER.search(after))


def _people(text: str, every: Sequence[re.Match[str]], hidden: Hidden) -> Iterator[Span]:
    """Runs of words of the name; one other word between two of them (a patronymic) goes with them."""
    words = [match for match in every if _may_be_a_name(text, match)]
    hits = [_gives_away(match[0], hidden) for match in words]
    for at, match in enumerate(words):
        between = 0 < at < len(words) - 1 and hits[at - 1] and hits[at + 1]
        close = between and _near(text, words[at - 1], match) and _near(text, match, words[at + 1])
        if hits[at] or close:
            yield match.span()


def _phrases(text: str, words: Sequence[re.Match[str]], hidden: Hidden) -> Iterator[Span]:
    """Runs that say all words of a spelling in their order."""
    for spelling in hidden.spellings:
        wanted = _WORD.findall(spelling)
        for at in range(len(words) - len(wanted) + 1 if wanted else 0):  # a name of digits alone has no words
            run = words[at : at + len(wanted)]
            said = all(same(match[0], word) for match, word in zip(run, wanted, strict=True))
            if said and _may_be_a_name(text, run[0]) and all(_near(text, *pair) for pair in pairwise(run)):
                yield run[0].start(), run[-1].end()


def _near(text: str, left: re.Match[str], right: re.Match[str]) -> bool:
    return bool(_GAP.fullmatch(text[left.end() : right.start()]))


def _joined(found: Iterator[Span]) -> Iterator[Span]:
    """Spans in order, those that overlap or touch but for a blank or a hyphen as one."""
    whole: Span | None = None
    for start, end in sorted(found):
        if whole and start <= whole[1] + 1:
            whole = whole[0], max(whole[1], end)
            continue
        if whole:
            yield whole
        whole = start, end
    if whole:
        yield whole


def _with_initials(text: str, found: Span) -> Span:
    near = max(0, found[0] - INITIALS)
    before = _BEFORE.search(text[near : found[0]])
    after = _AFTER.match(text[found[1] : found[1] + INITIALS])
    start = near + before.start() if before else found[0]
    end = found[1] + len(after[0].rstrip()) if after and after[0].strip() else found[1]
    return start, end


@lru_cache(maxsize=200_000)
def _gives_away(word: str, hidden: Hidden) -> bool:
    return any(same(word, each) for spelling in hidden.spellings for each in _WORD.findall(spelling))


@lru_cache(maxsize=200_000)
def same(found: str, word: str) -> bool:
    """Whether a word that was found can be that word of a name, however it is spelled and declined."""
    if found.casefold() == word.casefold():
        return True
    if min(len(found), len(word)) < SHORTEST:
        return False
    if fold.agreement(fold.name(found), fold.name(word)):
        return True
    stem, heard = fold.word(word), fold.word(found)
    return (len(stem) >= BEGINS and heard.startswith(stem)) or (len(stem) >= INSIDE and stem in heard)
