"""The reports of the release, as they were given, and the page that offers them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from kuzet.basis.names import LANGUAGES
from kuzet.observatory.write.formats import FORMATS
from kuzet.web.public.edition import Edition, Entry
from kuzet.web.public.rendering import page
from kuzet.web.public.tongue import tongue, words

KILO: Final = 1000


def part(edition: Edition) -> Iterator[Entry]:
    """The files, and the page in each language."""
    given = list(_given(edition.extra.reports))
    for _, _, file in given:
        yield f"reports/{file.name}", file.read_bytes()
    offered = [(words(lang)["language"], lang, form, file.name, file.stat().st_size) for lang, form, file in given]
    for language in LANGUAGES:
        said = tongue(language, edition.release.manifest.codebook, edition.release.manifest.country)
        path = f"{language}/reports.html"
        own_first = sorted(offered, key=lambda one: one[1] != language)
        values = {
            "title": said.words["reports_title"],
            "offered": [(*one[:4], said.say("kilobytes", number=said.number(-(-one[4] // KILO)))) for one in own_first],
            "manifest": edition.release.manifest,
            "heading": said.say(
                "report_heading",
                title=edition.release.manifest.title.best(language),
                edition=edition.release.manifest.edition,
            ),
            "section": "reports",
            "address": edition.extra.address,
        }
        yield path, page("reports.html", path, said, values)


def _given(folder: Path | None) -> Iterator[tuple[str, str, Path]]:
    """Language, format and file of each report `report.<language>.<format>` of a folder."""
    for language in LANGUAGES:
        for form in FORMATS:
            file = folder / f"report.{language}.{form}" if folder else None
            if file is not None and file.is_file():
                yield language, form, file
