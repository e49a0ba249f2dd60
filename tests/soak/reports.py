"""One number of our own report changed at a time: does `kuzet check` see it, does `kuzet verify`?

    python -m tests.soak.reports
    python -m tests.soak.reports --numbers 50 --languages en --formats html,pdf --only check --release demo/release
    python -m tests.soak.reports --missed missed.json

In each language, and as HTML, DOCX and PDF, 200 figures of the report, evenly from the first to the last, are changed
in one digit, one at a time. The check gets the file; it is said to have seen the change when it calls something
different that it did not call different before. In all formats it is told whether the notes that the figures open show
it; of HTML also what the numbers of the text alone and the release show, and what these two missed
is kept. `kuzet verify` gets the same files, and 200 with another number changed (a date, an id, an article of law).
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import NamedTuple

from kuzet import countries
from kuzet.basis.names import LANGUAGES
from kuzet.commands import checking, demo
from kuzet.observatory import pipeline, tally
from kuzet.observatory.write.check import Finding, Kind, Registry, Verdict, check, inputs
from kuzet.observatory.write.check.notes import NOTED, disagreeing
from kuzet.observatory.write.compose_materials import Materials
from kuzet.observatory.write.formats import render
from kuzet.observatory.write.proof import verify
from tests.soak.changed import FORMATS, Changed
from tests.soak.sheets import Sheets, once
from tests.tampering import spread

SEED = 20240503
KINDS = ("verify", "check")


class Tried(NamedTuple):
    """One report file: its language, its format, its bytes."""

    language: str
    kind: str
    raw: bytes

    def read_once(self) -> AbstractContextManager[Sheets]:
        """While this is open, the pages of a PDF that are not changed are read once."""
        return once(self.raw) if self.kind == "pdf" else nullcontext(Sheets())

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
                verified(tried, words, materials)
            if words.only != "verify":
                missed[f"{language} {kind}"] = checked(tried, words, registry)
    if words.missed:
        words.missed.write_text(json.dumps(missed, ensure_ascii=False, indent=1) + "\n", "utf-8")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--numbers", type=int, default=200, metavar="N", help="numbers changed in each file (200)")
    parser.add_argument("--others", type=int, default=200, metavar="N", help="other numbers for verify (200)")
    parser.add_argument("--whole", default="html", help="formats that go through all rules of the check (html)")
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


def verified(tried: Tried, words: argparse.Namespace, materials: Materials) -> None:
    """Whether `kuzet verify` names each changed file."""
    figures, others = FORMATS[tried.kind](tried.raw, SEED, words.numbers)
    for what, changes in (("figures", figures), ("other numbers", spread(others, words.others))):
        tried.told(f"verify, {what}", proved(tried, changes, materials))


def proved(tried: Tried, changes: Iterable[Changed], materials: Materials) -> Iterator[bool]:
    with tried.read_once() as sheets:
        for change in changes:
            sheets.changed = change.page
            yield bool(verify(f"a.{tried.kind}", change.file(), materials).problems)


def checked(tried: Tried, words: argparse.Namespace, registry: Registry) -> list[dict[str, str]]:
    """The check of every changed file, and what the release, and the notes, add; gives what it missed.

    Only files of the formats `--whole` go through all rules; of the others the notes are followed, which the check
    does in front of all rules and whatever they find.
    """
    changes, _ = FORMATS[tried.kind](tried.raw, SEED, words.numbers)
    rules = Rules(registry, whole=tried.kind in words.whole.split(","))
    tried.told("check --release, no alarm unchanged", [not differing(tried, tried.raw, Rules(registry, whole=True))])
    seen: list[set[str]] = []
    tried.told("check, notes", noticed(tried, changes, rules, seen))
    found = dict(zip(changes, seen, strict=True))
    for part, chosen in ({"all": changes} | parts(changes)).items() if rules.whole else ():
        for name, ways in WAYS.items():
            tried.told(f"{name}, {part}", [bool(found[change] & ways) for change in chosen])
    wanted = WAYS["check --release, text"] if rules.whole else {"note"}
    return [change.told() for change, ways in found.items() if not ways & wanted]


class Rules(NamedTuple):
    """What a file is checked with: a release, and all rules or only the notes."""

    registry: Registry
    whole: bool


def noticed(tried: Tried, changes: Sequence[Changed], rules: Rules, seen: list[set[str]]) -> Iterator[bool]:
    """Whether the notes tell each change; all ways in which it is seen are added to `seen`."""
    before = differing(tried, tried.raw, rules)
    with tried.read_once() as sheets:
        for change in changes:
            sheets.changed = change.page
            found = differing(tried, change.file(), rules)
            seen.append({one[0] for one in found - before})
            yield "note" in seen[-1]


WAYS = {
    "check, text": {"text"},
    "check, notes": {"text", "note"},
    "check --release, text": {"text", "release"},
    "check --release, notes": {"text", "release", "note"},
}
"""What is measured, and which ways of seeing a change count: the text's own numbers, the release, the notes."""


def differing(tried: Tried, raw: bytes, rules: Rules) -> set[tuple[str, str, str]]:
    """What the check calls different in a file: the way in which it is seen, what it should be, and why."""
    source = inputs.read(f"a.{tried.kind}", raw)
    if rules.whole:
        found = check(source.text, tried.language, rules.registry, None, source.links)
    else:
        found = tuple(disagreeing(source.links, tried.language))
    return {(way(one), one.should_be, one.why) for one in found if one.verdict is Verdict.DIFFERS}


def way(one: Finding) -> str:
    """How a number was seen to differ."""
    if one.kind is Kind.RELEASE:
        return "release"
    return "note" if one.kind is Kind.REPEAT and NOTED in one.why else "text"


def parts(changes: Sequence[Changed]) -> dict[str, list[Changed]]:
    """Changes in sentences and in cells of tables, where the format tells them apart."""
    found: dict[str, list[Changed]] = {}
    for change in changes:
        if change.part:
            found.setdefault(change.part, []).append(change)
    return found


if __name__ == "__main__":
    main()
