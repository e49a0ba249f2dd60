"""The verbs of the registry, as the command line takes them: thin, each importing only what it needs."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, Final

import click

from kuzet.basis.home import HOME
from kuzet.cli.options import FILE, FOLDER, LANGUAGE, NEW_FILE, NEW_FOLDER, PATH

ROLES: Final = ("reader", "correspondent", "coder", "analyst", "editor", "administrator")
"""As `web.registry.roles`, which would bring the web framework; a test holds that they are the same."""


@click.command(short_help="Make a registry, or bring one up to this version.")
@click.argument("folder", type=NEW_FOLDER)
@click.option("--sample", "with_sample", is_flag=True, help="Fill it with the bundled sample.")
@click.option("--new-sealing-key", "new_key", is_flag=True, help="Give up what the lost sealing.key had locked.")
@click.option("--author", metavar="NAME", default="administrator", show_default=True, help="Who does it.")
def init(folder: Path, author: str, *, with_sample: bool, new_key: bool) -> None:
    """Make a registry in FOLDER, or bring the tables of one up to this version.

    The registry is kept in SQLite inside the folder, or in the PostgreSQL database that the environment's DATABASE_URL
    names. With the sample it holds the sample's documents, candidates, codings, decisions and incidents.

    \b
    Examples:
      kuzet init registry --sample
      DATABASE_URL=postgresql://kuzet@localhost/kuzet kuzet init registry
    """
    from kuzet.commands.registering import init as run

    run(folder, author, with_sample=with_sample, new_key=new_key)


@click.command("import", short_help="Bring documents or a spreadsheet into a registry.")
@click.argument("folder", type=FOLDER)
@click.argument("file", type=FILE, required=False)
@click.option("--author", metavar="NAME", default="administrator", show_default=True, help="Who brings them.")
@click.option("--dry-run", "dry", is_flag=True, help="Of a spreadsheet: only tell what would be done.")
@click.option("--map", "columns", metavar="HEADER=FIELD", multiple=True, help="Which field a column is; repeatable.")
@click.option("--sheet", metavar="NAME", default="", help="Which sheet of a workbook [default: the one that fits].")
@click.option(
    "--likely",
    type=click.Choice(("skip", "add", "attach")),
    default="skip",
    show_default=True,
    help="What becomes of rows that seem to report an incident that is there.",
)
@click.option("--reason", metavar="TEXT", default="", help="Why; it stands in every decision.")
@click.option("--country", metavar="CODE", default=HOME, show_default=True, help="Whose places and laws cells name.")
@click.option("--undo", metavar="IMPORT", default="", help="Take an import of a spreadsheet back, by its id.")
def import_(folder: Path, file: Path | None, undo: str, **options: Any) -> None:  # noqa: ANN401  (of click)
    """Bring documents, or a register from a spreadsheet, into the registry in FOLDER.

    A FILE ending in .xlsx or .csv is a register: each row is an incident, or changes the one whose id it gives.
    Columns are known by their headers in Kazakh, Russian and English, or by --map, and remembered for files with the
    same headers. Every cell that is not what its column asks for is told with its address, and its row left out; exit
    code 1. Nothing is written with --dry-run, and --undo takes a whole import back.

    Any other FILE holds one document a line, as for `kuzet read`: each is read, and its candidates wait at the desk. A
    document that is there already is passed over; one that is there with other content, and a line that cannot be
    read, are set aside with their reason; exit code 1.

    \b
    Examples:
      kuzet import registry documents.jsonl --author collector
      kuzet import registry register.xlsx --dry-run
      kuzet import registry register.xlsx --map "Что случилось=title_ru"
      kuzet import registry --undo I-0123456789ab
    """
    from kuzet.commands import importing, sheets_in

    wanted = sheets_in.Wanted(**options)
    if (file is None) != bool(undo):
        raise click.UsageError("give either a file or, with --undo, the import to take back")
    if file is None:
        sys.exit(sheets_in.undo(folder, undo, wanted))
    if file.suffix.lower() in sheets_in.SUFFIXES:
        sys.exit(sheets_in.run(folder, file, wanted))
    sys.exit(importing.run(folder, file, wanted.author))


@click.command(short_help="Write a workbook to keep a register in.")
@click.option("-o", "--output", type=NEW_FILE, required=True, help="Workbook to write, ending in .xlsx.")
@click.option("--lang", "language", type=LANGUAGE, default="en", show_default=True, help="Of its headers and labels.")
@click.option("--country", metavar="CODE", default=HOME, show_default=True, help="Whose regions it lists.")
def template(output: Path, language: str, country: str) -> None:
    """Write a workbook to keep a register in: a column for every field, with lists to choose codes from.

    \b
    Example:
      kuzet template -o register.xlsx --lang kk
    """
    from kuzet.commands.sheets_out import template as run

    run(output, language, country)


@click.command(short_help="Make, change, close or list accounts of the desk.")
@click.argument("folder", type=FOLDER)
@click.argument("name", required=False)
@click.option("--role", type=click.Choice(ROLES), default=None, help="What the account may do.")
@click.option("--password", default=None, help="A new one; asked for where it is needed, which keeps it out of sight.")
@click.option("--close/--open", default=None, help="Nobody comes in under this name any more; or again.")
@click.option("--forget-factors", is_flag=True, help="Take off a lost authenticator, passkeys and codes; log out.")
@click.option("--author", metavar="NAME", default="administrator", show_default=True, help="Who does it.")
def account(folder: Path, name: str | None, role: str | None, **options: Any) -> None:  # noqa: ANN401  (of click)
    """Make an account of the desk, give one a new role or a new password, or close it; without a NAME list them all.

    The first account of a registry is an administrator where no role is said. An account without other options gets a
    new password.

    \b
    Examples:
      kuzet account registry aigul --role analyst
      kuzet account registry aigul --forget-factors
      kuzet account registry aigul --close
      kuzet account registry
    """
    from kuzet.commands import serving
    from kuzet.web.accounts import Wanted

    if name is None:
        serving.listed(folder)
        return
    closed = options["close"]
    wanted = Wanted(options["password"], role, None if closed is None else not closed, options["forget_factors"])
    serving.account(folder, name, wanted, options["author"])


@click.command(short_help="Serve the analysts' desk of a registry.")
@click.argument("folder", type=FOLDER)
@click.option(
    "--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Of this machine, to listen at."
)
@click.option("--country", metavar="CODE", default=HOME, show_default=True, help="Whose incidents are decided.")
@click.option("--name", metavar="NAME", default="", help="Its name in the network, behind a server that speaks TLS.")
def serve(folder: Path, port: int, country: str, name: str) -> None:
    """Serve the analysts' desk of the registry in FOLDER, on this machine.

    \b
    Examples:
      kuzet serve registry
      kuzet serve registry --port 8001 --name desk.example.org
    """
    from kuzet.commands.serving import serve as run

    run(folder, port, country, name)


@click.command(short_help="Freeze the next edition from a registry.")
@click.argument("folder", type=FOLDER)
@click.option("--period", metavar="DATE", required=True, help="What it covers, such as 2024 or 2024-03.")
@click.option("--country", metavar="CODE", default=HOME, show_default=True, help="Whose country pack it is made with.")
@click.option("--frozen", metavar="DAY", default=None, help="The day that stands in it [default: today].")
@click.option("--author", metavar="NAME", default="administrator", show_default=True, help="Who freezes it.")
@click.option("-o", "--output", type=PATH, default=None, help="Folder, or file ending in .zip, to write.")
@click.option("--check", is_flag=True, help="Only tell everything that stands in the way; exit code 1.")
def release(folder: Path, output: Path | None, *, check: bool, **options: Any) -> None:  # noqa: ANN401  (of click)
    """Freeze the next edition from the registry in FOLDER: what figures and reports are made of.

    It is refused while something is not right: an incident that cites a document of which no copy is kept, a code that
    the codebook does not list, a decision that is not there.

    \b
    Examples:
      kuzet release registry --period 2024 --check
      kuzet release registry --period 2024 -o release
      kuzet figures release --by category,perpetrator
    """
    from kuzet.commands.agreeing import beside
    from kuzet.commands.registering import Wanted
    from kuzet.commands.registering import release as run

    if check == (output is not None):
        raise click.UsageError("give either --check or the place to write to, -o")
    code = run(folder, Wanted(output=output, **options))
    if output is not None:
        click.echo(f"agreement of coders: {beside(folder, output)}")
    sys.exit(code)


@click.command(short_help="Do a registry's background work until asked to end.")
@click.argument("folder", type=FOLDER)
@click.option("--once", is_flag=True, help="Do every job once and end; exit code 1 where one could not be done.")
@click.option(
    "--collection", type=NEW_FOLDER, default=None, help="Data folder of a collection, whose documents are read."
)
@click.option("--contact", metavar="ADDRESS", default="", help="Collect too: where sites' owners reach you.")
@click.option("--country", metavar="CODE", default=HOME, show_default=True, help="Whose sources and editions.")
@click.option("--editions", type=NEW_FOLDER, default=None, help="Folder to freeze an edition into, once a month.")
@click.option("--period", "periods", multiple=True, metavar="DATE", help="What editions cover. Repeatable.")
def work(folder: Path, *, once: bool, **options: Any) -> None:  # noqa: ANN401  (click passes one keyword for each option)
    """Do what the registry in FOLDER needs in the background, until asked to end (SIGTERM, Ctrl-C).

    The jobs, in order: collect (with --contact: ask sources what is new and cited pages whether they changed, hourly),
    read (documents of the collection into the registry, every five minutes), link (what may be the same event), forget
    (spreadsheets that were sent a week ago and never brought in), freeze (an edition of each period a month). Killed at
    any moment, the next run does what is left.

    \b
    Examples:
      kuzet work registry --collection data --contact mailto:watch@example.org
      kuzet work registry --collection data --once
      kuzet work registry --editions releases --period 2024 --period 2025
    """
    from kuzet.commands.working import Options, run

    sys.exit(run(folder, Options(**options), once=once))


@click.command(short_help="Copy a registry while others work with it.")
@click.argument("folder", type=FOLDER)
@click.option("-o", "--output", type=NEW_FOLDER, required=True, help="New folder to write the backup to.")
def backup(folder: Path, output: Path) -> None:
    """Copy the registry in FOLDER while others work with it.

    A registry in PostgreSQL is refused: take its backup with pg_basebackup or pg_dump.

    \b
    Example:
      kuzet backup registry -o backup-2024-11-26
    """
    from kuzet.commands.registering import backup as run

    run(folder, output)


@click.command(short_help="Make the registry of a backup anew, and prove it.")
@click.argument("taken", type=FOLDER, metavar="BACKUP")
@click.argument("folder", type=NEW_FOLDER)
def restore(taken: Path, folder: Path) -> None:
    """Make the registry of a BACKUP in the new FOLDER, and prove it.

    A backup of which a single byte differs is refused, and nothing is made.

    \b
    Example:
      kuzet restore backup-2024-11-26 registry-again
    """
    from kuzet.commands.registering import restore as run

    run(taken, folder)


@click.command(short_help="Tell how far coders agree, and have some code again.")
@click.argument("place", type=click.Path(exists=True, path_type=Path), metavar="RELEASE|REGISTRY")
@click.option(
    "--plan", "size", metavar="SIZE", default="", help="Draw a sample to code again: 20, or 10%, of each group."
)
@click.option("--seed", metavar="TEXT", default="1", show_default=True, help="Of the sample: the same draws the same.")
@click.option("--codings", type=FILE, default=None, help="A workbook of a second coder, to be taken in.")
@click.option("--coder", metavar="NAME", default="", help="Who codes a second time.")
@click.option("--lang", "language", type=LANGUAGE, default="en", show_default=True, help="Of a plan's workbook.")
@click.option("--country", metavar="CODE", default=HOME, show_default=True, help="Whose places and laws cells name.")
@click.option("--json", "as_json", is_flag=True, help="A list, one entry a question and group.")
@click.option("-o", "--output", type=NEW_FILE, default=None, help="Workbook of a plan (.xlsx), or agreement.csv.")
def agreement(place: Path, size: str, seed: str, codings: Path | None, **options: Any) -> None:  # noqa: ANN401
    """Tell how far coders agree: Krippendorff's alpha and percent agreement, for each question.

    Over all codings, by language, by year and by pair of coders, the machine against people among them, each alpha with
    an interval of 95 %. With --plan a REGISTRY gives a workbook with the words of some incidents and nothing of how
    they were coded; --codings takes the second coder's answers in.

    \b
    Examples:
      kuzet agreement demo/release -o agreement.csv
      kuzet agreement registry --plan 10% --seed 2024 --coder daniyar --lang kk -o again.xlsx
      kuzet agreement registry --codings again.xlsx --coder daniyar
    """
    from kuzet.commands import agreeing

    wanted = agreeing.Wanted(**options)
    if (size or codings) and not wanted.coder:
        raise click.UsageError("name the second coder with --coder")
    if codings:
        sys.exit(agreeing.take(place, codings, wanted))
    if size:
        return agreeing.plan(place, size, seed, wanted)
    found = agreeing.tell(place, wanted)
    if wanted.as_json:
        click.echo(json.dumps(found, ensure_ascii=False))
    return None


VERBS: Final = (init, import_, template, agreement, account, serve, work, release, backup, restore)
"""In the order in which they are listed."""
