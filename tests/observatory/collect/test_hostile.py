"""Readers of what others send do not raise."""

from __future__ import annotations

import pytest

from kuzet.basis.errors import BadInput
from kuzet.observatory.collect.found import SetAside
from kuzet.observatory.collect.hostile import set_aside


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (BadInput("x", "a feed"), "cannot be read as a page: 'x' is not a feed"),
        (RecursionError("too deep"), "cannot be read as a page: RecursionError, 'too deep'"),
        (UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad"), "cannot be read as a page: UnicodeDecodeError, "),
        (MemoryError(), "cannot be read as a page: MemoryError, ''"),
    ],
)
def test_an_error_becomes_the_reason(error, why):
    @set_aside("a page")
    def read():
        raise error

    found = read()
    assert isinstance(found, SetAside)
    assert found.why.startswith(why)


def test_a_request_to_end_goes_through():
    @set_aside("a page")
    def read():
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read()
