"""A register in a workbook brought into a registry, taken back, and given out again: seconds and memory.

    python bench/sheets.py
    python bench/sheets.py --rows 2000

Each row of the synthetic register has a date, a title in two languages, a method, a perpetrator, one or two targets,
a town and a link; names repeat as those of a country's newsrooms do. The import is the one of `kuzet import`: the file
read in its child process, every cell checked, every row compared with all others, then written with its event. With
`DATABASE_URL` the same is done in that database, which must be empty.
"""

from __future__ import annotations

import argparse
import os
import platform
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from kuzet import countries
from kuzet.adapters import sheets as files
from kuzet.basis.codebook import CURRENT
from kuzet.observatory.review.sheets import head
from kuzet.web import folder as folders

HEAD = ("Дата", "Название", "Title", "Способ", "Кто напал", "Пострадавший", "Должность", "Город", "Ссылка", "Заметка")
GIVEN = ("Айгуль", "Тасқын", "Ерлан", "Мария", "Данияр", "Сауле", "Игорь", "Жанар", "Арман", "Светлана")
STEMS = ("Омар", "Ахмет", "Сейтқали", "Нұрлан", "Кәрім", "Петр", "Иван", "Бекжан", "Төлеген", "Жұмабай")
METHODS = ("accreditation_denial", "non_fatal_attack_beating", "discrediting", "ddos_hacker_attack", "account_hacking")
TOWNS = ("Актау", "Алматы", "Астана", "Костанай", "Шымкент", "Орал", "Атырау", "Павлодар")


def register(count: int) -> Iterator[tuple[str, ...]]:
    """Rows of a register over ten years."""
    chance = random.Random(20240101)  # noqa: S311  (names, not secrets)
    names = [f"{given} {stem}{end}" for given in GIVEN for stem in STEMS for end in ("ов", "ова", "ин", "ұлы")]
    for number in range(count):
        day = date(2015, 1, 1) + timedelta(days=chance.randrange(3650))
        targets = chance.sample(names, chance.choice((1, 1, 1, 2)))
        yield (
            day.strftime(chance.choice(("%d.%m.%Y", "%Y-%m-%d"))),
            f"Случай {number}: {targets[0]}",
            f"Case {number}",
            chance.choice(METHODS),
            chance.choice(("Представители власти", "non_state", "")),
            "; ".join(targets),
            "Журналист",
            chance.choice(TOWNS),
            f"https://paper-{number % 40}.example/{number}",
            "из архива редакции, проверено по публикации и по словам коллег",
        )


def timed(what: str, work: Callable[[], Any]) -> Any:
    """Do it and print how long it took, and the most memory so far."""
    before = time.perf_counter()
    result = work()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"  {what:34} {time.perf_counter() - before:8.1f} s   {memory:6.0f} MB at most so far", flush=True)
    return result


def whole(folder: Path, count: int) -> None:
    """The whole way of one register."""
    from kuzet.web.registry import changes, events, models, words
    from kuzet.web.sheets import bringing, likely, listing, planning, undoing

    by = events.By("bench", datetime.now(UTC), "bench")
    changes.put(words.Adopted(id=CURRENT), by)
    raw = timed("write the workbook", lambda: files.written("Реестр", HEAD, register(count), "xlsx"))
    print(f"  {'its size':34} {len(raw) / 2**20:8.1f} MB")
    (table,) = timed("read it in its child", lambda: files.opened(raw, "register.xlsx").tables)
    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"  {'memory of the child':34} {child:8.0f} MB")
    columns = planning.columns_of(table.rows[head(table) - 1])
    file, pack = bringing.Whole("register.xlsx", raw), planning.pack_of(countries.load("kz"))
    plan = timed("check every cell", lambda: planning.plan(table, columns, pack, file.sha256))
    found = timed("propose what is there already", lambda: likely.likely(plan))
    print(f"  {'rows with a proposal':34} {len(found):8}")
    made = timed("bring in all rows", lambda: bringing.bring(plan, file, by, {}, lambda _done: None))
    assert (made.record.added, made.refused) == (count, [])
    rows = listing.chosen({})
    out = timed(
        "give them out again",
        lambda: files.written("Реестр", listing.heads("ru"), listing.lines(rows, "ru", pack), "xlsx"),
    )
    print(f"  {'its size':34} {len(out) / 2**20:8.1f} MB")
    timed("take the import back", lambda: undoing.undo(made.record.id, "KZ", by))
    assert models.Incident.objects.filter(status="in_review").count() == 0


def main() -> None:
    """Make a registry, and measure."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=50_000)
    asked = parser.parse_args()
    database = "PostgreSQL" if os.environ.get("DATABASE_URL") else "SQLite"
    print(f"{asked.rows:,} rows, {database}, Python {platform.python_version()}, {os.cpu_count()} processors")
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "registry"
        folders.make(folder)
        folders.migrate(folder)
        with folders.opened(folder):
            whole(folder, asked.rows)


if __name__ == "__main__":
    sys.exit(main())
