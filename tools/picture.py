"""Draw the picture of the README from the PDF reports of a demo: the upper parts of some pages, side by side.

Usage: python -m tools.picture DEMO OUTPUT.png [LANGUAGE:PAGE ...]

Needs `pdftoppm` (package poppler-utils). The shipped picture: python -m tools.picture demo docs/img/report.png
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PIL import Image, ImageOps

PAGES: Final = ("kk:1", "kk:6", "en:7")
"""Cover and charts in Kazakh, who attacks in English."""

WIDTH: Final = 460
UPPER: Final = 0.72
"""How much of a page is shown, from its top."""
GAP: Final = 20
GROUND: Final = "#d9dee3"
COLOURS: Final = 64


def page(demo: Path, name: str) -> Image.Image:
    """The upper part of one page, `kk:1` being the first of the Kazakh report."""
    language, number = name.split(":")
    with tempfile.TemporaryDirectory() as room:
        words = ["-png", "-singlefile", "-f", number, "-l", number, "-scale-to-x", str(2 * WIDTH), "-scale-to-y", "-1"]
        subprocess.run(["pdftoppm", *words, str(demo / f"report.{language}.pdf"), f"{room}/page"], check=True)
        with Image.open(f"{room}/page.png") as found:
            whole = found.convert("RGB").resize((WIDTH, found.height * WIDTH // found.width), Image.Resampling.LANCZOS)
    return ImageOps.expand(whole.crop((0, 0, WIDTH, int(whole.height * UPPER))), 1, "#8a949e")


def side_by_side(pages: Sequence[Image.Image]) -> Image.Image:
    """The pages in a row on one ground, in few colours, so that the file stays small."""
    width = sum(one.width + GAP for one in pages) + GAP
    picture = Image.new("RGB", (width, pages[0].height + 2 * GAP), GROUND)
    left = GAP
    for one in pages:
        picture.paste(one, (left, GAP))
        left += one.width + GAP
    return picture.quantize(COLOURS)


def main(arguments: list[str]) -> int:
    """Draw the picture; 2 for wrong use."""
    if len(arguments) < 2:
        print(__doc__, file=sys.stderr)
        return 2
    demo, output, *names = arguments
    side_by_side([page(Path(demo), name) for name in names or PAGES]).save(output, optimize=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
