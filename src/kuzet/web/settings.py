"""Django's settings, from the data folder that `KUZET_DATA` names and from the environment.

`DATABASE_URL` names another database than the folder's own, `KUZET_NAME` the name that the desk has in the network
(behind a server that speaks TLS); without it the desk answers to this machine alone. `KUZET_COUNTRY` is the country
whose incidents are decided. `KUZET_SECOND_FACTOR=off` lets editors in without a second factor, on this machine alone.
"""

from __future__ import annotations

import os
from pathlib import Path

from kuzet.basis.home import HOME
from kuzet.web.databases import database
from kuzet.web.folder import secret
from kuzet.web.logs import TO_STDERR

FOLDER = Path(os.environ["KUZET_DATA"])
COUNTRY = HOME
NAME = os.environ.get("KUZET_NAME", "")

EDITIONS = Path(os.environ.get("KUZET_EDITIONS", FOLDER / "editions"))
"""Where the published editions lie that the API serves: releases, as folders or zips, or one release itself."""

SEARCHES = FOLDER / "searches"
"""Where the indexes lie that they are searched by: each is made when it is asked for first."""

DATABASES = {"default": database(FOLDER, os.environ.get("DATABASE_URL", ""))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "kuzet.web.registry",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "kuzet.web.access.guard.Guard",
    "kuzet.web.desk.busy.Busy",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [Path(__file__).parent / "desk" / "templates"],
        "OPTIONS": {
            "builtins": [f"kuzet.web.desk.wording.{name}" for name in ("days", "decimals", "tongues")],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "kuzet.web.desk.wording.languages.spoken",
                "kuzet.web.access.guard.permitted",
            ],
        },
    },
]
FORM_RENDERER = "kuzet.web.desk.form.writing.Renderer"
ROOT_URLCONF = "kuzet.web.urls"
WSGI_APPLICATION = "kuzet.web.wsgi.application"
LOGGING = TO_STDERR
USE_I18N = False  # the pages bring their own words, in three languages
USE_TZ = True
TIME_ZONE = "UTC"

SECRET_KEY = secret(FOLDER)
ALLOWED_HOSTS = [NAME] if NAME else ["localhost", "127.0.0.1", "[::1]"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "account_login"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
ACCOUNT_ADAPTER = "kuzet.web.desk.identity.Accounts"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = True  # the session ends with `SESSION_COOKIE_AGE`
ACCOUNT_USER_DISPLAY = "kuzet.web.access.holders.shown"
ACCOUNT_RATE_LIMITS = {"login": "30/m/ip", "login_failed": "20/m/ip,5/300s/key", "reauthenticate": "10/m/user"}
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if NAME else 0
MFA_ADAPTER = "kuzet.web.desk.identity.Factors"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not NAME  # this machine alone, without TLS
MFA_TOTP_TOLERANCE = 1  # a clock may be half a minute wrong
SECOND_FACTOR = bool(NAME) or os.environ.get("KUZET_SECOND_FACTOR", "on") != "off"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "registry_cache"}}
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in (
        ("MinimumLengthValidator", {"min_length": 12}),
        ("CommonPasswordValidator", {}),
        ("UserAttributeSimilarityValidator", {}),
    )
]

SESSION_COOKIE_AGE = 12 * 3600
SESSION_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "style-src": ["'self'"],
        "script-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    },
}
if NAME:
    SESSION_COOKIE_NAME = "__Host-s"
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 365 * 24 * 3600
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
