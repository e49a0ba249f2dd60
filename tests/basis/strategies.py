"""Hypothesis strategies for every word, honouring its invariants."""

from __future__ import annotations

from datetime import UTC

from hypothesis import strategies as st

from kuzet.basis import coding, dates, document, figure, incident, judgement, law, money, names, places, release, tiers

text = st.text(min_size=1, max_size=20).filter(str.strip)
maybe = lambda inner: st.none() | inner  # noqa: E731  (reads as a word in the tables below)
tuples = lambda inner, least=0: st.lists(inner, min_size=least, max_size=3).map(tuple)  # noqa: E731
ids = st.from_regex(r"[a-z][a-z0-9-]{0,8}", fullmatch=True)
codes = st.from_regex(r"[a-z_]{1,12}", fullmatch=True)
moments = st.datetimes(timezones=st.just(UTC))
shas = st.from_regex(r"[0-9a-f]{64}", fullmatch=True)


def dated(day, precision, yearless):
    parts = [day.month, day.day][:precision]
    return dates.PartialDate(None if yearless and parts else day.year, *parts)


partial_dates = st.builds(dated, st.dates(), st.integers(0, 2), st.booleans())
with_year = st.builds(dated, st.dates(), st.integers(0, 2), st.just(value=False))
ranges = st.builds(lambda a, b: dates.EventDate(min(a, b), max(a, b)), with_year, with_year)
event_dates = partial_dates.map(dates.EventDate) | ranges.filter(lambda r: r.end.last() >= r.start.first())
dated_events = with_year.map(dates.EventDate)

name = st.builds(names.Name, kk=text, ru=st.just("") | text, en=st.just("") | text)
place = st.builds(
    places.Place,
    name=name,
    precision=st.just("town"),
    country=st.just("KZ"),
    region=st.just("KZ-71"),
    latitude=st.floats(-90, 90),
    longitude=st.floats(-180, 180),
)
sums = st.decimals(0, 10**9, places=2, allow_nan=False)
cash = st.builds(money.Money, amount=sums, currency=st.sampled_from(["KZT", "MCI", "EUR"]))
article = st.builds(law.LegalArticle, code=codes, article=st.sampled_from(["274", "456-2"]), part=st.just("") | text)
source = st.builds(document.Source, id=ids, name=name, kind=codes, languages=tuples(codes), country=codes)
page = st.builds(
    document.Document,
    id=ids,
    text=st.text(),
    title=st.text(),
    published=maybe(event_dates),
    captured=maybe(moments),
    sha256=st.just("") | shas,
)
quotation = st.builds(
    lambda ident, start, words: document.Quotation(document=ident, start=start, end=start + len(words), text=words),
    ids,
    st.integers(0, 10**6),
    text,
)
coder = st.builds(coding.Coder, id=ids, machine=st.booleans())
candidate = st.builds(
    coding.Candidate, id=ids, document=ids, passages=tuples(quotation, 1), score=st.floats(0, 1), rules=tuples(codes)
)


def answers(values):
    return st.builds(coding.Answer, value=values, quotation=maybe(quotation), confidence=st.floats(0, 1), rule=codes)


perpetrator = st.builds(coding.Perpetrator, klass=codes, kind=codes, role=codes, name=maybe(name))
target = st.builds(
    coding.Target,
    name=name,
    kind=codes,
    affiliation=maybe(name),
    gender=st.sampled_from(["", "f", "m"]),
    people=maybe(st.integers(1, 500)),
)
penalty = st.builds(
    coding.Penalty,
    kind=codes,
    money=maybe(cash),
    days=maybe(st.integers(0, 90)),
    date=maybe(event_dates),
    requested=st.booleans(),
    replaced=st.booleans(),
)
one_coding = st.builds(
    coding.Coding,
    subject=ids,
    coder=coder,
    codebook=st.just("2024.1"),
    at=maybe(moments),
    is_attack=maybe(answers(st.booleans())),
    category=maybe(answers(codes)),
    methods=tuples(answers(codes)),
    perpetrators=tuples(answers(perpetrator)),
    targets=tuples(answers(target)),
    people=maybe(answers(st.integers(1, 9))),
    date=maybe(answers(event_dates)),
    place=maybe(answers(place)),
    articles=tuples(answers(article)),
    penalties=tuples(answers(penalty)),
)
pairs = st.lists(ids, min_size=2, max_size=2, unique=True).map(sorted)
kinds = st.sampled_from(judgement.LinkKind)
evidence = st.builds(judgement.Evidence, feature=codes, weight=st.floats(-9, 9), detail=st.text())
link = pairs.flatmap(
    lambda pair: st.builds(
        judgement.Link,
        left=st.just(pair[0]),
        right=st.just(pair[1]),
        kind=kinds,
        score=st.floats(-99, 99),
        evidence=tuples(evidence),
    )
)
passages_of = lambda ident: st.builds(incident.Passage, document=st.just(ident), quote=text)  # noqa: E731
one_judgement = pairs.flatmap(
    lambda pair: st.builds(
        judgement.Judgement,
        left=st.just(f"{pair[0]}#1"),
        right=st.just(f"{pair[1]}#1"),
        left_words=maybe(passages_of(pair[0])),
        right_words=maybe(passages_of(pair[1])),
        id=st.just("") | ids,
        kind=kinds,
        author=coder,
        at=moments,
        verdict=st.sampled_from(judgement.Verdict),
        reason=st.text(),
    )
)
undo = st.builds(judgement.Undo, of=ids, author=coder, at=moments, reason=st.text(), id=st.just("") | ids)
citation = st.builds(
    incident.Citation, document=ids, source=ids, url=st.text(), sha256=shas, passage=st.text(), captured=maybe(moments)
)
raised = st.builds(tiers.Raised, path=codes, tier=st.sampled_from(tiers.Tier), name=maybe(name))
one_incident = st.builds(
    incident.Incident,
    id=ids,
    country=st.just("KZ"),
    title=name,
    summary=name,
    date=dated_events,
    category=codes,
    methods=tuples(codes, 1),
    perpetrators=tuples(perpetrator, 1),
    targets=tuples(target),
    place=place,
    people=maybe(st.integers(1, 500)),
    penalties=tuples(penalty),
    citations=tuples(citation, 1),
    codings=st.lists(one_coding, max_size=1).map(tuple),
    tiers=tuples(raised),
)
step = st.builds(incident.CaseStep, date=dated_events, kind=codes, text=name, penalty=maybe(penalty))
case = st.builds(
    lambda ident, title, steps: incident.Case(
        id=ident, title=title, incidents=(ident,), steps=tuple(sorted(steps, key=lambda one: one.date))
    ),
    ids,
    name,
    st.lists(step, max_size=3),
)
passage = st.builds(incident.Passage, document=ids, quote=text)
decision = st.builds(
    incident.Decision,
    id=ids,
    at=moments,
    author=coder,
    verb=st.just(incident.Verb.ACCEPT),
    reason=text,
    incident=ids,
    passages=tuples(passage, 1),
    coding=one_coding,
    title=name,
    summary=name,
    tiers=tuples(raised),
)
filters = tuples(st.builds(figure.Filter, field=codes, codes=tuples(codes)))
question = st.builds(
    figure.Question, measure=codes, period=event_dates, where=filters, base=filters, against=maybe(event_dates)
)
one_figure = st.builds(
    figure.Figure,
    unit=st.just(figure.Unit.PERCENT),
    question=question,
    release=ids,
    numerator=st.integers(-(10**6), 10**6),
    denominator=st.integers(1, 10**6),
    incidents=tuples(ids),
)
total = st.builds(
    release.PublishedTotal,
    id=ids,
    year=st.integers(2000, 2030),
    where=filters,
    value=st.integers(0, 999),
    unit=st.just("incidents"),
    derived=st.booleans(),
    source=text,
)
indicator = st.builds(
    release.Indicator,
    code=codes,
    year=st.integers(2000, 2030),
    value=st.decimals(0, 999, places=2),
    unit=text,
    source=text,
)

WORDS = [
    name,
    place,
    cash,
    article,
    source,
    page,
    quotation,
    coder,
    candidate,
    perpetrator,
    target,
    penalty,
    one_coding,
    evidence,
    link,
    one_judgement,
    undo,
    citation,
    one_incident,
    step,
    case,
    passage,
    decision,
    question,
    one_figure,
    total,
    indicator,
]
