"""Reports with one number changed, as a careless or a dishonest hand would change it; the same for the same seed."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

HTML_FIGURE = re.compile(r'(<a class="figure"[^>]*>)([^<]*)(<sup>)')
HTML_TEXT = re.compile(r"(?<=>)[^<>]+(?=<)")
NUMBER = re.compile(r"(?<!&#)(?<!\d)\d+(?:[.,\u00a0\u202f]\d+)*")
"""A number that is read; that of an escaped sign (`&#39;`) is none."""

One = TypeVar("One")


class Change(NamedTuple):
    """One number in its place: from `start` to `end` of the file `old` becomes `new`."""

    start: int
    end: int
    old: str
    new: str

    def on(self, text: str) -> str:
        return text[: self.start] + self.new + text[self.end :]


def changed(text: str, changes: Iterable[Change]) -> str:
    """The text with all changes."""
    for change in sorted(changes, reverse=True):
        text = change.on(text)
    return text


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


def spread(changes: Sequence[One], wanted: int) -> list[One]:
    """So many of the changes, evenly from the first to the last."""
    step = max(1.0, len(changes) / max(1, wanted))
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


DOCX_FIGURE = re.compile(
    r'<w:hyperlink w:anchor="figure_\d+"[^>]*><w:r>(?:(?!</w:r>).)*?<w:t[^>]*>(?P<said>[^<]*)</w:t></w:r>'
    r'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>\d+</w:t></w:r></w:hyperlink>'
)
DOCX_TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")
DOCX_FIELD = re.compile(r'<w:fldChar w:fldCharType="begin"/>.*?<w:fldChar w:fldCharType="end"/>')
DOCUMENT = "word/document.xml"


def docx_text(raw: bytes) -> str:
    """The text of a document with its marks, as it is stored."""
    with zipfile.ZipFile(io.BytesIO(raw)) as file:
        return file.read(DOCUMENT).decode()


def docx_figures(text: str, seed: int) -> list[Change]:
    """A change of every figure that is stated in digits in a document."""
    chance = random.Random(seed)
    found = ((match.start("said"), match["said"]) for match in DOCX_FIGURE.finditer(text))
    return [change for start, words in found for change in _changes(words, start, chance)]


def docx_others(text: str, seed: int) -> list[Change]:
    """A change of every other number of its body; note marks and what Word counts itself aside."""
    chance = random.Random(seed)
    spans = [match.span() for pattern in (DOCX_FIGURE, DOCX_FIELD) for match in pattern.finditer(text)]
    aside = {place for start, end in spans for place in range(start, end)}
    nodes = (match for match in DOCX_TEXT.finditer(text) if match.start() not in aside)
    return [change for node in nodes for change in _changes(node[1], node.start(1), chance)]


def docx_with(raw: bytes, text: str) -> bytes:
    """The document with another text."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as before, zipfile.ZipFile(result, "w") as after:
        for entry in before.namelist():
            after.writestr(entry, text if entry == DOCUMENT else before.read(entry))
    return result.getvalue()
