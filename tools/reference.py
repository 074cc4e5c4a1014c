"""Writes docs/reference/checks.md and content.md from the program itself: every check, every record, every field."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType

from assistant.checks import CHECKS, Check
from assistant.checks.coverage import Row, table
from assistant.checks.doubts import doubts
from assistant.knowledge import ROOMS, SINGULAR, Knowledge, open_knowledge
from assistant.model import Record, advice, base, coverage, law, letter, locale

TOP = Path(__file__).resolve().parent.parent
MODULES: tuple[ModuleType, ...] = (base, law, advice, letter, coverage, locale)
MADE = "<!-- Made by tools/reference.py. Do not edit; change the docstrings and run: .venv-dev/bin/python tools/reference.py -->"

WHERE = {
    "bodies": "content/bodies/<country>/<id>.yaml",
    "letters": "templates/letters/<id>/letter.yaml",
}
DOUBTS = {
    "doubt": "Doubts about a source",
    "unread": "Places that nobody read",
    "second-hand": "Limits counted by a second-hand source",
    "uncounted": "Limits that are not counted, because nobody confirmed them",
    "provisional": "Calendars before the official notice",
    "unknown": "What we do not know",
    "reported": "What is reported and not confirmed",
}
PLAIN = {"str": "text of one line", "int": "whole number", "bool": "true or false", "date": "ISO day"}


def pages() -> dict[Path, str]:
    """Every page made here, and its text."""
    folder = TOP / "docs" / "reference"
    knowledge = open_knowledge(TOP / "content", TOP / "templates")
    return {
        folder / "checks.md": checks_page(),
        folder / "content.md": content_page(),
        folder / "coverage.md": coverage_page(knowledge),
        folder / "doubts.md": doubts_page(knowledge),
    }


# -- coverage and doubts


def coverage_page(knowledge: Knowledge) -> str:
    """Each row of the researched law, and the records that cover it."""
    sheets = {name: knowledge.coverage[name].title for name in knowledge.coverage.ids()} | {"-": "In no sheet"}
    lines = _top(
        "What is covered",
        "The law was researched in sheets: situations, routes and letters, row by row. Here stands the record that covers each row,",
        "or the reason why none does. `recourse check --coverage` prints the same table.",
    )
    rows = list(table(knowledge))
    for sheet, title in sheets.items():
        own = [(row.kind, row.name, _covered(row)) for row in rows if row.sheet == sheet]
        lines += _table(title, ("kind", "row", "covered by"), own) if own else []
    return "\n".join(lines)


def _covered(row: Row) -> str:
    names = ", ".join(f"`{name}`" for name in row.records)
    return _cell(f"{names} {row.why}".strip())


def doubts_page(knowledge: Knowledge) -> str:
    """Everything that is not certain, by kind and record."""
    lines = _top(
        "Open doubts",
        "Made from the records, for those who maintain the law: what to look up, and who would know.",
        "`recourse check --doubts` prints the same list.",
    )
    found = list(doubts(knowledge))
    for kind, title in DOUBTS.items():
        own = [(f"`{one.record}`", _cell(one.text), _cell(one.ask)) for one in found if one.kind == kind]
        lines += _table(f"{title} ({len(own)})", ("record", "what", "who would know, or where it stands"), own)
    return "\n".join(lines)


def _top(title: str, *words: str) -> list[str]:
    return [MADE, "", f"# {title}", "", *words, ""]


def _table(title: str, heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> list[str]:
    lines = [f"## {title}", "", f"| {' | '.join(heads)} |", "|" + "---|" * len(heads)]
    return [*lines, *(f"| {' | '.join(row)} |" for row in rows), ""]


# -- checks


def checks_page() -> str:
    lines = [
        MADE,
        "",
        "# The checks",
        "",
        "`recourse check` runs all of them over the content, the letters and the catalogues. The same list runs in the tests.",
        "An *error* fails the run. A *warning* is shown with `--warnings`. Each finding names its rule, the file and the line.",
        "",
        "Before these, the rule `records` tells what the strict reader refuses: unknown or double keys, wrong types, missing fields.",
        "",
    ]
    for check in CHECKS:
        lines += [f"## `{check.id}`", "", _cell(f"{check.why} {inspect.getdoc(check.run) or ''}"), ""]
        lines += ["| rule | | says |", "|---|---|---|"]
        lines += [f"| `{rule}` | {severity} | {words} |" for rule, severity, words in sorted(set(rules(check)))]
        lines.append("")
    return "\n".join(lines)


def rules(check: Check) -> Iterator[tuple[str, str, str]]:
    """The rules a check can name: rule, severity, words; read from its source."""
    tree = ast.parse(inspect.getsource(inspect.getmodule(check.run) or check.run))
    functions = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
    waiting, seen = [check.run.__name__], set[str]()
    while waiting:
        name = waiting.pop()
        if name in seen or name not in functions:
            continue
        seen.add(name)
        for node in ast.walk(functions[name]):
            if isinstance(node, ast.Name):
                waiting.append(node.id)
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                yield from _rule(node, node.func.id)


def _rule(call: ast.Call, name: str) -> Iterator[tuple[str, str, str]]:
    first = call.args[0] if call.args else None
    if not (isinstance(first, ast.Constant) and isinstance(first.value, str)):
        return
    if name == "found":
        severity = call.args[1]
        told = str(severity.value) if isinstance(severity, ast.Constant) else "error or warning"
        yield first.value, told, _words(call.args[2])
    elif name == "from_error":
        yield first.value, "error", "What the reader of that file says, with file and line."


def _words(message: ast.expr) -> str:
    found = next((n.value for n in ast.walk(message) if isinstance(n, ast.Constant) and isinstance(n.value, str)), None)
    if found is None:
        return "What differs, with file and line."
    return _cell(re.sub(r"^\{file\} line \{line\}: ", "", found))


# -- content


def content_page() -> str:
    """Every room, every kind of record in it, every field."""
    notes = dict(_notes())
    lines = [
        MADE,
        "",
        "# The records",
        "",
        "One file is one record, and the file's name is its id. Unknown keys and wrong types are refused.",
        "A field without *needed* may be left out. **Text** goes into the catalogues and is translated;",
        "*text of one line* is never translated. For editors, the same stands as JSON schemas in [`schemas/`](schemas/).",
        "",
        "| room | one file is a | where |",
        "|---|---|---|",
    ]
    for room, kind in ROOMS.items():
        where = WHERE.get(room, f"content/{room}/<id>.yaml")
        lines.append(f"| `{room}` | [{SINGULAR[room]}](#{kind.__name__.lower()}) | `{where}` |")
    lines.append("| `locales` | [language](#localerecord) | `locales/<id>/locale.yaml` |")
    lines.append("")
    lines += [line for kind in _kinds([*ROOMS.values(), locale.LocaleRecord]) for line in _record(kind, notes)]
    lines += ["## Named types", "", "| type | |", "|---|---|"]
    lines += [
        f"| <a id='{name.lower()}'></a>{name} | {_type(node)} {_cell(note)} |" for name, (node, note) in _aliases()
    ]
    lines.append("")
    return "\n".join(lines)


def _kinds(first: list[type[Record]]) -> list[type[Record]]:
    """The rooms' records, then what stands inside them, each once."""
    every = {name: value for module in MODULES for name, value in vars(module).items() if _is_record(value)}
    found = list(first)
    for kind in found:
        for name in sorted(set(re.findall(r"[A-Z][A-Za-z]+", _annotations(kind)))):
            if name in every and every[name] not in found:
                found.append(every[name])
    return found


def _is_record(value: object) -> bool:
    return isinstance(value, type) and issubclass(value, Record) and value is not Record


def _annotations(kind: type[Record]) -> str:
    return " ".join(ast.unparse(field.annotation) for base_kind in _lineage(kind) for field in _fields(base_kind))


def _lineage(kind: type[Record]) -> list[type[Record]]:
    """The kind after those it extends, so that fields stand in order."""
    return [one for one in reversed(kind.__mro__) if _is_record(one)]


def _record(kind: type[Record], notes: dict[tuple[str, str], str]) -> Iterator[str]:
    yield from (f"## {kind.__name__}", "", _cell(inspect.getdoc(kind) or ""), "", "| field | is | |", "|---|---|---|")
    for one in _lineage(kind):
        for field in _fields(one):
            name = ast.unparse(field.target)
            needed = ", *needed*" if kind.model_fields[name].is_required() else ""
            yield f"| `{name}` | {_type(field.annotation)}{needed} | {_cell(notes.get((one.__name__, name), ''))} |"
    yield ""


def _fields(kind: type[Record]) -> list[ast.AnnAssign]:
    tree = ast.parse(inspect.getsource(kind)).body[0]
    return [node for node in tree.body if isinstance(node, ast.AnnAssign)] if isinstance(tree, ast.ClassDef) else []


def _notes() -> Iterator[tuple[tuple[str, str], str]]:
    """The docstring below each field."""
    for module in MODULES:
        for kind in ast.parse(inspect.getsource(module)).body:
            if isinstance(kind, ast.ClassDef):
                for field, note in zip(kind.body, kind.body[1:], strict=False):
                    if isinstance(field, ast.AnnAssign) and (text := _string(note)):
                        yield (kind.name, ast.unparse(field.target)), text


def _aliases() -> list[tuple[str, tuple[ast.expr, str]]]:
    """Names of types such as ``Id`` and ``Mark``, and the docstring below each."""
    found: list[tuple[str, tuple[ast.expr, str]]] = []
    for module in MODULES:
        body = ast.parse(inspect.getsource(module)).body
        for node, note in zip(body, [*body[1:], None], strict=True):
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Subscript):
                name = ast.unparse(node.targets[0])
                if not name.startswith("_"):
                    found.append((name, (node.value, _string(note))))
    return sorted(found, key=lambda one: one[0])


def _string(node: ast.stmt | None) -> str:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
        return inspect.cleandoc(node.value.value)
    return ""


def _type(node: ast.expr) -> str:
    """A type in words, with links to what is described on this page."""
    if isinstance(node, ast.BinOp):
        return f"{_type(node.left)} or {_type(node.right)}"
    if isinstance(node, ast.Constant):
        return "nothing" if node.value is None else "`" + str(node.value) + "`"
    if isinstance(node, ast.Subscript):
        return _of(ast.unparse(node.value), node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice])
    name = ast.unparse(node)
    return PLAIN.get(name, f"[{name}](#{name.lower()})")


def _of(kind: str, inner: list[ast.expr]) -> str:
    if kind == "tuple":
        return f"list of {_type(inner[0])}"
    if kind == "Literal":
        return "one of " + ", ".join(map(_type, inner))
    bounds = {
        word.arg: ast.literal_eval(word.value)
        for one in inner[1:]
        if isinstance(one, ast.Call)
        for word in one.keywords
        if word.arg in ("pattern", "max_length", "gt", "ge", "le")
    }
    words = {
        "pattern": "as `{}`",
        "max_length": "at most {} characters",
        "gt": "over {}",
        "ge": "from {}",
        "le": "up to {}",
    }
    told = [words[name].format(value) for name, value in bounds.items()]
    return ", ".join([_type(inner[0]), *(one.replace("|", "\\|") for one in told)])


def _cell(text: str) -> str:
    """A docstring as one cell of a table."""
    return " ".join(text.replace("``", "`").replace("|", "\\|").split())


if __name__ == "__main__":
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8")
