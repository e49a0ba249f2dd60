"""The OpenAPI document against the API itself: what it promises is kept, for given and for hostile requests."""

from __future__ import annotations

import json
import os

import hypothesis
import pytest
import schemathesis
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from schemathesis.generation import GenerationMode
from tests.web.api.test_endpoints import once_made
from tests.web.desk.conftest import browser

EACH = int(os.environ.get("KUZET_REQUESTS", "3"))
"""Requests that are made up for each address and way; the environment may ask for more."""


def operations(registry):
    """Every operation of the document that this registry serves."""
    document = json.loads(browser().get("/api/v1/openapi.json").content)
    schema = schemathesis.openapi.from_dict(document)
    schema.app = get_wsgi_application()
    schema.config.update(base_url="http://localhost")
    return [found.ok() for found in schema.get_all_operations()]


def can_be_wrong(operation):
    """Whether a request can contradict the document: any text may stand in a path."""
    return any(one.location == "query" for one in operation.iter_parameters())


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE], ids=lambda mode: mode.value)
def test_every_address_keeps_what_the_document_promises(registry, mode):
    assert once_made(browser(), "/incidents?q=a").status_code == 200  # until then a query is told to come back
    asked = 0
    known = [one for one in operations(registry) if mode is GenerationMode.POSITIVE or can_be_wrong(one)]
    for operation in known:
        strategy = operation.as_strategy(generation_mode=mode)

        @hypothesis.settings(
            max_examples=EACH,
            deadline=None,
            database=None,
            derandomize=True,
            suppress_health_check=list(hypothesis.HealthCheck),
        )
        @hypothesis.given(strategy)
        def ask(case):
            nonlocal asked
            asked += 1
            case.call_and_validate()

        ask()
    assert settings.EDITIONS.name == "editions"
    assert len(known) > 5
    assert asked > len(known)
