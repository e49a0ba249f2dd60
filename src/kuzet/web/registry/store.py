"""The only translator between rows and words: what `save` was given, `load` gives back, equal by value.

Moments come back in UTC. Nothing here writes an event: `changes` does, and calls this.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import reduce
from itertools import islice
from typing import Any, Final, TypeVar

import msgspec
from django.db.models import QuerySet, prefetch_related_objects

from kuzet.adapters.batches import in_batches
from kuzet.basis.coding import Coding
from kuzet.basis.dates import check_moment
from kuzet.basis.errors import BadInput, KuzetError, Missing, shorten
from kuzet.basis.word import Word, from_data, to_data
from kuzet.web.registry import canonical, models
from kuzet.web.registry.canonical import digest
from kuzet.web.registry.inserting import insert
from kuzet.web.registry.tables import Columns, Parts, Table, of

W = TypeVar("W", bound=Word)

_UNHELD: Final = re.compile("[\0\ud800-\udfff]")

BATCH: Final = 500
"""Words that are read from the database at a time."""


def save(word: Word, version: int = 1) -> None:
    """Write the row of a word and its parts; from version 2 on over those that are there.

    Raises `BadInput` for what a database does not hold: half a character, a NUL, a moment without its offset, an id
    longer than `models.IDENT` characters.
    """
    table, (values, parts) = of(type(word)), _prepared(word, version)
    for coding in _codings(table, word):
        _keep(coding)
    row = table.model.objects.filter(ident=values["ident"]).only("id").first() if version > 1 else None
    new = row is None
    if row is None:
        row = table.model.objects.create(**values)
    else:
        table.model.objects.filter(pk=row.pk).update(**values)
    for name, rows in parts.items():
        _save_parts(table.parts[name], row, rows, new=new)


def save_new(kind: type[W], words: Sequence[W]) -> None:
    """Write many words of one kind that are not there, some at a time; as `save` of each, and many times as fast."""
    table = of(kind)
    for some in in_batches(words, BATCH):
        codings = {digest(coding): coding for word in some for coding in _codings(table, word)}
        if codings:
            known = set(models.Coding.objects.filter(ident__in=codings).values_list("ident", flat=True))
            save_new(Coding, [coding for ident, coding in codings.items() if ident not in known])
        prepared = [_prepared(word, 1) for word in some]
        insert(table.model, (values for values, _ in prepared))
        if table.parts:
            _insert_parts(table, prepared)


def _insert_parts(table: Table, prepared: Sequence[tuple[dict[str, Any], dict[str, list[dict[str, Any]]]]]) -> None:
    """The parts of words of which the rows are there."""
    keys = dict(
        table.model.objects.filter(ident__in=[values["ident"] for values, _ in prepared]).values_list("ident", "pk")
    )
    for name, part in table.parts.items():
        rows = (
            {f"{part.parent}_id": keys[values["ident"]], "position": position, **value}
            for values, parts in prepared
            for position, value in enumerate(parts[name])
        )
        insert(part.model, rows)


def save_changed(kind: type[W], words: Sequence[tuple[W, int]]) -> None:
    """Write many words of one kind over their rows, each with its version; their parts and codings stay as they are."""
    model = of(kind).model
    for some in in_batches(words, BATCH):
        values = {given["ident"]: given for given, _ in (_prepared(word, version) for word, version in some)}
        rows, names = list(model.objects.filter(ident__in=values)), {"version"}
        for row in rows:
            differ = {name: value for name, value in values[row.ident].items() if getattr(row, name) != value}
            names |= set(differ)
            for name, value in differ.items():
                setattr(row, name, value)
        model.objects.bulk_update(rows, sorted(names), 100)


def values(word: Word) -> dict[str, Any]:
    """The columns of the row of a new word without parts, as `save` would write it."""
    return _prepared(word, 1)[0]


def _prepared(word: Word, version: int) -> tuple[dict[str, Any], dict[str, list[dict[str, Any]]]]:
    """The values of a word's row, and those of its parts; checked."""
    table = of(type(word))
    ident, data = table.ident(word), dict(to_data(word))
    where = f"{table.name} {shorten(ident)}"
    _check_text(ident, data, where)
    parts = {name: _part_rows(parts, getattr(word, name), data.pop(name, [])) for name, parts in table.parts.items()}
    values = _columns(table.columns, word, data) | {name: make(word) for name, make in table.derived.items()}
    values |= {"ident": ident}
    _check_columns(table.model, values, where)
    for name, rows in parts.items():
        for one in rows:
            _check_columns(table.parts[name].model, one, where)
    return values | {"rest": data, "version": version}, parts


def find(kind: type[W], ident: str) -> W | None:
    """The word with this id, None where there is none."""
    return next(few(kind, of(kind).model.objects.filter(ident=ident)), None)


def get(kind: type[W], ident: str) -> W:
    """The word with this id; raises `Missing`."""
    found = find(kind, ident)
    if found is None:
        raise Missing(f"{of(kind).name} {shorten(ident)}: not in the registry")
    return found


def load(kind: type[W], rows: QuerySet[Any] | None = None) -> Iterator[W]:
    """The words of these rows in their order (of all of them, in the order in which they came), some at a time."""
    yield from _sound(read(kind, rows))


def few(kind: type[W], rows: Iterable[Any]) -> Iterator[W]:
    """The words of rows that are few, in their order: by one statement, where a cursor for many takes three."""
    yield from _sound(_words(of(kind), list(rows)))


def load_where(kind: type[W], column: str, values: Iterable[str]) -> Iterator[W]:
    """The words whose column holds one of the values, however many: a database takes only so many at a time.

    Of one value there are few words.
    """
    wanted = iter(sorted(set(values)))
    while some := list(islice(wanted, BATCH)):
        yield from few(kind, of(kind).model.objects.filter(**{f"{column}__in": some}))


def read(kind: type[W], rows: QuerySet[Any] | None = None) -> Iterator[tuple[Any, W | KuzetError]]:
    """Each row with its word, or with what is wrong with it.

    Some rows are asked for at a time, by their keys: no statement stands open between two of them, for which a writer
    of SQLite would have to wait.
    """
    table = of(kind)
    keys = (table.model.objects.all() if rows is None else rows).values_list("pk", flat=True)
    for some in in_batches(keys, BATCH):
        found = table.model.objects.in_bulk(some)
        yield from _words(table, [found[key] for key in some if key in found])


def _sound(found: Iterable[tuple[Any, W | KuzetError]]) -> Iterator[W]:
    """The words, until one is none."""
    for _, word in found:
        if isinstance(word, KuzetError):
            raise word
        yield word


def _codings(table: Table, word: Word) -> tuple[Coding, ...]:
    held = getattr(word, table.codings) if table.codings else None
    return held if isinstance(held, tuple) else (held,) if held else ()


def _keep(coding: Coding) -> None:
    """A coding that is there already is the same one: its id is its digest."""
    if not of(Coding).model.objects.filter(ident=digest(coding)).exists():
        save(coding)


def _columns(columns: Columns, word: object, data: dict[str, Any]) -> dict[str, Any]:
    """The columns' values of a word; what they hold is taken out of `data`, its JSON."""
    for path in columns.values():
        *before, last = path.split(".")
        reduce(lambda place, name: place.get(name, {}), before, data).pop(last, None)
    return {column: _value(reduce(getattr, path.split("."), word)) for column, path in columns.items()}


def _value(value: object) -> Any:  # noqa: ANN401
    if isinstance(value, Coding):
        return digest(value)
    return value if isinstance(value, datetime) else to_data(value)


def _part_rows(parts: Parts, items: Sequence[object], data: Sequence[Any]) -> list[dict[str, Any]]:
    if parts.kind is None:
        (column,) = parts.columns
        return [{column: _value(item)} for item in items]
    return [_columns(parts.columns, item, rest) | {"rest": rest} for item, rest in zip(items, data, strict=True)]


def _save_parts(parts: Parts, row: Any, values: Sequence[dict[str, Any]], *, new: bool) -> None:  # noqa: ANN401
    if not new:
        parts.model.objects.filter(**{parts.parent: row}).delete()
    parts.model.objects.bulk_create(
        parts.model(position=position, **{parts.parent: row}, **value) for position, value in enumerate(values)
    )


def _words(table: Table, rows: Sequence[Any]) -> Iterator[tuple[Any, Any]]:
    prefetch_related_objects(rows, *table.parts)
    found = [_data(table, row) for row in rows]
    if table.codings:
        _give_codings(table.codings, found)
    for row, data in zip(rows, found, strict=True):
        try:
            yield row, from_data(data, table.kind, f"{table.name} {shorten(row.ident)}")
        except KuzetError as error:
            yield row, error


def _data(table: Table, row: Any) -> dict[str, Any]:  # noqa: ANN401
    """A row and its parts as the JSON of a word; a coding is only named."""
    data = _filled(table.kind, table.columns, row)
    data |= {name: [_item(parts, part) for part in getattr(row, name).all()] for name, parts in table.parts.items()}
    return data if "id" in data or "id" not in table.kind.__struct_fields__ else data | {"id": row.ident}


def _item(parts: Parts, row: Any) -> Any:  # noqa: ANN401
    if parts.kind is None:
        (column,) = parts.columns
        return getattr(row, column)
    return _filled(parts.kind, parts.columns, row)


def _filled(kind: type[Word], columns: Columns, row: Any) -> dict[str, Any]:  # noqa: ANN401
    """The row's `rest`, with what its columns hold put back; defaults are left out, as in every JSON of a word."""
    data, defaults = dict(row.rest), canonical.defaults(kind)
    for column, path in columns.items():
        *before, last = path.split(".")
        value = getattr(row, column)
        if value is not None and value != defaults.get(path):
            reduce(lambda place, name: place.setdefault(name, {}), before, data)[last] = value
    return data


def _give_codings(name: str, found: Sequence[dict[str, Any]]) -> None:
    """Each coding that is named, in its place."""
    wanted = {ident for data in found for ident in _named(data.get(name))}
    known: Mapping[str, Coding] = {
        digest(coding): coding for coding in few(Coding, of(Coding).model.objects.filter(ident__in=wanted))
    }
    for data in found:
        if isinstance(data.get(name), list):
            data[name] = [known.get(ident) for ident in data[name]]
        elif name in data:
            data[name] = known.get(data[name])


def _named(value: object) -> list[str]:
    return value if isinstance(value, list) else [str(value)] if value else []


def _check_text(ident: str, data: object, where: str) -> None:
    """Both databases refuse the same, so that a registry can move from one to the other."""
    if _is_held((ident, data)):
        return
    for text in (ident, *_texts(data)):
        if _UNHELD.search(text):
            raise BadInput(text, "text without NUL and halves of characters", where)


def _is_held(data: object) -> bool:
    """Whether a database surely holds all texts: told by one look at their JSON, which most words pass."""
    try:
        return b"\\u0000" not in msgspec.json.encode(data)
    except UnicodeEncodeError:
        return False


def _texts(data: object) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, Mapping):
        for value in data.values():
            yield from _texts(value)
    elif isinstance(data, list | tuple):
        for value in data:
            yield from _texts(value)


def _check_columns(model: Any, values: Mapping[str, Any], where: str) -> None:  # noqa: ANN401
    limits = {field.attname: field.max_length for field in model._meta.concrete_fields}  # noqa: SLF001  (Django's own)
    for name, value in values.items():
        if isinstance(value, datetime):
            check_moment(value, f"{where}, {name}")
        limit = limits.get(name)
        if limit and len(value) > limit:
            raise BadInput(value, f"an id of at most {limit} characters", f"{where}, {name}")
