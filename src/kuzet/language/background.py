"""What a text tells of earlier: sentences that recall what came before its news (Напомним, в марте ...; years ago).

In Kazakh the tense tells it (*тінтілген болатын*, *салынған еді*, *шығарған-ды*), or words such as *еске салсақ*.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from kuzet.language.reading import Sentence

TO_THE_END: Final = 2
"""Weight of a mark that also covers the sentences after it in its paragraph."""

_PLUPERFECT: Final = re.compile(
    r"\b\w+(?:[гк][ае]н (?:еди|болатын|едик|едим)|[гк][ае]н (?:ды|ди)|(?:ып|ип|[аеи]п) еди)\b(?! (?:деп|деди|дейди))"
)


def of(sentences: Sequence[Sentence]) -> frozenset[int]:
    """The numbers of the sentences that recall."""
    found: set[int] = set()
    open_paragraph = -1
    for sentence in sentences:
        marks = [match for match in sentence.of("words") if match.entry.code == "background"]
        if any(match.entry.weight == TO_THE_END for match in marks):
            open_paragraph = sentence.paragraph
        if marks or sentence.paragraph == open_paragraph or _is_pluperfect(sentence):
            found.add(sentence.number)
    return frozenset(found)


def _is_pluperfect(sentence: Sentence) -> bool:
    return sentence.language == "kk" and _PLUPERFECT.search(sentence.flat) is not None
