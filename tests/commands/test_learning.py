"""`kuzet learn` trains from golden sets and decisions, says what changes, and refuses what lowers a floor."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.builders import decision, document

from kuzet.basis.incident import Verb
from kuzet.basis.word import to_json
from kuzet.cli import main
from kuzet.commands.learning import decided
from kuzet.language.vocabulary import models

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def golden(tmp_path_factory) -> Path:
    """Golden sets of twenty-four documents a language, and floors that are easily met."""
    folder = tmp_path_factory.mktemp("golden")
    for language in ("kk", "ru", "en"):
        (folder / language).mkdir()
        for part in ("train", "test"):
            rows = (ROOT / "tests" / "golden" / language / f"{part}.jsonl").read_text("utf-8").splitlines()[:24:2]
            (folder / language / f"{part}.jsonl").write_text("\n".join(rows) + "\n", "utf-8")
    return folder


def _learn(golden: Path, floors: dict, output: Path, *more: str):
    path = output.parent / "floors.json"
    path.write_text(json.dumps(floors), "utf-8")
    arguments = ["learn", *more, "--golden", str(golden), "--floors", str(path), "-o", str(output)]
    return CliRunner().invoke(main, arguments)


@pytest.fixture(scope="module")
def learned(golden, tmp_path_factory) -> Path:
    """The model of those golden sets."""
    path = tmp_path_factory.mktemp("learned") / "model.json"
    result = _learn(golden, {}, path)
    assert result.exit_code == 0, result.output
    return path


def test_a_model_is_written_with_what_it_was_trained_on(learned) -> None:
    made = models.read(learned)
    assert made.trained == "36 golden documents and 0 decided ones"
    assert made.classifier.weights


def test_the_same_examples_make_the_same_bytes(golden, learned, tmp_path) -> None:
    assert _learn(golden, {}, tmp_path / "again.json").exit_code == 0
    assert (tmp_path / "again.json").read_bytes() == learned.read_bytes()


def test_parts_that_are_kept_stay_as_the_models_in_use_have_them_and_the_file_says_so(
    golden, learned, tmp_path
) -> None:
    result = _learn(golden, {}, tmp_path / "kept.json", "--keep", "detection", "--keep", "alone")
    assert result.exit_code == 0, result.output
    made, before, anew = models.read(tmp_path / "kept.json"), models.shipped(), models.read(learned)
    assert made.trained == "36 golden documents and 0 decided ones; as before: alone, detection"
    assert (made.classifier, made.trust, made.even, made.alone) == (
        before.classifier,
        before.trust,
        before.even,
        before.alone,
    )
    assert (made.beside, made.method_words) == (anew.beside, anew.method_words)


def test_a_part_that_is_none_is_refused_with_the_parts_there_are(golden, tmp_path) -> None:
    result = _learn(golden, {}, tmp_path / "model.json", "--keep", "words")
    assert result.exit_code == 2
    assert "'words' is not one of 'detection', 'alone', 'beside'" in result.output


def test_a_model_that_lowers_a_floor_is_refused_and_nothing_is_written(golden, tmp_path) -> None:
    result = _learn(golden, {"kk/test": {"detection": 1.01}}, tmp_path / "model.json")
    assert result.exit_code == 1
    assert "refused: kk/test/detection: " in result.output
    assert "is under its floor 1.01" in result.output
    assert not (tmp_path / "model.json").exists()


def test_decisions_of_analysts_are_learned_from_too(golden, tmp_path) -> None:
    sample = ROOT / "src" / "kuzet" / "countries" / "kz" / "sample"
    texts = tmp_path / "documents.jsonl"
    lines = [path.read_text("utf-8") for path in sorted((sample / "documents").glob("*.jsonl"))]
    texts.write_text("".join(lines), "utf-8")
    result = _learn(golden, {}, tmp_path / "model.json", str(texts), str(sample / "decisions.jsonl"))
    assert result.exit_code == 0, result.output
    assert models.read(tmp_path / "model.json").trained == "36 golden documents and 173 decided ones"


def test_a_decision_that_was_undone_teaches_nothing(tmp_path) -> None:
    texts, decisions = tmp_path / "documents.jsonl", tmp_path / "decisions.jsonl"
    texts.write_text(to_json(document()) + "\n", "utf-8")
    undo = decision("D-2", Verb.UNDO, incident="", of="D-1", passages=())
    decisions.write_text(to_json(decision()) + "\n", "utf-8")
    assert [one.is_attack for one in decided(texts, decisions)] == [True]
    decisions.write_text(f"{to_json(undo)}\n{to_json(decision())}\n", "utf-8")
    assert decided(texts, decisions) == []


def test_documents_without_decisions_are_wrong_use(golden, tmp_path) -> None:
    result = CliRunner().invoke(main, ["learn", __file__, "-o", str(tmp_path / "m.json"), "--golden", str(golden)])
    assert result.exit_code == 2
    assert "DOCUMENTS and DECISIONS go together" in result.output


def test_a_folder_without_golden_sets_is_named(tmp_path) -> None:
    result = _learn(tmp_path, {}, tmp_path / "model.json")
    assert result.exit_code == 1
    assert "is not a golden set: <language>/train.jsonl and test.jsonl" in result.output


def test_a_model_of_ones_own_is_read_with(learned, tmp_path) -> None:
    texts = tmp_path / "documents.jsonl"
    texts.write_text('{"id": "a", "text": "Полиция задержала блогера Айбека Нурова в Таразе."}\n', "utf-8")
    result = CliRunner().invoke(main, ["read", str(texts), "--json", "--model", str(learned)])
    assert result.exit_code == 0
    assert json.loads(result.output)["id"] == "a"


def test_a_golden_row_that_is_none_is_named_with_its_line(tmp_path) -> None:
    (tmp_path / "kk").mkdir()
    (tmp_path / "kk" / "train.jsonl").write_text('{"id": "a"}\n', "utf-8")
    result = _learn(tmp_path, {}, tmp_path / "model.json")
    assert result.exit_code == 1
    assert "train.jsonl, line 1: " in result.output
    assert "is not a golden document: it has no text, is_attack" in result.output


def test_floors_that_are_none_are_refused(golden, tmp_path) -> None:
    result = _learn(golden, {"kk/test": 0.9}, tmp_path / "model.json")
    assert result.exit_code == 1
    assert "floors by set and variable" in result.output
    assert not (tmp_path / "model.json").exists()
