"""Which country is meant where none is told."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest


def home(**more: str) -> str:
    environment = {key: value for key, value in os.environ.items() if key != "KUZET_COUNTRY"} | more
    code = "from kuzet.basis.home import HOME; print(HOME)"
    return subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    ).stdout


@pytest.mark.parametrize(("told", "meant"), [({}, "kz\n"), ({"KUZET_COUNTRY": "ky"}, "ky\n")])
def test_the_environment_tells_the_country_and_kazakhstan_is_it_otherwise(told, meant):
    assert home(**told) == meant


def test_a_country_without_a_pack_is_an_error_that_names_those_with_one(tmp_path):
    (tmp_path / "a.jsonl").write_text('{"id": "a", "text": "A journalist was beaten."}\n', "utf-8")
    environment = {**os.environ, "KUZET_COUNTRY": "xx"}
    command = [sys.executable, "-m", "kuzet", "read", str(tmp_path / "a.jsonl")]
    found = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert found.returncode != 0
    assert found.stderr == "Error: 'xx' is not a country with a pack (kz)\n"
