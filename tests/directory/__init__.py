from datetime import date

TODAY = date(2026, 11, 22)
