"""YAML for people who do not program: nothing is guessed, and every error has a line.

Dates, ``no``, ``on``, ``1:30`` and ``010`` stay text; a key written twice, an alias or a tag is
refused. Types are the business of the records.
"""

from __future__ import annotations

import re

import yaml

from assistant.model import N_, ContentError

from .sheet import Plain, Sheet, Where

_WHOLE = re.compile(r"-?(0|[1-9][0-9]*)")
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}
_QUOTED = ("'", '"', "|", ">")
_DEEPEST = 20
_LONGEST_NUMBER = 15

Loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read(text: str, file: str) -> Sheet:
    """Parse one document.

    Raises ``ContentError`` with file and line for anything that is not plain, unambiguous YAML.
    """
    lines: dict[Where, int] = {}
    try:
        _refuse_aliases(text, file)
        node = yaml.compose(text, Loader=Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise ContentError(
            N_("{file} line {line}: this is not YAML: {problem}"),
            file=file,
            line=(mark.line + 1 if mark else 1),
            problem=error.problem or str(error),
        ) from error
    except yaml.YAMLError as error:
        raise ContentError(
            N_("{file} line {line}: this is not YAML: {problem}"),
            file=file,
            line=1,
            problem=_first(str(error)),
        ) from error
    if node is None:
        raise ContentError(N_("{file} line {line}: the file is empty"), file=file, line=1)
    data = _plain(node, (), file, lines)
    return Sheet(file, data, lines)


def _first(text: str) -> str:
    return text.splitlines()[0] if text else ""


def _refuse_aliases(text: str, file: str) -> None:
    if "*" not in text and "&" not in text:
        return
    for event in yaml.parse(text, Loader=Loader):
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise ContentError(
                N_(
                    "{file} line {line}: '&' and '*' (anchors) are not allowed; write the text out, or put it in quotes"
                ),
                file=file,
                line=event.start_mark.line + 1 if event.start_mark else 1,
            )


def _plain(node: yaml.Node, where: Where, file: str, lines: dict[Where, int]) -> Plain:
    line = node.start_mark.line + 1
    lines[where] = line
    if len(where) > _DEEPEST:
        raise ContentError(N_("{file} line {line}: too many levels inside each other"), file=file, line=line)
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, where, file, lines)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, (*where, i), file, lines) for i, item in enumerate(node.value)]
    return _scalar(node)


def _mapping(node: yaml.MappingNode, where: Where, file: str, lines: dict[Where, int]) -> Plain:
    found: dict[str, Plain] = {}
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + 1
        key = key_node.value
        if not isinstance(key, str):
            raise ContentError(N_("{file} line {line}: a key must be one word"), file=file, line=line)
        if key in found:
            raise ContentError(
                N_("{file} line {line}: '{key}' is written twice, first on line {first}; keep one"),
                file=file,
                line=line,
                key=key,
                first=lines[(*where, key)],
            )
        found[key] = _plain(value_node, (*where, key), file, lines)
        lines[(*where, key)] = line
    return found


def _scalar(node: yaml.Node) -> Plain:
    value = node.value
    if not isinstance(value, str):  # pragma: no cover - the library gives text for every scalar
        return None
    if getattr(node, "style", None) in _QUOTED:
        return value
    if value.lower() in _WORDS:
        return _WORDS[value.lower()]
    if _WHOLE.fullmatch(value) and len(value) <= _LONGEST_NUMBER:
        return int(value)
    return value
