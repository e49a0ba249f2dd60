"""Names that nobody outside may learn, put wherever a word holds what only the organisation reads: no byte has them."""

from __future__ import annotations

import dataclasses
import io
import zipfile

import polars as pl
import pytest
from msgspec.structs import replace
from tests import builders

from kuzet.basis.coding import Answer, Target
from kuzet.basis.names import Name
from kuzet.web.public import data, search
from kuzet.web.public.building.bundle import Into, build
from kuzet.web.public.data import plain, twin
from kuzet.web.public.shown import Incidents

NAMES = [f"Тайнабек{end} Құпияқызы" for end in ("", "тің", "ке", "ті", "ов", "овой", "ова")] + [
    f"Canarievich {number} Hiddenova" for number in range(43)
]
MARKS = ("Тайнабек", "Құпияқызы", "Canarievich", "Hiddenova", "tainabek", "kupiakizi", "canarievic", "hidenova")


@pytest.fixture(scope="module")
def guarded(edition):
    """The edition, in which 50 incidents hold a protected name in every field that is not shown."""
    incidents = list(edition.incidents)
    for at, name in enumerate(NAMES):
        coding = builders.coding(
            incidents[at].id, targets=(Answer(value=Target(name=Name(kk=name), kind="journalist"), rule=name),)
        )
        note = "" if incidents[at].reconstructed else f"told by {name}"
        incidents[at] = replace(incidents[at], codings=(coding,), decisions=(name,), note=note)
    return dataclasses.replace(edition, incidents=Incidents.of(incidents))


def opened(path, content):
    """The bytes of a file, and what is packed inside it."""
    yield path, content
    if path.endswith((".zip", ".xlsx")):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                yield from opened(f"{path}/{name}", archive.read(name))
    if path.endswith(".parquet"):
        yield path, pl.read_parquet(io.BytesIO(content)).write_ndjson().encode()


def files_of(edition, site):
    build(edition, [plain.lines, data.part, search.part, twin.part], Into(site))
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def marked(files):
    return {
        (at, mark)
        for path, content in files.items()
        for at, one in opened(path, content)
        for mark in MARKS
        if mark.encode() in one
    }


def test_no_byte_of_data_index_or_api_holds_a_protected_name(guarded, tmp_path):
    assert len(NAMES) == 50
    files = files_of(guarded, tmp_path / "site")
    assert {path.partition("/")[0] for path in files} == {"data", "search", "api", "manifest.json", "SHA256SUMS"}
    assert marked(files) == set()
    assert marked({path.name: path.read_bytes() for path in (tmp_path / ".site.blocks").glob("*/*")}) == set()


def test_a_protected_name_that_were_shown_would_be_found(edition, tmp_path):
    shown = replace(edition.incidents[0], title=Name(kk=NAMES[1]))
    found = marked(files_of(dataclasses.replace(edition, incidents=Incidents.of([shown])), tmp_path / "site"))
    assert {at.partition("/")[0] for at, _ in found} == {"data", "search", "api"}
