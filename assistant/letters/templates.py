"""The letters' templates: found under one folder only, checked, and compiled once in a process."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, MutableMapping
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from jinja2 import BaseLoader, Environment, StrictUndefined, Template, TemplateError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from assistant.model import N_, ContentError, Letter, NotFoundError

from .contract import breaches
from .syntax import MAX_SIZE, SHARED, offences, parse

_LETTER = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*/[A-Za-z]+(?:_[A-Za-z]+)*\.md\.j2")
_LOCALE_FILE = re.compile(r"([A-Za-z]+(?:_[A-Za-z]+)*)\.md\.j2")
_LONGEST = 100
"""Characters of a letter's name; longer ones are none of ours, and no folder can have them."""
MAX_OUTPUT = 2_000_000
"""Characters of one rendered block, marks included."""

_MISSING = N_("{file}, line 1: there is no such file.")
_OUTSIDE = N_("{file}, line 1: this name does not lie in the folder of letters.")
_SIZE = N_("{file}, line 1: the file is over {limit} bytes. Part the letter, or move text to _shared.")
_UTF8 = N_("{file}, line {line}: the file is not UTF-8. Save it as UTF-8.")
_UNTRANSLATED = N_("There is no '{letter}' in the language '{locale}'. There is: {known}.")
_FAILED = N_("{file}, line 1: block '{block}' cannot be written: {problem}.")
_LONG = N_("{file}, line 1: block '{block}' grows beyond {limit} characters. Take out a loop or an include.")

Context = Mapping[str, str | bool | list[str] | list[SimpleNamespace] | object | None]
"""What a template sees: texts, lists of texts, and things with text parts. Nothing that can act."""


class _Loader(BaseLoader):
    """Reads from one folder, by names of two parts; every file is held against the list of allowed syntax."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._trees: dict[str, nodes.Template] = {}

    def load(
        self,
        environment: Environment,
        name: str,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - Jinja's name
    ) -> Template:
        """Compile a file from the very tree that was held against the list."""
        tree = self.sound(environment, name)
        code = environment.compile(tree, name, name)
        return environment.template_class.from_code(environment, code, environment.make_globals(globals), lambda: True)

    def sound(self, environment: Environment, name: str) -> nodes.Template:
        """The tree of a file in which nothing is refused."""
        tree = self.tree(environment, name)
        for error in offences(tree, name):
            raise error
        return tree

    def tree(self, environment: Environment, name: str) -> nodes.Template:
        """The tree of a file, read once."""
        if name not in self._trees:
            self._trees[name] = parse(environment, self.text(name), name)
        return self._trees[name]

    def text(self, name: str) -> str:
        if not (_LETTER.fullmatch(name) or SHARED.fullmatch(name)):
            raise ContentError(_OUTSIDE, file=name)
        root = self.root.resolve()
        path = (root / name).resolve()
        if not path.is_relative_to(root):
            raise ContentError(_OUTSIDE, file=name)
        try:
            with path.open("rb") as file:
                data = file.read(MAX_SIZE + 1)
        except OSError as error:
            raise ContentError(_MISSING, file=name) from error
        if len(data) > MAX_SIZE:
            raise ContentError(_SIZE, file=name, limit=MAX_SIZE)
        try:
            return data.decode("utf-8-sig").replace("\r\n", "\n")
        except UnicodeDecodeError as error:
            raise ContentError(_UTF8, file=name, line=data.count(b"\n", 0, error.start) + 1) from error


@dataclass(frozen=True)
class Script:
    """A letter in one locale, checked and compiled."""

    file: str
    template: Template
    asks: Mapping[str, frozenset[str]]
    """For each block, the fields that its conditions ask."""

    def render(self, block: str, context: Context) -> str:
        """The text of one block. Raises ``ContentError`` when it cannot be written or has no end."""
        parts: list[str] = []
        size = 0
        try:
            for part in self.template.blocks[block](self.template.new_context(dict(context))):
                size += len(part)
                if size > MAX_OUTPUT:
                    raise ContentError(_LONG, file=self.file, block=block, limit=MAX_OUTPUT)
                parts.append(part)
        except (TemplateError, TypeError) as error:
            raise ContentError(_FAILED, file=self.file, block=block, problem=str(error)) from error
        return "".join(parts)


class Templates:
    """All templates under one folder. Make one in a process and pass it on."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._loader = _Loader(root)
        self._environment = _environment(self._loader)
        self._scripts: dict[tuple[str, str], Script] = {}

    def locales(self, letter: str) -> tuple[str, ...]:
        """The locales in which the letter exists, sorted."""
        if len(letter) > _LONGEST or not _LETTER.fullmatch(f"{letter}/en.md.j2"):
            return ()
        found = (_LOCALE_FILE.fullmatch(path.name) for path in (self.root / letter).glob("*.md.j2"))
        return tuple(sorted(match[1] for match in found if match))

    def script(self, letter: Letter, locale: str) -> Script:
        """The letter in one locale.

        Raises ``NotFoundError`` when it does not exist in that locale and ``ContentError`` when the
        template breaks a rule; nothing of a template runs before all of it was checked.
        """
        key = (letter.id, locale)
        if key not in self._scripts:
            for error in self.findings(letter, locale):
                raise error
            file = f"{letter.id}/{locale}.md.j2"
            tree = self._loader.tree(self._environment, file)
            self._scripts[key] = Script(file, self._environment.get_template(file), self._asks(tree))
        return self._scripts[key]

    def findings(self, letter: Letter, locale: str) -> Iterator[ContentError]:
        """Everything wrong with one template: syntax first, then its contract with ``letter.yaml``."""
        known = self.locales(letter.id)
        if locale not in known:
            raise NotFoundError(_UNTRANSLATED, letter=letter.id, locale=locale, known=", ".join(known) or "-")
        file = f"{letter.id}/{locale}.md.j2"
        try:
            tree = self._loader.tree(self._environment, file)
        except ContentError as error:
            yield error
            return
        found = list(offences(tree, file))
        yield from found or breaches(letter, tree, file, locale, self._shared)

    def _asks(self, tree: nodes.Template) -> Mapping[str, frozenset[str]]:
        return {block.name: frozenset(self._asked(block)) for block in tree.find_all(nodes.Block)}

    def _asked(self, node: nodes.Node) -> Iterator[str]:
        tests = [one.test for one in node.find_all(nodes.If)] + [one.test for one in node.find_all(nodes.CondExpr)]
        for test in tests:
            yield from (name.name for name in (*test.find_all(nodes.Name), test) if isinstance(name, nodes.Name))
        for include in node.find_all(nodes.Include):
            if isinstance(include.template, nodes.Const):
                yield from self._asked(self._shared(str(include.template.value)))

    def _shared(self, name: str) -> nodes.Template:
        return self._loader.sound(self._environment, name)


def _environment(loader: BaseLoader) -> Environment:
    """A sandbox with nothing in it: no functions, no filters, no tests, no escaping, no byte code on disk."""
    environment = ImmutableSandboxedEnvironment(
        loader=loader,
        undefined=StrictUndefined,
        autoescape=False,
        auto_reload=False,
        keep_trailing_newline=False,
        finalize=lambda value: "" if value is None else value,
    )
    environment.globals.clear()
    environment.filters.clear()
    environment.tests.clear()
    return environment
