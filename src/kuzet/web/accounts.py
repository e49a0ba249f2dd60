"""Accounts of the desk: a name and a password, made by whoever holds the data folder; no e-mail is needed."""

from __future__ import annotations

from pathlib import Path

from kuzet.basis.errors import BadInput
from kuzet.web.folder import opened


def make(folder: Path, name: str, password: str) -> bool:
    """Make an account, or give the one of that name a new password, which ends its sessions; True for a new one.

    Raises `BadInput` for a name or a password that is not fit.
    """
    with opened(folder):
        from django.contrib.auth.models import User
        from django.contrib.auth.password_validation import validate_password
        from django.core.exceptions import ValidationError

        user = User.objects.filter(username=name).first() or User(username=name)
        new = user.pk is None
        user.set_password(password)
        try:
            validate_password(password, user)
            user.full_clean()
        except ValidationError as error:
            raise BadInput(name, f"an account with a name and a password that are fit: {error.messages[0]}") from None
        user.save()
        return new
