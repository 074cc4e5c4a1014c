"""German retention and list terms, for example three years in the debtors' register.

BGB § 188 for the end; § 193 moves declarations and payments only, and a term is neither (our
reading).
"""

from __future__ import annotations

from .ends import staying
from .task import CALENDAR_UNITS, Rule

RULE = Rule(CALENDAR_UNITS, staying)
