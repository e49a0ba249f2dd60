"""Lists of the registry and of the country's data: cases told, events, laws, sources, codes, earlier cases."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from kuzet.basis.coding import Penalty
from kuzet.basis.dates import EventDate
from kuzet.basis.document import Source
from kuzet.basis.errors import BadExpression, KuzetError
from kuzet.basis.fields import FIELDS
from kuzet.basis.figure import Figure
from kuzet.basis.incident import Citation, Incident
from kuzet.language.values import form
from kuzet.observatory.write.composing.cases import is_followed
from kuzet.observatory.write.composing.charts import Sketch, sketch
from kuzet.observatory.write.composing.editions import corrections, restated, told
from kuzet.observatory.write.composing.materials import Labels
from kuzet.observatory.write.composing.quality import agreement, coverage, reliability
from kuzet.observatory.write.composing.runs import Notes
from kuzet.observatory.write.composing.sums import sums
from kuzet.observatory.write.composing.tables import indicators, register, table
from kuzet.observatory.write.composing.values import filters, uncomputable
from kuzet.observatory.write.expressions.expressions import Expression
from kuzet.observatory.write.tree import (
    Block,
    CaseEntry,
    CaseList,
    FigureAnnex,
    Link,
    Listing,
    Paragraph,
    Run,
    Runs,
    Strong,
    Table,
    Text,
)

Blocks = tuple[Block, ...]


def block(expression: Expression, notes: Notes) -> Blocks | Sketch:
    """What a block expression stands for; raises `BadExpression` with its place."""
    try:
        return _BLOCKS[expression.verb.text](expression, notes)
    except BadExpression:
        raise
    except KuzetError as error:
        raise uncomputable(expression, error) from error


def _cases(expression: Expression, notes: Notes) -> Blocks:
    """The described incidents that pass, in order of date; a paragraph says so where there are none."""
    materials = notes.labels.materials
    figure = materials.numbers.count({"reconstructed": "no", **filters(expression.options)})
    found = sorted((materials.incidents[id_] for id_ in figure.incidents), key=lambda one: (one.date.order(), one.id))
    limit = expression.option("limit")
    shown = found[: int(limit)] if limit else found
    if not shown:
        return (Paragraph(runs=(Text(text=notes.labels.phrases.text("no_cases")),)),)
    told = CaseList(entries=tuple(_entry(one, notes) for one in shown))
    return (told,) if len(shown) == len(found) else (told, _cut(len(shown), figure, notes))


def _cut(shown: int, figure: Figure, notes: Notes) -> Paragraph:
    """How many of the described incidents are told, where not all are."""
    text = notes.labels.phrases.text("cases_cut").replace("{shown}", form.number(shown, notes.labels.language))
    before, _, after = text.partition("{}")
    return Paragraph(runs=(Text(text=before), notes.plain(figure), Text(text=after)))


def _entry(one: Incident, notes: Notes) -> CaseEntry:
    labels = notes.labels
    return CaseEntry(
        incident=one.id,
        date=form.date(one.date, labels.language),
        place=one.place.name.best(labels.language),
        runs=(labels.name(one.summary), *_people(one, notes), *_outcome(one, labels)),
        citations=tuple(_citation(citation, labels) for citation in one.citations),
    )


def _people(one: Incident, notes: Notes) -> Iterator[Run]:
    if one.people is not None and one.people > 1:
        before, _, after = notes.labels.phrases.text("people_affected").partition("{}")
        yield Text(text=f" {before}")
        yield notes.plain(notes.labels.materials.numbers.people({"id": one.id}))
        yield Text(text=after)


def _outcome(one: Incident, labels: Labels) -> Iterator[Run]:
    parts = [labels.code("verdict", one.verdict)] if one.verdict not in ("", "none", "unknown") else []
    parts += [_penalty(penalty, labels) for penalty in one.penalties]
    if parts:
        told = "; ".join([parts[0], *map(form.inside, parts[1:])])
        yield Text(text=" " + labels.phrases.text("outcome").replace("{}", told))


def _penalty(penalty: Penalty, labels: Labels) -> str:
    sizes = [form.money(penalty.money, labels.language)] if penalty.money else []
    sizes += [_duration(penalty, labels)] if penalty.days or penalty.months else []
    text = ", ".join([labels.code("penalty", penalty.kind), *sizes])
    marks = [labels.phrases.text(name) for name in ("requested", "replaced") if getattr(penalty, name)]
    return f"{text} ({', '.join(marks)})" if marks else text


def _duration(penalty: Penalty, labels: Labels) -> str:
    """`4 years 6 months`, `20 days`."""
    years, months = divmod(penalty.months or 0, 12)
    parts = (("year", years), ("month", months), ("day", penalty.days or 0))
    nouns, case = labels.phrases.nouns, labels.phrases.cases[0]
    return " ".join(form.counted(number, labels.language, nouns[name][case]) for name, number in parts if number)


def _citation(citation: Citation, labels: Labels) -> Runs:
    known = {source.id: source for source in labels.materials.release.sources}
    name = known[citation.source].name.best(labels.language) if citation.source in known else citation.source
    dated = f", {form.date(citation.published, labels.language)}" if citation.published else ""
    title = f": {citation.title}" if citation.title else ""
    words = Text(text=f"{name}{title}")
    return (Link(target=citation.url, runs=(words,)) if citation.url else words, *_maybe(dated))


def _maybe(text: str) -> Iterator[Text]:
    if text:
        yield Text(text=text)


def _events(_: Expression, notes: Notes) -> Blocks:
    """The events of the period, each with the incidents that are tied to it."""
    labels, materials = notes.labels, notes.labels.materials
    found = dict(materials.numbers.rank("context_event"))
    items: list[Runs] = []
    for event in materials.country.events:
        span = _span(str(event.start), str(event.end))
        if span.within(materials.release.manifest.period):
            title = Strong(runs=(Text(text=labels.of(event.label)),))
            when = Text(text=f" ({form.date(span, labels.language)}). ")
            items.append((title, when, *_tied(found.get(event.code), notes)))
    return _listing(items, labels)


def _tied(figure: Figure | None, notes: Notes) -> Runs:
    if figure is None:
        return (Text(text=notes.labels.phrases.text("event_nothing")),)
    before, _, after = notes.labels.phrases.text("event_incidents").partition("{}")
    return Text(text=before), notes.plain(figure), Text(text=after)


def _span(start: str, end: str) -> EventDate:
    return EventDate.parse(start if start == end else f"{start}/{end}")


def _legislation(_: Expression, notes: Notes) -> Blocks:
    """Changes of the law from the year before up to the end of the period, in order of date."""
    labels, period = notes.labels, notes.labels.materials.release.manifest.period
    items: list[Runs] = []
    for change in sorted(labels.materials.country.legislation, key=lambda one: one.when):
        if period.first().year - 1 <= change.when.first().year and change.when.first() <= period.last():
            day = form.date(EventDate(change.when), labels.language)
            title = Strong(runs=(Text(text=labels.of(change.label)),))
            items.append(
                (Text(text=f"{day[0].upper()}{day[1:]}. "), title, Text(text=f". {labels.of(change.summary)}"))
            )
    return _listing(items, labels)


def _sources(_: Expression, notes: Notes) -> Blocks:
    """The sources that incidents cite, by name."""
    labels, cited = notes.labels, notes.labels.materials.quality.cited
    known = (source for source in labels.materials.release.sources if source.id in cited)
    found = sorted(known, key=lambda one: one.name.best(labels.language).lower())
    return _listing([(_source(source, labels),) for source in found], labels)


def _source(source: Source, labels: Labels) -> Run:
    words = Text(text=source.name.best(labels.language))
    return Link(target=source.url, runs=(words,)) if source.url else words


def _codes(expression: Expression, notes: Notes) -> Blocks:
    """The codes of a field with their definitions."""
    labels, fields = notes.labels, [word.text for word in expression.words[1:]]
    table_name = FIELDS[fields[0]].table if len(fields) == 1 else ""
    if not table_name:
        raise BadExpression(
            expression.source, "of the form 'list codes FIELD', a field of the codebook", str(expression.place)
        )
    codes = labels.materials.codebook.table(table_name).values()
    pairs = [(code.label.get(labels.language), code.definition.get(labels.language)) for code in codes]
    return _listing([(Strong(runs=(Text(text=label),)), Text(text=f": {told}")) for label, told in pairs], labels)


def _followup(_: Expression, notes: Notes) -> Blocks:
    """The cases that began before the year of the report and went on in it, each with all of its dated steps."""
    labels = notes.labels
    blocks: list[Block] = []
    for case in labels.materials.release.cases:
        if is_followed(case, labels.materials.year):
            steps = [
                (Text(text=f"{form.date(step.date, labels.language)}: "), labels.name(step.text)) for step in case.steps
            ]
            blocks += [Paragraph(runs=(Strong(runs=(labels.name(case.title),)),)), *_listing(steps, labels)]
    return tuple(blocks) or _listing((), labels)


def _restated(notes: Notes) -> Blocks:
    """A sentence for each year whose whole is told otherwise, then the table of all numbers that are."""
    sentences = told(notes)
    return (*(_listing(sentences, notes.labels) if sentences else ()), *_filled(restated(notes), notes))


def _filled(table: Table, notes: Notes) -> Blocks:
    """The table, or a sentence that there is nothing to be listed."""
    return (table,) if table.rows else _listing((), notes.labels)


def _listing(items: Sequence[Runs], labels: Labels) -> Blocks:
    """The items, or a sentence that there are none."""
    if not items:
        return (Paragraph(runs=(Text(text=labels.phrases.text("nothing_listed")),)),)
    return (Listing(items=tuple(items)),)


_LISTS: Final[Mapping[str, Callable[[Expression, Notes], Blocks]]] = MappingProxyType(
    {
        "events": _events,
        "legislation": _legislation,
        "sources": _sources,
        "codes": _codes,
        "followup": _followup,
        "indicators": lambda _, notes: _filled(indicators(notes), notes),
        "coverage": lambda _, notes: _filled(coverage(notes), notes),
        "agreement": lambda _, notes: _filled(agreement(notes), notes),
        "reliability": lambda _, notes: _filled(reliability(notes), notes),
        "sums": lambda expression, notes: _filled(sums(filters(expression.options), notes), notes),
        "restated": lambda _, notes: _restated(notes),
        "corrections": lambda _, notes: _listing(corrections(notes), notes.labels),
        "incidents": lambda _, notes: (register(notes),),
        "figures": lambda _, __: (FigureAnnex(),),
    }
)
_BLOCKS: Final[Mapping[str, Callable[[Expression, Notes], Blocks | Sketch]]] = MappingProxyType(
    {
        "cases": _cases,
        "chart": sketch,
        "table": lambda expression, notes: (table(expression, notes),),
        "list": lambda expression, notes: _LISTS[expression.words[0].text](expression, notes),
    }
)
