"""Speed and quality of linking on synthetic codings with known truth.

    python bench/linking.py 20000

Every incident has a person, an outlet, a day, a town and methods, and is told by one to six documents which leave out
or blur some of these: another script, a surname only, the day of the news, no place. Every tenth person is attacked
again on another day. Prints items per second, time for one new item, peak memory, and pairwise precision and recall.
"""

from __future__ import annotations

import random
import resource
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations

from kuzet.basis import codebook
from kuzet.basis.coding import Answer, Coder, Coding, Target
from kuzet.basis.dates import EventDate
from kuzet.basis.names import Name
from kuzet.basis.places import Place
from kuzet.observatory.link import Index, Item, group

FIRST = date(2015, 1, 1)
DAYS = 3650
CODER = Coder(id="bench", machine=True)
CONSONANTS = "бвгджзклмнпрст"
VOWELS = "аеиоу"
LATIN = dict(zip("бвгджзклмнпрстаеиоуы", ["b", "v", "g", "d", "zh", *"zklmnprstaeiou", "y"], strict=True))


def main() -> None:
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    chance = random.Random(20240101)  # noqa: S311  (the same data each time is what is wanted)
    made = list(items(wanted, chance))
    truth = {item.id: event for item, event in made}
    print(f"{len(made)} items of {len(set(truth.values()))} incidents")
    start = time.perf_counter()
    index = Index(item for item, _ in made)
    indexed = time.perf_counter()
    links = index.all_links()
    linked = time.perf_counter()
    groups = group([item.id for item, _ in made], links)
    grouped = time.perf_counter()
    print(f"index {indexed - start:.1f} s, links {linked - indexed:.1f} s, groups {grouped - linked:.1f} s: ", end="")
    print(f"{len(made) / (grouped - start):.0f} items a second; {len(links)} links, {len(groups.groups)} groups")
    print(f"one new item: {one_new(index, [item for item, _ in made[:500]]):.2f} ms")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")
    print("pairs: precision {:.3f}, recall {:.3f}".format(*quality(groups.groups, truth)))


def one_new(index: Index, some: list[Item]) -> float:
    """Milliseconds for the links of one item, on average."""
    start = time.perf_counter()
    for item in some:
        index.links(item)
    return (time.perf_counter() - start) / len(some) * 1000


def quality(groups: tuple[tuple[str, ...], ...], truth: dict[str, int]) -> tuple[float, float]:
    told = {pair for one in groups for pair in combinations(one, 2)}
    right = sum(truth[left] == truth[right] for left, right in told)
    sizes: dict[int, int] = {}
    for event in truth.values():
        sizes[event] = sizes.get(event, 0) + 1
    return right / len(told), right / sum(size * (size - 1) // 2 for size in sizes.values())


def items(wanted: int, chance: random.Random) -> Iterator[tuple[Item, int]]:
    units = {code: row.extra["unit"] for code, row in codebook.load().table("target_kinds").items()}
    methods = tuple(codebook.load().table("methods"))
    given = [word(chance, 3) for _ in range(400)]
    outlets = [word(chance, 4) for _ in range(600)]
    towns = [(word(chance, 3), f"KZ-{number % 20 + 10}") for number in range(120)]
    made = event = 0
    person = ("", "")
    while made < wanted:
        event += 1
        person = person if chance.random() < 0.1 else (chance.choice(given), word(chance, 4) + "ов")
        facts = person, chance.choice(outlets), FIRST + timedelta(chance.randrange(DAYS)), chance.choice(towns)
        what = chance.sample(methods[:40], 2)
        for _ in range(min(chance.choice((1, 1, 2, 3, 4, 6)), wanted - made)):
            made += 1
            told = coding(f"d{made}#1", facts, what, chance)
            published = EventDate.parse(str(facts[2] + timedelta(chance.choice((0, 1, 1, 2, 5)))))
            yield Item.of(told, units, published), event


def coding(ident: str, facts: tuple, what: list[str], chance: random.Random) -> Coding:
    (first, last), outlet, day, (town, region) = facts
    latin = chance.random() < 0.35
    name = last if chance.random() < 0.15 else f"{first} {last}"
    targets = []
    if chance.random() < 0.85:
        targets.append(Target(name=spelled(name.title(), latin), kind="journalist"))
    if chance.random() < 0.7 or not targets:
        targets.append(Target(name=Name(ru=outlet.title(), en=latinised(outlet).title()), kind="online_media"))
    shift = chance.choices((0, 1, -1), (0.8, 0.15, 0.05))[0]
    when = str(day + timedelta(shift)) if chance.random() < 0.8 else str(day)[:7]
    place = Place(name=spelled(town.title(), latin), precision="town", country="KZ", region=region)
    return Coding(
        subject=ident,
        coder=CODER,
        codebook="2024.1",
        category=Answer(value="judicial_economic", confidence=0.9),
        methods=tuple(Answer(value=one) for one in (what if chance.random() < 0.7 else what[:1])),
        targets=tuple(Answer(value=one) for one in targets),
        date=Answer(value=EventDate.parse(when), confidence=0.8) if chance.random() < 0.9 else None,
        place=Answer(value=place, confidence=0.8) if chance.random() < 0.8 else None,
    )


def word(chance: random.Random, syllables: int) -> str:
    return "".join(chance.choice(CONSONANTS) + chance.choice(VOWELS) for _ in range(syllables))


def latinised(text: str) -> str:
    return "".join(LATIN.get(letter, letter) for letter in text.lower())


def spelled(text: str, latin: bool) -> Name:
    return Name(en=latinised(text).title()) if latin else Name(ru=text)


if __name__ == "__main__":
    main()
