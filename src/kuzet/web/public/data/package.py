"""`datapackage.json`: a Frictionless Data Package (version 1) with a Table Schema for each CSV."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from kuzet.basis.names import LANGUAGES
from kuzet.web.public.data import cite
from kuzet.web.public.data.dictionary import Column, Table, tables, words
from kuzet.web.public.data.tables import LIST
from kuzet.web.public.data.told import codes
from kuzet.web.public.edition import Edition


class File(NamedTuple):
    """A CSV file: its size in bytes and its SHA-256."""

    size: int
    sha256: str


def package(edition: Edition) -> dict[str, Any]:
    """The descriptor of the tables, but for what only their files tell."""
    manifest, of = edition.release.manifest, edition.extra.publisher
    return {
        "profile": "tabular-data-package",
        "name": cite.name(edition),
        "id": f"sha256:{edition.digest}",
        "title": manifest.title.best("en"),
        "titles": dict(manifest.title.known()),
        "description": words("en")["abstract"],
        "descriptions": {language: words(language)["abstract"] for language in LANGUAGES},
        "version": manifest.edition,
        "created": f"{manifest.frozen.isoformat()}T00:00:00Z",
        "keywords": words("en")["keywords"],
        "licenses": [{"name": of.licence.code, "path": of.licence.address, "title": of.licence.name.best("en")}],
        "contributors": [{"title": of.name.best("en"), "role": "publisher"}],
        "resources": [_resource(edition, table) for table in tables().values()],
    }


def encoded(package: dict[str, Any], files: Mapping[str, File]) -> bytes:
    """`datapackage.json` with what the CSV files tell, each given by its name."""
    for one in package["resources"]:
        file = files[one["path"]]
        one["bytes"], one["hash"] = file.size, f"sha256:{file.sha256}"
    return f"{json.dumps(package, ensure_ascii=False, indent=2)}\n".encode()


def _resource(edition: Edition, table: Table) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "title": table.told.best("en"),
        "descriptions": dict(table.told.known()),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": 0,
        "hash": "",
        "schema": {
            "fields": [_field(edition, table, column) for column in table.columns],
            "primaryKey": list(table.key),
            "foreignKeys": _references(table),
            "missingValues": [""],
        },
    }


def _field(edition: Edition, table: Table, column: Column) -> dict[str, Any]:
    told: dict[str, Any] = {
        "name": column.name,
        "type": "string" if column.type == "list" else column.type,
        "description": column.told.best("en"),
        "descriptions": dict(column.told.known()),
    }
    if column.type == "list":
        return told | {"separator": LIST}
    limits: dict[str, Any] = {"required": True} if column.name in table.key else {}
    if table.name == "incidents" and (known := codes(edition, table.name, column)):
        limits["enum"] = list(known)
    return told | ({"constraints": limits} if limits else {})


def _references(table: Table) -> list[dict[str, Any]]:
    """What points to a row of another table: the incident that a row belongs to."""
    if "incident" not in table.key:
        return []
    return [{"fields": ["incident"], "reference": {"resource": "incidents", "fields": ["id"]}}]
