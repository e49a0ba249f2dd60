"""The checked text as one HTML page with its findings in the margin, without scripts and without another host."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from html import escape
from typing import Final

from kuzet.observatory.write.check.parse import cleaned
from kuzet.observatory.write.check.reading.words import Finding, Verdict
from kuzet.observatory.write.check.tongue import summary, told

STYLE: Final = """
body{font:1rem/1.5 serif;max-width:72rem;margin:2rem auto;padding:0 1rem;color:#111;background:#fff}
.line{display:grid;grid-template-columns:3rem minmax(0,40rem) minmax(0,1fr);gap:0 1rem}
.line>a{color:#595959;text-decoration:none;font:.8rem/1.9 sans-serif}.line>p{margin:.2rem 0;overflow-wrap:anywhere}
aside{font:.85rem/1.35 sans-serif}aside p{margin:.2rem 0;padding-left:.5rem;border-left:.25rem solid}
.differs{border-color:#b00020}.ambiguous{border-color:#8a5a00}.uncheckable{border-color:#1f5fa8}.holds{border-color:#2e6b2e}
mark{background:#ffe9a8}@media(max-width:48rem){.line{grid-template-columns:2rem minmax(0,1fr)}aside{grid-column:2}}
"""


def page(text: str, found: Sequence[Finding], language: str, title: str, notes: str = "") -> str:
    """The lines of `text` with margin notes for all that does not hold; what holds is only counted.

    `notes` is the language of the notes, that of the text where it is not said.
    """
    beside: dict[int, list[Finding]] = defaultdict(list)
    for finding in found:
        if finding.verdict is not Verdict.HOLDS:
            beside[finding.line].append(finding)
    said = notes or language
    every = [(number, line) for number, line in enumerate(cleaned(text).split("\n"), 1) if line.strip()]
    lines = [_line(number, line, beside[number], said) for number, line in every]
    return (
        f'<!doctype html>\n<html lang="{escape(language)}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width,initial-scale=1"><title>{escape(title)}</title>'
        f"<style>{STYLE}</style></head>\n<body><main><h1>{escape(title)}</h1>"
        f'<p lang="{said}">{summary(found, said)}</p>\n' + "\n".join(lines) + "\n</main></body></html>\n"
    )


def _line(number: int, line: str, found: list[Finding], said: str) -> str:
    notes = "".join(f'<p class="{one.verdict.value}">{_note(one, said)}</p>' for one in found)
    margin = f'<aside lang="{said}">{notes}</aside>' if notes else ""
    marked = _marked(line, found)
    return f'<div class="line" id="line-{number}"><a href="#line-{number}">{number}</a><p>{marked}</p>{margin}</div>'


def _note(finding: Finding, said: str) -> str:
    should = f"<strong>{escape(told(finding.should_be, said))}</strong>"
    middle = f", {told('should be', said)} {should}" if finding.should_be else ""
    return f"<strong>{told(finding.verdict.value, said)}</strong>{middle}: {escape(told(finding.why, said))}"


def _marked(line: str, found: list[Finding]) -> str:
    """The line with each passage marked that stands in it as quoted; overlapping passages are one mark."""
    spans = sorted((start, start + len(one.text)) for one in found if (start := line.find(one.text)) >= 0)
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    shown, at = "", 0
    for start, end in merged:
        shown += f"{escape(line[at:start])}<mark>{escape(line[start:end])}</mark>"
        at = end
    return shown + escape(line[at:])
