"""Chinese periods in working days (工作日).

Saturdays, Sundays and days off do not count, weekend days declared working days do: National
Holidays Rules (2024) arts. 2, 6, 7 and the yearly notice. Which "days" are working days is settled
law by law, for example Administrative Reconsideration Law (2023) art. 88(2).
"""

from __future__ import annotations

from .ends import working
from .task import Rule

RULE = Rule(frozenset({"working_days"}), working)
