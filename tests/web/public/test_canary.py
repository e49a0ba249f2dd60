"""Fifty names put where nobody outside may look appear in no byte of the site, in whatever form and script."""

from __future__ import annotations

import io
import re
import zipfile
from contextlib import suppress
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

import ahocorasick
import pikepdf
import polars as pl
import pypdfium2
import pytest
from msgspec.structs import replace
from PIL import Image, PngImagePlugin

from kuzet.basis.coding import Answer, Coder, Coding, Penalty, Perpetrator, Target
from kuzet.basis.document import Quotation
from kuzet.basis.incident import Decision, Passage, Verb
from kuzet.basis.names import Name
from kuzet.basis.release import Release
from kuzet.commands import reporting
from kuzet.language.forms import declension
from kuzet.observatory import tally
from kuzet.web.public.building.bundle import Into, build
from kuzet.web.public.edition import Edition, Extra
from kuzet.web.public.parts import PARTS
from kuzet.web.public.sections import charts_pages
from kuzet.web.seeking.fold import words

SECRETS = (Path(__file__).parent / "canary.csv").read_text("utf-8").splitlines()[1:]
"""Kazakh, Russian and Latin spelling of each name; no such person is known."""


def forms() -> set[str]:
    """Every name in three spellings, in the Kazakh cases, and as the search would fold it."""
    spelled = {part for line in SECRETS for part in line.split(",")}
    kazakh = {line.split(",")[0] for line in SECRETS}
    inflected = {declension.noun(name, case) for name in kazakh for case in declension.CASES}
    russian = {line.split(",")[1] + ending for line in SECRETS for ending in ("а", "у", "ом", "е")}
    everything = spelled | inflected | russian
    return everything | {key for one in everything for key in words(one) if len(key) > 5}


def hidden(release: Release) -> Release:
    """The release with a name in every field that is not public, of one incident after the other."""
    names = [line.split(",") for line in SECRETS]
    incidents = list(release.incidents)
    for place, (kk, ru, en) in enumerate(names):
        quote = Quotation(document="d", start=0, end=len(kk), text=kk)
        coding = Coding(
            subject=incidents[place].id,
            coder=Coder(id=en),
            codebook="2024.1",
            targets=(Answer(value=Target(name=Name(kk=kk, ru=ru, en=en), kind="source"), quotation=quote, rule=ru),),
            perpetrators=(Answer(value=Perpetrator(klass="unknown", name=Name(ru=f"{ru}у"))),),
            penalties=(Answer(value=Penalty(kind="fine"), rule=en),),
        )
        note = "" if incidents[place].reconstructed else f"{kk}, {ru}ом, {en}"
        incidents[place] = replace(incidents[place], note=note, codings=(coding,), decisions=(f"D-{en}",))
    decisions = tuple(
        Decision(
            id=f"D-{en}",
            at=datetime(2025, 1, 1, tzinfo=UTC),
            author=Coder(id=en),
            verb=Verb.REJECT,
            reason=f"{kk} told {ru}у",
            passages=(Passage(document="d", quote=ru),),
        )
        for kk, ru, en in names
    )
    return replace(release, incidents=tuple(incidents), decisions=(*release.decisions, *decisions))


def written(site: Path):
    """Every file of the site as the texts that are in it, archives and tables opened."""
    for path in sorted(site.rglob("*")):
        if path.is_file():
            yield from opened(path.relative_to(site).as_posix(), path.read_bytes())


def opened(name: str, data: bytes):
    if data[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for inner in archive.namelist():
                yield from opened(f"{name}!{inner}", archive.read(inner))
    elif data[:5] == b"%PDF-":
        yield from ((name, text) for text in of_pdf(data))
    elif data[:4] == b"\x89PNG":
        with Image.open(io.BytesIO(data)) as picture:
            yield name, f"{picture.info} {dict(picture.getexif())}"
    elif data[:4] == b"PAR1":
        yield name, pl.read_parquet(io.BytesIO(data)).write_ndjson()
    else:
        yield name, data.decode("utf-8", "replace")


def of_pdf(data: bytes):
    """The words of every page without the hyphens of line ends, what is told of the file, and all its streams."""
    for page in pypdfium2.PdfDocument(data):
        yield re.sub(r"[-\u00ad\ufffe]\s*\n\s*", "", page.get_textpage().get_text_range())
    with pikepdf.open(io.BytesIO(data)) as file:
        yield str(file.docinfo)
        for part in file.objects:
            if isinstance(part, pikepdf.Stream):
                with suppress(pikepdf.PdfError):  # a picture that is packed in its own way holds no text
                    yield part.read_bytes().decode("utf-8", "replace")


def one_language_of_charts(edition):
    """The pictures of one language, as drawing them takes longest."""
    return islice(charts_pages.part(edition), 10)


@pytest.fixture(scope="module")
def site(demo_release, tmp_path_factory):
    """The site of a release with the secrets and a report of it, and one of them leaked into a title and a summary."""
    room = tmp_path_factory.mktemp("canary")
    release = hidden(replace(demo_release, incidents=demo_release.incidents[:60]))
    told = Name(en="About Zhyldyzkanat")
    leaked = replace(release.incidents[0], title=told, summary=told)
    tally.write(replace(release, incidents=(leaked, *release.incidents[1:])), room / "release")
    for form in ("pdf", "docx"):
        reporting.run(room / "release", reporting.Wanted(languages=("en",), forms=(form,)), room)
    parts = [one_language_of_charts if part is charts_pages.part else part for part in PARTS]
    build(Edition.read(room / "release", Extra(reports=room)), parts, Into(room / "site"))
    return room / "site"


def test_fifty_names_in_protected_fields_appear_in_no_byte_of_the_site(site):
    secret = forms() - {"Zhyldyzkanat"} - set(words("Zhyldyzkanat"))
    seeker = ahocorasick.Automaton()
    for one in secret:
        seeker.add_word(one.lower(), one)
    seeker.make_automaton()
    found = [(name, one) for name, text in written(site) for _, one in seeker.iter(text.lower())]
    assert len(SECRETS) == 50
    assert found == []


def test_a_name_that_leaked_into_a_title_would_be_found_in_every_kind_of_file(site):
    leaking = {name.rpartition(".")[2] for name, text in written(site) if "Zhyldyzkanat" in text}
    assert {"html", "js", "json", "jsonl", "csv", "parquet", "sqlite", "geojson", "xml", "pdf"} <= leaking
    assert any("report.en.docx!" in name for name, text in written(site) if "Zhyldyzkanat" in text)
    assert any(
        name.endswith("sharedStrings.xml") or "xlsx!" in name for name, text in written(site) if "Zhyldyzkanat" in text
    )


def test_a_name_in_what_a_picture_says_of_itself_would_be_found():
    told, file = PngImagePlugin.PngInfo(), io.BytesIO()
    told.add_text("Author", "Zhyldyzkanat", zip=True)
    Image.new("L", (1, 1)).save(file, "png", pnginfo=told)
    assert b"Zhyldyzkanat" not in file.getvalue()
    assert ["Zhyldyzkanat" in text for _, text in opened("chart.png", file.getvalue())] == [True]
