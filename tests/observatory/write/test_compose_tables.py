"""Cases, lists and tables of a report."""

from __future__ import annotations

import msgspec
from tests.observatory.write.bodies import of, text
from tests.observatory.write.small import RELEASE, materials

from kuzet.basis.dates import EventDate
from kuzet.observatory.write.composing.compose import compose
from kuzet.observatory.write.tree import Table, plain


def test_a_case_is_told_with_date_place_people_outcome_and_sources():
    block, *_ = of("{{ cases id=KZ-2024-0003,KZ-2024-0008 }}").blocks
    first, second = block.entries
    assert (first.date, first.place) == ("6 May 2024", "Astana")
    assert plain(first.runs) == "What happened in case 3. People affected: 36."
    assert (
        plain(second.runs).replace("\u00a0", " ")
        == "What happened in case 8. Outcome: Found guilty; fine, 73,840 tenge."
    )
    assert [plain(citation) for citation in second.citations] == ["Dala: Хабар"]


def test_a_text_that_is_missing_in_the_language_is_told_in_another_and_marked():
    (case,) = RELEASE.cases
    began = msgspec.structs.replace(case.steps[0], date=EventDate.parse("2023-10"))
    followed = msgspec.structs.replace(case, steps=(began, *case.steps))
    source = {"title": "title: A\nsubtitle: B\npublisher: C", "report": "{{ list followup }}"}
    _, listing, *_ = compose("en", materials(msgspec.structs.replace(RELEASE, cases=(followed,))), source.get).blocks
    assert [plain(item) for item in listing.items] == ["October 2023: Арест", "6 May 2024: Арест"]
    assert listing.items[0][1].language == "ru"


def test_a_list_of_cases_can_be_cut_and_says_so():
    block, cut, *_ = of("{{ cases limit=2 }}").blocks
    assert [entry.incident for entry in block.entries] == ["KZ-2024-0006", "KZ-2024-0003"]
    assert plain(cut.runs) == "Told here are 2 of the 10 described incidents."


def test_where_no_case_is_described_the_list_says_so():
    assert text("{{ cases method=pretrial_claim }}") == "No incident of this kind is described in the registry."


def test_a_list_without_items_says_so():
    bare = msgspec.structs.replace(RELEASE, indicators=(), sources=(), cases=())
    for name in ("indicators", "sources", "followup"):
        text = {"title": "title: A\nsubtitle: B\npublisher: C", "report": f"{{{{ list {name} }}}}"}
        assert (
            plain(compose("en", materials(bare), text.get).blocks[0].runs) == "Nothing is known of this for the period."
        )


def test_a_table_by_one_field_has_shares_and_says_where_they_miss_a_hundred():
    table, *_ = of("{{ table method category=judicial_economic }}").blocks
    assert [plain(cell) for cell in table.rows[0]] == ["Civil lawsuit", "2", "25%"]
    assert [plain(cell) for cell in table.rows[-1]] == ["Total", "8", ""]
    assert plain(table.note).startswith(
        "Each share is rounded by itself; together they make 103%. 4 of these incidents"
    )


def test_a_table_by_two_fields_has_totals_on_both_sides():
    table, *_ = of("{{ table category by perpetrator }}").blocks
    assert table.caption == "Incidents by category and perpetrator"
    assert [plain(cell) for cell in table.rows[-1]] == ["Total", "7", "5", "2", "14"]
    assert [plain(row[-1]) for row in table.rows] == ["2", "4", "8", "14"]


def test_rows_that_may_overlap_say_so():
    table, *_ = of("{{ table penalty category=judicial_economic }}").blocks
    assert plain(table.note).startswith("An incident may stand in several rows. ")


def test_the_register_lists_every_incident_under_an_anchor():
    table, *_ = of("{{ list incidents }}").blocks
    assert isinstance(table, Table)
    assert len(table.rows) == 14
    assert "incident-KZ-2024-0003" in table.anchors
