"""The verbs of what a release becomes: figures, report, charts and site, as the command line takes them."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import click

from kuzet.cli.options import EDITIONS, FILE, FOLDER, LANGUAGE, NEW_FOLDER, PATH, RELEASE


@click.command(short_help="Any count, share or cross-table, with its incidents.")
@click.argument("release", type=RELEASE)
@click.option("--where", "conditions", multiple=True, metavar="FIELD=CODE[,CODE]", help="Count only these. Repeatable.")
@click.option("--by", "fields", default="", metavar="FIELD[,FIELD]", help="Cross-table by these fields.")
@click.option("--of", "base", multiple=True, metavar="FIELD=CODE", help="Give the share of this whole. Repeatable.")
@click.option("--against", type=RELEASE, default=None, help="An earlier edition: what this release changes against it.")
@click.option("--json", "as_json", is_flag=True, help="Figures with the ids of the incidents behind them.")
def figures(release: Path, against: Path | None, as_json: bool, **asked: Any) -> None:  # noqa: ANN401  (as `check`)
    """Any count, share or cross-table of a release, with the incidents behind it.

    \b
    Examples:
      kuzet figures demo/release --by category,perpetrator
      kuzet figures demo/release --where category=physical --json
      kuzet figures demo/release --where proceeding=civil --of category=judicial_economic
      kuzet figures kz-2024-2.zip --against kz-2024-1.zip
    """
    from kuzet.commands.counting import compare, run

    if against:
        compare(release, against, as_json=as_json)
    else:
        run(release, asked["conditions"], asked["fields"], asked["base"], as_json=as_json)


@click.command(short_help="Write the annual report of a release.")
@click.argument("release", type=RELEASE)
@click.option(
    "--lang",
    "languages",
    type=LANGUAGE,
    multiple=True,
    default=["en"],
    show_default=True,
    help="Of the report. Repeatable.",
)
@click.option(
    "--format",
    "forms",
    type=click.Choice(["html", "pdf", "docx", "xlsx"]),
    multiple=True,
    default=["html"],
    show_default=True,
    help="Of the file; xlsx is the annex of data. Repeatable.",
)
@click.option("--all", "everything", is_flag=True, help="Every language and format.")
@click.option("-o", "--output", type=PATH, required=True, help="File to write; of several reports, their folder.")
@click.option(
    "--templates",
    type=FOLDER,
    default=None,
    help="Folder with editors' own parts of the report's text, each PART.txt; with several languages, a folder for "
    "each in it.",
)
@EDITIONS
def report(release: Path, output: Path, *, everything: bool, **asked: Any) -> None:  # noqa: ANN401  (as `check`)
    """Write the annual report of a release.

    The format xlsx is the annex of data: every figure with its question and the incidents behind it. A part of the
    text that the templates folder holds replaces the shipped one. The parts are title, report (which includes the
    others), findings, situation, analysis, physical, non_physical, judicial, obstruction, custody, corrections,
    methodology and annexes; a file of another name is refused, unless a part includes it. With an earlier edition the
    report tells which numbers and incidents were corrected since. Several reports are written into a folder
    as report.LANGUAGE.FORMAT, on all processors, each sooner than by itself.

    \b
    Examples:
      kuzet report demo/release --lang kk --format pdf -o report.kk.pdf
      kuzet report demo/release --lang kk --lang ru --format pdf --format docx -o reports
      kuzet report demo/release --all -o reports
      kuzet report demo/release --lang en -o report.html --templates my-texts/en
      kuzet report kz-2024-2.zip --edition kz-2024-1.zip -o report.html
    """
    from kuzet.commands.reporting import Wanted, run

    languages, forms = (tuple(dict.fromkeys(asked.pop(name))) for name in ("languages", "forms"))
    run(release, Wanted(**asked) if everything else Wanted(languages, forms, **asked), output)


@click.command(short_help="Write the charts of a release's report as files.")
@click.argument("release", type=RELEASE)
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option("--lang", "language", type=LANGUAGE, default="en", show_default=True, help="Of the charts' words.")
@click.option("-o", "--output", type=NEW_FOLDER, help="Folder to write to.")
@click.option("--list", "listed", is_flag=True, help="Write nothing; show the names of the charts and their titles.")
@click.option("--templates", type=FOLDER, default=None, help="Folder with editors' own parts of the report's text.")
@EDITIONS
def chart(release: Path, output: Path | None, listed: bool, **asked: Any) -> None:  # noqa: ANN401  (as above)
    """Write the charts of a release's report, all or those named, as files of their own.

    Each is NAME.json (Vega-Lite with its data inside), NAME.svg, NAME.png and NAME.csv (its data, for a spreadsheet);
    pictures and JSON carry the title, the source and the edition.

    \b
    Examples:
      kuzet chart demo/release --list
      kuzet chart demo/release trend timeline --lang kk -o charts
    """
    from kuzet.commands.charting import Asked, run, show

    if listed:
        show(release, Asked(**asked))
    elif output is None:
        raise click.UsageError("Missing option '-o' (the folder to write to), or --list for the names.")
    else:
        run(release, Asked(**asked), output)


@click.command(short_help="Tell what a sentence with expressions would say.")
@click.argument("release", type=RELEASE)
@click.argument("text", required=False)
@click.option("--lang", "language", type=LANGUAGE, default="en", show_default=True, help="Of the text.")
@click.option("--json", "as_json", is_flag=True, help="The words, and each figure with the incidents behind it.")
def preview(release: Path, text: str | None, language: str, as_json: bool) -> None:
    """What a piece of a report's text would say; without TEXT, what can be written in it, as JSON for an editor.

    An expression that cannot be computed is one line with its place and the nearest name, exit code 1.

    \b
    Examples:
      kuzet preview demo/release "{{ count category=physical | noun incident }}, {{ share category=physical }}"
      kuzet preview demo/release --lang kk
    """
    from kuzet.commands.previewing import complete, run

    if text is None:
        complete(release, language)
    else:
        run(release, text, language, as_json=as_json)


@click.command(short_help="Build the public site of a release: a static folder.")
@click.argument("release", type=RELEASE)
@click.option(
    "-o", "--output", type=NEW_FOLDER, required=True, help="Folder of the site; one that stands there is replaced."
)
@click.option("--keys", type=NEW_FOLDER, default=None, help="Data folder whose key signs the site; made at first use.")
@click.option("--address", metavar="URL", default="", help="Where it will stand: for citations, feeds and the sitemap.")
@click.option("--reports", type=FOLDER, default=None, help="Folder with reports of the release to offer.")
@click.option(
    "--publisher", type=FILE, default=None, help="YAML file: who publishes, the licence, where leaving at once leads."
)
@click.option(
    "--boundaries", type=FILE, default=None, help="GeoJSON file of the regions: the map draws them in their shapes too."
)
@click.option(
    "--edition",
    "editions",
    type=RELEASE,
    multiple=True,
    help="An earlier edition; the log of corrections tells what changed since the last of them.",
)
def publish(release: Path, output: Path, **wanted: Any) -> None:  # noqa: ANN401  (one keyword for each option)
    """Build the public site of a release: a static folder that works on any server, and from a memory stick.

    The site is built beside its place and put there in one step; only pages whose content changed are made anew. It
    needs no server program and asks nothing of any other host. `kuzet verify` proves a copy of it.

    \b
    Examples:
      kuzet publish demo/release -o site --reports demo
      kuzet publish release.zip -o /srv/site --keys data --address https://example.org
      kuzet publish kz-2024-2.zip -o site --edition kz-2024-1.zip
      kuzet publish demo/release -o site --boundaries regions.geojson
      kuzet verify site
    """
    from kuzet.commands.publishing import Wanted, run

    run(release, Wanted(**wanted), output)


VERBS: Final = (figures, report, chart, preview)
"""In the order of the way of the data; `publish` stands behind the check of a report."""
