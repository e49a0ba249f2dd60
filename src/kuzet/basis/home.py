"""The country that is meant where none is told."""

from __future__ import annotations

import os
from typing import Final

HOME: Final = os.environ.get("KUZET_COUNTRY", "kz")
"""Code of its pack: `KUZET_COUNTRY`, else that of the pack that ships with a sample."""
