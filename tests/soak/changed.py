"""Report files with numbers changed, the same for each format: which numbers, and the file that has them changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TypeVar

from kuzet.observatory.write.check.inputs import files as inputs
from tests import tampering, tampering_pdf
from tests.tampering import Change
from tests.tampering_pdf import Drawn

SEED = 20240503
One = TypeVar("One")


class Report(NamedTuple):
    """A report file: its language, its format, its bytes."""

    language: str
    kind: str
    raw: bytes

    def figures(self, wanted: int) -> list[Change] | list[Drawn]:
        """So many changes of figures."""
        if self.kind == "pdf":
            return _mixed(tampering_pdf.pdf_figures(self.raw, SEED), wanted)
        find = tampering.docx_figures if self.kind == "docx" else tampering.html_figures
        return _mixed(find(self.text, SEED), wanted)

    def others(self, wanted: int) -> list[Change] | list[Drawn]:
        """So many changes of other numbers."""
        if self.kind == "pdf":
            return _mixed(tampering_pdf.pdf_others(self.raw, SEED), wanted)
        find = tampering.docx_others if self.kind == "docx" else tampering.html_others
        return _mixed(find(self.text, SEED), wanted)

    @property
    def text(self) -> str:
        """The text with its marks, as it is stored."""
        return tampering.docx_text(self.raw) if self.kind == "docx" else self.raw.decode()

    def file(self, changes: Sequence[Change | Drawn]) -> bytes:
        """The file with the changes."""
        if self.kind == "pdf":
            return tampering_pdf.drawn_on(self.raw, [one for one in changes if isinstance(one, Drawn)])
        text = tampering.changed(self.text, [one for one in changes if isinstance(one, Change)])
        return tampering.docx_with(self.raw, text) if self.kind == "docx" else text.encode()

    def part(self, change: Change | Drawn) -> str:
        """Where a change stands, in sentences or in tables; empty for a PDF."""
        if isinstance(change, Drawn):
            return ""
        opens, closes = ("<w:tc>", "</w:tc>") if self.kind == "docx" else ("<td", "</td")
        is_cell = self.text.rfind(opens, 0, change.start) > self.text.rfind(closes, 0, change.start)
        return "tables" if is_cell else "sentences"

    def told(self, change: Change | Drawn) -> dict[str, str]:
        """A change with its place, for who looks at what was missed."""
        if isinstance(change, Drawn):
            place = f"page {change.page + 1}, piece {change.piece}, digit {change.letter + 1}"
        else:
            around = self.text[max(0, change.start - 400) : change.end + 300]
            place = " ".join(inputs.text("a.html", around.encode()).split())
        return {"old": change.old, "new": change.new, "where": place, "part": self.part(change)}


def _mixed(changes: list[One], wanted: int) -> list[One]:
    """So many changes from the first to the last, every fourth first: what is done so far is from everywhere."""
    chosen = tampering.spread(changes, wanted)
    return [change for first in range(4) for change in chosen[first::4]]
