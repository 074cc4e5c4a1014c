"""The few things a letter template may do. Whatever is not listed here is refused before it is compiled.

The sandbox of the template engine stops code, but not a template that asks for a gigabyte or loops
without end. So a template is read into its tree first, and the tree is held against this list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from jinja2 import Environment, TemplateError, TemplateSyntaxError, nodes

from assistant.model import N_, ContentError

MAX_SIZE = 100_000
"""Bytes of one template file."""
MAX_DEPTH = 50
MAX_LOOPS = 2
SHARED = re.compile(r"_shared/[a-z0-9]+(?:[-_][a-z0-9]+)*\.(?P<locale>[A-Za-z]+(?:_[A-Za-z]+)*)\.md\.j2")
PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]")
"""Characters kept for our own marks inside a text."""

_REFUSED: Mapping[type[nodes.Node], str] = MappingProxyType(
    {
        nodes.Call: N_(
            "{file}, line {line}: a letter cannot call anything. Write the name of a field alone, without brackets."
        ),
        nodes.Filter: N_(
            "{file}, line {line}: a letter has no filters. Leave out '|' and what follows; dates and amounts are written out already."
        ),
        nodes.FilterBlock: N_(
            "{file}, line {line}: a letter has no filters. Leave the filter block out and keep its text."
        ),
        nodes.Test: N_("{file}, line {line}: 'is' is not used in letters. Write 'if field' or 'if not field'."),
        nodes.Getitem: N_(
            "{file}, line {line}: square brackets are not used in letters. Write the part behind a dot, as in 'entry.stored'."
        ),
        nodes.Import: N_("{file}, line {line}: a letter cannot import. Use include with a file in _shared."),
        nodes.FromImport: N_("{file}, line {line}: a letter cannot import. Use include with a file in _shared."),
        nodes.Extends: N_(
            "{file}, line {line}: a letter cannot extend another file. Use include with a file in _shared."
        ),
        nodes.Macro: N_(
            "{file}, line {line}: a letter cannot define macros. Write the text out, or include a file in _shared."
        ),
        nodes.CallBlock: N_(
            "{file}, line {line}: a letter cannot call macros. Write the text out, or include a file in _shared."
        ),
        nodes.Assign: N_("{file}, line {line}: a letter cannot set values. Add a field to letter.yaml."),
        nodes.AssignBlock: N_("{file}, line {line}: a letter cannot set values. Add a field to letter.yaml."),
        nodes.With: N_("{file}, line {line}: a letter cannot set values. Use the field's own name."),
        nodes.Concat: N_(
            "{file}, line {line}: texts are not joined with '~' in letters. Write two outputs one after the other."
        ),
        nodes.BinExpr: N_(
            "{file}, line {line}: a letter cannot calculate. Write the value as text, or add a field to letter.yaml."
        ),
        nodes.UnaryExpr: N_(
            "{file}, line {line}: a letter cannot calculate. Write the value as text, or add a field to letter.yaml."
        ),
        nodes.Tuple: N_(
            "{file}, line {line}: lists are not written in letters. Compare one value at a time, joined by 'or'."
        ),
        nodes.List: N_(
            "{file}, line {line}: lists are not written in letters. Compare one value at a time, joined by 'or'."
        ),
        nodes.Dict: N_("{file}, line {line}: tables of values are not written in letters. Add a field to letter.yaml."),
        nodes.ScopedEvalContextModifier: N_(
            "{file}, line {line}: a letter cannot change how text is escaped. Each format does that itself."
        ),
        nodes.Scope: N_(
            "{file}, line {line}: a letter cannot change how text is escaped. Each format does that itself."
        ),
        nodes.NSRef: N_("{file}, line {line}: a letter cannot set values. Add a field to letter.yaml."),
    }
)
_OTHER = N_("{file}, line {line}: '{what}' cannot be used in a letter. Use text, fields, if, for and include only.")
_NAME = N_("{file}, line {line}: the name '{name}' cannot be used. Names of fields start with a letter.")
_PART = N_("{file}, line {line}: only one dot is allowed, as in 'entry.stored'.")
_COMPARE = N_(
    "{file}, line {line}: compare a field to one fixed value with == or !=, as in 'if ground == \"performed\"'."
)
_ELSE = N_("{file}, line {line}: an 'if' inside an output needs an 'else'. Add: else \"\".")
_LOOP = N_(
    "{file}, line {line}: a loop goes through one field with one name, as in 'for entry in entries', without conditions."
)
_NESTED = N_("{file}, line {line}: loops can stand two deep at most. Write the inner one after the outer one.")
_INCLUDE = N_("{file}, line {line}: include takes one fixed file in _shared, as in '_shared/closing.en.md.j2'.")
_INNER = N_("{file}, line {line}: include can stand neither in a loop nor in a shared file. Write the text out.")
_BLOCK = N_("{file}, line {line}: blocks stand side by side in the letter's own file, without 'scoped' or 'required'.")
_DEEP = N_("{file}, line {line}: too deeply nested. Part it into several paragraphs.")
_SIGN = N_("{file}, line {line}: the text holds a character that has no meaning outside one computer. Remove it.")
_SYNTAX = N_("{file}, line {line}: this cannot be read: {problem}. Compare it with another letter.")
_SIZE = N_("{file}, line 1: the file is over {limit} bytes. Part the letter, or move text to _shared.")
_NUMBER = N_("{file}, line 1: the file holds a number or an expression that is far too long. Write it as text.")

_TAGS_ONLY = re.compile(
    r"(?:\{%-?[ \t]*+(?:if|elif|else|endif|for|endfor|block|endblock)\b(?:(?!%\}).)*+%\}|\{#(?:(?!#\}).)*+#\}|[ \t]++)++",
)
PARAGRAPH = "\ue002"
"""Stands where the template's author left a line blank."""


def prepare(source: str) -> str:
    """The source with blank lines marked and lines that hold tags only taken out.

    A blank line that the author wrote parts paragraphs; one that is left over because a condition
    was not met does not. The line break of a tag-only line moves into its last tag, so that the
    numbers of lines in error messages stay right.
    """
    return "".join(_prepare_line(line) for line in source.rstrip().split("\n"))


def _prepare_line(line: str) -> str:
    if not line.strip():
        return f"{PARAGRAPH}\n"
    if not _TAGS_ONLY.fullmatch(line):
        return f"{line}\n"
    tags = line.strip(" \t")
    end = -3 if tags.endswith(("-%}", "-#}")) else -2
    return f"{tags[:end]}\n{tags[end:]}"


def parse(environment: Environment, source: str, file: str) -> nodes.Template:
    """The tree of a template. Raises ``ContentError`` for what cannot be read at all."""
    if len(source.encode("utf-8", "replace")) > MAX_SIZE:
        raise ContentError(_SIZE, file=file, limit=MAX_SIZE)
    sign = PRIVATE.search(source)
    if sign or "\0" in source:
        at = sign.start() if sign else source.index("\0")
        raise ContentError(_SIGN, file=file, line=source.count("\n", 0, at) + 1)
    try:
        return environment.parse(prepare(source), name=file)
    except TemplateSyntaxError as error:
        raise ContentError(_SYNTAX, file=file, line=error.lineno, problem=(error.message or "").rstrip(".")) from error
    except RecursionError as error:
        raise ContentError(_DEEP, file=file, line=1) from error
    except (TemplateError, ValueError, OverflowError, SyntaxError) as error:
        raise ContentError(_NUMBER, file=file) from error


def offences(tree: nodes.Template, file: str) -> Iterator[ContentError]:
    """Everything in the tree that is not on the list, with its line and what to write instead."""
    walk = _Walk(file)
    for child in tree.body:
        yield from walk.visit(child, 0, 0)


class _Walk:
    """One pass over a tree. ``depth`` counts nesting, ``loops`` the loops around a node."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.shared = file.startswith("_shared/")

    def visit(self, node: nodes.Node, depth: int, loops: int) -> Iterator[ContentError]:
        if depth > MAX_DEPTH:
            yield self.error(_DEEP, node)
            return
        if not isinstance(node, _ALLOWED):
            yield self.refusal(node)
            return
        found = list(self.own(node, depth, loops))
        yield from found
        if found:
            return
        inside = loops + isinstance(node, nodes.For)
        for child in node.iter_child_nodes():
            if not isinstance(child, nodes.Operand):
                yield from self.visit(child, depth + 1, inside)

    def own(self, node: nodes.Node, depth: int, loops: int) -> Iterator[ContentError]:
        match node:
            case nodes.Name(name=str(name)) if name.startswith("_"):
                yield self.error(_NAME, node, name=name)
            case nodes.Const(value=str(value)) if PRIVATE.search(value) or "\n" in value:
                yield self.error(_SIGN, node)
            case nodes.CondExpr(expr2=None):
                yield self.error(_ELSE, node)
            case nodes.Block() if depth > 0 or self.shared or node.scoped or node.required:
                yield self.error(_BLOCK, node)
            case nodes.Compare() if not _fixed(node):
                yield self.error(_COMPARE, node)
            case nodes.Getattr():
                yield from self.part(node)
            case nodes.For():
                yield from self.loop(node, loops)
            case nodes.Include():
                yield from self.include(node, loops)

    def part(self, node: nodes.Getattr) -> Iterator[ContentError]:
        if node.attr.startswith("_"):
            yield self.error(_NAME, node, name=node.attr)
        elif not isinstance(node.node, nodes.Name):
            yield self.error(_PART, node) if isinstance(node.node, nodes.Getattr) else self.refusal(node.node)

    def loop(self, node: nodes.For, loops: int) -> Iterator[ContentError]:
        plain = isinstance(node.target, nodes.Name) and isinstance(node.iter, (nodes.Name, nodes.Getattr))
        if not plain or node.test is not None or node.recursive:
            yield self.error(_LOOP, node)
        elif loops >= MAX_LOOPS:
            yield self.error(_NESTED, node)

    def include(self, node: nodes.Include, loops: int) -> Iterator[ContentError]:
        name = node.template.value if isinstance(node.template, nodes.Const) else None
        if not isinstance(name, str) or not SHARED.fullmatch(name) or node.ignore_missing or not node.with_context:
            yield self.error(_INCLUDE, node)
        elif loops or self.shared:
            yield self.error(_INNER, node)

    def refusal(self, node: nodes.Node) -> ContentError:
        for kind in type(node).__mro__:
            if kind in _REFUSED:
                return self.error(_REFUSED[kind], node)
        return self.error(_OTHER, node, what=type(node).__name__.lower())

    def error(self, message: str, node: nodes.Node, **values: str) -> ContentError:
        return ContentError(message, file=self.file, line=_line(node), **values)


def _line(node: nodes.Node) -> int:
    """The line of a node, or of the first node in it that has one."""
    if node.lineno:
        return node.lineno
    return next((inner.lineno for inner in node.find_all(nodes.Node) if inner.lineno), 1)


_ALLOWED = (
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.Getattr,
    nodes.If,
    nodes.For,
    nodes.Compare,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.Const,
    nodes.CondExpr,
    nodes.Block,
    nodes.Include,
)


def _fixed(node: nodes.Compare) -> bool:
    return (
        isinstance(node.expr, (nodes.Name, nodes.Getattr))
        and len(node.ops) == 1
        and node.ops[0].op in ("eq", "ne")
        and isinstance(node.ops[0].expr, nodes.Const)
    )
