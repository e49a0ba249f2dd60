"""The codebook: every question and every code of a version, as data in `<version>/*.csv`.

Each row has a code, and a label, a definition, an example that belongs and one that does not, in kk, ru and en.
Tables are named after their file: `categories`, `methods`, `method_groups`, `perpetrator_classes`, ...
"""

from __future__ import annotations

import csv
import difflib
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final

from kuzet.basis.errors import BadInput, UnknownCode
from kuzet.basis.names import LANGUAGES, Name
from kuzet.basis.word import Word

CURRENT: Final = "2024.1"
"""The version that new codings are made with."""

_CODE: Final = re.compile(r"((?<=→ )\w+|\b[a-z]+(?:_[a-z]+)+\b)")
_MEANT: Final = ("methods", "perpetrator_classes", "perpetrator_roles")
"""Tables that are meant first where several have a code of the same name, such as `unknown`."""

TEXTS: Final = ("label", "definition", "include", "exclude")
"""What every code has in each language: name, definition, an example that belongs, a near miss that does not."""


class Code(Word):
    """One code; `extra` holds the other columns of its table (category, group, class, unit ...)."""

    code: str
    label: Name
    definition: Name
    include: Name
    exclude: Name
    extra: Mapping[str, str]


class Codebook:
    """All tables of one version, each a mapping from code to `Code` in the order of the file."""

    def __init__(self, version: str, tables: Mapping[str, Mapping[str, Code]]) -> None:
        self.version = version
        self.tables = MappingProxyType(dict(tables))

    def table(self, name: str) -> Mapping[str, Code]:
        """The table of that name; raises `UnknownCode`."""
        if name not in self.tables:
            raise UnknownCode(name, f"a table of codebook {self.version}{_nearest(name, self.tables)}")
        return self.tables[name]

    def check(self, name: str, code: str, where: str) -> str:
        """`code` itself if the table lists it; raises `UnknownCode` with the nearest code."""
        table = self.table(name)
        if code not in table:
            raise UnknownCode(code, f"a code of {name} in codebook {self.version}{_nearest(code, table)}", where)
        return code

    def label(self, name: str, code: str, language: str) -> str:
        """The label of a code in one language."""
        self.check(name, code, "label")
        return self.tables[name][code].label.get(language)

    def named(self, text: str, table: str) -> Iterator[tuple[str, str, str]]:
        """The texts of a table cut where they name codes: each piece, with the code's table and the code or '' twice.

        A code is what an arrow points to, or what is written as only codes are; it is looked for in the table itself,
        and then in the others.
        """
        for place, piece in enumerate(_CODE.split(text)):
            tables = (table, *_MEANT, *self.tables) if place % 2 else ()
            found = next((name for name in tables if piece in self.tables.get(name, ())), "")
            yield piece, found, piece if found else ""

    def plain(self, text: str, table: str, language: str) -> str:
        """A text of a table in one language, in which codes are told by their labels."""
        pieces = self.named(text, table)
        return "".join(self.label(found, code, language) if code else piece for piece, found, code in pieces)

    def group(self, method: str) -> str:
        """The group that reports count a method in."""
        self.check("methods", method, "method group")
        return self.tables["methods"][method].extra["group"]


@cache
def load(version: str = CURRENT) -> Codebook:
    """Read a version; raises `BadInput` for a version that is not there."""
    folder = files(__name__) / version
    if not folder.is_dir():
        raise BadInput(version, "a codebook version that is there", "codebook")
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".csv"))
    return Codebook(
        version,
        {
            name.removesuffix(".csv"): _table((folder / name).read_text("utf-8"), f"codebook {version}, {name}")
            for name in names
            if name != "crosswalk.csv"
        },
    )


@cache
def crosswalk(version: str = CURRENT) -> Mapping[tuple[str, str], str]:
    """The codes of other monitors: (our code, scheme) -> their code, `none` where they have no place for it."""
    text = (files(__name__) / version / "crosswalk.csv").read_text("utf-8")
    return MappingProxyType({(row["code"], row["scheme"]): row["target"] for row in csv.DictReader(text.splitlines())})


def _table(text: str, where: str) -> Mapping[str, Code]:
    rows: dict[str, Code] = {}
    for number, row in enumerate(csv.DictReader(text.splitlines(keepends=True)), 2):
        if row["code"] in rows:
            raise BadInput(row["code"], "a code that stands once", f"{where}, row {number}")
        rows[row["code"]] = _code(row)
    return MappingProxyType(rows)


def _code(row: Mapping[str, str]) -> Code:
    texts = {text: Name(**{lang: row[f"{text}_{lang}"] for lang in LANGUAGES}) for text in TEXTS}
    known = {"code", *(f"{text}_{lang}" for text in TEXTS for lang in LANGUAGES)}
    return Code(
        code=row["code"],
        label=texts["label"],
        definition=texts["definition"],
        include=texts["include"],
        exclude=texts["exclude"],
        extra={key: value for key, value in row.items() if key not in known},
    )


def _nearest(name: str, known: Mapping[str, object]) -> str:
    close = difflib.get_close_matches(name, known, n=1)
    return f"; nearest: {close[0]}" if close else ""
