"""What a report says of an earlier edition, and how it is proved."""

from __future__ import annotations

import msgspec
import pytest
from tests.observatory.write.small import INCIDENTS, OBSTRUCTION, RELEASE, TOTALS, incident

from kuzet import countries
from kuzet.basis.errors import BadExpression
from kuzet.observatory import pipeline
from kuzet.observatory.write.composing.compose import compose, parts
from kuzet.observatory.write.formats import to_html
from kuzet.observatory.write.tree import Heading, Listing, Table, plain

replace = msgspec.structs.replace
COUNTRY = countries.load("KZ")
BEFORE = replace(
    RELEASE,
    incidents=(*INCIDENTS[1:13], incident(99, OBSTRUCTION, "unknown")),
    totals=tuple(replace(one, value=14) if one.id.strip() == "2023" else one for one in TOTALS),
)
NOW = replace(
    RELEASE,
    manifest=replace(RELEASE.manifest, edition="2"),
    incidents=(INCIDENTS[0], replace(INCIDENTS[1], perpetrators=INCIDENTS[0].perpetrators), *INCIDENTS[2:]),
)
SENTENCES = {
    "en": ["2023 was published as 14; it is 16 now.", "2024 was published as 13; it is 14 now."],
    "ru": ["За 2023 год было опубликовано 14, теперь 16.", "За 2024 год было опубликовано 13, теперь 14."],
    "kk": [
        "2023 жыл бойынша 14 деп жарияланған еді, қазір — 16.",
        "2024 жыл бойынша 13 деп жарияланған еді, қазір — 14.",
    ],
}
CHANGED = {
    "en": ["Added: KZ-2024-0001, 0014", "Withdrawn: KZ-2024-0099", "KZ-2024-0002: coded anew: perpetrator"],
    "ru": [
        "Добавлены: KZ-2024-0001, 0014",
        "Исключены: KZ-2024-0099",
        "KZ-2024-0002: изменены поля: нападавшая сторона",
    ],
    "kk": [
        "Қосылғандар: KZ-2024-0001, 0014",
        "Алып тасталғандар: KZ-2024-0099",
        "KZ-2024-0002: өзгерген өрістері: шабуылдаушы тарап",
    ],
}


def chapter(language, editions=(BEFORE,)):
    """The blocks of the chapter of corrections."""
    blocks = pipeline.report(NOW, COUNTRY, language, None, editions).blocks
    starts = [place for place, one in enumerate(blocks) if isinstance(one, Heading) and one.level == 1]
    for start, end in zip(starts, [*starts[1:], len(blocks)], strict=True):
        if blocks[start].anchor == "corrections":
            return blocks[start:end]
    return ()


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_restated_years_and_changed_incidents_are_told(language):
    said = [[plain(item) for item in one.items] for one in chapter(language) if isinstance(one, Listing)]
    assert said == [SENTENCES[language], CHANGED[language]]


def test_the_table_tells_every_number_that_changed():
    (table,) = (one for one in chapter("en") if isinstance(one, Table))
    assert table.caption == "Numbers that edition kz-2024-small-1 told otherwise"
    assert [[plain(cell) for cell in row] for row in table.rows][1:4] == [
        ["2024", "all incidents", "13", "14", "+1"],
        ["2024", "Category: Physical attacks and threats to life, liberty and health", "1", "2", "+1"],
        ["2024", "Category: Non-physical and cyber-attacks and threats", "5", "4", "−1"],
    ]


def test_without_an_earlier_edition_there_is_no_such_chapter_and_asking_for_it_is_refused():
    assert chapter("en", ()) == ()
    asked = {
        "title": "title: A\nsubtitle: B\npublisher: C\n",
        "report": "{{ corrections added }}\n\n{{ list figures }}",
    }
    with pytest.raises(BadExpression) as caught:
        compose("en", pipeline.materials(NOW, COUNTRY), asked.get)
    assert str(caught.value) == (
        "report.txt, line 1, column 4: 'corrections added' is not computable: "
        "no earlier edition was given to compare with"
    )


def test_numbers_of_two_editions_of_one_release_are_told_apart():
    body = "{{ count }} and {{ count edition=kz-2024-small-1 }}\n\n{{ list figures }}"
    asked = {"title": parts("en")("title"), "report": body}
    made = compose("en", pipeline.materials(NOW, COUNTRY, [BEFORE]), asked.get)
    assert plain(made.blocks[0].runs) == "14 and 13"
    notes = [run.question for run in made.blocks[0].runs if hasattr(run, "question")]
    assert notes == [
        "Number of incidents, 2024. Placeholders among them: 4",
        "Number of incidents, 2024. Edition: kz-2024-small-1",
    ]


def test_a_report_that_looks_back_is_verified_with_both_editions_only():
    raw = to_html.render(pipeline.report(NOW, COUNTRY, "kk", None, [BEFORE]))
    assert pipeline.verified("a.html", raw, NOW, COUNTRY, [BEFORE]).problems == ()
    alone = pipeline.verified("a.html", raw, NOW, COUNTRY).problems
    assert {one.kind for one in alone} == {"figure"}
    assert "it rests on release kz-2024-small-1, which was not given" in alone[0].why


def test_another_earlier_edition_than_that_of_the_report_is_found():
    raw = to_html.render(pipeline.report(NOW, COUNTRY, "en", None, [BEFORE]))
    other = replace(BEFORE, incidents=BEFORE.incidents[:-1])
    found = pipeline.verified("a.html", raw, NOW, COUNTRY, [other]).problems
    assert ("13", "12") in {(one.said, one.should_be) for one in found}
