"""Whom it hit: media workers by name, outlets, and described groups, in the order in which they matter."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kuzet.basis.coding import Answer, Target
from kuzet.basis.names import Name
from kuzet.observatory.encode import described, victims, workplaces
from kuzet.observatory.encode.material import Material, answer

OUTLETS: Final = 4
"""Named at most; a text that names more is a list, to be read by a person."""


def code(material: Material, codes: tuple[str, ...]) -> tuple[tuple[Answer[Target], ...], Answer[int] | None]:
    """The targets, and the number of people affected where the text counts them or names them."""
    groups = tuple(described.groups(material))
    named = tuple(victims.code(material, groups))
    outlets = tuple(_outlets(material, codes if named else ()))
    crews = () if named else tuple(described.crews(material))
    found = (*named, *crews, *outlets, *groups) or tuple(described.unnamed(material))
    return found, _affected(named, groups)


def _affected(named: tuple[Answer[Target], ...], groups: tuple[Answer[Target], ...]) -> Answer[int] | None:
    counted = max(groups, key=lambda group: group.value.people or 0, default=None)
    if counted is not None and (counted.value.people or 0) >= len(named):
        return answer(counted.value.people or 1, counted.quotation, counted.confidence, "counted in the text")
    return answer(len(named), named[0].quotation, 0.6, "people named") if named else None


def _outlets(material: Material, codes: tuple[str, ...]) -> Iterator[Answer[Target]]:
    acts = {act.sentence for act in material.scene.acts if act.value >= 1}
    known = {outlet.id: outlet for outlet in material.country.outlets if outlet.kind != "ngo"}
    seen: set[str] = set()
    for sentence in sorted(material.scene.sentences, key=lambda one: (one.number not in acts, one.number)):
        for target in material.scene.cast.targets[sentence.number]:
            if workplaces.only(material, target, codes):
                continue
            if target.what == "outlet" and target.code in known and target.code not in seen and len(seen) < OUTLETS:
                seen.add(target.code)
                outlet = known[target.code]
                quotation = material.reading.quote(sentence, target.start, target.end)
                name = workplaces.written(outlet, sentence, quotation.text)
                yield answer(Target(name=name, kind=outlet.kind), quotation, 0.8, "outlet of the country pack")
    yield from _unlisted(material, codes)


def _unlisted(material: Material, codes: tuple[str, ...]) -> Iterator[Answer[Target]]:
    done: set[str] = set()
    for sentence in material.scene.sentences:
        for target in material.scene.cast.targets[sentence.number]:
            name = sentence.text[target.start : target.end]
            if workplaces.only(material, target, codes):
                continue
            if target.what == "unlisted" and name not in done and len(done) < OUTLETS:
                done.add(name)
                quotation = material.reading.quote(sentence, target.start, target.end)
                outlet = Target(name=Name.of(sentence.language, name), kind=target.code)
                yield answer(outlet, quotation, 0.5, "named as an outlet")
