"""Pages of a PDF read once: of many copies of a file in which one page is changed, only that page is read again.

What stands on a page does not depend on the others; what they have in common (running heads, tables) is read each time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from typing import Any

import pytest

from kuzet.observatory.write import pdf_pages
from kuzet.observatory.write.check.inputs import pdf as inputs_pdf
from kuzet.observatory.write.pdf_pages import opened
from kuzet.observatory.write.seen import seen_pdf


class Sheets:
    """What was read of each page of the unchanged file; `changed` is the page (from 0) to read anew, or None."""

    def __init__(self, pages: int = 0) -> None:
        self.pages = pages
        self.changed: int | None = None

    def once(self, read: Callable[..., Any]) -> Callable[..., Any]:
        """A reader that is called once for each page in their order, with its answers kept."""
        kept: dict[int, Any] = {}
        calls = count()

        def answer(*about: Any) -> Any:
            page = next(calls) % self.pages
            if page == self.changed:
                return _whole(read(*about))
            if page not in kept:
                kept[page] = _whole(read(*about))
            return kept[page]

        return answer


def _whole(answer: Any) -> Any:
    return list(answer) if isinstance(answer, Iterator) else answer


@contextmanager
def once(raw: bytes) -> Iterator[Sheets]:
    """While this is open, the check and the proof read every unchanged page of a PDF once."""
    with opened(raw, "a.pdf") as pdf:
        sheets = Sheets(len(pdf))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(inputs_pdf, "_sheet", sheets.once(inputs_pdf._sheet))
        patch.setattr(seen_pdf, "marked", sheets.once(pdf_pages.marked))
        patch.setattr(seen_pdf, "tags", sheets.once(pdf_pages.tags))
        yield sheets
