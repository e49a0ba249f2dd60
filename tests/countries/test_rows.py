"""Reading the files of a pack: what a cell means, and what is said of a bad one."""

from pathlib import Path

import pytest
from msgspec import Struct

from kuzet.basis.dates import PartialDate
from kuzet.basis.errors import BadInput, Missing
from kuzet.countries.records import Names, Words
from kuzet.countries.rows import read_table


class Thing(Struct, frozen=True):
    name: Names
    stems: Words
    aliases: tuple[str, ...]
    where: dict[str, str]
    known: bool
    size: int | None
    since: PartialDate | None


HEADER = "name_kk,name_ru,name_en,stems_kk,stems_ru,stems_en,aliases,where,known,size,since"
ROW = "бір,один,one,бір,один|одн,,a|b,year=2024;kind=x,yes,7,2020-07"


def table(folder: Path, *rows: str, header: str = HEADER) -> tuple[Thing, ...]:
    (folder / "things.csv").write_text("\n".join((header, *rows)) + "\n", "utf-8")
    return read_table(folder, "things.csv", Thing)


def test_a_row_becomes_a_record_with_lists_pairs_truth_and_partial_dates(tmp_path):
    (thing,) = table(tmp_path, ROW)
    assert thing.name == Names(kk="бір", ru="один", en="one")
    assert thing.stems.all() == ("бір", "один", "одн")
    assert thing.aliases == ("a", "b")
    assert thing.where == {"year": "2024", "kind": "x"}
    assert thing.known is True
    assert thing.size == 7
    assert thing.since == PartialDate(2020, 7)


def test_an_empty_cell_of_an_optional_field_is_unknown(tmp_path):
    (thing,) = table(tmp_path, "a,b,c,,,,,,no,,")
    assert (thing.size, thing.since, thing.aliases, thing.where) == (None, None, (), {})


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (ROW.replace("yes", "maybe"), "things.csv, line 2, column known: 'maybe' is not yes or no"),
        (
            ROW.replace("year=2024", "year"),
            "things.csv, line 2, column where: 'year;kind=x' is not key=value;key=value",
        ),
        (ROW + ",more", "is not a row of 11 cells"),
        (ROW.replace("7,2020", "seven,2020"), "is not a row of Thing (Expected `int | null`"),
        (ROW.replace("2020-07", "2020-13"), "is not a row of Thing (13 is not a month from 1 to 12)"),
    ],
)
def test_a_bad_cell_is_named_with_file_line_and_what_was_expected(tmp_path, row, message):
    with pytest.raises(BadInput) as caught:
        table(tmp_path, row)
    assert message in str(caught.value)
    assert "things.csv, line 2" in str(caught.value)


def test_a_header_with_other_columns_is_refused(tmp_path):
    with pytest.raises(BadInput, match=r"things\.csv, line 1: .* is not the header name_kk,name_ru"):
        table(tmp_path, header="name,stems")


def test_a_file_that_is_not_there_is_missing(tmp_path):
    with pytest.raises(Missing, match=r"file things\.csv is not there"):
        read_table(tmp_path, "things.csv", Thing)
