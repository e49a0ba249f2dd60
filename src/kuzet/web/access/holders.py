"""The roles of accounts, as the registry holds them: each change is an event with its author and reason."""

from __future__ import annotations

from collections.abc import Iterator

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.auth import SESSION_KEY
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.db import transaction
from msgspec.structs import replace

from kuzet.basis.errors import Missing
from kuzet.web.registry import changes, models, store
from kuzet.web.registry.events import By
from kuzet.web.registry.roles import Role
from kuzet.web.registry.words import Account


def role_of(name: str) -> Role | None:
    """The role of an account, None where it has none or may not come any more."""
    found = models.Account.objects.filter(ident=name, active=True).values_list("role", flat=True).first()
    return Role(found) if found else None


def shown(user: User) -> str:
    """What an account is called to its owner."""
    return str(user.get_username())


def accounts() -> Iterator[Account]:
    """All accounts, in the order of their names."""
    return store.load(Account, models.Account.objects.order_by("ident"))


def give(name: str, role: Role, by: By) -> Account:
    """Give an account its role; one that was closed is open again."""
    before = store.find(Account, name) or Account(id=name, role=role)
    return _put(replace(before, role=role, active=True), by)


def close(name: str, by: By) -> Account:
    """Nobody comes in under this name any more, and who is in is out at once; what was done stays."""
    return _put(replace(find(name), active=False), by)


def forget_factors(name: str, by: By) -> Account:
    """Take off the authenticator, the passkeys and the recovery codes, and end all sessions; raises `Missing`."""
    with transaction.atomic():
        account = _put(replace(find(name), factors_forgotten=by.at), by)
        Authenticator.objects.filter(user__username=name).delete()
        _end_sessions(User.objects.get(username=name))
    return account


def _end_sessions(user: User) -> None:
    UserSession.objects.filter(user=user).delete()
    for session in Session.objects.all():
        if session.get_decoded().get(SESSION_KEY) == str(user.pk):
            session.delete()


def find(name: str) -> Account:
    """The account of this name; raises `Missing`."""
    found = store.find(Account, name)
    if found is None:
        raise Missing(f"account {name}: not in the registry")
    return found


def _put(account: Account, by: By) -> Account:
    with changes.changing(by) as under_way:
        under_way.put(account, changes.current_version(Account, account.id))
        User.objects.filter(username=account.id).update(is_active=account.active)
    return account
