"""Making many small things at once without looking for garbage among them again and again.

Python looks through what was made after every few hundred new things. Where a hundred thousand are made that all stay,
the looking takes longer than the making and finds nothing.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Nothing is looked through until the end of the block; garbage that it leaves is found afterwards, as ever."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
