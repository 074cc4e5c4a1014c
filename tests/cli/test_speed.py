"""What a short answer must not load: it would make it slow."""

from __future__ import annotations

import subprocess
import sys

import pytest

from .conftest import PAID, TOP

HEAVY = ("textual", "pydantic", "jinja2", "babel", "yaml", "typst", "click", "rapidfuzz", "icalendar", "rich")
OF_BOOKS = ("sqlite3", "_sqlite3", "cryptography", "zxcvbn", "xkcdpass", "getpass", "termios")
CODE = (
    "import runpy, sys\n"
    "sys.argv = ['recourse', *sys.argv[1:]]\n"
    "try: runpy.run_module('assistant', run_name='__main__')\n"
    "except SystemExit: pass\n"
    "print('|', *sorted(name for name in sys.modules if '.' not in name), file=sys.stderr)"
)


def loaded(*arguments: str) -> set[str]:
    found = subprocess.run(
        [sys.executable, "-c", CODE, *arguments],
        capture_output=True,
        stdin=subprocess.DEVNULL,
        env={"PYTHONPATH": str(TOP), "LANG": "C.UTF-8"},
        check=True,
        text=True,
    )
    return set(found.stderr.rpartition("|")[2].split())


def test_the_version_loads_nothing() -> None:
    assert loaded("--version") & {*HEAVY, *OF_BOOKS} == set()


@pytest.mark.parametrize(
    ("arguments", "left_out"),
    [
        (("due", "cn-spc-list-correction", "--json"), ("textual", "jinja2", "typst", "rapidfuzz", "icalendar", "rich")),
        (("show", "eu-gdpr", "--json"), ("textual", "jinja2", "typst", "rapidfuzz", "icalendar", "rich", "babel")),
        (("find", "score", "--json"), ("textual", "jinja2", "typst", "icalendar", "rich")),
        (
            ("letter", "cn-ltr-spc-correction", "--fill", str(PAID)),
            ("textual", "typst", "rapidfuzz", "icalendar", "rich"),
        ),
        (("--help",), ("textual", "jinja2", "typst", "rapidfuzz", "icalendar", "rich", "babel", "yaml")),
    ],
)
def test_a_command_loads_what_it_needs(arguments: tuple[str, ...], left_out: tuple[str, ...]) -> None:
    assert loaded(*arguments) & set(left_out) == set()


@pytest.mark.parametrize(
    "arguments",
    [
        ("due", "cn-spc-list-correction", "--json"),
        ("find", "score"),
        ("show", "cn-spc"),
        ("letter", "cn-ltr-spc-correction", "--blank"),
        ("--help",),
        ("case", "--help"),
        ("case", "list", "--help"),
        ("case", "add", "a", "--help"),
    ],
)
def test_what_has_no_book_loads_neither_a_database_nor_ciphers(arguments: tuple[str, ...]) -> None:
    assert loaded(*arguments) & set(OF_BOOKS) == set()


def test_a_book_is_opened_without_judging_words(tmp_path: str) -> None:
    """Showing a list needs no dictionary of passphrases, no templates and no screen."""
    found = loaded("--book", f"{tmp_path}/none", "case", "list", "--passphrase-file", "-")
    assert found & {"zxcvbn", "xkcdpass", "jinja2", "textual", "typst"} == set()
