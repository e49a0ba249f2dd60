"""Sentences that tell of what was before: earlier steps of a case, an attack of last year that a new one recalls.

In Kazakh the tense tells it (*тінтілген болатын*, *салынған еді*, *шығарған-ды*), or words such as *еске салсақ*.
"""

from __future__ import annotations

import re
from typing import Final

from kuzet.language.reading.reading import Sentence

_PLUPERFECT: Final = re.compile(
    r"\b\w+(?:[гк][ае]н (?:еди|болатын|едик|едим)|[гк][ае]н (?:ды|ди)|(?:ып|ип|[аеи]п) еди)\b(?! (?:деп|деди|дейди))"
)

_EVENT: Final = re.compile(
    r"^\W*(?:(?:\w+ ){0,2}(?:созинше|айтуынша|малиметинше)\W+)?"
    r"(?:бул (?:окига|жагдай|жанжал|дау)?|окига|жагдай|жанжал|дау|шабуыл)\b.*"
    r"\b(?:болган|болды|орын ал\w+|ту[дг]\w+|шык\w+|басталган|тиркелген)\b"
)


def is_when(sentence: Sentence) -> bool:
    """Whether a Kazakh sentence tells when what the text is about happened: *Оқиға 5 мамырда болған*."""
    return sentence.language == "kk" and _EVENT.search(sentence.flat) is not None


_HELD: Final = re.compile(r"\b(?:отти|болды|болган|аякталды|откен)\W*$")


def is_held(sentence: Sentence) -> bool:
    """Whether a Kazakh sentence ends as of what was held already: *Сот отырысы 25 сәуірде өтті*."""
    return sentence.language == "kk" and _HELD.search(sentence.flat) is not None


def is_told(sentence: Sentence) -> bool:
    """Whether the sentence tells of something earlier than the rest of the text."""
    if any(match.entry.code == "background" for match in sentence.of("words")):
        return True
    return sentence.language == "kk" and _PLUPERFECT.search(sentence.flat) is not None
