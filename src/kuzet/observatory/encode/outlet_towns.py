"""Towns that a Kazakh text names only to say where an outlet is."""

from __future__ import annotations

import re
from typing import Final

from kuzet.language.reading.reading import OUTLET_KINDS, Sentence
from kuzet.language.vocabulary.lexicon import Match


def is_of_an_outlet(sentence: Sentence, match: Match) -> bool:
    """Whether a Kazakh text says with the town only where an outlet is.

    *Бішкектегі «Жаңы үн» басылымының журналисі*, *Прагада тіркелген «Тұран» сайтының тілшісі*.
    """
    if sentence.language != "kk":
        return False
    based = _BASED.match(sentence.text, match.end)
    if based is None and not sentence.text[match.start : match.end].endswith(_KAZAKH_IN):
        return False
    named = _QUOTED.match(sentence.text, based.end() if based else match.end + 1)
    kinds = (one for one in sentence.of("roles") if one.entry.code in OUTLET_KINDS)
    return named is not None and any(0 <= one.start - named.end() <= _NEXT for one in kinds)


_KAZAKH_IN: Final = ("дағы", "дегі", "тағы", "тегі")
_BASED: Final = re.compile(r" (?:шығатын|тіркелген|орналасқан|жарық көретін|таралатын) ")
_NEXT: Final = 14
"""Letters at most between the name of an outlet and the word for its kind: «...» тәуелсіз басылымы."""

_QUOTED: Final = re.compile(r"[«“„\"][^«»“”„\"\n]{2,40}[»”“\"]")
