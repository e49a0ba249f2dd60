"""News about other things is not called an attack: one false alarm in 500 documents at most."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.gates import reading


@pytest.mark.gate
def test_at_most_one_of_five_hundred_documents_about_other_things_is_called_an_attack(shared: Path) -> None:
    if not (shared / "data" / "kaznerd").is_dir():
        pytest.skip("measuring material absent: no data/kaznerd beside the checkout")
    documents, alarms = reading.false_alarms(shared)
    allowed = round(1 - reading.floors()[reading.NOT_RAISED]["specificity"], 4)
    told = "\n".join(alarms)
    assert len(alarms) <= documents * allowed, f"{len(alarms)} of {documents} documents are called an attack:\n{told}"
    assert allowed == 1 / 500
