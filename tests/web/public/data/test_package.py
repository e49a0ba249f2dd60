"""The data package: its descriptor, and each CSV row against the Table Schema that it gives."""

from __future__ import annotations

import csv
import hashlib
import json

import pytest

from kuzet.web.public.data.dictionary import tables

CASTS = {
    "string": str,
    "integer": int,
    "number": float,
    "year": lambda text: int(text) if len(text) == 4 else int("no"),
}


def package(folder):
    return json.loads((folder / "datapackage.json").read_text("utf-8"))


def rows(folder, resource):
    with (folder / resource["path"]).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def faults(field, value):
    """What is wrong with a cell by its field."""
    limits = field.get("constraints", {})
    if value == "":
        return ["required"] if limits.get("required") else []
    try:
        CASTS[field["type"]](value)
    except ValueError:
        return [field["type"]]
    return ["enum"] if value not in limits.get("enum", [value]) else []


def test_the_descriptor_names_every_table_with_its_sum_and_size(folder):
    found = package(folder)
    assert (found["profile"], found["name"], found["version"]) == ("tabular-data-package", "kz-2024-edition-1", "1")
    assert [one["name"] for one in found["resources"]] == list(tables())
    for one in found["resources"]:
        content = (folder / one["path"]).read_bytes()
        assert (one["bytes"], one["hash"]) == (len(content), f"sha256:{hashlib.sha256(content).hexdigest()}")


@pytest.mark.parametrize("name", list(tables()))
def test_every_row_is_as_its_schema_says(folder, name):
    resource = next(one for one in package(folder)["resources"] if one["name"] == name)
    fields = {field["name"]: field for field in resource["schema"]["fields"]}
    found = rows(folder, resource)
    wrong = [(at, key, each) for at, row in enumerate(found) for key in row for each in faults(fields[key], row[key])]
    assert wrong == []
    keys = [tuple(row[part] for part in resource["schema"]["primaryKey"]) for row in found]
    assert len(keys) == len(set(keys)) > 0


def test_a_cell_that_does_not_fit_is_found():
    assert faults({"type": "year"}, "24") == ["year"]
    assert faults({"type": "string", "constraints": {"enum": ["yes", "no"]}}, "maybe") == ["enum"]
    assert faults({"type": "string", "constraints": {"required": True}}, "") == ["required"]


def test_rows_point_to_incidents_that_are_there(folder):
    known = {row["id"] for row in rows(folder, {"path": "incidents.csv"})}
    pointing = [one for one in package(folder)["resources"] if one["schema"]["foreignKeys"]]
    assert [one["name"] for one in pointing] == ["perpetrators", "targets", "penalties", "citations"]
    assert [one["name"] for one in pointing if {row["incident"] for row in rows(folder, one)} - known] == []


def test_every_field_is_described_in_three_languages(folder):
    fields = [field for one in package(folder)["resources"] for field in one["schema"]["fields"]]
    assert [field["name"] for field in fields if set(field["descriptions"]) != {"kk", "ru", "en"}] == []
