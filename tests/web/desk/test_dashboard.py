"""The dashboard counts what an edition would count now; the page of editions tells what two of them tell otherwise."""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime
from html import unescape

import pytest
from tests.web import made
from tests.web.desk.conftest import logged_in
from tests.web.desk.incidents.conftest import FIRST, act, bolat, coded, published, saule  # noqa: F401  (fixtures)

from kuzet import countries
from kuzet.basis.dates import EventDate
from kuzet.basis.document import Source
from kuzet.basis.names import LANGUAGES, Name
from kuzet.web.desk.wording.languages import words
from kuzet.web.registry import changes, editions, models, proof


def text(page):
    return page.content.decode()


def figure(who, year=2024):
    return int(re.search(r'id="figure">(\d+)<', text(who.get("/dashboard", {"year": year})))[1])


def test_the_figure_of_the_year_changes_by_one_with_a_publication_and_a_withdrawal(coded, bolat, saule):  # noqa: F811
    assert figure(coded) == 0
    act(bolat, "confirm")
    assert figure(coded) == 0
    act(saule, "publish")
    assert (figure(coded), figure(coded, 2023)) == (1, 0)
    act(saule, "withdraw")
    assert figure(coded) == 0


@pytest.mark.parametrize(
    ("year", "told"), [(2024, "2023: published total: 369"), (2020, "2019: unknown"), (2023, "published total: 369")]
)
def test_a_year_before_the_registry_has_its_published_total_or_is_not_known(aigul, year, told):
    page = re.sub(r"<[^>]*>", "", text(aigul.get("/dashboard", {"year": year})))
    assert told in page
    assert f"{year - 1}: 0" not in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_region_is_shown_also_where_nothing_is_known(aigul, language):
    aigul.post(f"/language/{language}", {"back": "/"})
    shown = text(aigul.get("/dashboard"))
    assert all(getattr(region.name, language) in shown for region in countries.load("kz").regions)


@pytest.mark.parametrize("year", ["x", "99999999999999999999", "-3", "0"])
def test_a_year_that_is_none_is_passed_over(aigul, year):
    assert aigul.get("/dashboard", {"year": year}).status_code == 200


def freeze(path):
    manifest = editions._manifest(countries.load("kz"), EventDate.parse("2024"), date(2025, 3, 1))
    return editions.freeze(countries.load("kz"), manifest.period, manifest.frozen, path, made.by())


def test_two_editions_are_compared_by_what_was_added_withdrawn_and_told_otherwise(published, saule, tmp_path):  # noqa: F811
    changes.put(
        Source(id="paper", name=Name(en="Paper"), kind="online_media", languages=("en",), country="KZ"), made.by()
    )
    freeze(tmp_path / "one")
    shown = text(saule.get("/editions"))
    number = re.search(r'name="before" value="(\d+)"', shown)[1]
    assert words("en")["no_corrections"] in text(saule.get("/editions", {"before": number}))
    act(saule, "withdraw")
    told = text(saule.get("/editions", {"before": number}))
    assert re.search(rf"{FIRST}</a>.*\n<p class=\"quiet\">{words('en')['edition_withdrawn']}", told)
    freeze(tmp_path / "two")
    second = re.search(r'name="before" value="(\d+)"', text(saule.get("/editions")))[1]
    assert words("en")["edition_withdrawn"] in text(saule.get("/editions", {"before": number, "after": second}))


def test_only_an_administrator_removes_and_types_the_id_once_more(published, saule):  # noqa: F811
    address = f"/incident/{FIRST}/remove"
    assert saule.get(address).status_code == 403
    root = logged_in("root", "administrator")
    shown = text(root.get(address))
    assert "decisions: 3" in shown
    sent = {"remove-ground": "Law on personal data, article 9", "remove-typed": "KZ"}
    assert root.post(address, sent).status_code == 422
    assert models.Incident.objects.count() == 1
    done = root.post(address, sent | {"remove-typed": FIRST, "remove-documents": "on"}, follow=True)
    assert f"Removed: {FIRST}" in text(done)
    assert (models.Incident.objects.count(), root.get(f"/incident/{FIRST}").status_code) == (0, 404)
    assert list(proof.findings()) == []


@pytest.mark.parametrize("folder", ["sqlite"], indirect=True)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_dashboard_shows_gaps_and_ill_sources_of_the_collection(aigul, desk, language):
    aigul.post(f"/language/{language}", {"back": "/"})
    assert 'id="collection"' not in text(aigul.get("/dashboard"))
    told = {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "languages": {"ru": 12},
        "gaps": [{"of": "language", "name": "kk", "days": 1, "new": 2, "usual": 20.0, "least": 9}],
        "sources": [
            {"state": {"source": "azattyq", "weight": 3.0, "last_attempt": "2026-11-26T10:00:00Z"}, "day": 0, "week": 4}
            | {"says": "failing since the beginning, weight 3"},
            {"state": {"source": "vlast"}, "day": 5, "week": 40, "says": ""},
        ],
    }
    (desk / "collection.json").write_text(json.dumps(told), "utf-8")
    shown = unescape(text(aigul.get("/dashboard")))
    said = words(language)
    assert (
        said["collection_gap_language"].format(name=words("kk")["language"], new=2, days=1, usual=20, least=9) in shown
    )
    assert f"<td>{said['collection_failing']}</td>" in shown
    assert f"{said['collection_well']} 1 / 2" in shown
    assert not any(said[name] in shown for name in ("collection_late", "collection_short"))


@pytest.mark.parametrize("folder", ["sqlite"], indirect=True)
def test_a_collection_that_nobody_asks_any_more_and_a_disk_that_is_nearly_full_are_told(aigul, desk):
    told = {"at": "2026-01-01T00:00:00+00:00", "languages": {}, "gaps": [], "sources": [], "space": "12 MiB are free"}
    (desk / "collection.json").write_text(json.dumps(told), "utf-8")
    shown = text(aigul.get("/dashboard"))
    assert words("en")["collection_late"] in shown
    assert words("en")["collection_short"] in shown
