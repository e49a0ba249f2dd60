"""Report tree -> PDF/UA-1: tagged, with bookmarks, running heads and a contents page, on A4."""

from __future__ import annotations

import shutil
import subprocess
from datetime import UTC, datetime
from functools import cache
from typing import Any, Final

from markupsafe import Markup

from kuzet.basis.errors import Missing
from kuzet.observatory.write.formats import markup, words
from kuzet.observatory.write.seen import record, seen_html
from kuzet.observatory.write.tree import Report

FAMILIES: Final = (("Noto Serif", "Noto Sans"), ("DejaVu Serif", "DejaVu Sans"))
"""Pairs of a serif and a sans serif family, the first that is installed is taken."""
NEEDED: Final = ":lang=kk:charset=20b8"
"""fontconfig pattern: all letters of Kazakh, and the sign of the tenge (PT Sans and PT Serif lack it)."""
NO_WIDTH: Final = "\u200b"
"""Without it WeasyPrint may end a line after its first word, where a figure behind a blank is the first to overrun;
nobody sees it, and readers of the PDF are not given it."""
ADVICE: Final = "install one with: apt-get install fonts-noto-core (or fonts-dejavu-core)"


def render(report: Report) -> bytes:
    """The report as PDF bytes, the same for the same tree; raises `Missing` without Pango or without a font."""
    serif, sans = families()
    weasyprint = _weasyprint()
    style = f":root {{ --serif: {serif!r}; --sans: {sans!r} }}\n" + markup.css("paper")
    text = markup.fill("paper.html", report, style=Markup(style))  # noqa: S704 - our own file
    fetcher = weasyprint.URLFetcher(allowed_protocols=("data",), fail_on_errors=True)
    page = weasyprint.HTML(string=mended(text), url_fetcher=fetcher)
    pdf: bytes = page.write_pdf(
        pdf_variant="pdf/ua-1",
        pdf_identifier=report.digest.encode()[:32],
        attachments=[_record(report, text, weasyprint)],
    )
    return pdf


def mended(page: str) -> str:
    """The page with `NO_WIDTH` before each figure that follows a blank."""
    return page.replace(' <a class="figure"', f' {NO_WIDTH}<a class="figure"')


def _record(report: Report, text: str, weasyprint: Any) -> Any:  # noqa: ANN401 - a module without types
    """The record of the figures as a file attached to the PDF."""
    made = record.record(report, seen_html.see(text, seen_html.digits))
    moment = datetime(report.frozen.year, report.frozen.month, report.frozen.day, tzinfo=UTC)
    return weasyprint.Attachment(
        string=record.written(made),
        name=record.NAME,
        description=words.load(report.language).record,
        created=moment,
        modified=moment,
        relationship="Data",
    )


@cache
def families() -> tuple[str, str]:
    """The serif and the sans serif family to print in; raises `Missing` when no pair has all letters."""
    installed = _installed()
    for pair in FAMILIES:
        if installed.issuperset(pair):
            return pair
    raise Missing(f"no font family with all Kazakh letters and ₸ (looked for {FAMILIES}): {ADVICE}")


def _installed() -> frozenset[str]:
    """The font families that fontconfig knows with every letter that is needed."""
    program = shutil.which("fc-list")
    if program is None:
        raise Missing("fc-list of fontconfig is not installed: apt-get install fontconfig fonts-noto-core")
    found = subprocess.run([program, NEEDED, "family"], capture_output=True, text=True, check=True)  # noqa: S603
    return frozenset(name.strip() for line in found.stdout.splitlines() for name in line.split(","))


def _weasyprint() -> Any:  # noqa: ANN401 - a module without types
    try:
        import weasyprint
    except OSError as error:  # raised where the Pango library is absent
        raise Missing(
            f"WeasyPrint cannot load Pango ({error}): apt-get install libpango-1.0-0 libpangoft2-1.0-0"
        ) from None
    return weasyprint
