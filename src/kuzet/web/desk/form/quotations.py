"""Words of a source that an answer rests on: as they are typed or marked, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kuzet.basis.document import Document, Quotation


def located(typed: str, place: str, documents: Iterable[Document]) -> Quotation | None:
    """The words where they stand in one of the documents, None where they stand in none.

    `place` is what `placed` gives, or empty; of several places it is the one that counts, else the first one. Runs of
    blanks and line ends are alike.
    """
    wanted = re.compile(r"\s+".join(map(re.escape, typed.split())))
    found = [
        Quotation.cut(document, match.start(), match.end())
        for document in documents
        for match in wanted.finditer(document.text)
        if match.end() > match.start()
    ]
    return next((one for one in found if placed(one) == place), next(iter(found), None))


def placed(quotation: Quotation | None) -> str:
    """Where a quotation begins: `<character> <document>`; empty for none."""
    return f"{quotation.start} {quotation.document}" if quotation else ""
