"""A register in a workbook brought into a registry, taken back, and given out again: seconds and memory.

    python bench/sheets.py --save
    python bench/sheets.py --rows 2000 --database sqlite

Each row of the synthetic register has a date, a title in two languages, a method, a perpetrator, one or two targets,
a town and a link; names repeat as those of a country's newsrooms do. The import is the one of `kuzet import`: the file
read in its child process, every cell checked, every row compared with those that share a key, then written with its
event.
"""

from __future__ import annotations

import argparse
import random
import resource
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import _databases
import _result

from kuzet import countries
from kuzet.adapters import sheets as files
from kuzet.basis.codebook import CURRENT
from kuzet.commands import show
from kuzet.observatory.review.sheets import head
from kuzet.web import folder as folders

MOST = 600
"""Seconds that the import, and its undo, take at most: a register comes in in minutes."""
HEAD = ("Дата", "Название", "Title", "Способ", "Кто напал", "Пострадавший", "Должность", "Город", "Ссылка", "Заметка")
GIVEN = ("Айгуль", "Тасқын", "Ерлан", "Мария", "Данияр", "Сауле", "Игорь", "Жанар", "Арман", "Светлана")
STEMS = ("Омар", "Ахмет", "Сейтқали", "Нұрлан", "Кәрім", "Петр", "Иван", "Бекжан", "Төлеген", "Жұмабай")
METHODS = ("accreditation_denial", "non_fatal_attack_beating", "discrediting", "ddos_hacker_attack", "account_hacking")
TOWNS = ("Актау", "Алматы", "Астана", "Костанай", "Шымкент", "Орал", "Атырау", "Павлодар")


def register(count: int) -> Iterator[tuple[str, ...]]:
    """Rows of a register over ten years."""
    chance = random.Random(20240101)
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


class Clock:
    """What each step took, told at once and kept as figures."""

    def __init__(self, database: str) -> None:
        self.database = database
        self.figures: dict[str, float] = {}

    def timed(self, what: str, work: Callable[[], Any]) -> Any:
        """Do it, and note its seconds by the clock and of the processor."""
        before, spent = time.perf_counter(), time.process_time()
        result = work()
        self.note(f"{what}_seconds", round(time.perf_counter() - before, 1))
        self.note(f"{what}_processor_seconds", round(time.process_time() - spent, 1))
        return result

    def note(self, what: str, value: float) -> None:
        """Keep a figure."""
        self.figures[f"{self.database}_{what}"] = value
        print(f"{self.database}_{what:36} {value}", flush=True)


def whole(count: int, clock: Clock) -> None:
    """The whole way of one register."""
    from kuzet.web.registry import changes, events, models, words
    from kuzet.web.sheets import bringing, likely, listing, planning, undoing

    by = events.By("bench", datetime.now(UTC), "bench")
    changes.put(words.Adopted(id=CURRENT), by)
    raw = files.written("Реестр", HEAD, register(count), "xlsx")
    clock.note("workbook_mib", round(len(raw) / 2**20, 1))
    (table,) = clock.timed("read", lambda: files.opened(raw, "register.xlsx").tables)
    clock.note("child_mib", _result.peak_mib(resource.RUSAGE_CHILDREN))
    columns = planning.columns_of(table.rows[head(table) - 1])
    file, pack = bringing.Whole("register.xlsx", raw), planning.pack_of(countries.load("kz"))
    plan = clock.timed("check", lambda: planning.plan(table, columns, pack, file.sha256))
    with show.progress("rows compared", count) as advance:
        found = clock.timed("propose", lambda: likely.likely(plan, advance))
    clock.note("rows_with_a_proposal", len(found))
    with show.progress("rows brought in", count) as advance:
        made = clock.timed("import", lambda: bringing.bring(plan, file, by, {}, advance))
    assert (made.record.added, made.refused) == (count, [])
    rows = listing.chosen({})
    out = clock.timed(
        "export",
        lambda: files.written("Реестр", listing.heads("ru"), listing.lines(rows, "ru", pack), "xlsx"),
    )
    clock.note("export_mib", round(len(out) / 2**20, 1))
    clock.timed("undo", lambda: undoing.undo(made.record.id, "KZ", by))
    clock.note("peak_mib", _result.peak_mib())
    assert models.Incident.objects.filter(status="in_review").count() == 0


def main() -> None:
    """Bring the register into each database, and tell."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=50_000)
    parser.add_argument("--database", choices=_databases.NAMES, help="one of them alone")
    parser.add_argument("--save", action="store_true", help="keep the figures in bench/results/sheets-<date>.json")
    asked = parser.parse_args()
    figures: dict[str, float] = {"rows": asked.rows}
    for name in [asked.database] if asked.database else _databases.NAMES:
        clock = Clock(name)
        with _databases.registry(name) as folder, folders.opened(folder):
            whole(asked.rows, clock)
        figures |= clock.figures
    targets = {key: MOST for key in figures if key.endswith(("import_seconds", "undo_seconds"))}
    found = _result.result(targets, figures)
    print(_result.told(found))
    if asked.save:
        _result.save("sheets", found)


if __name__ == "__main__":
    main()
