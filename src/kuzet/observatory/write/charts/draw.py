"""Specs drawn by vl-convert: no browser, no network."""

from __future__ import annotations

from typing import Any, Final

import vl_convert

VEGA_LITE: Final = "6.4"


def svg(spec: dict[str, Any]) -> str:
    """The picture as SVG text, letters kept as text."""
    return str(vl_convert.vegalite_to_svg(spec, vl_version=VEGA_LITE, allowed_base_urls=[]))


def png(spec: dict[str, Any], scale: float = 2) -> bytes:
    """The picture as PNG, `scale` dots for each CSS pixel."""
    return bytes(vl_convert.vegalite_to_png(spec, vl_version=VEGA_LITE, scale=scale, allowed_base_urls=[]))
