"""One number of our own report changed at a time: does `kuzet check` see it, does `kuzet verify`?

    python -m tests.soak.reports
    python -m tests.soak.reports --numbers 50 --languages en --formats html,pdf --only check --release demo/release
    python -m tests.soak.reports --missed missed.json

In each language, and as HTML, DOCX and PDF, 200 figures of the report, evenly from the first to the last, are changed
in one digit, one at a time. The check gets the file with its release; it is said to have seen the change when it calls
something different that it did not call different before, and four figures tell by what: the numbers of the text alone,
with the notes that the figures open, with the release, and with both. What the third missed is kept. `kuzet verify`
gets the same files, and 200 more with another number changed (a date, an id, an article of law).
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from kuzet import countries
from kuzet.basis.names import LANGUAGES
from kuzet.commands import checking, demo
from kuzet.observatory import pipeline, tally
from kuzet.observatory.write.check import Finding, Kind, Registry, Verdict, check, inputs
from kuzet.observatory.write.check.notes import NOTED
from kuzet.observatory.write.compose_materials import Materials
from kuzet.observatory.write.formats import render
from kuzet.observatory.write.proof import verify
from tests.soak.changed import FORMATS, Changed

SEED = 20240503
KINDS = ("verify", "check")


class Tried(NamedTuple):
    """One report file: its language, its format, its bytes."""

    language: str
    kind: str
    raw: bytes

    def told(self, what: str, outcomes: Iterable[bool]) -> None:
        """One line: how many were found, and how long it took."""
        begun = time.process_time()
        counts = Counter(outcomes)
        share = 100 * counts[True] / max(1, counts.total())
        figure = f"{counts[True]:4} of {counts.total():4} {share:6.1f} %  ({time.process_time() - begun:.0f} s)"
        print(f"{self.language} {self.kind:4} {what:32} {figure}", flush=True)


def main() -> None:
    words = arguments()
    folder = words.release or made_release()
    release = tally.read(folder)
    country = countries.load(release.manifest.country)
    materials = pipeline.materials(release, country)
    registry = checking._registry(folder)
    missed = {}
    for language in words.languages.split(","):
        report = pipeline.report(release, country, language)
        for kind in words.formats.split(","):
            tried = Tried(language, kind, render(report, kind))
            if words.only != "check":
                verified(tried, words.numbers, materials)
            if words.only != "verify":
                missed[f"{language} {kind}"] = checked(tried, words.numbers, registry)
    if words.missed:
        words.missed.write_text(json.dumps(missed, ensure_ascii=False, indent=1) + "\n", "utf-8")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--numbers", type=int, default=200, metavar="N", help="numbers changed in each file (200)")
    parser.add_argument("--languages", default=",".join(LANGUAGES))
    parser.add_argument("--formats", default=",".join(FORMATS))
    parser.add_argument("--only", choices=KINDS, help="only one of the two commands")
    parser.add_argument("--release", type=Path, help="release of the report; the demo's is made without")
    parser.add_argument("--missed", type=Path, help="file for what the check did not see")
    return parser.parse_args()


def made_release() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="kuzet-soak-"))
    demo.make_release(folder)
    return folder / "release"


def verified(tried: Tried, numbers: int, materials: Materials) -> None:
    """Whether `kuzet verify` names each changed file."""
    figures, others = FORMATS[tried.kind](tried.raw, SEED, numbers)
    for what, changes in (("figures", figures), ("other numbers", others)):
        tried.told(f"verify, {what}", proved(tried.kind, changes, materials))


def proved(kind: str, changes: Iterable[Changed], materials: Materials) -> Iterator[bool]:
    for change in changes:
        yield bool(verify(f"a.{kind}", change.file(), materials).problems)


def checked(tried: Tried, numbers: int, registry: Registry) -> list[dict[str, str]]:
    """The check of every changed file, and what the release, and the notes, add; gives what it missed."""
    changes, _ = FORMATS[tried.kind](tried.raw, SEED, numbers)
    before = differing(tried.kind, tried.raw, tried.language, registry)
    tried.told("check, unchanged, no alarm", [not before])
    seen: list[set[str]] = []
    tried.told("check, read and judged", reads(tried, changes, registry, seen))
    for part, chosen in {"all": changes, **parts(changes)}.items():
        kept = [ways for change, ways in zip(changes, seen, strict=True) if change in chosen]
        for name, ways in WAYS.items():
            tried.told(f"{name}, {part}", [bool(one & ways) for one in kept])
    pairs = zip(changes, seen, strict=True)
    return [change.told() for change, ways in pairs if not ways & WAYS["check --release, text"]]


def reads(tried: Tried, changes: Sequence[Changed], registry: Registry, seen: list[set[str]]) -> Iterator[bool]:
    """Whether anything was seen of each change; the ways in which it was are added to `seen`."""
    before = differing(tried.kind, tried.raw, tried.language, registry)
    for change in changes:
        found = differing(tried.kind, change.file(), tried.language, registry)
        seen.append({one[0] for one in found - before})
        yield bool(seen[-1])


WAYS = {
    "check, text": {"text"},
    "check, notes": {"text", "note"},
    "check --release, text": {"text", "release"},
    "check --release, notes": {"text", "release", "note"},
}
"""What is measured, and which ways of seeing a change count: the text's own numbers, the release, the notes."""


def differing(kind: str, raw: bytes, language: str, registry: Registry) -> set[tuple[str, str, str]]:
    """What the check calls different in a file: the way in which it is seen, what it should be, and why."""
    source = inputs.read(f"a.{kind}", raw)
    found = check(source.text, language, registry, None, source.links)
    return {(way(one), one.should_be, one.why) for one in found if one.verdict is Verdict.DIFFERS}


def way(one: Finding) -> str:
    """How a number was seen to differ."""
    if one.kind is Kind.RELEASE:
        return "release"
    return "note" if one.kind is Kind.REPEAT and one.why.endswith(NOTED) else "text"


def parts(changes: Sequence[Changed]) -> dict[str, list[Changed]]:
    """Changes in sentences and in cells of tables, where the format tells them apart."""
    found: dict[str, list[Changed]] = {}
    for change in changes:
        if change.part:
            found.setdefault(change.part, []).append(change)
    return found


if __name__ == "__main__":
    main()
