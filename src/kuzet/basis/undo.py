"""What is taken back: an entry of a log may undo another one, and may be undone itself.

Nothing is ever erased. What holds is computed from the whole log, and the order of its lines makes no difference.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping


def undone(undoes: Mapping[str, str | None]) -> frozenset[str]:
    """The entries that no longer hold; `undoes` gives what each entry undoes, None for one that undoes nothing.

    An entry is undone by any undo of it that holds itself: the undo of an undo brings back.
    """
    gone: set[str] = set()
    for ident in reversed(_founded(undoes)):  # an undo is judged before what it undoes
        of = undoes[ident]
        if of is not None and ident not in gone:
            gone.add(of)
    return frozenset(gone)


def unfounded(undoes: Mapping[str, str | None]) -> dict[str, str]:
    """Undos that lead to nothing that could be undone, each with what was expected of the id that it names."""
    founded = set(_founded(undoes))
    return {ident: _expected(ident, of, undoes) for ident, of in undoes.items() if ident not in founded}


def _founded(undoes: Mapping[str, str | None]) -> list[str]:
    """What undoes nothing, then what undoes these, and so on: each entry stands behind the one that it undoes."""
    undos: dict[str | None, list[str]] = defaultdict(list)
    for ident, of in undoes.items():
        undos[of].append(ident)
    found = list(undos[None])
    for ident in found:  # grows while it is walked
        found.extend(undos.get(ident, ()))
    return found


def _expected(ident: str, of: str | None, undoes: Mapping[str, str | None]) -> str:
    if of == ident:
        return "the id of another entry: nothing undoes itself"
    if of not in undoes:
        return "the id of an entry of this log"
    return "the id of an entry that can be undone: it leads in a circle or to none"
