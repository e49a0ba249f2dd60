"""`kuzet import`: documents come in once, and what cannot come in is named."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

pytest.importorskip("django", reason="the registry needs Django")

from kuzet.cli import main
from kuzet.web.folder import opened
from kuzet.web.proving import findings

ATTACK = (
    "On 3 May 2024 a police officer beat reporter Aigul Saparova of Uralskaya Nedelya in Oral and broke her camera."
)
LINES = [
    {"id": "a", "text": ATTACK, "published": "2024-05-04", "lang": "en"},
    {"id": "b", "text": "It rained in the evening and the match was put off.", "lang": "en"},
]


def run(*words):
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.fixture
def place(begun):
    """An empty registry, and a file with two documents beside it."""
    write(begun.parent / "news.jsonl", LINES)
    return begun.parent


def write(file, lines):
    file.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")


def test_documents_are_read_and_their_candidates_wait(place):
    done = run("import", place / "registry", place / "news.jsonl")
    told = "news.jsonl: 2 documents new, 0 there already, 0 set aside; 1 candidates wait for a decision\n"
    assert (done.exit_code, done.output) == (0, told)
    with opened(place / "registry"):
        from kuzet.web.registry import models

        (candidate,) = models.Candidate.objects.all()
        assert (candidate.document, candidate.state) == ("a", "open")
        assert models.Coding.objects.get().subject == candidate.ident
    assert findings(place / "registry") == ()


def test_a_file_that_is_imported_twice_changes_nothing(place):
    run("import", place / "registry", place / "news.jsonl")
    again = run("import", place / "registry", place / "news.jsonl")
    assert again.output.startswith("news.jsonl: 0 documents new, 2 there already, 0 set aside; 0 candidates wait")


def test_a_document_that_no_database_holds_or_a_law_erased_is_set_aside_and_the_rest_comes(place):
    bury(place / "registry", "a")
    write(place / "more.jsonl", [LINES[0], LINES[1] | {"id": "n", "text": "It rained\0 again."}, LINES[1]])
    done = run("import", place / "registry", place / "more.jsonl")
    assert done.exit_code == 1
    assert "more.jsonl, document a was removed, because a law required it; its id is not used again" in done.output
    assert "is not text without NUL and halves of characters" in done.output
    assert "more.jsonl: 1 documents new, 0 there already, 2 set aside" in done.output


def bury(registry, ident):
    """A tombstone in the place of a document."""
    with opened(registry):
        from tests.web import made

        from kuzet.web.registry import changes
        from kuzet.web.registry.words import Removal

        changes.put(Removal(kind="document", subject=ident, ground="Law on personal data"), made.by())


def test_what_cannot_come_in_is_set_aside_with_its_reason_and_the_rest_comes(place):
    run("import", place / "registry", place / "news.jsonl")
    write(place / "more.jsonl", [LINES[0] | {"text": "Nothing happened."}, {"id": "c"}, LINES[1] | {"id": "d"}])
    done = run("import", place / "registry", place / "more.jsonl")
    assert done.exit_code == 1
    assert "more.jsonl, document a: there already with other content; a later capture has its own id" in done.output
    assert "more.jsonl, line 2: text: None is not a text that is not empty" in done.output
    assert "more.jsonl: 1 documents new, 0 there already, 2 set aside" in done.output
