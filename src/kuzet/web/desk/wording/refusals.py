"""What stands in the way, in the language of whoever asked; codes and questions as the codebook calls them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from kuzet.basis.errors import BadInput, BrokenRule, KuzetError
from kuzet.web.desk.wording.labels import Labels
from kuzet.web.desk.wording.languages import words
from kuzet.web.registry.merging import Conflict

OTHER: Final = "rule_other"
"""Of a refusal that has no words of its own: its English line stands behind these."""


def told(error: KuzetError, language: str) -> str:
    """That nothing was written, and why."""
    said = words(language)
    if isinstance(error, Conflict):
        return str(said["changed_meanwhile"])
    return f"{said['not_done']} {_why(error, Labels(language))}"


def _why(error: KuzetError, labels: Labels) -> str:
    said = words(labels.language)
    if isinstance(error, BrokenRule) and f"rule_{error.rule}" in said:
        given = {name: _named(name, value, labels) for name, value in error.given.items()}
        return said[f"rule_{error.rule}"].format(**given)
    if isinstance(error, BadInput):
        return said["rule_value"].format(value=error.value)
    return f"{said[OTHER]} {error}"


def _named(name: str, value: str | tuple[str, ...], labels: Labels) -> str:
    """What a refusal is about: an id as it is, a code by its label, several with commas."""
    label = _LABELS.get(name, _as_it_is)
    return ", ".join(label(labels, one) for one in ((value,) if isinstance(value, str) else value))


def _as_it_is(_: Labels, text: str) -> str:
    return text


def _verb(labels: Labels, verb: str) -> str:
    said = words(labels.language)
    return said.get(f"do_{verb}") or said.get(verb) or verb


def _of(table: str) -> Callable[[Labels, str], str]:
    return lambda labels, code: labels.of(table, code) or "—"


_LABELS: Final[Mapping[str, Callable[[Labels, str], str]]] = {
    "status": _of("statuses"),
    "statuses": _of("statuses"),
    "method": _of("methods"),
    "category": _of("categories"),
    "belongs": _of("categories"),
    "verb": _verb,
    "questions": lambda labels, question: labels.asked(question),
}
"""How what has a label is told, by the name under which a rule gives it."""
