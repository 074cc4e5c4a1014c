"""What a locale's template owes its letter: the same blocks in the same order, and known names only."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from difflib import get_close_matches

from jinja2 import nodes

from assistant.model import N_, ContentError, Letter

from .shapes import LOOP, LOOP_PARTS, RESERVED, Shape, shapes
from .syntax import PARAGRAPH, SHARED

Scope = Mapping[str, Shape]
_Found = Generator[ContentError, None, Shape | None]
Shared = Callable[[str], nodes.Template]
"""Gives the tree of a shared file by name."""

_RESERVED = N_("{file}, line {line}: the name '{name}' has a meaning of its own. Give the field another one.")
_OUTSIDE = N_("{file}, line {line}: text stands outside the blocks. Move it into a block.")
_ORDER = N_(
    "{file}, line {line}: block '{found}' stands where letter.yaml has '{wanted}'. Keep the order of 'paragraphs'."
)
_EXTRA = N_(
    "{file}, line {line}: block '{found}' is not among the paragraphs of letter.yaml. Did you mean '{nearest}'?"
)
_MISSING = N_(
    "{file}, line {line}: block '{wanted}' is missing. Add it, or take it out of 'paragraphs' in letter.yaml."
)
_UNKNOWN = N_("{file}, line {line}: letter.yaml has no field '{name}'. Did you mean '{nearest}'?")
_NO_PART = N_("{file}, line {line}: '{name}' has no part '{part}'. Did you mean '{nearest}'?")
_LIST = N_("{file}, line {line}: '{name}' is a list. Write: for one in {name}.")
_CHOICE = N_(
    "{file}, line {line}: '{name}' is a choice and would show its id. Write the words with 'if {name} == ...'."
)
_TRUTH = N_("{file}, line {line}: '{name}' is yes or no. Write the words with 'if {name}'.")
_WHOLE = N_("{file}, line {line}: '{name}' has parts. Write one of them, as in '{name}.{nearest}'.")
_NO_LIST = N_("{file}, line {line}: '{name}' is not a list. Write it out without 'for'.")
_NO_OPTION = N_("{file}, line {line}: '{name}' has no option '{part}'. Did you mean '{nearest}'?")
_NOT_CHOICE = N_("{file}, line {line}: '{name}' is what a person wrote. Only choices are compared; ask 'if {name}'.")
_SHADOW = N_("{file}, line {line}: '{name}' is a field already. Give the loop another name.")
_LOCALE = N_(
    "{file}, line {line}: this letter is in '{name}' and includes a file in '{part}'. Include the one in '{nearest}'."
)


def breaches(letter: Letter, tree: nodes.Template, file: str, locale: str, shared: Shared) -> Iterator[ContentError]:
    """Every way in which the template breaks its contract. The tree's syntax must be allowed already."""
    for name in [*(field.id for field in letter.fields), *(one.id for one in letter.counted)]:
        if name in RESERVED:
            yield ContentError(_RESERVED, file=f"{letter.id}/letter.yaml", line=1, name=name)
    yield from _block_order(letter, tree, file)
    reader = _Names(file, locale, shared)
    scope = shapes(letter)
    for node in tree.body:
        if isinstance(node, nodes.Block):
            yield from reader.body(node.body, scope)


def _block_order(letter: Letter, tree: nodes.Template, file: str) -> Iterator[ContentError]:
    wanted = [paragraph.id for paragraph in letter.paragraphs]
    for node in tree.body:
        if not isinstance(node, nodes.Block) and not _is_blank(node):
            yield ContentError(_OUTSIDE, file=file, line=_first_line(node))
    blocks = [node for node in tree.body if isinstance(node, nodes.Block)]
    names = [block.name for block in blocks]
    for block in blocks:
        if block.name not in wanted:
            yield ContentError(
                _EXTRA, file=file, line=block.lineno, found=block.name, nearest=nearest(block.name, wanted)
            )
    for name in wanted:
        if name not in names:
            yield ContentError(_MISSING, file=file, line=blocks[-1].lineno if blocks else 1, wanted=name)
    if sorted(names) == sorted(wanted) and names != wanted:
        at = next(at for at, name in enumerate(names) if name != wanted[at])
        yield ContentError(_ORDER, file=file, line=blocks[at].lineno, found=names[at], wanted=wanted[at])


def _is_blank(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Output) and all(
        isinstance(part, nodes.TemplateData) and not part.data.replace(PARAGRAPH, "").strip() for part in node.nodes
    )


def _first_line(node: nodes.Node) -> int:
    """The line of the first visible character: a text starts at the end of the tag before it."""
    first = node.nodes[0] if isinstance(node, nodes.Output) else node
    if isinstance(first, nodes.TemplateData):
        text = first.data.replace(PARAGRAPH, " ")
        return first.lineno + text[: len(text) - len(text.lstrip())].count("\n")
    return node.lineno


def nearest(name: str, known: list[str]) -> str:
    """The known name most like ``name``, or the first one; empty when there is none."""
    found = get_close_matches(name[:80], known, n=1, cutoff=0.0)
    return found[0] if found else ""


class _Names:
    """Follows names through a template and its includes."""

    def __init__(self, file: str, locale: str, shared: Shared) -> None:
        self.file = file
        self.locale = locale
        self.shared = shared

    def body(self, body: Iterable[nodes.Node], scope: Scope) -> Iterator[ContentError]:
        for node in body:
            match node:
                case nodes.Output():
                    for one in node.nodes:
                        yield from self.output(one, scope)
                case nodes.If():
                    yield from self.asked(node.test, scope)
                    yield from self.body([*node.body, *node.elif_, *node.else_], scope)
                case nodes.For():
                    yield from self.loop(node, scope)
                case nodes.Include(template=nodes.Const(value=str(name))):
                    yield from self.include(node, name, scope)

    def include(self, node: nodes.Include, name: str, scope: Scope) -> Iterator[ContentError]:
        found = SHARED.fullmatch(name)
        if found and found["locale"] != self.locale:
            yield ContentError(
                _LOCALE,
                file=self.file,
                line=node.lineno,
                name=self.locale,
                part=found["locale"],
                nearest=self.locale,
            )
            return
        try:
            tree = self.shared(name)
        except ContentError as error:
            yield error
            return
        yield from _Names(name, self.locale, self.shared).body(tree.body, scope)

    def loop(self, node: nodes.For, scope: Scope) -> Iterator[ContentError]:
        name = _written(node.iter)
        shape = yield from self.shape(node.iter, scope)
        if shape is None:
            return
        target = node.target.name if isinstance(node.target, nodes.Name) else ""
        if shape.form not in ("texts", "rows"):
            yield self.error(_NO_LIST, node, name=name)
        elif target in scope:
            yield self.error(_SHADOW, node, name=target)
        else:
            inner = {**scope, target: shape.item(), LOOP: Shape("loop", LOOP_PARTS)}
            yield from self.body(node.body, inner)
            yield from self.body(node.else_, scope)

    def output(self, node: nodes.Node, scope: Scope) -> Iterator[ContentError]:
        match node:
            case nodes.TemplateData() | nodes.Const():
                return
            case nodes.CondExpr():
                yield from self.asked(node.test, scope)
                for part in (node.expr1, node.expr2):
                    if part is not None:
                        yield from self.output(part, scope)
                return
            case nodes.And() | nodes.Or() | nodes.Not() | nodes.Compare():
                yield self.error(_TRUTH, node, name=_written(node))
                return
        shape = yield from self.shape(node, scope)
        if shape is not None and shape.form != "text":
            message = {"texts": _LIST, "rows": _LIST, "choice": _CHOICE, "truth": _TRUTH}.get(shape.form, _WHOLE)
            yield self.error(message, node, name=_written(node), nearest=next(iter(shape.parts), ""))

    def asked(self, node: nodes.Node, scope: Scope) -> Iterator[ContentError]:
        match node:
            case nodes.And() | nodes.Or():
                yield from self.asked(node.left, scope)
                yield from self.asked(node.right, scope)
            case nodes.Not():
                yield from self.asked(node.node, scope)
            case nodes.Compare():
                yield from self.compared(node, scope)
            case nodes.CondExpr():
                yield from self.output(node, scope)
            case nodes.Name() | nodes.Getattr():
                yield from self.shape(node, scope)

    def compared(self, node: nodes.Compare, scope: Scope) -> Iterator[ContentError]:
        shape = yield from self.shape(node.expr, scope)
        constant = node.ops[0].expr
        value = constant.value if isinstance(constant, nodes.Const) else None
        if shape is None or (shape.form == "truth" and isinstance(value, bool)):
            return
        name = _written(node.expr)
        if shape.form != "choice":
            yield self.error(_NOT_CHOICE, node, name=name)
        elif value not in shape.options:
            yield self.error(
                _NO_OPTION, node, name=name, part=str(value), nearest=nearest(str(value), list(shape.options))
            )

    def shape(self, node: nodes.Node, scope: Scope) -> _Found:
        if isinstance(node, nodes.Getattr):
            whole = yield from self.shape(node.node, scope)
            if whole is None or node.attr in whole.parts:
                return whole.part(node.attr) if whole else None
            yield self.error(
                _NO_PART,
                node,
                name=_written(node.node),
                part=node.attr,
                nearest=nearest(node.attr, list(whole.parts)),
            )
        elif isinstance(node, nodes.Name):
            if node.name in scope:
                return scope[node.name]
            yield self.error(_UNKNOWN, node, name=node.name, nearest=nearest(node.name, list(scope)))
        return None

    def error(self, message: str, node: nodes.Node, **values: str) -> ContentError:
        return ContentError(message, file=self.file, line=node.lineno or 1, **values)


def _written(node: nodes.Node) -> str:
    match node:
        case nodes.Name(name=name):
            return str(name)
        case nodes.Getattr():
            return f"{_written(node.node)}.{node.attr}"
    return "this"
