"""Rows and words: what was written comes back the same, on both databases."""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec
import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.basis import strategies
from tests.web import made

from kuzet.basis import coding, document, incident, judgement, release
from kuzet.basis.dates import EventDate
from kuzet.basis.errors import BadInput, Missing
from kuzet.basis.names import Name
from kuzet.basis.word import to_json
from kuzet.web.registry import store, tables, words
from kuzet.web.registry.roles import Role

manifest = st.builds(
    release.Manifest,
    id=strategies.ids,
    country=st.just("KZ"),
    period=strategies.dated_events,
    edition=strategies.ids,
    frozen=st.dates(),
    codebook=st.just("2024.1"),
    title=strategies.name,
    files=strategies.tuples(
        st.builds(release.FileEntry, path=strategies.ids, sha256=strategies.shas, size=st.integers(0, 10**12))
    ),
)
STRATEGIES = {
    document.Source: strategies.source,
    document.Document: strategies.page,
    coding.Candidate: strategies.candidate,
    coding.Coding: strategies.one_coding,
    incident.Incident: strategies.one_incident,
    incident.Case: strategies.case,
    judgement.Link: strategies.link,
    judgement.Judgement: strategies.one_judgement,
    judgement.Undo: strategies.undo,
    incident.Decision: strategies.decision,
    release.Manifest: manifest,
    words.Redirect: st.builds(words.Redirect, id=strategies.ids, into=st.just("") | strategies.ids),
    words.Adopted: st.builds(words.Adopted, id=strategies.ids),
    words.Removal: st.builds(words.Removal, kind=strategies.codes, subject=strategies.ids, ground=strategies.text),
    words.Import: st.builds(
        words.Import,
        id=strategies.ids,
        at=strategies.moments,
        author=strategies.text,
        file=strategies.text,
        sha256=strategies.shas,
        sheet=strategies.text,
        fingerprint=strategies.ids,
        columns=strategies.tuples(strategies.codes),
        reason=strategies.text,
        added=st.integers(0, 10**6),
    ),
    words.Account: st.builds(words.Account, id=strategies.ids, role=st.sampled_from(Role), active=st.booleans()),
    words.Reveal: st.builds(
        words.Reveal,
        id=strategies.ids,
        at=strategies.moments,
        author=strategies.ids,
        incident=strategies.ids,
        path=strategies.codes,
        reason=strategies.text,
    ),
    words.Sealed: st.builds(
        words.Sealed,
        id=strategies.ids,
        at=strategies.moments,
        author=strategies.ids,
        incident=strategies.ids,
        box=strategies.text,
    ),
    words.Sampling: st.builds(
        words.Sampling,
        id=strategies.ids,
        at=strategies.moments,
        author=strategies.ids,
        size=strategies.codes,
        seed=strategies.text,
        drawn=st.lists(strategies.ids, max_size=3).map(tuple),
    ),
}
many = settings(
    max_examples=15,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # to make a failure smaller takes minutes in a database
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def held(word):
    """Whether a database holds the word's text: no NUL."""
    return "\\u0000" not in to_json(word)


def kept(word):
    """The word as it comes back, and nothing left behind."""
    with transaction.atomic():
        store.save(word)
        found = store.get(type(word), tables.of(type(word)).ident(word))
        transaction.set_rollback(True)
    return found


def test_every_kind_of_word_has_a_strategy():
    assert list(STRATEGIES) == [table.kind for table in tables.TABLES]


@pytest.mark.parametrize("kind", STRATEGIES, ids=lambda kind: kind.__name__)
def test_a_word_that_was_saved_is_loaded_equal(registry, kind):
    @many
    @given(STRATEGIES[kind].filter(held))
    def holds(word):
        assert kept(word) == word

    holds()


@pytest.mark.parametrize("kind", [incident.Incident, incident.Case, document.Source, coding.Candidate])
def test_a_word_saved_over_another_one_leaves_nothing_of_it(registry, kind):
    @many
    @given(STRATEGIES[kind].filter(held), STRATEGIES[kind].filter(held))
    def holds(before, word):
        with transaction.atomic():
            store.save(before)
            store.save(msgspec.structs.replace(word, id=before.id), version=2)
            found = store.get(kind, before.id)
            transaction.set_rollback(True)
        assert found == msgspec.structs.replace(word, id=before.id)

    holds()


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        (document.Document(id="a", text="one\0two"), "text without NUL and halves of characters"),
        (document.Document(id="a", text="x", title="\ud83d"), "text without NUL and halves of characters"),
        (document.Source(id="a" * 501, name=Name(en="x"), kind="tv", languages=(), country="KZ"), "at most 500"),
        (document.Document(id="a", text="x", captured=datetime(2024, 1, 1)), "a moment with its offset from UTC"),  # noqa: DTZ001
    ],
)
def test_what_one_of_the_databases_does_not_hold_is_refused_by_both(registry, word, expected):
    with pytest.raises(BadInput, match=expected):
        store.save(word)
    assert store.find(type(word), word.id) is None


def test_a_word_that_is_not_there_is_named(registry):
    with pytest.raises(Missing, match="incident 'KZ-2024-0001': not in the registry"):
        store.get(incident.Incident, "KZ-2024-0001")


def test_a_date_is_never_made_more_exact_by_its_row(registry):
    page = document.Document(id="a", text="x", published=EventDate.parse("2024-09"))
    assert str(kept(page).published) == "2024-09"


def test_a_moment_comes_back_in_utc(registry):
    taken = datetime.fromisoformat("2024-09-20T10:00:00+05:00")
    found = kept(document.Document(id="a", text="x", captured=taken)).captured
    assert found == taken
    assert found.tzinfo is UTC


def test_a_coding_that_two_words_rest_on_is_kept_once(registry):
    from kuzet.web.registry import models

    one = coding.Coding(subject="a#1", coder=coding.Coder(id="reader", machine=True), codebook="2024.1")
    with transaction.atomic():
        for ident in ("KZ-2024-0001", "KZ-2024-0002"):
            store.save(msgspec.structs.replace(made.incident(), id=ident, codings=(one,)))
        assert models.Coding.objects.count() == 1
        transaction.set_rollback(True)


def test_words_come_in_the_order_in_which_they_were_written(registry):
    with transaction.atomic():
        for ident in ("z", "a", "m"):
            store.save(document.Document(id=ident, text=ident))
        assert [one.id for one in store.load(document.Document)] == ["z", "a", "m"]
        transaction.set_rollback(True)


@pytest.mark.parametrize(
    "kind", [incident.Incident, incident.Decision, document.Document], ids=lambda kind: kind.__name__
)
def test_many_words_written_at_once_are_loaded_equal(registry, kind):
    @settings(many, max_examples=5)
    @given(st.lists(STRATEGIES[kind].filter(held), max_size=3, unique_by=lambda word: word.id))
    def holds(found):
        with transaction.atomic():
            store.save_new(kind, found)
            assert list(store.load_where(kind, "ident", [word.id for word in found])) == found
            transaction.set_rollback(True)

    holds()
