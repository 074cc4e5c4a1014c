"""Words beside a number: as many forms as the language has, and each says its number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from babel import UnknownLocaleError
from babel.messages.plurals import get_plural

from assistant.i18n import placeholders
from assistant.model import N_

from .finding import Finding, Rooms, found
from .spoken import Entry, Language, languages, short

_RULE = re.compile(r'"Plural-Forms:\s*([^"]*?)"((?:\s*"(?![A-Z][\w-]+:)[^"]*")*)')
_FORM = re.compile(r"(?m)^[ \t]*msgstr\[(\d+)\]((?:[ \t]*\"(?:[^\"\\]|\\.)*\"\s*)*)")
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
_TRIED = 1000
"""Numbers that are tried to see which form they take."""


def plurals(rooms: Rooms) -> Iterator[Finding]:
    """The forms of a word beside a number are those of CLDR, and a form for several numbers says which."""
    for language in languages(rooms):
        try:
            rule = get_plural(language.locale)
        except (UnknownLocaleError, ValueError, LookupError):
            continue
        yield from _header(language, str(rule))
        yield from _forms(language, rule.num_plurals)
        for entry in language.entries:
            if len(entry.ids) > 1 and entry.whole and not entry.fuzzy:
                yield from _says_its_number(entry, rule.plural_expr)


def _header(language: Language, right: str) -> Iterator[Finding]:
    text = _text(language)
    written = _RULE.search(text)
    said = re.sub(r'\\n|["\s]', "", written[1] + written[2]) if written else ""
    if written and said != re.sub(r"\s", "", right):
        yield found(
            "plural-rule",
            "error",
            N_("{file} line {line}: the plural rule is not that of the language; write: {rule}"),
            file=language.file,
            line=text.count("\n", 0, written.start()) + 1,
            rule=right,
        )


def _forms(language: Language, count: int) -> Iterator[Finding]:
    """Read from the file itself: the reader of catalogues refuses a form too many, and fills in one that is missing."""
    for line, text, filled, forms in _written(language):
        if forms != set(range(count)) or 0 < len(filled) < count:
            yield found(
                "plural-forms",
                "error",
                N_("{file} line {line}: '{text}' needs {count} forms, msgstr[0] to msgstr[{last}]; filled: {filled}"),
                file=language.file,
                line=line,
                text=text,
                count=count,
                last=count - 1,
                filled=", ".join(map(str, sorted(filled))) or "-",
            )


def _written(language: Language) -> Iterator[tuple[int, str, set[int], set[int]]]:
    """Each entry with a plural: line, beginning of the text, forms that are filled, forms that are there."""
    text = _text(language)
    for plural in re.finditer(r"(?m)^[ \t]*msgid_plural", text):
        first = max(text.rfind("\n\n", 0, plural.start()), 0)
        last = text.find("\n\n", plural.start())
        entry = text[first : last if last >= 0 else len(text)]
        said = re.search(r"(?m)^[ \t]*msgid[ \t]", entry)
        line = text.count("\n", 0, first + (said.start() if said else 0)) + 1
        forms = {int(one[1]): _said(one[2]) for one in _FORM.finditer(entry)}
        english = _said(entry[said.end() : plural.start() - first]) if said else ""
        yield line, short(english), {form for form, words in forms.items() if words}, set(forms)


def _said(quoted: str) -> str:
    """The text of the quoted lines."""
    return "".join(_QUOTED.findall(quoted)).replace('\\"', '"').replace("\\n", "\n")


def _text(language: Language) -> str:
    try:
        return language.path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return ""


def _says_its_number(entry: Entry, rule: str) -> Iterator[Finding]:
    """A form that stands for one number may leave the number out: ``one day left``."""
    if "n" not in placeholders(entry.ids[1]):
        return
    for form, string in enumerate(entry.strings):
        numbers = _numbers_of(rule).get(form, ())
        if "n" not in placeholders(string) and len(numbers) > 1:
            yield found(
                "plural-number",
                "error",
                N_("{file} line {line}: form {form} of '{text}' stands for {numbers} and more; it must say {name}"),
                **entry.place,
                form=form,
                numbers=", ".join(map(str, numbers[:3])),
                name="{n}",
            )


@lru_cache(maxsize=32)
def _numbers_of(rule: str) -> Mapping[int, tuple[int, ...]]:
    """By form: the first numbers that take it. The rule is that of CLDR, never that of a file."""
    from gettext import c2py

    form_of = c2py(rule)
    found: dict[int, tuple[int, ...]] = {}
    for number in range(_TRIED):
        form = int(form_of(number))
        found[form] = (*found.get(form, ()), number)[:4]
    return found
