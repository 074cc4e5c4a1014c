"""Judging and suggesting passphrases."""

from __future__ import annotations

import math
import time

import pytest

from assistant.casebook import judge, strength, suggest


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(strength, "seconds_a_guess", lambda: 0.1)


def test_weak_and_strong() -> None:
    assert judge("password").score == 0
    assert judge("").score == 0
    assert judge("correct horse battery staple").score == 4
    assert judge(suggest().passphrase).score == 4


def test_seconds_are_guesses_at_our_rate() -> None:
    one = judge("tr0ub4dor&3")
    assert math.isclose(one.offline_seconds, 10**one.guesses_log10 * 0.1)
    assert judge("x1%" * 5000).offline_seconds < math.inf


def test_own_words_count_and_are_forgotten() -> None:
    from zxcvbn import matching

    assert judge("Gulnara1987", ["Gulnara", "1987"]).guesses_log10 < judge("Gulnara1987").guesses_log10 - 1
    assert "user_inputs" not in matching.RANKED_DICTIONARIES


@pytest.mark.parametrize(
    "typed", ["a" * 5000, "\0", "王小明的密码", "\udc80", "\n", " ", "P@$$w0rd" * 12, "aA1!" * 25, "0123456789" * 10]
)
def test_anything_can_be_judged(typed: str) -> None:
    assert 0 <= judge(typed).score <= 4


def test_odd_signs_do_not_hold_anybody_up() -> None:
    begun = time.monotonic()
    assert judge("4@8({[<369&#!1/|0$5+7%2" * 5).score == 4
    assert time.monotonic() - begun < 3  # 0.5 s; 5 s if all of it were looked at


def test_suggestions() -> None:
    many = {suggest().passphrase for _ in range(200)}
    assert len(many) == 200
    assert all(len(one.split(" ")) == 6 for one in many)
    assert 77.5 < suggest().bits < 77.6
    assert 103 < suggest(8).bits < 104
    assert len({word for one in many for word in one.split(" ")}) > 900
    one = suggest()
    assert not set(one.passphrase.split()) & set(repr(one).replace("(", " ").replace("=", " ").split())


def test_the_rate_is_measured() -> None:
    assert 0.005 < strength._timed() < 20
