"""What registers are read with, and small sheets."""

from __future__ import annotations

import pytest

from kuzet import countries
from kuzet.basis import codebook
from kuzet.observatory.review.sheets import Pack, Table, head, propose, read

HEAD = ("Дата", "Название", "Способ", "Пострадавший", "Должность", "Город", "Ссылка")
GOOD = ("13.05.2024", "Удар", "non_fatal_attack_beating", "Айгуль Омарова", "Журналист", "Актау", "https://a.example/1")


@pytest.fixture(scope="session")
def pack():
    return Pack(codebook.load(), countries.load("kz"))


@pytest.fixture
def rows(pack):
    """The rows of a sheet with these headers and cells; `known` gives what an incident shows already."""

    def made(*lines, headers=HEAD, known=lambda _ident, _version: None, **table):
        sheet = Table(name="Sheet1", rows=(headers, *lines), **table)
        return list(read(sheet, head(sheet), propose(headers), pack, known))

    return made
