"""A field that is raised is seen by fewer people, wherever its name is told, whatever is decided later."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from msgspec.structs import replace
from tests.builders import ANALYST, READER, candidate, coding, decision, document

from kuzet.basis import codebook
from kuzet.basis.coding import Answer, Target
from kuzet.basis.dates import EventDate
from kuzet.basis.document import Quotation
from kuzet.basis.errors import BadInput
from kuzet.basis.incident import Case, CaseStep, Citation, Verb
from kuzet.basis.names import Name
from kuzet.basis.tiers import Raised, Tier
from kuzet.basis.word import to_json
from kuzet.language.names import hiding
from kuzet.observatory.review import Proposal, View, decide, mask, mask_decision, masked, secrets
from kuzet.observatory.review.tiers import defaults

TEXT = "A guard pushed Aigul Bekova out of the hall. Bekova fell. Marat Omarov filmed it."
AIGUL = Target(name=Name(en="Aigul Bekova", kk="Айгүл Бекова"), kind="journalist")
MARAT = Target(name=Name(en="Marat Omarov"), kind="blogger")
PAGE = replace(document("d1", TEXT), url="https://paper.example/2024/aigul-bekova-pushed", title="Bekova pushed")
BOTH = "Aigul Bekova and Marat Omarov were pushed out; Bekova fell."


def hour(number):
    return datetime(2025, 1, 10, number, tzinfo=UTC)


def answers(*targets):
    quoted = Quotation.cut(PAGE, 0, TEXT.index("."))
    return tuple(Answer(value=one, quotation=quoted) for one in targets)


def accept(ident="D-1", at=9, targets=(AIGUL, MARAT), **changes):
    made = coding("KZ-2024-0001", ANALYST, targets=answers(*targets))
    told = {"title": Name(en="Bekova pushed", kk="Бекованы итерді"), "summary": Name(en=BOTH)}
    quote = TEXT.partition(".")[0]
    return decision(ident, quote=quote, coding=made, at=hour(at), **(told | changes))


def protect(ident="D-2", at=10, path="targets.0.name", tier=Tier.PROTECTED):
    raised = (Raised(path=path, tier=tier),)
    return decision(ident, Verb.PROTECT, passages=(), at=hour(at), tiers=raised, coding=None)


def incident(*decisions):
    machine = coding(coder=READER, targets=answers(AIGUL, MARAT))
    made = decide([PAGE], [Proposal(candidate(PAGE), machine)], decisions, codebook.load(), "KZ")
    return made.incidents[0]


def told(word):
    return hiding.tells(to_json(word), [hiding.Hidden(("Aigul Bekova",))])


def test_a_protected_name_is_described_and_gone_from_every_text_for_the_public():
    made = incident(accept(), protect())
    shown = mask(made, View(Tier.PUBLIC))
    assert told(made)
    assert not told(shown)
    assert shown.targets[0].name == Name(
        kk="Журналист (аты-жөні жасырылған)", ru="Журналист (имя скрыто)", en="Journalist (name protected)"
    )
    assert shown.title == Name(kk="[аты-жөні жасырылған] итерді", en="[name protected] pushed")
    assert shown.summary.en == "[name protected] and Marat Omarov were pushed out; [name protected] fell."
    assert shown.citations[0].url == ""
    assert shown.codings[0].targets[0].quotation is None


def test_all_that_is_counted_and_every_other_name_stay():
    made = incident(accept(), protect())
    shown = mask(made, View(Tier.PUBLIC))
    assert shown.targets[1] == made.targets[1]
    assert shown.codings[0].targets[1].value == MARAT
    fields = ("id", "date", "category", "methods", "perpetrators", "place", "decisions", "case")
    assert [getattr(shown, name) for name in fields] == [getattr(made, name) for name in fields]
    assert shown.citations[0].sha256 == made.citations[0].sha256


@pytest.mark.parametrize(
    ("tier", "seen"),
    [(Tier.PUBLIC, False), (Tier.INTERNAL, False), (Tier.PROTECTED, True), (Tier.SEALED, True)],
    ids=lambda one: getattr(one, "value", one),
)
def test_a_protected_name_is_seen_from_its_tier_on(tier, seen):
    assert told(mask(incident(accept(), protect()), View(tier))) is seen


def test_a_new_coding_in_another_order_uncovers_nobody():
    made = incident(accept(), protect(), accept("D-3", 11, targets=(MARAT, AIGUL)))
    assert [(one.path, one.name.en) for one in made.tiers] == [("targets.1.name", "Aigul Bekova")]
    assert mask(made, View()).targets[0].name.en == "Marat Omarov"
    assert not told(mask(made, View()))


def test_a_name_that_is_coded_no_longer_stays_hidden_in_the_texts():
    made = incident(accept(), protect(), accept("D-3", 11, targets=(MARAT,)))
    assert not told(mask(made, View()))


def test_a_name_in_another_spelling_is_the_same_name():
    other = replace(AIGUL, name=Name(ru="Бекова Айгуль Сериковна"))
    made = incident(accept(), protect(), accept("D-3", 11, targets=(MARAT, other), summary=Name(ru="Бекову толкнули")))
    shown = mask(made, View())
    assert (shown.targets[1].name.ru, shown.summary.ru) == ("Журналист (имя скрыто)", "[имя скрыто] толкнули")


def test_what_was_raised_can_be_lowered_and_undone():
    lowered = protect("D-3", 11, tier=Tier.PUBLIC)
    assert incident(accept(), protect(), lowered).tiers == ()
    undo = decision("D-3", Verb.UNDO, incident="", of="D-2", passages=(), at=hour(11))
    assert incident(accept(), protect(), undo).tiers == ()


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("targets.2.name", "one of 2 targets, counted from 0"),
        ("category", "note, targets.0.name"),
        ("targets.0.kind", "note, targets.0.name"),
    ],
)
def test_a_path_that_leads_nowhere_is_refused(path, expected):
    with pytest.raises(BadInput, match=expected):
        incident(accept(), protect(path=path))


def test_a_raised_citation_keeps_only_its_hash():
    made = incident(accept(), protect(path="citations.0", tier=Tier.INTERNAL))
    cited = made.citations[0]
    assert mask(made, View()).citations == (Citation(document="d1", source=cited.source, url="", sha256=cited.sha256),)
    assert mask(made, View(Tier.INTERNAL)).citations == made.citations


def test_a_note_is_internal_unless_it_tells_how_a_total_was_divided():
    made = replace(incident(accept()), note="she called us at night")
    assert (mask(made, View()).note, mask(made, View(Tier.INTERNAL)).note) == ("", made.note)
    assert mask(replace(made, reconstructed=True), View()).note == made.note


def test_the_public_sees_numbers_in_the_place_of_accounts():
    view = View(Tier.PUBLIC, {"analyst-1": "person-7"})
    made = incident(accept())
    assert [one.coder.id for one in mask(made, view).codings] == ["person-7", "reader"]
    assert mask_decision(accept(), (), view).author.id == "person-7"
    assert mask_decision(accept(), (), View(Tier.INTERNAL, view.numbers)).author.id == "analyst-1"


def test_the_steps_of_a_case_lose_the_name_too():
    step = CaseStep(date=EventDate.parse("2024-05"), kind="complaint", text=Name(ru="Бекова подала жалобу"))
    case = Case(id="c1", title=Name(kk="Бекованың ісі"), incidents=("KZ-2024-0001",), steps=(step,))
    shown = masked(case, secrets(incident(accept(), protect()), Tier.PUBLIC))
    assert shown.title.kk == "[аты-жөні жасырылған] ісі"
    assert shown.steps[0].text.ru == "[имя скрыто] подала жалобу"


@pytest.mark.parametrize("letter", ["T", "Z"])
def test_a_protected_name_of_one_letter_takes_nothing_from_a_moment(letter):
    made = incident(accept(targets=(replace(AIGUL, name=Name(en=letter)), MARAT)), protect())
    made = replace(made, codings=(replace(made.codings[0], at=hour(9)),))
    shown = mask(made, View(Tier.PUBLIC))
    assert shown.codings[0].at == hour(9)
    assert shown.targets[0].name.en == "Journalist (name protected)"


def test_nothing_is_changed_where_nothing_is_closed():
    made = incident(accept())
    assert mask(made, View(Tier.INTERNAL)) is not None
    assert mask(made, View()) == made


def test_the_table_names_fields_that_are_there():
    fields = {*type(incident(accept())).__struct_fields__, "coders"}
    assert set(defaults()) <= fields
