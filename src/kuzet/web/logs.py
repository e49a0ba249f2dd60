"""What the server writes to its log when a page breaks: when, at which address of the list, and where in the code.

Nothing that was sent or stands in the registry gets there: no address as it was asked, no form, no name, nobody's IP,
and no message of an error, which may quote any of them, but that of the system and of a database out of reach.
"""

from __future__ import annotations

import logging
import time
import traceback
from types import TracebackType
from typing import Any, Final

from django.db import OperationalError

HANDLER: Final = "stderr"

Raised = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class Lines(logging.Formatter):
    """A line with the moment in UTC, and under it how an error arose."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s", "%Y-%m-%d %H:%M:%S")
        self.converter = time.gmtime

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802  (a name of the library)
        """Of a request its route, such as `incident/<str:ident>`, in the place of its address."""
        request = getattr(record, "request", None)
        if request is not None:
            found = getattr(request, "resolver_match", None)
            record.message = f"{request.method} {found.route if found else 'an address of none of ours'} broke"
        return super().formatMessage(record)

    def formatException(self, ei: Raised) -> str:  # noqa: N802
        """How it arose, the causes first."""
        return "\n".join(_told(ei[1])) if ei[1] else ""


def _told(error: BaseException) -> list[str]:
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    frames = "".join(traceback.format_list(traceback.extract_tb(error.__traceback__))).rstrip()
    return [
        *(_told(cause) if cause else ()),
        frames,
        f"{type(error).__module__}.{type(error).__qualname__}{_why(error)}",
    ]


def _why(error: BaseException) -> str:
    if isinstance(error, OSError) and error.strerror:
        return f": {error.strerror}"
    if isinstance(error, OperationalError):
        return f": {str(error).partition(chr(10))[0]}"
    return ""


def is_told(record: logging.LogRecord) -> bool:
    """Whether a line is for the log: an answer that was meant, such as one to come back later, is not."""
    return not hasattr(record, "request") or bool(record.exc_info)


TO_STDERR: Final[dict[str, Any]] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"lines": {"()": "kuzet.web.logs.Lines"}},
    "filters": {"told": {"()": "django.utils.log.CallbackFilter", "callback": is_told}},
    "handlers": {
        HANDLER: {"class": "logging.StreamHandler", "level": "ERROR", "formatter": "lines", "filters": ["told"]},
    },
    "loggers": {name: {"handlers": [HANDLER], "level": "ERROR"} for name in ("django.request", "kuzet")},
}
"""Of Django's settings: errors go to stderr, where whatever runs the server keeps them."""
