"""What the words of a passage speak for as a whole, beside what the rules see told.

Rules see what their lists hold, and quote it. A telling in words of its own ("two bullets through his windscreen") is
seen by none of them, but its words together are like those of other tellings. So what hardly anything speaks for is
left out, and what much speaks for is added or, where nothing speaks for the rules' answer, put in its place.

The limits were set by hand on documents by writers whose others were not among the examples: the rules know the
examples by heart, so no trust in them can be learned there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

Shares = Mapping[str, float]
"""The probability of each answer by the words alone, 0 to 1; empty where nothing was learned."""

UNHEARD: Final = 0.01
"""Below this nothing speaks for an answer."""

HEARD: Final = 0.6
"""From here on more speaks for an answer than against it."""

INSTEAD: Final = 0.8
"""From here on the likeliest method takes the place of a main one that nothing speaks for."""

HELD: Final = 0.7
"""By so much another class of perpetrators must be likelier than the one that the rules give."""


def methods(told: Sequence[str], shares: Shares) -> tuple[str, ...]:
    """The methods to be coded, the main one first; `told` are those of the rules, the main one first.

    A method of which nothing was learned stays as the rules have it.
    """
    main, *further = told
    likeliest = sorted(shares, key=lambda one: (-shares[one], one))
    if likeliest and shares.get(main, 1.0) < UNHEARD and shares[likeliest[0]] >= INSTEAD:
        main = likeliest[0]
    kept = [one for one in further if shares.get(one, 1.0) >= UNHEARD]
    added = [one for one in likeliest if shares[one] >= HEARD]
    return tuple(dict.fromkeys((main, *kept, *added)))


def perpetrator(told: str, shares: Shares) -> str:
    """The class of perpetrators to be coded, where the rules give `told`."""
    likeliest = max(shares, key=lambda one: shares[one], default=told)
    return likeliest if shares.get(likeliest, 0.0) > shares.get(told, 1.0) + HELD else told
