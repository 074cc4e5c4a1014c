"""The counting rules, one file each, by the name that limits use."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from assistant.model import CountingRule

from . import (
    calendar_end,
    cn_calendar,
    cn_retention,
    cn_working,
    de_bgb,
    de_retention,
    eu_1182,
    eu_1182_extension,
    plain,
    plain_first_day,
)
from .task import Answer, Rule, Task

RULES: Mapping[CountingRule, Rule] = MappingProxyType(
    {
        "cn-calendar": cn_calendar.RULE,
        "cn-working": cn_working.RULE,
        "cn-retention": cn_retention.RULE,
        "eu-1182": eu_1182.RULE,
        "eu-1182-extension": eu_1182_extension.RULE,
        "de-bgb": de_bgb.RULE,
        "de-retention": de_retention.RULE,
        "calendar-end": calendar_end.RULE,
        "plain": plain.RULE,
        "plain-first-day": plain_first_day.RULE,
    }
)

__all__ = ["RULES", "Answer", "Rule", "Task"]
