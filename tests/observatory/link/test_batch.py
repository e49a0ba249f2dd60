"""The batch way gives what the index and the groups give, for any number of items, and leaves nothing behind."""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np
import pytest
from bench import linking
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.observatory.link.makers import item, outlet, when
from tests.observatory.link.strategies import judgements_on, several_items

from kuzet.basis.errors import BadInput, KuzetError, Missing
from kuzet.observatory.link import batch, blocks, group, index, links, lots
from kuzet.observatory.link.batch import linked
from kuzet.observatory.link.index import CROWDED

FULL = Path("/dev/full")


@pytest.fixture(autouse=True)
def temporary(tmp_path, monkeypatch):
    """The folder in which temporary folders are made."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def strongest(found):
    return sorted(found, key=lambda link: (-link.score, link.left, link.right))


def by_index(items, judgements=()):
    """All that is known of items, made by the index: groups, links, refused, suggested, and what people said."""
    several = {one.id for one in items if one.several}
    made = group([one.id for one in items], links(items), judgements, several)
    return made.groups, strongest(made.links), list(made.refused), list(made.suggested), said(made)


def by_batch(items, judgements=(), **options):
    with linked(items, judgements, **options) as made:
        return made.groups, list(made.links), list(made.refused), list(made.suggested), said(made)


def said(made):
    """Contradictions, each once, cases and related pairs."""
    return sorted({str(one) for one in made.contradictions}), sorted(made.cases), sorted(made.related)


def synthetic(wanted, seed=7):
    """Readings of the bench in an order that has nothing to do with their incidents."""
    return sorted((one for one, _ in linking.items(wanted, seed)), key=lambda one: one.id[::-1])


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_links_and_groups_are_those_of_the_index(data):
    items = data.draw(several_items())
    judgements = data.draw(judgements_on(items))
    assert by_batch(items, judgements) == by_index(items, judgements)


def test_two_thousand_readings_are_linked_as_the_index_links_them():
    items = synthetic(2000)
    assert by_batch(items) == by_index(items)


def test_the_size_of_tasks_files_and_pieces_makes_no_difference(monkeypatch):
    items = synthetic(600)
    whole = by_batch(items)
    for module, name, size in (
        (batch, "AT_ONCE", 50),
        (lots, "AT_ONCE", 5),
        (blocks, "RANGE", 64),
        (blocks, "PIECE", 9),
    ):
        monkeypatch.setattr(module, name, size)
    monkeypatch.setattr(batch, "RANGE", 64)
    assert by_batch(items) == whole


def test_lots_that_are_too_large_are_not_compared_whole(monkeypatch):
    items = synthetic(600)
    for module in (index, lots):
        monkeypatch.setattr(module, "WHOLE", 3)
    assert by_batch(items) == by_index(items)


def test_keys_written_in_many_turns_are_all_found(monkeypatch):
    monkeypatch.setattr(blocks, "FLUSH", 10)
    monkeypatch.setattr("kuzet.observatory.link.shelf.FLUSH", 10)
    items = synthetic(200)
    assert by_batch(items) == by_index(items)


def test_a_crowded_key_brings_nobody_together():
    crowd = [
        item(f"c{n}#1", targets=(outlet(en="Steppe FM"),), date=when(f"20{n % 20:02}-0{n % 9 + 1}-15"), place=None)
        for n in range(CROWDED + 1)
    ]
    assert by_batch(crowd) == by_index(crowd)


def test_nothing_gives_no_group():
    assert by_batch([]) == ((), [], [], [], ([], [], []))


def test_the_links_within_a_group_are_those_between_its_members():
    items = synthetic(300)
    with linked(items) as made:
        whole = list(made.links)
        for one in made.groups:
            assert list(made.links.within(one)) == [each for each in whole if {each.left, each.right} <= set(one)]


def test_links_can_be_taken_by_place_and_in_slices():
    with linked(synthetic(100)) as made:
        assert made.links[1:3] == [made.links[1], made.links[2]]
        assert made.links[-1] == made.links[len(made.links) - 1]


def test_an_id_stands_once():
    with pytest.raises(BadInput, match="d1#1"), linked([item("d1#1"), item("d2#1"), item("d1#1")]):
        pass


def test_progress_is_told_to_the_end():
    done = {}

    class Watch:
        def __init__(self, name, total):
            self.name, done[name] = name, [total, 0]

        def __enter__(self):
            return self.advance

        def __exit__(self, *_):
            pass

        def advance(self, number):
            done[self.name][1] += number

    items = synthetic(300)
    by_batch(items, watch=Watch)
    assert done["compared"] == [300, 300]
    assert done["grouped"][1] > 200


def test_the_temporary_folder_is_removed_when_the_work_is_done(temporary):
    with linked(synthetic(50)):
        assert [path.name[:11] for path in temporary.iterdir()] == ["kuzet-link-"]
    assert list(temporary.iterdir()) == []


def test_the_temporary_folder_is_removed_when_the_work_fails(temporary):
    def broken():
        yield from synthetic(50)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), linked(broken()):
        pass
    assert list(temporary.iterdir()) == []


@pytest.mark.skipif(not FULL.exists(), reason="no /dev/full on this system")
@pytest.mark.parametrize("name", ["items", "keys-0", "pairs-0"])
def test_a_full_disk_is_told_in_one_line_and_leaves_nothing_behind(temporary, name):
    def filled():
        for folder in temporary.iterdir():
            (folder / name).unlink(missing_ok=True)
            (folder / name).symlink_to(FULL)
        yield from synthetic(300)

    with pytest.raises(Missing, match=r"room for temporary files in .*: No space left on device; set TMPDIR") as told:
        by_batch(filled())
    assert "\n" not in str(told.value)
    assert list(temporary.iterdir()) == []


def test_a_temporary_folder_that_is_not_there_is_told(monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    with pytest.raises(KuzetError, match="a folder for temporary files: No such file or directory; set TMPDIR"):
        by_batch([item("d1#1")])


@given(st.lists(st.tuples(st.integers(0, 19), st.integers(0, 19)), max_size=25))
def test_lots_are_what_a_chain_of_ties_holds_together(ties):
    left, right = np.array(ties, int).reshape(-1, 2).T
    lowest = lots.components(20, left, right)
    expected = list(range(20))
    for one, other in ties:
        merged = {expected[one], expected[other]}
        expected = [min(merged) if each in merged else each for each in expected]
    assert lowest.tolist() == expected
