from __future__ import annotations

import csv
import hashlib
import json
import zipfile
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import msgspec
import polars as pl
import pytest
from tests import builders

from kuzet.basis.coding import Coder, Penalty
from kuzet.basis.dates import EventDate
from kuzet.basis.document import Source
from kuzet.basis.errors import BadInput, BadRelease, Missing
from kuzet.basis.incident import Case, CaseStep, Decision, Verb
from kuzet.basis.money import Money
from kuzet.basis.names import Name
from kuzet.basis.release import Indicator
from kuzet.observatory.tally import Tally, digest, open_facts, read, verify, write
from kuzet.observatory.tally.flat import table


@pytest.fixture(scope="module")
def release(make_incident, make_release, make_total):
    """A release with something in every file."""
    fine = Penalty(kind="fine", money=Money(amount=Decimal(621000), currency="KZT"), date=EventDate.parse("2024-02-12"))
    step = CaseStep(date=EventDate.parse("2024-02-12"), kind="verdict", text=Name(en="Fined"), penalty=fine)
    return make_release(
        [
            make_incident(1, "fine", penalties=(fine,), case="C1", title=Name(kk="Ә", ru="=1+1", en="@sum")),
            make_incident(2, on="2024-09-20/2024-09-21 night", people=36, note='- first\n- second, "quoted"'),
            make_incident(3, on="2024", region=""),
        ],
        [make_total(2023, 369), make_total(2018, 2, category="physical")],
        cases=(Case(id="C1", title=Name(en="A case"), incidents=("KZ-2024-0001",), steps=(step,)),),
        sources=(Source(id="s1", name=Name(en="Outlet"), kind="online_media", languages=("kk", "ru"), country="KZ"),),
        indicators=(Indicator(code="rsf_score", year=2024, value=Decimal("41.11"), unit="score", source="RSF"),),
        decisions=(
            Decision(
                id="D1",
                at=datetime(2025, 1, 2, tzinfo=UTC),
                author=Coder(id="p1"),
                verb=Verb.WITHDRAW,
                reason="a test",
                incident="KZ-2024-0009",
            ),
        ),
    )


def test_a_release_without_second_codings_has_no_file_for_them(release, tmp_path):
    assert release.second == ()
    write(release, tmp_path / "made")
    assert not (tmp_path / "made" / "second_codings.jsonl").exists()
    assert "second_codings" not in (tmp_path / "made" / "README.txt").read_text("utf-8")


@pytest.mark.parametrize("name", ["made", "made.zip"])
def test_second_codings_are_read_back(release, tmp_path, name):
    more = msgspec.structs.replace(release, second=(builders.coding("KZ-2024-0001"),))
    write(more, tmp_path / name)
    assert read(tmp_path / name).second == more.second


@pytest.fixture(scope="module")
def folder(release, tmp_path_factory):
    path = tmp_path_factory.mktemp("releases") / "kz-2024"
    write(release, path)
    return path


@pytest.fixture
def copy(release, tmp_path):
    path = tmp_path / "kz-2024"
    write(release, path)
    return path


def contents(folder: Path):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def rows(path: Path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_what_is_read_is_what_was_written(release, folder):
    found = read(folder)
    assert found.incidents == release.incidents
    assert found.cases == release.cases
    assert found.sources == release.sources
    assert found.totals == release.totals
    assert found.indicators == release.indicators
    assert found.decisions == release.decisions


def test_the_same_release_gives_the_same_bytes(release, folder, tmp_path):
    write(release, tmp_path / "again")
    assert contents(tmp_path / "again") == contents(folder)
    write(release, tmp_path / "one.zip")
    write(read(folder), tmp_path / "two.zip")
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_a_zip_holds_what_the_folder_holds(release, folder, tmp_path):
    write(release, tmp_path / "kz.zip")
    with zipfile.ZipFile(tmp_path / "kz.zip") as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == contents(folder)
    assert read(tmp_path / "kz.zip") == read(folder)


def test_the_manifest_names_every_file_with_sum_size_and_rows(folder):
    manifest = read(folder).manifest
    found = contents(folder)
    assert {entry.path for entry in manifest.files} == set(found) - {"manifest.json"}
    for entry in manifest.files:
        assert entry.sha256 == hashlib.sha256(found[entry.path]).hexdigest()
        assert entry.size == len(found[entry.path])
    sizes = {entry.path: entry.rows for entry in manifest.files}
    assert sizes["incidents.parquet"] == sizes["incidents.jsonl"] == sizes["incidents.csv"] == 3
    assert sizes["published_totals.csv"] == sizes["published_totals.jsonl"] == 2
    assert sizes["README.txt"] is None


def test_the_digest_is_the_sum_of_the_manifest_file(folder):
    manifest = read(folder).manifest
    assert digest(manifest) == hashlib.sha256((folder / "manifest.json").read_bytes()).hexdigest()


def test_the_sums_are_in_the_form_of_sha256sum(folder):
    lines = dict(line.split("  ")[::-1] for line in (folder / "SHA256SUMS").read_text().splitlines())
    assert set(lines) == set(contents(folder)) - {"manifest.json", "SHA256SUMS"}
    assert lines["incidents.jsonl"] == hashlib.sha256((folder / "incidents.jsonl").read_bytes()).hexdigest()


def test_parquet_and_json_lines_hold_the_same(folder, codebook):
    complete = read(folder)
    flat = pl.read_parquet(folder / "incidents.parquet")
    assert flat.equals(table(complete.incidents, complete.manifest.period, codebook))
    assert verify(folder) == complete


def test_parquet_that_says_otherwise_than_the_words_is_found_though_its_sums_are_right(copy, release):
    frame = pl.read_parquet(copy / "incidents.parquet").with_columns(category=pl.lit("physical"))
    frame.write_parquet(copy / "incidents.parquet")
    _resign(copy, "incidents.parquet")
    assert read(copy).incidents == release.incidents
    with pytest.raises(BadRelease, match=r"'category' is not the same column in incidents\.parquet"):
        verify(copy)


def _resign(folder, name):
    manifest = json.loads((folder / "manifest.json").read_text())
    content = (folder / name).read_bytes()
    for entry in manifest["files"]:
        if entry["path"] == name:
            entry |= {"sha256": hashlib.sha256(content).hexdigest(), "size": len(content)}
    (folder / "manifest.json").write_text(json.dumps(manifest))


def test_figures_from_the_parquet_are_those_of_the_words(folder, release, codebook):
    flat, words = Tally(open_facts(folder), codebook), Tally(release, codebook)
    assert flat.count({"region": "KZ-71"}) == words.count({"region": "KZ-71"})
    assert flat.people() == words.people()
    assert flat.earlier({}, 2023).numerator == 369
    assert flat.indicator("rsf_score", 2024).value == words.indicator("rsf_score", 2024).value


def test_cells_that_a_spreadsheet_would_run_are_defused(folder):
    first, second, _ = rows(folder / "incidents.csv")
    assert (first["title_ru"], first["title_en"]) == ("'=1+1", "'@sum")
    assert first["title_kk"] == "Ә"
    assert second["note"] == '\'- first\n- second, "quoted"'


def test_csv_tables_tell_targets_citations_steps_sources_totals_and_indicators(folder):
    assert rows(folder / "targets.csv")[0]["name_en"] == "A. K."
    assert rows(folder / "citations.csv")[0]["sha256"] == "0" * 64
    assert rows(folder / "case_steps.csv")[0]["penalty"] == "fine 621000 KZT 2024-02-12"
    assert rows(folder / "sources.csv")[0]["languages"] == "kk; ru"
    assert rows(folder / "published_totals.csv")[1]["where"] == "category=physical"
    assert rows(folder / "indicators.csv")[0]["value"] == "41.11"
    assert rows(folder / "incidents.csv")[0]["penalties"] == "fine 621000 KZT 2024-02-12"


def test_the_codebook_and_a_readme_in_three_languages_go_with_it(folder):
    assert (folder / "codebook" / "methods.csv").is_file()
    text = (folder / "README.txt").read_text(encoding="utf-8")
    assert "How to verify" in text
    assert "Как проверить" in text
    assert "Қалай тексеруге болады" in text
    assert "$" not in text


def test_a_changed_file_is_named(copy):
    (copy / "targets.csv").write_bytes((copy / "targets.csv").read_bytes() + b" ")
    with pytest.raises(BadRelease, match=r"'targets\.csv' is not as the manifest says: SHA-256 [0-9a-f]{64}"):
        read(copy)


def test_a_missing_file_is_named(copy):
    (copy / "cases.jsonl").unlink()
    with pytest.raises(BadRelease, match=r"'cases\.jsonl' is not there, although the manifest lists it"):
        read(copy)


def test_an_extra_file_is_named(copy):
    (copy / "codebook" / "more.csv").write_text("code\n")
    with pytest.raises(BadRelease, match=r"'codebook/more\.csv' is not a file that the manifest lists"):
        read(copy)


def test_a_damaged_zip_is_told_in_one_line(release, tmp_path):
    write(release, tmp_path / "kz.zip")
    content = bytearray((tmp_path / "kz.zip").read_bytes())
    content[200:220] = bytes(20)
    (tmp_path / "kz.zip").write_bytes(content)
    with pytest.raises(BadRelease, match=r"release .*kz\.zip, README\.txt: .* is not what a whole release holds"):
        read(tmp_path / "kz.zip")


def test_the_first_wrong_file_by_name_is_named(copy):
    (copy / "sources.csv").unlink()
    (copy / "cases.jsonl").write_text("{}\n")
    with pytest.raises(BadRelease, match=r"'cases\.jsonl'"):
        read(copy)


def test_a_broken_manifest_is_told_in_one_line(copy):
    (copy / "manifest.json").write_text("{}")
    with pytest.raises(BadRelease, match=r"manifest\.json: '\{\}' is not readable: Object missing required field `id`"):
        read(copy)


def test_a_line_that_is_no_incident_is_told_with_its_number(copy):
    lines = (copy / "incidents.jsonl").read_text(encoding="utf-8").splitlines()
    (copy / "incidents.jsonl").write_text("\n".join([lines[0], "{}"]), encoding="utf-8")
    _resign(copy, "incidents.jsonl")
    with pytest.raises(BadRelease, match=r"incidents\.jsonl, line 2: '\{\}' is not readable"):
        read(copy)


def test_what_is_no_release_is_refused(tmp_path):
    with pytest.raises(Missing, match="not there"):
        read(tmp_path / "nowhere")
    (tmp_path / "text.txt").write_text("hello")
    with pytest.raises(BadRelease, match="is not a folder or a zip file"):
        read(tmp_path / "text.txt")
    with pytest.raises(BadRelease, match=r"'manifest\.json' is not there"):
        read(tmp_path)


def test_a_release_replaces_a_release_and_nothing_else(copy, make_release, tmp_path):
    write(make_release([]), copy)
    assert read(copy).incidents == ()
    other = tmp_path / "photos"
    other.mkdir()
    (other / "one.jpg").write_bytes(b"1")
    with pytest.raises(BadInput, match="is not a new place, an empty folder or a release to be replaced"):
        write(make_release([]), other)
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_a_failure_while_writing_leaves_nothing_and_keeps_what_was_there(copy, make_release, monkeypatch):
    before = contents(copy)
    monkeypatch.setattr("kuzet.observatory.tally.files._readme", lambda _: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        write(make_release([]), copy)
    assert contents(copy) == before
    assert [path.name for path in copy.parent.iterdir()] == ["kz-2024"]
