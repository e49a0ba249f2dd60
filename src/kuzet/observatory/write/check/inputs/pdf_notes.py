"""The numbers of a PDF that open a note: a link over the number and its raised mark, and the words it leads to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from kuzet.observatory.write.check.repeats.notes import opening
from kuzet.observatory.write.pdf_pages import NO_MARK, Area, Letter

REACH: Final = 3
"""The first line of a note begins at most so many sizes of its letters under the place that a link leads to."""
SLACK: Final = 1.0
"""Points by which words may stand out to the left of the place that a link leads to."""


class Raised(NamedTuple):
    """A note mark, and the letters of the piece in front of it."""

    before: Sequence[Letter]
    mark: Sequence[Letter]


def opened(raised: Raised, areas: Iterable[Area]) -> tuple[str, Area] | None:
    """What a link holds in front of the mark, and the link; None where no link holds both."""
    for area in areas:
        shown = "".join(one.text for one in raised.before if area.holds(one))
        if shown.strip() and all(area.holds(one) for one in raised.mark):
            return shown, area
    return None


def begins(letters: Sequence[Letter], area: Area) -> str:
    """The first words at the place that a link leads to, as its tags part them; nothing where no tag does."""
    first = next((at for at, one in enumerate(letters) if _is_first(one, area)), len(letters))
    return opening(_tagged(letters[first:]))


def _is_first(letter: Letter, area: Area) -> bool:
    below = area.y - letter.base
    return 0 < below < REACH * letter.size and letter.left > area.x - SLACK and letter.text.strip() != ""


def _tagged(letters: Iterable[Letter]) -> Iterator[str]:
    for mark, group in groupby(letters, key=lambda one: one.mark):
        yield "" if mark == NO_MARK else "".join(one.text for one in group)
