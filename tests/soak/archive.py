"""A thousand single-bit changes over all files of a small archive, and a thousand kills of a writer.

    python -m tests.soak.archive
    python -m tests.soak.archive --flips 200 --seed 7 --kills 50

Each change must be found and named, or leave every claim of the archive as it was. Each kill comes at a random moment
of four threads keeping answers; what the writer acknowledged must be there once, and the archive must prove itself.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

from tests.adapters.archive import killing
from tests.adapters.archive.authority import Openssl
from tests.adapters.archive.flips import flipped, rich


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--flips", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=20261126)
    parser.add_argument("--kills", type=int, default=1000)
    words = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        room, begun = Path(name), time.monotonic()
        counts, missed = flipped(rich(room / "data", Openssl(room / "authority")), words.flips, words.seed)
        for kind, count in sorted(counts.items()):
            print(f"{count:6}  {kind}")
        print(f"{words.flips} flips in {time.monotonic() - begun:.0f} s, {len(missed)} missed", *missed, sep="\n")
        begun = time.monotonic()
        print(killing.main(room / "killed", words.kills))
        print(f"{words.kills} kills in {time.monotonic() - begun:.0f} s")


if __name__ == "__main__":
    main()
