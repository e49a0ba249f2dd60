"""What stands beside the name of an outlet and tells it: the word for its kind, apposed to it or right before it.

*The newspaper Altai Vestnik*; *Altai Vestnik, the only private weekly of the town*; *her channel, Altai Voice, covers*.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from kuzet.language.names import people, titles
from kuzet.language.reading.reading import OUTLET_KINDS, Reading, Sentence
from kuzet.language.vocabulary.lexicon import Match

_KIND_AFTER: Final = re.compile(r"(?:,|\s(?:is|was))\s(?:an?|the|one of)\s(?:[\w'’-]+\s){0,5}")
"""From a name to the word for its kind: *Altai Vestnik, the only private weekly*; *BelaPAN was the oldest agency*."""

_ENDS: Final = re.compile(
    r"$|[,.;:)–—]|\s[–—(-]|\s(?:that|which|whose|who|with|of|in|from|on|for|based|covering|about|and|run|founded|known"
    r"|critical|published|is|was|has|had)\b"
)
"""What follows the word for a kind that stands alone: *the weekly of Taraz*, not *the weekly reporter*."""

_KIND_BEFORE: Final = ", "
"""From the word for a kind to the name of the one that somebody has: *her channel, Altai Voice,*."""

_OWNED: Final = re.compile(r"\b(?:whose|his|her|their|its|my|our|\w+['’]s)\s(?:[\w'’-]+\s){0,2}$", re.IGNORECASE)


def kind(sentence: Sentence, kinds: Iterable[Match], whole: tuple[int, int]) -> str:
    """The kind that is told of a name, from `whole`, in apposition in English; '' where nothing is."""
    if sentence.language != "en":
        return ""
    return next((match.entry.code for match in kinds if _is_apposed(sentence, match, whole)), "")


def _is_apposed(sentence: Sentence, match: Match, whole: tuple[int, int]) -> bool:
    text, (start, end) = sentence.text, whole
    if end <= match.start:
        return bool(_KIND_AFTER.fullmatch(text, end, match.start)) and bool(_ENDS.match(text, match.end))
    closed = text[match.end : start] == _KIND_BEFORE and text[end : end + 1] in (",", ".")
    return closed and _OWNED.search(text, 0, match.start) is not None


def is_called(sentence: Sentence, roles: list[Match], place: tuple[int, int, int], names: people.NameData) -> bool:
    """Whether the word for its kind tells a name of several words: the newspaper Altai Vestnik.

    Then it is one name, although it begins as a person or a place does; none where a person follows on it.
    """
    before, start, end = place
    words = sentence.text[start:end].split()
    kinds = [match for match in roles if match.entry.weight != 1 and match.entry.code in OUTLET_KINDS]
    if len(words) < 2 or sentence.language == "kk" or any(people.known(one, "en", names) for one in words[1:]):
        return False
    if any(match.end <= before and not sentence.text[match.end : before].strip() for match in kinds):
        return True
    return bool(kind(sentence, kinds, (start, end)))


def is_told_next(reading: Reading, sentence: Sentence, match: Match) -> bool:
    """Whether the sentence after an ordinary word in capitals calls it an outlet: *Meduza ... the news site is*."""
    if sentence.language != "en" or not match.first or sentence.number + 1 >= len(reading.sentences):
        return False
    after = reading.sentences[sentence.number + 1]
    kinds = (one for one in after.of("roles") if one.entry.weight == 2 and one.entry.code in OUTLET_KINDS)
    return any(_THE.search(after.text[: one.start].lower()) for one in kinds)


_THE: Final = re.compile(r"(?:^|\W)the\s(?:[\w-]+\s){0,2}$")


def goes_on(sentence: Sentence, match: Match) -> bool:
    """Whether a listed name of an outlet is the beginning of a longer one in English: *Ertis* of *Ertis Online*."""
    if sentence.language != "en" or match.entry.table != "outlets":
        return False
    after = _LONGER.match(sentence.text, match.end)
    return after is not None and bool(titles.kind(after["last"]))


_LONGER: Final = re.compile(r"[ -](?:[A-Z]\w+[ -])?(?P<last>[A-Z]\w+)(?![\w-])")


def is_passive(sentence: Sentence, mark: Match) -> bool:
    """Whether somebody is told in English and does not tell: *correspondents of the agency were told*."""
    return sentence.language == "en" and _PASSIVE.search(sentence.flat, 0, mark.start) is not None


_PASSIVE: Final = re.compile(r"\b(?:was|were|been|being)\s(?:\w+ly\s)?$")
