"""Django's settings, from the data folder that `KUZET_DATA` names and from `DATABASE_URL`."""

from __future__ import annotations

import os
from pathlib import Path

from kuzet.web.databases import database
from kuzet.web.folder import secret

FOLDER = Path(os.environ["KUZET_DATA"])

DATABASES = {"default": database(FOLDER, os.environ.get("DATABASE_URL", ""))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
INSTALLED_APPS = ["kuzet.web.registry"]
SECRET_KEY = secret(FOLDER)
USE_TZ = True
TIME_ZONE = "UTC"
