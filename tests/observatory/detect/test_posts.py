"""Posts in the first person that name nobody: of media workers who were attacked, and of anybody else.

Each of `posts.jsonl` was written for this test; what a citizen tells of himself, what a newsroom announces and what it
tells of others is no attack on a media worker.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

import pytest
from tests import readings

from kuzet.observatory import detect

POSTS: Final = [json.loads(row) for row in Path(__file__).with_name("posts.jsonl").read_text("utf-8").splitlines()]


@pytest.mark.parametrize("row", POSTS, ids=[row["id"] for row in POSTS])
def test_a_post_is_an_attack_where_the_work_that_it_tells_is_a_media_worker_s(row: dict[str, Any]) -> None:
    document, words = readings.document(row["text"]), detect.vocabulary("kz")
    assert bool(detect.find(document, detect.sift(document, words))) == row["is_attack"]
