from __future__ import annotations

from datetime import date
from importlib.resources import files

import pytest

from kuzet.basis import codebook as codebooks
from kuzet.basis.coding import Penalty, Perpetrator, Target
from kuzet.basis.dates import EventDate
from kuzet.basis.errors import BadInput, BrokenRule
from kuzet.basis.incident import Citation, Incident
from kuzet.basis.names import Name
from kuzet.basis.places import Place
from kuzet.basis.release import Manifest, Release
from kuzet.observatory.review.reconstruct import Pattern, prove, read_plan, reconstruct
from kuzet.observatory.tally import Tally
from kuzet.observatory.tally.flat import table

PLAN = files("kuzet.countries") / "kz" / "sample" / "reconstruction"
YEAR = EventDate.parse("2024")
CELLS = """\
cell,number,category,method_group,method,perpetrator,proceeding,penalty,target_unit,mode,context_event,\
give_method,give_target_kind,give_mode,give_penalty,note_kk,note_ru,note_en
beating,2,physical,,,non_state,,,,,,non_fatal_attack_beating,,,,,,
fined,2,judicial_economic,,,authorities,administrative,fine|administrative_arrest,,,,fine,journalist,,fine,қ,р,e
dropped,1,judicial_economic,,,authorities,administrative,!fine|administrative_arrest,,,,administrative_case,,,,,,
"""
TEXTS = (
    "key,kk,ru,en\ntitle,Қ $method,Р $method,R $method\nsummary,қ $note,с $note,s $note\ntarget,т,т,t\nplace,Қ,К,K\n"
    "no_method,тәсілі белгісіз,способ не известен,method not known\n"
)


@pytest.fixture(scope="module")
def codebook():
    return codebooks.load("2024.1")


@pytest.fixture
def plan(tmp_path):
    return written(tmp_path)


def written(folder, cells=CELLS, published="id,where,value\nall,,5\n"):
    (folder / "cells.csv").write_text(cells, encoding="utf-8")
    (folder / "published.csv").write_text(published, encoding="utf-8")
    (folder / "texts.csv").write_text(TEXTS, encoding="utf-8")
    return read_plan(folder)


def described(number=1, method="fine", **changes):
    words = {
        "id": f"KZ-2024-{number:04}",
        "country": "KZ",
        "title": Name(en="Someone fined"),
        "summary": Name(en="In short"),
        "date": EventDate.parse("2024-05-13"),
        "category": "judicial_economic",
        "methods": (method,),
        "perpetrators": (Perpetrator(klass="authorities"),),
        "targets": (Target(name=Name(en="A. K."), kind="journalist"),),
        "place": Place(name=Name(en="Almaty"), precision="region", country="KZ", region="KZ-75"),
        "proceeding": "administrative",
        "penalties": (Penalty(kind="fine"),),
        "citations": (Citation(document="d1", source="s1", url="https://example.org/1", sha256="0" * 64),),
    }
    return Incident(**(words | changes))


def test_placeholders_fill_the_places_that_described_incidents_leave(plan, codebook):
    made = reconstruct(plan, [described(7)], YEAR, codebook)
    assert [one.id for one in made] == ["KZ-2024-0008", "KZ-2024-0009", "KZ-2024-0010", "KZ-2024-0011"]
    assert [one.category for one in made] == ["physical", "physical", "judicial_economic", "judicial_economic"]
    assert [one.proceeding for one in made] == ["none", "none", "administrative", "administrative"]
    assert [[penalty.kind for penalty in one.penalties] for one in made] == [[], [], ["fine"], []]


def test_a_placeholder_is_plainly_marked_and_claims_no_more_than_the_totals(plan, codebook):
    made = reconstruct(plan, [described()], YEAR, codebook)[2]
    assert made.reconstructed
    assert (made.certainty, made.status) == ("reconstructed", "reconstructed")
    assert str(made.date) == "2024"
    assert made.place.precision == "country"
    assert made.citations == made.decisions == ()
    assert made.people is None
    assert made.title.en == f"R {codebook.label('methods', 'fine', 'en')}"
    assert made.title.kk == f"Қ {codebook.label('methods', 'fine', 'kk')}"
    assert made.summary.ru == "с р"
    assert made.note == "e"
    assert made.targets[0].kind == "journalist"


def test_a_cell_that_names_no_method_makes_a_placeholder_without_one(tmp_path, codebook):
    unnamed = "unnamed,1,judicial_economic,!interrogation,,authorities,!civil|administrative,,,,,,,,,қ,р,e\n"
    (tmp_path / "plan").mkdir()
    plan = written(tmp_path / "plan", CELLS + unnamed)
    (made,) = [one for one in reconstruct(plan, [described()], YEAR, codebook) if not one.methods]
    assert made.title == Name(kk="Қ тәсілі белгісіз", ru="Р способ не известен", en="R method not known")
    row = table([made], YEAR, codebook).row(0, named=True)
    assert (row["method"], row["method_any"], row["method_group"]) == ("unknown", ["unknown"], "unknown")


def test_the_same_plan_makes_the_same_placeholders(plan, codebook):
    assert reconstruct(plan, [described()], YEAR, codebook) == reconstruct(plan, [described()], YEAR, codebook)


def test_a_penalty_that_was_replaced_or_asked_for_does_not_fill_a_place_of_the_imposed(plan, codebook):
    dropped = described(penalties=(Penalty(kind="fine", replaced=True), Penalty(kind="fine", requested=True)))
    made = reconstruct(plan, [dropped], YEAR, codebook)
    assert [one.methods[0] for one in made] == ["non_fatal_attack_beating"] * 2 + ["fine"] * 2


def test_a_described_incident_that_fits_no_cell_is_named(plan, codebook):
    with pytest.raises(BrokenRule, match=r"incident KZ-2024-0001 fits no cell \(.*proceeding civil"):
        reconstruct(plan, [described(proceeding="civil")], YEAR, codebook)


def test_a_described_incident_that_fits_two_cells_is_named(tmp_path, codebook):
    twice = written(
        tmp_path,
        CELLS.replace("dropped,1,judicial_economic,,,", "dropped,1,judicial_economic,,fine,").replace(
            "!fine|", "fine|"
        ),
    )
    with pytest.raises(BrokenRule, match="incident KZ-2024-0001 fits fined and dropped"):
        reconstruct(twice, [described()], YEAR, codebook)


def test_more_described_incidents_than_places_are_refused(plan, codebook):
    with pytest.raises(BrokenRule, match="cell fined: 3 described incidents, at most 2 expected"):
        reconstruct(plan, [described(number) for number in (1, 2, 3)], YEAR, codebook)


def test_a_total_that_is_not_reproduced_is_named_with_both_numbers(plan):
    with pytest.raises(BrokenRule, match="published total all: expected 5, found 4"):
        prove(plan, lambda _: 4)


def test_a_cell_without_a_number_is_refused(tmp_path):
    with pytest.raises(BadInput, match=r"cells\.csv, cell fined: 'two' is not a whole number"):
        written(tmp_path, CELLS.replace("fined,2", "fined,two"))


def test_a_total_without_a_code_is_refused(tmp_path):
    with pytest.raises(BadInput, match=r"published.csv: .* is not filters such as field=code,code;field=code"):
        written(tmp_path, published="id,where,value\nall,category,5\n")


@pytest.mark.parametrize(
    ("pattern", "held", "fits"),
    [
        (Pattern(codes=("a", "b")), {"b"}, True),
        (Pattern(codes=("a", "b")), {"c"}, False),
        (Pattern(codes=("a",)), set(), False),
        (Pattern(codes=("a", "b"), without=True), {"b"}, False),
        (Pattern(codes=("a", "b"), without=True), {"c"}, True),
        (Pattern(codes=("a",), without=True), set(), True),
    ],
)
def test_a_pattern_asks_for_one_of_its_codes_or_for_none(pattern, held, fits):
    assert pattern.fits(frozenset(held)) is fits


def referendum(number):
    return described(
        number,
        "illegal_impediments_denial_of_access",
        category="non_physical_cyber",
        proceeding="none",
        penalties=(),
        context_event="referendum_2024",
    )


@pytest.fixture(scope="module")
def whole(codebook):
    """A year whose six referendum cases alone are described."""
    six = [referendum(number) for number in range(1, 7)]
    incidents = (*six, *reconstruct(read_plan(PLAN), six, YEAR, codebook))
    title = Name(en="Attacks")
    frozen = date(2025, 2, 1)
    manifest = Manifest(
        id="kz-2024", country="KZ", period=YEAR, edition="1", frozen=frozen, codebook="2024.1", title=title
    )
    return Tally(Release(manifest=manifest, incidents=incidents), codebook)


def test_the_plan_of_the_sample_reproduces_every_published_total_at_once(whole):
    plan = read_plan(PLAN)
    assert len(plan.published) > 40
    prove(plan, lambda where: whole.count(where).numerator)
    assert whole.count().numerator == 347


def test_the_eight_unnamed_of_the_sample_say_why_a_foreign_state(whole):
    eight = whole.count({"perpetrator": "foreign_state"}).incidents
    notes = {one.id: one for one in whole.facts.release.incidents if one.id in eight}
    assert len(notes) == 8
    assert all("91 and 8" in one.note for one in notes.values())
    assert all("91 мен 8" in one.summary.kk for one in notes.values())


def test_every_code_of_the_plan_is_in_the_codebook(codebook):
    tables = {
        "method_group": "method_groups",
        "method": "methods",
        "category": "categories",
        "penalty": "penalty_kinds",
    }
    for cell in read_plan(PLAN).cells:
        for name, pattern in cell.patterns.items():
            for code in pattern.codes if name in tables else ():
                assert codebook.check(tables[name], code, cell.id) == code
