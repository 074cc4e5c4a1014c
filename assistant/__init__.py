"""Recourse: a digital-rights self-help assistant for the terminal."""

__version__ = "0.1.0"
