"""The golden queries: what is asked, and the incidents of which one must come first."""

from __future__ import annotations

import json
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[3] / "golden" / "search"
QUERIES = [
    (case["query"], [[ident] for ident in case["first"]])
    for language in ("kk", "ru", "en")
    for case in map(json.loads, (FOLDER / f"{language}.jsonl").read_text("utf-8").splitlines())
]
