"""The command `kuzet`: one thin function per verb, each importing only what its verb needs.

Exit codes: 0 = done, 1 = the work found problems (a bad line, a number that differs), 2 = wrong use.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from kuzet import __version__
from kuzet.basis.errors import KuzetError
from kuzet.cli import collection, publication, registry
from kuzet.cli.options import EDITIONS, FILE, GOLDEN, LANGUAGE, NEW_FILE, NEW_FOLDER, RELEASE


class _Verbs(click.Group):
    """Lists the verbs in the order of the way of the data, and shows every error as one line."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  (click's signature)
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except KuzetError as error:
            raise click.ClickException(str(error)) from None
        except BrokenPipeError:
            sys.stderr.close()  # the reader of our output went away (`| head`): nothing is wrong
            ctx.exit(0)
        except OSError as error:  # a full disk, a file that may not be read or written
            where = f"{error.filename}: " if error.filename else ""
            raise click.ClickException(f"{where}{error.strerror or error}") from None


@click.group(cls=_Verbs, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(__version__, prog_name="kuzet")
def main() -> None:
    """Kuzet: from open sources in Kazakh, Russian and English to an annual report on attacks on media workers.

    \b
    Begin with:
      kuzet demo                        the main job on the bundled sample
      kuzet read documents.jsonl        find and code attacks in your own documents
      kuzet check report.txt            check the numbers of any report
    """


@main.command(short_help="The main job on the bundled sample, without a network.")
@click.argument("folder", type=NEW_FOLDER, default=Path("demo"))
def demo(folder: Path) -> None:
    """The main job on the bundled sample, with no server and no network.

    Reads the sample's documents in three languages, links them, applies the recorded decisions, freezes the release,
    writes the annual report in kk, ru and en as HTML, PDF, DOCX and XLSX, and builds the public site, all into FOLDER
    (default: demo).

    \b
    Example:
      kuzet demo /tmp/kuzet-demo
    """
    from kuzet.commands.demo import run

    run(folder)


for verb in collection.VERBS:
    main.add_command(verb)


@main.command(short_help="Read documents: which report an attack, and how coded.")
@click.argument("file", type=FILE)
@click.option("--json", "as_json", is_flag=True, help="JSON lines, also on a terminal.")
@click.option("--explain", is_flag=True, help="Show each reading with its quotations and the rules that decided.")
@click.option("--model", type=FILE, default=None, help="Models of your own, as `kuzet learn` writes them.")
def read(file: Path, as_json: bool, explain: bool, model: Path | None) -> None:
    """Read documents: which report an attack, and how it is coded.

    FILE holds one document a line: {"id", "text", "lang"?, "published"?, "url"?, "title"?}. One line of reading comes
    out for each. A line that cannot be read is named with its number and reason, the others are read; exit code 1.

    \b
    Examples:
      kuzet read documents.jsonl > readings.jsonl
      kuzet read documents.jsonl --explain
    """
    from kuzet.commands.reading import run

    sys.exit(run(file, model, as_json=as_json, explain=explain))


@main.command(short_help="Train the reader's models again, with floors they must hold.")
@click.argument("registry", type=FILE, nargs=-1, metavar="[DOCUMENTS DECISIONS]")
@GOLDEN
@click.option("--floors", type=FILE, default=None, help="Floors of their figures [default: gates/floors.json beside].")
@click.option("-o", "--output", type=NEW_FILE, required=True, help="File to write the models to.")
@click.option(
    "--keep",
    type=click.Choice(["detection", "alone", "beside"]),
    multiple=True,
    help="A part that stays as the models in use have it; may be given again.",
)
def learn(registry: tuple[Path, ...], golden: Path, floors: Path | None, output: Path, keep: tuple[str, ...]) -> None:
    """Train the reader's models again, from the golden sets and from what analysts decided.

    DOCUMENTS and DECISIONS are JSON lines, as `kuzet read` and the registry have them. Shows what changes on the test
    parts of the golden sets, and writes nothing when a figure falls below its floor; exit code 1.

    \b
    Examples:
      kuzet learn -o model.json
      kuzet learn documents.jsonl decisions.jsonl -o model.json
      kuzet learn --keep detection --keep alone -o model.json
      kuzet read documents.jsonl --model model.json
    """
    from kuzet.commands.learning import Wanted, run

    if len(registry) not in (0, 2):
        raise click.UsageError("DOCUMENTS and DECISIONS go together: give both or none")
    both = (registry[0], registry[1]) if registry else None
    sys.exit(run(Wanted(golden, floors or golden.parent / "gates" / "floors.json", both, output, keep)))


@main.command(short_help="Group documents (or readings) that report one incident.")
@click.argument("file", type=FILE)
@click.option("--json", "as_json", is_flag=True, help="A list of lists of ids.")
@click.option("--explain", is_flag=True, help="Show the evidence for each pair, and what people judged.")
@click.option("--judgements", "log", type=FILE, default=None, help="What people judged, a log of `kuzet judge`.")
def link(file: Path, log: Path | None, as_json: bool, explain: bool) -> None:
    """Group documents (or readings) that report one incident.

    People have the last word: what the log of judgements holds apart is never joined, and what it joins is. Judgements
    that cannot hold together are named.

    \b
    Examples:
      kuzet link documents.jsonl --json
      kuzet read documents.jsonl > readings.jsonl && kuzet link readings.jsonl --explain
      kuzet link readings.jsonl --judgements judgements.jsonl --explain
    """
    from kuzet.commands.linking import run

    sys.exit(run(file, log, as_json=as_json, explain=explain))


@main.command(short_help="Say whether two candidates or incidents are the same.")
@click.argument("log", type=NEW_FILE)
@click.argument("left", required=False)
@click.argument("right", required=False)
@click.argument("verdict", type=click.Choice(["same", "different", "unsure"]), required=False)
@click.option(
    "--kind",
    type=click.Choice(["same_incident", "same_case", "related"]),
    default="same_incident",
    show_default=True,
    help="What the pair is, or is not.",
)
@click.option("--author", metavar="NAME", default=None, help="Who says it.")
@click.option("--reason", metavar="TEXT", default=None, help="Why.")
@click.option(
    "--readings", type=FILE, default=None, help="Note the candidates' words, so that new numbers do not matter."
)
@click.option("--undo", "of", metavar="ID", default=None, help="Take back a judgement, or an undo.")
@click.option("--list", "listed", is_flag=True, help="The history, newest last, and what of it is in force.")
def judge(log: Path, **options: Any) -> None:  # noqa: ANN401  (click passes one keyword for each option)
    """Say whether two candidates or incidents are the same, and take it back.

    LOG is a file of JSON lines that is only ever added to, and made where there is none. LEFT and RIGHT are ids of
    candidates, as `kuzet link --explain` shows them, or of incidents. Of judgements on one pair and kind the latest
    holds; what was judged different is never joined or suggested again until that is undone.

    \b
    Examples:
      kuzet judge judgements.jsonl a#1 b#1 different --author aigul --reason "two hearings" --readings readings.jsonl
      kuzet judge judgements.jsonl a#1 b#1 same --kind same_case --author aigul --reason "appeal of the same fine"
      kuzet judge judgements.jsonl --list
      kuzet judge judgements.jsonl --undo J-3f2a9c01b7de --author aigul --reason "wrong pair"
    """
    from kuzet.commands.judging import Options, run

    sys.exit(run(log, Options(**options)))


@main.command(short_help="Learn what each piece of evidence for a link weighs.")
@click.argument("registry", type=FILE, nargs=-1, metavar="[READINGS JUDGEMENTS]")
@GOLDEN
@click.option("--floors", type=FILE, default=None, help="Floors of their figures [default: gates/floors.json beside].")
@click.option("-o", "--output", type=NEW_FILE, required=True, help="File to write the weights to.")
def weigh(registry: tuple[Path, ...], golden: Path, floors: Path | None, output: Path) -> None:
    """Learn what the evidence for a link weighs, from the golden events and from what people judged.

    READINGS and JUDGEMENTS are JSON lines, as `kuzet read` prints and `kuzet judge` keeps them. Shows each weight as it
    was set by hand, as it is and as it would be, and the figures of the test part; writes nothing when one falls below
    its floor; exit code 1.

    \b
    Examples:
      kuzet weigh -o weights.csv
      kuzet weigh readings.jsonl judgements.jsonl -o weights.csv
    """
    from kuzet.commands.weighing import Wanted, run

    if len(registry) not in (0, 2):
        raise click.UsageError("READINGS and JUDGEMENTS go together: give both or none")
    both = (registry[0], registry[1]) if registry else None
    sys.exit(run(Wanted(golden, floors or golden.parent / "gates" / "floors.json", output, both)))


for verb in registry.VERBS:
    main.add_command(verb)


for verb in publication.VERBS:
    main.add_command(verb)


@main.command(short_help="Check the numbers of any report, ours or not.")
@click.argument("text", type=FILE)
@click.option("--lang", "language", type=LANGUAGE, default=None, help="Language of the text; told from it by default.")
@click.option("--release", type=RELEASE, default=None, help="Judge the counts against this release too.")
@click.option("--country", default=None, help="Country whose monthly index sums of money are judged by, such as kz.")
@click.option("--html", type=NEW_FILE, default=None, help="Write the text with notes in the margin to this file.")
@click.option(
    "--notes",
    type=click.Choice(["kk", "ru", "en"]),
    help="Language of what is found; by default English here and, in the file of --html, the text's own.",
)
@click.option("--json", "as_json", is_flag=True, help="A list of {line, text, kind, verdict, should_be, why}.")
def check(text: Path, **options: Any) -> None:  # noqa: ANN401  (click passes one keyword for each option)
    """Check the numbers of any report, ours or not: totals, shares, changes, ratios, records, tables.

    TEXT is plain text, Markdown, HTML, DOCX or PDF in Kazakh, Russian or English. Each claim is judged from the
    text's own numbers: holds, differs (with what it should be), ambiguous, or cannot be checked (with what is
    missing). Exit code 1 when a number differs.

    \b
    Examples:
      kuzet check report.txt
      kuzet check report.docx --html checked.html
      kuzet check есеп.pdf --notes kk
      kuzet check report.txt --release demo/release --json
    """
    from kuzet.commands.checking import Options, run

    sys.exit(run(text, Options(**options)))


main.add_command(publication.publish)
main.add_command(collection.export)


@main.command(short_help="Prove a release, report, site, archive or registry.")
@click.argument("path", type=RELEASE, metavar="RELEASE|REPORT|SITE|ARCHIVE|BUNDLE|REGISTRY")
@click.option("--release", type=RELEASE, default=None, help="Release of a report [default: `release` beside it].")
@click.option(
    "--checkpoint", type=FILE, default=None, help="Checkpoint of an archive or registry that was kept elsewhere."
)
@click.option("--json", "as_json", is_flag=True, help="For a program: what was found, and of evidence what was proved.")
@EDITIONS
def verify(
    path: Path, release: Path | None, checkpoint: Path | None, editions: tuple[Path, ...], *, as_json: bool
) -> None:
    """Prove a release, a report, a site, an archive, a bundle of evidence or a registry, offline.

    What it is, is told from what stands there. Of a release (a folder or a zip) every SHA-256 is recomputed, and its
    tables are compared with its complete incidents; the first file or column that differs is named. Of a report (HTML,
    PDF, DOCX, XLSX) every figure is recomputed from its release, and every number that can be read in it is compared;
    all that differ, are missing or were added are named. Of the data folder of a collection (ARCHIVE), or a bundle that
    `kuzet export` wrote, every object, line, signature and time-stamp is checked, and their order; of a registry its
    chain of events, and the rows beside them. A checkpoint that was kept elsewhere also shows a cut or an older copy.
    Of a site every file that was altered, added or is missing is named, and with --release, or a manifest.json kept
    elsewhere as --checkpoint, a stale or foreign one. Exit code 1 when anything is named.

    \b
    Examples:
      kuzet verify demo/release
      kuzet verify demo/report.en.html
      kuzet verify report.kk.pdf --release demo/release.zip --json
      kuzet verify data --checkpoint 000012.checkpoint
      kuzet verify evidence.zip
      kuzet verify registry
      kuzet verify site --release demo/release
    """
    from kuzet.commands.verifying import Beside, run

    sys.exit(run(path, Beside(release, editions, checkpoint), as_json=as_json))


if __name__ == "__main__":
    main()
