"""Files in YAML, read by libyaml: Python alone takes ten times as long, half a second for the words of a report."""

from __future__ import annotations

from typing import Any, Final

import yaml

_QUICK: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The parser in C; the other where PyYAML was built without it."""


def loaded(text: str) -> Any:  # noqa: ANN401  (what a file says)
    """What a text in YAML says; raises `yaml.YAMLError`, always in the words of the parser that tells more."""
    try:
        return yaml.load(text, Loader=_QUICK)  # noqa: S506  (a safe loader, both of them)
    except yaml.YAMLError:
        return yaml.safe_load(text)
