"""Why an address gave nothing, on its way from where it is known to where it is told."""

from __future__ import annotations

from kuzet.observatory.collect.ports import Weight


class Trouble(Exception):
    """The address gives nothing. `why` is one line without the address itself, which `follow` puts in front."""

    def __init__(
        self, weight: Weight, why: str, *, status: int | None = None, retry_after: float | None = None
    ) -> None:
        self.weight, self.why, self.status, self.retry_after = weight, why, status, retry_after
        super().__init__(why)
