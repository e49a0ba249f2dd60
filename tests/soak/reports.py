"""One number of our own report changed at a time: does `kuzet check` see it, does `kuzet verify`?

    python -m tests.soak.reports
    python -m tests.soak.reports --numbers 50 --languages en --release demo/release
    python -m tests.soak.reports --missed missed.json

Each of 200 figures of the page, evenly from the first to the last, is changed in one digit, in three languages. The
check gets the page with its release; it is said to have seen the change when it calls something different that it did
not call different before, and four figures tell by what: the numbers of the text alone, with the notes that the page's
figures open, with the release, and with both. What the third missed is kept. `kuzet verify` gets the same pages, 200
pages with another number changed (a date, an id, an article of law), and PDF files with a digit drawn otherwise.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from kuzet import countries
from kuzet.basis.names import LANGUAGES
from kuzet.commands import checking, demo
from kuzet.observatory import pipeline, tally
from kuzet.observatory.write.check import Finding, Kind, Registry, Verdict, check, inputs
from kuzet.observatory.write.check.notes import NOTED
from kuzet.observatory.write.compose_materials import Materials
from kuzet.observatory.write.formats import render
from kuzet.observatory.write.proof import verify
from tests import tampering
from tests.tampering import Change

SEED = 20240503


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
        page = render(report, "html").decode()
        changes = tampering.spread(tampering.html_figures(page, SEED), words.numbers)
        others = tampering.spread(tampering.html_others(page, SEED), words.numbers)
        told(language, "verify, figures of the page", proved(page, changes, materials))
        told(language, "verify, other numbers of the page", proved(page, others, materials))
        told(language, "verify, digits drawn in the PDF", drawn(render(report, "pdf"), words.pdf, materials))
        missed[language] = checked(language, page, changes, registry)
    if words.missed:
        words.missed.write_text(json.dumps(missed, ensure_ascii=False, indent=1) + "\n", "utf-8")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--numbers", type=int, default=200, metavar="N", help="numbers changed in each language (200)")
    parser.add_argument("--pdf", type=int, default=30, metavar="N", help="digits changed in the PDF of each (30)")
    parser.add_argument("--languages", default=",".join(LANGUAGES))
    parser.add_argument("--release", type=Path, help="release of the report; the demo's is made without")
    parser.add_argument("--missed", type=Path, help="file for what the check did not see")
    return parser.parse_args()


def made_release() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="kuzet-soak-"))
    demo.make_release(folder)
    return folder / "release"


def told(language: str, what: str, outcomes: Iterable[bool]) -> None:
    """One line: how many were found, and how long it took."""
    begun = time.process_time()
    counts = Counter(outcomes)
    share = 100 * counts[True] / max(1, counts.total())
    seconds = time.process_time() - begun
    print(f"{language} {what:36} {counts[True]:4} of {counts.total():4} {share:6.1f} %  ({seconds:.0f} s)", flush=True)


def proved(page: str, changes: Iterable[Change], materials: Materials) -> Iterator[bool]:
    """Whether `kuzet verify` names each changed page."""
    for change in changes:
        yield bool(verify("a.html", change.on(page).encode(), materials).problems)


def drawn(raw: bytes, wanted: int, materials: Materials) -> Iterator[bool]:
    """The same for PDF files with one digit drawn otherwise."""
    places = tampering.pdf_numbers(raw)
    step = max(1, len(places) // max(1, wanted))
    for page, place in places[::step][:wanted]:
        yield bool(verify("a.pdf", tampering.pdf_changed(raw, page, place), materials).problems)


def checked(language: str, page: str, changes: Sequence[Change], registry: Registry) -> list[dict[str, str]]:
    """The check of every changed page, and what the release, and the notes of the page, add; gives what it missed."""
    before = differing(page, language, registry)
    seen = {change: {one[0] for one in differing(change.on(page), language, registry) - before} for change in changes}
    for kind, part in {"all": changes, **parts(page, changes)}.items():
        for name, ways in WAYS.items():
            told(language, f"{name}, {kind}", [bool(seen[change] & ways) for change in part])
    return [missing(page, change) for change, ways in seen.items() if not ways & WAYS["check --release, text"]]


WAYS = {
    "check, text": {"text"},
    "check, page": {"text", "note"},
    "check --release, text": {"text", "release"},
    "check --release, page": {"text", "release", "note"},
}
"""What is measured, and which ways of seeing a change count: the text's own numbers, the release, the page's notes."""


def differing(page: str, language: str, registry: Registry) -> set[tuple[str, str, str]]:
    """What the check calls different in a page: the way in which it is seen, what it should be, and why."""
    source = inputs.read("a.html", page.encode())
    found = check(source.text, language, registry, None, source.links)
    return {(way(one), one.should_be, one.why) for one in found if one.verdict is Verdict.DIFFERS}


def way(one: Finding) -> str:
    """How a number was seen to differ."""
    if one.kind is Kind.RELEASE:
        return "release"
    return "note" if one.kind is Kind.REPEAT and one.why.endswith(NOTED) else "text"


def parts(page: str, changes: Sequence[Change]) -> dict[str, list[Change]]:
    """Changes in sentences and in cells of tables."""
    found: dict[str, list[Change]] = {"sentences": [], "tables": []}
    for change in changes:
        is_cell = page.rfind("<td", 0, change.start) > page.rfind("</td", 0, change.start)
        found["tables" if is_cell else "sentences"].append(change)
    return found


def missing(page: str, change: Change) -> dict[str, str]:
    """A change with the words around it."""
    around = inputs.text("a.html", page[max(0, change.start - 400) : change.end + 300].encode())
    return {"old": change.old, "new": change.new, "around": " ".join(around.split())}


if __name__ == "__main__":
    main()
