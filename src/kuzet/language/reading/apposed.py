"""Which word for a role belongs to a name in Kazakh, where it stands right before the name and takes no ending.

*журналист Омаровқа*, *«Арна» газетінің тілшісі Айжан Омар*; in *журналистке Омаров қоңырау шалды* it is another's. In
English it is another's where a clause tells what somebody did to that one: *Denis P., who stabbed the editor*.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from msgspec import structs

from kuzet.language.reading.reading import OUTLET_KINDS, Sentence
from kuzet.language.vocabulary.lexicon import Entry, Match

_WORKER: Final = r"(?:\w*журналист?|\w*тілші|блогг?ер|редактор|\w*оператор|репортер|корреспондент)"
_CASE: Final = r"(?:н?[ыі]ң|[дтн][ыі]ң|[дтн][ыі]|н|[ғгқк][ае]|н[ае]|[дтн][ае]н|[дт][ае]|нд[ае]|[мпб]ен)"
_OBJECT: Final = re.compile(rf"{_WORKER}(?:[лт][ае]р)?(?:с?[ыі])?{_CASE}")
"""A word for media workers with the ending of a case."""

_HEAD: Final = re.compile(r"(?:бас\s)?(?:басшысы|директоры|жетекшісі|басқарушысы|иесі|құрылтайшысы)")


def is_others(sentence: Sentence, role: Match, first: int) -> bool:
    """Whether a role word before a name, which begins with word `first`, has an ending and so is not the name's."""
    if sentence.language == "en":
        return _is_others_in_english(sentence, role, first)
    if sentence.language == "ru":
        return first < role.first and _is_anothers_word(sentence, role)
    if sentence.language != "kk" or role.last >= first:
        return False
    return _OBJECT.fullmatch(sentence.text[role.start : role.end].lower().split()[-1]) is not None


def _is_anothers_word(sentence: Sentence, role: Match) -> bool:
    """Whether a Russian word for a media worker goes with the noun right before it: *на звонок корреспондента*."""
    return _TO_MEDIA.search(sentence.text[: role.start].lower()) is not None


_TO_MEDIA: Final = re.compile(
    r"\b(?:звон\w+|вопрос\w*|запрос\w*|просьб\w+|беседе|разговоре|интервью|комментари\w+)\s"
    r"(?:с\s|для\s)?(?:наш\w+\s|одной\sиз\s)?$"
)
"""What media workers are told in answer to."""


def _is_others_in_english(sentence: Sentence, role: Match, first: int) -> bool:
    """*The editor's brother Ann*; *Denis P., who stabbed the editor*; *Ann Lee, founder of the project Temir Kalem*."""
    if _POSSESSOR.match(sentence.text, role.end) or (role.last < first and is_of(sentence, role)):
        return True
    words = sentence.flat.split()
    if first < role.first:
        return _DID.search(" ".join(words[first : role.first])) is not None
    apposition = " of " in sentence.flat[role.start : role.end] and _NAMED.search(sentence.text[: role.start])
    return bool(apposition) or _DOES.search(" ".join(words[role.last + 1 : first])) is not None


_POSSESSOR: Final = re.compile(
    r"['’]s\s(?:\w+\s)?(?:brother|sister|father|mother|son|daughter|wife|husband|widow|cousin|uncle|aunt"
    r"|nephew|niece|parents?|family|relatives?|lawyer|attorney|counsel|neighbou?r|friend|colleague|driver|boss)\b"
)
_NAMED: Final = re.compile(r"\b[A-Z][\w’'-]+,\s$")
"""A name with a comma before the role that goes with it."""
_DOES: Final = re.compile(
    r"\b(?:did|does|do|has|have|had|not|would|will|could|refused|beaten|attacked|detained|arrested|by|who|whom|told|asked)\b"
    r"(?!.*\b(?:as|named|called)\b)"
)
"""Verbs between a role and a name after it: the two are not one person."""
_DID: Final = re.compile(
    r"\b(?:who|whom)\b(?! (?:is|was|has|had|have|works?|worked|writes?|wrote|edits?|edited|serves?|served|heads?"
    r"|headed|runs?|ran|leads?|led|founded|became|reports?|reported|hosts?|hosted|began|started|used|spent"
    r"|combines?|combined) )"
)
"""A clause of somebody who did something to the one with the role; *who works as a reporter* tells the role itself."""


def is_of(sentence: Sentence, match: Match) -> bool:
    """Whether the words end in *of*, so that a name after them is another's: *the father of Ann Lee*."""
    return sentence.language == "en" and sentence.flat[match.start : match.end].endswith(" of")


def is_apart(sentence: Sentence, office: Match, name_end: int) -> bool:
    """Whether an office after a name is no apposition to it.

    In Kazakh a comma, a dash or a bracket stands between the two; in Russian no preposition does: *Нуров пожаловался на
    прокурора*.
    """
    if sentence.language == "ru" and office.start > name_end:
        return _TURNED_TO.search(sentence.text[name_end : office.start].lower()) is not None
    if sentence.language != "kk" or office.start <= name_end or _is_verb(office):
        return False
    return _SIGN.match(sentence.text, name_end) is None


_TURNED_TO: Final = re.compile(
    r"\s(?:со?|ко?|от|у|на|против|перед|над)\s(?:\w+(?:[иы]м|[оеё]й|[оеё]м?у|[оеё]го|ую)\s)?$"
)


def _is_verb(office: Match) -> bool:
    """Whether the word is what somebody did: who killed is no target."""
    return office.entry.pattern == "өлтір"


_SIGN: Final = re.compile(r"\w*\s?[,–—(-]")


def is_nearer(sentence: Sentence, office: Match, role: Match, first: int) -> bool:
    """Whether the office stands right before a name in Kazakh, and the word for a media worker only after it."""
    return sentence.language == "kk" and office.last + 1 == first and role.first > first


def heads(sentence: Sentence) -> Iterator[Match]:
    """Heads of an outlet, as Kazakh calls them: the word right after its name (*Ulysmedia басшысы*)."""
    for office in sentence.of("officials") if sentence.language == "kk" else ():
        if _HEAD.fullmatch(sentence.text[office.start : office.end].lower()) and _of_outlet(sentence, office):
            yield structs.replace(office, entry=_MANAGER)


_MANAGER: Final = Entry("roles", "media_manager", weight=1, pattern="")


def _of_outlet(sentence: Sentence, office: Match) -> bool:
    outlets = (*sentence.of("outlets"), *_kinds(sentence.of("roles")))
    return any(_OWNER.fullmatch(sentence.text[one.end : office.start]) is not None for one in outlets)


_OWNER: Final = re.compile(r"(?:[-’]?[нтд][ыі]ң)?[»”\"]?\s")
"""Between an outlet and its head: Ulysmedia-ның басшысы, «Дала» директоры."""


def _kinds(roles: Iterable[Match]) -> Iterator[Match]:
    return (one for one in roles if one.entry.weight != 1 and one.entry.code in OUTLET_KINDS)


def is_named(sentence: Sentence, match: Match) -> bool:
    """Whether the name stands right behind the word, between commas, in English: *his lawyer, Gulnaz Isakova, was*."""
    ends = {one.start: one.end for one in sentence.mentions if one.sure}
    end = ends.get(match.end + 2, 0) if sentence.text.startswith(", ", match.end) else 0
    return sentence.language == "en" and sentence.text.startswith(",", end) and bool(end)


def of_one(sentence: Sentence) -> list[Match]:
    """Words for offices that can be those of one person named beside them: not plural, nobody's own (her lawyer)."""
    plural, owner = _PLURAL.get(sentence.language), _WHOSE[sentence.language]
    return [
        match
        for match in sentence.of("officials")
        if not (plural and plural.fullmatch(sentence.text[match.start : match.end].split()[0].lower()))
        and (is_named(sentence, match) or not owner.search(sentence.text[: match.start].lower()))
    ]


_PLURAL: Final = {
    "kk": re.compile(r".*[лдт][ае]р(?:[ыі]\w*|[гқғк]\w+|мен|[дтн]\w+)?"),
    "ru": re.compile(
        r".*(?:ист|ник|[ао]т|[оё]р|ер|ент|тел|ск|ант|ец|ц|кин)"
        r"(?:ы|и|ов|ей|ам|ям|ами|ями|ах|ях|ие|их|ими)"
    ),
}
_WHOSE: Final = {
    "kk": re.compile(r"(?!)"),
    "ru": re.compile(r"\b(?:его|её|ее|их)\s$"),
    "en": re.compile(r"\b(?:his|her|their|whose)\s$"),
}
