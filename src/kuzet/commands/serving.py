"""`kuzet account` and `kuzet serve`: who may come to the desk, and the desk."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from kuzet import countries
from kuzet.web import accounts
from kuzet.web.accounts import Wanted
from kuzet.web.folder import opened

if TYPE_CHECKING:
    from kuzet.web.registry.words import Account

HERE: Final = "127.0.0.1"
"""The desk listens on this machine alone; a server that speaks TLS stands before it where others come."""

THREADS: Final = 4
"""Pages that one process makes at a time; there is one for each processor."""


def account(folder: Path, name: str, wanted: Wanted, author: str) -> None:
    """Make or change the account and tell; a password is asked for where one is needed. Raises `KuzetError`."""
    there = accounts.known(folder, name)
    if wanted.password is None and (not (there or wanted.forget_factors) or wanted == Wanted()):
        wanted = wanted._replace(password=click.prompt("Password", hide_input=True, confirmation_prompt=True))
    accounts.make(folder, name, wanted, author)
    found = {one.id: one for one in accounts.listed(folder)}[name]
    told = "made" if not there else "has a new password" if wanted.password else "changed"
    lost = ", second factors forgotten, logged out everywhere" if wanted.forget_factors else ""
    click.echo(f"account {name}: {told}{lost}, {_state(found)}")


def listed(folder: Path) -> None:
    """A line for each account; raises `KuzetError`."""
    for found in accounts.listed(folder):
        click.echo(f"{found.id}: {_state(found)}")


def _state(found: Account) -> str:
    return found.role.value if found.active else f"{found.role.value}, closed"


def serve(folder: Path, port: int, country: str, name: str) -> None:
    """Serve the desk until it is ended; raises `KuzetError` before it begins."""
    from granian import Granian
    from granian.constants import Interfaces

    countries.load(country)
    os.environ |= {"KUZET_COUNTRY": country, "KUZET_NAME": name}
    with opened(folder):  # what is wrong with the folder is told here, once
        from kuzet.web.registry import sealing

        sealing.check()
    click.echo(f"the desk: {f'https://{name}/' if name else f'http://{HERE}:{port}/'} (Ctrl+C ends it)")
    Granian(
        "kuzet.web.wsgi:application",
        address=HERE,
        port=port,
        interface=Interfaces.WSGI,
        workers=os.cpu_count() or 1,
        blocking_threads=THREADS,
        respawn_failed_workers=True,  # the system may end one, where memory is short
    ).serve()
