"""The bundled sample in a registry gives the figures that the pipeline makes of it, byte for byte."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace
from tests.web import made

from kuzet import countries
from kuzet.basis.dates import EventDate
from kuzet.basis.document import Document
from kuzet.basis.incident import Case, Decision, Incident
from kuzet.commands import sample
from kuzet.observatory import pipeline, tally
from kuzet.observatory.tally import present
from kuzet.web.registry import editions, models, proof, store


def freeze(path, frozen=date(2025, 3, 1), period="2024"):
    return editions.freeze(countries.load("kz"), EventDate.parse(period), frozen, path, made.by())


def test_the_release_of_the_registry_holds_the_figures_of_the_pipelines_byte_for_byte(filled, demo_folder, tmp_path):
    freeze(tmp_path / "release")
    expected, found = demo_folder / "release", tmp_path / "release"
    names = sorted(path.relative_to(expected).as_posix() for path in expected.rglob("*") if path.is_file())
    assert names == sorted(path.relative_to(found).as_posix() for path in found.rglob("*") if path.is_file())
    assert [name for name in names if (found / name).read_bytes() != (expected / name).read_bytes()] == []
    ours, theirs = tally.verify(found), tally.verify(expected)
    assert ours.incidents == theirs.incidents
    assert (ours.manifest.id, ours.manifest.edition, ours.manifest.title) == (
        theirs.manifest.id,
        theirs.manifest.edition,
        theirs.manifest.title,
    )
    tallies = [pipeline.engine(one, countries.load("kz")) for one in (ours, theirs)]
    crossed = [present.data(one.cross(("category", "perpetrator"))) for one in tallies]
    assert crossed[0] == crossed[1]


def test_the_sample_is_all_there_and_the_proof_finds_nothing(filled):
    given = sample.load("kz")
    assert tuple(store.load(Document)) == given.documents
    assert tuple(store.load(Decision)) == given.decisions
    assert tuple(store.load(Case)) == given.cases
    assert models.Candidate.objects.filter(state="open").count() == 1
    assert sum(one.reconstructed for one in store.load(Incident)) == 300
    assert list(proof.findings()) == []


def test_the_same_registry_gives_the_same_bytes_and_the_next_edition_names_the_one_before(filled, tmp_path):
    first = freeze(tmp_path / "1.zip")
    release = editions.gather(first, countries.load("kz"))
    tally.write(release, tmp_path / "again.zip")
    assert (tmp_path / "again.zip").read_bytes() == (tmp_path / "1.zip").read_bytes()
    second = freeze(tmp_path / "2.zip", date(2025, 4, 1))
    assert (second.edition, second.previous) == ("2", tally.digest(first))


def test_a_withdrawn_incident_is_in_no_later_edition_and_its_decision_stays(filled, tmp_path):
    from kuzet.web.registry import changes

    one = store.get(Incident, "KZ-2024-0001")
    changes.put(replace(one, status="withdrawn"), made.by(), version=1)
    freeze(tmp_path / "release")
    release = tally.read(tmp_path / "release")
    assert "KZ-2024-0001" not in {incident.id for incident in release.incidents}
    assert one.decisions[0] in {decision.id for decision in release.decisions}


def test_another_period_holds_none_of_it(filled, tmp_path):
    freeze(tmp_path / "release", period="2023")
    release = tally.read(tmp_path / "release")
    assert (release.incidents, release.cases, release.decisions) == ((), (), ())


def test_an_earlier_case_stands_in_the_edition_of_a_period_in_which_it_went_on_while_its_incidents_are_published(
    filled, tmp_path
):
    from kuzet.web.registry import changes

    case = store.get(Case, "gabdullin")
    later = replace(case.steps[-1], date=EventDate.parse("2025-02-03"))
    changes.put(replace(case, steps=(*case.steps, later)), made.by(), version=1)
    freeze(tmp_path / "published", date(2026, 2, 1), period="2025")
    assert [one.id for one in tally.read(tmp_path / "published").cases] == ["gabdullin"]
    (ident,) = case.incidents
    changes.put(replace(store.get(Incident, ident), status="withdrawn"), made.by(), version=1)
    freeze(tmp_path / "withdrawn", date(2026, 3, 1), period="2025")
    assert tally.read(tmp_path / "withdrawn").cases == ()
