"""What a translator sees above each text: where it appears, and why it is there. Made from the docstrings."""

from __future__ import annotations

import ast
import inspect
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from assistant.knowledge import ROOMS, SINGULAR, Knowledge
from assistant.model import Record, Source, advice, base, coverage, law, letter

TOP = Path(__file__).resolve().parent.parent
_MODULES = (base, law, advice, letter, coverage)
_FRONTS = {
    "cli": "Command line",
    "plain": "Line mode",
    "tui": "Full screen",
    "checks": "Message of recourse check, for people who edit records or translations",
    "casebook": "Case book",
    "formats": "Printed letter or file",
    "letters": "Filling in a letter",
    "guide": "All three fronts",
    "deadlines": "Counting of time",
    "directory": "Directory of companies and offices",
    "knowledge": "Reading of records",
    "translating": "Command recourse locale, for translators",
}
_TITLE = 70


@dataclass(frozen=True)
class _Part:
    first: int
    last: int
    says: str


@lru_cache(maxsize=512)
def _parts(file: Path) -> tuple[_Part, ...]:
    """The module, its classes and functions, the widest first, each with the first sentence of its docstring."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    found = [_Part(0, 10**9, _sentence(ast.get_docstring(tree)))]
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            says = _sentence(ast.get_docstring(node))
            found.append(_Part(node.lineno, node.end_lineno or node.lineno, says))
    return tuple(sorted(found, key=lambda one: (one.first, -one.last)))


def _sentence(text: str | None) -> str:
    """The first sentence, in one line, without the marks of the docstrings."""
    line = re.sub(r"\s+", " ", (text or "").split("\n\n")[0]).strip().replace("``", "")
    return re.split(r"(?<=[a-z)\]])\.(?: |$)", line, maxsplit=1)[0]


def of_the_program(file: str, line: int) -> str:
    """Where a text of the program appears: the front, the page, the part of the page."""
    path = TOP / "assistant" / file
    inside = [one.says for one in _parts(path) if one.first <= line <= one.last and one.says]
    front = _FRONTS.get(file.split("/", maxsplit=1)[0], "Whole program")
    return f"{front}: {' / '.join(dict.fromkeys([*inside[:1], *inside[1:][-1:]]))}"


def of_a_record(knowledge: Knowledge, context: str) -> list[str]:
    """What a text of a record is: its record, and what the field is for."""
    room, _, rest = context.partition("/")
    name, _, path = rest.partition(":")
    record = knowledge.rooms[room][name]
    title = str(getattr(record, "title", None) or getattr(record, "label", None) or getattr(record, "name", ""))
    short = title if len(title) <= _TITLE else title[: _TITLE - 1].rstrip() + "…"
    field = _field(ROOMS[room], tuple(path.split(".")))
    said = [f"{SINGULAR[room].capitalize()}: {short}" if path != "title" else f"The title of a {SINGULAR[room]}"]
    if field:
        said.append(field)
    if isinstance(record, Source) and path == "name":
        said.append(f"Official title ({record.language}): {record.title}")
    return said


def _field(kind: type[Record], path: tuple[str, ...]) -> str:
    """What a field is for: the notes of the fields on the way to it."""
    notes, said, here = _notes(), [], kind
    for name in path:
        note = next((notes[one.__name__, name] for one in here.__mro__ if (one.__name__, name) in notes), "")
        if note:
            said.append(note)
        here = _inner(here, name) or here
    return " / ".join(said)


def _inner(kind: type[Record], name: str) -> type[Record] | None:
    """The kind of record inside a field."""
    wanted = [kind.model_fields[name].annotation]
    while wanted:
        one = wanted.pop()
        if isinstance(one, type) and issubclass(one, Record):
            return one
        wanted += list(getattr(one, "__args__", ()))
    return None


@lru_cache(maxsize=1)
def _notes() -> dict[tuple[str, str], str]:
    """The docstring below each field of each kind of record, its first sentence."""
    found = {}
    for module in _MODULES:
        for kind in ast.parse(inspect.getsource(module)).body:
            if isinstance(kind, ast.ClassDef):
                for field, note in zip(kind.body, kind.body[1:], strict=False):
                    text = (
                        note.value.value
                        if isinstance(note, ast.Expr) and isinstance(note.value, ast.Constant)
                        else None
                    )
                    if isinstance(field, ast.AnnAssign) and isinstance(text, str):
                        found[kind.name, ast.unparse(field.target)] = _sentence(text)
    return found
