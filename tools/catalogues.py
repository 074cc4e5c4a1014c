"""Extracts every text people see and brings the catalogues up to date.

The template has no line numbers and no dates and is sorted: it changes only when a text changes. A text of a
record that was reworded keeps its old translation as "fuzzy" beside the old wording; fuzzy ones are not shown.
"""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from assistant.knowledge import messages, open_knowledge

TOP = Path(__file__).resolve().parent.parent
POT = TOP / "locales" / "assistant.pot"
KEYWORDS = {"tr": None, "N_": None, "plural": (1, 2), "ctx": ((1, "c"), 2)}
UNDATED = re.compile(r'^"(POT-Creation-Date|PO-Revision-Date|Generated-By|Last-Translator|Report-Msgid-Bugs-To)')


def template() -> Catalog:
    """Every message of the program and of the records."""
    catalogue = Catalog(project="recourse", charset="utf-8", fuzzy=False, header_comment="")
    found = extract_from_dir(
        str(TOP / "assistant"), [("**.py", "python")], keywords=KEYWORDS, comment_tags=("Translators:",)
    )
    for _file, _line, text, comments, context in sorted(found, key=lambda one: (str(one[4] or ""), str(one[2]))):
        if text:
            catalogue.add(
                text, context=context, auto_comments=[c.removeprefix("Translators:").strip() for c in comments]
            )
    records = messages(open_knowledge(TOP / "content", TOP / "templates"))
    for message in sorted(records, key=lambda one: (one.context, one.text)):
        catalogue.add(message.text, context=message.context, auto_comments=[message.note] if message.note else [])
    return catalogue


def bring_up_to_date(path: Path, wanted: Catalog) -> Catalog:
    """The catalogue at ``path`` with exactly the messages of ``wanted``."""
    locale = path.parent.parent.name
    old = Catalog(locale=locale)
    if path.exists():
        with path.open("rb") as file:
            old = read_po(file, locale=locale)
    by_context: dict[str, list[Message]] = {}
    for message in old:
        if message.context and message.string:
            by_context.setdefault(message.context, []).append(message)
    new = Catalog(locale=locale, project="recourse", charset="utf-8", fuzzy=False, header_comment="")
    for message in wanted:
        if message.id:
            carry(message, old, by_context, new)
    return new


def carry(message: Message, old: Catalog, by_context: dict[str, list[Message]], new: Catalog) -> None:
    had = old.get(message.id, context=message.context)
    if had is not None and had.string:
        new.add(
            message.id,
            had.string,
            context=message.context,
            auto_comments=message.auto_comments,
            user_comments=had.user_comments,
            flags=had.flags,
            previous_id=had.previous_id,
        )
        return
    before = by_context.get(message.context or "", [])
    if len(before) == 1 and isinstance(message.id, str):
        new.add(
            message.id,
            before[0].string,
            context=message.context,
            auto_comments=message.auto_comments,
            flags=["fuzzy"],
            previous_id=before[0].id,
        )
        return
    new.add(message.id, context=message.context, auto_comments=message.auto_comments)


def written(catalogue: Catalog) -> str:
    """The catalogue as text: sorted, without places and dates."""
    out = io.BytesIO()
    write_po(out, catalogue, width=110, no_location=True, ignore_obsolete=True, include_previous=True)
    lines = out.getvalue().decode().splitlines()
    return "\n".join(line for line in lines if not UNDATED.match(line)).strip("\n") + "\n"


def main() -> int:
    wanted = template()
    POT.write_text(written(wanted), encoding="utf-8")
    for path in sorted((TOP / "locales").glob("*/LC_MESSAGES")):
        po = path / "assistant.po"
        catalogue = bring_up_to_date(po, wanted)
        po.write_text(written(catalogue), encoding="utf-8")
        missing = sum(1 for message in catalogue if message.id and (not message.string or message.fuzzy))
        print(f"{path.parent.name}: {len(catalogue)} messages, {missing} to translate")
    return 0


if __name__ == "__main__":
    sys.exit(main())
