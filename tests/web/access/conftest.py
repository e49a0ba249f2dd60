"""The desk of the desk's own tests."""

from __future__ import annotations

from tests.web.desk.conftest import aigul, desk, guarded, postgresql_begun, sqlite_begun

__all__ = ["aigul", "desk", "guarded", "postgresql_begun", "sqlite_begun"]
