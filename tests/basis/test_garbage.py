"""Many things made at once are not looked through while they are made."""

from __future__ import annotations

import gc

import pytest

from kuzet.basis.garbage import uncollected


def test_garbage_is_not_looked_for_inside_the_block_and_is_after_it():
    with uncollected():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_garbage_is_looked_for_again_after_an_error():
    with pytest.raises(ValueError, match="of the block"), uncollected():
        raise ValueError("of the block")
    assert gc.isenabled()


def test_where_it_was_off_before_it_stays_off():
    gc.disable()
    try:
        with uncollected():
            assert not gc.isenabled()
        assert not gc.isenabled()
    finally:
        gc.enable()
