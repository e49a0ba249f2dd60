"""Light Markdown to blocks: headings, paragraphs, lists, links, strong and emphasised words, boxes.

The text comes with one private character for every result of an expression, so that no result is read as a mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final

from kuzet.basis.errors import BadInput
from kuzet.observatory.write.composing.charts import Sketch
from kuzet.observatory.write.tree import (
    Block,
    Callout,
    Emphasis,
    Heading,
    Link,
    Listing,
    Paragraph,
    Run,
    Runs,
    Strong,
    Text,
    plain,
)

FIRST: Final = 0xF0000
"""The first character of the private plane whose characters stand for results."""

Result = Runs | tuple[Block, ...] | Sketch
_RESULT: Final = f"[{chr(FIRST)}-{chr(0xFFFFD)}]"
_HEADING: Final = re.compile(r"(#{1,3}) (?P<text>.+?) \{(?P<annex>annex )?(?P<anchor>[A-Za-z][\w-]*)\}")
_ITEM: Final = re.compile(r"(?P<mark>[-+]) (?P<text>.+)", re.DOTALL)
_BOX: Final = re.compile(r"::: *(?P<kind>\w+) *(?P<title>.*)")
_INLINE: Final = re.compile(
    rf"\*\*(?P<strong>.+?)\*\*|\*(?P<emphasis>[^*]+)\*|\[(?P<words>[^]]+)\]\((?P<target>[^)\s]+)\)|(?P<result>{_RESULT})"
)


@dataclass
class Page:
    """Text with its results, as it is built up from the nodes of a template."""

    results: list[Result] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)

    def write(self, text: str) -> None:
        """Plain words of the template; raises `BadInput` where they hold a character kept for results."""
        if re.search(_RESULT, text):
            raise BadInput(text, "text without characters of the private plane 15", "template")
        self.parts.append(text)

    def put(self, result: Result) -> None:
        """The result of an expression."""
        self.results.append(result)
        self.parts.append(chr(FIRST + len(self.results) - 1))

    @property
    def text(self) -> str:
        """All that was written."""
        return "".join(self.parts)

    def result(self, mark: str) -> Result:
        """What a private character stands for."""
        return self.results[ord(mark) - FIRST]


def blocks(page: Page) -> tuple[Block, ...]:
    """The blocks of a page; raises `BadInput` that quotes the place in the text."""
    return tuple(_blocks(page.text.split("\n"), page))


def words(text: str, page: Page, where: str) -> str:
    """Text where only words may stand (a title): results are put in as text, a figure is refused."""
    found = runs(text, page)
    if any(not isinstance(run, Text) for run in found):
        raise BadInput(plain(found), "plain words without figures or marks", where)
    return plain(found)


def runs(text: str, page: Page) -> Runs:
    """One stretch of text as runs, line breaks read as spaces."""
    return tuple(_joined(_runs(re.sub(r"[ \t\n]+", " ", text).strip(" "), page)))


def _blocks(lines: Sequence[str], page: Page) -> Iterator[Block]:
    for chunk in _chunks(lines):
        box, heading = _BOX.fullmatch(chunk[0]), _HEADING.fullmatch(chunk[0].strip())
        if box:
            yield _box(box["kind"], box["title"], chunk[1:], page)
        elif chunk[0].startswith("#"):
            yield _heading(heading, chunk, page)
        elif _ITEM.match(chunk[0]):
            yield from _listings(chunk, page)
        else:
            yield from _paragraph("\n".join(chunk), page)


def _chunks(lines: Sequence[str]) -> Iterator[list[str]]:
    """Lines that belong together: a box up to its end, a heading alone, else up to an empty line or another kind."""
    chunk: list[str] = []
    box = False
    for line in lines:
        closing, opening = line.strip() == ":::", bool(_BOX.fullmatch(line)) and line.strip() != ":::"
        if box:
            chunk += [] if closing else [line]
        elif opening or not line.strip() or _starts(line, chunk):
            yield from [chunk] if chunk else []
            chunk = [line] if line.strip() else []
        else:
            chunk.append(line)
        if box and closing:
            yield chunk
            chunk = []
        box = (box or opening) and not closing
    if box:
        raise BadInput(chunk[0], "a box closed by a line :::", "template")
    yield from [chunk] if chunk else []


def _starts(line: str, chunk: list[str]) -> bool:
    """Whether a line begins another block than the one before it."""
    if not chunk:
        return True
    item = bool(_ITEM.match(line)) != bool(_ITEM.match(chunk[0])) and not line.startswith(" ")
    return line.startswith("#") or chunk[0].startswith("#") or item


def _heading(match: re.Match[str] | None, chunk: list[str], page: Page) -> Heading:
    if match is None:
        raise BadInput(chunk[0], "a heading such as '## Methods {methods}', with its anchor", "template")
    text = words(match["text"], page, f"heading {match['anchor']}")
    return Heading(level=len(match[1]), text=text, anchor=match["anchor"], annex=bool(match["annex"]))


def _listings(chunk: list[str], page: Page) -> Iterator[Listing]:
    items: list[str] = []
    for line in chunk:
        if _ITEM.match(line):
            items.append(line)
        else:
            items[-1] += f"\n{line}"
    for ordered, group in groupby(items, key=lambda item: item.startswith("+")):
        yield Listing(items=tuple(runs(item[2:], page) for item in group), ordered=ordered)


def _paragraph(text: str, page: Page) -> Iterator[Block]:
    bare = text.strip()
    marks = re.findall(_RESULT, bare)
    found = [page.result(mark) for mark in marks]
    if len(bare) == len(marks) and found and all(_is_blocks(one) for one in found):
        for one in found:
            if isinstance(one, Sketch):
                raise BadInput(one.name, "inside a box '::: chart' with its title", "chart")
            yield from (block for block in one if isinstance(block, Block))
    elif bare:
        yield Paragraph(runs=runs(bare, page))


def _box(kind: str, title: str, lines: Sequence[str], page: Page) -> Block:
    if kind == "chart":
        return _chart("\n".join(lines), page)
    inner = tuple(_blocks(lines, page))
    allowed = tuple(block for block in inner if isinstance(block, (Paragraph, Listing)))
    if not allowed or len(allowed) != len(inner):
        raise BadInput([type(block).__name__ for block in inner], "paragraphs and lists", f"box {kind}")
    return Callout(kind=kind, title=words(title, page, f"box {kind}"), blocks=allowed)


def _chart(text: str, page: Page) -> Block:
    """A chart with the sentence under its expression as its title, which states the finding."""
    marks = [mark for mark in re.findall(_RESULT, text) if isinstance(page.result(mark), Sketch)]
    if len(marks) != 1:
        raise BadInput(len(marks), "exactly one chart in a box '::: chart'", "template")
    sketch = page.result(marks[0])
    assert isinstance(sketch, Sketch)  # noqa: S101  # found as one above
    return sketch.finished(plain(runs(text.replace(marks[0], ""), page)))


def _is_blocks(result: Result) -> bool:
    return isinstance(result, Sketch) or all(isinstance(one, Block) for one in result)


def _runs(text: str, page: Page) -> Iterator[Run]:
    start = 0
    for match in _INLINE.finditer(text):
        yield from _text(text[start : match.start()])
        start = match.end()
        if match["result"]:
            yield from _inline(match["result"], page)
        elif match["strong"]:
            yield Strong(runs=tuple(_runs(match["strong"], page)))
        elif match["emphasis"]:
            yield Emphasis(runs=tuple(_runs(match["emphasis"], page)))
        else:
            yield Link(target=match["target"], runs=tuple(_runs(match["words"], page)))
    yield from _text(text[start:])


def _inline(mark: str, page: Page) -> Iterable[Run]:
    result = page.result(mark)
    if _is_blocks(result) or isinstance(result, Sketch):
        raise BadInput("table, list or chart", "on a line of its own, with an empty line before and after", "template")
    return (run for run in result if isinstance(run, Run))


def _text(text: str) -> Iterator[Text]:
    if text:
        yield Text(text=text)


def _joined(found: Iterable[Run]) -> Iterator[Run]:
    """Neighbouring plain texts as one."""
    held: Text | None = None
    for run in found:
        if isinstance(run, Text) and not run.language and held is not None:
            held = Text(text=held.text + run.text)
        else:
            yield from [held] if held is not None else []
            held = run if isinstance(run, Text) and not run.language else None
            yield from [run] if held is None else []
    yield from [held] if held is not None else []
