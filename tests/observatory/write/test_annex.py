"""The annex of figures: what stands behind each number."""

from __future__ import annotations

from tests.observatory.write.samples import IDS, report

from kuzet.observatory.write import annex


def test_successors_are_drawn_together_and_the_prefix_said_once():
    assert annex.told(["KZ-2024-0001", "KZ-2024-0002", "KZ-2024-0005"]) == "KZ-2024-0001–0002, 0005"


def test_ids_of_another_year_are_said_in_full():
    assert annex.told(["KZ-2024-0009", "KZ-2023-0010"]) == "KZ-2024-0009, KZ-2023-0010"


def test_ids_without_a_number_are_listed_as_they_are():
    assert annex.told(["alpha", "beta"]) == "alpha, beta"


def test_a_list_of_incidents_is_written_out_once():
    first, authorities, share, *_ = annex.entries(report("en"))
    assert first.counted.ids == IDS
    assert (share.counted.same, share.counted.ids) == (2, ())
    assert share.whole.same == 1
    assert authorities.counted.ids == ("XX-2024-0001", "XX-2024-0002", "XX-2024-0003", "XX-2024-0004", "XX-2024-0008")


def test_an_earlier_year_rests_on_its_published_total():
    before = annex.entries(report("en"))[3]
    assert (before.published, before.counted.ids) == (("total-2023",), ())


def test_a_list_beyond_the_limit_tells_how_many_are_left_out(monkeypatch):
    monkeypatch.setattr(annex, "LIMIT", 5)
    first = annex.entries(report("en"))[0]
    assert (len(first.counted.ids), first.counted.left) == (5, 7)
