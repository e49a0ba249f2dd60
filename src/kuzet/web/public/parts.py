"""The parts of the site in the order in which they are built. To add one, write it in its own file and list it."""

from __future__ import annotations

from typing import Final

from kuzet.web.public import robots
from kuzet.web.public.edition import Part

PARTS: Final[tuple[Part, ...]] = (robots.part,)
