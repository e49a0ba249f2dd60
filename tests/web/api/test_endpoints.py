"""What each address answers, asked over the whole way through the middleware."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import time
from pathlib import Path

import pytest
from django.conf import settings

from kuzet import countries
from kuzet.basis.incident import Incident
from kuzet.basis.word import from_data
from kuzet.observatory import pipeline
from kuzet.web.public import record
from kuzet.web.seeking.index import Index
from kuzet.web.seeking.seek import search

ROOT = "/api/v1"


@pytest.fixture(scope="session")
def demo_engine(demo_release):
    return pipeline.engine(demo_release, countries.load("kz"))


def asked(served, path, **headers):
    return served.get(f"{ROOT}{path}", headers=headers)


def told(served, path):
    answer = asked(served, path)
    assert answer.status_code == 200, answer.content.decode()
    return answer.json()


def found_in_words(served, path):
    """What is told as soon as the index is there, however busy the machine is."""
    return told(served, path) if once_made(served, path).status_code == 200 else None


def once_made(served, path):
    for _ in range(600):
        answer = asked(served, path)
        if answer.status_code != 503:
            return answer
        time.sleep(0.5)
    raise AssertionError("no index in 300 s")


def failed(served, path):
    answer = asked(served, path)
    return answer.status_code, answer.json()["error"]


def ids(found):
    return [one["id"] for one in found["items"]]


def test_editions_are_listed_with_their_digest(served, editions):
    (only,) = told(served, "/editions")["editions"]
    manifest = (editions / "kz-2024" / "manifest.json").read_bytes()
    assert (only["name"], only["incidents"]) == ("kz-2024-edition-1", 347)
    assert only["digest"] == hashlib.sha256(manifest).hexdigest()
    assert told(served, "/editions/kz-2024-edition-1") == only


def test_pages_follow_each_other_and_hold_every_incident_once(served, demo_release):
    found, cursor = [], ""
    while True:
        page = told(served, f"/incidents?limit=100{cursor and f'&cursor={cursor}'}")
        found += ids(page)
        cursor = page.get("next", "")
        if not cursor:
            break
    assert page["total"] == 347
    assert found == [one.id for one in demo_release.incidents]


def test_the_next_page_is_also_named_in_a_link_that_keeps_the_filters(served):
    answer = asked(served, "/incidents?category=judicial_economic&limit=2")
    assert answer["Link"] == '</api/v1/incidents?category=judicial_economic&limit=2&cursor=2>; rel="next"'


def test_an_incident_is_answered_as_everybody_may_see_it(served, demo_release):
    first = demo_release.incidents[0]
    found = told(served, f"/incidents/{first.id}")
    assert from_data(found["incident"], Incident) == record.public(first)
    assert "codings" not in found["incident"]
    assert found["edition"] == "kz-2024-edition-1"


@pytest.mark.parametrize(
    "where",
    [
        {"category": ("physical",)},
        {"perpetrator": ("non_state", "unknown"), "reconstructed": ("no",)},
        {"method_any": ("fine",)},
        {"region": ("KZ-71",), "mode": ("offline",)},
    ],
    ids=lambda where: "+".join(where),
)
def test_filters_are_those_of_the_engine(served, demo_release, demo_engine, where):
    query = "&".join(f"{name}={','.join(codes)}" for name, codes in where.items())
    expected = demo_engine.count(where)
    assert ids(told(served, f"/incidents?limit=200&{query}")) == list(expected.incidents)[:200]
    assert told(served, f"/figures/count?{query}")["value"] == expected.numerator


def test_a_share_knows_its_whole(served, demo_engine):
    found = told(served, "/figures/share?perpetrator=authorities&of_category=physical,non_physical_cyber")
    expected = demo_engine.share({"perpetrator": "authorities"}, {"category": ("physical", "non_physical_cyber")})
    assert (found["exact"], found["unit"], found["whole"]) == (str(expected.value), "percent", len(expected.whole))


def test_an_earlier_year_is_answered_by_a_published_total(served):
    found = told(served, "/figures/count?year=2023")
    assert (found["value"], found["incidents"], len(found["published"])) == (found["value"], 0, 1)


def test_a_table_sums_to_its_total(served):
    found = told(served, "/figures/table?by=category,perpetrator")
    assert found["by"] == ["category", "perpetrator"]
    assert sum(cell["incidents"] for cell in found["cells"]) == found["total"] == 347


def test_words_find_what_the_search_of_the_site_finds(served, demo_release):
    expected = search(Index.of(demo_release.incidents), "еслямовой")
    assert (
        ids(found_in_words(served, "/incidents?q=%D0%B5%D1%81%D0%BB%D1%8F%D0%BC%D0%BE%D0%B2%D0%BE%D0%B9"))
        == expected
        != []
    )


def test_words_and_filters_narrow_together_and_keep_the_order_of_the_search(served, demo_release):
    category = {one.id: one.category for one in demo_release.incidents}
    expected = [one for one in search(Index.of(demo_release.incidents), "суд", 400) if category[one] == "physical"]
    assert ids(found_in_words(served, "/incidents?limit=200&category=physical&q=%D1%81%D1%83%D0%B4")) == expected != []


def test_while_the_index_is_being_made_a_query_is_told_to_come_back_at_once(served, monkeypatch, tmp_path):
    monkeypatch.setitem(settings.__dict__, "SEARCHES", tmp_path / "searches")
    waited = []
    monkeypatch.setattr(subprocess.Popen, "wait", lambda *_, **__: waited.append(1))
    for _ in range(3):
        answer = asked(served, "/incidents?q=word")
        assert (answer.status_code, answer["Retry-After"]) == (503, "60")
        assert answer.json()["error"]["message"] == "the index of this edition is being made: ask again in a minute"
    assert waited == []
    assert once_made(served, "/incidents?q=KZ-2024-0006").json()["total"] > 0


def test_where_no_index_can_be_made_a_query_says_so_and_the_next_one_tries_again(served, monkeypatch, tmp_path):
    place = tmp_path / "searches"
    place.write_text("")
    monkeypatch.setitem(settings.__dict__, "SEARCHES", place)
    answer = once_made(served, "/incidents?q=word")
    assert answer.status_code == 404
    assert answer.json()["error"]["message"].startswith("no search in words here: its index could not be made in ")
    place.unlink()
    assert once_made(served, "/incidents?q=KZ-2024-0006").json()["total"] > 0


@pytest.mark.parametrize(("sort", "first"), [("id", "KZ-2024-0001"), ("-id", "KZ-2024-0347")])
def test_incidents_are_put_in_order(served, sort, first):
    assert ids(told(served, f"/incidents?sort={sort}&limit=1")) == [first]


def test_by_date_the_last_day_comes_first_with_a_minus(served):
    found = told(served, "/incidents?sort=-date&limit=200&reconstructed=no")["items"]
    days = [one["date"] for one in found]
    assert days == sorted(days, reverse=True)


def test_the_codebook_is_that_of_the_edition(served):
    book = told(served, "/codebook")
    methods = told(served, "/codebook/methods")
    assert (book["version"], methods["name"]) == ("2024.1", "methods")
    assert methods in book["tables"]
    assert methods["codes"][0]["label"].keys() == {"kk", "ru", "en"}


def test_sources_are_told(served, demo_release):
    found = told(served, "/sources")["sources"]
    assert [one["id"] for one in found] == [one.id for one in demo_release.sources]


@pytest.mark.parametrize(
    ("path", "status", "value", "where"),
    [
        ("/incidents?category=physicl", 400, "physicl", "filter category"),
        ("/incidents?categry=physical", 400, "categry", "query"),
        ("/incidents?limit=0", 400, "0", "parameter limit"),
        ("/incidents?limit=many", 400, "many", "parameter limit"),
        ("/incidents?sort=title", 400, "title", "parameter sort"),
        ("/figures/table?by=category,category", 400, "category,category", "parameter by"),
        ("/incidents?category=physical&category=physical", 400, "['physical', 'physical']", "parameter category"),
        ("/incidents?cursor=5000", 404, "", ""),
        ("/incidents/KZ-1999-0001", 404, "", ""),
        ("/incidents?edition=kz-1999", 404, "", ""),
        ("/codebook/nothing", 404, "", ""),
        ("/figures/count?year=1901", 404, "", ""),
        ("/nothing/here", 404, "", ""),
    ],
)
def test_every_error_has_one_shape(served, path, status, value, where):
    code, error = failed(served, path)
    assert (code, error.get("value", ""), error.get("where", "")) == (status, value, where)
    assert set(error) == {"value", "expected", "where", "message"}


def test_an_error_names_the_nearest(served):
    assert failed(served, "/incidents?categry=physical")[1]["expected"].endswith("; nearest: category")
    assert failed(served, "/incidents?category=physicl")[1]["expected"].endswith("; nearest: physical")


def test_an_answer_that_the_reader_has_is_not_sent_again(served):
    first = asked(served, "/incidents?limit=1")
    again = asked(served, "/incidents?limit=1", if_none_match=first["ETag"])
    other = asked(served, "/incidents?limit=2", if_none_match=first["ETag"])
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])
    assert other.status_code == 200


def test_any_site_may_read_and_no_cookie_is_set(served):
    answer = asked(served, "/incidents?limit=1")
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer.cookies == {}


def test_the_head_of_an_answer_can_be_asked_alone(served):
    head, whole = served.head(f"{ROOT}/incidents?limit=1"), asked(served, "/incidents?limit=1")
    assert (head.status_code, head.content, head["ETag"]) == (200, b"", whole["ETag"])


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_written(served, method):
    answer = getattr(served, method)(f"{ROOT}/incidents")
    assert (answer.status_code, answer["Allow"]) == (405, "GET")


def test_a_release_that_was_altered_is_not_served(served, editions, tmp_path, monkeypatch):
    spoiled = shutil.copytree(editions, tmp_path / "editions")
    lines = (spoiled / "kz-2024" / "incidents.jsonl").read_bytes()
    (spoiled / "kz-2024" / "incidents.jsonl").write_bytes(lines.replace(b"2024-01-22", b"2024-01-23", 1))
    monkeypatch.setitem(settings.__dict__, "EDITIONS", Path(spoiled))
    assert told(served, "/editions") == {"editions": []}
    assert failed(served, "/incidents")[0] == 404


def test_the_document_describes_every_address_with_examples(served):
    document = told(served, "/openapi.json")
    assert document["openapi"] == "3.1.0"
    assert sorted(document["paths"]) == sorted(
        f"{ROOT}{path}"
        for path in (
            "/codebook", "/codebook/{name}", "/editions", "/editions/{name}", "/figures/count", "/figures/people",
            "/figures/share", "/figures/table", "/incidents", "/incidents/{ident}", "/sources",
        )
    )  # fmt: skip
    operations = [methods["get"] for methods in document["paths"].values()]
    assert [one["operationId"] for one in operations if not (one["summary"] and one["description"])] == []
    parameters = [each for one in operations for each in one["parameters"]]
    assert [each["name"] for each in parameters if not each.get("description") and each["in"] == "query"] == []
    assert "codings" not in json.dumps(document["components"])
