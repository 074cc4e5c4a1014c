"""German periods: BGB §§ 187 to 193; the same by ZPO § 222 and VwVfG § 31.

The day of the event is not counted (§ 187(1)); weeks end on the same weekday, months and years on
the same date or the last day of the month (§ 188); an end on a Saturday, a Sunday or a public holiday
of the place moves to the next working day (§ 193). A holiday of the Land counts there.
"""

from __future__ import annotations

from .ends import moving
from .task import CALENDAR_UNITS, Rule

RULE = Rule(CALENDAR_UNITS, moving)
