"""Each sample letter and each format in turn."""

from __future__ import annotations

import pytest

from assistant.model import Document
from tests.formats.helpers import AIDS, EXTRACT, LETTERS, NAMES, load


@pytest.fixture(params=NAMES)
def sample(request: pytest.FixtureRequest) -> Document:
    return load(request.param)


@pytest.fixture(params=LETTERS)
def letter(request: pytest.FixtureRequest) -> Document:
    return load(request.param)


@pytest.fixture(params=AIDS)
def aid(request: pytest.FixtureRequest) -> Document:
    return load(request.param)


@pytest.fixture(params=sorted(EXTRACT))
def format_name(request: pytest.FixtureRequest) -> str:
    return str(request.param)
