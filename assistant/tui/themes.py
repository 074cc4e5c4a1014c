"""Two quiet themes. Every pair of colours has a contrast of at least 4.5 to 1; a test computes it."""

from __future__ import annotations

from textual.theme import Theme

MUTED = "muted"
RAISED = "raised"
EDGE = "edge"

DARK = Theme(
    name="recourse-dark",
    primary="#9ecbff",
    secondary="#9ecbff",
    accent="#9ecbff",
    warning="#f0c674",
    error="#ffab9b",
    success="#a9dca8",
    foreground="#e8e6e1",
    background="#14181d",
    surface="#14181d",
    panel="#1e242b",
    dark=True,
    variables={MUTED: "#a9b3bd", RAISED: "#222932", EDGE: "#46525f"},
)
LIGHT = Theme(
    name="recourse-light",
    primary="#0a4a9f",
    secondary="#0a4a9f",
    accent="#0a4a9f",
    warning="#724a00",
    error="#98190f",
    success="#1c6330",
    foreground="#1c2228",
    background="#fbfaf6",
    surface="#fbfaf6",
    panel="#efede6",
    dark=False,
    variables={MUTED: "#535d67", RAISED: "#e6e9ec", EDGE: "#a8afb6"},
)
THEMES = (DARK, LIGHT)
