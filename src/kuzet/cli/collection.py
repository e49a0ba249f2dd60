"""The verbs of a collection and of the evidence it keeps: thin, each importing only what it needs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any, Final

import click

from kuzet.basis.home import HOME
from kuzet.basis.names import LANGUAGES
from kuzet.cli.options import FILE, FOLDER, NEW_FILE, NEW_FOLDER


@click.command(short_help="Check or list the sources that are collected.")
@click.argument("what", type=click.Choice(["check", "list"]))
@click.argument("folder", type=FOLDER, required=False)
@click.option("--json", "as_json", is_flag=True, help="A list of problems, or of sources.")
def sources(what: str, folder: Path | None, as_json: bool) -> None:
    """Check or list the sources that documents are collected from.

    FOLDER holds one folder for each source (default: those of the country pack). The check reads each source.yml and
    its recorded samples, and names file, field and value of all that is wrong; exit code 1.

    \b
    Examples:
      kuzet sources check
      kuzet sources check my-sources --json
      kuzet sources list
    """
    from kuzet.commands.sources import check, show

    sys.exit((check if what == "check" else show)(folder, as_json=as_json))


def _of_a_collection(verb: Any) -> Any:  # noqa: ANN401  (a function that click decorates)
    """The options by which a collection knows its sources, and they it."""
    verb = click.option("--contact", default=None, metavar="ADDRESS", help="Where sites' owners reach you.")(verb)
    verb = click.option("--sources", type=FOLDER, default=None, help="Folder of sources of your own.")(verb)
    return click.option("--country", default=HOME, show_default=True, help="Country whose sources are asked.")(verb)


@click.command(short_help="Ask open sources what is new; keep and read what came.")
@click.argument("folder", type=NEW_FOLDER, metavar="DIR")
@_of_a_collection
@click.option("--add", multiple=True, metavar="URL", help="Ask for this address too. Repeatable.")
@click.option("--resume", multiple=True, metavar="SOURCE", help="Ask a source again that was paused. Repeatable.")
@click.option("--watch", is_flag=True, help="Go on until ended, with a live table of health.")
@click.option("--health", is_flag=True, help="Ask for nothing; show how each source, language and panel fares.")
@click.option(
    "--export",
    type=click.Choice(["documents", "readings", "coverage"]),
    default=None,
    help="Ask for nothing; print JSON lines: for `kuzet read`, for `kuzet link`, what was asked on each day.",
)
@click.option("--rebuild", is_flag=True, help="Ask for nothing; build the ledger anew from the archive.")
@click.option("--new-key", is_flag=True, help="Ask for nothing; replace the key that signs checkpoints.")
@click.option("--json", "as_json", is_flag=True, help="What was done, or the table of health, as JSON.")
def collect(folder: Path, **options: Any) -> None:  # noqa: ANN401  (click passes one keyword for each option)
    """Collect open sources: ask what is new, keep the evidence, read what came.

    Each answer is kept in DIR before it is read. Ended at any moment, the next run goes on where this one stopped.
    Exit code 1 when a language or panel fell under its usual range, a cited page changed, or the disk is nearly full.

    \b
    Examples:
      kuzet collect data --contact mailto:watch@example.org
      kuzet collect data --watch
      kuzet collect data --add https://example.kz/news/1
      kuzet collect data --export documents > documents.jsonl && kuzet read documents.jsonl
    """
    from kuzet.commands.collecting.collect import Options, run

    sys.exit(run(folder, Options(**options)))


@click.command(short_help="Bring in what others kept and sites published before.")
@click.argument("folder", type=NEW_FOLDER, metavar="DIR")
@click.argument("what", nargs=-1, required=True, metavar="FILE|FOLDER|SITEMAP...")
@_of_a_collection
@click.option("--year", type=int, default=None, help="Only addresses of this year, by their day or the year in them.")
@click.option("--later", is_flag=True, help="Ask for no address yet: `kuzet collect` will.")
@click.option("--json", "as_json", is_flag=True, help="What was done, as JSON.")
def backfill(folder: Path, what: tuple[str, ...], **options: Any) -> None:  # noqa: ANN401  (as above)
    """Bring into a collection what others kept, and what sites published before.

    Links (txt, csv, xlsx), sitemaps (file or address), web archives (WARC, WACZ), saved pages (html), Telegram exports
    (result.json), mailboxes (mbox, eml), alone or in folders. What cannot be used is named; exit code 1.

    \b
    Examples:
      kuzet backfill data links.xlsx alerts.mbox saved-pages/ ChatExport_2024/result.json crawl.wacz
      kuzet backfill data https://example.kz/sitemap.xml --year 2024
    """
    from kuzet.commands.backfilling import Options, run

    sys.exit(run(folder, what, Options(**options)))


@click.command(short_help="Write one document's evidence, or incidents as a sheet.")
@click.argument("folder", type=FOLDER)
@click.option("--document", default="", metavar="ID|URL|SHA256", help="Capture, address or bytes to export.")
@click.option("--text", type=FILE, default=None, help="The text as it was read, to be put beside the evidence.")
@click.option("--picture", is_flag=True, help="Draw a full-page picture of its last capture first, with chromium.")
@click.option("--incidents", is_flag=True, help="Of a registry: its incidents as a spreadsheet.")
@click.option(
    "--lang",
    "language",
    type=click.Choice((*LANGUAGES, "codes")),
    default="en",
    show_default=True,
    help="Of headers and labels of the spreadsheet; codes for a program.",
)
@click.option("--where", metavar="FIELD=CODE", multiple=True, help="Only these, such as status=published; repeatable.")
@click.option("--period", metavar="DATE", default="", help="Only those that began in it, such as 2024 or 2024-03.")
@click.option("--country", metavar="CODE", default=HOME, show_default=True, help="Whose regions are named.")
@click.option("-o", "--output", type=NEW_FILE, required=True, help="File to write.")
def export(folder: Path, output: Path, document: str, *, incidents: bool, **options: Any) -> None:  # noqa: ANN401
    """Write the evidence of one document as a bundle that proves itself, or incidents as a spreadsheet.

    With --document FOLDER is the data folder of a collection. The bundle holds the bytes as the server sent them
    (WARC), the lines of their captures, the chain up to the next checkpoint, signature, public key and time-stamps, and
    a README in kk, ru and en; `kuzet verify` checks it offline, and so do sha256sum and openssl. Captures under no
    checkpoint get one.

    With --incidents FOLDER is a registry, and the file ends in .xlsx or .csv, one incident a row. What was changed in
    it can be brought in again with `kuzet import`: the version in each row tells what it was made from, so that nothing
    is overwritten that somebody changed meanwhile. No cell computes anything.

    \b
    Examples:
      kuzet export data --document c-7 -o evidence.zip
      kuzet export data --document https://example.org/news/1 --picture -o evidence.zip
      kuzet export registry --incidents -o list.xlsx --lang ru
      kuzet export registry --incidents -o fines.csv --where category=judicial_economic --period 2024
    """
    if incidents == bool(document):
        raise click.UsageError("give either --document, of a collection, or --incidents, of a registry")
    listed = {name: options.pop(name) for name in ("language", "where", "period", "country")}
    if incidents:
        from kuzet.commands import sheets_out

        return sheets_out.export(folder, output, sheets_out.Wanted(**listed))
    from kuzet.commands.evidence import Wanted, export_document

    return export_document(Wanted(folder, document, output=output, **options))


VERBS: Final = (sources, collect, backfill)
"""In the order of the way of the data; `export` stands with the proofs, at its end."""
