"""Texts that the database holds only locked: the key stands in the data folder, in a file of its own.

Whoever has the database, a backup or a dump of it, and not the key, reads nothing. Without the key nobody does.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, InvalidToken

from kuzet.adapters import keyfiles
from kuzet.basis.errors import Missing
from kuzet.web.registry import models

KEY: Final = "sealing.key"
"""File of the key; keep a copy of it elsewhere than the backups."""


def lock(text: str) -> str:
    """The text in its box; the key is made where there is none and nothing was sealed yet. Raises `Missing`."""
    check()
    make()
    return Fernet(keyfiles.read(_place())).encrypt(text.encode()).decode("ascii")


def unlock(box: str) -> str:
    """The text of a box; raises `Missing` where the key is not there or is another one."""
    place = _place()
    try:
        return Fernet(keyfiles.read(place)).decrypt(box.encode("ascii")).decode()
    except (InvalidToken, ValueError):
        raise Missing(f"{place}: not there, or not the key that this note was sealed with") from None


def check() -> None:
    """Raises `Missing` where the key is gone that something was sealed with: no other one takes its place unseen."""
    if not keyfiles.read(_place()) and (_sealed_factors() or models.Sealed.objects.exists()):
        raise Missing(
            f"{_place()}: not there, and notes or authenticators were sealed with it; bring it back from where a copy "
            "is kept, or, if there is none, give them up with: kuzet init --new-sealing-key"
        )


def make() -> None:
    """Make the key where there is none, whatever was sealed with one before."""
    keyfiles.make(_place(), Fernet.generate_key())


def _sealed_factors() -> bool:
    """Whether somebody has an authenticator; of a passkey the database holds nothing that is secret."""
    return bool(Authenticator.objects.exclude(type=Authenticator.Type.WEBAUTHN).exists())


def _place() -> Path:
    return Path(os.environ["KUZET_DATA"]) / KEY
