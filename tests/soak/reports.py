"""Numbers of our own report changed: does `kuzet check` see it, does `kuzet verify`?

    python -m tests.soak.reports
    python -m tests.soak.reports --numbers 50 --languages en --formats html,pdf --only notes --release demo/release
    python -m tests.soak.reports --only rules --formats html --missed missed.json

In each language, and as HTML, DOCX and PDF, 200 figures of the report, evenly from the first to the last, are changed
in one digit. `notes`: does the check name each by the note that it opens? `verify`: does the proof name each, and 200
other numbers (a date, an id, an article of law)? `rules`: what do all rules of the check see of each, by the numbers of
the text alone, with its release, with the notes; what text and release missed is kept. A figure's note and its proof
regard that figure alone, so with `--together 50` so many are changed in one file, and as many must be named; without,
and in `rules`, one is changed at a time.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import nullcontext
from itertools import product
from pathlib import Path

from kuzet import countries
from kuzet.basis.names import LANGUAGES
from kuzet.basis.release import Release
from kuzet.commands import checking, demo
from kuzet.observatory import pipeline, tally
from kuzet.observatory.write.check import Finding, Kind, Registry, Verdict, check
from kuzet.observatory.write.check.inputs import files as inputs
from kuzet.observatory.write.check.repeats.notes import NOTED, disagreeing
from kuzet.observatory.write.composing.materials import Materials
from kuzet.observatory.write.formats import render
from kuzet.observatory.write.proof import verify
from tests.soak.changed import Report
from tests.soak.sheets import Sheets, once
from tests.tampering import Change
from tests.tampering_pdf import Drawn

Changes = Sequence[Change | Drawn]
Missed = list[dict[str, str]]
KINDS = "notes,verify,rules"
FORMATS = "html,docx,pdf"
SOME = 50
"""After so many changes a line tells how far it is."""


def main() -> None:
    words = arguments()
    folder = words.release or made_release()
    release = tally.read(folder)
    materials = pipeline.materials(release, countries.load(release.manifest.country))
    registry = checking._registry(folder)
    missed: dict[str, Missed] = {}
    for language, kind in product(words.languages.split(","), words.formats.split(",")):
        report = Report(language, kind, file(words.reports, release, language, kind))
        lost = missed[f"{language} {kind}"] = []
        if "notes" in words.only:
            told(report, f"check, notes, {words.together} at a time", noted(report, words, lost))
        if "verify" in words.only:
            verified(report, words, materials)
        if "rules" in words.only:
            checked(report, words.numbers, registry, lost)
    if words.missed:
        words.missed.write_text(json.dumps(missed, ensure_ascii=False, indent=1) + "\n", "utf-8")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--numbers", type=int, default=200, metavar="N", help="figures changed in each file (200)")
    parser.add_argument("--others", type=int, default=200, metavar="N", help="other numbers for verify (200)")
    parser.add_argument("--together", type=int, default=1, metavar="N", help="figures changed in one file (1)")
    parser.add_argument("--languages", default=",".join(LANGUAGES))
    parser.add_argument("--formats", default=FORMATS)
    parser.add_argument("--only", default=KINDS, help=f"what is tried ({KINDS})")
    parser.add_argument("--release", type=Path, help="release of the report; the demo's is made without")
    parser.add_argument("--reports", type=Path, help="folder with the reports of this release; made without")
    parser.add_argument("--missed", type=Path, help="file for what the check did not see")
    return parser.parse_args()


def made_release() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="kuzet-soak-"))
    demo.make_release(folder)
    return folder / "release"


def file(made: Path | None, release: Release, language: str, kind: str) -> bytes:
    """The report: that of a folder where one is given, else made now."""
    if made:
        return (made / f"report.{language}.{kind}").read_bytes()
    return render(pipeline.report(release, countries.load(release.manifest.country), language), kind)


def told(report: Report, what: str, outcomes: Iterable[tuple[int, int]]) -> None:
    """A line at the end, and some on the way: how many were found of how many, and how long it took."""
    begun, found, all_of_them, shown = time.process_time(), 0, 0, SOME
    for some, of in outcomes:
        if all_of_them >= shown:
            show(report, f"{what}, so far", (found, all_of_them), time.process_time() - begun)
            shown += SOME
        found, all_of_them = found + some, all_of_them + of
    show(report, what, (found, all_of_them), time.process_time() - begun)


def show(report: Report, what: str, counts: tuple[int, int], seconds: float) -> None:
    share = 100 * counts[0] / max(1, counts[1])
    figure = f"{counts[0]:4} of {counts[1]:4} {share:6.1f} %  ({seconds:.0f} s)"
    print(f"{report.language} {report.kind:4} {what:42} {figure}", flush=True)


def files(report: Report, changes: Changes, together: int) -> Iterator[tuple[Changes, bytes]]:
    """Files with so many changes each; unchanged pages of a PDF are read once where one is changed at a time."""
    alone = together == 1 and report.kind == "pdf"
    with once(report.raw) if alone else nullcontext(Sheets()) as sheets:
        for at in range(0, len(changes), together):
            batch = changes[at : at + together]
            sheets.changed = batch[0].page if isinstance(batch[0], Drawn) else None
            yield batch, report.file(batch)


def noted(report: Report, words: argparse.Namespace, missed: Missed) -> Iterator[tuple[int, int]]:
    """How many of the changes of each file the check names by their notes; an unchanged file has none."""
    for batch, raw in files(report, report.figures(words.numbers), words.together):
        found = list(disagreeing(inputs.read(f"a.{report.kind}", raw).links, report.language))
        if len(found) < len(batch):
            missed += [report.told(one) | {"named": "; ".join(one.why for one in found)} for one in batch]
        yield len(found), len(batch)


def verified(report: Report, words: argparse.Namespace, materials: Materials) -> None:
    """Whether the proof names each changed figure, and other numbers."""
    figures, others = report.figures(words.numbers), report.others(words.others)
    told(report, f"verify, figures, {words.together} at a time", proved(report, figures, words.together, materials))
    told(report, "verify, other numbers, 1 at a time", proved(report, others, 1, materials))


def proved(report: Report, changes: Changes, together: int, materials: Materials) -> Iterator[tuple[int, int]]:
    """How many of the changes of each file are named."""
    for batch, raw in files(report, changes, together):
        problems = verify(f"a.{report.kind}", raw, materials).problems
        stated = sum(one.kind == "text" for one in problems)
        yield (stated if len(batch) > 1 else int(bool(problems))), len(batch)


def checked(report: Report, numbers: int, registry: Registry, missed: Missed) -> None:
    """The check of files with one change by all its rules: what text, notes and release show."""
    before = differing(report, report.raw, registry)
    told(report, "check --release, no alarm unchanged", [(int(not before), 1)])
    seen: list[tuple[str, set[str]]] = []
    for (change,), raw in files(report, report.figures(numbers), 1):
        found = {one[0] for one in differing(report, raw, registry) - before}
        seen.append((report.part(change), found))
        missed += [] if found & WAYS["check --release, text"] else [report.told(change)]
    for part in ("all", "sentences", "tables"):
        kept = [ways for where, ways in seen if part in ("all", where)]
        for name, wanted in WAYS.items():
            told(report, f"{name}, {part}", [(sum(bool(one & wanted) for one in kept), len(kept))])


WAYS = {
    "check, text": {"text"},
    "check, with notes": {"text", "note"},
    "check --release, text": {"text", "release"},
    "check --release, with notes": {"text", "release", "note"},
}
"""What is measured, and which ways of seeing a change count: the text's own numbers, the release, the notes."""


def differing(report: Report, raw: bytes, registry: Registry) -> set[tuple[str, str, str]]:
    """What the check calls different in a file: the way in which it is seen, what it should be, and why."""
    source = inputs.read(f"a.{report.kind}", raw)
    found = check(source.text, report.language, registry, None, source.links)
    return {(way(one), one.should_be, one.why) for one in found if one.verdict is Verdict.DIFFERS}


def way(one: Finding) -> str:
    """How a number was seen to differ."""
    if one.kind is Kind.RELEASE:
        return "release"
    return "note" if one.kind is Kind.REPEAT and NOTED in one.why else "text"


if __name__ == "__main__":
    main()
