"""Who may see a field: public, internal, protected or sealed."""

from __future__ import annotations

from enum import Enum

from kuzet.basis.names import Name
from kuzet.basis.word import Word


class Tier(Enum):
    """How far a field is open, from the widest to the narrowest circle."""

    PUBLIC = "public"
    """Everybody, in releases, reports and on the site."""
    INTERNAL = "internal"
    """Those who code and decide."""
    PROTECTED = "protected"
    """Editors, each time with a reason that is kept."""
    SEALED = "sealed"
    """Administrators, each time with a reason that is kept."""

    def reaches(self, field: Tier) -> bool:
        """Whether somebody who sees up to this tier sees a field of that one."""
        order = list(Tier)
        return order.index(self) >= order.index(field)


class Raised(Word):
    """A field of one incident that has another tier than usual: `path` such as `targets.0.name` leads to it.

    `name` is what stands there where that is a name: it is hidden wherever else it is told, also when the incident is
    coded anew and others stand at that place.
    """

    path: str
    tier: Tier
    name: Name | None = None
