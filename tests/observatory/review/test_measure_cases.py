"""The figures of articles and outcomes against golden rows."""

from __future__ import annotations

from kuzet.observatory.review import measure_cases as measure

LINE = {
    "legal_articles": ["criminal_code 274 part 2"],
    "outcome": {
        "stage": "search",
        "penalties": [
            {"kind": "fine", "money": {"amount": "20", "currency": "MCI"}},
            {"kind": "imprisonment", "months": 54, "requested": True},
        ],
    },
}


def test_an_article_counts_with_its_code_and_number():
    row = {"legal_articles": [{"code": "criminal_code", "article": "274"}, {"code": "other", "article": "1"}]}
    assert list(measure.articles(row, LINE)) == [True]
    assert list(measure.articles({"legal_articles": [{"code": "civil_code", "article": "274"}]}, LINE)) == [False]


def test_each_entry_of_the_outcome_counts():
    row = {"outcome": {"fine_mci": 20, "requested_years": 4.5, "sentence_years": 4.5, "stage": "investigation"}}
    assert list(measure.outcome(row, LINE)) == [True, True, False, True]


def test_rows_without_the_fields_are_not_measured():
    assert list(measure.articles({}, LINE)) == list(measure.outcome({}, LINE)) == []
