"""The whole site built again: the same bytes, what changed and nothing else, and what a later edition tells."""

from __future__ import annotations

import shutil

import pytest
from msgspec.structs import replace

from kuzet.basis.names import LANGUAGES, Name
from kuzet.observatory import pipeline, tally
from kuzet.observatory.write.chart_files import table
from kuzet.observatory.write.composing.compose import compose
from kuzet.observatory.write.tree import charts
from kuzet.web.public import blocks, search
from kuzet.web.public.building import ledger, proof
from kuzet.web.public.building.bundle import Into, build
from kuzet.web.public.data import plain
from kuzet.web.public.edition import Edition, Extra, Work
from kuzet.web.public.parts import PARTS
from kuzet.web.public.sections import charts_pages, incidents, plain_pages

QUICK = tuple(part for part in PARTS if part is not charts_pages.part)
"""All parts but those that take longest; `published` holds what they give too."""


def changed(release, folder):
    """The release with another summary of one incident, and without another incident, as a second edition."""
    ones = list(release.incidents)
    ones[28] = replace(ones[28], summary=Name(en="Changed."), category="physical")
    manifest = replace(release.manifest, edition="2", previous="0" * 64, files=())
    tally.write(replace(release, manifest=manifest, incidents=tuple(ones[:-1])), folder)
    return folder


@pytest.fixture(scope="module")
def later(demo_release, tmp_path_factory):
    folder = changed(demo_release, tmp_path_factory.mktemp("later") / "release")
    return Edition.read(folder, Extra(editions=(demo_release,)))


def test_built_anew_from_the_same_release_every_file_has_the_same_bytes(edition, published, tmp_path):
    build(edition, QUICK, Into(tmp_path / "site"))
    made = {path.relative_to(tmp_path / "site") for path in (tmp_path / "site").rglob("*") if path.is_file()}
    seals = {"manifest.json", "SHA256SUMS"}
    assert len(made) > 3000
    assert [
        str(path)
        for path in sorted(made)
        if str(path) not in seals and (tmp_path / "site" / path).read_bytes() != (published / path).read_bytes()
    ] == []


def test_the_published_site_is_proved(published):
    assert list(proof.findings(published)) == []


def test_of_a_later_edition_only_the_pages_of_changed_incidents_are_made_anew(later, published, tmp_path):
    shutil.copytree(published, tmp_path / "site")
    shutil.copy(ledger.place(published), ledger.place(tmp_path / "site"))
    built = build(later, [incidents.part], Into(tmp_path / "site"))
    related = 1  # the other incident of the same case names the changed one, whose title stayed
    assert built.taken == 346 - built.done
    assert 1 <= built.done <= 1 + related


def test_a_later_edition_over_an_earlier_site_gives_the_bytes_of_one_that_is_built_whole(later, published, tmp_path):
    shutil.copytree(published, tmp_path / "site")
    for of in (ledger.place, blocks.place):
        kept = of(published)
        (shutil.copytree if kept.is_dir() else shutil.copy)(kept, of(tmp_path / "site"))
    over = build(later, QUICK, Into(tmp_path / "site"))
    whole = build(later, QUICK, Into(tmp_path / "whole"))
    assert over.taken > whole.taken == 0
    assert over.manifest == whole.manifest
    assert list(proof.findings(tmp_path / "site")) == []


def test_what_a_build_took_over_whole_keeps_its_blocks_for_the_next_one(edition, later, tmp_path):
    site = Into(tmp_path / "site")
    build(edition, [plain.lines, search.part], site)
    before = sorted(path.name for path in blocks.place(site.target).glob("search/*"))
    assert build(edition, [plain.lines, search.part], site).taken == 1
    assert sorted(path.name for path in blocks.place(site.target).glob("search/*")) == before != []
    assert build(later, [plain.lines, search.part], site).taken == 0


def test_the_log_of_corrections_names_what_the_later_edition_tells_otherwise(later):
    text = dict(plain_pages.part(later))["en/corrections.html"].decode()
    assert "Incidents withdrawn" in text
    assert "KZ-2024-0347" in text
    assert '<a href="incident/KZ-2024-0029.html">KZ-2024-0029</a>: Category' in text


def test_the_page_of_a_corrected_incident_says_so(later):
    work = next(one for one in incidents.part(later) if one.name == "incident KZ-2024-0029")
    text = dict(work.make(work.given))["ru/incident/KZ-2024-0029.html"].decode()
    assert "В этом издании запись закодирована заново: Категория." in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_charts_are_those_of_the_report(edition, demo_release, language):
    whole = compose(language, pipeline.materials(demo_release, edition.country))
    found = pipeline.charts(edition.release, edition.country, edition.engine, language)
    told = [(one.name, one.title, one.alt, one.source, one.specs, table(one)) for one in found]
    assert told == [(one.name, one.title, one.alt, one.source, one.specs, table(one)) for one in charts(whole)]
    assert len(told) > 5


def test_what_a_chart_is_drawn_from_names_no_incident(edition):
    works = [one for one in charts_pages.part(edition) if isinstance(one, Work)]
    assert len(works) > 15
    assert [one.name for one in works if b"KZ-2024-" in one.given] == []
