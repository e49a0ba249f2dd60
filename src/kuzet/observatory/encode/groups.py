"""Groups that an act hit: counted ones, and those only described, such as "journalists"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from kuzet.basis import codebook
from kuzet.basis.coding import Answer, Target
from kuzet.basis.names import Name
from kuzet.language.forms import kazakh, morph, plurals
from kuzet.language.reading.acts import Act
from kuzet.language.reading.author import AUTHOR
from kuzet.language.reading.reading import OUTLET_KINDS, Sentence
from kuzet.language.text import tables
from kuzet.language.values import dates, numbers
from kuzet.language.vocabulary.lexicon import Match
from kuzet.observatory.encode.material import Material, answer


class Counted(NamedTuple):
    """A group told by a number, the word for it and the sentence that counts it."""

    role: Match
    sentence: int
    target: Answer[Target]


def counted(material: Material, named: int, *, outlets: bool) -> tuple[Answer[Target], ...]:
    """Groups told by a number with a word for media workers after it: 36 журналистов, семь сотрудников.

    Beside `named` people only a group that is told at the top to have been hit and that has others in it; of `outlets`
    counted only those of a text that names none.
    """
    groups = _groups(material)
    if named:
        return tuple(one.target for one in groups if _people(one) > named and _is_hit(one, material))
    return tuple(one.target for one in groups if not (outlets and one.role.entry.code in OUTLET_KINDS))


def _people(group: Counted) -> int:
    """How many people a group is; 0 for one of outlets."""
    return 0 if group.role.entry.code in OUTLET_KINDS else group.target.value.people or 0


def _is_hit(group: Counted, material: Material) -> bool:
    """Whether a sentence at the top counts the group, or one beside a sentence that tells one of the plainest acts."""
    acts = (act for act in material.scene.acts if act.value >= PLAIN and act.bond in CLOSE)
    return group.sentence - material.scene.first < LEAD or any(abs(act.sentence - group.sentence) <= 1 for act in acts)


LEAD: Final = 2
"""Sentences at the top, which tell who was hit."""


def _groups(material: Material) -> Iterator[Counted]:
    """Every group counted; the first of as many people."""
    done: set[int] = set()
    for sentence in material.scene.sentences:
        roles = sentence.of("roles")
        own = [match.end for match in sentence.of("words") if match.entry.code == "own"]
        roles = [match for match in roles if match.end not in own]
        for number in numbers.find(sentence.text, sentence.language) if roles else ():
            value = int(number.value) if number.kind == "count" and 1 < number.value < 1000 else 0
            role = next((match for match in roles if 0 <= match.start - number.end <= 25), None)
            if value and role is not None and value not in done and _counts(sentence, number, role):
                done.add(value)
                yield Counted(role, sentence.number, _group(material, sentence, (number.start, role), value))


def _counts(sentence: Sentence, number: numbers.FoundNumber, role: Match) -> bool:
    """Whether the number counts the people: one word in between at most, and the number is no part of a date."""
    between = sentence.text[number.end : role.start]
    if (
        len(between.split()) > 1
        or between.startswith("-")
        or _is_called_so(sentence, number, role)
        or any(sign in between for sign in ",.;:()%–—«»")
        or "жас" in between
        or "year" in between
    ):
        return False  # a number of years is an age: отыз екі жастағы тілші, the 69-year-old journalist
    if sentence.language == "kk" and _INFLECTED.search(_text(sentence, number)):
        return False  # an hour, or some out of so many: таңғы алтыда журналист келді
    if sentence.language == "kk" and role.entry.weight == 0 and not _of_media(sentence, number.start):
        return False  # anybody's people: компанияның екі қызметкері
    known = {row["word"] for row in tables.rows(sentence.language, "common")}
    if (
        between.strip().lower() in known
        or _is_time(between, sentence.language)
        or (sentence.language != "kk" and _text(sentence, number) in known)
    ):
        return False
    found = dates.find(sentence.text, sentence.language, None)
    return not any(one.start <= number.start < one.end for one in found)


def _is_called_so(sentence: Sentence, number: numbers.FoundNumber, role: Match) -> bool:
    """Whether the number is part of a name: 7 Арна телеарнасы, the Saryarqa 24 channel."""
    before = sentence.text[: number.start].split()[-1:]
    if sentence.language == "kk":
        return sentence.text[role.start].isupper() and number.start > 0
    behind = bool(before) and before[0][:1].isupper() and len(sentence.text[: number.start].split()) > 1
    return behind and role.entry.code in OUTLET_KINDS


def _of_media(sentence: Sentence, end: int) -> bool:
    """Whether a word for media or a name of an outlet stands right before: редакцияның екі қызметкері."""
    before = (*sentence.of("outlets"), *(one for one in sentence.of("roles") if one.entry.weight > 0))
    return any(0 <= end - one.end <= _NEXT for one in before)


_NEXT: Final = 12
"""Letters at most between a word for media and a number that counts its people, with the ending of the word."""

_INFLECTED: Final = re.compile(r"(?:[дт][ае]|[дт][ае]н|н[ае]н|[ғгқк][ае])$")


def _is_time(between: str, language: str) -> bool:
    """Whether the number counts days, months or times: екі айда редакцияға төрт тексеру келді."""
    return language == "kk" and _TIME.fullmatch(between.strip().lower()) is not None


_TIME: Final = re.compile(
    r"(?:сағат|тәулік|күн|апта|ай|жыл|рет|мәрте|минут)(?:т[аы]|[дт][ае]|лық|лік|дық|дік|[ғгқк][ае])?"
)


def _text(sentence: Sentence, number: numbers.FoundNumber) -> str:
    return sentence.text[number.start : number.end].lower()


def _group(material: Material, sentence: Sentence, found: tuple[int, Match], value: int) -> Answer[Target]:
    start, role = found
    name = Name.of(sentence.language, _nominative(sentence.text[start : role.end], sentence.language))
    target = Target(name=name, kind="group", people=value)
    return answer(target, material.reading.quote(sentence, start, role.end), 0.75, "counted group")


def _nominative(words: str, language: str) -> str:
    """A counted group as it is called: after a number a Kazakh noun has no ending (36 журналисіне: 36 журналист)."""
    before, _, last = words.rpartition(" ")
    lemma = next(filter(kazakh.is_known, _lemmas(last)), last) if language == "kk" else last
    return f"{before} {lemma}".strip()


def _lemmas(word: str) -> Iterator[str]:
    """What a Kazakh word can come from; before an ending журналист loses its last letter."""
    for one in kazakh.lemmas(word):
        yield from (one, f"{one}т")


def described(material: Material) -> Iterator[Answer[Target]]:
    """The media workers, told in the plural, to whom one of the plainest acts was done."""
    plain = [act for act in material.scene.best if act.value >= PLAIN and act.bond in CLOSE]
    for act in plain:
        role = _role(act, material)
        if role is not None:
            sentence = material.reading.sentences[act.sentence]
            word = plurals.nominative(sentence.text[role.start : role.end], sentence.language)
            target = Target(name=Name.of(sentence.language, word), kind="group")
            yield answer(target, material.quote(sentence, role), 0.4, "described only")
            return


PLAIN: Final = 1.9
"""Points of an act told as such; a hint tells nobody."""

CLOSE: Final = ("itself", "done to", "beside", "sentence")
"""Bonds of an act to a target of its own sentence."""


def _role(act: Act, material: Material) -> Match | None:
    """The word in the plural for media workers that the act is bound to."""
    sentence = material.reading.sentences[act.sentence]
    if act.target is None or act.target.what != "role":
        return None
    words = (one for one in sentence.of("roles") if (one.start, one.end) == (act.target.start, act.target.end))
    plural = (one for one in words if one.entry.weight == 1)
    return next(
        (one for one in plural if plurals.is_plural(sentence.text[one.start : one.end], sentence.language)), None
    )


def author(material: Material) -> Iterator[Answer[Target]]:
    """Who tells in the first person what was done to him, a media worker by the work that he calls his own."""
    cast, book = material.scene.cast, codebook.load()
    told = (one for sentence in material.scene.sentences for one in cast.targets[sentence.number])
    first = next((one for one in told if one.what == AUTHOR and one.code not in OUTLET_KINDS), None)
    if first is not None:
        sentence = material.reading.sentences[first.sentence]
        name = book.label("target_kinds", first.code, sentence.language).lower()
        target = Target(name=Name.of(sentence.language, name), kind=first.code)
        yield answer(target, material.reading.quote(sentence, first.start, first.end), 0.4, "tells of himself")


def unnamed(material: Material) -> Iterator[Answer[Target]]:
    """Nobody is named or counted: the words for media workers beside the strongest act; several are a group."""
    for act in material.scene.best:
        for sentence in material.near(act):
            for match in sentence.of("roles"):
                if match.entry.weight > 0:
                    word = sentence.text[match.start : match.end]
                    several = match.entry.weight == 1 and plurals.is_plural(word, sentence.language)
                    name = word if match.entry.weight != 1 or several else _alone(word, sentence.language)
                    target = Target(
                        name=Name.of(sentence.language, name), kind="group" if several else match.entry.code
                    )
                    yield answer(target, material.quote(sentence, match), 0.4, "described only")
                    return


def _alone(word: str, language: str) -> str:
    """What one media worker is called, in the nominative: блогера: блогер, тілшіні: тілші."""
    if " " in word:
        return word
    if language == "kk":
        return next(filter(kazakh.is_known, _lemmas(word.lower())), word)
    return morph.stem(word, "ru") if language == "ru" else word
