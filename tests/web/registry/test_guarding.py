"""A protected name is in no byte of an edition, and whoever looks at it is in the paper trail."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import polars as pl
import pytest
from cryptography.fernet import Fernet
from django.db import DatabaseError, transaction
from msgspec.structs import replace
from tests.builders import ANALYST
from tests.web import made

from kuzet import countries
from kuzet.basis.dates import EventDate
from kuzet.basis.errors import BadInput, BrokenRule, Missing
from kuzet.basis.incident import Decision, Incident, Verb
from kuzet.basis.tiers import Raised, Tier
from kuzet.basis.word import to_json
from kuzet.language.names.hiding import Hidden, tells
from kuzet.observatory import tally
from kuzet.observatory.review import View, mask
from kuzet.web.databases import FILE
from kuzet.web.registry import changes, deciding, editions, guarding, models, proof, sealing, store, words
from kuzet.web.registry.changes import book
from kuzet.web.registry.roles import Role

ONE = "KZ-2024-0002"
sqlite_only = pytest.mark.parametrize("filled", ["sqlite"], indirect=True)


def protect(ident=ONE, path="targets.0.name", tier=Tier.PROTECTED):
    raised = (Raised(path=path, tier=tier),)
    decision = Decision(
        id=f"D-protect-{ident}",
        at=made.AT,
        author=ANALYST,
        verb=Verb.PROTECT,
        reason="threats",
        incident=ident,
        tiers=raised,
    )
    deciding.decide(decision, "KZ", made.by(), changes.current_version(Incident, ident))
    return store.get(Incident, ident)


def freeze(path):
    return editions.freeze(countries.load("kz"), EventDate.parse("2024"), date(2025, 3, 1), path, made.by())


def problems():
    return editions.problems(countries.load("kz"), EventDate.parse("2024"), date(2025, 3, 1))


def every_text(folder):
    """All that stands in an edition, by file: tables of bytes as the texts of their cells."""
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        if file.suffix == ".parquet":
            yield file.name, pl.read_parquet(file).write_json()
        else:
            yield file.name, file.read_text("utf-8")


@pytest.mark.parametrize("filled", ["sqlite", pytest.param("postgresql", marks=pytest.mark.thorough)], indirect=True)
def test_a_protected_name_stands_in_no_file_of_an_edition(filled, tmp_path):
    one = protect()
    name = Hidden(tuple(text for _, text in one.targets[0].name.known()))
    freeze(tmp_path / "release")
    assert [file for file, text in every_text(tmp_path / "release") if tells(text, [name])] == []
    kept = next(other for other in tally.read(tmp_path / "release").incidents if other.id == ONE)
    assert (kept.date, kept.methods, kept.place, kept.decisions) == (one.date, one.methods, one.place, one.decisions)
    assert kept.targets[0].name.en.endswith("(name protected)")


def people(incidents):
    """Incidents against somebody who is named, with the beginnings of each word of the name in three languages."""
    for one in incidents:
        kind = book().table("target_kinds")[one.targets[0].kind] if one.targets else None
        every = [word for _, text in one.targets[0].name.known() for word in re.findall(r"\w+", text)] if kind else []
        if kind and kind.extra["unit"] == "person" and "named" not in every:
            yield one, [word.lower()[: len(word) - 2 if len(word) > 5 else len(word)] for word in every]


@sqlite_only
def test_of_nobody_of_the_sample_a_word_of_the_name_is_left_in_the_incident(filled):
    found = list(people(store.load(Incident)))
    left = []
    for one, beginnings in found:
        raised = Raised(path="targets.0.name", tier=Tier.PROTECTED, name=one.targets[0].name)
        shown = to_json(replace(mask(replace(one, tiers=(raised,)), View()), id="", case="")).lower()
        left += [(one.id, word) for word in beginnings if re.search(rf"(?<!\w){word}", shown)]
    assert (len(found), left) == (32, [])


@sqlite_only
def test_an_edition_is_refused_while_another_incident_names_whom_one_protects(filled, tmp_path):
    protect("KZ-2024-0036")
    with pytest.raises(
        BrokenRule, match=r"kz-2024: incident KZ-2024-00\d\d: tells a name that is protected in KZ-2024-0036"
    ):
        freeze(tmp_path / "release")
    told = problems()
    assert [line.partition(":")[0] for line in told if line.startswith("incident")] == [
        "incident KZ-2024-0038",
        "incident KZ-2024-0039",
        "incident KZ-2024-0040",
        "incident KZ-2024-0042",
        "incident KZ-2024-0043",
    ]
    assert not any(tells(line, [Hidden(("Askhat Niyazov",))]) for line in told)


@sqlite_only
def test_a_name_in_an_id_is_told_as_ids_are_never_changed(filled):
    protect("KZ-2024-0030")
    expected = "incident KZ-2024-0030: tells a name that is protected in KZ-2024-0030"
    assert any(line.startswith(expected) for line in problems())


@sqlite_only
def test_an_edition_has_numbers_in_the_place_of_the_accounts_that_decided(filled, tmp_path):
    changes.put(words.Account(id="analyst-1", role=Role.ANALYST), made.by())
    freeze(tmp_path / "release")
    authors = {one.author.id for one in tally.read(tmp_path / "release").decisions}
    assert "person-1" in authors
    assert "analyst-1" not in authors


def test_a_reveal_is_written_before_the_name_is_given_and_is_never_changed(filled):
    one = protect()
    by = made.by("editor-1", "the lawyer asks who it was")
    assert guarding.reveal(one, one.tiers[0], by) == one.targets[0].name
    (looked,) = guarding.reveals(ONE)
    assert (looked.author, looked.path, looked.reason) == ("editor-1", "targets.0.name", "the lawyer asks who it was")
    event = models.Event.objects.filter(kind="reveal").get()
    assert (event.author, event.reason) == ("editor-1", "the lawyer asks who it was")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        models.Reveal.objects.update(author="somebody")
    assert list(proof.findings()) == []


@sqlite_only
def test_without_a_reason_nothing_is_revealed(filled):
    one = protect()
    with pytest.raises(BadInput, match="a reason"):
        guarding.reveal(one, one.tiers[0], made.by("editor-1", "  "))
    assert list(guarding.reveals(ONE)) == []


@sqlite_only
def test_a_sealed_note_stands_in_no_byte_of_the_database_and_opens_with_its_key_alone(filled):
    note = guarding.seal(ONE, "the source is her xylophonist", made.by("editor-1"))
    kept = b"".join(path.read_bytes() for path in filled.glob(f"{FILE}*"))
    assert b"editor-1" in kept
    assert b"xylophonist" not in kept
    assert guarding.open_note(note, made.by("administrator", "court order")) == "the source is her xylophonist"
    assert [one.path for one in guarding.reveals(ONE)] == [f"sealed {note.id}"]
    assert (filled / sealing.KEY).stat().st_mode & 0o777 == 0o600
    (filled / sealing.KEY).write_bytes(Fernet.generate_key())
    with pytest.raises(Missing, match="not the key that this note was sealed with"):
        guarding.open_note(note, made.by("administrator", "court order"))


@sqlite_only
@pytest.mark.parametrize("spoil", [Path.unlink, lambda path: path.write_bytes(b"")], ids=["gone", "empty"])
def test_a_key_that_is_gone_is_not_replaced_by_another_one_unseen(filled, spoil):
    note = guarding.seal(ONE, "the source is her xylophonist", made.by("editor-1"))
    key = (filled / sealing.KEY).read_bytes()
    spoil(filled / sealing.KEY)
    with pytest.raises(Missing, match="bring it back from where a copy is kept"):
        guarding.seal(ONE, "another note", made.by("editor-1"))
    with pytest.raises(Missing, match="not there"):
        sealing.unlock(note.box)
    (filled / sealing.KEY).write_bytes(key)
    assert sealing.unlock(note.box) == "the source is her xylophonist"


@sqlite_only
def test_a_key_that_is_lost_for_good_is_given_up_by_name(filled):
    guarding.seal(ONE, "the source is her xylophonist", made.by("editor-1"))
    (filled / sealing.KEY).unlink()
    sealing.make()
    assert guarding.open_note(guarding.seal(ONE, "a note", made.by("editor-1")), made.by()) == "a note"


@sqlite_only
def test_incidents_with_a_raised_field_are_known_to_lists(filled):
    protect()
    assert [one.id for one in guarding.guarded()] == [ONE]
    assert list(models.Incident.objects.filter(guarded=True).values_list("ident", flat=True)) == [ONE]
