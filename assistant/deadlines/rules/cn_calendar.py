"""Chinese periods in calendar days, weeks, months and years.

Civil Code arts. 200 to 203; Civil Procedure Law (2023) art. 85; interpretation of the Administrative
Litigation Law (2018) art. 48. Day zero is not counted; months and years end on the same date or the
last day of the month; an end on a rest day moves to the first day after it. That days off by the
yearly notice are such rest days is practice, not text: hence the safe day.
"""

from __future__ import annotations

from .ends import moving
from .task import CALENDAR_UNITS, Rule

RULE = Rule(CALENDAR_UNITS, moving)
