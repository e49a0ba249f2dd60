"""What a file of packed parts (XLSX, DOCX) may hold: a small file can declare, repeat and span more than memory holds.

No part is held for this.
"""

from __future__ import annotations

import re
import zipfile
from typing import Final

from kuzet.basis.errors import BadInput

UNPACKED: Final = 300 * 2**20
"""Bytes of all parts together."""

PARTS: Final = 2000
COLUMNS: Final = 200
"""Cells of a row."""

MARKS: Final = 2_000_000
"""Tags and attributes of parts of which a tree is made: each takes a hundred bytes of memory and more.

A report of hundreds of pages has some hundred thousand of them.
"""

TEXT: Final = 48 * 2**20
"""Characters of all cells or paragraphs together, however often a few of them are told again."""

_ENTITY: Final = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_PROLOGUE: Final = 4096
_BLOCK: Final = 1 << 20
_MARKED: Final = (b"<", b"=")


def check(archive: zipfile.ZipFile) -> None:
    """Raises `BadInput` for what is larger than any register or report, and for what declares entities."""
    parts = archive.infolist()
    size = sum(part.file_size for part in parts)
    if size > UNPACKED or len(parts) > PARTS:
        raise BadInput(f"{len(parts)} parts of {size:,} bytes", f"at most {PARTS} parts of {UNPACKED:,} bytes together")
    for part in parts:
        if part.filename.endswith((".xml", ".rels")):
            with archive.open(part) as file:
                if _ENTITY.search(file.read(_PROLOGUE)):
                    raise BadInput(part.filename, "a part without declarations of its own")


def check_marks(archive: zipfile.ZipFile) -> None:
    """Raises `BadInput` for parts that make a tree larger than memory, of a file of which whole trees are made."""
    left = MARKS
    for part in archive.infolist():
        with archive.open(part) as file:
            head = file.read(_BLOCK)
            block = head if b"<" in head[:_PROLOGUE] else b""  # a picture is no tree
            while block:
                left -= sum(map(block.count, _MARKED))
                if left < 0:
                    raise BadInput(part.filename, f"parts with at most {MARKS:,} tags and attributes together")
                block = file.read(_BLOCK)
