"""What a collection is set up with, and how it is told that something in it is wrong."""

from __future__ import annotations

from datetime import timedelta
from hashlib import sha256

import pytest
from click.testing import CliRunner
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from msgspec.structs import replace
from tests.adapters.archive.made import DAY, archive_of

from kuzet.adapters.archive import Layout, Proof, checkpoints, notes
from kuzet.basis.errors import BadInput
from kuzet.cli import main
from kuzet.commands.collecting.setup import Settings, said, settings
from kuzet.commands.collecting.sources import BY_HAND, owner, plans

SOURCE = """
name: {en: Paper}
kind: newspaper
languages: [kk]
country: KZ
url: http://paper.kz/
start: [{form: feed, url: "http://paper.kz/feed"}]
status: %s
"""


@pytest.fixture
def folder(tmp_path):
    for name, status in (("paper", "active"), ("old", "closed")):
        (tmp_path / "sources" / name).mkdir(parents=True)
        (tmp_path / "sources" / name / "source.yml").write_text(SOURCE % status)
    return tmp_path


def collect(folder, *more):
    return CliRunner().invoke(main, ["collect", str(folder), "--sources", str(folder / "sources"), *more])


def test_nobody_is_asked_before_sites_know_whom_to_reach(folder):
    result = collect(folder)
    assert result.exit_code == 1
    assert result.stderr.endswith(
        "collect.yml: '' is not an address where a site's owner reaches you; give --contact or put `contact:` there\n"
    )


def test_a_ledger_is_built_anew_without_a_contact(folder):
    assert collect(folder, "--rebuild").exit_code == 0


def test_a_new_key_signs_and_what_the_old_one_signs_later_is_named(folder):
    archive_of(folder, 1)
    stolen, later = load_pem_private_key(Layout(folder).secret.read_bytes(), None), DAY + timedelta(days=9999)
    told = collect(folder, "--new-key").output
    assert told.startswith(f"key 2 signs from now on; publish {folder / 'archive/keys/0002.pem'}, and keep the newest")
    assert list(Proof(Layout(folder)).findings()) == []
    note, raw = checkpoints.newest(Layout(folder))
    assert (note.number, note.key) == (2, 2)
    forged = replace(note, number=3, key=1, at=later, before=sha256(raw).hexdigest())
    checkpoints.path_of(Layout(folder).checkpoints, 3).write_bytes(notes.signed(forged, stolen))
    (found,) = Proof(Layout(folder)).findings()
    assert str(found) == "checkpoints/000003.checkpoint: says less than the checkpoint before it"


def test_where_no_key_signs_yet_there_is_none_to_replace(folder):
    assert "no key signs here yet; the first checkpoint makes one" in collect(folder, "--new-key").output
    assert not (folder / "archive").exists()


def test_the_command_line_has_the_last_word_on_the_contact(tmp_path):
    (tmp_path / "collect.yml").write_text("contact: mailto:a@example.org")
    assert said(tmp_path, None).contact == "mailto:a@example.org"
    assert said(tmp_path, "https://example.org").contact == "https://example.org"


def test_without_settings_no_private_address_is_allowed(tmp_path):
    assert settings(tmp_path) == Settings()
    assert (Settings().allow, Settings().hosts) == ((), {})


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("contact: [", "is not YAML"),
        ("contakt: a", "Object contains unknown field `contakt`"),
        ("seconds: soon", r"Expected `float`, got `str` - at `\$\.seconds`"),
    ],
)
def test_settings_that_cannot_be_read_are_refused_with_the_place(tmp_path, text, why):
    (tmp_path / "collect.yml").write_text(text)
    with pytest.raises(BadInput, match=why):
        settings(tmp_path)


def test_a_network_that_is_none_is_refused(folder):
    (folder / "collect.yml").write_text("contact: mailto:a@example.org\nallow: [10.0.0.0/99]")
    result = collect(folder)
    assert result.exit_code == 1
    assert "is not networks such as 10.0.0.0/8 ('10.0.0.0/99' does not appear to be" in result.stderr


def test_only_sources_that_are_active_are_asked(folder):
    assert list(plans("kz", folder / "sources")) == ["paper"]


@pytest.mark.parametrize(
    ("url", "source"),
    [("https://www.paper.kz/1", "paper"), ("http://paper.kz/1", "paper"), ("http://other.kz/1", BY_HAND)],
)
def test_an_address_belongs_to_the_source_on_whose_site_it_is(folder, url, source):
    assert owner(url, plans("kz", folder / "sources")) == source


def test_the_sources_of_the_country_pack_can_be_collected():
    assert len(plans("kz", None)) >= 40
