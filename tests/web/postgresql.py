"""A real PostgreSQL for the tests: its own folder and user, a socket and no port, ended by its process id."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Self
from urllib.parse import quote

USER = "postgres"
SETTINGS = {"listen_addresses": "", "fsync": "off", "max_connections": "40", "shared_buffers": "16MB"}
NUMBERS = count(1)
BY_FILES = " STRATEGY FILE_COPY"
"""A database is copied file by file, which costs a third less than through the log."""


def programs() -> Path | None:
    """The folder of `initdb` and `postgres`, the newest one that is installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    beside = shutil.which("initdb")
    return found[-1].parent if found else Path(beside).resolve().parent if beside else None


def account() -> dict[str, object]:
    """Whom the server runs as: PostgreSQL refuses root."""
    return {"user": USER, "group": USER, "extra_groups": []} if os.geteuid() == 0 else {}


def missing() -> str:
    """Why no server can be started; empty where one can."""
    if programs() is None:
        return "package postgresql is not installed"
    try:
        pwd.getpwnam(USER)
    except KeyError:
        return f"no user {USER}, which the package makes" if account() else ""
    return ""


class Server:
    """Started with the block, gone with it; `settings` over those of the tests."""

    def __init__(self, settings: dict[str, str] | None = None) -> None:
        self.settings = SETTINGS | (settings or {})

    def __enter__(self) -> Self:
        self.room = Path(tempfile.mkdtemp(prefix="kuzet-pg-"))
        self.user = USER if account() else pwd.getpwuid(os.geteuid()).pw_name
        if account():
            shutil.chown(self.room, USER, USER)
        self.log = (self.room.parent / f"{self.room.name}.log").open("wb")
        self.run("initdb", "-D", self.data, "-A", "trust", "-U", self.user, "-E", "UTF8", "--no-sync")
        settings = [word for name, value in self.settings.items() for word in ("-c", f"{name}={value}")]
        self.process = subprocess.Popen(
            [programs() / "postgres", "-D", self.data, "-k", self.room, *settings], **self.quiet()
        )
        self.wait()
        return self

    def __exit__(self, *_: object) -> None:
        self.process.send_signal(signal.SIGQUIT)  # at once: what it holds is thrown away
        self.process.wait(30)
        self.log.close()
        Path(self.log.name).unlink()
        shutil.rmtree(self.room)

    @property
    def data(self) -> Path:
        return self.room / "data"

    def quiet(self) -> dict[str, object]:
        return {"stdout": self.log, "stderr": self.log, "cwd": self.room, **account()}

    def run(self, program: str, *words: object) -> None:
        done = subprocess.run([programs() / program, *map(str, words)], check=False, **self.quiet())
        assert done.returncode == 0, Path(self.log.name).read_text("utf-8", "replace")

    def wait(self) -> None:
        ready = [programs() / "pg_isready", "-q", "-h", self.room]
        for _ in range(300):
            if subprocess.run(ready, check=False, **self.quiet()).returncode == 0:
                return
            assert self.process.poll() is None, Path(self.log.name).read_text("utf-8", "replace")
            time.sleep(0.1)
        raise AssertionError("PostgreSQL did not start in 30 s")

    def url(self, name: str) -> str:
        """As `DATABASE_URL` names a database of this server."""
        return f"postgresql://{self.user}@{quote(str(self.room), safe='')}/{name}"

    def execute(self, statement: str) -> None:
        import psycopg

        with psycopg.connect(host=str(self.room), user=self.user, dbname="postgres", autocommit=True) as connection:
            by_files = connection.info.server_version >= 150_000  # those before know no other way
            connection.execute(statement if by_files else statement.removesuffix(BY_FILES))

    def create(self, name: str, template: str = "template0") -> None:
        self.execute(f"CREATE DATABASE {name} TEMPLATE {template}{BY_FILES}")

    @contextmanager
    def copied(self, template: str):
        """A database of its own, copied from another one; gives its name."""
        name = f"copy_{next(NUMBERS)}"
        self.create(name, template)
        try:
            yield name
        finally:
            self.execute(f"DROP DATABASE {name} WITH (FORCE)")
