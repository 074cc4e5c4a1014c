"""Writes content/calendars/*.yaml from the package ``holidays``; the tests compare the files with this.

A new Chinese notice: add its year and source to ``CN_NOTICES``, write the source's record, bring the
package up to a release that knows the notice, run this, and check every day against the notice.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import holidays

FOLDER = Path(__file__).resolve().parent.parent / "content" / "calendars"
HEAD = (
    "# yaml-language-server: $schema=../../docs/reference/schemas/calendar.json\n"
    "# Written by tools/make_calendars.py; change it there.\n"
)
PACKAGE = "{source: holidays-package, mark: secondary}"

CN_OFFICIAL = range(2016, 2027)
CN_PROVISIONAL = range(2027, 2029)
CN_NOTICES = {
    2024: "{source: cn-holiday-2024, mark: secondary}",
    2025: "{source: cn-holiday-2025, mark: secondary}",
    2026: "{source: cn-holiday-2026, mark: text}",
}
CN_STATUTE = '{source: cn-holidays-2024, article: "2", mark: text}'
CN_OBSERVED = "(observed)"

DE_YEARS = range(2016, 2036)
OTHER_YEARS = range(2018, 2033)
OTHERS = {
    "at": "Austria",
    "es": "Spain",
    "fr": "France",
    "ie": "Ireland",
    "it": "Italy",
    "lu": "Luxembourg",
    "nl": "Netherlands",
}
LANDS = {
    "BB": "Brandenburg",
    "BE": "Berlin",
    "BW": "Baden-Württemberg",
    "BY": "Bavaria",
    "HB": "Bremen",
    "HE": "Hesse",
    "HH": "Hamburg",
    "MV": "Mecklenburg-Vorpommern",
    "NI": "Lower Saxony",
    "NW": "North Rhine-Westphalia",
    "RP": "Rhineland-Palatinate",
    "SH": "Schleswig-Holstein",
    "SL": "Saarland",
    "SN": "Saxony",
    "ST": "Saxony-Anhalt",
    "TH": "Thuringia",
}


@dataclass(frozen=True)
class Year:
    """One entry of a calendar, before it is written."""

    number: int
    off: Iterable[date]
    sources: tuple[str, ...] = (PACKAGE,)
    work: Iterable[date] = ()
    regional: Iterable[date] = ()
    reason: str = ""

    def text(self) -> str:
        """The entry as YAML; empty lists are left out, except ``off``."""
        lines = [f"- year: {self.number}", f"  status: {'provisional' if self.reason else 'official'}"]
        if self.reason:
            lines.append(f"  reason: {self.reason}")
        lines.append(f"  off: {flow(self.off)}")
        lines += [
            f"  {name}: {flow(days)}" for name, days in (("work", self.work), ("regional", self.regional)) if days
        ]
        lines.append(f"  sources: [{', '.join(self.sources)}]")
        return "\n".join(lines) + "\n"


def flow(days: Iterable[date]) -> str:
    return f"[{', '.join(day.isoformat() for day in sorted(days))}]"


def calendar(place: str, name: str, years: Iterable[Year], *, whole: bool = False) -> str:
    parts = "whole: true\n" if whole else ""
    return f"{HEAD}id: {place}\nname: {name}\n{parts}years:\n" + "".join(year.text() for year in years)


def public_days(country: str, year: int, part: str | None = None) -> set[date]:
    """The public holidays of a year. The package adds years by itself when asked, so they are filtered."""
    return {day for day in holidays.country_holidays(country, subdiv=part, years=year) if day.year == year}


def china(year: int) -> Year:
    """A year as its notice arranged it, or the statute's days alone where no notice is known."""
    found = holidays.country_holidays("CN", years=year)
    if year in CN_PROVISIONAL:
        # "Observed" days are where the notice will put the days that fall on a weekend: a guess.
        off = {day for day, name in found.items() if day.year == year and CN_OBSERVED not in name}
        reason = (
            f"The State Council's notice for {year} was not out when this was checked. Only the holidays fixed by "
            "statute stand here. Bridge days and working weekends are missing."
        )
        return Year(year, off, (CN_STATUTE, PACKAGE), reason=reason)
    off = {day for day in found if day.year == year}
    work = {day for day in found.weekend_workdays if day.year == year}
    return Year(year, off, (*((CN_NOTICES[year],) if year in CN_NOTICES else ()), PACKAGE), work)


def land(year: int, part: str) -> Year:
    """A German Land: the nation-wide days and its own."""
    whole = public_days("DE", year)
    off = public_days("DE", year, part)
    return Year(year, off, regional=off - whole)


def calendars() -> dict[Path, str]:
    """Every calendar file and its text."""
    texts = {
        "cn": calendar("cn", "China (mainland)", (china(year) for year in (*CN_OFFICIAL, *CN_PROVISIONAL)), whole=True),
        "de": calendar("de", "Germany", (Year(year, public_days("DE", year)) for year in DE_YEARS)),
    }
    for part, name in LANDS.items():
        place = f"de-{part.lower()}"
        texts[place] = calendar(place, f"{name} (Germany)", (land(year, part) for year in DE_YEARS))
    for place, name in OTHERS.items():
        texts[place] = calendar(place, name, (Year(year, public_days(place.upper(), year)) for year in OTHER_YEARS))
    return {FOLDER / f"{place}.yaml": text for place, text in sorted(texts.items())}


if __name__ == "__main__":
    for path, text in calendars().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        print(path.name)
