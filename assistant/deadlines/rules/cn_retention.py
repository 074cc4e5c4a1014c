"""Chinese retention terms, for example five years for a negative credit entry.

An upper limit, not a task: it ends on its day, also on a rest day. Months and years as in Civil
Code art. 202.
"""

from __future__ import annotations

from .ends import staying
from .task import CALENDAR_UNITS, Rule

RULE = Rule(CALENDAR_UNITS, staying)
