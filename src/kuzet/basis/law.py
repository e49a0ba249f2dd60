"""References to articles of law."""

from __future__ import annotations

import re
from typing import Final

from kuzet.basis.errors import BadInput
from kuzet.basis.word import Word

_NUMBER: Final = re.compile(r"\d+(-\d+)*")


class LegalArticle(Word):
    """One article, with part and point where given; `code` is the country pack's short code of the law."""

    code: str
    article: str
    part: str = ""
    point: str = ""

    def __post_init__(self) -> None:
        if not _NUMBER.fullmatch(self.article):
            raise BadInput(self.article, "an article number such as 456-2", "legal article")

    def __str__(self) -> str:
        tail = (f" part {self.part}" if self.part else "") + (f" point {self.point}" if self.point else "")
        return f"{self.code} {self.article}{tail}".strip()
