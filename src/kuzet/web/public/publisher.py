"""Who publishes a site and on which terms: no part of a release, told by a file or by the default beside this one."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

import yaml

from kuzet.basis.errors import BadInput
from kuzet.basis.names import Name
from kuzet.basis.word import Word, from_data
from kuzet.language.text import yml

_FILE: Final = "publisher.yml"


class Licence(Word):
    """Terms of use: the code of SPDX, the address of the text, and what they are called."""

    code: str
    address: str
    name: Name


class Publisher(Word):
    """An organisation: its name, its terms, how it is written to, and where readers go who leave at once.

    `leave` is a harmless page of the web; '' leads to a page of the site that names nobody and asks for nothing.
    """

    name: Name
    licence: Licence
    contact: str = ""
    leave: str = ""

    def __post_init__(self) -> None:
        _check_address(self.licence.address, "licence, address")
        if self.leave:
            _check_address(self.leave, "leave")


def _check_address(address: str, where: str) -> None:
    if not address.startswith(("https://", "http://")) or any(sign in address for sign in " \"'<>;"):
        raise BadInput(address, "an address such as https://example.org/", where)


@cache
def default() -> Publisher:
    """What holds where nobody says otherwise."""
    return from_data(_told((files(__package__) / _FILE).read_text("utf-8"), _FILE), Publisher, _FILE)


def read(path: Path) -> Publisher:
    """The default, with what the file says put over it; raises `BadInput` that names the key and the file."""
    told = _told(path.read_text("utf-8-sig"), path.name)
    base = _told((files(__package__) / _FILE).read_text("utf-8"), _FILE)
    return from_data(base | told, Publisher, path.name)


def _told(text: str, where: str) -> dict[str, Any]:
    try:
        told = yml.loaded(text)
    except yaml.YAMLError as error:
        raise BadInput(str(error).splitlines()[0], "YAML", where) from None
    if not isinstance(told, dict):
        raise BadInput(text[:40], "keys with values, such as contact: editors@example.org", where)
    return told
