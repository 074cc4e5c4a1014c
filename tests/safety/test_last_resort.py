"""Whatever fails inside, a person reads three lines, and not a word of theirs is in them (T15)."""

from __future__ import annotations

import io
import itertools
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

import pytest

from assistant import __main__
from assistant.knowledge import Knowledge
from tests.conftest import TOP
from tests.e2e.watch import Computer, holds

CANARY = "Rohrdommel" + "-0815"
FIRST = "Recourse has stopped because of a mistake of its own. Nothing was saved that you did not ask for."
LETTER = ("letter", "cn-ltr-spc-correction", "--fill", "{fill}", "--output", "{out}")
DUE = ("due", "cn-spc-list-correction", "--event", "request_received=2026-11-06")
FIND = ("find", CANARY, "schufa")
PLAN = ("plan", "cn-spc-list-despite-compliance")

DEEP: tuple[tuple[str, str, tuple[str, ...], str], ...] = (
    # module, function or method, command that reaches it, format
    ("guide.search", "terms", FIND, ""), ("guide.search", "index", FIND, ""), ("guide.search", "Index.find", FIND, ""),
    ("guide.search", "Index._known", FIND, ""), ("guide.advisor", "Adviser._search_order", FIND, ""), ("guide.advisor", "Adviser.find", FIND, ""),
    ("guide.planning", "plan", PLAN, ""), ("guide.planning", "plan_route", PLAN, ""), ("guide.planning", "count_route", DUE, ""),
    ("guide.planning", "_why", DUE, ""), ("guide.limits", "lines", DUE, ""), ("guide.limits", "distance", DUE, ""), ("guide.limits", "cites", DUE, ""),
    ("guide.pages", "Pages.route", PLAN, ""), ("guide.pages", "Pages.body", PLAN, ""), ("guide.pages", "degree", PLAN, ""), ("guide.marks", "cite", DUE, ""),
    ("guide.desk", "Desk.form", LETTER, "txt"), ("guide.desk", "Desk.finished", LETTER, "txt"), ("guide.desk", "read", LETTER, "txt"),
    ("deadlines.due", "count", DUE, ""), ("deadlines.due", "working_days", DUE, ""), ("guide.planning", "words", DUE, ""),
    ("letters.answer", "read_text", LETTER, "txt"), ("letters.answer", "read_day", LETTER, "txt"), ("letters.answer_text", "clean_line", LETTER, "txt"),
    ("letters.answer_lists", "read_text", LETTER, "txt"), ("letters.compose", "_blocks", LETTER, "txt"), ("letters.compose", "_title", LETTER, "txt"),
    ("letters.context", "Writer.value", LETTER, "txt"), ("letters.layout", "Marks.put", LETTER, "txt"), ("letters.layout", "Layout.finish", LETTER, "txt"),
    ("letters.layout", "Layout.raw_items", LETTER, "txt"), ("letters.values", "missing", LETTER, "txt"), ("letters.yaml_tree", "TreeReader._built", LETTER, "txt"),
    ("letters.fill", "_Reader._answers", LETTER, "txt"), ("letters.templates", "Templates.script", LETTER, "txt"), ("letters.figures", "plain", LETTER, "txt"),
    ("formats.plain_text", "sheet", LETTER, "txt"), ("formats.plain_text", "lay_out", LETTER, "txt"), ("formats.markdown", "escape", LETTER, "md"),
    ("formats.html", "_block", LETTER, "html"), ("formats.html", "escape", LETTER, "html"), ("formats.docx", "pack", LETTER, "docx"),
    ("formats.docx.body", "letter", LETTER, "docx"), ("formats.docx.body", "paragraph", LETTER, "docx"), ("formats.pdf.cells", "breakable", LETTER, "pdf"),
    ("formats.pdf.engine", "_compile", LETTER, "pdf"), ("formats.eml", "_subject", LETTER, "eml"), ("formats.flow", "clean_line", LETTER, "txt"),
)  # fmt: skip
"""Fifty places: with four kinds of failure each, two hundred."""


class Unspeakable(Exception):  # noqa: N818 - as a library would name it
    """An exception that fails again when it is shown."""

    def __str__(self) -> str:
        raise ValueError(CANARY)

    __repr__ = __str__


FAILURES: tuple[Callable[[], BaseException], ...] = (
    lambda: ValueError(f"cannot read {CANARY}"),
    lambda: KeyError(CANARY),
    lambda: RuntimeError(CANARY, {"story": CANARY}),
    lambda: RecursionError(CANARY),
    lambda: MemoryError(CANARY),
    lambda: UnicodeEncodeError("ascii", CANARY, 0, 1, CANARY),
    lambda: ExceptionGroup(CANARY, [ValueError(CANARY), LookupError(CANARY)]),
    lambda: AssertionError(CANARY),
    lambda: ZeroDivisionError(CANARY),
    lambda: Unspeakable(CANARY),
    lambda: AttributeError(CANARY, name=CANARY, obj=CANARY),
    lambda: NotImplementedError(CANARY),
)


def cases() -> Iterator[Any]:
    makers = itertools.cycle(range(len(FAILURES)))
    for module, name, command, suffix in DEEP:
        for maker in itertools.islice(makers, 4):
            yield pytest.param(module, name, command, suffix, maker, id=f"{module}.{name}-{maker}")


def failing(maker: int) -> Callable[..., NoReturn]:
    def function(*arguments: object, **named: object) -> NoReturn:
        story = CANARY  # a local variable, as a crash report would show it
        error = FAILURES[maker]()
        error.add_note(f"{story} {len(arguments)} {len(named)}")
        raise error from OSError(2, CANARY, CANARY)

    return function


def plant(patch: pytest.MonkeyPatch, module: str, name: str, maker: int) -> None:
    """Put the failure in the place of a function or method."""
    holder: Any = import_module(f"assistant.{module}")
    *owners, last = name.split(".")
    for owner in owners:
        holder = getattr(holder, owner)
    assert callable(getattr(holder, last)), (module, name)
    patch.setattr(holder, last, failing(maker))


@pytest.mark.parametrize(("module", "name", "command", "suffix", "maker"), cases())
def test_three_lines_and_no_word_of_the_person(
    module: str, name: str, command: tuple[str, ...], suffix: str, maker: int, knowledge: Knowledge, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    (tmp_path / "cwd").mkdir()
    monkeypatch.chdir(tmp_path / "cwd")
    fill = tmp_path / "answers.yaml"
    text = (TOP / "tests" / "data" / "paid-in-2016.yaml").read_text(encoding="utf-8")
    fill.write_text(text.replace("李示例", CANARY).replace("facts: |", f"facts: |\n  {CANARY}"), encoding="utf-8")
    told = {"fill": str(fill), "out": f"letter.{suffix}"}
    monkeypatch.setattr(
        sys, "argv", ["recourse", "--locale", "en", "--as-of", "2026-11-22", *(one.format(**told) for one in command)]
    )
    monkeypatch.setattr("assistant.knowledge.open_knowledge", lambda *_: knowledge)
    plant(monkeypatch, module, name, maker)
    with pytest.raises(SystemExit) as end:
        __main__.main()
    said = capfd.readouterr()
    assert end.value.code == 2
    assert said.out == ""
    lines = said.err.splitlines()
    assert lines[0] == FIRST
    assert len(lines) == 3
    assert CANARY not in said.err
    assert "Traceback" not in said.err
    assert list((tmp_path / "cwd").iterdir()) == []


def test_there_are_two_hundred() -> None:
    assert len(list(cases())) == 200


def test_without_a_failure_the_same_commands_succeed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """So that the failures above are the planted ones."""
    monkeypatch.chdir(tmp_path)
    for command, suffix in {(one[2], one[3]) for one in DEEP}:
        told = {"fill": str(TOP / "tests" / "data" / "paid-in-2016.yaml"), "out": f"letter.{suffix}"}
        monkeypatch.setattr(sys, "argv", ["recourse", *(one.format(**told) for one in command)])
        with pytest.raises(SystemExit) as end:
            __main__.main()
        assert end.value.code == 0, capfd.readouterr().err


IN_LINES = (
    ("guide.search", "terms"), ("guide.advisor", "Adviser.find"), ("guide.interview", "next_question"), ("guide.pages", "Pages.situation"),
    ("guide.desk", "Desk.form"), ("letters.answer_text", "clean_line"), ("guide.planning", "plan"), ("guide.limits", "cites"),
)  # fmt: skip


@pytest.mark.parametrize(("module", "name"), IN_LINES, ids=[one[1] for one in IN_LINES])
def test_line_mode_ends_with_the_same_three_lines(
    module: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    """Told in lines as well, on standard error; what was said before stays as it was said."""
    monkeypatch.chdir(tmp_path)
    given = {"terms": ("1", CANARY), "find": ("1", CANARY), "next_question": ("2", "2")}.get(
        name.rpartition(".")[2],
        ("4", "1", CANARY, "1", CANARY)
        if module in ("guide.desk", "letters.answer_text")
        else ("3", "1", "1", "1", "1"),
    )
    monkeypatch.setattr(sys, "argv", ["recourse", "--plain", "--locale", "en", "--as-of", "2026-11-22"])
    monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{one}\n" for one in given)))
    plant(monkeypatch, module, name, 2)
    with pytest.raises(SystemExit) as end:
        __main__.main()
    said = capfd.readouterr()
    assert end.value.code == 2
    assert said.err.splitlines()[0] == FIRST
    assert len(said.err.splitlines()) == 3
    assert CANARY not in said.err + said.out
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("broken", ["i18n", "cli", "knowledge", "letters", "model"])
def test_a_broken_installation_says_so_too(broken: str, tmp_path: Path) -> None:
    """In a process of its own, with a module that fails while it is imported, at the beginning or late; and nothing on disk."""
    computer = Computer(tmp_path / "computer")
    before = computer.files()
    code = f"""
import sys
class Finder:
    def find_spec(self, name, path=None, target=None):
        if name == "assistant.{broken}":
            story = {CANARY!r}
            raise RuntimeError(story)
sys.meta_path.insert(0, Finder())
sys.argv = ["recourse", "letter", "cn-ltr-spc-correction", "--fill", {str(TOP / "tests/data/paid-in-2016.yaml")!r}, "--output", "x.txt"]
from assistant.__main__ import main
main()
"""
    done = subprocess.run(
        [sys.executable, "-c", code], check=False, capture_output=True, cwd=computer.root / "cwd", env=computer.env
    )
    assert done.returncode == 2
    assert done.stdout == b""
    lines = done.stderr.decode().split(os.linesep)
    assert lines[0] == FIRST
    assert len(lines) == 4
    assert not holds(done.stderr, [CANARY])
    assert b"Traceback" not in done.stderr
    assert computer.files() == before
