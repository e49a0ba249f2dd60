"""Documents that are one text at several addresses: the first of them stands for all.

Only documents that hold a candidate are compared; the sketch of the first of a family is kept, its copies name it.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import Final

from kuzet.observatory.collect import copies
from kuzet.observatory.collect.copies import Sketch
from kuzet.web.registry.near import Band, Sketched

COMPARED: Final = 200
"""Earlier texts that a new one is compared with at most."""


def family(document: str, text: str) -> str:
    """The document that stands for this one: itself, or the first that says nearly the same."""
    known = Sketched.objects.filter(document=document).values_list("family", flat=True).first()
    if known is not None:
        return str(known)
    one = copies.sketch(text)
    first = _earlier(one) or document
    Sketched.objects.create(document=document, family=first, digest=one.digest, words=one.words)
    if first == document and one.words >= copies.SHORTEST:
        Band.objects.bulk_create((Band(key=key, document=document) for key in keys(one)), batch_size=500)
    return first


def keys(one: Sketch) -> list[int]:
    """The bands of a sketch as whole numbers of 64 bits."""
    return [_number(band) for band in copies.bands(one)]


def _number(band: bytes) -> int:
    return int.from_bytes(blake2b(band, digest_size=8).digest(), signed=True)


def _earlier(one: Sketch) -> str:
    if one.words < copies.SHORTEST:
        return ""
    met = Band.objects.filter(key__in=keys(one)).values_list("document", flat=True).distinct()[:COMPARED]
    found = Sketched.objects.filter(document__in=list(met)).order_by("id")
    likely = ((copies.similar(one, told), row.document) for row in found if copies.is_copy(one, told := _sketch(row)))
    return max(likely, key=lambda each: each[0], default=(0.0, ""))[1]


def _sketch(row: Sketched) -> Sketch:
    return Sketch(digest=bytes(row.digest), words=row.words)
