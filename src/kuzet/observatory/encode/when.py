"""When it happened: the date of the event, not of the article and not of the court's next hearing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from kuzet.basis.coding import Answer
from kuzet.basis.dates import EventDate
from kuzet.language.reading import appeared, background
from kuzet.language.reading.acts import Act
from kuzet.language.reading.appeared import Appeared
from kuzet.language.reading.reading import Sentence
from kuzet.language.values import dates, weekdays
from kuzet.observatory.encode import deeds, penalties
from kuzet.observatory.encode.material import Material, answer

COARSE: Final = {"month": 1.6, "year": 2.0}
"""How many points more such a date needs to be chosen before a day."""

EXACTNESS: Final = {"day": 2.0, "range": 1.5, "month": 0.8, "year": -0.5}


TOLD_AGAIN: Final = ("kk", "ru")
"""Languages in which a date beside any telling of the act is near it; in English, as measured, beside the best."""


class Dated(Struct, frozen=True):
    """A date in a sentence, characters `start` to `end`."""

    sentence: Sentence
    start: int
    end: int
    date: EventDate
    relative: bool = False


def code(material: Material, main: str) -> Answer[EventDate] | None:
    """The date with most points, or None where the text gives none."""
    act = material.act(main)
    published = appeared.of(material.reading)
    told = _weighed(material, act, published)
    ranked = sorted(
        told, key=lambda one: (COARSE.get(one[1].date.precision, 0.0) - one[0], one[1].sentence.number, one[1].start)
    )
    if not ranked or (published is not None and ranked[0][0] < DOUBTFUL):
        return _of_the_news(material, published)
    points, dated = _closer(ranked)
    quotation = material.reading.quote(dated.sentence, dated.start, dated.end)
    dating = _year_told_otherwise(material, dated) if published is None and dated.date.year is None else None
    if dating is not None:
        day, rule = dating
        return answer(day, quotation, 0.3 + points / 20, f"date nearest to the act, {rule}")
    return answer(dated.date, quotation, 0.3 + points / 10, "date nearest to the act")


def _closer(ranked: list[tuple[float, Dated]]) -> tuple[float, Dated]:
    """The best date, or for a month or year the best day within it that is told as the act's."""
    best = ranked[0]
    whole = best[1].date
    if whole.precision not in ("month", "year"):
        return best
    days = (one for one in ranked if one[0] > 0 and one[1].date.precision == "day" and one[1].date != whole)
    return next((one for one in days if str(one[1].date).startswith(str(whole))), best)


PLAIN: Final = 2
"""Weight of the words that tell an act: in Kazakh its day may stand where a pronoun is all that names the target."""

DOUBTFUL: Final = 0.5
"""Points below which a date is that of a post or a hearing rather than of the act."""


def _of_the_news(material: Material, published: Appeared | None) -> Answer[EventDate] | None:
    """Without any other date, that of publication: news are of their day, or nearly; the rule says where it is from."""
    if published is not None:
        return answer(published.date, None, 0.25, f"date of publication ({published.origin})")
    for sentence in material.scene.sentences[: appeared.TOP]:
        for found in appeared.dates_in(sentence):
            if appeared.is_dateline(material.reading, sentence, found.start, found.end):
                quotation = material.reading.quote(sentence, found.start, found.end)
                return answer(_with_year(found.date, _in_heading(material)), quotation, 0.25, "dateline")
    return None


def _year_told_otherwise(material: Material, dated: Dated) -> tuple[EventDate, str] | None:
    """Where a text tells no year at all, the index of a fine may tell it, or the day of the week."""
    return _by_the_index(material, dated.date) or _by_the_weekday(material, dated)


def _by_the_weekday(material: Material, dated: Dated) -> tuple[EventDate, str] | None:
    """The latest year, of those whose index is known, in which the day fell on the day of the week told beside it."""
    weekday = weekdays.beside(dated.sentence.text, dated.sentence.language, (dated.start, dated.end))
    years = (rate.valid_from.year for rate in material.country.mci)
    days = (dated.date.in_year(year) for year in sorted(years, reverse=True)) if dated.date.precision == "day" else ()
    found = next((day for day in days if day.first().isoweekday() == weekday), None)
    return (found, "year of the weekday") if found else None


def _by_the_index(material: Material, date: EventDate) -> tuple[EventDate, str] | None:
    """Where a text tells no year at all, the index of a fine does: its indices and its money agree in one year only.

    The index is that of the offence, and a fine follows within two months; so January and February stay open.
    """
    found = None if penalties.years(material) else penalties.year_of_index(material)
    if found is None or date.start.month is None or date.start.month <= 2:
        return None
    return date.in_year(found.rate.valid_from.year), f"year of the index: {found}"


def _with_year(date: EventDate, found: list[EventDate]) -> EventDate:
    """A date without a year beside fully dated ones is the such day nearest to the latest of them."""
    full = [one.last() for one in found if one.year is not None and one.precision in ("day", "month", "range")]
    if date.year is not None or not full:
        return date
    latest = max(full)
    near = (date.in_year(year) for year in (latest.year, latest.year + 1, latest.year - 1))
    return min(near, key=lambda one: abs((one.first() - latest).days))


def _weighed(material: Material, act: Act, published: Appeared | None) -> Iterator[tuple[float, Dated]]:
    day = published.date if published else None
    alike = [act, *(one for one in material.scene.acts if _tells_as_much(one, act, material))]
    told = [(s, one) for s in material.scene.sentences for one in dates.find(s.text, s.language, day)]
    years = [one.date for _, one in told]
    years = years if any(one.year for one in years) else _in_heading(material)
    for sentence, found in told:
        line = sentence.number < appeared.TOP and not _is_told_there(sentence, found.date, published)
        if line and appeared.is_dateline(material.reading, sentence, found.start, found.end):
            continue
        if day is not None and found.date.year is not None and found.date.first() > day.last():
            continue
        date = _with_year(found.date, years)
        dated = Dated(sentence, found.start, found.end, date, found.rule.startswith("relative"))
        yield max(_points(dated, one) for one in alike), dated


def _in_heading(material: Material) -> list[EventDate]:
    """The dates of the first line, where an entry of a digest tells no year: *Хроника, 25–31 марта 2024 года*."""
    first = material.reading.sentences[0]
    return [one.date for one in dates.find(first.text, first.language, None)]


def _tells_as_much(one: Act, act: Act, material: Material) -> bool:
    """Whether one act is another telling of the main one: in Russian one that plainly says whom it was done to.

    In Kazakh as strong a one, or any in plain words.
    """
    language = material.reading.language
    if one.method != act.method or language not in TOLD_AGAIN:
        return False
    if language == "ru":
        return one.value >= act.value and one.bond == "done to"
    return one.value >= act.value or one.match.entry.weight >= PLAIN


def _is_told_there(sentence: Sentence, date: EventDate, published: Appeared | None) -> bool:
    """Whether a Kazakh text is about the day in a line of its own: an earlier one than that of its publication."""
    if sentence.language != "kk" or published is None or published.origin != "given":
        return False
    return date.year is not None and date.precision == "day" and date.last() < published.date.first()


def _points(dated: Dated, act: Act) -> float:
    points = EXACTNESS[dated.date.precision]
    distance = abs(dated.sentence.number - act.sentence)
    points += 3.0 if distance == 0 else 1.5 if distance == 1 else 0.5 if distance == 2 else 0.0
    if distance == 0:
        gap = max(2 * (dated.start - act.match.end), act.match.start - dated.end, 0)
        points += max(0.0, 1.0 - gap / 150)
    if _of_publication(dated):
        points -= 2.5
    hearing = any(match.entry.code == "hearing" for match in dated.sentence.of("words"))
    points -= HEARING if hearing and not background.is_held(dated.sentence) else 0.0
    points -= RELATIVE if dated.relative else 0.0
    points -= TERM if _ends_a_term(dated) else 0.0
    points -= ATTRIBUTE if _is_attribute(dated) else 0.0
    points += IT_HAPPENED if any(match.entry.code == "happened" for match in dated.sentence.of("words")) else 0.0
    if any(match.entry.code == "announcement" for match in dated.sentence.of("contexts")):
        points -= 2.0
    if background.is_when(dated.sentence):
        points += WHEN
    elif dated.sentence.language == "kk" and background.is_told(dated.sentence):
        points -= BEFORE
    return points + deeds.worth(dated.sentence, dated.start, dated.end)


HEARING: Final = 2.5
"""What a date loses beside a word for a hearing: mostly the next one."""

IT_HAPPENED: Final = 3.0
"""What a date gains in a sentence that says when it was: It happened on June 5, Произошло это 5 июня."""

RELATIVE: Final = 0.5
"""What "yesterday" or "the day before" loses: it may be counted from another day than that of publication."""

TERM: Final = 2.0
"""What the end of a term loses: *in custody until 13 March*, *до 13 марта*, *13 наурызға дейін*."""

ATTRIBUTE: Final = 2.0
"""What a Kazakh month or year loses that only says of which time another thing is: қыркүйектегі қақтығыс."""

WHEN: Final = 3.0
"""What a date gains in a Kazakh sentence that says when it happened."""

BEFORE: Final = 1.0
"""What a date loses in a Kazakh sentence that recalls what was earlier."""


def _ends_a_term(dated: Dated) -> bool:
    """Whether a word for the end of a term stands right before the date, in Kazakh right behind it."""
    ends = [match for match in dated.sentence.of("words") if match.entry.code == "until"]
    if dated.sentence.language == "kk":
        return any(0 <= match.start - dated.end <= _CASE for match in ends)
    return any(match.end + 1 == dated.start for match in ends)


_CASE: Final = 4
"""Characters of a case that a Kazakh date may have: *наурызға дейін*."""


def _is_attribute(dated: Dated) -> bool:
    told = dated.sentence.text[dated.start : dated.end + 1].rstrip().rstrip(",")
    return dated.sentence.language == "kk" and dated.date.precision in COARSE and told.endswith(_ATTRIBUTES)


_ATTRIBUTES: Final = ("дағы", "дегі", "тағы", "тегі")


def _of_publication(dated: Dated) -> bool:
    """Whether the date is that of the post or article at issue: its word stands within a few words."""
    words = [match for match in dated.sentence.of("words") if match.entry.code == "publication"]
    return any(0 <= dated.start - match.end <= 12 or 0 <= match.start - dated.end <= 12 for match in words)
