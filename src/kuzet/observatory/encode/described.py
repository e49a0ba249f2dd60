"""Whom it hit where no name stands: counted groups, film crews, and people and outlets told by a word only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kuzet.basis.coding import Answer, Target
from kuzet.basis.names import Name
from kuzet.language import dates, numbers, tables, terms
from kuzet.language.lexicon import Match
from kuzet.language.reading import OUTLET_KINDS, Sentence
from kuzet.observatory.encode.material import Material, answer


def crews(material: Material) -> Iterator[Answer[Target]]:
    """The first film crew whose members are not named, with its outlet where that stands beside it."""
    for sentence in material.scene.sentences:
        for crew in sentence.of("roles"):
            if crew.entry.code == "tv_crew":
                before = [one for one in sentence.of("outlets") if 0 < crew.first - one.last <= _OF_OUTLET]
                start = max(before[-1].start - 1, 0) if before else crew.start
                start += 0 if sentence.text[start] in "«“" or not before else 1
                end = crew.end if before else _end(material, sentence, crew)
                name = Name.of(sentence.language, sentence.text[start:end])
                quotation = material.reading.quote(sentence, start, end)
                yield answer(Target(name=name, kind="tv_crew"), quotation, 0.6, "crew without names")
                return


_OF_OUTLET: Final = 3
"""Words at most between an outlet and its crew."""


def _end(material: Material, sentence: Sentence, role: Match) -> int:
    """Where a description ends: with the outlet after the word for a media worker, else with that word.

    In Kazakh the outlet stands before it.
    """
    if sentence.language == "kk":
        return role.end
    after = [one for one in material.scene.cast.targets[sentence.number] if 0 < one.first - role.last <= _OF_OUTLET]
    kinds = [match for match in sentence.of("roles") if 0 < match.first - role.last <= _OF_OUTLET]
    ends = [one.end for one in after if one.what in ("outlet", "unlisted")]
    ends += [match.end for match in kinds if match.entry.code in OUTLET_KINDS]
    ends = [end for end in ends if _ONE_PHRASE.fullmatch(sentence.text, role.end, end)]
    end = max(ends, default=role.end)
    return _WORD_END.match(sentence.text, end).end()  # type: ignore[union-attr]  # it matches the empty text too


_ONE_PHRASE: Final = re.compile(r"[^.,;:()!?]*")
_WORD_END: Final = re.compile(r"[^\W\d_]*[»”]?")
"""The rest of a word of which a pattern gives the beginning, and the sign that closes a name."""


def groups(material: Material) -> Iterator[Answer[Target]]:
    """A number with a word for media workers after it, where an act is told: 36 журналистов, семь сотрудников."""
    done: set[int] = set()
    told = {act.sentence for act in material.scene.acts if act.value >= 1}
    for sentence in (one for one in material.scene.sentences if one.number in told or one.language == "kk"):
        roles = [match for match in sentence.of("roles") if _may_be_counted(sentence, match)]
        for number in numbers.find(sentence.text, sentence.language) if roles else ():
            value = int(number.value) if number.kind == "count" and 1 < number.value < 1000 else 0
            role = next((match for match in roles if 0 <= match.start - number.end <= 25), None)
            if value and role is not None and value not in done and _counts(sentence, number, role):
                done.add(value)
                yield _group(material, sentence, (number.start, role), value)


def _may_be_counted(sentence: Sentence, role: Match) -> bool:
    """Whether a word tells people of the media; in Kazakh every role does but the author's own (*тілшісімін*)."""
    if sentence.language != "kk":
        return _tells_people(sentence, role)
    return all(match.end != role.end for match in sentence.of("words") if match.entry.code == "own")


def _tells_people(sentence: Sentence, role: Match) -> bool:
    """Whether a word is for people of the media; staff are such where an outlet or a word for one follows."""
    if role.entry.weight:
        return role.entry.weight == 1 or role.entry.code in _CROWDS
    outlets = [match for match in sentence.of("roles") if match.entry.weight > 1] + sentence.of("outlets")
    quoted = sentence.text[role.end :].partition(" ")[2][:1] in _OPENING
    beside = any(0 <= match.first - role.last <= _OF_OUTLET for match in outlets)
    return role.entry.code == "media_worker" and (quoted or beside) and not _works_for_another(sentence, role)


def _works_for_another(sentence: Sentence, role: Match) -> bool:
    """Whether a firm or an office stands right after a word such as staff."""
    return any(0 < match.first - role.last <= 2 for match in sentence.of("agents"))


_CROWDS: Final = ("group", "media_company")
_OPENING: Final = ("«", "“", '"', "„")


def _counts(sentence: Sentence, number: numbers.FoundNumber, role: Match) -> bool:
    """Whether the number counts the people: one word in between at most, and the number is of no date, term or age."""
    between = sentence.text[number.end : role.start]
    if len(between.split()) > 1 or any(sign in between for sign in ",.;:()%–—«»"):
        return False
    known = {row["word"] for row in tables.rows(sentence.language, "common")}
    if between.strip().lower() in known or not _is_plain(sentence, number, between, known):
        return False
    found = dates.find(sentence.text, sentence.language, None)
    return not any(one.start <= number.start < one.end for one in found)


def _is_plain(sentence: Sentence, number: numbers.FoundNumber, between: str, known: set[str]) -> bool:
    """Whether the number is of no age (отыз екі жастағы тілші; a 36-year-old editor) or term, and no common word."""
    if sentence.language == "kk":
        return "жас" not in between
    if "-" in between or sentence.text[number.start : number.end].lower() in known:
        return False
    return not any(one.start <= number.start < one.end for one in terms.find(sentence.text, sentence.language))


def _group(material: Material, sentence: Sentence, found: tuple[int, Match], value: int) -> Answer[Target]:
    start, role = found
    name = Name.of(sentence.language, sentence.text[start : role.end])
    target = Target(name=name, kind="group", people=value)
    return answer(target, material.reading.quote(sentence, start, role.end), 0.75, "counted group")


def unnamed(material: Material) -> Iterator[Answer[Target]]:
    """Nobody is named or counted: the words for media workers beside the strongest act, with the outlet after them."""
    for act in material.scene.best:
        for sentence in material.near(act):
            for match in sorted(sentence.of("roles"), key=lambda one: one.entry.weight != 1):
                if match.entry.weight > 0:
                    end = _end(material, sentence, match)
                    name = Name.of(sentence.language, sentence.text[match.start : end])
                    kind = "group" if match.entry.weight == 1 else match.entry.code
                    quotation = material.reading.quote(sentence, match.start, end)
                    yield answer(Target(name=name, kind=kind), quotation, 0.4, "described only")
                    return
