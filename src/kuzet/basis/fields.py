"""What can be filtered and crossed: the coded fields of an incident, by which figures are asked for.

A field with a table takes the codes of that table of the codebook; `empty` is the code under which an incident is
counted that states nothing there, so that every incident stands somewhere and parts sum to the whole.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from kuzet.basis.codebook import Codebook
from kuzet.basis.word import Word

UNKNOWN: Final = "unknown"
NONE: Final = "none"
_MONTHS: Final = tuple(str(month) for month in range(1, 13))


class Field(Word):
    """One field: its codebook table or fixed codes; neither = its codes are what the release holds.

    `many`: an incident may hold several codes, so that its cells overlap.
    """

    name: str
    table: str = ""
    fixed: tuple[str, ...] = ()
    empty: str = UNKNOWN
    many: bool = False


FIELDS: Final[Mapping[str, Field]] = MappingProxyType(
    {
        field.name: field
        for field in (
            Field(name="category", table="categories"),
            Field(name="method", table="methods"),
            Field(name="method_any", table="methods", many=True),
            Field(name="method_group", table="method_groups"),
            Field(name="perpetrator", table="perpetrator_classes"),
            Field(name="perpetrator_kind", table="perpetrator_kinds"),
            Field(name="perpetrator_role", table="perpetrator_roles"),
            Field(name="target_kind", table="target_kinds"),
            Field(name="target_unit", fixed=("person", "outlet", "group", "other")),
            Field(name="region"),
            Field(name="month", fixed=_MONTHS),
            Field(name="mode", table="modes"),
            Field(name="context_event", empty=NONE),
            Field(name="claimant", table="perpetrator_classes", empty=NONE),
            Field(name="claimant_kind", table="perpetrator_kinds", empty=NONE),
            Field(name="proceeding", table="proceedings", empty=NONE),
            Field(name="stage", table="stages", empty=NONE),
            Field(name="verdict", table="verdicts", empty=NONE),
            Field(name="penalty", table="penalty_kinds", empty=NONE, many=True),
            Field(name="article", empty=NONE, many=True),
            Field(name="source", empty=NONE, many=True),
            Field(name="certainty", table="certainties"),
            Field(name="status", table="statuses"),
            Field(name="reconstructed", fixed=("yes", "no")),
            Field(name="id"),
        )
    }
)
"""All fields by name, in the order in which they are listed."""


def listed(one: Field, codebook: Codebook) -> tuple[str, ...]:
    """The codes that the codebook lists for a field, in its order; none for a field that the release fills."""
    codes = tuple(codebook.table(one.table)) if one.table else one.fixed
    return codes if not codes or one.empty in codes else (*codes, one.empty)
