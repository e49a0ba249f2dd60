"""One number of our own report changed at a time: does `kuzet check` see it, does `kuzet verify`?

    python -m tests.soak.reports
    python -m tests.soak.reports --numbers 50 --languages en --release demo/release
    python -m tests.soak.reports --missed missed.json

Each of 200 figures of the page, evenly from the first to the last, is changed in one digit, in three languages. The
check gets the page alone, and again with the release where it saw nothing; it is said to have seen the change when it
calls something different that it did not call different before. `kuzet verify` gets the same pages, 200 pages with
another number changed (a date, an id, an article of law), and PDF files with a digit drawn otherwise.
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
from kuzet.observatory.write.check import Registry, Verdict, check, inputs
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
    """The check of every changed page, without the release and, where it saw nothing, with it; gives what it missed."""
    before = {given: differing(page, language, given) for given in (None, registry)}
    alone = {change: bool(differing(change.on(page), language) - before[None]) for change in changes}
    beside = {
        change: seen or bool(differing(change.on(page), language, registry) - before[registry])
        for change, seen in alone.items()
    }
    for kind, part in {"all": changes, **parts(page, changes)}.items():
        told(language, f"check, {kind}", (alone[change] for change in part))
        told(language, f"check --release, {kind}", (beside[change] for change in part))
    return [missing(page, change) for change, seen in beside.items() if not seen]


def differing(page: str, language: str, registry: Registry | None = None) -> set[tuple[str, str, str]]:
    """What the check calls different in a page."""
    found = check(inputs.text("a.html", page.encode()), language, registry)
    return {(one.kind.value, one.should_be, one.why) for one in found if one.verdict is Verdict.DIFFERS}


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
