"""Whom it hit: media workers by name, outlets, and described groups, in the order in which they matter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from msgspec import structs

from kuzet.basis.coding import Answer, Target
from kuzet.basis.names import Name
from kuzet.countries.records import Outlet
from kuzet.language.forms import morph, plurals
from kuzet.language.names import naming, people, quoted
from kuzet.language.reading import denied
from kuzet.language.reading.acts import Act
from kuzet.language.reading.cast import Person, Seen
from kuzet.language.reading.outlets import Target as Named
from kuzet.language.reading.reading import Sentence
from kuzet.language.vocabulary.lexicon import Match
from kuzet.observatory.encode import groups, speakers
from kuzet.observatory.encode.material import Material, answer

PEOPLE: Final = 12
OUTLETS: Final = 6
"""Named at most; a text that names more is a list, to be read by a person."""

NEAR: Final = 6
"""An outlet this many words from a person at most is where the person works."""


def code(material: Material, main: str) -> tuple[tuple[Answer[Target], ...], Answer[int] | None]:
    """The targets of an act of method `main`, and how many people were hit where the text counts or names them."""
    others = _OTHERS.get(main)
    outlets = tuple(_outlets(material))
    named = (*(others(material) if others else ()), *_people(material, main, bool(outlets)))
    outlets = () if named and speakers.is_of_one_person(material, main) else outlets
    counted = groups.counted(material, len(named), outlets=bool(outlets))
    crews = () if named else tuple(_crews(material))
    hit = named and not speakers.are_all(material)
    told = hit or counted or crews or (outlets and main in speakers.OF_OUTLET)
    described = () if told else tuple(groups.described(material))
    further = counted if len(named) <= ONE else ()  # of more who are named the others are only counted
    found = (*named, *crews, *outlets, *further, *described)
    found = found or tuple(groups.author(material)) or tuple(groups.unnamed(material))
    return found, _affected(named, counted)


ONE: Final = 1
"""People named at most beside whom a counted group is a target of its own."""


def _affected(named: tuple[Answer[Target], ...], counted: tuple[Answer[Target], ...]) -> Answer[int] | None:
    most = max(counted, key=lambda group: group.value.people or 0, default=None)
    if most is not None and (most.value.people or 0) >= len(named):
        return answer(most.value.people or 1, most.quotation, most.confidence, "counted in the text")
    return answer(len(named), named[0].quotation, 0.6, "people named") if named else None


def _people(material: Material, main: str, outlet: bool) -> Iterator[Answer[Target]]:
    cast = material.scene.cast.people
    inside = [person for person in cast if any(_in_scene(material, seen) for seen in person.seen)]
    introduced = [person for person in inside if person.is_media]
    media = speakers.without_comments(introduced, material, main, outlet)
    for person in media[:PEOPLE]:
        yield _person(material, person, person.roles[0], 0.85)
    if not introduced:
        yield from _accused(material, inside)
    elif media:
        yield from _struck(material, [person for person in inside if not person.is_media and not person.others])


def _sources(material: Material) -> Iterator[Answer[Target]]:
    """Who spoke to media workers and is pressed for it: people without a media role, beside the acts."""
    for person in _beside_acts(material):
        if not set(person.others) & _OFFICES:
            yield _person(material, person, "source", 0.5)


def _relatives(material: Material) -> Iterator[Answer[Target]]:
    """Who is struck in the stead of a media worker: people of whom the text says that they are relatives."""
    for person in _beside_acts(material):
        if "relative" in person.others:
            yield _person(material, person, "relative", 0.5)


def _beside_acts(material: Material) -> Iterator[Person]:
    """People without a media role who are named in a sentence of an act or next to one."""
    told = {act.sentence + step for act in material.scene.acts if act.value > 0 for step in (-1, 0, 1)}
    for person in material.scene.cast.people:
        seen = [one for one in person.seen if one.sentence in told and _in_scene(material, one)]
        if seen and not person.is_media:
            yield person


_OTHERS: Final = {"pressure_on_sources": _sources, "pressure_via_relatives": _relatives}
_OFFICES: Final = frozenset(("judge", "official", "lawyer", "agent"))
"""Who presses others rather than is pressed."""


def _struck(material: Material, others: list[Person]) -> Iterator[Answer[Target]]:
    """People beside a strong act in whose sentence no other person is a target: further victims of the same story."""
    strong = [act for act in material.scene.acts if act.match.entry.weight > 1 and act.value > 0]
    named = {
        one.sentence for one in strong if any(t.what == "person" for t in material.scene.cast.targets[one.sentence])
    }
    for person in others:
        if any(_is_struck(seen, act, material) for seen in person.seen for act in strong if act.sentence not in named):
            yield _person(material, person, "journalist", 0.4)


def _is_struck(seen: Seen, act: Act, material: Material) -> bool:
    """The name stands beside the act, not beside a word for speaking, nor as an author's or as that of who did it."""
    if seen.sentence != act.sentence:
        return False
    sentence = material.reading.sentences[seen.sentence]
    if _WROTE.match(sentence.text, seen.mention.end) or any(one.entry.code == "caught" for one in sentence.of("words")):
        return False
    speech = [match for match in sentence.of("words") if match.entry.code == "speech"]
    speaks = any(max(match.first - seen.last, seen.first - match.last) <= _SPEAKS for match in speech)
    return not speaks and max(seen.first - act.match.last, act.match.first - seen.last) <= _BESIDE


_WROTE: Final = re.compile(r"(?:['’]s)? (?:piece|article|story|report|column|text|investigation|post)\b")
"""What is published is its author's, in English: *after we published Ann Lee's piece*."""

_SPEAKS: Final = 2
_BESIDE: Final = 10
"""Words at most between a name and the word for speaking that makes it the speaker, and the act that struck it."""


def _accused(material: Material, inside: list[Person]) -> Iterator[Answer[Target]]:
    """Nobody is called a media worker by name: people who stand beside the acts and hold no office."""
    told = {act.sentence for act in material.scene.acts if act.value > 0}
    acts = {number + step for number in told for step in (-1, 0, 1)}
    words = (match.entry.code for s in material.scene.sentences for match in s.of("roles") if match.entry.weight == 1)
    outlet = any(one.what in ("outlet", "unlisted") for group in material.scene.cast.targets.values() for one in group)
    role = next(words, "journalist" if outlet else "")
    for person in inside:
        beside = any(seen.sentence in acts for seen in person.seen)
        if role and beside and not person.others:
            yield _person(material, person, role, 0.5)


def _person(material: Material, person: Person, role: str, confidence: float) -> Answer[Target]:
    seen = person.fullest
    sentence = material.reading.sentences[seen.sentence]
    words = seen.mention.words
    data = material.reading.names
    target = Target(
        name=Name.of(sentence.language, naming.nominative(words, sentence.language, data, _oblique(sentence, seen))),
        kind=role,
        affiliation=_affiliation(material, person),
        gender=people.gender(words, sentence.language, data),
    )
    quotation = material.reading.quote(sentence, seen.mention.start, seen.mention.end)
    return answer(target, quotation, confidence, "named media worker" if person.is_media else "named beside the act")


def _oblique(sentence: Sentence, seen: Seen) -> str:
    """Of a Russian name behind a noun, whose case it shares: m or f for another case, n for the nominative.

    The noun stands right before the name, as in *журналиста Абдумалика Холова*, or is the word for its role, from which
    an outlet parts it: *редактор «Алатау» Рената Гофман*.
    """
    if sentence.language != "ru":
        return ""
    before = sentence.text[: seen.mention.start].split()[-1:]
    roles = [one for one in sentence.of("roles") if one.entry.code in seen.roles and one.entry.weight == 1]
    near = [one for one in roles if 0 < seen.first - one.last <= NEAR and one.last - one.first < _PLAIN]
    near = [one for one in near if not _PARTED.search(sentence.text[one.end : seen.mention.start])]
    words = (word for one in near[-1:] for word in sentence.text[one.start : one.end].split())
    role = next((word for word in words if not morph.is_attribute(word)), "")  # главный редактор, админ паблика
    return next((case for word in (*before, role) if (case := morph.oblique_gender(word))), morph.nominative_mark(role))


_PLAIN: Final = 3
"""Words of a role at most that tells its case: a longer one leaves other words in between."""

_PARTED: Final = re.compile(r"[,;:()—–]|\.\s")


def _affiliation(material: Material, person: Person) -> Name | None:
    for seen in person.seen:
        sentence = material.reading.sentences[seen.sentence]
        for match in sentence.of("outlets") if seen.roles else ():
            if min(abs(match.first - seen.last), abs(seen.first - match.last)) <= NEAR:
                return _name(_outlet(material, match))
    return None


def _outlets(material: Material) -> Iterator[Answer[Target]]:
    acts = {act.sentence for act in material.scene.acts if act.value >= 1}
    known = {outlet.id: outlet for outlet in material.country.outlets if outlet.kind != "ngo"}
    seen: set[str] = set()
    for sentence in sorted(material.scene.sentences, key=lambda one: (one.number not in acts, one.number)):
        for target in material.scene.cast.targets[sentence.number]:
            if target.what == "outlet" and target.code in known and target.code not in seen and len(seen) < OUTLETS:
                seen.add(target.code)
                outlet = known[target.code]
                quotation = material.reading.quote(sentence, target.start, target.end)
                name = _written(outlet, sentence, _fullest(material, target, quotation.text))
                yield answer(Target(name=name, kind=outlet.kind), quotation, 0.8, "outlet of the country pack")
    yield from _unlisted(material)


def _fullest(material: Material, target: Named, text: str) -> str:
    """The longest name of an outlet in an English text that goes on from the one it is first called: Kloop Media."""
    if material.reading.language != "en":
        return text
    sentences = material.reading.sentences
    places = (one for own in material.scene.cast.targets.values() for one in own if one.code == target.code)
    called = (sentences[one.sentence].text[one.start : one.end] for one in places if one.what == "outlet")
    return max((text, *(name for name in called if name.startswith(f"{text} "))), key=len)


def _unlisted(material: Material) -> Iterator[Answer[Target]]:
    done: set[str] = set()
    for sentence in material.scene.sentences:
        for target in material.scene.cast.targets[sentence.number]:
            name = _unlisted_name(sentence, target)
            if (
                target.what == "unlisted"
                and name not in done
                and len(done) < OUTLETS
                and not _is_title(sentence, target)
            ):
                done.add(name)
                quotation = material.reading.quote(sentence, target.start, target.end)
                outlet = Target(name=Name.of(sentence.language, name), kind=target.code)
                yield answer(outlet, quotation, 0.5, "named as an outlet")


def _unlisted_name(sentence: Sentence, place: Named) -> str:
    """The name as the text writes it, a quoted Russian one in the nominative."""
    name = sentence.text[place.start : place.end]
    if sentence.language != "ru" or sentence.text[place.start - 1 : place.start] not in _QUOTES:
        return name
    before = sentence.text[: place.start - 1].rstrip()
    workers = (match for match in sentence.of("roles") if match.entry.weight == 1)
    return quoted.nominative(name, after_worker=any(one.end == len(before) for one in workers))


_QUOTES: Final = ("«", "“", "„", '"')


def _is_title(sentence: Sentence, place: Named) -> bool:
    """Whether a name in quotation marks is that of an article: «Мектеп неге суық?» деген мақала."""
    return any(start <= place.start and place.end <= end for start, end in denied.titles(sentence))


def _crews(material: Material) -> Iterator[Answer[Target]]:
    """The first film crew whose members are not named, with its outlet where that stands right before it."""
    for sentence in material.scene.sentences:
        for crew in sentence.of("roles"):
            if crew.entry.code == "tv_crew":
                before = [one for one in sentence.of("outlets") if 0 < crew.first - one.last <= _OF_OUTLET]
                start = max(before[-1].start - 1, 0) if before else crew.start
                start += 0 if sentence.text[start] in "«“" or not before else 1
                called = plurals.crew(sentence.text[crew.start : crew.end], sentence.language)
                name = Name.of(sentence.language, sentence.text[start : crew.start] + called)
                quotation = material.reading.quote(sentence, start, crew.end)
                yield answer(Target(name=name, kind="tv_crew"), quotation, 0.6, "crew without names")
                return


_OF_OUTLET: Final = 3
"""Words at most between an outlet and its crew."""


def _in_scene(material: Material, seen: Seen) -> bool:
    return _in_range(material, seen.sentence)


def _in_range(material: Material, number: int) -> bool:
    return material.scene.first <= number <= material.scene.last


def _outlet(material: Material, match: Match) -> Outlet:
    return next(one for one in material.country.outlets if one.id == match.entry.code)


def _written(outlet: Outlet, sentence: Sentence, text: str) -> Name:
    """The outlet's name; in the language of the text as the text writes it, where that cannot be a case of it."""
    if sentence.language == "kk" and text.isascii() and text not in sentence.text:  # a text in Latin letters
        return _name(outlet)
    as_listed = sentence.language == "kk" and text in outlet.spellings()
    if as_listed or (text.isascii() and not text.endswith("'s")):
        return structs.replace(_name(outlet), **{sentence.language: text})
    return _name(outlet)


def _name(outlet: Outlet) -> Name:
    return Name(kk=outlet.name.kk, ru=outlet.name.ru, en=outlet.name.en)
