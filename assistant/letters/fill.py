"""Reads a fill file: small, strict YAML in which every answer is text, and every error has a line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.model import N_, Letter, LetterField
from assistant.text import show

from .blank import LETTER_KEY
from .contract import nearest
from .kinds import Answers, Raw
from .yaml_tree import WIDE, Branch, Leaf, Node, TreeReader, Twig, shown

_EMPTY = N_("{file}, line {line}: the file has no answers. Make an empty one with --blank and fill it in.")
_NOT_NAMES = N_("{file}, line {line}: the file must have a line for each answer, like this: {name}: answer")
_UNKNOWN = N_("{file}, line {line}: there is no question '{key}' in this letter. Did you mean '{nearest}'?")
_OTHER_LETTER = N_("{file}, line {line}: the file is for the letter '{key}', not for '{nearest}'.")
_ONE = N_("{file}, line {line}: '{key}' takes one answer, not a list.")
_ONE_EACH = N_("{file}, line {line}: each line of '{key}' must be one text. Put it in \"quotation marks\".")
_ENTRY = N_("{file}, line {line}: each entry of '{key}' must have named parts: {nearest}")
_PART = N_("{file}, line {line}: '{key}' has no part of this name. Did you mean '{nearest}'?")


@dataclass(frozen=True)
class Fill:
    """The answers in a file and the lines on which they stand."""

    file: str
    answers: Answers
    lines: Mapping[str, int]


def read_fill(text: str, filename: str, letter: Letter) -> Fill:
    """The answers for ``letter``. Nothing in the file is run, followed or guessed.

    Raises ``InputError`` with file, line and the way to mend it for anything that is not a plain
    list of answers to this letter's questions.
    """
    return _Reader(show(filename), letter).read(text)


class _Reader:
    def __init__(self, file: str, letter: Letter) -> None:
        self.letter = letter
        self.fields = {one.id: one for one in letter.fields}
        self.tree = TreeReader(file, next(iter(self.fields), LETTER_KEY))

    def read(self, text: str) -> Fill:
        root = self.tree.read(text)
        if root is None:
            self.tree.fail(_EMPTY, 1)
        if not isinstance(root, Branch):
            wide = isinstance(root, Leaf) and "：" in root.text
            self.tree.fail(WIDE if wide else _NOT_NAMES, root.line, name=self.tree.sample)
        return self._answers(root)

    def _answers(self, root: Branch) -> Fill:
        found: dict[str, Raw] = {}
        for key, node in root.parts.items():
            line = root.lines[key]
            if key == LETTER_KEY:
                self._same_letter(node, line)
            elif key not in self.fields:
                self.tree.fail(_UNKNOWN, line, key=shown(key), nearest=nearest(key, list(self.fields)))
            else:
                found[key] = self._answer(self.fields[key], node)
        return Fill(self.tree.file, found, {key: line for key, line in root.lines.items() if key in found})

    def _same_letter(self, node: Node, line: int) -> None:
        named = node.text if isinstance(node, Leaf) else "-"
        if named != self.letter.id:
            self.tree.fail(_OTHER_LETTER, line, key=shown(named), nearest=self.letter.id)

    def _answer(self, asked: LetterField, node: Node) -> Raw:
        if isinstance(node, Leaf):
            return node.text
        if asked.kind == "entries":
            rows = node.items if isinstance(node, Twig) else [node]
            return [self._entry(asked, row) for row in rows]
        if asked.kind == "body" and isinstance(node, Branch):
            return self._body(asked, node)
        if asked.kind not in ("lines", "address", "body"):
            self.tree.fail(_ONE, node.line, key=asked.id)
        if isinstance(node, Branch):
            self.tree.fail(_ONE_EACH, node.line, key=asked.id)
        return self._texts(asked, node)

    def _texts(self, asked: LetterField, node: Twig) -> list[str]:
        found: list[str] = []
        for item in node.items:
            if isinstance(item, Branch) and list(item.parts) == [""]:
                found.append("?")  # so the parser sees a question mark alone
                continue
            if not isinstance(item, Leaf):
                self.tree.fail(_ONE_EACH, item.line, key=asked.id)
            found.append(item.text)
        return found

    def _entry(self, asked: LetterField, node: Node) -> dict[str, str]:
        names = [column.id for column in asked.columns]
        if not isinstance(node, Branch):
            self.tree.fail(_ENTRY, node.line, key=asked.id, nearest=", ".join(names))
        found: dict[str, str] = {}
        for name, part in node.parts.items():
            if name not in names:
                self.tree.fail(_PART, node.lines[name], key=asked.id, nearest=nearest(name, names))
            if not isinstance(part, Leaf):
                self.tree.fail(_ONE, part.line, key=f"{asked.id}.{name}")
            found[name] = part.text
        return found

    def _body(self, asked: LetterField, node: Branch) -> Raw:
        found: dict[str, str | list[str]] = {}
        for name, part in node.parts.items():
            if name not in ("name", "address"):
                self.tree.fail(_PART, node.lines[name], key=asked.id, nearest=nearest(name, ["name", "address"]))
            if isinstance(part, Leaf):
                found[name] = part.text
            elif name == "address" and isinstance(part, Twig):
                found[name] = self._texts(asked, part)
            else:
                self.tree.fail(_ONE, part.line, key=f"{asked.id}.{name}")
        return found
