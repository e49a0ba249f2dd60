"""A small invented report in three languages: twelve incidents of an invented country, every kind of block."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import yaml

from kuzet.basis.dates import EventDate
from kuzet.basis.figure import Figure, Filter, Question, Unit
from kuzet.observatory.write import charts
from kuzet.observatory.write.tree import (
    Callout,
    CaseEntry,
    CaseList,
    Chart,
    Emphasis,
    FigureAnnex,
    FigureRun,
    Heading,
    Link,
    Listing,
    Paragraph,
    Report,
    Strong,
    Table,
    Text,
    incident_anchor,
)

LANGUAGES = ("kk", "ru", "en")
IDS = tuple(f"XX-2024-{number:04}" for number in range(1, 13))
SAID = yaml.safe_load(Path(__file__).with_suffix(".yml").read_text("utf-8"))


def report(language: str) -> Report:
    """The invented report in one language."""
    return Report(
        language=language,
        title=_said("title", language),
        subtitle=_said("subtitle", language),
        publisher=_said("publisher", language),
        edition="1",
        release="xx-2024",
        digest="9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        frozen=date(2025, 1, 31),
        dated=_said("dated", language),
        blocks=(*_opening(language), *_charts(language), *_closing(language)),
        imprint=(Paragraph(runs=(Text(text=_said("imprint", language)),)),),
    )


def all_incidents(language: str, text: str = "12") -> FigureRun:
    return _run(1, text, "q_all", language, _figure(Unit.INCIDENTS, IDS))


def _opening(language: str):
    whole = all_incidents(language)
    authorities = _run(2, "5", "q_authorities", language, _figure(Unit.INCIDENTS, (*IDS[:4], IDS[7]), "authorities"))
    fraction = _figure(Unit.PERCENT, (*IDS[:4], IDS[7]), "authorities", IDS)
    share = _run(3, {"en": "42%", "ru": "42 %", "kk": "42%"}[language], "q_share", language, fraction)
    before = _run(4, "14", "q_before", language, _figure(Unit.INCIDENTS, (), published=("total-2023",)))
    rank = _run(5, "142", "q_score", language, _figure(Unit.NUMBER, (), value=142))
    one, two, three, four, five, six = (Text(text=_said(f"said_{number}", language)) for number in range(6))
    again = all_incidents(language, {"en": "twelve", "ru": "двенадцать", "kk": "он екі"}[language])
    points = Listing(
        items=((Text(text=_said("trend", language) + ": "), again), (_plain("split", language))), ordered=True
    )
    link = Link(target="#methodology", runs=_plain("back", language))
    outlet = Emphasis(runs=(Text(text="Қорғантас жаршысы", language="kk"),))
    yield Heading(level=1, text=_said("key", language), anchor="key-findings")
    yield Callout(kind="key", title=_said("key", language), blocks=(points,))
    yield Heading(level=1, text=_said("general", language), anchor="general")
    yield Paragraph(runs=(one, Strong(runs=(whole,)), two, authorities, three, share, four, before, five, rank, six))
    yield Paragraph(runs=(link, Text(text=" "), outlet, Text(text=" <&> ₸ 1 234")))
    rows = (
        (_plain("j", language), (_short("3"),), (_short("4"),)),
        (_plain("p", language), (_short("2"),), (_short("3"),)),
    )
    head = (_plain("group", language), _plain("a", language), _plain("n", language))
    yield Table(caption=_said("who", language), head=head, rows=rows, note=_plain("back", language), anchor="table-who")


def _charts(language: str):
    unknown = _said("unknown", language)
    text = lambda key: _said(key, language)  # noqa: E731 - a short name for one language
    yield Heading(level=2, text=text("years"), anchor="years")
    years = list(zip(range(2017, 2025), (9, None, 10, 11, 16, 20, 14, 12), strict=True))
    trend = [_point(year, value, strong=year == 2024) for year, value in years]
    yield _chart("trend", charts.columns(trend, unknown), trend, "year", language)
    panels = [
        charts.Part(
            label=str(year),
            series=text(key),
            value=value and value // 2 + bonus,
            text=str(value and value // 2 + bonus),
        )
        for key, bonus in (("j", 0), ("p", 1))
        for year, value in years
    ]
    yield _chart("panels", charts.panels(panels, unknown), trend, "year", language)
    yield Heading(level=2, text=text("who"), anchor="who")
    counts = {"j": (3, 3, 0), "p": (2, 1, 3)}
    parts = [
        charts.Part(label=text(key), series=text(series), value=value, text=str(value))
        for key, values in counts.items()
        for series, value in zip("anu", values, strict=True)
    ]
    totals = [_point(text(key), sum(values)) for key, values in counts.items()]
    yield _chart("split", charts.stacked(parts, totals), totals, "group", language)
    methods = [_point(text("m1"), 6, strong=True), _point(text("m2"), 4), _point(text("m3"), 2)]
    yield _chart("methods", charts.bars(methods), methods, "group", language)
    yield Heading(level=2, text=text("where"), anchor="where")
    months = [
        _point(name, value)
        for name, value in zip(
            _said("names_of_months", language).split(), (1, 0, 2, 1, 0, 1, 0, 1, 2, 2, 1, 0, 1), strict=True
        )
    ]
    yield _chart("months", charts.columns(months, unknown), months, "month", language)
    units = [
        charts.Tile(code=f"N{n}", label=text(f"n{n}"), column=n, row=n % 2, value=n * 2, text=str(n * 2))
        for n in (1, 2, 3)
    ]
    named = [_point(text(f"n{n}"), n * 2) for n in (1, 2, 3)]
    yield _chart("regions", charts.tiles(units), named, "unit", language)


def _closing(language: str):
    source = Link(target="https://paper.example/hall", runs=(Text(text="Қорғантас жаршысы", language="kk"),))
    entry = CaseEntry(
        incident=IDS[0],
        date=_said("told_day", language),
        place=_said("told_place", language),
        runs=_plain("told", language),
        citations=((source, Text(text=", 2024")), (Text(text="Press.example"),)),
        anchor="case-hall",
    )
    yield Heading(level=1, text=_said("cases", language), anchor="cases")
    yield CaseList(entries=(entry, entry_without_anchor(entry)))
    yield Heading(level=1, text=_said("methodology", language), anchor="methodology")
    yield Callout(kind="note", title=_said("warn", language), blocks=(Paragraph(runs=_plain("back", language)),))
    yield Listing(items=(_plain("m1", language), _plain("m2", language)))
    yield Heading(level=1, text=_said("register", language), anchor="register", annex=True)
    head = tuple(_plain(key, language) for key in ("event", "day", "place"))
    rows = tuple(((Text(text=one),), (Text(text="2024-09-20"),), _plain("told_place", language)) for one in IDS)
    yield Table(caption=_said("register", language), head=head, rows=rows, anchors=tuple(map(incident_anchor, IDS)))
    yield Heading(level=1, text=_said("annex", language), anchor="figures", annex=True)
    yield FigureAnnex()


def entry_without_anchor(entry: CaseEntry) -> CaseEntry:
    return CaseEntry(incident=IDS[5], date=entry.date, place=entry.place, runs=entry.runs)


def _chart(name: str, specs, points, key: str, language: str) -> Chart:
    head = (_plain(key, language), _plain("count", language))
    rows = tuple(
        ((Text(text=point.label),), (all_incidents(language) if point.text == "12" else _short(point.text or "–"),))
        for point in points
    )
    table = Table(caption="", head=head, rows=rows)
    title, source = _said(name, language), _said("source", language)
    alt = "; ".join(f"{point.label}: {point.text or '–'}" for point in points)
    return Chart(name=f"chart-{name}", title=title, alt=f"{title}. {alt}", source=source, specs=specs, table=table)


def _point(label, value, strong=False) -> charts.Point:
    return charts.Point(label=str(label), value=value, text="" if value is None else str(value), strong=strong)


def _said(key: str, language: str) -> str:
    return SAID[key][LANGUAGES.index(language)]


def _plain(key: str, language: str):
    return (Text(text=_said(key, language)),)


def _short(text: str) -> Text:
    return Text(text=text)


def _run(number, text, question, language, figure) -> FigureRun:
    return FigureRun(number=number, text=text, question=_said(question, language), figure=figure)


def _figure(unit, incidents, perpetrator="", whole=(), published=(), value=None) -> Figure:
    where = (Filter(field="perpetrator", codes=(perpetrator,)),) if perpetrator else ()
    numerator = value if value is not None else len(incidents) or 14
    if whole:
        numerator, denominator = len(incidents) * 100, len(whole)
    return Figure(
        unit=unit,
        question=Question(measure="count", period=EventDate.parse("2024"), where=where),
        release="xx-2024",
        numerator=numerator,
        denominator=denominator if whole else 1,
        incidents=tuple(incidents),
        whole=tuple(whole),
        published=tuple(published),
    )
