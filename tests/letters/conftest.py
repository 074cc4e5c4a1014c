"""A letter for tests only, and its templates."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from assistant.knowledge.strict_yaml import read as read_yaml
from assistant.letters import Templates
from assistant.model import Body, Letter

DATA = Path(__file__).parent / "data"
TODAY = date(2026, 11, 22)

MakeTemplates = Callable[..., Templates]


def load(path: Path) -> Letter:
    return Letter.model_validate_json(json.dumps(read_yaml(path.read_text("utf-8"), path.name).data))


@pytest.fixture(scope="session")
def small() -> Letter:
    return load(DATA / "test-letter" / "letter.yaml")


@pytest.fixture(scope="session")
def templates() -> Templates:
    return Templates(DATA)


@pytest.fixture
def make(tmp_path: Path) -> MakeTemplates:
    """Templates with one English file for the letter, and shared files."""

    def build(source: str, **shared: str) -> Templates:
        for name, text in {"test-letter/en": source, **{f"_shared/{k}.en": v for k, v in shared.items()}}.items():
            path = tmp_path / f"{name}.md.j2"
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return Templates(tmp_path)

    return build


def _body(**parts: object) -> Body:
    return Body.model_validate_json(
        json.dumps(
            {
                "id": "cn-test-court",
                "country": "cn",
                "kind": "court",
                "name": "某某人民法院",
                "title": "A court for tests",
                **parts,
            }
        )
    )


@pytest.fixture(scope="session")
def bodies() -> dict[str, Body]:
    contact = {
        "recorded": "2026-11-01",
        "by": "tests",
        "address": ["某街 2 号", "北京市"],
        "email": "court@example.org",
    }
    return {
        "cn-test-court": _body(contact={"mark": "text", **contact}),
        "cn-test-unsure": _body(id="cn-test-unsure", contact={"mark": "unverified", **contact}),
        "cn-test-many": _body(id="cn-test-many", generic=True),
    }
