"""Who was attacked, as far as everybody may know it: people and outlets by name, each with a page of its own.

Who is described and not named has none: one page would make one person of several.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from typing import Final

from kuzet.basis.coding import Target
from kuzet.basis.names import Name
from kuzet.web.public.edition import Edition
from kuzet.web.public.naming import is_named

UNITS: Final = ("person", "outlet")
"""The units of targets that get pages; groups are described and not named."""


@dataclass(slots=True)
class Actor:
    """One person or outlet: `slug` stands in the address of its page, `places` are those of its incidents."""

    unit: str
    slug: str
    name: Name
    kind: str
    places: array[int] = field(default_factory=lambda: array("i"))


@lru_cache(maxsize=2)
def actors(edition: Edition) -> Mapping[tuple[str, str], Actor]:
    """All actors by unit and written name; a placeholder names nobody."""
    found: dict[tuple[str, str], Actor] = {}
    units = {code: row.extra["unit"] for code, row in edition.codebook.table("target_kinds").items()}
    for place, one in enumerate(edition.incidents.outlines()):
        if one.reconstructed:
            continue
        for unit, name, kind in named(one.targets, units):
            actor = found.get((unit, key(name)))
            if actor is None:
                actor = found[unit, key(name)] = Actor(unit, slug(name), name, kind)
            if not actor.places or actor.places[-1] != place:
                actor.places.append(place)
    return found


def key(name: Name) -> str:
    """What makes two written names the same."""
    return name.best("en").casefold()


def slug(name: Name) -> str:
    """A name as part of an address: Latin letters where it has them, with the beginning of a digest."""
    plain = re.sub(r"[^a-z0-9]+", "-", name.get("en").casefold()).strip("-")[:48]
    return f"{plain or 'name'}-{sha256(key(name).encode()).hexdigest()[:6]}"


def named(targets: Iterable[Target], units: Mapping[str, str]) -> Iterator[tuple[str, Name, str]]:
    """Targets that have a name, and the outlets that people belonged to: unit, name and kind ('' where not told)."""
    for target in targets:
        if page_of(target, units):
            yield units[target.kind], target.name, target.kind
        if target.affiliation is not None and outlet_page(target.affiliation):
            yield "outlet", target.affiliation, ""


def page_of(target: Target, units: Mapping[str, str]) -> str:
    """The page of a target without language and ending; '' for a group, and for whom nobody names."""
    unit = unit_of(target, units)
    return f"{unit}/{slug(target.name)}" if unit in UNITS and is_named(unit, target.name) else ""


def outlet_page(name: Name) -> str:
    """The page of an outlet by its name, '' where that is none."""
    return f"outlet/{slug(name)}" if is_named("outlet", name) else ""


def unit_of(target: Target, units: Mapping[str, str]) -> str:
    """What a target is: person, outlet, group or other."""
    return units.get(target.kind, "other")
