"""A thousand single-bit changes over all files of a small archive, and of a bundle: found and named, or without effect?

python -m tests.soak.archive
python -m tests.soak.archive --flips 200 --seed 7
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

from tests.adapters.archive.authority import Openssl
from tests.adapters.archive.flips import flipped, rich


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--flips", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=20261126)
    words = parser.parse_args()
    with tempfile.TemporaryDirectory() as room:
        data, begun = rich(Path(room) / "data", Openssl(Path(room) / "authority")), time.monotonic()
        counts, missed = flipped(data, words.flips, words.seed)
        for name, count in sorted(counts.items()):
            print(f"{count:6}  {name}")
        print(f"{words.flips} flips in {time.monotonic() - begun:.0f} s, {len(missed)} missed")
        print("\n".join(missed))


if __name__ == "__main__":
    main()
