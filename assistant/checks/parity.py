"""One letter in every language: the same paragraphs and lines, the same fields, conditions and figures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from assistant.i18n import SOURCE
from assistant.model import N_, Letter

from .blocks import Block, Templates
from .figures import TAG, Numbers
from .finding import Finding, Rooms, found

_BULLET = re.compile(r"(?m)^[ \t]*(?:\{%[^%]*%\})*- ")
_ROW = re.compile(r"(?m)^[^|\n]*\|")
_NAMES_IN_TAGS = re.compile(r"[a-z]+(?:_[a-z0-9]+)+|[a-z]{5,}")
_FILE = re.compile(r"([\w-]+)\.(\w+)\.md\.j2")
_ODD = 2
"""So many other languages must agree, before the language of filing itself is held to be the odd one."""


@dataclass(frozen=True)
class _Pair:
    """A block, and the one it is held against."""

    model: Block
    block: Block
    locale: str
    """The language of the model."""

    def place(self, line: int) -> dict[str, str | int]:
        return {"file": self.block.file, "line": line, "block": self.block.name or "-", "locale": self.locale}

    def beside(self, word: str) -> int:
        """The line where ``word`` is missing: beside the one that holds it in the model."""
        theirs, ours = self.model.text.split("\n"), self.block.text.split("\n")
        places = [at for at, line in enumerate(theirs) if _has(line, word)]
        lost = [at for at in places if not (at < len(ours) and _has(ours[at], word))]
        return self.block.line + min([*lost, *places, 0][0], len(ours) - 1)

    def holding(self, word: str) -> int:
        """The line that holds ``word``."""
        lines = enumerate(self.block.text.split("\n"))
        return self.block.line + next((at for at, line in lines if _has(line, word)), 0)


Rule = Callable[[_Pair], Iterator[Finding]]


def parity(rooms: Rooms) -> Iterator[Finding]:
    """Each language of a letter says what the language of filing says, paragraph by paragraph."""
    templates = Templates(rooms.templates / "letters")
    numbers = Numbers(rooms)
    shared = list(_shared(rooms, templates, numbers))
    yield from shared
    troubled = {one.file for one in shared}
    for _room, record_id, letter in rooms.records("letters"):
        if isinstance(letter, Letter):
            locales = rooms.letters.locales(record_id)
            blocks = {one: templates.blocks(f"{record_id}/{one}.md.j2") for one in locales}
            first = next((one for one in (*letter.filing, SOURCE) if one in blocks), "")
            for paragraph in letter.paragraphs:
                same = {one: every[paragraph.id] for one, every in blocks.items() if paragraph.id in every}
                sound = {one: block for one, block in same.items() if not _troubled(block, one, troubled)}
                yield from _compared(sound, first, numbers)


def _shared(rooms: Rooms, templates: Templates, numbers: Numbers) -> Iterator[Finding]:
    """The files of ``_shared``, each against the language in which letters that include it are filed."""
    every: dict[str, dict[str, Block]] = {}
    for path in sorted((rooms.templates / "letters" / "_shared").glob("*.md.j2")):
        if named := _FILE.fullmatch(path.name):
            for block in templates.blocks(f"_shared/{path.name}").values():
                every.setdefault(named[1], {})[named[2]] = block
    filed = {"cn": "zh_Hans", "de": "de"}
    for name, blocks in every.items():
        yield from _compared(blocks, filed.get(name.partition("-")[0], SOURCE), numbers)


def _troubled(block: Block, locale: str, files: set[str]) -> bool:
    return any(f"templates/letters/_shared/{name}.{locale}.md.j2" in files for name in block.shared)


def _compared(blocks: dict[str, Block], first: str, numbers: Numbers) -> Iterator[Finding]:
    for rule in (_fields, _conditions, _lines):
        yield from _against(blocks, first, rule)
    yield from _figures(blocks, numbers)


def _against(blocks: dict[str, Block], first: str, rule: Rule) -> Iterator[Finding]:
    """What a rule finds in each language, held against the language of filing."""
    if first not in blocks:
        return
    others = {locale: block for locale, block in blocks.items() if locale != first}
    findings = {locale: list(rule(_Pair(blocks[first], block, first))) for locale, block in others.items()}
    if len(others) >= _ODD and all(findings.values()):
        yield from _alone(blocks[first], first, others, rule)
    for found_here in findings.values():
        yield from found_here


def _alone(block: Block, locale: str, others: dict[str, Block], rule: Rule) -> Iterator[Finding]:
    """The language of filing differs from all the others, which agree: the slip may well be there."""
    other, model = next(iter(others.items()))
    if not any(list(rule(_Pair(model, one, other))) for one in others.values()):
        for one in rule(_Pair(model, block, other)):
            yield found(
                "filing-alone",
                "error",
                N_(
                    "{file} line {line}: block '{block}': all other languages differ from {locale} here; look which is right"
                ),
                **_Pair(model, block, locale).place(one.line),
            )
            return


def _fields(pair: _Pair) -> Iterator[Finding]:
    for name in sorted(pair.model.shown - pair.block.shown):
        yield found(
            "same-fields",
            "error",
            N_("{file} line {line}: block '{block}' leaves out '{name}', which stands in {locale}"),
            **pair.place(pair.beside(name)),
            name=name,
        )
    for name in sorted(pair.block.shown - pair.model.shown):
        yield found(
            "same-fields",
            "error",
            N_("{file} line {line}: block '{block}' has '{name}', which does not stand in {locale}"),
            **pair.place(pair.holding(name)),
            name=name,
        )


def _conditions(pair: _Pair) -> Iterator[Finding]:
    """A condition that only chooses words may stand in one language alone; one that chooses content may not."""
    theirs, ours = pair.model.asked, pair.block.asked
    either = theirs.either | theirs.alone
    for test in sorted(theirs.alone | (theirs.either - theirs.wording)):
        bare = test.removeprefix("not ")
        if test not in ours.alone and bare not in ours.either:
            yield found(
                "same-conditions",
                "error",
                N_("{file} line {line}: block '{block}' has no branch for '{test}', as {locale} has; add it"),
                **pair.place(pair.beside(bare)),
                test=test,
            )
        elif test in theirs.either and bare not in ours.either:
            yield found(
                "same-conditions",
                "error",
                N_("{file} line {line}: block '{block}' has no 'else' to '{test}', as {locale} has; add it"),
                **pair.place(pair.holding(bare)),
                test=test,
            )
    for test in sorted(theirs.fills.keys() & ours.fills.keys()):
        wanted, there = theirs.fills[test], ours.fills[test]
        if wanted != there and wanted == there[::-1]:
            yield found(
                "same-conditions",
                "error",
                N_("{file} line {line}: block '{block}': the branches of '{test}' are exchanged against {locale}"),
                **pair.place(pair.holding(test)),
                test=test,
            )
    for test in sorted(ours.alone):
        if test not in either and test.removeprefix("not ") not in theirs.either:
            yield found(
                "same-conditions",
                "error",
                N_("{file} line {line}: block '{block}' asks '{test}', which {locale} does not; take it out"),
                **pair.place(pair.holding(test.removeprefix("not "))),
                test=test,
            )


def _lines(pair: _Pair) -> Iterator[Finding]:
    theirs, ours = _count(pair.model), _count(pair.block)
    for at, message in enumerate(
        (
            N_("{file} line {line}: block '{block}' has {count} points, and {wanted} in {locale}; keep each of them"),
            N_("{file} line {line}: block '{block}' has {count} rows, and {wanted} in {locale}; keep each of them"),
            N_(
                "{file} line {line}: block '{block}' has {count} paragraphs, and {wanted} in {locale}; keep each of them"
            ),
            N_("{file} line {line}: block '{block}' has {count} lines, and {wanted} in {locale}; keep each of them"),
        )
    ):
        if theirs[at] != ours[at] and (pair.model.shown or theirs[3] > 1):
            yield found(
                "same-lines",
                "error",
                message,
                **pair.place(pair.block.line + _first_other(pair.model, pair.block)),
                count=ours[at],
                wanted=theirs[at],
            )
            return


def _count(block: Block) -> tuple[int, int, int, int]:
    """Points of lists, rows with two columns, paragraphs, lines with words."""
    text = block.whole.strip()
    paragraphs = sum(1 for one in re.split(r"\n[ \t]*\n", text) if one.strip())
    lines = sum(1 for one in text.split("\n") if re.sub(r"\{%.*?%\}", "", one).strip())
    return len(_BULLET.findall(text)), len(_ROW.findall(text)), paragraphs, lines


def _first_other(model: Block, block: Block) -> int:
    """The first line that is built in another way."""
    theirs, ours = ([_built(line) for line in one.text.split("\n")] for one in (model, block))
    for at, (one, other) in enumerate(zip(theirs, ours, strict=False)):
        if one != other:
            return at
    return min(len(theirs), len(ours)) - 1


def _built(line: str) -> tuple[object, ...]:
    """What of a line is the same in every language: blank or not, point or row, and its tags."""
    tags = sorted(_NAMES_IN_TAGS.findall(" ".join(TAG.findall(line))))
    return bool(line.strip()), bool(_BULLET.match(line)), "|" in TAG.sub("", line), *tags


def _figures(blocks: dict[str, Block], numbers: Numbers) -> Iterator[Finding]:
    """Held against the English: that is what the program compares numbers in words with."""
    english = blocks.get(SOURCE)
    if english is None:
        return
    others = {locale: block for locale, block in blocks.items() if locale != SOURCE}
    wrong = [one for one, block in others.items() if not numbers.same(english.whole, block.whole, one)]
    if len(wrong) >= _ODD and len(wrong) == len(others):
        yield _other_figures(blocks[wrong[0]], english, wrong[0], wrong[0], numbers)
        return
    for locale in wrong:
        yield _other_figures(english, others[locale], locale, SOURCE, numbers)


def _other_figures(model: Block, block: Block, locale: str, told: str, numbers: Numbers) -> Finding:
    theirs, ours = model.text.split("\n"), block.text.split("\n")
    english = (theirs, ours) if told == SOURCE else (ours, theirs)
    lines = enumerate(zip(*english, strict=False)) if len(theirs) == len(ours) else ()
    at = next((at for at, (one, other) in lines if not numbers.same(one, other, locale)), 0)
    return found(
        "same-figures",
        "error",
        N_("{file} line {line}: block '{block}' says other numbers than {locale}: days, dates, articles, sums"),
        **_Pair(model, block, told).place(block.line + at),
    )


def _has(line: str, word: str) -> bool:
    """Whether a line holds a name or a condition, in the words of the template."""
    tags = " ".join(TAG.findall(line))
    parts = re.findall(r"[\w.-]+", word)
    return all(
        re.search(rf"(?<![\w.-]){re.escape(part)}(?![\w-])", tags) for part in parts if part not in ("and", "or", "not")
    )
