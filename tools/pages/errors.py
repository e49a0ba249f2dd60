"""The tree of errors, as its module draws it."""

from __future__ import annotations

from inspect import cleandoc
from typing import Final

from tools.pages.markdown import page as whole
from tools.pages.markdown import prose

from kuzet.basis import errors

USE: Final = """
On the command line each is printed as `Error: <message>` and ends the command with exit code 1; wrong use (an unknown
verb, option or file) ends it with 2. One bad line among many is set aside with its number and reason, and the work goes
on; the exit code is then 1.
"""


def page() -> str:
    """The tree, then each error."""
    about, tree, manner = cleandoc(errors.__doc__ or "").split("\n\n")
    return whole("Errors", about, f"```\n{tree}\n```", manner, USE, *(_told(kind) for kind in kinds(errors.KuzetError)))


def kinds(kind: type[errors.KuzetError]) -> list[type[errors.KuzetError]]:
    """The error and all of the tree's own below it, in the order of the tree."""
    own = [child for child in kind.__subclasses__() if child.__module__ == errors.__name__]
    return [kind, *(one for child in own for one in kinds(child))]


def _told(kind: type[errors.KuzetError]) -> str:
    base = kind.__mro__[1]
    under = f"A `{base.__name__}`. " if issubclass(base, errors.KuzetError) else ""
    return f"## {kind.__name__}\n\n{under}{prose(kind.__doc__)}"
