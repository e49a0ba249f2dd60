"""How often two coders give the same answer, per question: here the machine against the people who decided."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Final

from kuzet.basis.coding import Coding
from kuzet.basis.incident import Incident
from kuzet.basis.word import Word


class Agreement(Word):
    """`same` of `compared` pairs of answers agree on `variable`."""

    variable: str
    same: int
    compared: int

    @property
    def share(self) -> Fraction | None:
        """The share that agrees, between 0 and 1; None where nothing was compared."""
        return Fraction(self.same, self.compared) if self.compared else None


_QUESTIONS: Final[dict[str, Callable[[Coding], object]]] = {
    "category": lambda coding: coding.category and coding.category.value,
    "method": lambda coding: coding.methods[0].value if coding.methods else None,
    "perpetrator": lambda coding: coding.perpetrators[0].value.klass if coding.perpetrators else None,
    "date": lambda coding: coding.date and coding.date.value,
    "region": lambda coding: coding.place and coding.place.value.region,
}


def agreement(incidents: Iterable[Incident]) -> tuple[Agreement, ...]:
    """Percent agreement of each machine coding with the human coding of its incident, per question.

    A question that the machine left open counts as a disagreement where the person answered it; a coding without a
    method proposes nothing, such as that of a correspondent's report, and is not compared.
    """
    pairs = [
        (human, machine)
        for incident in incidents
        for human in incident.codings[:1]
        for machine in incident.codings[1:]
        if machine.coder.machine and machine.methods
    ]
    return tuple(_one(variable, answer, pairs) for variable, answer in _QUESTIONS.items())


def _one(variable: str, answer: Callable[[Coding], object], pairs: list[tuple[Coding, Coding]]) -> Agreement:
    answered = [(answer(human), answer(machine)) for human, machine in pairs]
    compared = [(human, machine) for human, machine in answered if human is not None]
    return Agreement(variable=variable, same=sum(h == m for h, m in compared), compared=len(compared))
