"""The plain part of YAML: names, lists and text, each with its line. All else is refused, not guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NoReturn, TypeAlias

import yaml

from assistant.model import N_, InputError
from assistant.text import show

MAX_SIZE = 1_000_000
"""Bytes of a file."""
_DEEPEST = 4
_LONGEST_SHOWN = 60
_MOST_PARTS = 5_000
_MOST_TRIES = 20

_SIZE = N_("{file}, line {line}: the file is over {limit} bytes. Take out what is not an answer.")
_SIGN = N_("{file}, line {line}: there is a character that cannot be shown. Type the line again.")
_TABULATOR = N_("{file}, line {line}: the line begins with a tabulator. Use spaces.")
_PARTS = N_("{file}, line {line}: the file has too many parts. Take out what is not an answer.")
_SYNTAX = N_('{file}, line {line}: this line cannot be read. Put the answer in "quotation marks".')
_COLON = N_("{file}, line {line}: there is no name with a colon and a space. Write it like this: {name}: answer")
_QUOTE = N_("{file}, line {line}: a quotation mark is opened here and not closed. Close it, or leave it out.")
WIDE = N_("{file}, line {line}: the colon is a wide one. Use a narrow one with a space, like this: {name}: answer")
_BRACKET = N_(
    '{file}, line {line}: a bracket is opened here and not closed. Close it, or put the answer in "quotation marks".'
)
_ESCAPE = N_("{file}, line {line}: a backslash cannot stand in double quotation marks. Use 'single' ones.")
_INDENT = N_("{file}, line {line}: the line does not begin below those it belongs to. Line them up with spaces.")
_ANCHOR = N_('{file}, line {line}: an answer cannot begin with & or *. Put it in "quotation marks".')
_TAG = N_('{file}, line {line}: an answer cannot begin with an exclamation mark. Put it in "quotation marks".')
_DIRECTIVE = N_("{file}, line {line}: a line cannot begin with %. Take it out.")
_SECOND = N_("{file}, line {line}: a second document begins here. Make one file for each letter.")
_DEEP = N_("{file}, line {line}: there are too many levels. Write each answer right after its name.")
_KEY = N_("{file}, line {line}: a name must be one word, like this: {name}: answer")
_TWICE = N_("{file}, line {line}: '{key}' stands here for the second time; the first is on line {first}. Keep one.")

_UNSHOWN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|\ufeff")
_BARE_GAP = re.compile(r"(\s*(?:- )?\s*(?:[a-z0-9_]+:\s+)?)([?？])(\s*(?:#.*)?)")
_TOP_GAP = re.compile(r"^([a-z0-9_]+:[ ]+)([?？])([ ]*(?:#.*)?)$")
_Loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass
class Leaf:
    """An answer as text."""

    text: str
    line: int


@dataclass
class Twig:
    """A list."""

    line: int
    items: list[Node] = field(default_factory=list)


@dataclass
class Branch:
    """Names with what stands under them."""

    line: int
    parts: dict[str, Node] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    key: str | None = None
    """The key whose value comes next."""


Node: TypeAlias = Leaf | Twig | Branch


def shown(text: str) -> str:
    """A name from a file, short and fit for a terminal."""
    return show(text[:_LONGEST_SHOWN])


class TreeReader:
    """Reads one file. ``sample`` is a name that error messages show as an example."""

    def __init__(self, file: str, sample: str) -> None:
        self.file = file
        self.sample = sample

    def fail(self, message: str, line: int, **values: str | int) -> NoReturn:
        """Raise the error with the file and the line."""
        raise InputError(message, file=self.file, line=line, **values)

    def read(self, text: str) -> Node | None:
        """The file as a tree, ``None`` when nothing is in it. Raises ``InputError``."""
        return self._tree(self._presentable(text))

    def _presentable(self, text: str) -> str:
        """The text without a byte order mark; refused when too large or holding what cannot be shown."""
        if len(text) > MAX_SIZE or len(text.encode("utf-8", "replace")) > MAX_SIZE:
            self.fail(_SIZE, 1, limit=MAX_SIZE)
        plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        found = _UNSHOWN.search(plain)
        if found:
            self.fail(_SIGN, plain.count("\n", 0, found.start()) + 1)
        return plain

    def _tree(self, text: str) -> Node | None:
        """The file as a tree. A question mark alone stands for a gap and need not be quoted."""
        lines = [_TOP_GAP.sub(r'\1"?"\3', line) for line in text.split("\n")]
        for _ in range(_MOST_TRIES):
            try:
                return self._built(yaml.parse("\n".join(lines), Loader=_Loader))
            except yaml.MarkedYAMLError as error:
                if not self._quoted_gap(lines, error):
                    self._unreadable(lines, error)
            except yaml.YAMLError:
                self.fail(_SYNTAX, 1)
        return self.fail(_SYNTAX, 1)

    def _quoted_gap(self, lines: list[str], error: yaml.MarkedYAMLError) -> bool:
        """Quote a bare question mark on the line of the error or just before it, and on lines like it below."""
        at = error.problem_mark.line if error.problem_mark else 0
        for number in (at, at - 1):
            found = _BARE_GAP.fullmatch(lines[number]) if 0 <= number < len(lines) else None
            if found:
                for like in range(number, len(lines)):
                    same = _BARE_GAP.fullmatch(lines[like])
                    if same and same[1] == found[1]:
                        lines[like] = f'{same[1]}"?"{same[3]}'
                return True
        return False

    def _unreadable(self, lines: list[str], error: yaml.MarkedYAMLError) -> NoReturn:
        """Say in plain words what the parser stumbled over, on the line where it begins."""
        at, start = (self._line(mark, lines) for mark in (error.problem_mark, error.context_mark or error.problem_mark))
        told = f"{error.context or ''} {error.problem or ''}"
        for sign, message, line in (
            ("escape|hexdecimal", _ESCAPE, at),
            ("quoted scalar", _QUOTE, start),
            ("flow", _BRACKET, start),
            ("anchor|alias", _ANCHOR, at),
            (r"\btag\b", _TAG, at),
            ("directive", _DIRECTIVE, at),
            ("expected ':'", _COLON, start),
        ):
            if re.search(sign, told):
                wide = message is _COLON and "：" in lines[line]
                self.fail(WIDE if wide else message, line + 1, name=self.sample)
        if re.match(r" *\t", lines[at]):
            self.fail(_TABULATOR, at + 1)
        own_name = re.match(r" +(- )?[a-z0-9_]+:( |$)", lines[at])
        if at and re.match(r"[a-z0-9_]+:( |$)(?!.*: )", lines[at]) and ":" not in lines[at - 1]:
            self.fail(WIDE if "：" in lines[at - 1] else _COLON, at, name=self.sample)
        self.fail(_INDENT if own_name or "block end" in told else _SYNTAX, at + 1)

    @staticmethod
    def _line(mark: object, lines: list[str]) -> int:
        """The line of a mark, counted from 0; the last one with something on it when the mark is at the end."""
        last = max((at for at, line in enumerate(lines) if line.strip()), default=0)
        return min(int(getattr(mark, "line", 0)), last)

    def _built(self, events: Iterator[yaml.Event]) -> Node | None:
        """A tree from the parser's events, refused at the first thing that is not plain."""
        stack: list[Twig | Branch] = []
        root: Node | None = None
        for count, event in enumerate(events):
            line = event.start_mark.line + 1 if event.start_mark else 1
            self._plain(event, line, count, first=root is None)
            node: Node
            match event:
                case yaml.ScalarEvent():
                    node = Leaf(event.value, line)
                case yaml.SequenceStartEvent():
                    node = Twig(line)
                case yaml.MappingStartEvent():
                    node = Branch(line)
                case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                    stack.pop()
                    continue
                case _:
                    continue
            if stack:
                self._place(stack[-1], node)
            else:
                root = node
            if not isinstance(node, Leaf):
                stack.append(node)
                if len(stack) > _DEEPEST:
                    self.fail(_DEEP, line)
        if isinstance(root, Leaf) and not root.text:
            return None
        return root

    def _plain(self, event: yaml.Event, line: int, count: int, *, first: bool) -> None:
        if count > _MOST_PARTS:
            self.fail(_PARTS, line)
        if isinstance(event, yaml.DocumentStartEvent) and not first:
            self.fail(_SECOND, line)
        if isinstance(event, yaml.DocumentStartEvent) and (event.version or event.tags):
            self.fail(_DIRECTIVE, line)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            self.fail(_ANCHOR, line)
        if getattr(event, "tag", None):
            self.fail(_TAG, line)

    def _place(self, parent: Twig | Branch, node: Node) -> None:
        if isinstance(parent, Twig):
            parent.items.append(node)
        elif parent.key is not None:
            parent.parts[parent.key] = node
            parent.key = None
        elif not isinstance(node, Leaf):
            self.fail(_KEY, node.line, name=self.sample)
        elif node.text in parent.lines:
            self.fail(_TWICE, node.line, key=shown(node.text), first=parent.lines[node.text])
        else:
            parent.key = node.text
            parent.lines[node.text] = node.line
