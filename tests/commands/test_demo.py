"""The main job: from the sample's documents to a release and its reports."""

from __future__ import annotations

import json
import re
import shutil

import pytest
from click.testing import CliRunner
from msgspec.structs import replace

from kuzet import countries
from kuzet.basis.names import LANGUAGES
from kuzet.basis.word import to_json
from kuzet.cli import main
from kuzet.commands import demo, reporting, sample
from kuzet.observatory import pipeline, tally
from kuzet.observatory.write import tree


def run(*words):
    return CliRunner().invoke(main, [str(word) for word in words])


def test_the_release_holds_347_incidents_of_which_the_described_ones_cite_their_documents(demo_release):
    described = [one for one in demo_release.incidents if not one.reconstructed]
    assert (len(demo_release.incidents), len(described)) == (347, 47)
    assert all(one.citations and one.decisions and one.codings for one in described)


def test_placeholders_are_plainly_marked_and_cite_nothing(demo_release):
    placeholders = [one for one in demo_release.incidents if one.reconstructed]
    assert {one.certainty for one in placeholders} == {"reconstructed"}
    assert {one.status for one in placeholders} == {"reconstructed"}
    assert {str(one.date) for one in placeholders} == {"2024"}
    assert not any(one.citations for one in placeholders)


def test_every_described_incident_is_decided_by_a_recorded_decision(demo_release):
    decisions = {one.id for one in demo_release.decisions}
    assert all(set(one.decisions) <= decisions for one in demo_release.incidents)


def test_every_citation_is_of_a_document_of_the_sample_with_its_words(demo_release):
    documents = {one.id: one for one in sample.load("kz").documents}
    for incident in demo_release.incidents:
        for citation in incident.citations:
            assert citation.passage in documents[citation.document].text
            assert citation.sha256 == documents[citation.document].digest()


def test_the_release_depends_neither_on_the_clock_nor_on_how_many_processes_read(
    demo_release, demo_folder, tmp_path, monkeypatch
):
    monkeypatch.setattr("os.cpu_count", lambda: 2)  # `demo_folder` is read by one
    again = demo.make_release(tmp_path)
    assert again.manifest == demo_release.manifest
    assert (tmp_path / "release.zip").read_bytes() == (demo_folder / "release.zip").read_bytes()


def test_the_readings_are_those_of_all_documents(demo_folder):
    lines = (demo_folder / "readings.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line)["id"] for line in lines] == [one.id for one in sample.load("kz").documents]


def test_the_cross_table_of_the_release_is_printed(demo_folder):
    shown = run("figures", demo_folder / "release", "--by", "category,perpetrator").output.splitlines()
    assert shown[0].split("\t")[0] == "category"
    assert [line.split("\t")[-1] for line in shown[1:]] == ["4", "125", "218", "347"]


def test_the_cross_table_as_json_names_ids_that_all_exist(demo_folder, demo_release):
    data = json.loads(run("figures", demo_folder / "release", "--by", "category,perpetrator", "--json").output)
    ids = {incident.id for incident in demo_release.incidents}
    assert {ident for cell in data["cells"] for ident in cell["ids"]} == ids
    assert all(cell["incidents"] == len(cell["ids"]) for cell in data["cells"])


def test_a_share_is_printed_with_its_exact_value_and_both_counts(demo_folder):
    where = ("--where", "category=judicial_economic", "--of", "reconstructed=yes,no")
    shown = run("figures", demo_folder / "release", *where).output.splitlines()
    assert shown[:2] == ["63 % (62.82)", "218 of 347 incidents"]


def test_an_unknown_code_is_one_line_with_the_nearest_one(demo_folder):
    result = run("figures", demo_folder / "release", "--where", "category=phisical")
    assert result.exit_code == 1
    assert result.output.startswith("Error: filter category: 'phisical' is not a code of category")
    assert "physical" in result.output


@pytest.mark.parametrize("language", LANGUAGES)
def test_verify_recomputes_every_figure_of_the_page_from_the_release_beside_it(written, language):
    result = run("verify", written / f"report.{language}.html")
    assert result.exit_code == 0, result.output
    assert re.fullmatch(
        rf"report\.{language}\.html: \d{{3}} figures, stated \d{{3}} times: all as release kz-2024 gives them\n",
        result.output,
    )


def test_verify_names_the_figure_that_was_changed_on_the_page(demo_folder, pages, tmp_path):
    path = tmp_path / "report.html"
    path.write_text(re.sub(r">218(<sup>)", r">219\1", pages["en"], count=1), "utf-8")
    alone = run("verify", path)
    assert alone.exit_code == 1
    assert "no release beside it (release, release.zip); give the one it was made of with --release" in alone.output
    result = run("verify", path, "--release", demo_folder / "release.zip", "--json")
    assert result.exit_code == 1
    (problem,) = json.loads(result.output)
    assert (problem["kind"], problem["said"], problem["should_be"]) == ("text", "219", "218")


def test_verify_holds_for_the_release_and_names_a_file_that_was_changed(demo_folder, tmp_path):
    shutil.copytree(demo_folder / "release", tmp_path / "release")
    assert run("verify", tmp_path / "release").output.startswith("kz-2024: ")
    changed = tmp_path / "release" / "incidents.csv"
    changed.write_bytes(changed.read_bytes().replace(b"KZ-2024-0001", b"KZ-2024-0002", 1))
    result = run("verify", tmp_path / "release")
    assert result.exit_code == 1
    assert "'incidents.csv' is not as the manifest says" in result.output


@pytest.fixture(scope="module")
def written(demo_folder, tmp_path_factory):
    """The report as a page in each language, beside its release."""
    folder = tmp_path_factory.mktemp("written")
    shutil.copytree(demo_folder / "release", folder / "release")
    with pytest.MonkeyPatch.context() as alone:
        alone.setattr("os.cpu_count", lambda: 1)  # several processes write in `test_reporting`
        reporting.run(folder / "release", reporting.Wanted(languages=LANGUAGES, forms=("html",)), folder)
    return folder


@pytest.fixture(scope="module")
def pages(written):
    return {language: (written / f"report.{language}.html").read_text("utf-8") for language in LANGUAGES}


def stated(release, language):
    """Every figure of the report: what it asks, its exact value, and the incidents behind it."""
    runs = tree.figure_runs(pipeline.report(release, countries.load("kz"), language))
    return sorted((to_json(run.figure.question), run.figure.value, run.figure.incidents) for run in runs)


def test_the_three_languages_state_the_same_figures(demo_release):
    english, russian, kazakh = (stated(demo_release, language) for language in ("en", "ru", "kk"))
    assert len(english) > 200
    assert russian == english
    assert kazakh == english


def test_each_figure_of_the_page_leads_to_its_incidents_without_a_script(pages):
    for text in pages.values():
        uses = set(re.findall(r'href="#figure-(\d+)"', text))
        assert uses == set(re.findall(r'id="figure-(\d+)"', text))
        cited = set(re.findall(r'href="#incident-(KZ-2024-\d{4})"', text))
        assert cited == set(re.findall(r'id="incident-(KZ-2024-\d{4})"', text))
        assert "<script" not in text


def test_no_page_asks_another_host(pages):
    for text in pages.values():
        loaded = re.findall(r'(?:src|href)="(https?:[^"]+)"', text)
        assert [one for one in loaded if ".example/" not in one] == []


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_the_kazakh_report_is_written_as_a_file_of_that_format(demo_release, tmp_path, form):
    path = tmp_path / f"report.{form}"
    tally.write(replace(demo_release, incidents=demo_release.incidents[:60]), tmp_path / "release")
    result = run("report", tmp_path / "release", "--lang", "kk", "--format", form, "-o", path)
    assert result.exit_code == 0, result.output
    assert path.read_bytes().startswith({"pdf": b"%PDF-1.7", "docx": b"PK"}[form])
    assert result.output.startswith(f"{path}: ")
