"""Files that were sent to the desk and not brought in yet: they are forgotten after a week."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from kuzet.web.registry import models

KEPT: Final = timedelta(days=7)
"""How long a file that was sent and not brought in is kept."""


def forget_old(now: datetime) -> int:
    """Forget the files that were sent longer than `KEPT` before `now`; gives how many there were."""
    count: int = models.SheetDraft.objects.filter(at__lt=now - KEPT).delete()[0]
    return count
