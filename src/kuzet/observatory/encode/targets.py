"""Whom it hit: media workers by name, outlets, and described groups, in the order in which they matter."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from msgspec import structs

from kuzet.basis.coding import Answer, Target
from kuzet.basis.names import Name
from kuzet.countries.records import Outlet
from kuzet.language import dates, kazakh, naming, numbers, people, tables
from kuzet.language.acts import Act
from kuzet.language.cast import Person, Seen
from kuzet.language.lexicon import Match
from kuzet.language.reading import Sentence
from kuzet.observatory.encode.material import Material, answer

PEOPLE: Final = 12
OUTLETS: Final = 4
"""Named at most; a text that names more is a list, to be read by a person."""

NEAR: Final = 6
"""An outlet this many words from a person at most is where the person works."""


def code(material: Material) -> tuple[tuple[Answer[Target], ...], Answer[int] | None]:
    """The targets, and the number of people affected where the text counts them or names them."""
    named = tuple(_people(material))
    groups = tuple(_groups(material))
    outlets = tuple(_outlets(material))
    crews = () if named else tuple(_crews(material))
    found = (*named, *crews, *outlets, *groups) or tuple(_unnamed(material))
    return found, _affected(named, groups)


def _affected(named: tuple[Answer[Target], ...], groups: tuple[Answer[Target], ...]) -> Answer[int] | None:
    counted = max(groups, key=lambda group: group.value.people or 0, default=None)
    if counted is not None and (counted.value.people or 0) >= len(named):
        return answer(counted.value.people or 1, counted.quotation, counted.confidence, "counted in the text")
    return answer(len(named), named[0].quotation, 0.6, "people named") if named else None


def _people(material: Material) -> Iterator[Answer[Target]]:
    cast = material.scene.cast.people
    inside = [person for person in cast if any(_in_scene(material, seen) for seen in person.seen)]
    media = [person for person in inside if person.is_media]
    for person in media[:PEOPLE]:
        yield _person(material, person, person.roles[0], 0.85)
    if not media:
        yield from _accused(material, inside)
    else:
        yield from _struck(material, [person for person in inside if not person.is_media and not person.others])


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
    """The name stands beside the act and not beside a word for speaking."""
    if seen.sentence != act.sentence:
        return False
    sentence = material.reading.sentences[seen.sentence]
    speech = [match for match in sentence.of("words") if match.entry.code == "speech"]
    speaks = any(max(match.first - seen.last, seen.first - match.last) <= _SPEAKS for match in speech)
    return not speaks and max(seen.first - act.match.last, act.match.first - seen.last) <= _BESIDE


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
        name=Name.of(sentence.language, naming.nominative(words, sentence.language, data)),
        kind=role,
        affiliation=_affiliation(material, person),
        gender=people.gender(words, sentence.language, data),
    )
    quotation = material.reading.quote(sentence, seen.mention.start, seen.mention.end)
    return answer(target, quotation, confidence, "named media worker" if person.is_media else "named beside the act")


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
                name = _written(outlet, sentence, quotation.text)
                yield answer(Target(name=name, kind=outlet.kind), quotation, 0.8, "outlet of the country pack")
    yield from _unlisted(material)


def _unlisted(material: Material) -> Iterator[Answer[Target]]:
    done: set[str] = set()
    for sentence in material.scene.sentences:
        for target in material.scene.cast.targets[sentence.number]:
            name = sentence.text[target.start : target.end]
            if target.what == "unlisted" and name not in done and len(done) < OUTLETS:
                done.add(name)
                quotation = material.reading.quote(sentence, target.start, target.end)
                outlet = Target(name=Name.of(sentence.language, name), kind=target.code)
                yield answer(outlet, quotation, 0.5, "named as an outlet")


def _crews(material: Material) -> Iterator[Answer[Target]]:
    """The first film crew whose members are not named, with its outlet where that stands right before it."""
    for sentence in material.scene.sentences:
        for crew in sentence.of("roles"):
            if crew.entry.code == "tv_crew":
                before = [one for one in sentence.of("outlets") if 0 < crew.first - one.last <= _OF_OUTLET]
                start = max(before[-1].start - 1, 0) if before else crew.start
                start += 0 if sentence.text[start] in "«“" or not before else 1
                name = Name.of(sentence.language, sentence.text[start : crew.end])
                quotation = material.reading.quote(sentence, start, crew.end)
                yield answer(Target(name=name, kind="tv_crew"), quotation, 0.6, "crew without names")
                return


_OF_OUTLET: Final = 3
"""Words at most between an outlet and its crew."""


def _groups(material: Material) -> Iterator[Answer[Target]]:
    """A number with a word for media workers after it: 36 журналистов, семь сотрудников."""
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
                yield _group(material, sentence, (number.start, role), value)


def _counts(sentence: Sentence, number: numbers.FoundNumber, role: Match) -> bool:
    """Whether the number counts the people: one word in between at most, and the number is no part of a date."""
    between = sentence.text[number.end : role.start]
    if len(between.split()) > 1 or any(sign in between for sign in ",.;:()%–—«»") or "жас" in between:
        return False  # a number of years is an age: отыз екі жастағы тілші
    known = {row["word"] for row in tables.rows(sentence.language, "common")}
    if between.strip().lower() in known or (sentence.language != "kk" and _text(sentence, number) in known):
        return False
    found = dates.find(sentence.text, sentence.language, None)
    return not any(one.start <= number.start < one.end for one in found)


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
    lemma = next((one for one in kazakh.lemmas(last) if kazakh.is_known(one)), last) if language == "kk" else last
    return f"{before} {lemma}".strip()


def _unnamed(material: Material) -> Iterator[Answer[Target]]:
    """Nobody is named or counted: the words for media workers beside the strongest act, as a group."""
    for act in material.scene.best:
        for sentence in material.near(act):
            for match in sentence.of("roles"):
                if match.entry.weight > 0:
                    word = sentence.text[match.start : match.end]
                    kind = "group" if match.entry.weight == 1 else match.entry.code
                    target = Target(name=Name.of(sentence.language, word), kind=kind)
                    yield answer(target, material.quote(sentence, match), 0.4, "described only")
                    return


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
