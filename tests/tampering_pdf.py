"""PDF reports with one digit drawn otherwise, as `tampering` changes pages and documents."""

from __future__ import annotations

import io
import random
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

import pikepdf

from kuzet.observatory.write.pdf_pages import NO_MARK, Tag, opened, tags

Codes = Mapping[bytes, str]
"""The digits of a font by their codes of two bytes."""


class Drawn(NamedTuple):
    """A digit drawn otherwise: page (from 0), which piece of its text, which of its letters, and the code drawn."""

    page: int
    piece: int
    letter: int
    code: bytes
    old: str
    new: str

    def on(self, raw: bytes) -> bytes:
        return drawn_on(raw, [self])


def drawn_on(raw: bytes, changes: Iterable[Drawn]) -> bytes:
    """The file with all changes."""
    result = io.BytesIO()
    with pikepdf.open(io.BytesIO(raw)) as pdf:
        for number, group in groupby(sorted(changes), key=lambda one: one.page):
            page = pdf.pages[number]
            stream = list(pikepdf.parse_content_stream(page))
            for change in group:
                piece = list(_shown(page, stream))[change.piece]
                codes = piece.codes[: 2 * change.letter] + change.code + piece.codes[2 * change.letter + 2 :]
                operator = stream[piece.at].operator
                shown = pikepdf.String(codes)
                operands = [pikepdf.Array([shown])] if str(operator) == "TJ" else [shown]
                stream[piece.at] = pikepdf.ContentStreamInstruction(operands, operator)
            page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(stream))
        pdf.save(result, deterministic_id=True)
    return result.getvalue()


def pdf_figures(raw: bytes, seed: int) -> list[Drawn]:
    """A change of every figure that is drawn in digits."""
    with opened(raw, "a.pdf") as read:
        wanted = [{*_figures(tags(page))} for page in read]
    return list(_drawn(raw, wanted, random.Random(seed)))


def pdf_others(raw: bytes, seed: int) -> list[Drawn]:
    """A change of every other tagged number: note marks, dates, ids; page numbers and running heads aside."""
    with opened(raw, "a.pdf") as read:
        found = [tags(page) for page in read]
    wanted = [{*tag.marks()} - {*_page_numbers(tag)} - {*_figures(tag)} for tag in found]
    return list(_drawn(raw, wanted, random.Random(seed)))


def _drawn(raw: bytes, wanted: Sequence[set[int]], chance: random.Random) -> Iterator[Drawn]:
    with pikepdf.open(io.BytesIO(raw)) as pdf:
        for number, page in enumerate(pdf.pages):
            for place, piece in enumerate(_shown(page, pikepdf.parse_content_stream(page))):
                letters = [piece.codes[at : at + 2] for at in range(0, len(piece.codes), 2)]
                places = [at for at, code in enumerate(letters) if code in piece.digits]
                if places and piece.mark in wanted[number] - {NO_MARK}:
                    at = chance.choice(places)
                    leads = at == places[0] and len(places) > 1
                    codes = {code: digit for code, digit in piece.digits.items() if not leads or digit != "0"}
                    new = chance.choice(sorted(codes.keys() - {letters[at]}))
                    yield Drawn(number, place, at, new, piece.digits[letters[at]], codes[new])


def _figures(tag: Tag) -> Iterator[int]:
    """The marks of the words of links that end with a raised note mark."""
    inner = [one for one in tag.inner if isinstance(one, Tag)]
    if tag.kind == "Link" and [one.kind for one in inner] == ["NonStruct"]:
        yield from (one for one in tag.inner if isinstance(one, int))
    else:
        for one in inner:
            yield from _figures(one)


def _page_numbers(tag: Tag) -> Iterator[int]:
    """The marks of page numbers that the program that draws puts into links."""
    for one in tag.inner:
        if isinstance(one, Tag):
            generated = (tag.kind, one.kind) in (("Link", "Link"), ("Span", "NonStruct"))
            yield from one.marks() if generated else _page_numbers(one)


class Piece(NamedTuple):
    """A piece of text in a page's stream: where it is shown, its codes of two bytes, its mark, its font's digits."""

    at: int
    codes: bytes
    mark: int
    digits: Codes


def _shown(page: pikepdf.Page, stream: Sequence[pikepdf.ContentStreamInstruction]) -> Iterator[Piece]:
    fonts = {name: _digits(font) for name, font in page.Resources.Font.items()}
    digits: Codes = {}
    marks = [NO_MARK]
    for at, (operands, operator) in enumerate(stream):
        match str(operator):
            case "Tf":
                digits = fonts[str(operands[0])]
            case "BDC" | "BMC":
                marks.append(int(operands[1].get("/MCID", marks[-1])) if len(operands) > 1 else marks[-1])
            case "EMC":
                marks.pop()
            case "Tj" | "TJ" as shown:
                parts = operands[0] if shown == "TJ" else operands
                codes = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
                yield Piece(at, codes, marks[-1], digits)


def _digits(font: pikepdf.Dictionary) -> Codes:
    """The codes with which a font draws digits, after its own table."""
    table = font.ToUnicode.read_bytes().decode("latin-1")
    pairs = re.findall(r"<([0-9a-fA-F]{4})> <([0-9a-fA-F]{4})>\s", table)
    return {bytes.fromhex(code): digit for code, letter in pairs if (digit := chr(int(letter, 16))).isdecimal()}
