"""Words find in a registry what they find on its site, whatever was changed in between."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from tests.web import made
from tests.web.public.search.golden import QUERIES

from kuzet.basis.incident import Incident
from kuzet.basis.names import Name
from kuzet.basis.tiers import Raised, Tier
from kuzet.web.registry import changes, finding, models, store
from kuzet.web.registry.terms import Held, Term
from kuzet.web.seeking.index import Index
from kuzet.web.seeking.seek import search


def put(*incidents):
    for one in incidents:
        version = changes.current_version(Incident, one.id)
        changes.put(one, made.by(), version)


def titled(ident, title, **more):
    return made.incident(ident, title=Name(en=title), summary=Name(en="Told."), **more)


def twin():
    return Index.of(store.load(Incident, models.Incident.objects.order_by("ident")))


@pytest.mark.parametrize("filled", ["sqlite", pytest.param("postgresql", marks=pytest.mark.thorough)], indirect=True)
def test_every_golden_query_finds_the_same_in_the_same_order_as_on_the_site(filled):
    index = twin()
    queries = [query for query, _ in QUERIES if query.upper() not in index.ids]
    differ = [query for query in queries if finding.search(query, 50) != search(index, query, 50)]
    assert len(queries) >= 120
    assert differ == []


def test_every_golden_query_finds_first_what_it_is_about(filled):
    wrong = {query: found for query, first in QUERIES if (found := finding.search(query, 1)) not in first}
    assert wrong == {}


def test_a_slip_at_the_beginning_of_a_word_is_found(registry):
    put(titled("KZ-2024-0001", "Paleontology"))
    assert finding.search("apleontology", 9) == ["KZ-2024-0001"]


def test_a_number_that_is_typed_whole_finds_that_incident_alone(registry):
    put(titled("KZ-2024-0001", "Pushed"), titled("KZ-2024-0002", "Pushed"))
    assert finding.search(" kz-2024-0002", 9) == ["KZ-2024-0002"]


def test_a_new_title_is_found_and_the_old_one_no_more(registry):
    put(titled("KZ-2024-0001", "Paleontology"))
    put(titled("KZ-2024-0001", "Astronomy"))
    assert finding.search("paleontology", 9) == []
    assert finding.search("astronomy", 9) == ["KZ-2024-0001"]
    assert not Term.objects.filter(key__startswith="paleon").exists()


def test_another_status_leaves_the_search_as_it_is(registry):
    one = titled("KZ-2024-0001", "Paleontology")
    put(one)
    before = list(Held.objects.order_by("id").values_list())
    with changes.changing(made.by()) as under_way:
        under_way.put_changed([(one, replace(one, status="duplicate"))])
    assert list(Held.objects.order_by("id").values_list()) == before


def test_an_incident_with_a_closed_field_is_found_by_its_number_alone(registry):
    put(titled("KZ-2024-0001", "Paleontology", tiers=(Raised(path="targets[0].name", tier=Tier.PROTECTED),)))
    assert finding.search("paleontology", 9) == []
    assert finding.search("0001", 9) == ["KZ-2024-0001"]


def test_what_is_forgotten_leaves_no_key_behind(registry):
    put(titled("KZ-2024-0001", "Paleontology"), titled("KZ-2024-0002", "Astronomy"))
    finding.forget(["KZ-2024-0001"])
    assert finding.search("paleontology", 9) == []
    assert not Term.objects.filter(key__startswith="paleon").exists()
    assert Term.objects.get(key=finding.ALL).incidents == 1


def test_what_an_older_version_left_out_is_taken_in(registry):
    put(titled("KZ-2024-0001", "Paleontology"))
    Held.objects.all().delete()
    Term.objects.all().delete()
    assert (finding.fill(), finding.fill()) == (1, 0)
    assert finding.search("paleontology", 9) == ["KZ-2024-0001"]


@pytest.mark.parametrize("most", [1, 2])
def test_at_most_so_many_are_found(registry, most):
    put(*(titled(f"KZ-2024-000{number}", "Paleontology") for number in range(1, 4)))
    assert finding.search("paleontology", most) == [f"KZ-2024-000{number}" for number in range(1, 1 + most)]


def test_of_a_common_word_the_incidents_in_which_it_weighs_most_are_read(registry, monkeypatch):
    monkeypatch.setattr(finding, "MOST", 2)
    put(*(titled(f"KZ-2024-000{number}", "Pushed out") for number in range(1, 4)))
    put(made.incident("KZ-2024-0004", title=Name(en="Other"), summary=Name(en="Pushed")))
    assert finding.search("pushed", 9) == ["KZ-2024-0001", "KZ-2024-0002"]
