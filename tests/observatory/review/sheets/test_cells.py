"""One cell by itself; the cases are data, one line each."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from kuzet.observatory.review.sheets import FIELDS, cells
from kuzet.observatory.review.sheets.fields import fold
from kuzet.observatory.review.sheets.findings import Unfit, wordings


def cases(name):
    with (Path(__file__).parent / name).open(encoding="utf-8", newline="") as file:
        return [pytest.param(*row.values(), id=f"{row['field']}-{row['text']}") for row in csv.DictReader(file)]


@pytest.mark.parametrize(("field", "text", "values"), cases("cells.csv"))
def test_a_cell_says(pack, field, text, values):
    assert "|".join(cells.values(FIELDS[field], text, pack)) == values


@pytest.mark.parametrize(("field", "text", "what"), cases("unfit.csv"))
def test_a_cell_is_unfit(pack, field, text, what):
    with pytest.raises(Unfit) as caught:
        cells.values(FIELDS[field], text, pack)
    assert caught.value.what == what
    assert what in wordings()


def test_a_label_is_known_however_it_is_typed(pack):
    assert fold("Өңірі:") == fold("онири")
    assert pack.code("target_kinds", "ЖУРНАЛИСТ") == "journalist"


def test_a_wrong_code_is_told_with_the_nearest_one(pack):
    with pytest.raises(Unfit) as caught:
        pack.code("target_kinds", "jurnalist")
    assert caught.value.near == "journalist"


def test_every_label_of_the_codebook_names_its_code(pack):
    tables = sorted({field.table for field in FIELDS.values() if field.table})
    wrong = [
        (table, text)
        for table in tables
        for code, row in pack.book.table(table).items()
        for _, text in row.label.known()
        if pack.code(table, text) != code
    ]
    assert wrong == []


def test_a_huge_cell_is_unfit(pack):
    with pytest.raises(Unfit) as caught:
        cells.values(FIELDS["title_ru"], "а" * 32_768, pack)
    assert (caught.value.what, caught.value.near) == ("too_long", "32767")
