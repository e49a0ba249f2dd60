"""Documentation cannot lie about what can be listed."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from kuzet.cli import main

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
README = (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_of_a_page_leads_to_a_file(page):
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("verb", sorted(main.commands))
def test_every_verb_is_told_in_the_readme(verb):
    assert f"`kuzet {verb}" in README


@pytest.mark.parametrize("verb", sorted(main.commands))
def test_every_verb_shows_an_example(verb):
    assert f"kuzet {verb} " in main.commands[verb].help


def test_ci_runs_the_commands_of_the_readme():
    commands = re.findall(r"^make \w+", README, re.MULTILINE)
    ci = (ROOT / ".ci" / "run").read_text("utf-8")
    assert commands == ["make demo", "make test"]
    assert all(f"\n{command}\n" in ci for command in [*commands, "make check"])


def test_the_four_kinds_of_pages_are_there():
    assert all(list((ROOT / "docs" / kind).glob("*.md")) for kind in ("tutorial", "how-to", "reference", "explanation"))


def test_no_committed_file_names_a_registry_or_a_path_of_a_machine():
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split(
        "\n"
    )
    hosts = [r"files\.python" + "hosted", "py" + r"pi\.org", "registry" + r"\.npm", "/wo" + "rk/(?:main|shared|notes)", "/ro" + "ot/"]
    forbidden = re.compile("|".join(hosts))
    found = []
    for name in filter(None, listed):
        text = (ROOT / name).read_bytes().decode("utf-8", "replace") if (ROOT / name).is_file() else ""
        found += [f"{name}: {match[0]}" for match in forbidden.finditer(text)]
    assert found == []
