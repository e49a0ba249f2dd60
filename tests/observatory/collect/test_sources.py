"""Every source of the country pack, and how folders of sources are read."""

from __future__ import annotations

from collections import Counter

import pytest

from kuzet.basis.errors import BadInput, Missing
from kuzet.basis.names import LANGUAGES
from kuzet.observatory.collect import checks, samples, sources

FOLDERS = list(sources.folders(sources.shelf("kz")))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_source_is_sound_and_its_samples_are_read_as_expected(folder):
    plan = sources.plan(folder)
    assert [str(error) for error in (*checks.of_plan(plan), *samples.problems(folder, plan))] == []


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_sample_says_that_it_was_written_for_tests(folder):
    recorded = [one for one in folder.iterdir() if one.name not in (sources.FILE, samples.FILE)]
    assert recorded
    assert all(b"sample written for tests" in one.read_bytes() for one in recorded)
    assert max(len(one.read_bytes()) for one in recorded) <= 4096


def test_no_two_sources_share_an_address():
    assert [str(error) for error in checks.problems(sources.shelf("kz"))] == []


def test_there_are_sources_of_every_kind_language_and_form():
    plans = sources.sources("kz")
    assert len(plans) >= 44
    counts = Counter(language for plan in plans for language in plan.source.languages)
    assert min(counts[language] for language in LANGUAGES) >= 20
    assert {start.form for plan in plans for start in plan.start} == {"feed", "sitemap", "list", "telegram", "youtube"}
    assert {"ngo", "official", "court_service", "correspondent", "news_agency"} <= {plan.source.kind for plan in plans}


def test_the_sources_named_in_the_annex_of_the_earlier_reports_are_there():
    ids = {plan.source.id for plan in sources.sources("KZ")}
    assert {"adilsoz", "election-commission", "cpj", "freedomhouse", "bureau", "kaztag", "orda", "mam", "akorda"} <= ids
    assert {"azattyq", "azattyq-ru", "rsf"} <= ids


def test_a_folder_without_sources_is_missing(tmp_path):
    with pytest.raises(Missing, match="no folders of sources are there"):
        list(sources.folders(tmp_path / "nowhere"))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: [", "a/source.yml, line 1: "),
        ("- a", "a/source.yml: ['a'] is not fields with their values"),
        ("", "a/source.yml: None is not fields with their values"),
        ("name: {kk: а}", "a/source.yml: "),
    ],
)
def test_a_file_that_is_no_mapping_is_named_with_its_line(tmp_path, text, message):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "source.yml").write_text(text, "utf-8")
    with pytest.raises(BadInput) as caught:
        sources.plan(tmp_path / "a")
    assert str(caught.value).startswith(message)
