"""`kuzet read`: any file is survived, bad lines are named, good ones are read."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys

import pytest
from click.testing import CliRunner
from tests.gates.reading import GOLDEN, LANGUAGES, PARTS

from kuzet.cli import main

ATTACK = "Полиция задержала журналиста «Уральской недели» во время съёмки в Уральске 12 мая 2024 года."
LINES = 2_000
SCRIPTS = ["ұсталды", "задержан", "detained", "قازاقستان", "Jurnalistke şabuyl", "記者", "🛑", "\u202e", "a\u0301"]


def odd_line(rng, number):
    """One line of ten kinds, half of them no document at all."""
    text = " ".join(rng.choices(SCRIPTS, k=rng.randint(1, 30)))
    kinds = [
        lambda: b"",
        lambda: rng.randbytes(rng.randint(1, 60)).replace(b"\n", b" ").replace(b"\r", b" "),
        lambda: b'{"id": ' + str(number).encode(),
        lambda: json.dumps([number, text]).encode(),
        lambda: json.dumps({"id": f"n{number}", "text": rng.choice([None, 7, [], "", "  "])}).encode(),
        lambda: json.dumps({"id": f"n{number}", "text": text}, ensure_ascii=False).encode(),
        lambda: json.dumps({"id": f"n{number}", "text": ATTACK + " " + text, "published": "2024-05-13"}).encode(),
        lambda: json.dumps({"id": number, "text": "".join(rng.choices("абвгдеәқө \n.,!?", k=80))}).encode(),
        lambda: json.dumps({"id": f"n{number}", "text": "(" * 50 + ATTACK[: rng.randint(1, 60)]}).encode(),
        lambda: json.dumps({"id": f"n{number}", "text": "0" * rng.randint(1, 500) + " тенге ст. " * 5}).encode(),
    ]
    return rng.choice(kinds)()


@pytest.fixture(scope="module")
def odd_file(tmp_path_factory):
    rng = random.Random(2024)
    lines = [odd_line(rng, number) for number in range(LINES)]
    lines[LINES // 2] = json.dumps({"id": "million", "text": "журналист" * 111_111}).encode()
    lines[LINES // 2 + 1] = json.dumps({"id": "spaces", "text": "журналист задержан " * 5_000}).encode()
    path = tmp_path_factory.mktemp("odd") / "odd.jsonl"
    path.write_bytes(b"\n".join(lines))
    return path


@pytest.fixture(scope="module")
def odd_reading(odd_file):
    """What one process, this one, says of them; below it is compared with what two say."""
    with pytest.MonkeyPatch.context() as alone:
        alone.setattr("os.cpu_count", lambda: 1)
        return CliRunner().invoke(main, ["read", str(odd_file)])


def test_thousands_of_arbitrary_lines_are_survived_with_exit_code_one(odd_reading):
    assert odd_reading.exit_code == 1
    assert odd_reading.exception is None or isinstance(odd_reading.exception, SystemExit)
    assert "Traceback" not in odd_reading.output


def test_every_line_is_either_read_or_named_with_number_and_reason(odd_reading):
    read = [json.loads(line) for line in odd_reading.stdout.splitlines()]
    bad = [line for line in odd_reading.stderr.splitlines() if line.startswith("odd.jsonl, line ")]
    assert len(read) + len(bad) == LINES
    assert odd_reading.stderr.splitlines()[-1] == f"{len(bad)} bad lines set aside"
    assert all(line.partition(": ")[2] for line in bad)


def test_good_lines_among_bad_ones_are_read(odd_reading):
    read = {row["id"]: row for line in odd_reading.stdout.splitlines() for row in [json.loads(line)]}
    assert {"million", "spaces"} <= set(read)
    attacks = [row for row in read.values() if row["is_attack"]]
    assert len(attacks) > LINES / 20


def read(tmp_path, *rows, words=()):
    path = tmp_path / "documents.jsonl"
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    return CliRunner().invoke(main, ["read", str(path), *words])


def test_a_reading_has_the_promised_keys_and_exact_quotations(tmp_path):
    result = read(tmp_path, {"id": "1", "text": ATTACK, "published": "2024-05-13"})
    assert result.exit_code == 0
    row = json.loads(result.stdout)
    promised = {"id", "lang", "is_attack", "score", "category", "methods", "perpetrator", "targets", "place", "region"}
    assert promised | {"date", "legal_articles", "outcome", "candidates"} <= set(row)
    assert (row["lang"], row["is_attack"], row["category"], row["date"]) == (
        "ru",
        True,
        "judicial_economic",
        "2024-05-12",
    )
    for passage in row["candidates"][0]["passages"]:
        assert ATTACK[passage["start"] : passage["end"]] == passage["text"]


def test_a_document_without_an_attack_is_said_to_have_none(tmp_path):
    row = json.loads(read(tmp_path, {"id": "1", "text": "Бүгін Алматыда жаңбыр жауады."}).stdout)
    assert (row["is_attack"], row["category"], row["candidates"]) == (False, None, [])


def test_explain_shows_the_rules_and_the_words(tmp_path):
    shown = read(tmp_path, {"id": "1", "text": ATTACK, "published": "2024-05-13"}, words=["--explain"]).stdout
    assert "candidate 1#1, score" in shown
    assert "category: judicial_economic" in shown
    assert "methods: short_term_detention" in shown


def test_explain_tells_the_language_and_script_of_each_paragraph(tmp_path):
    text = "Сот тілшіге айыппұл салды.\nSud jurnalistga jarima soldi va telefonini oldi.\nThe court fined the editor."
    shown = read(tmp_path, {"id": "1", "text": text}, words=["--explain"]).stdout
    assert "paragraph 1: kk Cyrl  “Сот тілшіге айыппұл салды.”\n" in shown
    assert "paragraph 2: uz Latn  “Sud jurnalistga jarima soldi va telefoni”  not read\n" in shown
    assert "paragraph 3: en Latn  “The court fined the editor.”\n" in shown


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Sud jurnalistga jarima soldi va uning telefoni olib qo‘yildi.", "uz"),
        ("Суд засудив журналістку на п'ять років.", "uk"),
        ("Милиция кызматкерлери редакцияга тинтүү жүргүзүп, компьютерлерди алып кетишти.", "ky"),
        ("记者在北京被捕", "zh"),
    ],
)
def test_a_document_in_none_of_our_languages_is_named_and_set_aside(tmp_path, text, language):
    done = read(tmp_path, {"id": "d1", "text": text})
    assert (json.loads(done.stdout)["lang"], json.loads(done.stdout)["is_attack"]) == (language, False)
    assert f"d1: in {language}, not in kk, ru or en: set aside" in done.stderr
    assert done.exit_code == 0


def test_a_document_with_one_paragraph_of_ours_is_not_said_to_be_set_aside(tmp_path):
    uzbek = "Sud jurnalistga jarima soldi va uning telefoni olib qo‘yildi. Muharrir bu haqda ertalab xabar berdi."
    done = read(tmp_path, {"id": "d1", "text": f"{uzbek}\nГазета выходит по пятницам и рассказывает о новостях."})
    assert json.loads(done.stdout)["lang"] == "uz"
    assert "set aside" not in done.stderr


def read_in_a_process_of_its_own(path, *, seed, processes):
    """The bytes that `kuzet read` prints when Python orders its sets by this seed, on so many processes."""
    code = f"import os; os.cpu_count = lambda: {processes}; from kuzet.cli import main; main(['read', {str(path)!r}])"
    environment = {**os.environ, "PYTHONHASHSEED": str(seed), "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=False)
    return done.returncode, done.stdout, done.stderr


def test_documents_and_odd_lines_give_the_same_bytes_for_any_order_of_sets_on_one_and_on_two_processes(
    tmp_path, odd_file
):
    path = tmp_path / "golden.jsonl"
    files = [GOLDEN / language / f"{part}.jsonl" for language in LANGUAGES for part in PARTS]
    golden = [line for file in files for line in file.read_bytes().splitlines(keepends=True)[:20]]
    odd = odd_file.read_bytes().split(b"\n")[:250]
    path.write_bytes(b"".join([*golden, b"\n".join(odd)]))
    code, read, told = read_in_a_process_of_its_own(path, seed=1, processes=1)
    assert code == 1, told.decode()
    assert read.count(b"\n") > len(golden) > 100, "more than one batch, so that work is shared"
    assert read.count(b"\n") + told.count(b"golden.jsonl, line ") == len(golden) + len(odd)
    assert read_in_a_process_of_its_own(path, seed=2, processes=2) == (code, read, told)


@pytest.mark.parametrize("verb", ["read", "link"])
def test_an_empty_file_is_said_to_hold_no_documents(tmp_path, verb):
    path = tmp_path / "empty.jsonl"
    path.write_bytes(b"")
    result = CliRunner().invoke(main, [verb, str(path)])
    assert (result.exit_code, result.stderr) == (0, "empty.jsonl: no documents: the file is empty\n")
