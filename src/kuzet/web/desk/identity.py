"""Logging in: password, authenticator and passkeys of allauth under our own addresses, words and rules."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from allauth.account import views as account
from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.base import views as factors
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from allauth.usersessions import views as sessions
from allauth.usersessions.models import UserSession
from django.contrib.auth import logout
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path

from kuzet.web.desk.wording.languages import language_of, words
from kuzet.web.registry import sealing

TOLD: Final[Mapping[str, str]] = {
    "username_password_mismatch": "wrong_login",
    "too_many_login_attempts": "too_often_why",
    "incorrect_password": "wrong_password",
    "enter_current_password": "wrong_password",
    "same_as_current": "password_rule",
    "incorrect_code": "wrong_code",
}
"""What is told in the place of allauth's own messages, which are in English."""


def _problem(code: str) -> ValidationError:
    return ValidationError(words(language_of(context.request))[TOLD.get(code, "not_taken")], code=code)


class Accounts(DefaultAccountAdapter):
    """Accounts are made at the command line, and nobody is written to."""

    def validation_error(self, code: str, *_: object) -> ValidationError:
        """The message in the language of the page."""
        return _problem(code)

    def is_open_for_signup(self, _: HttpRequest) -> bool:
        """Nobody makes an account for themselves."""
        return False

    def send_notification_mail(self, *_: object, **__: object) -> None:
        """No e-mail is needed."""

    def add_message(self, *_: object, **__: object) -> None:
        """What the next page shows says enough."""


class Factors(DefaultMFAAdapter):
    """Secrets of second factors are locked with the key of the folder, so that a copy of the database opens nothing."""

    def validation_error(self, code: str, *_: object) -> ValidationError:
        """The message in the language of the page."""
        return _problem(code)

    def get_totp_issuer(self) -> str:
        """What an authenticator app lists the account under."""
        return "Kuzet"

    def encrypt(self, text: str) -> str:
        """Lock a secret."""
        return sealing.lock(text)

    def decrypt(self, encrypted_text: str) -> str:
        """Open it again; raises `Missing` without the key."""
        return sealing.unlock(encrypted_text)

    def generate_authenticator_name(self, user: Any, type: Any) -> str:  # noqa: A002, ANN401, ARG002  (of allauth)
        """What a passkey is called that was given no name."""
        return words(language_of(context.request))["passkey"]

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """Which site a passkey is for."""
        return {"id": context.request.get_host().partition(":")[0], "name": "Kuzet"}


def everywhere(request: HttpRequest) -> HttpResponse:
    """End all sessions of whoever asks, this one too."""
    for one in UserSession.objects.filter(user=request.user):
        one.end()
    logout(request)
    return redirect("account_login")


urlpatterns = [
    path("login", account.login, name="account_login"),
    path("logout", account.logout, name="account_logout"),
    path("logout/everywhere", everywhere, name="everywhere"),
    path("closed", account.account_inactive, name="account_inactive"),
    path("account", factors.index, name="mfa_index"),
    path("account/password", account.password_change, name="account_change_password"),
    path("account/sessions", sessions.list_usersessions, name="usersessions_list"),
    path("account/confirm", account.reauthenticate, name="account_reauthenticate"),
    path("account/confirm/code", factors.reauthenticate, name="mfa_reauthenticate"),
    path("account/confirm/passkey", passkeys.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("account/authenticator", totp.activate_totp, name="mfa_activate_totp"),
    path("account/authenticator/off", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("account/recovery", recovery.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("account/recovery/new", recovery.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("account/passkeys", passkeys.list_webauthn, name="mfa_list_webauthn"),
    path("account/passkeys/new", passkeys.add_webauthn, name="mfa_add_webauthn"),
    path("account/passkeys/<int:pk>", passkeys.edit_webauthn, name="mfa_edit_webauthn"),
    path("account/passkeys/<int:pk>/remove", passkeys.remove_webauthn, name="mfa_remove_webauthn"),
    path("login/code", factors.authenticate, name="mfa_authenticate"),
    path("login/passkey", passkeys.login_webauthn, name="mfa_login_webauthn"),
]
