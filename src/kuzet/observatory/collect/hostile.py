"""What others send is never allowed to end the work: whatever reading it raises becomes a reason."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from kuzet.basis.errors import KuzetError, shorten
from kuzet.observatory.collect.found import SetAside

P = ParamSpec("P")
T = TypeVar("T")


def set_aside(what: str) -> Callable[[Callable[P, T]], Callable[P, T | SetAside]]:
    """A reader that gives `SetAside` instead of raising; `what` names what it reads ("a feed").

    Parsers of hostile bytes raise errors of many kinds and without notice (155 of 10,000 spoiled feeds in feedparser,
    1,526 of 10,000 spoiled pages in lxml), so that no list of them could be complete.
    """

    def wrap(read: Callable[P, T]) -> Callable[P, T | SetAside]:
        @wraps(read)
        def safe(*args: P.args, **kwargs: P.kwargs) -> T | SetAside:
            try:
                return read(*args, **kwargs)
            except ImportError:  # a parser is not installed: that is no fault of what it should read
                raise
            except KuzetError as error:
                return SetAside(why=f"cannot be read as {what}: {error}")
            except Exception as error:  # noqa: BLE001  (see above)
                return SetAside(why=f"cannot be read as {what}: {type(error).__name__}, {shorten(str(error))}")

        return safe

    return wrap
