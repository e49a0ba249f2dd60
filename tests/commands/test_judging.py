"""`kuzet judge`: a log that is only ever added to, its history, and what `kuzet link` makes of it."""

from __future__ import annotations

import json
import re
import subprocess
import sys

import pytest
from click.testing import CliRunner

from kuzet.basis.judgement import Judgement, LinkKind, Verdict
from kuzet.basis.word import from_json
from kuzet.cli import main
from kuzet.commands import judgements

BEATEN = "Journalist Yerlan Tortai was beaten by a guard at a market in Kostanay on March 14, 2025."
DOCUMENTS = [
    {"id": "a", "text": BEATEN, "published": "2025-03-15"},
    {
        "id": "b",
        "text": "Журналист Ерлан Тортай избит 14 марта 2025 года на рынке в Костанае. Охранник ударил его.",
        "published": "2025-03-15",
    },
    {
        "id": "e",
        "text": "Journalist Yerlan Tortai was fined by a court in Kostanay on May 20, 2025 for an illegal rally.",
        "published": "2025-05-21",
    },
]
SIGNED = ("--author", "aigul", "--reason", "read both")


@pytest.fixture(scope="module")
def readings(tmp_path_factory):
    folder = tmp_path_factory.mktemp("readings")
    (folder / "d.jsonl").write_text("".join(json.dumps(one) + "\n" for one in DOCUMENTS))
    path = folder / "readings.jsonl"
    path.write_text(CliRunner().invoke(main, ["read", str(folder / "d.jsonl"), "--json"]).stdout, "utf-8")
    return path


@pytest.fixture
def log(tmp_path):
    return tmp_path / "log.jsonl"


def judge(log, *words, code=0):
    made = CliRunner().invoke(main, ["judge", str(log), *words])
    assert made.exit_code == code, made.output
    return made


def link(readings, log, *options):
    return CliRunner().invoke(main, ["link", str(readings), "--judgements", str(log), *options])


def entries(log):
    return [json.loads(line) for line in log.read_text("utf-8").splitlines()]


def renumbered(readings, tmp_path):
    """The readings of a better reader, which found another candidate before the one of `b`."""
    lines = [json.loads(line) for line in readings.read_text("utf-8").splitlines()]
    (one,) = lines[1]["candidates"]
    other = json.loads(json.dumps(one).replace("b#1", "b#2"))
    one["passages"] = [{**one["passages"][0], "text": "Редактор Ван Цзи избит."}]
    one["coding"]["targets"] = [{"value": {"name": {"ru": "Ван Цзи"}, "kind": "editor"}}]
    lines[1]["candidates"] = [one, other]
    path = tmp_path / "renumbered.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    return path


def test_a_judgement_is_one_line_with_who_when_why_and_an_id(log):
    told = judge(log, "b#1", "a#1", "different", "--kind", "same_case", *SIGNED).stdout
    one = from_json(log.read_text("utf-8"), Judgement)
    assert (one.left, one.right, one.kind, one.verdict) == ("a#1", "b#1", LinkKind.SAME_CASE, Verdict.NEGATIVE)
    assert (one.author.id, one.reason, one.at.utcoffset().seconds) == ("aigul", "read both", 0)
    assert told == f"a#1 - b#1  of different cases, aigul ({one.at:%Y-%m-%d}): read both  [{one.id}]\n"


def test_what_was_judged_different_is_linked_no_more_and_again_when_that_is_undone(readings, log):
    judge(log, "a#1", "b#1", "different", *SIGNED)
    assert json.loads(link(readings, log, "--json").stdout) == [["a"], ["b"], ["e"]]
    judge(log, "--undo", entries(log)[0]["id"], *SIGNED)
    assert json.loads(link(readings, log, "--json").stdout) == [["a", "b"], ["e"]]
    judge(log, "--undo", entries(log)[1]["id"], *SIGNED)
    assert json.loads(link(readings, log, "--json").stdout) == [["a"], ["b"], ["e"]]
    assert len(entries(log)) == 3


def test_what_was_judged_the_same_is_linked_whatever_the_machine_says(readings, log):
    judge(log, "a#1", "e#1", "same", *SIGNED)
    assert json.loads(link(readings, log, "--json").stdout) == [["a", "b", "e"]]


def test_a_rejected_pair_stays_rejected_when_its_candidates_are_numbered_otherwise(readings, log, tmp_path):
    judge(log, "a#1", "b#1", "different", "--readings", str(readings), *SIGNED)
    assert entries(log)[0]["left_words"] == {"document": "a", "quote": BEATEN}
    told = link(renumbered(readings, tmp_path), log, "--explain").stdout
    assert re.search(r"^    a#1 - b#2  different, aigul \(.*\): read both", told, re.MULTILINE)
    assert not re.search(r"^\d+: .*a#1 .*b#2", told, re.MULTILINE)


def test_the_words_noted_are_those_that_no_other_candidate_of_the_document_shares(log, tmp_path):
    coding = {"subject": "d#1", "coder": {"id": "m"}, "codebook": "2024.1"}
    shared = [
        {"coding": coding, "passages": [{"text": "Both were hit."}, {"text": "Ana fell."}]},
        {"coding": {**coding, "subject": "d#2"}, "passages": [{"text": "Both were hit."}]},
    ]
    path = tmp_path / "shared.jsonl"
    path.write_text(json.dumps({"id": "d", "candidates": shared}) + "\n")
    judge(log, "d#1", "d#2", "different", "--readings", str(path), *SIGNED)
    (one,) = entries(log)
    assert (one["left_words"]["quote"], one["right_words"]["quote"]) == ("Ana fell.", "Both were hit.")


def test_a_candidate_that_is_not_in_the_readings_is_refused_and_an_incident_has_no_words(readings, log):
    told = judge(log, "a#7", "b#1", "same", "--readings", str(readings), *SIGNED, code=1).output
    assert told == "Error: --readings: 'a#7' is not a candidate with its words in readings.jsonl\n"
    assert not log.exists()
    judge(log, "KZ-2024-0001", "b#1", "same", "--readings", str(readings), *SIGNED)
    assert "left_words" not in entries(log)[0]


def test_explain_shows_who_judged_what_when_and_why_cases_contradictions_and_what_is_dormant(readings, log):
    judge(log, "a#1", "b#1", "same", *SIGNED)
    judge(log, "a#1", "e#1", "different", "--author", "bolat", "--reason", "a fine")
    judge(log, "b#1", "e#1", "same", *SIGNED)
    judge(log, "a#1", "z#1", "unsure", *SIGNED)
    day = entries(log)[0]["at"][:10]
    told = re.sub(r"J-\w{12}", "J-1", link(readings, log, "--explain").stdout)
    assert f"\njudged:\n    a#1 - b#1  the same, aigul ({day}): read both  [J-1]\n" in told
    assert f"\n    a#1 - e#1  different, bolat ({day}): a fine  [J-1]\n" in told
    assert (
        f"\ncontradiction: aigul ({day}) judged b#1 and e#1 the same, but that joins a#1 and e#1, which bolat ({day}) "
        "judged different\n"
    ) in told
    assert f"\ndormant: aigul ({day}) judged a#1 and z#1 unsure whether the same: z#1 is not here  [J-1]\n" in told


def test_explain_shows_the_groups_of_a_case_and_those_that_are_related(readings, log):
    judge(log, "a#1", "e#1", "same", "--kind", "same_case", *SIGNED)
    judge(log, "b#1", "e#1", "same", "--kind", "related", *SIGNED)
    told = link(readings, log, "--explain").stdout
    assert "\ncase: a#1 b#1 + e#1\n" in told
    assert "\nrelated: a#1 b#1 + e#1\n" in told


def test_a_suggested_pair_is_shown_with_kind_and_reason_and_never_again_once_it_was_judged(readings, log, monkeypatch):
    for module in ("compare", "group"):
        monkeypatch.setattr(sys.modules[f"kuzet.observatory.link.{module}"], "LINKED", 99.0)  # nothing links by itself
    judge(log, "a#1", "z#1", "unsure", *SIGNED)
    told = link(readings, log, "--explain").stdout.partition("suggested:\n")[2]
    assert re.search(r"^    a#1 - b#1  \+\d.*  same incident$", told, re.MULTILINE)
    assert re.search(r"^ +kind +the same people, too little else to be sure: to be read$", told, re.MULTILINE)
    judge(log, "a#1", "b#1", "different", *SIGNED)
    assert "a#1 - b#1  +" not in link(readings, log, "--explain").stdout


def test_contradictions_are_named_beside_the_groups_which_stay_as_they_are(readings, log):
    judge(log, "a#1", "b#1", "different", *SIGNED)
    told = judge(log, "b#1", "e#1", "same", *SIGNED)
    assert told.stderr == ""
    told = judge(log, "a#1", "e#1", "same", *SIGNED)
    assert told.stderr.count("contradiction: aigul") == 1
    told = judge(log, "e#1", "z#1", "same", *SIGNED)
    assert told.stderr == ""
    made = link(readings, log, "--json")
    assert "contradiction: aigul" in made.stderr
    assert "contradiction" not in made.stdout
    assert made.exit_code == 0


def test_what_an_undo_brings_back_is_told_when_it_contradicts(log):
    judge(log, "a#1", "b#1", "different", *SIGNED)
    ident = entries(log)[0]["id"]
    judge(log, "--undo", ident, *SIGNED)
    judge(log, "a#1", "e#1", "same", *SIGNED)
    assert judge(log, "b#1", "e#1", "same", *SIGNED).stderr == ""
    told = judge(log, "--undo", entries(log)[1]["id"], *SIGNED)
    assert told.stderr.count("contradiction: aigul") == 1


def test_the_history_is_listed_newest_last_with_what_is_in_force(log):
    for verdict in ("different", "same", "unsure"):
        judge(log, "a#1", "b#1", verdict, *SIGNED)
    judge(log, "--undo", entries(log)[2]["id"], "--author", "bolat", "--reason", "not\x1b[2J mine\nto say")
    ids = [one["id"] for one in entries(log)]
    rows = [re.split("  +", line)[1:] for line in judge(log, "--list").stdout.splitlines()]
    assert rows == [
        [ids[0], "aigul", "a#1 - b#1: different", f"replaced by {ids[1]}", "read both"],
        [ids[1], "aigul", "a#1 - b#1: the same", "in force", "read both"],
        [ids[2], "aigul", "a#1 - b#1: unsure whether the same", f"undone by {ids[3]}", "read both"],
        [ids[3], "bolat", f"undo of {ids[2]}", "in force", "not [2J mine to say"],
    ]


def test_a_judgement_on_other_words_replaces_none_though_the_numbers_are_the_same(log, readings, tmp_path):
    judge(log, "a#1", "b#1", "different", "--readings", str(readings), *SIGNED)
    judge(log, "a#1", "b#1", "same", "--readings", str(renumbered(readings, tmp_path)), *SIGNED)
    told = judge(log, "a#1", "b#2", "unsure", "--readings", str(renumbered(readings, tmp_path)), *SIGNED).stdout
    ids = [one["id"] for one in entries(log)]
    assert re.findall(r"^replaces .*\[(.*)\]$", told, re.MULTILINE) == [ids[0]]
    states = [re.split("  +", line)[4] for line in judge(log, "--list").stdout.splitlines() if "J-" in line]
    assert states == [f"replaced by {ids[2]}", "in force", "in force"]


def test_a_new_judgement_tells_which_earlier_one_it_replaces(log):
    judge(log, "a#1", "b#1", "different", *SIGNED)
    told = judge(log, "a#1", "b#1", "same", "--author", "bolat", "--reason", "one guard").stdout
    assert re.search(r"\nreplaces a#1 - b#1  different, aigul \(.*\): read both  \[J-\w{12}\]\n$", told)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ((), "give LEFT RIGHT VERDICT to judge a pair, or --undo ID, or --list"),
        (("--list", "--undo", "J-1"), "give LEFT RIGHT VERDICT to judge a pair, or --undo ID, or --list"),
        (("a#1", "b#1", *SIGNED), "a judgement has LEFT, RIGHT and one of same, different, unsure"),
        (("a#1", "b#1", "maybe", *SIGNED), "'maybe' is not one of 'same', 'different', 'unsure'"),
        (("a#1", "b#1", "same", "--reason", "x"), "Missing option '--author'"),
        (("a#1", "b#1", "same", "--author", "x", "--reason", " "), "Missing option '--reason'"),
        (("--undo", "J-1", "--author", "x"), "Missing option '--reason'"),
        (("--list",), "log.jsonl is no file"),
    ],
)
def test_wrong_use_is_exit_code_two_with_the_reason_and_writes_nothing(log, words, message):
    assert message in judge(log, *words, code=2).output
    assert not log.exists()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("a#1", "a#1", "same"), "link: 'a#1' is not another id than the left one: nothing is linked with itself"),
        ((" ", "a#1", "same"), "LEFT: ' ' is not a text that is not empty"),
        (("a\udcff#1", "a#1", "same"), r"LEFT: 'a\udcff#1' is not text in UTF-8"),
        (("--undo", "J-1"), "--undo: 'J-1' is not the id of an entry of log.jsonl: there is no such file"),
    ],
)
def test_what_cannot_stand_in_the_log_is_one_line_and_writes_nothing(log, words, message):
    assert judge(log, *words, *SIGNED, code=1).output == f"Error: {message}\n"
    assert not log.exists()


def test_only_what_is_there_and_in_force_can_be_undone(log):
    judge(log, "a#1", "b#1", "same", *SIGNED)
    told = judge(log, "--undo", "J-1", *SIGNED, code=1).output
    assert told == "Error: --undo: 'J-1' is not the id of an entry of log.jsonl\n"
    ident = entries(log)[0]["id"]
    judge(log, "--undo", ident, *SIGNED)
    by = entries(log)[1]["id"]
    told = judge(log, "--undo", ident, *SIGNED, code=1).output
    assert told == f"Error: {ident} is undone already by {by}; to bring it back, undo {by}\n"
    assert len(entries(log)) == 2


GOOD = (
    '{"left":"a#1","right":"b#1","kind":"same_incident","verdict":"negative","author":{"id":"x"},'
    '"at":"2025-01-01T00:00:00Z","id":"J-1"}'
)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{]", "readable"),
        ('{"left":"a"', "readable"),
        ('{"left":' + "[" * 100_000, "nested too deeply"),
        ("\udcff", "UTF-8 text (byte 1)"),
        ("[7]", "Expected `object`, got `array`"),
        (GOOD.replace("a#1", "c#1"), "'b#1' is not behind the left id, c#1: the two stand in order"),
        (GOOD.replace("00Z", "00"), "a moment with its offset from UTC"),
        (GOOD.replace("negative", "never"), "Invalid enum value 'never'"),
        (GOOD.replace("b#1", "c#1"), "an id that stands for one entry"),
        ('{"of":"J-9","author":{"id":"x"},"at":"2025-01-01T00:00:00Z"}', "the id of an entry of this log"),
        ('{"of":7,"author":{"id":"x"},"at":"2025-01-01T00:00:00Z"}', "Expected `str`, got `int`"),
    ],
)
def test_bad_lines_of_a_log_are_named_and_the_others_hold(readings, log, line, reason):
    log.write_bytes(f"\n{GOOD}\n\n".encode() + line.encode("utf-8", "surrogateescape") + b"\n")
    made = link(readings, log, "--json")
    assert json.loads(made.stdout) == [["a"], ["b"], ["e"]]
    assert re.match(f"log.jsonl, line 4: .*{re.escape(reason)}", made.stderr)
    assert made.stderr.endswith("1 bad line set aside\n")
    assert made.exit_code == 1
    assert "log.jsonl, line 4: " in judge(log, "--list", code=1).stderr
    assert "log.jsonl, line 4: " in judge(log, "b#1", "e#1", "unsure", *SIGNED).stderr


def test_a_log_saved_by_a_text_editor_is_read(log):
    log.write_bytes(b"\xef\xbb\xbf" + GOOD.encode() + b"\r\n")
    assert [one.id for one in judgements.read(log).entries] == ["J-1"]


def test_judging_loads_no_reader():
    code = "import sys; from kuzet.commands import judging\nprint('kuzet.observatory.detect' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert told == "False\n"


def test_the_history_on_a_terminal_is_a_table(log, monkeypatch):
    judge(log, "a#1", "b#1", "same", "--author", "a[red]x", "--reason", "read both")
    monkeypatch.setattr("kuzet.commands.judging.is_terminal", lambda: True)
    told = judge(log, "--list").stdout
    assert "reason" in told.splitlines()[1]
    assert "a[red]x" in told
