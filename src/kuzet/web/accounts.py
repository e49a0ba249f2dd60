"""Accounts of the desk, made by whoever holds the data folder; no e-mail is needed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kuzet.basis.errors import BadInput
from kuzet.web.folder import opened

if TYPE_CHECKING:
    from kuzet.web.registry.events import By
    from kuzet.web.registry.words import Account


class Wanted(NamedTuple):
    """What an account shall be; None leaves a thing as it is."""

    password: str | None = None
    role: str | None = None
    active: bool | None = None
    forget_factors: bool = False
    """Whether the authenticator, passkeys and recovery codes are taken off, because they were lost."""


def listed(folder: Path) -> Sequence[Account]:
    """All accounts of a registry."""
    with opened(folder):
        from kuzet.web.access import holders

        return list(holders.accounts())


def known(folder: Path, name: str) -> bool:
    """Whether there is an account of this name."""
    return name in {account.id for account in listed(folder)}


def make(folder: Path, name: str, wanted: Wanted, author: str = "administrator") -> bool:
    """Make an account, or change the one of that name; True for a new one. A new password ends its sessions.

    The first account of a registry is an administrator where no role is said. Raises `BadInput` for a name, password
    or role that is not fit, and for another new account without its role; `Missing` for one whose factors shall be
    forgotten and that is not there.
    """
    with opened(folder):
        from django.db import transaction

        from kuzet.web.access import holders
        from kuzet.web.registry.events import By

        with transaction.atomic():
            if wanted.forget_factors:
                by = By(author, datetime.now(UTC), "second factors forgotten at the command line")
                holders.forget_factors(name, by)
            new = _sign_in(name, wanted.password)
            _give(name, wanted, By(author, datetime.now(UTC), "account at the command line"))
        return new


def _sign_in(name: str, password: str | None) -> bool:
    """Django's own row with the password; True where it is new."""
    from django.contrib.auth.models import User
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError

    user = User.objects.filter(username=name).first() or User(username=name)
    new = user.pk is None
    if password is None and not new:
        return False
    user.set_password(password)
    try:
        validate_password(password or "", user)
        user.full_clean()
    except ValidationError as error:
        raise BadInput(name, f"an account with a name and a password that are fit: {error.messages[0]}") from None
    user.save()
    return new


def _give(name: str, wanted: Wanted, by: By) -> None:
    from kuzet.web.access import holders
    from kuzet.web.registry import models, store
    from kuzet.web.registry.roles import Role
    from kuzet.web.registry.words import Account

    before = store.find(Account, name)
    if wanted.role:
        holders.give(name, Role.named(wanted.role, "role"), by)
    elif before is None and models.Account.objects.exists():
        raise BadInput(name, f"a new account with its role: {', '.join(role.value for role in Role)}")
    elif before is None:
        holders.give(name, Role.ADMINISTRATOR, by)
    elif wanted.active:
        holders.give(name, before.role, by)
    if wanted.active is False:
        holders.close(name, by)
