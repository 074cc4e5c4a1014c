"""What the errors say: whole sentences, short, in catalogue form."""

from __future__ import annotations

import ast
import re

import pytest

from assistant.casebook import BookError, errors
from assistant.model import InputError
from tests.conftest import TOP

MESSAGES = sorted(
    {
        node.args[0].value
        for path in (TOP / "assistant" / "casebook").glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "N_"
        and isinstance(node.args[0], ast.Constant)
        and isinstance(node.args[0].value, str)
    }
)


@pytest.mark.parametrize("message", MESSAGES)
def test_plain(message: str) -> None:
    assert message.endswith((".", "!", "?"))
    sentences = re.split(r"(?<=[.!?:]) ", message)
    assert all(len(sentence.split()) <= 25 for sentence in sentences)
    assert not re.search(r"\b(secure|safe|invalid|illegal|fatal|sqlite|tag|exception)\b", message, re.IGNORECASE)


def test_there_are_messages() -> None:
    assert len(MESSAGES) > 30


def test_all_are_input_errors() -> None:
    found = [one for one in vars(errors).values() if isinstance(one, type) and issubclass(one, Exception)]
    assert all(issubclass(one, InputError) for one in found if one is not InputError)
    assert all(issubclass(one, BookError) for one in found if one is not InputError)
