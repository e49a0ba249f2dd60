"""The export of a channel by Telegram Desktop (`result.json`): each message is kept as it stands there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from kuzet.adapters.backfill.items import Aside, Item
from kuzet.basis.word import to_json
from kuzet.observatory.collect.messages import KIND, text
from kuzet.observatory.collect.ports import Fetched


def read(path: Path) -> Iterator[Item]:
    """Messages that have a text, in their order.

    The export does not tell a channel's name in addresses, so that messages have those of `t.me/c/<number>`.
    """
    export = json.loads(path.read_bytes())
    channel = export["id"]
    for number, message in enumerate(export["messages"], 1):
        if message.get("type") == "message" and text(message):
            yield _item(path, channel, number, message)


def _item(path: Path, channel: int, number: int, message: dict[str, Any]) -> Item:
    try:
        url = f"https://t.me/c/{channel}/{int(message['id'])}"
        at = datetime.fromtimestamp(int(message.get("edited_unixtime") or message["date_unixtime"]), UTC)
    except (KeyError, ValueError, OverflowError, TypeError) as error:
        return Aside(f"{path.name}, message {number}", f"no id or time: {error}")
    return Fetched(
        url=url,
        final=url,
        status=200,
        request=(),
        response=(("Content-Type", KIND), ("X-Exported-To", path.name)),
        body=to_json(message).encode(),
        at=at,
    )
