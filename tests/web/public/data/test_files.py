"""Each file of the open data, opened with a reader that is not ours."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import sqlite3
import zipfile
from contextlib import closing
from datetime import datetime

import openpyxl
import polars as pl
import pytest
import yaml
from msgspec.structs import replace
from tests import builders

from kuzet.basis.incident import Incident
from kuzet.basis.word import read_lines
from kuzet.web.public import data, record
from kuzet.web.public.building.bundle import Into, build
from kuzet.web.public.data import plain, workbook
from kuzet.web.public.data.dictionary import tables


def rows(folder, name):
    with (folder / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_the_same_edition_gives_the_same_bytes(edition, files, tmp_path):
    build(edition, [plain.lines, data.part], Into(tmp_path / "site"))
    assert {f"data/{path.name}": path.read_bytes() for path in (tmp_path / "site" / "data").iterdir()} == files


def test_every_form_holds_every_incident(folder):
    with closing(sqlite3.connect(folder / "registry.sqlite")) as file:
        ((in_database,),) = file.execute("SELECT count(*) FROM incidents")
    book = openpyxl.load_workbook(folder / "incidents.xlsx", read_only=True)
    points = json.loads((folder / "incidents.geojson").read_text("utf-8"))
    lines = (folder / "incidents.jsonl").read_text("utf-8").splitlines()
    found = {
        "csv": len(rows(folder, "incidents")),
        "parquet": pl.read_parquet(folder / "incidents.parquet").height,
        "sqlite": in_database,
        "xlsx": sum(1 for _ in book["incidents"].iter_rows()) - 1,
        "geojson": len(points["features"]),
        "jsonl": len(lines),
    }
    book.close()
    assert found == dict.fromkeys(found, 347)


def test_the_lines_are_read_back_as_incidents(folder, edition):
    with (folder / "incidents.jsonl").open(encoding="utf-8") as file:
        found = list(read_lines(file, Incident, "incidents.jsonl"))
    assert found == [record.public(one) for one in edition.incidents]
    assert found[0].citations == edition.incidents[0].citations


def test_only_a_point_or_a_town_is_a_point_on_the_map(folder):
    features = json.loads((folder / "incidents.geojson").read_text("utf-8"))["features"]
    drawn = {each["properties"]["place_precision"] for each in features if each["geometry"]}
    not_drawn = {each["properties"]["place_precision"] for each in features if not each["geometry"]}
    assert drawn == {"town"}
    assert not_drawn == {"district", "region", "country"}
    assert features[1]["geometry"] == {"type": "Point", "coordinates": [73.1021, 49.8019]}


def test_a_placeholder_says_that_it_is_one_in_every_form(folder):
    table = pl.read_parquet(folder / "incidents.parquet")
    assert table.filter(pl.col("reconstructed") == "yes").height == sum(
        one["reconstructed"] == "yes" for one in rows(folder, "incidents")
    )
    features = json.loads((folder / "incidents.geojson").read_text("utf-8"))["features"]
    assert {each["properties"]["reconstructed"] for each in features} == {"yes", "no"}


def test_columns_lead_to_the_schemes_of_other_monitors(folder):
    first = rows(folder, "incidents")[0]
    assert (first["method"], first["mmf"], first["uspft"]) == (
        "accreditation_denial",
        "Censorship: denial of accreditation or registration",
        "Denial of Access",
    )
    assert first["coe"] == "Harassment and intimidation of journalists"


@pytest.mark.parametrize("text", ["=1+1", "+7 701", "-1", "@home", "\tx", "'s"], ids=repr)
def test_a_text_that_a_spreadsheet_would_compute_is_made_harmless(text):
    assert plain.csv(pl.DataFrame({"title": [text]})).decode().strip('"').startswith("'")


def test_a_workbook_keeps_a_formula_as_text():
    file, row = io.BytesIO(), workbook.packed_rows(pl.DataFrame({"id": ["=1+1"]}), 0)
    workbook.write(file, {"incidents": workbook.Sheet(["id"], 1, [row])}, "t", datetime(2025, 3, 1))  # noqa: DTZ001
    cell = openpyxl.load_workbook(file)["incidents"]["A2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_what_only_the_organisation_reads_is_not_shown(edition):
    incident = replace(edition.incidents[0], decisions=(), codings=())
    codings = (builders.coding("KZ-2024-0001"),)
    kept = replace(incident, note="her neighbour told us", decisions=("D-1",), codings=codings)
    assert record.public(kept) == replace(incident, note="", decisions=(), codings=())
    assert record.public(replace(kept, reconstructed=True)).note == "her neighbour told us"


@pytest.mark.parametrize("inside", ["analyst-", "D-2024-"])
def test_no_file_names_who_coded_or_decided(files, inside):
    def texts(path, content):
        if path.endswith((".zip", ".xlsx")):
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                for name in archive.namelist():
                    yield from texts(f"{path}/{name}", archive.read(name))
        else:
            yield path, content

    every = [pair for path, content in files.items() for pair in texts(path, content)]
    assert [path for path, content in every if inside.encode() in content] == []


def test_the_zip_holds_every_file_with_its_sum(files):
    with zipfile.ZipFile(io.BytesIO(files["data/kz-2024-edition-1.zip"])) as archive:
        names = {name.partition("/")[2] for name in archive.namelist()}
        assert {name.partition("/")[0] for name in archive.namelist()} == {"kz-2024-edition-1"}
        told = archive.read("kz-2024-edition-1/SHA256SUMS").decode()
    sums = dict(reversed(line.split("  ")) for line in told.splitlines())
    alone = {path.removeprefix("data/"): content for path, content in files.items() if not path.endswith(".zip")}
    assert names == {*alone, "SHA256SUMS"}
    assert sums == {name: hashlib.sha256(content).hexdigest() for name, content in alone.items()}


def test_an_edition_is_cited_by_its_number_and_digest(folder, edition):
    cited = yaml.safe_load((folder / "CITATION.cff").read_text("utf-8"))
    assert (cited["cff-version"], cited["type"], cited["license"]) == ("1.2.0", "dataset", "CC-BY-4.0")
    assert (cited["version"], cited["identifiers"][0]["value"]) == ("edition 1", f"sha256:{edition.digest}")
    assert (folder / "citation.bib").read_text("utf-8").startswith("@misc{kz-2024-edition-1,\n  title = {{Attacks on")
    doi = json.loads((folder / "datacite.json").read_text("utf-8"))
    assert (doi["types"]["resourceTypeGeneral"], doi["publicationYear"], len(doi["titles"])) == ("Dataset", 2025, 3)


def test_the_licence_is_told_in_three_languages(folder):
    assert (folder / "LICENSE.txt").read_text("utf-8").count("CC BY 4.0") == 3


@pytest.mark.parametrize(
    ("language", "told"),
    [("kk", "негізгі тәсіл"), ("ru", "основной способ"), ("en", "the main method")],
)
def test_the_dictionary_tells_every_column_in_three_languages(folder, language, told):
    html = (folder / f"dictionary.{language}.html").read_text("utf-8")
    markdown = (folder / f"dictionary.{language}.md").read_text("utf-8")
    assert "<code>method</code></th><td>" in html
    assert f"<td>{told}</td>" in html
    assert f"| {told} |" in markdown
    assert "<script" not in html


def test_the_dictionary_lists_exactly_the_columns_of_the_files(folder):
    for name, table in tables().items():
        with (folder / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
            assert next(csv.reader(file)) == [column.name for column in table.columns], name
    told = rows(folder, "dictionary")
    assert [(one["table"], one["column"]) for one in told] == [
        (table.name, column.name) for table in tables().values() for column in table.columns
    ]
    assert [one for one in told if not (one["kk"] and one["ru"] and one["en"])] == []
