"""Tables of the registry: one field with shares, two fields crossed, indicators, the register of incidents."""

from __future__ import annotations

from collections.abc import Sequence

from kuzet.basis.errors import BadExpression, BadInput
from kuzet.basis.fields import FIELDS, UNKNOWN
from kuzet.basis.figure import Figure
from kuzet.basis.incident import Incident
from kuzet.basis.release import Indicator
from kuzet.language.values import form
from kuzet.observatory.write.composing.materials import Labels
from kuzet.observatory.write.composing.runs import Notes
from kuzet.observatory.write.composing.values import filters
from kuzet.observatory.write.expressions.expressions import Expression
from kuzet.observatory.write.numbers_port import Where
from kuzet.observatory.write.tree import Runs, Strong, Table, Text, incident_anchor

Row = tuple[Runs, ...]
BY_CODE = ("month", "category", "perpetrator", "proceeding", "mode")
"""Fields whose rows keep the order of the codebook; others go from the most to the fewest incidents."""


def table(expression: Expression, notes: Notes) -> Table:
    """`table FIELD` with shares or `table FIELD by FIELD`."""
    fields, where = [word.text for word in expression.words], filters(expression.options)
    if len(fields) == 1:
        return one_field(fields[0], where, notes)
    if len(fields) != 3 or fields[1] != "by" or fields[0] == fields[2]:
        raise BadExpression(expression.source, "of the form 'table FIELD by FIELD'", str(expression.place))
    return crossed((fields[0], fields[2]), where, notes)


def one_field(name: str, where: Where, notes: Notes) -> Table:
    """The codes of one field with incidents and shares, and the total."""
    labels, numbers = notes.labels, notes.labels.materials.numbers
    split = numbers.split(name, where)
    shares = dict(split.parts)
    rows = [
        (_words(labels.code(name, code)), notes_run(notes, count), notes_run(notes, shares[code]))
        for code, count in ordered(name, where, labels)
        if code in shares
    ]
    rows.append((_strong(labels.phrases.text("total")), notes_run(notes, numbers.count(where)), _words("")))
    head = (labels.field(name), labels.phrases.text("incidents"), labels.phrases.text("share"))
    return Table(
        caption=caption((name,), where, labels),
        head=tuple(_words(cell) for cell in head),
        rows=tuple(rows),
        note=spaced(_words(_note(name, split.rounded_sum, labels)), placeholders(where, notes)),
    )


def _note(name: str, rounded_sum: int, labels: Labels) -> str:
    """What has to be said of shares that do not add up: overlapping rows, or rounding."""
    if FIELDS[name].many:
        return labels.phrases.text("overlap_note")
    if rounded_sum == 100:
        return ""
    return labels.phrases.text("rounding_note").replace("{}", form.percent(rounded_sum, labels.language))


def crossed(names: tuple[str, str], where: Where, notes: Notes) -> Table:
    """Incidents by two fields, with totals."""
    labels, numbers = notes.labels, notes.labels.materials.numbers
    cross = numbers.cross(names, where)
    across = cross.axis(names[1])
    head = [labels.field(names[0]), *(labels.code(names[1], code) for code in across), labels.phrases.text("total")]
    rows = [
        (
            _words(labels.code(names[0], code)),
            *(notes_run(notes, cross.figure((code, other))) for other in across),
            notes_run(notes, numbers.count(narrowed(where, names[0], code))),
        )
        for code in cross.axis(names[0])
    ]
    totals = (notes_run(notes, numbers.count(narrowed(where, names[1], other))) for other in across)
    rows.append((_strong(labels.phrases.text("total")), *totals, notes_run(notes, numbers.count(where))))
    return Table(
        caption=caption(names, where, labels),
        head=tuple(_words(cell) for cell in head),
        rows=tuple(rows),
        note=placeholders(where, notes),
    )


def placeholders(where: Where, notes: Notes) -> Runs:
    """How many of the incidents of a table are placeholders, a sentence with its figure; nothing where none is."""
    if "reconstructed" in where:
        return ()
    found = notes.labels.materials.numbers.count({**where, "reconstructed": "yes"})
    if not found.numerator:
        return ()
    before, _, after = notes.labels.phrases.text("placeholders").partition("{}")
    return (*_words(before), notes.plain(found), *_words(after))


def spaced(*sentences: Runs) -> Runs:
    """Sentences one after the other with a space between, those that are empty left out."""
    said = [one for one in sentences if one]
    return tuple(run for place, one in enumerate(said) for run in (*_words(" " if place else ""), *one))


def narrowed(where: Where, name: str, code: str) -> Where:
    """The filters with one code more; a code outside the field's own filter cannot be asked for."""
    before = where.get(name, ())
    if before and code not in ((before,) if isinstance(before, str) else before):
        raise BadInput(code, f"one of {before}", f"filter {name}")
    return {**where, name: code}


def ordered(name: str, where: Where, labels: Labels) -> Sequence[tuple[str, Figure]]:
    """Codes with their figures: from most to fewest, the unknown last, or in the order of the codebook."""
    numbers = labels.materials.numbers
    if name not in BY_CODE:
        ranked = [(code, figure) for code, figure in numbers.rank(name, where) if figure.numerator]
        return sorted(ranked, key=lambda one: one[0] == UNKNOWN)
    return [(code, numbers.count(narrowed(where, name, code))) for code, _ in numbers.split(name, where).parts]


def caption(names: Sequence[str], where: Where, labels: Labels) -> str:
    """`Incidents by category and perpetrator`, with the filters in brackets."""
    by = form.listing([labels.phrases.by[name] for name in names], labels.language)
    text = labels.phrases.text("caption").replace("{}", by)
    told = "; ".join(
        " + ".join(labels.code(name, code) for code in ((codes,) if isinstance(codes, str) else codes))
        for name, codes in where.items()
    )
    return f"{text} ({told})" if told else text


def indicators(notes: Notes) -> Table:
    """The context indicators of the year and the one before, with source and date."""
    labels, materials = notes.labels, notes.labels.materials
    shown = [one for one in materials.release.indicators if materials.year - 1 <= one.year <= materials.year]
    head = [labels.phrases.text(name) for name in ("indicator", "year", "value", "source")]
    return Table(
        caption=labels.phrases.text("indicators"),
        head=tuple(_words(cell) for cell in head),
        rows=tuple(_indicator(one, notes) for one in shown),
    )


def _indicator(one: Indicator, notes: Notes) -> Row:
    labels = notes.labels
    dated = f", {form.date(one.published, labels.language)}" if one.published else ""
    value = notes_run(notes, labels.materials.numbers.indicator(one.code, one.year))
    return _words(labels.indicator(one.code)), _words(str(one.year)), value, _words(one.source + dated)


def register(notes: Notes) -> Table:
    """Every incident of the release in order of date, each with the anchor that figures lead to."""
    labels = notes.labels
    incidents = sorted(labels.materials.release.incidents, key=lambda one: (one.date, one.id))
    head = [labels.phrases.text("id"), labels.phrases.text("date"), labels.field("region"), labels.field("method")]
    head += [labels.field("perpetrator"), labels.phrases.text("what")]
    return Table(
        caption=labels.phrases.text("register"),
        head=tuple(_words(cell) for cell in head),
        rows=tuple(_incident(one, labels) for one in incidents),
        anchors=tuple(incident_anchor(one.id) for one in incidents),
    )


def _incident(one: Incident, labels: Labels) -> Row:
    """The row of an incident; the method of a placeholder is all that is known, so its title is not told beside it."""
    language = labels.language
    cells = (
        one.id,
        form.date(one.date, language),
        labels.code("region", one.place.region or "unknown"),
        labels.code("method", one.method),
        labels.code("perpetrator", one.perpetrator),
    )
    told = _words(labels.phrases.text("reconstructed_mark")) if one.reconstructed else (labels.name(one.title),)
    return (*(_words(cell) for cell in cells), told)


def notes_run(notes: Notes, figure: Figure) -> Runs:
    """A figure as a cell."""
    return (notes.plain(figure),)


def _words(text: str) -> Runs:
    return (Text(text=text),) if text else ()


def _strong(text: str) -> Runs:
    return (Strong(runs=_words(text)),)
