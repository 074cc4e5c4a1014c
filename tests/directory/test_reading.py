"""Reading a folder of records: every file is taken, or told with its reason."""

import json
from pathlib import Path

import pytest

from assistant.directory import Report, load, pack, read_folder
from assistant.directory.countries import country_of_line
from assistant.model import InputError
from assistant.text import clean_line
from tests.directory import TODAY

FOLDER = Path("tests/data/directory")


@pytest.fixture(scope="module")
def report() -> Report:
    return read_folder(FOLDER)


def test_every_file_is_taken_or_told(report: Report) -> None:
    told = {one.file for one in (*report.skipped, *report.lists)}
    assert report.seen == len(list(FOLDER.rglob("*.json")))
    assert len(report.entries) + len(told) == report.seen


def test_what_is_not_taken_says_why(report: Report) -> None:
    why = {one.file.rpartition("/")[2]: (one.message, one.values) for one in report.skipped}
    assert set(why) == {
        "falscher-name.json", "kaputt.json", "leere-anschrift.json", "liste.json", "ohne-anschrift.json", "zahl.json",
    }  # fmt: skip
    assert why["kaputt.json"][1]["line"] == 2
    assert why["ohne-anschrift.json"][1]["field"] == "address"
    assert why["zahl.json"][1]["field"] == "name"
    assert why["falscher-name.json"][1]["name"] == "anders"


def test_what_a_record_holds(report: Report) -> None:
    one = next(entry for entry in report.entries if entry.id == "beispiel-auskunft")
    assert (one.country, one.town, one.country_line, one.holder) == ("de", "Berlin", "DEUTSCHLAND", "company")
    assert one.address == ("Musterstraße 1", "10115 Berlin")
    assert (one.channel, one.language, one.id_document) == ("email", "de", False)
    assert [(want.kind, want.optional) for want in one.wanted] == [("name", False), ("birthdate", True)]


def test_a_church_body_is_not_called_a_company(report: Report) -> None:
    assert next(entry for entry in report.entries if entry.id == "kirche").holder is None


def test_text_is_cleaned(report: Report) -> None:
    one = next(entry for entry in report.entries if entry.id == "boese-zeichen")
    assert one.name == clean_line(one.name) == "Böse GmbH"
    assert one.comments == ("{{ 7*7 }} $(rm) </w:t>",)


def test_what_was_kept_is_read_again(report: Report, tmp_path: Path) -> None:
    (tmp_path / "directory.json").write_bytes(pack(report.entries, TODAY))
    store = load(tmp_path)
    assert store is not None
    assert store.entries == report.entries
    assert store.imported == TODAY


def test_nothing_imported_is_nothing(tmp_path: Path) -> None:
    assert load(tmp_path) is None


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"format": 2}', '{"format": 1, "imported": "x", "entries": []}', '{"format": 1}']
)
def test_a_broken_file_is_told(text: str, tmp_path: Path) -> None:
    (tmp_path / "directory.json").write_text(text)
    with pytest.raises(InputError):
        load(tmp_path)


@pytest.mark.parametrize("name", ["no-such-folder", "tests/data/directory/companies/kirche.json"])
def test_a_folder_is_needed(name: str) -> None:
    with pytest.raises(InputError):
        read_folder(Path(name))


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        read_folder(tmp_path)


def test_links_are_not_followed(tmp_path: Path) -> None:
    record = {"slug": "a", "relevant-countries": [], "name": "A", "address": "B", "sources": []}
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "a.json").write_text(json.dumps(record))
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / "b.json").write_text(json.dumps({**record, "slug": "b"}))
    (inside / "a.json").symlink_to(outside / "a.json")
    (inside / "more").symlink_to(outside)
    assert [one.id for one in read_folder(inside).entries] == ["b"]


def test_a_deep_or_huge_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "deep.json").write_text("[" * 50_000)
    (tmp_path / "huge.json").write_text('"' + "x" * 200_000 + '"')
    (tmp_path / "bytes.json").write_bytes(b"\xff\xfe{}")
    assert len(read_folder(tmp_path).skipped) == 3


@pytest.mark.parametrize(
    ("line", "country"),
    [
        ("Deutschland", "de"), ("GERMANY", "de"), ("Österreich", "at"), ("The Netherlands", "nl"), ("Nederland", "nl"),
        ("United States of America", "us"), ("Česko", "cz"), ("Czech Republic", "cz"), ("España", "es"),
        ("10115 Berlin", None), ("", None),
    ],
)  # fmt: skip
def test_the_country_of_a_line(line: str, country: str | None) -> None:
    assert country_of_line(line) == country
