"""Reports with one number changed, as a careless or a dishonest hand would change it; the same for the same seed."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import pikepdf

from kuzet.observatory.write.pdf_pages import NO_MARK, Tag, opened, tags

HTML_FIGURE = re.compile(r'(<a class="figure"[^>]*>)([^<]*)(<sup>)')
HTML_TEXT = re.compile(r"(?<=>)[^<>]+(?=<)")
NUMBER = re.compile(r"\d+(?:[.,\u00a0\u202f]\d+)*")


class Change(NamedTuple):
    """One number in its place: from `start` to `end` of the file `old` becomes `new`."""

    start: int
    end: int
    old: str
    new: str

    def on(self, text: str) -> str:
        return text[: self.start] + self.new + text[self.end :]


def html_figures(text: str, seed: int) -> list[Change]:
    """A change of every figure that is stated in digits on the page."""
    chance = random.Random(seed)
    found = ((match.start(2), match[2]) for match in HTML_FIGURE.finditer(text))
    return [change for start, words in found for change in _changes(words, start, chance)]


def html_others(text: str, seed: int) -> list[Change]:
    """A change of every other number that can be read on the page."""
    chance = random.Random(seed)
    figures = {place for match in HTML_FIGURE.finditer(text) for place in range(match.start(), match.end())}
    seen = range(text.index("<body>"), text.index('<template id="figure-record">'))
    nodes = (match for match in HTML_TEXT.finditer(text) if match.start() in seen and match.start() not in figures)
    notes = {match.end(3) for match in HTML_FIGURE.finditer(text)}
    return [change for node in nodes if node.start() not in notes for change in _changes(node[0], node.start(), chance)]


def spread(changes: Sequence[Change], wanted: int) -> list[Change]:
    """So many of the changes, evenly from the first to the last."""
    step = max(1.0, len(changes) / wanted)
    return [changes[int(place * step)] for place in range(min(wanted, len(changes)))]


def _changes(words: str, start: int, chance: random.Random) -> Iterator[Change]:
    """Each number of some words with one of its digits replaced by another."""
    for number in NUMBER.finditer(words):
        places = [place for place, letter in enumerate(number[0]) if letter.isdecimal()]
        place = chance.choice(places)
        first = "123456789" if place == 0 and len(places) > 1 else "0123456789"
        digit = chance.choice([one for one in first if one != number[0][place]])
        new = number[0][:place] + digit + number[0][place + 1 :]
        yield Change(start + number.start(), start + number.end(), number[0], new)


def zipped(raw: bytes, name: str, old: str, new: str) -> bytes:
    """A DOCX or XLSX with the first `old` in one of its files replaced."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as before, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as after:
        for entry in before.namelist():
            text = before.read(entry)
            if entry == name:
                assert old.encode() in text
                text = text.replace(old.encode(), new.encode(), 1)
            after.writestr(entry, text)
    return result.getvalue()


def pdf_numbers(raw: bytes) -> list[tuple[int, int]]:
    """Page and place of every piece of text that begins with a digit, page numbers and running heads aside."""
    with opened(raw, "a.pdf") as read:
        tagged = [({*tags(page).marks()} | {NO_MARK}) - {*_page_numbers(tags(page))} for page in read]
    with pikepdf.open(io.BytesIO(raw)) as pdf:
        return [
            (number, place)
            for number, page in enumerate(pdf.pages)
            for place, piece in enumerate(_shown(page, pikepdf.parse_content_stream(page)))
            if piece.codes[:2] in piece.digits and piece.mark in tagged[number]
        ]


def _page_numbers(tag: Tag) -> Iterator[int]:
    """The marks of page numbers that the program that draws puts into links."""
    for one in tag.inner:
        if isinstance(one, Tag):
            generated = (tag.kind, one.kind) in (("Link", "Link"), ("Span", "NonStruct"))
            yield from one.marks() if generated else _page_numbers(one)


def pdf_changed(raw: bytes, page: int, place: int) -> bytes:
    """A PDF with the first digit of one piece of text drawn as another digit of the same font."""
    result = io.BytesIO()
    with pikepdf.open(io.BytesIO(raw)) as pdf:
        stream = list(pikepdf.parse_content_stream(pdf.pages[page]))
        piece = list(_shown(pdf.pages[page], stream))[place]
        other = next(code for code in piece.digits if code != piece.codes[:2])
        changed = pikepdf.String(other + piece.codes[2:])
        operator = stream[piece.at].operator
        operands = [pikepdf.Array([changed])] if str(operator) == "TJ" else [changed]
        stream[piece.at] = pikepdf.ContentStreamInstruction(operands, operator)
        pdf.pages[page].Contents = pdf.make_stream(pikepdf.unparse_content_stream(stream))
        pdf.save(result, deterministic_id=True)
    return result.getvalue()


class Piece(NamedTuple):
    """A piece of text in a page's stream: where it is shown, its codes of two bytes, its mark, its font's digits."""

    at: int
    codes: bytes
    mark: int
    digits: list[bytes]


def _shown(page: pikepdf.Page, stream: Sequence[pikepdf.ContentStreamInstruction]) -> Iterator[Piece]:
    digits: list[bytes] = []
    marks = [NO_MARK]
    for at, (operands, operator) in enumerate(stream):
        match str(operator):
            case "Tf":
                digits = _digits(page.Resources.Font[str(operands[0])])
            case "BDC" | "BMC":
                marks.append(int(operands[1].get("/MCID", marks[-1])) if len(operands) > 1 else marks[-1])
            case "EMC":
                marks.pop()
            case "Tj" | "TJ" as shown:
                parts = operands[0] if shown == "TJ" else operands
                codes = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
                yield Piece(at, codes, marks[-1], digits)


def _digits(font: pikepdf.Dictionary) -> list[bytes]:
    """The codes with which a font draws digits, after its own table."""
    table = font.ToUnicode.read_bytes().decode("latin-1")
    pairs = re.findall(r"<([0-9a-fA-F]{4})> <([0-9a-fA-F]{4})>\s", table)
    return [bytes.fromhex(code) for code, letter in pairs if chr(int(letter, 16)).isdecimal()]
