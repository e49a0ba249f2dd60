"""The check of a text's numbers: any report, ours or not.

Takes a text; gives its numeric claims, each with a verdict. What the text itself cannot decide is said to be
uncheckable, with what is missing; nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Iterator

from kuzet.observatory.write.check import changes, shares, splits
from kuzet.observatory.write.check.parse import parse
from kuzet.observatory.write.check.shares import Share
from kuzet.observatory.write.check.words import Finding, Kind, Text, Verdict

__all__ = ["Finding", "Kind", "Verdict", "check"]


def check(text: str, language: str) -> tuple[Finding, ...]:
    """All numeric claims of `text` (in kk, ru or en) in the order of their lines, each judged."""
    parsed = parse(text, language)
    found = [*_shares(parsed)]
    for index in range(len(parsed.sentences)):
        found += changes.changes(parsed, index)
        found += changes.ratios(parsed, index)
        found += splits.splits(parsed, index)
    return tuple(sorted(dict.fromkeys(found), key=lambda finding: finding.line))


def _shares(text: Text) -> Iterator[Finding]:
    told = [(index, one) for index in range(len(text.sentences)) for one in shares.shares(text, index)]
    checked = [one for _, one in told if isinstance(one, Share)]
    consistent = shares.cut_is_rule(checked)
    for index, one in told:
        if isinstance(one, Share):
            yield shares.judge(one, text, cut_is_rule=consistent)
        else:
            yield shares.unchecked(one, text.sentences[index])
    yield from shares.mixed(checked, text)
    yield from splits.unnamed(checked, text)
