"""People whom a text calls media workers in another sentence than the one that names them.

Reports do it in three ways. The next sentence calls the person by the word for a role alone (*Айнұр Бекболатоваға
шабуыл жасалды. Журналистің қабырғасы сынған*; *the reporter was taken to hospital*). A Kazakh sentence says who was
among those just spoken of (*Олардың арасында ... бар*). A text in the first person names its author at the start, has
the name above it as pages do, or signs with it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final, Protocol

from kuzet.language.names import people
from kuzet.language.names.people import Mention
from kuzet.language.reading import author
from kuzet.language.reading.reading import Reading, Sentence
from kuzet.language.vocabulary.lexicon import Match


class Named(Protocol):
    """A mention of a person with the number of its sentence and first word, and what is said of the person there."""

    @property
    def sentence(self) -> int:
        """The number of the sentence."""

    @property
    def mention(self) -> Mention:
        """The words."""

    @property
    def first(self) -> int:
        """The number of the first word in the sentence."""

    @property
    def roles(self) -> tuple[str, ...]:
        """Media roles."""

    @property
    def others(self) -> tuple[str, ...]:
        """What speaks against a media worker."""


def elsewhere(reading: Reading, every: Sequence[Named]) -> Mapping[int, str]:
    """The roles of mentions, by their places in `every`, that other sentences tell."""
    plain = [number for number, one in enumerate(every) if _is_plain(one)]
    found = {number: role for number in plain if (role := _among(reading, every[number]))}
    found |= _headed(reading, every)
    told = [one.sentence for one in every if one.roles]
    if not told:
        found |= _echoed(reading, every, plain)
    elif reading.language == "en":
        found |= _told_at_once(reading, every, [number for number in plain if every[number].sentence < min(told)])
    return found | _author(reading, every, plain)


def _is_plain(one: Named) -> bool:
    full = one.mention.sure and len(one.mention.words) > 1
    return full and not one.roles and not one.others


def _among(reading: Reading, one: Named) -> str:
    """The role of those just spoken of, where the sentence says that the person was among them."""
    sentence = reading.sentences[one.sentence]
    if not one.sentence or not any(match.entry.code == "among" for match in sentence.of("words")):
        return ""
    return next((match.entry.code for match in _roles(reading.sentences[one.sentence - 1])), "")


def _echoed(reading: Reading, every: Sequence[Named], plain: Sequence[int]) -> dict[int, str]:
    """The only person of a text, or of the sentence before, where one of the next calls that one by a role alone."""
    alone = len({_surname(reading, every[number]) for number in plain}) == 1
    by_sentence: dict[int, list[int]] = {}
    for number in plain:
        by_sentence.setdefault(every[number].sentence, []).append(number)
    for first, found in by_sentence.items():
        start = _last_of_one(reading, every, found[0]) if len(found) == 1 else first
        for sentence in reading.sentences[start + 1 : start + 1 + (_NEXT if alone else 1)] if len(found) == 1 else ():
            role = next((match for match in _roles(sentence) if _calls_again(sentence, match)), None)
            if role is not None and not sentence.mentions[1:]:
                return {found[0]: role.entry.code}
    return {}


def _told_at_once(reading: Reading, every: Sequence[Named], plain: Sequence[int]) -> dict[int, str]:
    """Of those named before any media worker in English, who alone in a sentence is *the reporter* of one of the next.

    A word that means one of those named cannot mean somebody who is introduced only later.
    """
    found: dict[int, str] = {}
    for number in plain:
        start = every[number].sentence
        if sum(one.sentence == start for one in every) > 1:
            continue
        after_it = [one for one in every if one.sentence > start and one.mention.sure and not one.others]
        named = min((one.sentence for one in after_it), default=None)
        for after in reading.sentences[start + 1 : start + 1 + _SOON][: named - start - 1 if named else None]:
            role = next((match for match in _roles(after) if _calls_again(after, match)), None)
            if role is not None:
                found[number] = role.entry.code
                break
    return found


_SOON: Final = 4
"""Sentences after the name in which *the reporter* still means the only one who was named."""


def _headed(reading: Reading, every: Sequence[Named]) -> dict[int, str]:
    """Who opens the text under a Russian headline that names nobody: *Блогер получил срок. Далеру Сафарову 34 года*.

    The headline calls one person a media worker, and the first person named next stands at the start of a sentence.
    """
    if len(reading.sentences) < _LEAD or reading.sentences[0].language != "ru" or not every:
        return {}
    headline, first = reading.sentences[0], every[0]
    roles = [one for one in _roles(headline) if not _is_plural(headline, one)]
    opens = 0 < first.sentence < _LEAD and first.first == 0 and _is_plain(first)
    if len(roles) != 1 or headline.mentions or not opens:
        return {}
    return (
        {}
        if any(one.entry.code == "speech" for one in reading.sentences[first.sentence].of("words"))
        else {0: roles[0].entry.code}
    )


def _last_of_one(reading: Reading, every: Sequence[Named], number: int) -> int:
    """The last of the sentences in a row, from that of a mention on, which in English name this person and no other."""
    last, surname = every[number].sentence, _surname(reading, every[number])
    while reading.language == "en":
        after = {_surname(reading, one) for one in every if one.sentence == last + 1}
        if after != {surname}:
            break
        last += 1
    return last


_LEAD: Final = 3
"""Sentences of a headline with the beginning of its text."""


def _calls_again(sentence: Sentence, role: Match) -> bool:
    """Whether the word for a role is of one person who was spoken of before: alone, or *the* stands before it."""
    if sentence.language == "en":
        return _THE.search(sentence.text[: role.start]) is not None and not _is_plural(sentence, role)
    if sentence.language == "kk" and role.first and (sentence.mentions or _ANOTHER.search(sentence.flat[: role.start])):
        return False
    return not _is_plural(sentence, role)


_ANOTHER: Final = re.compile(r"\b(?:бир|баска|таныс|ариптес)\w*(?: \w+)? $")
_THE: Final = re.compile(r"\b[Tt]he\s(?:[a-z]+\s)?$")


_NEXT: Final = 2
"""Sentences after the name in which the role stands."""

_PLURAL: Final = {
    "kk": re.compile(r"[лдт][ае]р(?:[ыи]\w{0,4}|[гкдтн]\w{1,3}|мен)?$"),
    "ru": re.compile(r"(?:[стрк]ы|ки|ели|[оае]в|ам|ям|ами|ями|ах|ях)$"),
    "en": re.compile(r"(?:s|men)$"),
}


def _is_plural(sentence: Sentence, match: Match) -> bool:
    return _PLURAL[sentence.language].search(sentence.flat[match.start : match.end]) is not None


def _author(reading: Reading, every: Sequence[Named], plain: Sequence[int]) -> dict[int, str]:
    """Who writes in the first person: named after *I*, or alone in one of the last lines."""
    own = [number for number in plain if any(rule(reading, every[number]) for rule in (_is_introduced, _signs, _heads))]
    if not own or not author.is_first_person(reading):
        return {}
    told = author.kind(reading)
    role = next((match.entry.code for one in reading.sentences for match in _roles(one)), told or _by_works(reading))
    kazakh = reading.sentences[every[own[0]].sentence].language == "kk"
    of_media = kazakh or any(match.entry.weight for one in reading.sentences for match in one.of("roles"))
    return {own[0]: role} if of_media or told else {}


def _by_works(reading: Reading) -> str:
    """Whose works the text calls its own (*мой репортаж*): a journalist's, or a blogger's as with any page."""
    own = (match.entry.code for one in reading.sentences for match in one.of("roles") if match.entry.weight)
    return "journalist" if "journalist" in own else "blogger"


def _heads(reading: Reading, one: Named) -> bool:
    """The name alone in the first line, as above the message of a page."""
    first = reading.sentences[one.sentence]
    return one.sentence == 0 and first.text.strip(_AROUND) == first.text[one.mention.start : one.mention.end]


_AROUND: Final = " .:,|@\u2014\u2013-"


def _is_introduced(reading: Reading, one: Named) -> bool:
    flat = reading.sentences[one.sentence].flat
    return flat[: one.mention.start].split()[-2:] in _I or flat[: one.mention.start].split()[-1:] in _I


_I: Final = (
    *(["мен"], ["менин", "атым"], ["менин", "есимим"], ["бул", "мен"]),
    *(["я"], ["меня", "зовут"], ["name", "is"], ["i", "am"]),
)


def _signs(reading: Reading, one: Named) -> bool:
    """A signature: in one of the last two sentences, with little beside the name, and at the end of the text."""
    sentence = reading.sentences[one.sentence]
    late = one.sentence >= len(reading.sentences) - _LAST
    tail = sentence.text[one.mention.start :]
    return late and len(tail.split()) <= _LINE and _BEFORE.search(sentence.text[: one.mention.start]) is not None


_LAST: Final = 2
_LINE: Final = 8
"""Words of a signature at most, with the paper or the town."""
_BEFORE: Final = re.compile(r"(?:^|[.!?»)\"]\s*)[—–-]*\s*$|\($|(?:^|\s)#\w+\s*$")
"""What stands before a signature: the beginning of a sentence, a dash, a bracket, or tags."""


def _roles(sentence: Sentence) -> list[Match]:
    return [match for match in sentence.of("roles") if match.entry.weight == 1]


def _surname(reading: Reading, one: Named) -> str:
    return people.stem(one.mention.words[-1], reading.sentences[one.sentence].language)
