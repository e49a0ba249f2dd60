"""Errors as they reach whoever tells the user, also from another process."""

from __future__ import annotations

import pickle

import pytest

from kuzet.basis import errors
from kuzet.basis.errors import BadInput, BrokenRule, KuzetError, Missing

RAISED = [
    Missing("no published total of 2015"),
    BrokenRule("a link across a negative judgement", "closure", left="a", right=("b", "c")),
    *(
        kind("13", "a month from 1 to 12", "line 4, date")
        for kind in vars(errors).values()
        if isinstance(kind, type) and issubclass(kind, BadInput)
    ),
]


@pytest.mark.parametrize("error", RAISED, ids=lambda error: type(error).__name__)
def test_an_error_of_another_process_is_told_as_it_was_raised(error: KuzetError):
    sent = pickle.loads(pickle.dumps(error))  # noqa: S301  (pickled on the same line)
    assert type(sent) is type(error)
    assert str(sent) == str(error)
    assert vars(sent) == vars(error)
