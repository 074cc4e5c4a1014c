"""Compiles the catalogues of a checkout, so that no test and no start has to do it again: seconds a language.

The compiled files are not kept in git. A catalogue that was saved later is compiled in memory when it is opened.
"""

from __future__ import annotations

import sys
from pathlib import Path

from assistant.i18n import compile_po
from assistant.model import InputError

TOP = Path(__file__).resolve().parent.parent


def main() -> int:
    for source in sorted((TOP / "locales").glob("*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if target.is_file() and target.stat().st_mtime_ns >= source.stat().st_mtime_ns:
            continue
        try:
            target.write_bytes(compile_po(source))
        except InputError as error:  # the check says what is wrong with it
            target.unlink(missing_ok=True)
            print(error, file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
