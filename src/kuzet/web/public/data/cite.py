"""How an edition is cited and on which terms it is used: CITATION.cff, BibTeX, DataCite's fields for a DOI, licence."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files

import yaml

from kuzet.basis.names import LANGUAGES
from kuzet.web.public.data import answers
from kuzet.web.public.data.dictionary import words
from kuzet.web.public.edition import Edition
from kuzet.web.public.publisher import Licence


def written(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """The files that say all this."""
    yield "LICENSE.txt", licence(edition)
    yield "CITATION.cff", cff(edition)
    yield "citation.bib", bibtex(edition)
    yield "datacite.json", datacite(edition)


def licence(edition: Edition) -> bytes:
    """The terms in three languages."""
    of, texts = edition.extra.publisher.licence, []
    for language in LANGUAGES:
        text = (files(__package__) / "licence" / f"{language}.txt").read_text("utf-8")
        texts.append(text.format(name=of.name.best(language), address=of.address))
    return "\n".join(texts).encode()


def name(edition: Edition) -> str:
    """The name that files of the edition carry, such as `kz-2024-edition-1`."""
    return answers.name(edition.release.manifest)


def cff(edition: Edition) -> bytes:
    """`CITATION.cff`, version 1.2.0."""
    manifest, of = edition.release.manifest, edition.extra.publisher
    told = {
        "cff-version": "1.2.0",
        "message": "If you use these data, please cite the edition.",
        "type": "dataset",
        "title": manifest.title.best("en"),
        "abstract": words("en")["abstract"],
        "authors": [{"name": of.name.best("en")}],
        "version": f"edition {manifest.edition}",
        "date-released": manifest.frozen.isoformat(),
        "keywords": list(words("en")["keywords"]),
        "license": of.licence.code,
        "identifiers": [
            {
                "type": "other",
                "value": f"sha256:{edition.digest}",
                "description": "SHA-256 of the release's manifest.json",
            }
        ],
    }
    return yaml.safe_dump(told, allow_unicode=True, sort_keys=False, width=1000).encode()


def bibtex(edition: Edition) -> bytes:
    """One entry that BibTeX and reference managers read."""
    manifest, of = edition.release.manifest, edition.extra.publisher
    fields = {
        "title": f"{{{_tex(manifest.title.best('en'))}}}",
        "author": f"{{{_tex(of.name.best('en'))}}}",
        "year": str(manifest.frozen.year),
        "version": f"edition {_tex(manifest.edition)}",
        "type": "Data set",
        "note": f"SHA-256 {edition.digest}",
    }
    inner = ",\n".join(f"  {key} = {{{value}}}" for key, value in fields.items())
    return f"@misc{{{name(edition)},\n{inner}\n}}\n".encode()


def _tex(text: str) -> str:
    """Signs that TeX reads as commands, escaped or left out."""
    return "".join({"\\": "", "{": "", "}": ""}.get(sign, f"\\{sign}" if sign in "&%$#_" else sign) for sign in text)


def datacite(edition: Edition) -> bytes:
    """The fields that a DOI is registered with (DataCite 4.5); the DOI itself is given by the archive."""
    manifest, of = edition.release.manifest, edition.extra.publisher
    told = {
        "schemaVersion": "http://datacite.org/schema/kernel-4",
        "types": {"resourceTypeGeneral": "Dataset", "resourceType": "Dataset"},
        "titles": [{"title": text, "lang": language} for language, text in manifest.title.known()],
        "creators": [{"name": of.name.best("en"), "nameType": "Organizational"}],
        "publisher": {"name": of.name.best("en")},
        "publicationYear": manifest.frozen.year,
        "dates": [
            {"date": manifest.frozen.isoformat(), "dateType": "Issued"},
            {"date": str(manifest.period), "dateType": "Other", "dateInformation": "period covered"},
        ],
        "version": manifest.edition,
        "subjects": [{"subject": each, "lang": one} for one in LANGUAGES for each in words(one)["keywords"]],
        "descriptions": [
            {"description": words(each)["abstract"], "descriptionType": "Abstract", "lang": each} for each in LANGUAGES
        ],
        "rightsList": [_rights(of.licence)],
        "alternateIdentifiers": [{"alternateIdentifier": edition.digest, "alternateIdentifierType": "SHA-256"}],
    }
    return f"{json.dumps(told, ensure_ascii=False, indent=2)}\n".encode()


def _rights(of: Licence) -> dict[str, str]:
    return {"rights": of.name.best("en"), "rightsIdentifier": of.code, "rightsUri": of.address}
