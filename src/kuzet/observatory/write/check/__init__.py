"""The check of a text's numbers: any report, ours or not.

Takes a text; gives its numeric claims, each with a verdict. What the text itself cannot decide is said to be
uncheckable, with what is missing; nothing is guessed.

Each folder stands on those in front of it: `reading` finds the numbers and what they are said of, `relations` which of
them belong together, `tables` what stands in rows; `parts`, `amounts`, `changes`, `series` and `repeats` judge by how a
number is told, `reckoned` by arithmetic and nearness alone; `judge` asks them all. `inputs` gets the text of a file,
`page` shows what was found.
"""

from kuzet.observatory.write.check.amounts.sums import Rates
from kuzet.observatory.write.check.judge import check
from kuzet.observatory.write.check.reading.words import Finding, Kind, Verdict
from kuzet.observatory.write.check.repeats.notes import Link
from kuzet.observatory.write.check.repeats.registry import Registry

__all__ = ["Finding", "Kind", "Link", "Rates", "Registry", "Verdict", "check"]
