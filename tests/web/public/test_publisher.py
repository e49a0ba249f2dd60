"""Who publishes, under which licence: by default, or as a file says."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
import yaml

from kuzet.basis.errors import BadInput
from kuzet.web.public import publisher
from kuzet.web.public.data import cite
from kuzet.web.public.edition import Extra

OWN = """
name: {en: Free Word, kk: Еркін сөз}
licence:
  code: CC0-1.0
  address: https://creativecommons.org/publicdomain/zero/1.0/
  name: {en: CC0}
contact: editors@example.org
"""


@pytest.fixture
def own(tmp_path):
    (tmp_path / "own.yml").write_text(OWN, "utf-8")
    return publisher.read(tmp_path / "own.yml")


def test_what_a_file_does_not_say_is_as_by_default(tmp_path):
    (tmp_path / "own.yml").write_text("contact: editors@example.org", "utf-8")
    found = publisher.read(tmp_path / "own.yml")
    assert (found.contact, found.name, found.licence.code) == (
        "editors@example.org",
        publisher.default().name,
        "CC-BY-4.0",
    )


def test_citations_and_terms_name_the_publisher_and_its_licence(edition, own):
    files = dict(cite.written(replace(edition, extra=Extra(publisher=own))))
    told = yaml.safe_load(files["CITATION.cff"])
    assert (told["authors"], told["license"]) == ([{"name": "Free Word"}], "CC0-1.0")
    assert json.loads(files["datacite.json"])["rightsList"][0]["rightsIdentifier"] == "CC0-1.0"
    assert b"author = {{Free Word}}" in files["citation.bib"]
    assert files["LICENSE.txt"].count(b"https://creativecommons.org/publicdomain/zero/1.0/") == 3


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("- a list", "is not keys with values, such as contact: editors@example.org"),
        ("leave: javascript:alert(1)", "leave: 'javascript:alert(1)' is not an address such as https://example.org/"),
        ("leave: https://x.example/;url=y", "is not an address such as"),
        ("publisher: Free Word", "unknown field `publisher`"),
        ("name: [", "own.yml: "),
    ],
    ids=["list", "script", "sign", "key", "yaml"],
)
def test_a_file_that_says_something_else_is_refused_by_its_name(tmp_path, text, reason):
    (tmp_path / "own.yml").write_text(text, "utf-8")
    with pytest.raises(BadInput) as raised:
        publisher.read(tmp_path / "own.yml")
    assert reason in str(raised.value)
    assert "own.yml" in str(raised.value)
