"""A letter's template in parts: for each block what it fills in, what it asks, and its lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from jinja2 import Environment, nodes

from assistant.letters.syntax import parse
from assistant.model import ContentError

_BLOCK = re.compile(r"\{%-?\s*block\s+(\w+)\s*-?%\}(.*?)\{%-?\s*endblock", re.DOTALL)
_COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
_INCLUDE = re.compile(r"\{%-?\s*include\s+[\"'](_shared/[^\"']+)[\"']\s*-?%\}")
_ADDRESS = re.compile(r"贵\w{1,4}")
"""A form of address: which one is polite depends on whom one writes to, in Chinese only."""
_SHORT = 2
"""Words (or twice as many Han signs) of a branch that only makes the sentence right."""


@dataclass
class Asked:
    """What a block asks before it writes something."""

    alone: set[str] = field(default_factory=set)
    """Conditions without an ``else``."""
    either: set[str] = field(default_factory=set)
    """Conditions with one; whether they ask for yes or for no comes out the same."""
    fills: dict[str, tuple[frozenset[str], frozenset[str]]] = field(default_factory=dict)
    """Of a condition with two branches: what is filled in where it holds, and where it does not."""
    wording: set[str] = field(default_factory=set)
    """Those of ``either`` that choose between forms of address, or between a few words and nothing."""


@dataclass(frozen=True)
class Block:
    """One block of one template. A file in ``_shared`` is one block without a name."""

    file: str
    name: str
    line: int
    text: str
    """As it stands in the file."""
    whole: str
    """With shared files written out, without comments."""
    shown: frozenset[str]
    """What is filled in, and the lists that are gone through."""
    asked: Asked
    shared: frozenset[str]
    """The names of shared files, without their language."""


class Templates:
    """Reads templates under one folder. What cannot be read has no blocks: the letters' own check tells it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._environment = Environment(autoescape=False)  # noqa: S701 - only parses; nothing is ever rendered
        self._bodies: dict[str, list[nodes.Node]] = {}

    def blocks(self, name: str) -> dict[str, Block]:
        """The blocks of a file such as ``eu-l-access/de.md.j2``, by name."""
        try:
            text = self._text(name)
            tree = self._tree(name)
        except (ContentError, OSError, UnicodeDecodeError):
            return {}
        if name.startswith("_shared/"):
            return {"": self._block(name, "", 1, text, tree)}
        inner = {one.name: one.body for one in tree if isinstance(one, nodes.Block)}
        bare = _COMMENT.sub(_blank, text)
        return {
            one[1]: self._block(name, one[1], bare.count("\n", 0, one.start(2)) + 1, one[2], inner[one[1]])
            for one in _BLOCK.finditer(bare)
            if one[1] in inner
        }

    def _text(self, name: str) -> str:
        return (self.folder / name).read_text(encoding="utf-8-sig").replace("\r\n", "\n")

    def _tree(self, name: str) -> list[nodes.Node]:
        if name not in self._bodies:
            self._bodies[name] = parse(self._environment, self._text(name), name).body
        return self._bodies[name]

    def _block(self, file: str, name: str, line: int, text: str, body: list[nodes.Node]) -> Block:
        shown, asked = set[str](), Asked()
        self._walk(body, shown, asked)
        return Block(
            f"templates/letters/{file}",
            name,
            line,
            text,
            _COMMENT.sub("", _INCLUDE.sub(lambda one: self._written_out(one[1]), text)),
            frozenset(shown),
            asked,
            frozenset(_bare(one) for one in _INCLUDE.findall(text)),
        )

    def _written_out(self, name: str) -> str:
        try:
            return self._text(name).rstrip("\n")
        except (OSError, UnicodeDecodeError):
            return ""

    def _walk(self, body: Iterable[nodes.Node], shown: set[str], asked: Asked) -> None:
        for node in body:
            match node:
                case nodes.Output():
                    self._outputs(node.nodes, shown, asked)
                case nodes.If():
                    self._chain(node, asked)
                    self._walk([*node.body, *node.elif_, *node.else_], shown, asked)
                case nodes.For():
                    shown.add(_name(node.iter))
                    self._walk([*node.body, *node.else_], shown, asked)
                case nodes.Include(template=nodes.Const(value=str(name))):
                    try:
                        self._walk(self._tree(name), shown, asked)
                    except (ContentError, OSError, UnicodeDecodeError):
                        continue

    def _outputs(self, parts: Iterable[nodes.Node], shown: set[str], asked: Asked) -> None:
        for part in parts:
            if isinstance(part, nodes.CondExpr):
                asked.either.add(_condition(part.test).removeprefix("not "))
                self._outputs([one for one in (part.expr1, part.expr2) if one is not None], shown, asked)
            elif isinstance(part, nodes.Name | nodes.Getattr):
                shown.add(_name(part))

    def _chain(self, node: nodes.If, asked: Asked) -> None:
        tests = [_condition(one.test) for one in (node, *node.elif_)]
        if not node.else_:
            asked.alone.update(tests)
            return
        asked.either.update(one.removeprefix("not ") for one in tests)
        if not node.elif_:
            self._two(tests[0], node, asked)
        branches = [node.body, *(one.body for one in node.elif_), node.else_]
        if _only_wording(branches):
            asked.wording.update(one.removeprefix("not ") for one in tests)

    def _two(self, test: str, node: nodes.If, asked: Asked) -> None:
        found: list[frozenset[str]] = []
        for body in (node.body, node.else_):
            shown = set[str]()
            self._walk(body, shown, Asked())
            found.append(frozenset(shown))
        holds, fails = found if not test.startswith("not ") else found[::-1]
        asked.fills[test.removeprefix("not ")] = (holds, fails)


def _blank(comment: re.Match[str]) -> str:
    return "\n" * comment[0].count("\n")


def _bare(name: str) -> str:
    return name.removeprefix("_shared/").split(".")[0]


def _name(node: nodes.Node) -> str:
    if isinstance(node, nodes.Getattr):
        return f"{_name(node.node)}.{node.attr}"
    return str(node.name) if isinstance(node, nodes.Name) else "?"


def _condition(node: nodes.Node) -> str:
    """A condition as text; the order of what ``and`` and ``or`` join is none."""
    match node:
        case nodes.And() | nodes.Or():
            sign = "and" if isinstance(node, nodes.And) else "or"
            return f"({f' {sign} '.join(sorted(map(_condition, _joined(node, type(node)))))})"
        case nodes.Not():
            return f"not {_condition(node.node)}"
        case nodes.Compare():
            value = node.ops[0].expr
            said = f"{_name(node.expr)} == {value.value!s}" if isinstance(value, nodes.Const) else _name(node.expr)
            return said if node.ops[0].op == "eq" else f"not {said}"
    return _name(node)


def _joined(node: nodes.Node, kind: type[nodes.Node]) -> Iterator[nodes.Node]:
    if type(node) is kind and isinstance(node, nodes.And | nodes.Or):
        yield from _joined(node.left, kind)
        yield from _joined(node.right, kind)
    else:
        yield node


def _only_wording(branches: list[list[nodes.Node]]) -> bool:
    said = [_said(one) for one in branches]
    if None in said:
        return False
    return all(_ADDRESS.fullmatch(one or "") for one in said) or _few(said[-1] or "")


def _said(body: list[nodes.Node]) -> str | None:
    """The text of a branch; nothing where it fills in or asks something itself."""
    parts = [part for node in body if isinstance(node, nodes.Output) for part in node.nodes]
    if any(not isinstance(node, nodes.Output) for node in body):
        return None
    return "".join(part.data if isinstance(part, nodes.TemplateData) else "" for part in parts).strip()


def _few(text: str) -> bool:
    words = text.split()
    return len(words) <= _SHORT and all(one.isascii() or len(one) <= 2 * _SHORT for one in words)
