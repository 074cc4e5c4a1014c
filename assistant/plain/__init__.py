"""Line mode, and pages of plain lines."""

from .pages import Pages, Section, text

__all__ = ["Pages", "Section", "text"]
