"""Items for tests of linking: the coding of `builders` with only what a test needs changed."""

from __future__ import annotations

from decimal import Decimal

from tests.builders import KOSTANAY, coding

from kuzet.basis.coding import Answer, Penalty, Target
from kuzet.basis.dates import EventDate
from kuzet.basis.law import LegalArticle
from kuzet.basis.money import Money
from kuzet.basis.names import Name
from kuzet.observatory.link import Item

UNITS = {"journalist": "person", "radio": "outlet", "group": "group"}


def person(name, language="en") -> Answer[Target]:
    return Answer(value=Target(name=Name.of(language, name), kind="journalist"))


def outlet(**names) -> Answer[Target]:
    return Answer(value=Target(name=Name(**names), kind="radio"))


def crowd(people) -> Answer[Target]:
    return Answer(value=Target(name=Name(en="journalists"), kind="group", people=people))


def when(text, confidence=1.0) -> Answer[EventDate]:
    return Answer(value=EventDate.parse(text), confidence=confidence)


def article(code, number) -> Answer[LegalArticle]:
    return Answer(value=LegalArticle(code=code, article=number))


def fine(amount, currency="KZT") -> Answer[Penalty]:
    return Answer(value=Penalty(kind="fine", money=Money(amount=Decimal(amount), currency=currency)))


def codes(*methods) -> tuple[Answer[str], ...]:
    return tuple(Answer(value=one) for one in methods)


def item(ident="d1#1", published=None, passages=(), **changes) -> Item:
    """An item about Andrei Skiba, beaten on 15 April 2024 in Kostanay, unless `changes` say otherwise."""
    given = {"place": Answer(value=KOSTANAY)} | changes
    return Item.of(coding(ident, **given), UNITS, EventDate.parse(published) if published else None, passages)
