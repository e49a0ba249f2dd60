"""`kuzet account` and `kuzet serve`: who may come to the desk, and the desk."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

import click

from kuzet import countries
from kuzet.web import accounts
from kuzet.web.folder import opened

HERE: Final = "127.0.0.1"
"""The desk listens on this machine alone; a server that speaks TLS stands before it where others come."""

THREADS: Final = 4
"""Pages that one process makes at a time; there is one for each processor."""


def account(folder: Path, name: str, password: str) -> None:
    """Make the account and tell; raises `KuzetError`."""
    new = accounts.make(folder, name, password)
    click.echo(f"account {name}: {'made' if new else 'has a new password'}")


def serve(folder: Path, port: int, country: str, name: str) -> None:
    """Serve the desk until it is ended; raises `KuzetError` before it begins."""
    from granian import Granian
    from granian.constants import Interfaces

    countries.load(country)
    os.environ |= {"KUZET_COUNTRY": country, "KUZET_NAME": name}
    with opened(folder):
        pass  # what is wrong with the folder is told here, once
    click.echo(f"the desk: {f'https://{name}/' if name else f'http://{HERE}:{port}/'} (Ctrl+C ends it)")
    Granian(
        "kuzet.web.wsgi:application",
        address=HERE,
        port=port,
        interface=Interfaces.WSGI,
        workers=os.cpu_count() or 1,
        blocking_threads=THREADS,
    ).serve()
