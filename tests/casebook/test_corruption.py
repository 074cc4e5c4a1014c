"""R6, spread thin; ``soak corrupt`` has the dense one."""

# ruff: noqa: S311 - no secrets

from __future__ import annotations

import random

import pytest

from tests.casebook.corrupting import Victim, row_attacks, while_open


@pytest.fixture(scope="module")
def victim(tmp_path_factory: pytest.TempPathFactory) -> Victim:
    return Victim(tmp_path_factory.mktemp("victim"))


def test_flipped_bits(victim: Victim) -> None:
    size = len(victim.bytes)
    places = [*range(0, 100, 4), *range(100, size, size // 125)]
    results = {victim.flip(place, 1 << place % 8) for place in places}
    assert results >= {"same", "Damaged"}
    assert results <= {"same", "Damaged", "NotABook", "NewerFormat", "OlderFormat"}


def test_cut_short(victim: Victim) -> None:
    size = len(victim.bytes)
    for length in range(0, size, size // 40):
        wanted = (
            {"Damaged", "NotABook"} if length <= size - 4096 else {"same", "Damaged"}
        )  # the last page is a free one
        assert victim.cut(length) in wanted


def test_longer(victim: Victim) -> None:
    assert victim.hurt(victim.bytes + bytes(5000)) in {"same", "Damaged"}


def test_rows(victim: Victim) -> None:
    for name, change in row_attacks(victim):
        result = victim.with_rows(change)
        assert result in {"Damaged", "NotABook", "NewerFormat", "OlderFormat"}, name


def test_overwritten(victim: Victim) -> None:
    seed = random.SystemRandom().randrange(10**9)
    chance = random.Random(seed)
    for _ in range(60):
        assert victim.overwrite(chance) in {"same", "Damaged", "NotABook", "NewerFormat", "OlderFormat"}, seed


def test_while_open(victim: Victim) -> None:
    for place in range(24, len(victim.bytes), len(victim.bytes) // 60):
        assert while_open(victim, place, 0x10) in {
            "same",
            "Damaged",
            "Replaced",
            "NotABook",
            "NewerFormat",
            "OlderFormat",
        }
