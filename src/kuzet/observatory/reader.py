"""From one document to its reading: found and coded. What only reads loads no more than this."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kuzet.basis.document import Document
from kuzet.countries import Country
from kuzet.language.reading import mentions
from kuzet.language.reading.reading import Vocabulary
from kuzet.observatory import detect, encode
from kuzet.observatory.encode.line import reading_line
from kuzet.observatory.review.state import Proposal


def read(document: Document, country: Country, words: Vocabulary | None = None) -> tuple[Proposal, ...]:
    """The candidates of one document with the machine's coding of each, the leading one first.

    `words` is the vocabulary of the country, with other models than the shipped ones.
    """
    reading = detect.sift(document, words or detect.vocabulary(country.profile.code))
    candidates = detect.find(document, reading)
    fuller = mentions.refine(reading) if candidates else reading
    return tuple(Proposal(one, encode.code(document, one, fuller, country)) for one in candidates)


def line(document: Document, proposals: Sequence[Proposal]) -> dict[str, Any]:
    """One document's reading as `kuzet read` prints it."""
    return reading_line(document, [(one.candidate, one.coding) for one in proposals])
