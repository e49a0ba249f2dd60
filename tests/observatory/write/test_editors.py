"""The editors' own parts: what stands in their folder is used or refused, and never left out in silence."""

from __future__ import annotations

import pytest

from kuzet.basis.errors import BadInput
from kuzet.basis.names import LANGUAGES
from kuzet.observatory.write.composing.compose import names, parts


def made(folder, **files):
    for name, text in files.items():
        (folder / name.replace("__", ".")).write_text(text, "utf-8")
    return folder


def refusal(folder, language="en"):
    with pytest.raises(BadInput) as error:
        parts(language, folder)
    return str(error.value)


def test_a_part_of_the_folder_replaces_the_shipped_one_and_the_others_are_shipped(tmp_path):
    source = parts("en", made(tmp_path, findings__txt="# Ours {findings}"))
    assert source("findings") == "# Ours {findings}"
    assert source("title") == parts("en")("title")


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("finding.txt", "findings"),
        ("metodology.txt", "methodology"),
        ("Findings.txt", "findings"),
        ("findings.md", "findings"),
    ],
)
def test_a_part_under_another_name_is_refused_with_the_nearest_one_and_all_of_them(tmp_path, name, near):
    (tmp_path / name).write_text("words that would vanish", "utf-8")
    told = refusal(tmp_path)
    assert told.startswith(f"{tmp_path}: '{name}' is not a part of the report (analysis.txt, annexes.txt, ")
    assert told.endswith(f"; did you mean {near}.txt?")


def test_a_name_that_is_like_none_is_refused_with_the_list_alone(tmp_path):
    assert refusal(made(tmp_path, findings__txt="x", zzz__txt="y")).endswith(", situation.txt, title.txt)")


def test_a_part_of_ones_own_is_right_where_another_part_includes_it(tmp_path):
    made(tmp_path, findings__txt="# F {findings}\n\n{% include year_words %}\n", year_words__txt="Words of the year.")
    assert parts("en", tmp_path)("year_words") == "Words of the year."


def test_files_that_are_nobodys_part_do_no_harm(tmp_path):
    made(tmp_path, findings__txt="x", notes__md="to be done", __hidden__txt="")
    assert parts("en", tmp_path)("findings") == "x"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_folder_without_any_part_is_refused_and_the_folder_of_the_language_in_it_named(tmp_path, language):
    assert refusal(tmp_path, language).startswith(
        f"--templates: '{tmp_path}' is not a folder with a part of the report"
    )
    (tmp_path / language).mkdir()
    assert refusal(tmp_path, language).endswith(f"did you mean {tmp_path / language}?")


def test_a_part_that_is_not_in_utf_8_is_one_line(tmp_path):
    (tmp_path / "findings.txt").write_bytes("Итоги".encode("windows-1251"))
    assert refusal(tmp_path) == f"{tmp_path}: 'findings.txt' is not a text in UTF-8 (byte 1)"


def test_every_language_has_the_same_parts():
    assert names("kk") == names("ru") == names("en")
