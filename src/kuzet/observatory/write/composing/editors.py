"""The editors' own folder of parts: what stands in it is used, or refused with the nearest name."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Final

from kuzet.basis.errors import BadInput

END: Final = ".txt"
_INCLUDED: Final = re.compile(r"\{%\s*include\s+(\w+)\s*%\}")


def check(folder: Path, shipped: Collection[str], language: str) -> None:
    """That every part in `folder` is one of the report: a shipped name, or one that a part in it includes.

    Raises `BadInput` for a file whose words would vanish, with the nearest name, and for a folder without any part.
    Hidden files and files of other endings are the editors' own, unless they have the name of a part.
    """
    found = sorted(path.name for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))
    known = {*shipped, *_included(folder, found)}
    used = {name for name in found if name.endswith(END) and name.removesuffix(END) in known}
    for name in found:
        if name not in used and _is_meant(name, known):
            raise BadInput(name, _expected(name, known), str(folder))
    if not used:
        within = f"; did you mean {folder / language}?" if (folder / language).is_dir() else ""
        raise BadInput(
            str(folder), f"a folder with a part of the report in it ({_listed(known)}){within}", "--templates"
        )


def _included(folder: Path, names: Collection[str]) -> Iterator[str]:
    for name in names:
        if name.endswith(END):
            yield from _INCLUDED.findall(read(folder / name))


def read(path: Path) -> str:
    """The text of a part; raises `BadInput` for one that is not in UTF-8."""
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(path.name, f"a text in UTF-8 (byte {error.start + 1})", str(path.parent)) from None


def _is_meant(name: str, known: Collection[str]) -> bool:
    """Whether a file was meant to be a part: it has the ending of one, or the name of one and another ending."""
    stem, _, ending = name.lower().rpartition(".")
    return f".{ending}" == END or (stem or ending) in known


def _expected(name: str, known: Collection[str]) -> str:
    near = difflib.get_close_matches(name.lower().partition(".")[0], list(known), n=1)
    return f"a part of the report ({_listed(known)})" + (f"; did you mean {near[0]}{END}?" if near else "")


def _listed(known: Collection[str]) -> str:
    return ", ".join(f"{one}{END}" for one in sorted(known))
