"""Changing a limit, adding a route and adding a letter touches content, templates, catalogues and cases only.

Done here on a copy, as a lawyer would do it; the program's Python is used as it is.
"""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest

from assistant.checks import run
from assistant.guide import Adviser, Desk
from assistant.i18n import fill, translator
from assistant.knowledge import open_knowledge
from assistant.letters import Templates
from tests.conftest import TODAY, copy_rooms

ENGLISH = translator("en")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return copy_rooms(tmp_path)


def adviser(copy: Path, on: date = TODAY) -> Adviser:
    return Adviser(open_knowledge(copy / "content", copy / "templates"), on, translator, ("en",))


def errors(copy: Path) -> list[str]:
    """All errors but those of catalogues: translators follow the lawyer."""
    found = run(TODAY, copy / "content", copy / "templates", copy / "locales")
    return [
        fill(one.message, one.values) for one in found if one.severity == "error" and not one.file.startswith("locales")
    ]


def test_a_limit_changes(copy: Path) -> None:
    """A new version from a day on: older events keep the older rule."""
    path = copy / "content" / "limits" / "cn-spc-list-correction-review.yaml"
    record = path.read_text(encoding="utf-8")
    version = re.search(r"  - since: 2017-05-01\n(?:    .*\n)+", record)
    assert version is not None
    old = version[0]
    ended = (
        old.replace("since: 2017-05-01\n", "since: 2017-05-01\n    until: 2027-06-30\n")
        if "until" not in old
        else re.sub(r"until: .*", "until: 2027-06-30", old)
    )
    new = old.replace("2017-05-01", "2027-07-01").replace("number: 15", "number: 20")
    path.write_text(record.replace(old, ended + new), encoding="utf-8")
    assert errors(copy) == []
    lengths = {}
    for day in (date(2027, 6, 30), date(2027, 7, 1)):
        dated = adviser(copy).route("cn-spc-list-correction", {"request_received": day}, ENGLISH).dates
        count = next(one.count for one in dated if one.limit.id == "cn-spc-list-correction-review")
        assert count is not None
        lengths[day] = (count.nominal - day).days
    assert lengths == {date(2027, 6, 30): 15, date(2027, 7, 1): 20}


def test_a_route_is_added(copy: Path) -> None:
    """A copied route under a new name, used by a situation, is in the plan."""
    routes = copy / "content" / "routes"
    text = (routes / "cn-spc-list-correction.yaml").read_text(encoding="utf-8")
    (routes / "cn-new-route.yaml").write_text(
        text.replace("id: cn-spc-list-correction\n", "id: cn-new-route\n", 1), encoding="utf-8"
    )
    situation = copy / "content" / "situations" / "cn-spc-list-despite-compliance.yaml"
    record = situation.read_text(encoding="utf-8")
    situation.write_text(
        record.replace("\nroutes:\n", "\nroutes:\n  - route: cn-new-route\n    stage: 1\n    why: A new way.\n", 1),
        encoding="utf-8",
    )
    assert errors(copy) == []
    plan = adviser(copy).plan("cn-spc-list-despite-compliance", {}, ENGLISH)
    assert "cn-new-route" in [one.route.id for one in plan.stages[0]]


def test_a_letter_is_added(copy: Path) -> None:
    """A new folder with letter.yaml and a template is a letter that can be written."""
    folder = copy / "templates" / "letters" / "cn-new-letter"
    folder.mkdir()
    record = {
        "id": "cn-new-letter", "country": "cn", "title": "Ask for the file", "purpose": "You ask to see the file.",
        "span": {"since": "2020-01-01"}, "filing": ["zh_Hans"], "layout": "cn-application", "signature": "hand",
        "fields": [
            {"id": "court", "kind": "text", "label": "Which court?", "why": "The letter is addressed to it.", "example": "北京市第一中级人民法院", "needed": True, "group": "recipient"}
        ],
        "paragraphs": [{"id": "title", "role": "title"}, {"id": "request", "role": "paragraph"}, {"id": "court", "role": "addressee"}],
        "sources": [{"source": "cn-spc-list-2017", "mark": "text"}], "send": [{"text": "Keep a copy.", "certainty": "advice"}],
        "checked": "2026-11-22",
    }  # fmt: skip
    (folder / "letter.yaml").write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
    for locale, words in {
        "zh_Hans": "申请阅卷",
        "en": "Request to see the file",
        "de": "Antrag auf Akteneinsicht",
    }.items():
        (folder / f"{locale}.md.j2").write_text(
            f"{{% block title %}}{words}{{% endblock %}}\n{{% block request %}}{words}{{% endblock %}}\n{{% block court %}}{{{{ court }}}}{{% endblock %}}\n",
            encoding="utf-8",
        )
    route = copy / "content" / "routes" / "cn-spc-list-correction.yaml"
    route.write_text(
        route.read_text(encoding="utf-8")
        .replace("letters:", "letters:\n  - cn-new-letter", 1)
        .replace("letters:\n  - cn-new-letter [", "letters: [cn-new-letter, "),
        encoding="utf-8",
    )
    assert errors(copy) == []
    knowledge = open_knowledge(copy / "content", copy / "templates")
    desk = Desk(knowledge, Templates(copy / "templates" / "letters"), TODAY)
    document = desk.letter(desk.draft("cn-new-letter", {"court": "某法院"}, ENGLISH), "zh_Hans")
    assert [block.lines for block in document.blocks] == [("申请阅卷",), ("申请阅卷",), ("某法院",)]
