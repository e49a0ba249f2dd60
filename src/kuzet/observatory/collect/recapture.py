"""When a cited page is looked at again, and what is said of it when it is not what it was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from difflib import SequenceMatcher
from typing import Final, Literal

from kuzet.basis.word import Word

AFTER: Final = (timedelta(hours=1), timedelta(days=1), timedelta(days=30))
"""After the first capture: silent corrections come within the hour, demands to delete within days or weeks."""

GONE: Final = (404, 410)
"""Not found; gone (RFC 9110, sections 15.5.5 and 15.5.11)."""

WORDS: Final = 4000
"""A longer paragraph is shown whole before and after: comparing its words would take seconds."""

Kind = Literal["changed", "deleted", "back"]


class Notice(Word):
    """A cited page is not what it was. `before` and `after` are ids of documents, `what` is fit to be shown."""

    url: str
    kind: Kind
    at: datetime
    before: str
    after: str = ""
    what: str = ""


def next_look(first: datetime, now: datetime) -> datetime | None:
    """The first moment of the schedule after `now` for a page that was first captured at `first`."""
    return next((first + after for after in AFTER if first + after > now), None)


def differences(before: str, after: str) -> str:
    """Paragraphs that differ, `-` before and `+` after; in one that was reworded `[-old words-] {+new words+}`.

    Empty where only white space differs.
    """
    return "\n".join(_differing(_paragraphs(before), _paragraphs(after)))


def _paragraphs(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def _differing(old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    for tag, start, end, other_start, other_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        left, right = old[start:end], new[other_start:other_end]
        if len(left) == len(right):
            yield from (_reworded(*pair) for pair in zip(left, right, strict=True))
        else:
            yield from (f"- {one}" for one in left)
            yield from (f"+ {one}" for one in right)


def _reworded(old: str, new: str) -> str:
    left, right = old.split(), new.split()
    if max(len(left), len(right)) > WORDS:
        return f"- {old}\n+ {new}"
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    if matcher.ratio() < 0.5:  # another paragraph, not the same one reworded
        return f"- {old}\n+ {new}"
    return "~ " + " ".join(_marked(matcher, left, right))


def _marked(matcher: SequenceMatcher[str], left: Sequence[str], right: Sequence[str]) -> Iterator[str]:
    for tag, start, end, other_start, other_end in matcher.get_opcodes():
        if tag == "equal":
            yield " ".join(left[start:end])
            continue
        if start < end:
            yield f"[-{' '.join(left[start:end])}-]"
        if other_start < other_end:
            yield f"{{+{' '.join(right[other_start:other_end])}+}}"
