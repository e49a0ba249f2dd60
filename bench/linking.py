"""Speed, memory and quality of linking on synthetic readings with known truth, beside splink and plain rapidfuzz.

    python bench/linking.py
    python bench/linking.py --items 20000 --json
    python bench/linking.py --save

Every incident has a person, an outlet, a day, a town and methods, and is told by one to six documents which leave out
or blur some of these: another script, a surname only, the day of the news, the month, no place. Every tenth person is
attacked again on another day. Names are as unevenly spread as real ones, so that namesakes are hit too. What grows with
the number of readings is the number of countries, one for 20,000 readings in ten years, each with towns and outlets of
its own: a million reports of attacks is what half the world gives. The seed is fixed.

As many processes are used as there are processors. Making the readings is not counted. What else the machine does
changes the seconds of the clock, and hardly those of processors. Memory is that of all processes together, where what
two of them share is counted twice. Precision and recall are those of pairs in one group. Peers are given the same
readings with every name in Latin letters already, and the threshold that is best for them.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import threading
import time
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import date, timedelta
from itertools import accumulate, islice
from pathlib import Path
from typing import Any, NamedTuple

import _result
import numpy as np

from kuzet.adapters.batches import map_tasks
from kuzet.adapters.workers import over
from kuzet.basis import codebook
from kuzet.basis.coding import Answer, Coder, Coding, Target
from kuzet.basis.dates import EventDate
from kuzet.basis.names import Name
from kuzet.basis.places import Place
from kuzet.commands.show import ended_by_request
from kuzet.observatory.link import Index, Item, batch
from kuzet.observatory.link.blocks import packed, spread, unpacked
from kuzet.observatory.link.lots import components
from kuzet.observatory.link.pairs import Pairs

HERE = Path(__file__).resolve().parent
SEED = 20240101
FIRST, DAYS = date(2015, 1, 1), 3650
READINGS_OF_A_COUNTRY, GIVEN, OUTLETS, TOWNS = 20_000, 400, 600, 120
INCIDENTS, ASKED = 100_000, 1000
"""The index that single items are compared with, and how many are."""

TARGETS = {"peak_memory_mib": 4096}
CODER = Coder(id="bench", machine=True)
CONSONANTS, VOWELS = "бвгджзклмнпрст", "аеиоу"
LATIN = dict(zip("бвгджзклмнпрстаеиоуы", ["b", "v", "g", "d", "zh", *"zklmnprstaeiou", "y"], strict=True))


@ended_by_request()
def main() -> None:
    words = arguments()
    figures = {"items": words.items, **million(words.items), **one_new()}
    figures |= {"dask": over_dask(words.sample), **peers(words.sample, words.pairs)}
    result = _result.result(TARGETS, figures)
    if words.save:
        _result.save("linking", result)
    print(json.dumps(result) if words.json else _result.told(result))


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--items", type=int, default=1_000_000, metavar="N", help="readings to be linked (1000000)")
    parser.add_argument("--sample", type=int, default=20_000, metavar="N", help="readings that splink is given (20000)")
    parser.add_argument("--pairs", type=int, default=3000, metavar="N", help="readings that rapidfuzz is given (3000)")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--save", action="store_true", help="keep the figures in bench/results/linking-<date>.json")
    return parser.parse_args()


# What is measured.


def million(wanted: int) -> dict[str, Any]:
    """All readings linked at once: seconds of each stage, memory, and how right the groups are."""
    events = array("I")
    clock, pairs = Clock(), Counter[str]()

    def counting(function: Callable[[Any], Any], tasks: Iterable[Any]) -> Iterator[Any]:
        return map_tasks(function, counted(tasks, pairs))

    load = round(os.getloadavg()[0], 1)
    with memory() as peak, batch.linked(clock.without(kept(wanted, events)), run=counting, watch=clock.watch) as made:
        clock.mark("merged")
        groups, sizes = made.groups, (len(made.links), len(made.suggested), len(made.refused))
    precision, recall = quality(numbered(groups), np.array(events))
    taken = clock.seconds()
    return {
        "incidents": len(set(events)),
        "pairs": pairs.total(),
        "groups": len(groups),
        **dict(zip(("links", "suggested", "refused"), sizes, strict=True)),
        **taken,
        "items_per_second": round(wanted / taken["seconds_in_all"]),
        "items_per_processor_second": round(wanted / taken["processor_seconds"]),
        "load_of_others": load,
        "peak_memory_mib": round(peak()),
        "precision": precision,
        "recall": recall,
    }


def kept(wanted: int, events: array[int]) -> Iterator[Item]:
    """Readings, whose incidents are put down in the order of the numbers in their ids."""
    for item, event in items(wanted):
        events.append(event)
        yield item


def counted(tasks: Iterable[Any], pairs: Counter[str]) -> Iterator[Any]:
    """Tasks, whose pairs are counted as they are handed out."""
    for task in tasks:
        pairs[type(task).__name__] += len((task if isinstance(task, Pairs) else task.missing).left)
        yield task


class Clock:
    """Seconds of each stage by the clock and of all processors, without those in which the readings were made."""

    def __init__(self) -> None:
        self.stages: dict[str, np.ndarray] = {}
        self._aside = np.zeros(2)
        self._last = now()

    def mark(self, stage: str) -> None:
        """A stage has ended."""
        self.stages[stage] = now() - self._last - self._aside
        self._last, self._aside = now(), np.zeros(2)

    @contextmanager
    def watch(self, stage: str, _total: int | None) -> Iterator[Callable[[int], object]]:
        if not self.stages:
            self.mark("put into files")
        yield lambda _done: None
        self.mark(stage)

    def without(self, made: Iterable[Item]) -> Iterator[Item]:
        made = iter(made)
        while True:
            begun = now()
            item = next(made, None)
            self._aside += now() - begun
            if item is None:
                return
            yield item

    def seconds(self) -> dict[str, Any]:
        stages = {stage: round(float(taken), 1) for stage, (taken, _) in self.stages.items()}
        whole = sum(self.stages.values())
        return {"seconds": stages, "seconds_in_all": round(whole[0], 1), "processor_seconds": round(whole[1], 1)}


def now() -> np.ndarray:
    """Seconds of the clock, and of processors in this process and those that it started and that have ended."""
    return np.array([time.perf_counter(), processor()])


def one_new() -> dict[str, Any]:
    """Milliseconds for the links of one new report against an index of incidents."""
    world = World(INCIDENTS * 3, SEED + 1)
    incidents = list(islice(world.incidents(), INCIDENTS))
    index = Index(world.item(f"i{number}#1", facts) for number, facts in enumerate(incidents))
    fresh = [world.item(f"n{number}#1", facts) for number, facts in enumerate(incidents[:: INCIDENTS // ASKED])]
    taken = []
    for item in fresh:
        begun = time.perf_counter()
        index.links(item)
        taken.append((time.perf_counter() - begun) * 1000)
    taken.sort()
    return {
        "index_incidents": len(index),
        "one_new_ms": round(sum(taken) / len(taken), 2),
        "one_new_ms_95th_percentile": round(taken[int(0.95 * len(taken))], 2),
    }


def over_dask(wanted: int) -> Mapping[str, Any] | str:
    """A sample linked by two dask workers on this machine, and whether the result is that of this process."""
    try:
        from distributed import Client, LocalCluster
    except ImportError:
        return "skipped: distributed is not installed"
    ready = [item for item, _ in items(wanted)]
    with batch.linked(ready) as here:
        expected = here.groups, list(here.links)
    options = {"n_workers": 2, "threads_per_worker": 1, "host": "127.0.0.1", "dashboard_address": None}
    with LocalCluster(**options) as cluster, Client(cluster) as client:
        begun = time.perf_counter()
        with batch.linked(ready, run=over(client)) as there:
            seconds = round(time.perf_counter() - begun, 1)
            same = expected == (there.groups, list(there.links))
    return {"items": wanted, "workers": 2, "seconds": seconds, "same_links_and_groups": same}


def numbered(groups: Iterable[Sequence[str]]) -> list[list[int]]:
    """Groups of ids such as `d17#1` as groups of numbers from 0."""
    return [[int(ident[1 : ident.index("#")]) - 1 for ident in group] for group in groups]


def quality(groups: Iterable[Sequence[int]], events: np.ndarray) -> tuple[float, float]:
    """Precision and recall of the pairs in one group."""
    whole = [group for group in groups if len(group) > 1]
    sizes = np.array([len(group) for group in whole], int)
    members = np.concatenate([np.empty(0, int), *map(np.array, whole)]).astype(int)
    return of_pairs(np.unique(between(members, sizes)), events)


def between(members: np.ndarray, sizes: np.ndarray) -> np.ndarray:
    """The pairs within groups whose members stand one behind the other."""
    places = np.arange(len(members))
    rest = np.repeat(np.cumsum(sizes), sizes) - places - 1
    pieces = [packed(members[left], members[right]) for left, right in spread(places, places + 1, rest)]
    return np.concatenate(pieces)


def of_pairs(pairs: np.ndarray, events: np.ndarray) -> tuple[float, float]:
    left, right = unpacked(pairs)
    correct = int((events[left] == events[right]).sum())
    return round(correct / max(len(pairs), 1), 4), round(correct / max(together(events), 1), 4)


def together(events: np.ndarray) -> int:
    """Pairs that do report one incident."""
    sizes = np.bincount(events)
    return int((sizes * (sizes - 1) // 2).sum())


@contextmanager
def memory() -> Iterator[Callable[[], float]]:
    """The most MiB that this process and those it started held at one time, looked at four times a second."""
    most, done = 0, threading.Event()

    def look() -> None:
        nonlocal most
        while not done.wait(0.25):
            most = max(most, sum(map(resident, family(os.getpid()))))

    thread = threading.Thread(target=look, daemon=True)
    thread.start()
    try:
        yield lambda: most / 1024
    finally:
        done.set()
        thread.join()


def processor() -> float:
    """Seconds of processor time of this process and of all that it started and that have ended."""
    return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


def since(begun: np.ndarray) -> dict[str, float]:
    return dict(zip(("seconds", "processor_seconds"), np.round(now() - begun, 1).tolist(), strict=True))


def family(process: int) -> list[int]:
    """A process and all that it started; none where the system has no /proc."""
    try:
        children = [path.read_text() for path in Path(f"/proc/{process}/task").glob("*/children")]
    except OSError:
        return []
    return [process, *(one for each in children for child in each.split() for one in family(int(child)))]


def resident(process: int) -> int:
    """KiB of a process in memory."""
    try:
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("VmRSS")), 0)


# The peers.


def peers(sample: int, few: int) -> dict[str, Any]:
    """Splink on a sample and rapidfuzz on a smaller one, each as a ratio to this package on the same readings."""
    return {
        f"splink_on_{sample}": beside(splink, sample),
        f"rapidfuzz_on_{few}": beside(rapidfuzz, few),
    }


def beside(peer: Callable[[list[dict[str, Any]], np.ndarray], dict[str, Any]], wanted: int) -> dict[str, Any]:
    made = list(readings(wanted, SEED + 2))
    events = np.array([event for _, _, event in made])
    units = person_units()
    ready = [Item.of(coding, units, published) for coding, published, _ in made]
    begun = now()
    with batch.linked(ready, run=map_tasks) as linked:
        taken = since(begun)
        precision, recall = quality(numbered(linked.groups), events)
    ours = {**taken, "precision": precision, "recall": recall}
    try:
        theirs = peer([row(coding, published) for coding, published, _ in made], events)
    except ImportError as error:
        return {"ours": ours, "peer": f"skipped: {error.name} is not installed"}
    return {
        "ours": ours,
        "peer": theirs,
        "peer_to_ours": {key: round(theirs[key] / ours[key], 3) for key in ours if ours[key]},
    }


def row(coding: Coding, published: EventDate) -> dict[str, Any]:
    """A reading as one flat row, every name in Latin letters."""
    targets = {answer.value.kind: latinised(answer.value.name.best("en")) for answer in coding.targets}
    given, _, surname = targets.get("journalist", "").rpartition(" ")
    when, place = coding.date, coding.place
    return {
        "unique_id": int(coding.subject[1:-2]) - 1,
        "given": given or None,
        "surname": surname or None,
        "outlet": targets.get("online_media"),
        "day": str(when.value) if when and when.value.precision == "day" else None,
        "month": str(when.value)[:7] if when else None,
        "published": str(published),
        "country": place.value.country if place else None,
        "region": place.value.region if place else None,
        "town": latinised(place.value.name.best("en")) if place else None,
        "method": coding.methods[0].value,
    }


def splink(rows: list[dict[str, Any]], events: np.ndarray) -> dict[str, Any]:
    """Splink with DuckDB: blocks by surname, outlet and day, weights by expectation maximisation."""
    import duckdb
    import pyarrow as pa
    from splink import Linker, SettingsCreator, block_on
    from splink import comparison_library as compare
    from splink.backends.duckdb import DuckDBAPI

    begun = now()
    days = {"input_is_string": True, "metrics": ["day"] * 4, "thresholds": [1, 3, 10, 35]}
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            compare.JaroWinklerAtThresholds("surname", [0.92, 0.8]).configure(term_frequency_adjustments=True),
            compare.JaroWinklerAtThresholds("given", [0.92, 0.8]),
            compare.ExactMatch("outlet").configure(term_frequency_adjustments=True),
            compare.AbsoluteDateDifferenceAtThresholds("day", **days),
            compare.AbsoluteDateDifferenceAtThresholds("published", **days),
            compare.ExactMatch("region"),
            compare.ExactMatch("town"),
            compare.ExactMatch("method"),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("surname"),
            block_on("outlet"),
            block_on("day", "country"),
            block_on("published", "country"),
        ],
    )
    data = DuckDBAPI(duckdb.connect()).register(pa.Table.from_pylist(rows))
    linker = Linker(data, settings, log_level="ERROR")
    linker.training.estimate_probability_two_random_records_match([block_on("surname", "day")], recall=0.6)
    linker.training.estimate_u_using_random_sampling(max_pairs=2e6, seed=1)
    for rule in (block_on("surname", "given"), block_on("published", "country"), block_on("outlet", "month")):
        with suppress(ValueError):  # on a small sample a level without a match stops a rule; the other rules train
            linker.training.estimate_parameters_using_expectation_maximisation(rule, record_sample_proportion=1.0)
    found = linker.inference.predict(threshold_match_weight=-5)
    table = found.as_pyarrow_table()
    left, right, weight = (table[name].to_numpy() for name in ("unique_id_l", "unique_id_r", "match_weight"))
    taken = since(begun)
    return {**taken, "pairs": len(left), **best(left, right, weight, events)}


def rapidfuzz(rows: list[dict[str, Any]], events: np.ndarray) -> dict[str, Any]:
    """All pairs of readings by the likeness of their words, whatever the order of these."""
    from rapidfuzz import fuzz, process

    begun = now()
    fields = ("given", "surname", "outlet", "day", "region", "town", "method")
    texts = [" ".join(one[field] for field in fields if one[field]) for one in rows]
    likeness = process.cdist(texts, texts, scorer=fuzz.token_sort_ratio, score_cutoff=50, workers=-1)
    left, right = np.nonzero(np.triu(likeness, 1))
    taken = since(begun)
    return {**taken, "pairs": len(rows) * (len(rows) - 1) // 2, **best(left, right, likeness[left, right], events)}


def best(left: np.ndarray, right: np.ndarray, weight: np.ndarray, events: np.ndarray) -> dict[str, Any]:
    """Precision and recall at the threshold of best F1, of the pairs themselves or of the groups that they make."""
    found = []
    for least in np.quantile(weight, np.linspace(0.0, 0.999, 200)):
        chosen = weight >= least
        lots = components(len(events), left[chosen], right[chosen])
        joined = between(np.argsort(lots, kind="stable"), np.unique(lots, return_counts=True)[1])
        for way, pairs in (("pairs", packed(left[chosen], right[chosen])), ("groups", joined)):
            precision, recall = of_pairs(pairs, events)
            f1 = 2 * precision * recall / max(precision + recall, 1e-9)
            found.append((f1, {"of": way, "least": round(float(least), 2), "precision": precision, "recall": recall}))
    return max(found, key=lambda one: one[0])[1]


# The readings.


class Facts(NamedTuple):
    """What happened: a person's given name and surname, an outlet, a day, country, region and town, and methods."""

    person: tuple[str, str]
    outlet: str
    day: date
    place: tuple[str, str, str]
    methods: list[str]


class World:
    """Countries with their outlets, towns and people, as many as so many readings come from."""

    def __init__(self, wanted: int, seed: int) -> None:
        self.chance = random.Random(seed)
        self._units = person_units()
        self._methods = tuple(codebook.load().table("methods"))[:40]
        countries = ["KZ", *(f"X{number}" for number in range(1, -(-wanted // READINGS_OF_A_COUNTRY)))]
        self._outlets = {one: [self.word(4) for _ in range(OUTLETS)] for one in countries}
        self._towns = {
            one: [(one, f"{one}-{number % 20 + 10}", self.word(3)) for number in range(TOWNS)] for one in countries
        }
        self._countries = countries
        self._given = Uneven([self.word(3) for _ in range(GIVEN)], self.chance)
        self._surnames = Uneven([self.word(4) + "ов" for _ in range(5000 + wanted // 20)], self.chance)

    def incidents(self) -> Iterator[Facts]:
        """Incidents without end, in any order of time."""
        chance = self.chance
        person, country = ("", ""), ""
        while True:
            if not country or chance.random() >= 0.1:
                person, country = (self._given.one(), self._surnames.one()), chance.choice(self._countries)
            yield Facts(
                person=person,
                outlet=chance.choice(self._outlets[country]),
                day=FIRST + timedelta(chance.randrange(DAYS)),
                place=chance.choice(self._towns[country]),
                methods=chance.sample(self._methods, 2),
            )

    def report(self, ident: str, facts: Facts) -> tuple[Coding, EventDate]:
        """One document's coding of an incident, and when it appeared."""
        published = facts.day + timedelta(self.chance.choice((0, 1, 1, 2, 5)))
        return coding(ident, facts, self.chance), EventDate.parse(str(published))

    def item(self, ident: str, facts: Facts) -> Item:
        """The same, ready for linking."""
        told, published = self.report(ident, facts)
        return Item.of(told, self._units, published)

    def word(self, syllables: int) -> str:
        return "".join(self.chance.choice(CONSONANTS) + self.chance.choice(VOWELS) for _ in range(syllables))


class Uneven:
    """Words of which the first is the commonest, the hundredth half as common (the law of Zipf and Mandelbrot)."""

    def __init__(self, words: Sequence[str], chance: random.Random) -> None:
        self._words, self._chance = words, chance
        self._weights = list(accumulate(1 / (rank + 100) for rank in range(len(words))))

    def one(self) -> str:
        return self._chance.choices(self._words, cum_weights=self._weights)[0]


def items(wanted: int, seed: int = SEED) -> Iterator[tuple[Item, int]]:
    """Readings ready for linking, each with the number of its incident."""
    units = person_units()
    for told, published, event in readings(wanted, seed):
        yield Item.of(told, units, published), event


def readings(wanted: int, seed: int) -> Iterator[tuple[Coding, EventDate, int]]:
    """Codings, each with the day of its document and the number of its incident; their ids are d1#1, d2#1 and so on."""
    world = World(wanted, seed)
    made = 0
    for event, facts in enumerate(world.incidents()):
        for _ in range(min(world.chance.choice((1, 1, 2, 3, 4, 6)), wanted - made)):
            made += 1
            yield *world.report(f"d{made}#1", facts), event
        if made == wanted:
            return


def coding(ident: str, facts: Facts, chance: random.Random) -> Coding:
    (first, last), (country, region, town) = facts.person, facts.place
    latin = chance.random() < 0.35
    name = last if chance.random() < 0.15 else f"{first} {last}"
    targets = []
    if chance.random() < 0.85:
        targets.append(Target(name=spelled(name.title(), latin), kind="journalist"))
    if chance.random() < 0.7 or not targets:
        outlet = Name(ru=facts.outlet.title(), en=latinised(facts.outlet).title())
        targets.append(Target(name=outlet, kind="online_media"))
    shift = chance.choices((0, 1, -1), (0.8, 0.15, 0.05))[0]
    when = str(facts.day + timedelta(shift)) if chance.random() < 0.8 else str(facts.day)[:7]
    place = Place(name=spelled(town.title(), latin), precision="town", country=country, region=region)
    return Coding(
        subject=ident,
        coder=CODER,
        codebook="2024.1",
        category=Answer(value="judicial_economic", confidence=0.9),
        methods=tuple(Answer(value=one) for one in (facts.methods if chance.random() < 0.7 else facts.methods[:1])),
        targets=tuple(Answer(value=one) for one in targets),
        date=Answer(value=EventDate.parse(when), confidence=0.8) if chance.random() < 0.9 else None,
        place=Answer(value=place, confidence=0.8) if chance.random() < 0.8 else None,
    )


def person_units() -> Mapping[str, str]:
    return {code: row.extra["unit"] for code, row in codebook.load().table("target_kinds").items()}


def latinised(text: str) -> str:
    return "".join(LATIN.get(letter, letter) for letter in text.lower())


def spelled(text: str, latin: bool) -> Name:
    return Name(en=latinised(text).title()) if latin else Name(ru=text)


if __name__ == "__main__":
    main()
