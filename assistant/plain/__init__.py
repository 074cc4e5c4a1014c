"""Line mode: one question at a time, for screen readers, pipes and simple terminals.

Everything the full screen does, on the same guide. No redraw, no colour, no drawing.
"""

from __future__ import annotations

from .dialogue import run

__all__ = ["run"]
