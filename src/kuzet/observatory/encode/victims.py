"""Which of the people named were hit: media workers, and others beside the act, but not those who only tell of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from kuzet.basis.coding import Answer, Target
from kuzet.basis.names import Name
from kuzet.language import authors, naming, people
from kuzet.language.acts import Act
from kuzet.language.cast import Person, Seen
from kuzet.observatory.encode import workplaces
from kuzet.observatory.encode.material import Material, answer

PEOPLE: Final = 8
"""Named at most; a text that names more is a list, to be read by a person."""


def code(material: Material, counted: Sequence[Answer[Target]]) -> Iterator[Answer[Target]]:
    """The people hit, by name; `counted` are the groups of media workers that the text counts where an act hit them."""
    cast = material.scene.cast.people
    inside = [person for person in cast if any(_in_scene(material, seen) for seen in person.seen)]
    members = _members(material, inside, counted)
    media = _hit(material, [person for person in inside if person.is_media or person in members], bool(counted))
    for person in media[:PEOPLE]:
        yield _person(material, person, next(iter(person.roles), "journalist"), 0.85)
    if media:
        rest = [person for person in inside if not person.is_media and not person.is_other and person not in members]
        yield from _struck(material, rest)
    else:
        accused = tuple(_accused(material, inside))
        yield from accused or _author(material)


def _members(material: Material, inside: list[Person], counted: Sequence[Answer[Target]]) -> list[Person]:
    """Names in a row, as many as the media workers that the text counts: three reporters. ... A, B and C."""
    counts = {one.value.people for one in counted}
    for sentence in material.scene.sentences:
        row = [person for person in inside if not person.is_other and _is_full(person, sentence.number)]
        if len(row) > 1 and len(row) in counts and not any(person.is_media for person in row):
            return row
    return []


def _is_full(person: Person, number: int) -> bool:
    """Whether the sentence has the person's name of two words or more."""
    return any(seen.sentence == number and len(seen.mention.words) > 1 for seen in person.seen)


def _author(material: Material) -> Iterator[Answer[Target]]:
    """Who signs a text that speaks of I and me, or says the name first: nobody else is named."""
    found = authors.of(material.reading)
    if found is not None:
        sentence, mention = found
        language, names = sentence.language, material.reading.names
        name = Name.of(language, naming.nominative(mention.words, language, names))
        target = Target(name=name, kind="journalist", gender=people.gender(mention.words, language, names))
        yield answer(target, material.reading.quote(sentence, mention.start, mention.end), 0.5, "author of the text")


def _hit(material: Material, media: list[Person], counted: bool) -> list[Person]:
    """The media workers without heads of outlets who only speak, where the act hit others, a group or the outlet."""
    touched = [person for person in media if _is_touched(material, person)]
    if not touched and not counted and not _hits_outlet(material):
        return media
    return [person for person in media if person in touched or not _speaks_for_outlet(material, person)]


def _speaks_for_outlet(material: Material, person: Person) -> bool:
    return set(person.roles[:1]) <= set(HEADS) and any(_speaks(seen, material) for seen in person.seen)


HEADS: Final = ("editor", "editor_in_chief", "media_manager", "media_owner")
"""Who speaks for an outlet when its people are hit."""


def _is_touched(material: Material, person: Person) -> bool:
    return any(_is_struck(seen, act, material) for seen in person.seen for act in _strong(material))


def _hits_outlet(material: Material) -> bool:
    """Whether the act that leads is of the kind that hits an outlet, and one stands beside it."""
    act = material.scene.best[0]
    return act.method in OF_OUTLETS and act.target is not None and act.target.what in ("outlet", "unlisted")


OF_OUTLETS: Final = ("ddos_hacker_attack", "closure_blocking_of_media", "economic_pressure", "bot_attack")
"""What is done to an outlet rather than to a person."""


def _strong(material: Material) -> list[Act]:
    return [act for act in material.scene.acts if act.match.entry.weight > 1 and act.value > 0]


def _struck(material: Material, others: list[Person]) -> Iterator[Answer[Target]]:
    """People beside a strong act in whose sentence no other person is a target: further victims of the same story."""
    strong = _strong(material)
    named = {
        one.sentence for one in strong if any(t.what == "person" for t in material.scene.cast.targets[one.sentence])
    }
    for person in others:
        if any(_is_struck(seen, act, material) for seen in person.seen for act in strong if act.sentence not in named):
            yield _person(material, person, "journalist", 0.4)
        elif any(_is_meant(seen, act, material) for seen in person.seen for act in strong if act.sentence not in named):
            yield _person(material, person, "journalist", 0.3)


def _is_meant(seen: Seen, act: Act, material: Material) -> bool:
    """The name opens the sentence before one that tells an act done to a her or him, and names nobody."""
    sentence = material.reading.sentences[act.sentence]
    opens = seen.sentence == act.sentence - 1 and seen.first == 0 and len(seen.mention.words) > 1
    meant = any(word.entry.code == "pronoun" for word in sentence.of("words"))
    return opens and seen.mention.sure and meant and not sentence.mentions


def _is_struck(seen: Seen, act: Act, material: Material) -> bool:
    """The name stands beside the act and not beside a word for speaking."""
    if seen.sentence != act.sentence:
        return False
    beside = max(seen.first - act.match.last, act.match.first - seen.last) <= _BESIDE
    return beside and not _speaks(seen, material)


def _speaks(seen: Seen, material: Material) -> bool:
    """Whether a word for speaking stands beside the name, or before it with no comma in between."""
    sentence = material.reading.sentences[seen.sentence]
    speech = [word for word in sentence.of("words") if word.entry.code == "speech"]
    beside = any(max(match.first - seen.last, seen.first - match.last) <= _SPEAKS for match in speech)
    before = [match for match in speech if 0 < seen.first - match.last <= _SAYS]
    return beside or any("," not in sentence.text[match.end : seen.mention.start] for match in before)


_SAYS: Final = 4
"""Words from the one for speaking to the name: по словам редактора телеканала Юлии Гартман."""
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
        if role and beside and not person.is_other:
            yield _person(material, person, role, 0.5)


def _person(material: Material, person: Person, role: str, confidence: float) -> Answer[Target]:
    seen = person.fullest
    sentence = material.reading.sentences[seen.sentence]
    words = seen.mention.words
    data = material.reading.names
    target = Target(
        name=Name.of(sentence.language, naming.nominative(words, sentence.language, data)),
        kind=role,
        affiliation=workplaces.of(material, person),
        gender=people.gender(words, sentence.language, data),
    )
    quotation = material.reading.quote(sentence, seen.mention.start, seen.mention.end)
    return answer(target, quotation, confidence, "named media worker" if person.is_media else "named beside the act")


def _in_scene(material: Material, seen: Seen) -> bool:
    return material.scene.first <= seen.sentence <= material.scene.last
